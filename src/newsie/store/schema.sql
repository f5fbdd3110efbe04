-- The store of newsie, version 3: what `newsie add` writes. docs/store.md explains it.
--
-- Ids are made from content, so that the same articles give the same rows, whatever the order in which they came.
-- Tables that the full-text search needs have a `number` for it, made from content too; all others are kept in the
-- order of their keys. Nothing here says when a row was written, save a judgement, which is somebody's act.
-- Days are ISO 8601 (2025-01-14). Offsets count characters of articles.text, half-open.

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

-- ---------------------------------------------------------------- what single articles say: written once

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    identity TEXT NOT NULL,        -- what its versions have in common: source, or list and URL or text
    url TEXT,
    site TEXT,
    title TEXT,
    authors TEXT,                  -- as a list in JSON; null without any
    published TEXT,
    updated TEXT,
    language TEXT,
    wire_copy_of TEXT REFERENCES articles (id),
    newsie TEXT NOT NULL,          -- the version that read it
    model TEXT NOT NULL,
    fingerprint TEXT NOT NULL,     -- of all that the record follows from: seen again, the article is skipped
    text TEXT NOT NULL,
    record BLOB NOT NULL           -- the object of `--format jsonl` without its text, deflated (zlib)
);
CREATE INDEX articles_by_source ON articles (source);
CREATE INDEX articles_by_identity ON articles (identity);
CREATE INDEX articles_by_url ON articles (url);
CREATE INDEX articles_by_day ON articles (published);
CREATE INDEX articles_by_original ON articles (wire_copy_of);

-- A person, organization or place as one article has it, and which one of all articles that is. An `id` here stays
-- while its article does: the id of a person, organization or place is that of the first of its article_entities.
CREATE TABLE article_entities (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    local_id TEXT NOT NULL,        -- in the article's own record
    type TEXT NOT NULL CHECK (type IN ('person', 'organization', 'place')),
    name TEXT NOT NULL,
    start INTEGER NOT NULL,        -- where the article first mentions it, or the length of its text
    acronym TEXT,
    kind TEXT,                     -- of a place
    country TEXT,
    aliases TEXT,                  -- other forms of the name, as a list in JSON; null without any
    met TEXT,                      -- the names of those whom the article has a person meet, likewise
    person_id TEXT REFERENCES people (id),
    organization_id TEXT REFERENCES organizations (id),
    place_id TEXT REFERENCES places (id)
) WITHOUT ROWID;
CREATE INDEX article_entities_by_article ON article_entities (article_id);
CREATE INDEX article_entities_by_person ON article_entities (person_id);
CREATE INDEX article_entities_by_organization ON article_entities (organization_id);
CREATE INDEX article_entities_by_place ON article_entities (place_id);

CREATE TABLE mentions (
    article_entity_id TEXT NOT NULL REFERENCES article_entities (id),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('name', 'alias', 'description', 'pronoun')),
    PRIMARY KEY (article_entity_id, position)
) WITHOUT ROWID;

