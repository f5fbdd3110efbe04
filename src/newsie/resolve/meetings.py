"""Which reports of several articles are about one meeting, and the record of each meeting with all its reports.

Two reports are compared only if one seeks a lookup key of the other, and nothing but the reports that a chain of such
keys connects with a meeting decides what belongs to it. So a store need not look at anything else when an article comes
in, and the order in which articles come doesn't matter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import product

from newsie.codes import meeting_codes
from newsie.records import Meeting
from newsie.resolve.clusters import candidate_pairs, group
from newsie.resolve.conflicts import conflicts, settled_status
from newsie.resolve.encounters import closeness, compare_meetings
from newsie.resolve.meeting_keys import Keys, days_of_first, has_group, keys_among
from newsie.resolve.parties import roles_by_person, with_names
from newsie.resolve.sightings import Sighting
from newsie.resolve.sources import Origins, independent_sources
from newsie.resolve.unions import fullest_occasion, most_precise_date, union_of_participants, union_of_places

Positions = tuple[int, int]


def cluster_meetings(sightings: Sequence[Sighting]) -> list[list[Sighting]]:
    """Return the sightings of each meeting together: first those that are dated, then those that can mean only one.

    Of these, what can mean only one meeting at its place comes before what tells nothing of one.
    Last come those of an unnamed group that can mean only one whose participants another article names.
    """
    keys = keys_among(sightings)
    edges = [pair for pair in candidate_pairs(sightings, keys) if _verdict(sightings, pair) == "same"]
    dated = group(sightings, _best(edges, sightings), _compatible)
    at_one_place = [pair for pair in _near(dated, keys) if _share_a_place(dated[pair[0]], dated[pair[1]])]
    placed = [_flat(group_) for group_ in group(dated, _unambiguous(at_one_place), _all_compatible)]
    named = [_flat(group_) for group_ in group(placed, _unambiguous(_near(placed, keys)), _all_compatible)]
    return [_flat(group_) for group_ in group(named, _unambiguous(_near_by_names(named)), _compatible_by_names)]


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
        date=most_precise_date(one.meeting.date for one in _knowing_the_day(ordered)),
        codes=meeting_codes(first.codes.cameo, first.codes.plover_mode, status),
        reports=tuple(report for one in ordered for report in one.meeting.reports),
        independent_sources=independent_sources(ordered, origins),
        conflicts=conflicts(ordered),
    )


def _knowing_the_day(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The sightings without plans for another day than that on which the meeting was held."""
    held = [one.window for one in sightings if one.happened and one.window.dated and one.window.days == 1]
    return [one for one in sightings if one.happened or not held or any(map(one.window.overlaps, held))]


def _verdict(sightings: Sequence[Sighting], pair: Positions) -> str:
    return compare_meetings(sightings[pair[0]], sightings[pair[1]]).verdict


def _compatible(left: Sighting, right: Sighting) -> bool:
    return compare_meetings(left, right).verdict != "different"


def _all_compatible(left: list[Sighting], right: list[Sighting]) -> bool:
    return all(_compatible(one, other) for one in left for other in right)


def _share_a_place(left: list[Sighting], right: list[Sighting]) -> bool:
    return any(one.place_names & other.place_names for one, other in product(left, right))


def _fit_by_names(left: list[Sighting], right: list[Sighting]) -> bool:
    """Whether two meetings can be one, but only if one article names the group of the other."""
    return _compatible_by_names(left, right) and not any(_compatible(*pair) for pair in product(left, right))


def _compatible_by_names(left: list[Sighting], right: list[Sighting]) -> bool:
    roles = roles_by_person([*left, *right])
    return all(
        _compatible(one, other) or _compatible(with_names(one, other, roles), with_names(other, one, roles))
        for one, other in product(left, right)
    )


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


def _near(meetings: Sequence[list[Sighting]], keys: Keys) -> list[Positions]:
    """Return the pairs of meetings that can be one though not both are dated."""
    keyed = candidate_pairs(meetings, lambda one: (key for sighting in one for key in keys(sighting)))
    return [(left, right) for left, right in keyed if _all_compatible(meetings[left], meetings[right])]


def _near_by_names(meetings: Sequence[list[Sighting]]) -> list[Positions]:
    """Return the pairs of meetings of somebody on one day that can be one if one article names the other's group."""
    with_group = {day for meeting in meetings for one in meeting if has_group(one) for day in days_of_first(one)}
    keyed = candidate_pairs(
        meetings, lambda meeting: with_group.intersection(day for one in meeting for day in days_of_first(one))
    )
    return [pair for pair in keyed if _fit_by_names(meetings[pair[0]], meetings[pair[1]])]


def _unambiguous(pairs: Iterable[Positions]) -> list[Positions]:
    """Return these pairs of meetings that can be one without those that can mean several."""
    near: dict[int, set[int]] = defaultdict(set)
    for left, right in pairs:
        near[left] |= {left, right}
        near[right] |= {left, right}
    # Meetings that can be one share a key, so that those two near a third which aren't near each other exclude it.
    clear = {one for one, others in near.items() if all(others <= near[other] for other in others - {one})}
    return [(left, right) for left, right in pairs if clear.issuperset((left, right))]


def _flat(meetings: Iterable[list[Sighting]]) -> list[Sighting]:
    return [sighting for meeting in meetings for sighting in meeting]
