"""What the components know of an article while it is still a Doc: entities, meetings, agreements with their spans."""

from dataclasses import dataclass, field
from typing import Literal

from spacy.tokens import Span

from newsie.records import MeetingKind, Part, PlaceKind, Rank, Role, Status

EntityKind = Literal["PERSON", "ORG", "PLACE"]


@dataclass
class Entity:
    """A person, organization or place of one article. `key` is what `kb_id_` of its mentions says.

    `names` holds every name form used, the fullest first. `place_kind` is for places only.
    """

    key: str
    kind: EntityKind
    names: list[str]
    acronym: str | None = None
    country: str | None = None
    place_kind: PlaceKind | None = None
    ranks: list[Rank] = field(default_factory=list)
    roles: list[Role] = field(default_factory=list)


@dataclass
class DraftParticipant:
    """One who takes part: a mention (its `kb_id_` names the entity), or, without entity, a group in its own words.

    `slot` is what fills the place of the participant in the trigger's sentence, such as "they" or "a delegation" if the
    mention stands elsewhere. `rule` names the rule that added one whom the trigger's sentence lacks.
    """

    span: Span
    entity: str | None = None
    part: Part | None = None
    slot: Span | None = None
    rule: str | None = None


@dataclass
class DraftMeeting:
    """A meeting as one passage of the article reports it. `places` are keys of entities (places or organizations).

    `occasion` is the noun phrase of the event on whose sidelines it was.

    `cue` holds the words that decided the status, if any did; `joined` the other reports of the same encounter.
    """

    kind: MeetingKind
    trigger: Span
    sentence: Span
    rule: str
    participants: list[DraftParticipant]
    cameo: str
    plover_mode: str | None = None
    status: Status = "held"
    places: list[str] = field(default_factory=list)
    occasion: Span | None = None
    date: Span | None = None
    attributed_to: list[str] = field(default_factory=list)
    cue: Span | None = None
    joined: list["DraftMeeting"] = field(default_factory=list)


@dataclass
class DraftAgreement:
    """An agreement as one passage of the article reports it.

    `document` is what the article calls it, `noun` the noun of that, which `is_definite` in "the agreement"; `subject`
    is the noun phrase for what it is on.
    """

    document: str
    noun: Span
    is_definite: bool
    trigger: Span
    sentence: Span
    rule: str
    parties: list[DraftParticipant]
    signatories: list[DraftParticipant]
    witnesses: list[DraftParticipant] = field(default_factory=list)
    subject: Span | None = None
    places: list[str] = field(default_factory=list)
    date: Span | None = None
    attributed_to: list[str] = field(default_factory=list)
