"""The answers to questions, as records: what is written as JSON, and what tables and CSV are made of."""

import datetime
from typing import ClassVar, Literal

from pydantic import Field

from newsie.records import SCHEMA, Meeting, ParticipantType, Person, Record, Report


class SourcedReport(Report):
    """A report with where its article came from, and when; `id` is the meeting's in this article alone."""

    id: str
    source: str
    published: datetime.date | None = None


class Encounter(Meeting):
    """A meeting whose reports say where they stand."""

    reports: tuple[SourcedReport, ...]


class Office(Record):
    """A rank or role that articles give to a person, and when the first and last of them came out."""

    text: str
    kind: Literal["rank", "role"]
    first: datetime.date | None = None
    last: datetime.date | None = None
    sources: tuple[str, ...]


class Appearance(Record):
    """A person as one article has them, with an id of its own: what `newsie different` keeps apart."""

    id: str
    name: str
    source: str
    published: datetime.date | None = None


class Acquaintance(Record):
    """One whom a person has met: how often, by how many independent sources, first and last."""

    id: str | None
    name: str
    type: ParticipantType
    meetings: int
    independent_sources: int
    first: datetime.date | None = None
    last: datetime.date | None = None


class PersonPage(Record):
    """All that is known of a person. `reason` says why it is an answer to the name that was asked for."""

    person: Person
    reason: str
    offices: tuple[Office, ...]
    met: tuple[Acquaintance, ...]
    meetings: tuple[Encounter, ...]
    appearances: tuple[Appearance, ...]


class Couple(Record):
    """Two people who met, with what tells how often."""

    left_id: str
    left: str
    right_id: str
    right: str
    meetings: int
    independent_sources: int
    first: datetime.date | None = None
    last: datetime.date | None = None


class Sighting(Record):
    """Somebody of a list who appears in articles, why that is the same person, and with whom."""

    listed_id: str | None
    listed: str
    id: str
    name: str
    verdict: Literal["same", "unsure"]
    score: float
    reasons: tuple[str, ...]
    met: tuple[Acquaintance, ...]
    sources: tuple[str, ...]


class Answer(Record):
    """What every answer has. `nouns` say what it consists of, one and several."""

    nouns: ClassVar[tuple[str, str]]
    schema_: Literal["newsie/1"] = Field(default=SCHEMA, alias="schema")

    @property
    def found(self) -> tuple[Record, ...]:
        """What was found, one by one: the lines of JSON Lines."""
        raise NotImplementedError


class Who(Answer):
    """The answer to `newsie who`: a page for each person who can be meant."""

    nouns = ("person", "people")
    people: tuple[PersonPage, ...] = ()

    @property
    def found(self) -> tuple[Record, ...]:
        """People."""
        return self.people


class Encounters(Answer):
    """The answer to `newsie met` and `newsie timeline`: meetings by day, those without a day last."""

    nouns = ("meeting", "meetings")
    meetings: tuple[Encounter, ...] = ()

    @property
    def found(self) -> tuple[Record, ...]:
        """Meetings."""
        return self.meetings


class Couples(Answer):
    """The answer to `newsie pairs`: those who met most often first."""

    nouns = ("pair", "pairs")
    pairs: tuple[Couple, ...] = ()

    @property
    def found(self) -> tuple[Record, ...]:
        """Pairs."""
        return self.pairs


class Sightings(Answer):
    """The answer to `newsie watch`, in the order of the list."""

    nouns = ("match", "matches")
    matches: tuple[Sighting, ...] = ()

    @property
    def found(self) -> tuple[Record, ...]:
        """Matches."""
        return self.matches
