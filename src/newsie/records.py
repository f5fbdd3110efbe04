"""The nouns of newsie as plain, frozen, typed records: the record format `newsie/1`.

Everything after `collect` works on these; there is no spaCy in here. Offsets are characters, half-open, counted in the
article's `text`, and `text[start:end]` is always the `text` of the record that has them.
"""

import datetime
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA: Literal["newsie/1"] = "newsie/1"

MentionKind = Literal["name", "alias", "description", "pronoun"]
PlaceKind = Literal["city", "country", "region", "facility"]
RoleStatus = Literal["current", "former", "acting", "designate"]
Basis = Literal["stated", "relative", "assumed"]
MeetingKind = Literal["meeting", "talks", "visit", "call", "summit", "negotiation", "ceremony"]
Status = Literal["held", "ongoing", "planned", "cancelled", "denied", "possible"]
ParticipantType = Literal["person", "organization", "country", "group"]
Part = Literal["visitor", "host"]
Verb = Literal["same", "different", "reject", "accept"]
PloverEvent = Literal["CONSULT", "AGREE", "REJECT", "SUPPORT"]


class Record(BaseModel):
    """Base of all records: immutable, no unknown keys, readable by Python names and by JSON names."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)


class Span(Record):
    """A stretch of characters of an article's text, `text[start:end]`."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Dateline(Span):
    """The opening "RAWALPINDI, Jan 14 (Agency) —" of an article: where and when it was filed, as far as it says so."""

    place: Span | None = None
    date: Span | None = None


class Article(Record):
    """One news text. `header`, `headline`, `dateline`, `captions` and `boilerplate` are marked, not cut out of `text`.

    `source` is the file, with the place in it behind "#" if it holds several articles: "crawl.warc.gz#record-17".
    """

    id: str
    source: str
    url: str | None = None
    site: str | None = Field(default=None, description="name of the web site or publication")
    title: str | None = None
    authors: tuple[str, ...] = ()
    published: datetime.date | None = None
    updated: datetime.date | None = Field(default=None, description="day of the last change, if the article says one")
    language: str | None = None
    text: str
    header: Span | None = Field(default=None, description="a first line ' date YYYY-MM-DD ' that gives `published`")
    headline: Span | None = Field(default=None, description="where `title` stands in `text`, if it does")
    dateline: Dateline | None = None
    captions: tuple[Span, ...] = Field(default=(), description="what stands below pictures")
    boilerplate: tuple[Span, ...] = ()
    wire_copy_of: str | None = Field(default=None, description="id of the article that this one prints again")


class Mention(Span):
    """One reference to a person, organization or place."""

    article: str
    kind: MentionKind


class Rank(Record):
    """A grade in a uniformed service. `grade` is the NATO code (STANAG 2116, OF-10 to OR-1) where there is one."""

    name: str
    grade: str | None = None
    branch: str | None = None
    retired: bool = False


class Role(Record):
    """An office or post that a person holds or held. `country` is an ISO 3166-1 alpha-2 code."""

    title: str
    acronym: str | None = None
    organization: str | None = None
    country: str | None = None
    status: RoleStatus = "current"


class Person(Record):
    """A person with all mentions. `name` is the fullest form used, without rank, honorific and role."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    ranks: tuple[Rank, ...] = ()
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()


class Organization(Record):
    """An organization with all mentions. `country` is an ISO 3166-1 alpha-2 code."""

    id: str
    name: str
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    country: str | None = None
    mentions: tuple[Mention, ...] = ()


class Place(Record):
    """A place with all mentions. `country` is an ISO 3166-1 alpha-2 code."""

    id: str
    name: str
    kind: PlaceKind | None = None
    country: str | None = None
    mentions: tuple[Mention, ...] = ()


class DateValue(Record):
    """A resolved expression of time: TIMEX3 value (or `from/to` where TIMEX3 has none) and the days that it covers.

    All four are null where the day cannot be known; `text` stays.
    """

    text: str
    value: str | None = None
    from_: datetime.date | None = Field(default=None, alias="from")
    to: datetime.date | None = None
    basis: Basis | None = None


class DateMention(DateValue):
    """A date where it stands in an article."""

    article: str
    start: int = Field(ge=0)
    end: int = Field(ge=0)


class Participant(Record):
    """One who took part. `id` is that of a record in people, organizations or places (a country), else null."""

    id: str | None = None
    name: str
    type: ParticipantType
    part: Part | None = None


class PlaceReference(Record):
    """A place, or an institution's seat, where something happened; `id` is that of its record, else null."""

    id: str | None = None
    name: str
    country: str | None = Field(default=None, description="where it lies, ISO 3166-1 alpha-2")


