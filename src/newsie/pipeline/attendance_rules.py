"""How articles add those who took part, as data: the schema of rules/attendance.toml."""

from functools import cache
from typing import Literal

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

Noun = Literal["event", "delegation", "attendance"]


class Attendance(RuleModel):
    """One way to add somebody; rules/attendance.toml explains the fields."""

    rule: str
    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    with_verbs: tuple[str, ...] = ()
    object: Noun | None = None
    subject: Noun | None = None
    object_of: tuple[str, ...] = ()
    slots: tuple[str, ...]
    anchor: Literal["person", "meeting", "sentence"]
    passive_only: bool = False
    intransitive: bool = False
    behind: tuple[str, ...] = ()
    of_person: bool = False
    direct: bool = False
    example: str
    near_miss: str


class AttendanceRules(RuleModel):
    """The whole of rules/attendance.toml."""

    events: frozenset[str]
    other_events: frozenset[str]
    delegations: frozenset[str]
    attending: frozenset[str]
    attended_by: frozenset[str]
    every: frozenset[str]
    habits: frozenset[str]
    attendance: tuple[Attendance, ...]


@cache
def rules() -> AttendanceRules:
    """Return rules/attendance.toml."""
    return load_rules("attendance", AttendanceRules)


@cache
def attendance_words() -> frozenset[str]:
    """Return the words, lemmas or lower case, of which a sentence that adds somebody has one."""
    return frozenset(word for entry in rules().attendance for word in (*entry.verbs, *entry.words))
