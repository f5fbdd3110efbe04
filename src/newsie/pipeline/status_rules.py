"""What the words around a trigger say of a meeting, as data: the schema of rules/status.toml."""

from functools import cache
from typing import Literal

from newsie.records import Status
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class Cue(RuleModel):
    """Words that give a meeting its status; rules/status.toml explains the fields."""

    status: Literal[Status, "none"]
    direction: Literal["before", "after"]
    reach: int
    over_finite: bool = False
    chain: bool = False
    in_phrase: bool = False
    words: tuple[str, ...]
    example: str
    near_miss: str


class Habits(RuleModel):
    """Words for how often people meet, which say nothing of one meeting, with a sentence of each kind."""

    periodic: frozenset[str]
    regularly: frozenset[str]
    periods: frozenset[str]
    examples: tuple[str, ...]
    near_misses: tuple[str, ...]


class StatusRules(RuleModel):
    """The whole of rules/status.toml."""

    pseudo: tuple[str, ...]
    terminators: frozenset[str]
    subordinators: frozenset[str]
    to_come: tuple[str, ...]
    adverbs: tuple[str, ...]
    habits: Habits
    cue: tuple[Cue, ...]


@cache
def status_rules() -> StatusRules:
    """Return rules/status.toml."""
    return load_rules("status", StatusRules)
