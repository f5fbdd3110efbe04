"""The day of publication, as an article's own lines give it."""

import datetime
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from newsie.read.layout.full_dates import date_pattern, full_date
from newsie.read.layout.lines import Line

OPENING_LINES = 8
CLOSING_LINES = 6
LONGEST_LINE = 120


def published_on(lines: Sequence[Line], is_boilerplate: Callable[[Line], bool]) -> datetime.date | None:
    """Return the day that a line of its own gives, at the top ("Nov. 6, 2019") or labelled at either end, or None.

    Menus above the top don't count for it. Only a complete date counts, and one in figures only if day and month cannot
    be mistaken for each other.
    """
    for line in _opening(lines, is_boilerplate):
        if day := _day_of(line, _date_line()) or _day_of(line, _published_line()):
            return day
    for line in lines[-CLOSING_LINES:]:
        if day := _day_of(line, _published_line()):
            return day
    return None


def _opening(lines: Sequence[Line], is_boilerplate: Callable[[Line], bool]) -> Iterator[Line]:
    """The first lines, with the boilerplate among them."""
    left = OPENING_LINES
    for line in lines:
        left -= not is_boilerplate(line)
        if left < 0:
            return
        yield line


def is_date_line(line: Line) -> bool:
    """Whether a line holds a date, or a date after "Published" or "Updated", and nothing else but time and byline."""
    patterns = (_date_line(), _published_line(), _updated_line())
    return len(line.text) <= LONGEST_LINE and any(pattern.match(line.text) for pattern in patterns)


def _day_of(line: Line, pattern: re.Pattern[str]) -> datetime.date | None:
    match = pattern.match(line.text) if len(line.text) <= LONGEST_LINE else None
    return full_date(match["date"]) if match else None


_CLOCK = r"(?:,?\s*(?:at\s+|T)?\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*(?i:[ap]\.?m\.?))?)?"
_ZONE = r"(?:\s*\(?(?:[A-Z]{2,5}|Z|[+-]\d{2}:?\d{2})\)?)?"
_END = r"\s*\.?\s*(?:$|[|•·/(–—-]|by\s)"


@cache
def _date_line() -> re.Pattern[str]:
    """A date and a time, with a byline before it ("By Ada Obi, June 3, 2021", "Ada Obi | June 3, 2021") or behind."""
    byline = r"(?:By\s[^|•·]{2,60}?\s*[|•·,–—-]\s*|[^|•·]{2,40}?\s*[|•·]\s*)?"
    # Without a mark between them, only a name before figures and a clock is a byline: "Ada Obi 15.10.2018 11:21".
    byline = rf"(?:{byline}|(?:[^\W\d_a-z]\w+\s){{2,3}}(?=\d[\d./-]+\s\d{{1,2}}:\d\d))"
    return re.compile(rf"{byline}(?P<date>{date_pattern()}){_CLOCK}{_ZONE}{_END}")


@cache
def _published_line() -> re.Pattern[str]:
    """A date behind "Published", "Posted on", "Published in The Daily," or "Date:"."""
    label = r"(?i:(?:first\s+|originally\s+)?(?:published|posted|released|issued)|date|publication date)"
    where = r"(?:\s+(?i:in|by)\s+[^,]{2,60},)?"
    clock = r"(?:\d{1,2}[:.]\d{2}\s*(?i:[ap]\.?m\.?)?,?\s+)?"
    return re.compile(
        rf"{label}{where}(?:\s+(?i:on|at))?\s*[:,]?\s*{clock}(?P<date>{date_pattern()}){_CLOCK}{_ZONE}{_END}"
    )


@cache
def _updated_line() -> re.Pattern[str]:
    """A date behind "Updated", which is not that of publication."""
    return re.compile(
        rf"(?i:(?:last\s+)?(?:updated|modified))(?:\s+on)?\s*[:,]?\s*{date_pattern()}{_CLOCK}{_ZONE}{_END}"
    )
