"""The schema of `rules/datelines.toml`."""

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class DatelineExample(RuleModel):
    """A text that opens with `dateline`; `place` and `date` are empty where it has none."""

    text: str
    dateline: str
    place: str
    date: str


class DatelineNearMiss(RuleModel):
    """A text that opens like a dateline and has none, and why."""

    text: str
    reason: str


class DatelineRules(RuleModel):
    """Words that decide whether a place opens a text."""

    labels: tuple[str, ...]
    places: tuple[str, ...]
    speech: tuple[str, ...]
    example: tuple[DatelineExample, ...]
    near_miss: tuple[DatelineNearMiss, ...]


def dateline_rules() -> DatelineRules:
    """What `rules/datelines.toml` says."""
    return load_rules("datelines", DatelineRules)