class Occasion(Span):
    """The event on whose sidelines, during, for or ahead of which people met: its noun phrase, without preposition."""

    article: str


class Codes(Record):
    """The event codes that analysts join on: CAMEO, and PLOVER with its mode.

    `cameo`, `plover` and `plover_mode` say what kind of event it is, whatever became of it; `cameo_event`,
    `plover_event` and `plover_event_mode` what CAMEO and PLOVER code of one of this status, null where they code none.
    """

    cameo: str
    plover: str
    plover_mode: str | None = None
    cameo_event: str | None = None
    plover_event: PloverEvent | None = None
    plover_event_mode: str | None = None


class Report(Record):
    """What one article says of one meeting or agreement, where, and on whose word."""

    article: str
    trigger: Span
    sentence: Span
    attributed_to: tuple[str, ...] = ()
    rule: str


class ConflictValue(Record):
    """One of the values that articles disagree on, and the articles that give it."""

    value: str
    articles: tuple[str, ...]


class Conflict(Record):
    """A field of a meeting on which its reports disagree."""

    field: str
    values: tuple[ConflictValue, ...]


class Meeting(Record):
    """One real-world encounter; n-ary, never exploded into pairs."""

    id: str
    kind: MeetingKind
    status: Status
    participants: tuple[Participant, ...]
    places: tuple[PlaceReference, ...] = ()
    occasion: Occasion | None = None
    date: DateValue | None = None
    codes: Codes
    reports: tuple[Report, ...]
    independent_sources: int = 1
    conflicts: tuple[Conflict, ...] = ()
    judgement: Literal["accepted"] | None = Field(default=None, description="what somebody has said of it by hand")


# CAMEO 057 is "Sign formal agreement"; PLOVER's table CAMEO2PLOVER-2021.txt makes it SUPPORT, without mode.
SIGNED = Codes(cameo="057", plover="SUPPORT", cameo_event="057", plover_event="SUPPORT")


class Agreement(Record):
    """A document signed or agreed between parties; one that is only to be signed is none.

    `subject` is what it is on or for, in the article's words; `witnesses` are those in whose presence it was signed.
    """

    id: str
    document: str
    subject: str | None = None
    parties: tuple[Participant, ...] = ()
    signatories: tuple[Participant, ...] = ()
    witnesses: tuple[Participant, ...] = ()
    places: tuple[PlaceReference, ...] = ()
    date: DateValue | None = None
    codes: Codes = SIGNED
    reports: tuple[Report, ...]


class Judgement(Record):
    """What somebody has decided: that two ids are one, or are not, that a meeting is wrong, or is right."""

    id: str
    verb: Verb
    left: str
    right: str | None = None
    author: str
    made_at: datetime.datetime
    undone_at: datetime.datetime | None = None


class Generator(Record):
    """What wrote the output: newsie's version and the model's name and version."""

    newsie: str
    model: str


class Findings(Record):
    """What stands in articles; the part that the two outputs, per article and for the whole run, share."""

    schema_: Literal["newsie/1"] = Field(default=SCHEMA, alias="schema")
    generator: Generator
    people: tuple[Person, ...] = ()
    organizations: tuple[Organization, ...] = ()
    places: tuple[Place, ...] = ()
    dates: tuple[DateMention, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    agreements: tuple[Agreement, ...] = ()


class ArticleRecord(Findings):
    """One article, resolved within itself: a line of `--format jsonl`."""

    article: Article


class RunRecord(Findings):
    """All articles of a run, resolved across them: the object of `--format json`."""

    articles: tuple[Article, ...] = ()
