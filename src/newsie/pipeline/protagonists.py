"""Whom "the naval chief", "the Omani minister" or "the visiting general" means: a person who fits, if only one does."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Span, Token

from newsie import countries
from newsie.pipeline.circumstances import dateline_place
from newsie.pipeline.entities import DraftParticipant, Entity
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.portfolios import portfolios_held, portfolios_of
from newsie.pipeline.stories import story_start, story_starts

VISITING = {"visiting", "guest", "visitor"}
HOSTING = {"host", "hosting"}
DEPUTIES = {"deputy", "vice", "assistant"}
# Of those who deputize for them nobody speaks by their title.
UNDEPUTIZED = {"governor", "president", "premier", "chancellor", "mayor", "speaker"}
FUNCTION_WORDS = {"the", "of", "and", "a", "his", "her", "its"}


def find_protagonist(
    description: Span, noun: Token, before: Sequence[Sequence[DraftParticipant]]
) -> DraftParticipant | None:
    """Return the one of those who met so far, failing that of all named so far, whom a definite description fits.

    If nobody of that nationality is known, it is the one of those who met whose own nobody has told: the mediator of
    a union of states is "the Ghanaian diplomat" later on.
    """
    met = _met(before)
    mentions = named_before(description.doc, description.start)
    named = {mention.kb_id_: DraftParticipant(mention, mention.kb_id_) for mention in mentions}
    for candidates in (met, named):
        fitting = [person for person in candidates.values() if fits(description, noun, person)]
        if fitting:
            return _only_one(description, noun, fitting, named)
    later = _only_titled(description)
    if later is not None:
        return later
    stateless = [person for person in met.values() if _may_be_from_there(description, noun, person)]
    return stateless[0] if len(stateless) == 1 else None


def _met(before: Sequence[Sequence[DraftParticipant]]) -> dict[str, DraftParticipant]:
    """The people who met, by their keys; who came as a visitor once, or received others, is that from then on."""
    met: dict[str, DraftParticipant] = {}
    for person in (person for people in before for person in people if person.span.label_ == "PERSON"):
        if person.entity and (person.entity not in met or person.part is not None):
            met[person.entity] = person
    return met


def named_before(doc: Doc, index: int) -> list[Span]:
    """Return the mentions of people in the story of a token and before it."""
    start = story_start(doc, index)
    mentions = (mention for mention in doc.spans.get("mentions", ()) if mention.label_ == "PERSON")
    return [mention for mention in mentions if start <= mention.start and mention.end <= index]


def _only_titled(description: Span) -> DraftParticipant | None:
    """The one person of a text of one story, named later perhaps, who holds the very title: "the prime minister".

    Of a country's minister the text may go on to say no more than "minister".
    """
    if story_starts(description.doc):
        return None
    country = countries.country_in(description.text)
    words = _title(description).split()
    people = [entity for entity in (description.doc._.entities or {}).values() if entity.kind == "PERSON"]
    # The home press does not name its own officials' country: one without any may be meant too.
    people = [person for person in people if country is None or country in (countries_of(person) or {country})]
    holders = {person.key for person in people if _holds(person, words)}
    if not holders and country is not None:
        holders = {person.key for person in people if _holds(person, words[-1:])}
    mentions = [m for m in description.doc.spans.get("mentions", ()) if m.kb_id_ in holders]
    return DraftParticipant(mentions[0], mentions[0].kb_id_) if len(holders) == 1 and mentions else None


def _holds(person: Entity, words: Sequence[str]) -> bool:
    """Whether a person has a title of just these words."""
    return any(role.title.lower().split() == words for role in person.roles if role.status != "former")


def _only_one(
    description: Span, noun: Token, fitting: list[DraftParticipant], named: Mapping[str, DraftParticipant]
) -> DraftParticipant | None:
    """The only fitting person; of several the one who came as a visitor or, alone in the text, from abroad."""
    words = {token.lower_ for token in description}
    if not words & (VISITING | HOSTING):
        return fitting[0] if len(fitting) == 1 else None
    parts = [person for person in fitting if person.part is not None]
    if len(parts) == 1:
        return parts[0]
    others = [person for person in named.values() if fits(description, noun, person)]
    return fitting[0] if len(fitting) == 1 and len(others) < 2 else None


def _may_be_from_there(description: Span, noun: Token, participant: DraftParticipant) -> bool:
    """Whether a description tells for the first time from which country a person is, whose office it fits."""
    person = (description.doc._.entities or {}).get(participant.entity)
    country = countries.country_in(description.text)
    if person is None or country is None or countries_of(person):
        return False
    office, lemma = office_words(person), noun.lemma_.lower()
    return bool(office & rules().stateless) and is_such(person, lemma) and _modifiers(description, noun) <= office


def fits(description: Span, noun: Token, participant: DraftParticipant) -> bool:
    """Whether a description can mean a person: country, part in earlier meetings, office and its modifiers agree.

    A description that names a country fits by it and by a noun that says little ("the Omani official"); one that names
    none has to fit by its noun.
    """
    person = (description.doc._.entities or {}).get(participant.entity)
    if person is None:
        return False
    words = {token.lower_ for token in description}
    if not _part_agrees(words, participant, person):
        return False
    country = countries.country_in(description.text)
    if country is not None and country not in countries_of(person):
        return False
    if not all(_is_office_of(person, body) for body in _bodies(description)):
        return False
    lemma = noun.lemma_.lower()
    title = " ".join(token.lower_ for token in description if token.lower_ not in {"the"} | VISITING | HOSTING)
    if title in rules().standing:
        return bool(office_words(person) & rules().standing[title]) and not office_words(person) & rules().lesser
    if lemma in rules().anybody:
        return country is not None or bool(words & (VISITING | HOSTING))
    if words & VISITING and not office_words(person):
        return True  # "his Omani counterpart, Ada Obi" is introduced without an office
    if is_such(person, lemma) and _modifiers(description, noun) <= office_words(person):
        return not _is_only_deputy(description, noun, person)
    return bool(portfolios_of(_title(description)) & portfolios_held(person))


def _is_only_deputy(description: Span, noun: Token, person: Entity) -> bool:
    """Whether "the Ogun governor" would be a deputy governor; a deputy minister may be "the minister" later on."""
    offices = [role.title.lower().split() for role in person.roles if noun.lemma_.lower() in role.title.lower().split()]
    is_full = noun.lemma_.lower() in UNDEPUTIZED or bool(_modifiers(description, noun))
    told = any(token.lower_ in DEPUTIES for token in description)
    return is_full and not told and bool(offices) and all(DEPUTIES.intersection(words) for words in offices)


def _title(description: Span) -> str:
    """The words of a description that name the office: "defense chief" in "the visiting U.S. defense chief"."""
    of_country = country_tokens(description)
    words = (token for token in description if token.i not in of_country and token.tag_ not in ("POS", "DT"))
    return " ".join(token.lower_ for token in words if token.lower_ not in VISITING | HOSTING)


def _part_agrees(words: set[str], participant: DraftParticipant, person: Entity) -> bool:
    """A visitor is one who was received or called on somebody, or comes from another country than the dateline's."""
    if words & HOSTING:
        return participant.part == "host"
    if words & VISITING:
        return participant.part == "visitor" or (participant.part is None and _is_foreign(participant.span, person))
    return True


