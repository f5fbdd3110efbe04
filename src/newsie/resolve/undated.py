"""What an article whose own day is unknown tells of the day of a meeting: "on Friday", "on May 1"."""

import datetime
from functools import lru_cache

from newsie.dates.grammar import grammar
from newsie.dates.matches import Slots
from newsie.resolve.sightings import Sighting

_DAY = datetime.timedelta(days=1)
_RELATIVE = ("year", "shift", "to_day", "to_weekday", "to_month", "number", "ordinal")


def fits_named_day(left: Sighting, right: Sighting) -> bool | None:
    """Whether one names a weekday, or a day of a month without a year, and the other's only day is such a day.

    At one place it may be the day before or after it, by another clock. None if they tell nothing.
    """
    found = {_fits(one, other) for one, other in ((left, right), (right, left))} - {None}
    return None if not found else False not in found


def _fits(one: Sighting, other: Sighting) -> bool | None:
    date, day = one.meeting.date, other.window.first
    if date is None or date.from_ is not None or not other.window.dated or other.window.days > 1:
        return None
    named = _named_day(date.text)
    if named is None:
        return None
    days = [day, day - _DAY, day + _DAY] if one.place_names & other.place_names else [day]
    return any(_is_such_a_day(named, day) for day in days)


@lru_cache(maxsize=1 << 12)
def _named_day(text: str) -> Slots | None:
    """The weekday, or the day of a month, that a date names, if nothing else tells which."""
    match = grammar().longest(text)
    if match is None or any(getattr(match.slots, name) is not None for name in _RELATIVE):
        return None
    slots = match.slots
    return slots if slots.weekday is not None or (slots.day and slots.month) else None


def _is_such_a_day(named: Slots, day: datetime.date) -> bool:
    said = ((named.weekday, day.weekday()), (named.month, day.month), (named.day, day.day))
    return all(one in (None, other) for one, other in said)
