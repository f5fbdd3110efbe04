"""The keys that meetings are looked up by: who met, and when.

Two reports are compared only if one seeks a lookup key of the other: a store finds all that can be one by them.
"""

import datetime
from collections.abc import Callable, Iterable
from itertools import combinations

from newsie.resolve.parties import groups_of
from newsie.resolve.sightings import Sighting, Window

Pair = tuple[str, str]
LookupKey = tuple[str, str, str]
Keys = Callable[[Sighting], frozenset[LookupKey]]

DATABLE_DAYS = 800
"""Of what can have been on more days than this, the time is taken for unknown."""

_DAY = datetime.timedelta(days=1)
_KNOWN, _UNKNOWN = "some day", "any day"
_SOMEBODY, _GROUP = "somebody", "group"
_SENTENCE = "sentence"


def lookup_keys(one: Sighting) -> frozenset[LookupKey]:
    """Return what a sighting is found by, as texts that a database can look up; see `sought_keys`.

    They are the ids of two who took part, in order (of a visit also the visitor's id and the key of a place's name, or
    the code of its country) and a month in which it can have been: those who meet all the time need not be compared
    with themselves of another year. A meeting of nobody with an id is found by the sentence that reports it.
    Of a dated one there are also the day and each of the two whom it names first, for a group that another names.
    Ids are those of the run: where people turn out to be one, keys change.
    """
    months = _months(one.window)
    named = ((*who, when) for who in _who(one) for when in ([*months, _KNOWN] if months else [_UNKNOWN]))
    held = [_SOMEBODY, _GROUP] if has_group(one) else [_SOMEBODY]
    return frozenset((*named, *((who, met, day) for who, day in days_of_first(one) for met in held)))


def sought_keys(one: Sighting) -> frozenset[LookupKey]:
    """Return the keys of which all have one that can be the same meeting, or can tell what is: all of those who met.

    Whom one sighting seeks seeks it, too. One whose time nobody knows seeks all others of the same people.
    """
    when = [*_months(one.window), _UNKNOWN]
    named = ((*who, time) for who in _who(one) for time in (when if len(when) > 1 else [_KNOWN, _UNKNOWN]))
    wanted = _SOMEBODY if has_group(one) else _GROUP
    return frozenset((*named, *((who, wanted, day) for who, day in days_of_first(one))))


def days_of_first(one: Sighting) -> frozenset[Pair]:
    """Return each of the two whom a dated meeting names first, if they have an id, with each day that it can be of."""
    if not one.window.precise:
        return frozenset()
    first = one.window.first
    days = [(first + number * _DAY).isoformat() for number in range(one.window.days)]
    return frozenset((who.id, day) for who in one.meeting.participants[:2] if who.id for day in days)


def has_group(one: Sighting) -> bool:
    """Whether a group took part that another article may name."""
    return any(True for _ in groups_of(one))


def _who(one: Sighting) -> list[Pair]:
    """Pairs of ids; the sentence stands for those whom it doesn't name."""
    participants = sorted(set(one.participants))
    visited = one.place_names | one.realms if one.meeting.kind == "visit" else ()
    pairs = [*combinations(participants, 2), *((person, place) for person in participants for place in visited)]
    return pairs or [(_SENTENCE, sentence) for sentence in one.sentences]


def _months(window: Window) -> list[str]:
    """The months of the days of a window and the day after it, which outlets may have instead; none if it is open."""
    if window.days > DATABLE_DAYS:
        return []
    after = min(window.last, datetime.date.max - _DAY) + _DAY
    first, last = (day.year * 12 + day.month - 1 for day in (window.first, after))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def keys_among(sightings: Iterable[Sighting]) -> Keys:
    """Return a function that gives every two of these, of which one seeks the other, a key in common."""
    open_ = {who for one in sightings if not _months(one.window) for who in _who(one)}
    return lambda one: frozenset(
        (*who, when) for who in _who(one) for when in [*_months(one.window), *([_UNKNOWN] if who in open_ else [])]
    )