def _is_foreign(span: Span, person: Entity) -> bool:
    key = dateline_place(span.doc)
    place = span.doc._.entities[key] if key else None
    return place is not None and place.country is not None and bool(countries_of(person) - {place.country})


def countries_of(person: Entity) -> set[str]:
    """Return the codes of the countries for which a person stands: the own one, those of the offices."""
    words = (f"{role.title} {role.organization or ''}" for role in person.roles)
    found = {person.country, *(role.country for role in person.roles), *map(countries.country_in, words)}
    return {country for country in found if country is not None}


def _modifiers(description: Span, noun: Token) -> set[str]:
    """The words of a description that narrow an office: "prime" in "the prime minister", no country, no "visiting"."""
    named = country_tokens(description) | {token.i for body in _bodies(description) for token in body}
    words = {token.lower_ for token in description if token.i not in named and token.tag_ != "POS"}
    return words - FUNCTION_WORDS - VISITING - HOSTING - {noun.lower_}


def _bodies(description: Span) -> list[Span]:
    """The organizations in a description: "Huron" in "Huron's chief executive", "the Huron chief"."""
    inside = range(description.start, description.end)
    bodies = [m for m in description.doc.spans.get("mentions", ()) if m.label_ == "ORG" and m.start in inside]
    return [body for body in bodies if not _is_service(body)]


def _is_service(body: Span) -> bool:
    """Whether an organization is a service of its country: "the Indian Army chief" is India's army chief."""
    of_country = country_tokens(body)
    return bool(of_country) and all(token.i in of_country or token.lower_ in rules().services for token in body)


def _is_office_of(person: Entity, body: Span) -> bool:
    """Whether a person holds an office in an organization, by whichever of its names."""
    entity = (body.doc._.entities or {}).get(body.kb_id_)
    names = {name.lower() for name in (*entity.names, entity.acronym or "") if name} if entity is not None else set()
    return any(role.organization is not None and role.organization.lower() in names for role in person.roles)


def country_tokens(span: Span) -> set[int]:
    """Return the indices of the tokens that name a country: "Sri Lankan" in "the Sri Lankan commander"."""
    found: set[int] = set()
    for size in (1, 2, 3):
        for start in range(span.start, span.end - size + 1):
            words = span.doc[start : start + size].text
            if countries.demonym_code(words) or countries.country_code(words):
                found.update(range(start, start + size))
    return found


def office_words(person: Entity) -> set[str]:
    """Return the words, in lower case, of a person's titles, ranks and organizations, of former offices aside."""
    roles = [role for role in person.roles if role.status != "former"]
    titles = [*(role.title for role in roles), *(rank.name for rank in person.ranks)]
    titles += [role.organization for role in roles if role.organization]
    return {word for title in titles for word in title.lower().replace("-", " ").split()}


def is_such(person: Entity, noun: str) -> bool:
    """Whether a noun for the holder of an office or rank ("minister", "general", "envoy") is true of a person."""
    if noun in rules().anybody or (noun == "officer" and person.ranks):
        return True
    return bool(office_words(person) & {noun, *rules().kinds.get(noun, ())})
