"""Which reports of several articles are about one meeting, and the record of each meeting with all its reports.

Two reports are compared only if one seeks a lookup key of the other, and nothing but the reports that a chain of such
keys connects with a meeting decides what belongs to it. So a store need not look at anything else when an article comes
in, and the order in which articles come doesn't matter.
"""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from newsie.codes import meeting_codes
from newsie.records import Meeting
from newsie.resolve.clusters import candidate_pairs, group
from newsie.resolve.conflicts import conflicts, settled_status
from newsie.resolve.encounters import closeness, compare_meetings
from newsie.resolve.sightings import Sighting, Window
from newsie.resolve.sources import Origins, independent_sources
from newsie.resolve.unions import fullest_occasion, most_precise_date, union_of_participants, union_of_places

Pair = tuple[str, str]
Positions = tuple[int, int]
LookupKey = tuple[str, str, str]
Keys = Callable[[Sighting], frozenset[LookupKey]]

DATABLE_DAYS = 800
"""Of what can have been on more days than this, the time is taken for unknown."""

_DAY = datetime.timedelta(days=1)
_KNOWN, _UNKNOWN = "some day", "any day"


def cluster_meetings(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return the sightings of each meeting together: first those that are dated, then those that can mean only one."""
    keys = _keys_among(sightings)
    edges = [pair for pair in candidate_pairs(sightings, keys) if _verdict(sightings, pair) == "same"]
    meetings = group(sightings, _best(edges, sightings), _compatible)
    return [_flat(group_) for group_ in group(meetings, _unambiguous(meetings, keys), _all_compatible)]


def lookup_keys(one: Sighting) -> frozenset[LookupKey]:
    """Return what a sighting is found by, as texts that a database can look up; see `sought_keys`.

    They are the ids of two who took part, in order (of a visit also the visitor's id and the key of a place's name, or
    the code of its country) and a month in which it can have been: those who meet all the time need not be compared
    with themselves of another year.
    Ids are those of the run: where people turn out to be one, keys change.
    """
    months = _months(one.window)
    return frozenset((*who, when) for who in _who(one) for when in ([*months, _KNOWN] if months else [_UNKNOWN]))


def sought_keys(one: Sighting) -> frozenset[LookupKey]:
    """Return the keys of which all have one that can be the same meeting, or can tell what is: all of those who met.

    Whom one sighting seeks seeks it, too. One whose time nobody knows seeks all others of the same people.
    """
    when = [*_months(one.window), _UNKNOWN]
    return frozenset((*who, time) for who in _who(one) for time in (when if len(when) > 1 else [_KNOWN, _UNKNOWN]))


def _who(one: Sighting) -> list[Pair]:
    participants = sorted(set(one.participants))
    visited = one.place_names | one.realms if one.meeting.kind == "visit" else ()
    return [*combinations(participants, 2), *((person, place) for person in participants for place in visited)]


def _months(window: Window) -> list[str]:
    """The months of the days of a window and the day after it, which outlets may have instead; none if it is open."""
    if window.days > DATABLE_DAYS:
        return []
    after = min(window.last, datetime.date.max - _DAY) + _DAY
    first, last = (day.year * 12 + day.month - 1 for day in (window.first, after))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def _keys_among(sightings: Iterable[Sighting]) -> Keys:
    """Return a function that gives every two of these, of which one seeks the other, a key in common."""
    open_ = {who for one in sightings if not _months(one.window) for who in _who(one)}
    return lambda one: frozenset(
        (*who, when) for who in _who(one) for when in [*_months(one.window), *([_UNKNOWN] if who in open_ else [])]
    )


def merged_meeting(sightings: Sequence[Sighting], origins: Mapping[str, Origins]) -> Meeting:
    """Return the record of a meeting with all its reports; `origins` are those of the articles, by their ids."""
    ordered = sorted(sightings, key=lambda one: one.position)
    first = ordered[0].meeting
    status = settled_status(ordered)
    return Meeting(
        id=ordered[0].key,
        kind=first.kind,
        status=status,
        participants=union_of_participants(one.meeting.participants for one in ordered),
        places=union_of_places(one.meeting.places for one in ordered),
        occasion=fullest_occasion(one.meeting.occasion for one in ordered),
        date=most_precise_date(one.meeting.date for one in ordered),
        codes=meeting_codes(first.codes.cameo, first.codes.plover_mode, status),
        reports=tuple(report for one in ordered for report in one.meeting.reports),
        independent_sources=independent_sources(ordered, origins),
        conflicts=conflicts(ordered),
    )


def _verdict(sightings: Sequence[Sighting], pair: Positions) -> str:
    return compare_meetings(sightings[pair[0]], sightings[pair[1]]).verdict


def _compatible(left: Sighting, right: Sighting) -> bool:
    return compare_meetings(left, right).verdict != "different"


def _all_compatible(left: list[Sighting], right: list[Sighting]) -> bool:
    return all(_compatible(one, other) for one in left for other in right)


def _best(edges: Sequence[Positions], sightings: Sequence[Sighting]) -> list[Positions]:
    """Of several meetings of one article that a sighting can mean, keep those that fit best."""
    best: dict[tuple[int, str], tuple[int, int, int]] = {}
    fits = [(pair, closeness(sightings[pair[0]], sightings[pair[1]])) for pair in edges]
    for (left, right), fit in fits:
        for one, other in ((left, right), (right, left)):
            key = (one, sightings[other].article.id)
            best[key] = max(best.get(key, fit), fit)
    return [
        (left, right)
        for (left, right), fit in fits
        if fit == best[left, sightings[right].article.id] == best[right, sightings[left].article.id]
    ]


def _unambiguous(meetings: Sequence[list[Sighting]], keys: Keys) -> list[Positions]:
    """Return the meetings that can be one though not both are dated, without those that can mean several."""
    keyed = candidate_pairs(meetings, lambda one: (key for sighting in one for key in keys(sighting)))
    pairs = [(left, right) for left, right in keyed if _all_compatible(meetings[left], meetings[right])]
    near: dict[int, set[int]] = defaultdict(set)
    for left, right in pairs:
        near[left] |= {left, right}
        near[right] |= {left, right}
    # Meetings that can be one share a key, so that those two near a third which aren't near each other exclude it.
    clear = {one for one, others in near.items() if all(others <= near[other] for other in others - {one})}
    return [pair for pair in pairs if clear.issuperset(pair)]


def _flat(meetings: Iterable[list[Sighting]]) -> list[Sighting]:
    return [sighting for meeting in meetings for sighting in meeting]