CREATE TABLE article_ranks (
    article_entity_id TEXT NOT NULL REFERENCES article_entities (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    grade TEXT,
    branch TEXT,
    retired INTEGER NOT NULL,
    PRIMARY KEY (article_entity_id, position)
) WITHOUT ROWID;

CREATE TABLE article_roles (
    article_entity_id TEXT NOT NULL REFERENCES article_entities (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    acronym TEXT,
    organization TEXT,
    country TEXT,
    status TEXT NOT NULL,
    PRIMARY KEY (article_entity_id, position)
) WITHOUT ROWID;

CREATE TABLE dates (
    article_id TEXT NOT NULL REFERENCES articles (id),
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    value TEXT,
    date_from TEXT,
    date_to TEXT,
    basis TEXT,
    PRIMARY KEY (article_id, position)
) WITHOUT ROWID;
CREATE INDEX dates_by_day ON dates (date_from);

-- A meeting as one article has it, and which one of all articles that is; ids as in article_entities.
CREATE TABLE article_meetings (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    local_id TEXT NOT NULL,
    position INTEGER NOT NULL,     -- in the article's own record
    start INTEGER NOT NULL,        -- of its first trigger
    meeting_id TEXT REFERENCES meetings (id)
) WITHOUT ROWID;
CREATE INDEX article_meetings_by_article ON article_meetings (article_id);
CREATE INDEX article_meetings_by_meeting ON article_meetings (meeting_id);

CREATE TABLE article_agreements (
    id TEXT PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    local_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    start INTEGER NOT NULL,
    agreement_id TEXT REFERENCES agreements (id)
) WITHOUT ROWID;
CREATE INDEX article_agreements_by_article ON article_agreements (article_id);
CREATE INDEX article_agreements_by_agreement ON article_agreements (agreement_id);

CREATE TABLE reports (
    number INTEGER PRIMARY KEY,
    article_meeting_id TEXT REFERENCES article_meetings (id),
    article_agreement_id TEXT REFERENCES article_agreements (id),
    position INTEGER NOT NULL,
    "trigger" TEXT NOT NULL,
    trigger_start INTEGER NOT NULL,
    trigger_end INTEGER NOT NULL,
    sentence TEXT NOT NULL,
    sentence_start INTEGER NOT NULL,
    sentence_end INTEGER NOT NULL,
    rule TEXT NOT NULL,
    CHECK ((article_meeting_id IS NULL) <> (article_agreement_id IS NULL))
);
CREATE INDEX reports_by_meeting ON reports (article_meeting_id);
CREATE INDEX reports_by_agreement ON reports (article_agreement_id);

CREATE TABLE attributions (
    report_number INTEGER NOT NULL REFERENCES reports (number),
    position INTEGER NOT NULL,
    attributed_to TEXT NOT NULL,
    PRIMARY KEY (report_number, position)
) WITHOUT ROWID;

-- ---------------------------------------------------------------- what all articles say: computed from the above

CREATE TABLE people (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX people_by_name ON people (name);

CREATE TABLE organizations (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    acronym TEXT,
    country TEXT
) WITHOUT ROWID;
CREATE INDEX organizations_by_name ON organizations (name);

CREATE TABLE places (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    kind TEXT,
    country TEXT
) WITHOUT ROWID;
CREATE INDEX places_by_name ON places (name);

-- Every form of a name; position 0 is the name itself, then come the aliases.
CREATE TABLE names (
    number INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    position INTEGER NOT NULL,
    person_id TEXT REFERENCES people (id),
    organization_id TEXT REFERENCES organizations (id),
    place_id TEXT REFERENCES places (id)
);
CREATE INDEX names_by_person ON names (person_id);
CREATE INDEX names_by_organization ON names (organization_id);
CREATE INDEX names_by_place ON names (place_id);

-- The words of people's names as any romanization may have them, and nicknames written out: what a person is found by.
CREATE TABLE name_words (
    word TEXT NOT NULL,
    person_id TEXT NOT NULL REFERENCES people (id),
    PRIMARY KEY (word, person_id)
) WITHOUT ROWID;
CREATE INDEX name_words_by_person ON name_words (person_id);

CREATE TABLE person_ranks (
    person_id TEXT NOT NULL REFERENCES people (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    grade TEXT,
    branch TEXT,
    retired INTEGER NOT NULL,
    PRIMARY KEY (person_id, position)
) WITHOUT ROWID;

CREATE TABLE person_roles (
    person_id TEXT NOT NULL REFERENCES people (id),
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    acronym TEXT,
    organization TEXT,
    country TEXT,
    status TEXT NOT NULL,
    PRIMARY KEY (person_id, position)
) WITHOUT ROWID;

CREATE TABLE meetings (
    id TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    status TEXT NOT NULL,
    date_text TEXT,
    date_value TEXT,
    date_from TEXT,
    date_to TEXT,
    date_basis TEXT,
    occasion TEXT,
    occasion_article_id TEXT REFERENCES articles (id),
    occasion_start INTEGER,
    occasion_end INTEGER,
    cameo TEXT NOT NULL,
    plover TEXT NOT NULL,
    plover_mode TEXT,
    cameo_event TEXT,
    plover_event TEXT,
    plover_event_mode TEXT,
    independent_sources INTEGER NOT NULL,
    judgement TEXT                 -- accepted, if somebody said so; what was rejected is not here
) WITHOUT ROWID;
CREATE INDEX meetings_by_day ON meetings (date_from);
CREATE INDEX meetings_by_occasion ON meetings (occasion_article_id);

-- A group in its own words has no id, nor has anyone of whom nothing else is known.
CREATE TABLE participants (
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('person', 'organization', 'country', 'group')),
    part TEXT,
    person_id TEXT REFERENCES people (id),
    organization_id TEXT REFERENCES organizations (id),
    place_id TEXT REFERENCES places (id),
    PRIMARY KEY (meeting_id, position)
) WITHOUT ROWID;
CREATE INDEX participants_by_person ON participants (person_id);
CREATE INDEX participants_by_organization ON participants (organization_id);
CREATE INDEX participants_by_place ON participants (place_id);

CREATE TABLE meeting_places (
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    organization_id TEXT REFERENCES organizations (id),
    place_id TEXT REFERENCES places (id),
    PRIMARY KEY (meeting_id, position)
) WITHOUT ROWID;
CREATE INDEX meeting_places_by_organization ON meeting_places (organization_id);
CREATE INDEX meeting_places_by_place ON meeting_places (place_id);

-- Where reports of one meeting disagree: which value of a field which article gives.
CREATE TABLE conflicts (
    meeting_id TEXT NOT NULL REFERENCES meetings (id),
    position INTEGER NOT NULL,
    field TEXT NOT NULL,
    value_position INTEGER NOT NULL,
    value TEXT NOT NULL,
    article_position INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (meeting_id, position, value_position, article_position)
) WITHOUT ROWID;
CREATE INDEX conflicts_by_article ON conflicts (article_id);

CREATE TABLE agreements (
    id TEXT PRIMARY KEY,
    document TEXT NOT NULL,
    subject TEXT,
    date_text TEXT,
    date_value TEXT,
    date_from TEXT,
    date_to TEXT,
    date_basis TEXT,
    cameo TEXT NOT NULL,
    plover TEXT NOT NULL,
    plover_mode TEXT,
    cameo_event TEXT,
    plover_event TEXT,
    plover_event_mode TEXT
) WITHOUT ROWID;
CREATE INDEX agreements_by_day ON agreements (date_from);

CREATE TABLE agreement_participants (
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    role TEXT NOT NULL CHECK (role IN ('party', 'signatory', 'witness')),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL CHECK (type IN ('person', 'organization', 'country', 'group')),
    part TEXT,
    person_id TEXT REFERENCES people (id),
    organization_id TEXT REFERENCES organizations (id),
    place_id TEXT REFERENCES places (id),
    PRIMARY KEY (agreement_id, role, position)
) WITHOUT ROWID;
CREATE INDEX agreement_participants_by_person ON agreement_participants (person_id);
CREATE INDEX agreement_participants_by_organization ON agreement_participants (organization_id);
CREATE INDEX agreement_participants_by_place ON agreement_participants (place_id);

CREATE TABLE agreement_places (
    agreement_id TEXT NOT NULL REFERENCES agreements (id),
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    country TEXT,
    organization_id TEXT REFERENCES organizations (id),
    place_id TEXT REFERENCES places (id),
    PRIMARY KEY (agreement_id, position)
) WITHOUT ROWID;
CREATE INDEX agreement_places_by_organization ON agreement_places (organization_id);
CREATE INDEX agreement_places_by_place ON agreement_places (place_id);

-- ---------------------------------------------------------------- what people say: never computed, never dropped

-- "left" and "right" are ids as newsie prints them: those of article_entities or article_meetings.
CREATE TABLE judgements (
    id TEXT PRIMARY KEY,
    verb TEXT NOT NULL CHECK (verb IN ('same', 'different', 'reject', 'accept')),
    "left" TEXT NOT NULL,
    "right" TEXT,
    author TEXT NOT NULL,
    made_at TEXT NOT NULL,
    undone_at TEXT,
    CHECK (("right" IS NOT NULL) = (verb IN ('same', 'different')))
) WITHOUT ROWID;
CREATE INDEX judgements_by_left ON judgements ("left");
CREATE INDEX judgements_by_right ON judgements ("right");

-- ---------------------------------------------------------------- what identity is looked up by

-- Two rows of article_entities, article_meetings or article_agreements can only be one if a chain connects them in which
-- each seeks a key of the next. There are many keys: `member` is the id as a number, for half the room. `member_keys` has
-- those of `identity_keys` again, packed, by which a member takes its own away: an index would repeat the member with each.
CREATE TABLE identity_keys (
    key INTEGER NOT NULL,
    member INTEGER NOT NULL,
    PRIMARY KEY (key, member)
) WITHOUT ROWID;
CREATE TABLE member_keys (
    member INTEGER PRIMARY KEY,
    held BLOB NOT NULL,            -- its keys, 8 bytes each, the lowest first
    sought BLOB                    -- the keys that it seeks, or null if they are its own
);

-- The people, organizations and places whose members are alike, and connected with no others by keys or judgements:
-- who says no more than they do joins them at once (newsie.resolve.settled).
CREATE TABLE settled (
    entity_id TEXT PRIMARY KEY
) WITHOUT ROWID;

-- The sketch of each article's text (newsie.resolve.wire): wire copies of one text have several numbers in common.
CREATE TABLE sketches (
    number INTEGER NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    PRIMARY KEY (number, article_id)
) WITHOUT ROWID;
CREATE INDEX sketches_by_article ON sketches (article_id);

-- ---------------------------------------------------------------- views for common questions

CREATE VIEW person_mentions AS
SELECT people.id AS person_id, people.name AS person, articles.id AS article_id, articles.source, articles.published,
    mentions.start, mentions."end", mentions.text, mentions.kind
FROM people
JOIN article_entities ON article_entities.person_id = people.id
JOIN mentions ON mentions.article_entity_id = article_entities.id
JOIN articles ON articles.id = article_entities.article_id;

CREATE VIEW person_offices AS
SELECT people.id AS person_id, people.name AS person, articles.published, article_roles.title, article_roles.acronym,
    article_roles.organization, article_roles.country, article_roles.status, articles.id AS article_id, articles.source
FROM people
JOIN article_entities ON article_entities.person_id = people.id
JOIN article_roles ON article_roles.article_entity_id = article_entities.id
JOIN articles ON articles.id = article_entities.article_id;

CREATE VIEW meeting_reports AS
SELECT article_meetings.meeting_id, articles.id AS article_id, articles.source, articles.published,
    reports.sentence, reports."trigger", reports.rule, reports.number AS report_number
FROM article_meetings
JOIN reports ON reports.article_meeting_id = article_meetings.id
JOIN articles ON articles.id = article_meetings.article_id;

-- Who met whom: two rows for each two people of a meeting, one from each side.
CREATE VIEW encounters AS
SELECT one.person_id, one.name AS person, other.person_id AS met_person_id, other.name AS met_person,
    meetings.id AS meeting_id, meetings.kind, meetings.status, meetings.date_from, meetings.date_to,
    meetings.independent_sources
FROM participants AS one
JOIN participants AS other ON other.meeting_id = one.meeting_id AND other.person_id <> one.person_id
JOIN meetings ON meetings.id = one.meeting_id;

CREATE VIEW timeline AS
SELECT meetings.date_from, meetings.date_to, meetings.kind, meetings.status,
    (SELECT group_concat(name, ', ') FROM (SELECT name FROM participants
        WHERE participants.meeting_id = meetings.id ORDER BY position)) AS participants,
    (SELECT group_concat(name, ', ') FROM (SELECT name FROM meeting_places
        WHERE meeting_places.meeting_id = meetings.id ORDER BY position)) AS places,
    meetings.independent_sources, meetings.id AS meeting_id
FROM meetings;
