"""How many sides a meeting has in the words of its reports: "trilateral talks". The words are `rules/sides.toml`."""

import re
from functools import cache

from newsie.records import Meeting, Report
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class Sides(RuleModel):
    """The words for a number of sides."""

    number: int
    words: tuple[str, ...]
    example: str
    near_miss: str


class SidesRules(RuleModel):
    """The whole of rules/sides.toml."""

    sides: tuple[Sides, ...]


def sides_of(meeting: Meeting) -> int | None:
    """Return how many sides the reports of a meeting say that it has; None if none says it, or they disagree."""
    said = {number for report in meeting.reports if (number := _said(report))}
    return said.pop() if len(said) == 1 else None


def lists_too_few(meeting: Meeting) -> bool:
    """Whether more sides met than the list of those who took part has members, so that somebody is missing in it."""
    sides = sides_of(meeting)
    return sides is not None and len(meeting.participants) < sides


def _said(report: Report) -> int | None:
    before = report.sentence.text[: report.trigger.start - report.sentence.start]
    found = _pattern().search(before)
    return _numbers()[found[1].lower()] if found else None


@cache
def _pattern() -> re.Pattern[str]:
    words = "|".join(map(re.escape, _numbers()))
    return re.compile(rf"\b({words})\s+(?:[\w'’-]+\s+){{0,2}}$", re.IGNORECASE)


@cache
def _numbers() -> dict[str, int]:
    return {word: one.number for one in load_rules("sides", SidesRules).sides for word in one.words}
