"""Meeting frames as data: the schema of rules/meetings.toml."""

from functools import cache
from typing import Literal

from newsie.records import MeetingKind, Part
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class Frame(RuleModel):
    """One way to say that a meeting takes place; rules/meetings.toml explains the fields."""

    rule: str
    kind: MeetingKind
    verbs: tuple[str, ...] = ()
    particles: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    slots: tuple[str, ...]
    parties: Literal["any", "person", "place"] = "any"
    purposes: tuple[str, ...] = ()
    means: tuple[str, ...] = ()
    attended: tuple[str, ...] = ()
    alone: bool = False
    gathering: bool = False
    passive: bool = False
    purposeless: bool = False
    errand: bool = False
    without_infinitive: bool = False
    errands: tuple[str, ...] = ()
    subject_part: Part | None = None
    other_part: Part | None = None
    inverting: tuple[str, ...] = ()
    cameo: str
    plover_mode: str | None = None
    example: str
    near_miss: str


class Genre(RuleModel):
    """A kind of text without meetings of the news."""

    name: str
    least: int
    least_in_present: int | None = None
    officials_meet: bool = False
    kinds: frozenset[MeetingKind] = frozenset()
    words: frozenset[str]


class FrameRules(RuleModel):
    """The whole of rules/meetings.toml."""

    same_day: tuple[str, ...]
    ties: frozenset[str]
    other_meetings: frozenset[str]
    journeys: frozenset[str]
    purposeful: frozenset[str]
    genre: tuple[Genre, ...]
    frame: tuple[Frame, ...]

    @property
    def motion(self) -> frozenset[str]:
        """Verbs whose "for" tells what people come or go for."""
        return self.journeys | self.purposeful


@cache
def frame_rules() -> FrameRules:
    """Return rules/meetings.toml."""
    return load_rules("meetings", FrameRules)


@cache
def trigger_words() -> frozenset[str]:
    """Return the lemmas that can trigger a frame."""
    return frozenset(word for frame in frame_rules().frame for word in (*frame.verbs, *frame.nouns))
