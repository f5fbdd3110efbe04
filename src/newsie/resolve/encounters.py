"""Compare two reports of meetings: are they about one real encounter? Every verdict has reasons."""

import datetime

from newsie.records import Meeting
from newsie.resolve.comparison import Comparison
from newsie.resolve.sides import lists_too_few, sides_of
from newsie.resolve.sightings import AHEAD, HAPPENED, Sighting
from newsie.resolve.undated import fits_named_day

_OFF = frozenset({"cancelled", "denied"})
_FAMILIES = {
    "meeting": "encounter",
    "talks": "encounter",
    "negotiation": "encounter",
    "summit": "summit",
    "visit": "visit",
    "call": "call",
    "ceremony": "ceremony",
}


def compare_meetings(left: Sighting, right: Sighting) -> Comparison:
    """Compare meetings as two articles (or two passages of one) have them.

    "same" if both are dated, to within a week; "unsure" if they can be one, should nothing else be meant; else
    "different".
    """
    if _printed_twice(left, right):
        return Comparison("same", ("the same sentence",), 1)
    against = _against(left, right)
    if against:
        return Comparison("different", (against,))
    overlap = left.window.overlaps(right.window)
    reasons = ["the same participants", "compatible dates" if overlap else "one day apart, as outlets disagree"]
    if left.place_names & right.place_names:
        reasons.append("the same place")
    dated = overlap and left.window.precise and right.window.precise
    return Comparison("same" if dated else "unsure", tuple(reasons), len(reasons))


def closeness(left: Sighting, right: Sighting) -> tuple[int, int, int]:
    """Return how well two meetings that can be one fit: participants shared, places shared, size of their lists."""
    shared = set(left.participants) & set(right.participants)
    difference = abs(len(left.meeting.participants) - len(right.meeting.participants))
    return len(shared), len(left.place_names & right.place_names), -difference


def places_disagree(left: Sighting, right: Sighting) -> bool:
    """Whether both name a place of one kind (two cities, two buildings), but not the same."""
    return any(
        not left.places[kind] & right.places[kind]
        for kind in ("country", "city", "facility")
        if kind in left.places and kind in right.places
    )


def _printed_twice(left: Sighting, right: Sighting) -> bool:
    """Whether two articles print one sentence, which says the same of the same people, named or not."""
    if left.article.id == right.article.id or left.sentences.isdisjoint(right.sentences):
        return False
    told_alike = left.meeting.kind == right.meeting.kind and left.meeting.status == right.meeting.status
    return told_alike and _names(left) == _names(right) and left.window.overlaps(right.window)


def _against(left: Sighting, right: Sighting) -> str | None:
    """What excludes that two meetings are one, if anything does."""
    if not _kinds_agree(left, right):
        return "different kinds of encounter"
    if not left.window.overlaps(right.window) and not _a_day_apart(left, right):
        return "different days"
    if left.article.id == right.article.id:
        return None if _repeated(left, right) else "one article tells them apart"
    if not _participants_agree(left, right):
        return "different participants"
    if not _sides_agree(left.meeting, right.meeting):
        return "another number of sides"
    return _doubtful_date(left, right)


def _sides_agree(left: Meeting, right: Meeting) -> bool:
    """Whether both can be talks of as many sides.

    One that lists too few for its sides is not known to be that of the two whom a report without such a word names.
    """
    sides = {sides_of(left), sides_of(right)}
    if None not in sides:
        return len(sides) == 1
    too_few = [(one, other) for one, other in ((left, right), (right, left)) if lists_too_few(one)]
    return all(len(other.participants) >= (sides_of(one) or 0) for one, other in too_few)


def _doubtful_date(left: Sighting, right: Sighting) -> str | None:
    """What excludes one meeting because its date is not known well enough."""
    both_dated = left.window.dated and right.window.dated
    named_day = fits_named_day(left, right)
    if named_day is False:
        return "another weekday or day of the month"
    if not (both_dated or named_day) and _phase(left) != _phase(right) and not _status_moved(left, right):
        return "another status, and not known to be the same day"
    one_day = both_dated and left.window.days == right.window.days == 1
    if not one_day and _tours(left, right):
        return "several towns, and not known to be the same day"
    if places_disagree(left, right) and not (one_day or _share_a_town(left, right)):
        return "different places, and not known to be the same day"
    if (left.window.vague or right.window.vague) and not left.place_names & right.place_names:
        return "a vague date, and not known to be the same place"
    return None


def _tours(left: Sighting, right: Sighting) -> bool:
    """Whether one is told of several towns at once and the other of one of them: the latter can be another encounter.

    "They met in Lusaka, and in Ndola the following month" has one date for both.
    """
    towns = [one.places.get("city", frozenset()) for one in (left, right)]
    return all(towns) and towns[0] != towns[1] and max(map(len, towns)) > 1


def _a_day_apart(left: Sighting, right: Sighting) -> bool:
    """Whether outlets have one encounter on two days: of all that was held, a mistake, or a call across time zones.

    Both must have it at one place, and have appeared when both days were over; else it can be two days of talks. So can
    what was announced for one day and held on the other, at one place, have been put off, or be told by another clock.
    """
    if left.article.id == right.article.id or not left.window.follows(right.window):
        return False
    if not (_same_list(left, right) and len(left.people) > 1):
        return False
    if not (left.happened and right.happened):
        return _share_a_town(left, right) and (_announces(left, right) or _announces(right, left))
    return left.meeting.kind == "call" or (
        _share_a_town(left, right) and all(map(_looks_back, (left, right), (right, left)))
    )


def _announces(plan: Sighting, held: Sighting) -> bool:
    """Whether one appeared with a plan before its day was over, the other when it was held."""
    announced, known = plan.article.published, held.article.published
    if announced is None or known is None or plan.meeting.status != "planned" or not held.happened:
        return False
    return announced <= plan.window.first and announced < held.window.first <= known


def _share_a_town(left: Sighting, right: Sighting) -> bool:
    kinds = ("city", "facility", "unknown")
    return any(left.places.get(kind, frozenset()) & right.places.get(kind, frozenset()) for kind in kinds)


def _looks_back(one: Sighting, other: Sighting) -> bool:
    published = one.article.published
    return published is not None and published > max(one.window.last, other.window.last)


def _status_moved(left: Sighting, right: Sighting) -> bool:
    """Whether one of them knows how the other's plan ended, or denies what it says, though not both have a date."""
    denied = "denied" in (left.meeting.status, right.meeting.status)
    if denied and left.place_names & right.place_names:
        return True
    earlier, later = sorted((left, right), key=lambda one: one.meeting.status not in AHEAD)
    announced, known = earlier.article.published, later.article.published
    if announced is None or known is None or earlier.meeting.status not in AHEAD or announced >= known:
        return False
    if later.meeting.status == "cancelled":
        return True
    return _day_came(earlier, announced, known) or (later.window.precise and announced <= later.window.first)


def _day_came(plan: Sighting, announced: datetime.date, known: datetime.date) -> bool:
    """Whether the day of a plan had come when somebody knew more: of two who were to meet then, news is that they met.

    What is announced for the same day is over the day after.
    """
    first, last = plan.window.first, plan.window.last
    return plan.window.precise and ((announced < first and last <= known) or (announced == first and last < known))


def _phase(one: Sighting) -> frozenset[str]:
    return next(phase for phase in (HAPPENED, AHEAD, _OFF) if one.meeting.status in phase)


def _kinds_agree(left: Sighting, right: Sighting) -> bool:
    """Meeting and talks are one word for it; what one calls a summit or visit another may call talks of the same two.

    Talks without a place can have been held by phone.
    """
    families = {_FAMILIES[left.meeting.kind], _FAMILIES[right.meeting.kind]}
    if len(families) == 1:
        return True
    return _same_list(left, right) and (
        families in ({"encounter", "summit"}, {"encounter", "visit"}) or _talks_by_phone(left, right)
    )


def _talks_by_phone(left: Sighting, right: Sighting) -> bool:
    """Whether one has a call, and the other talks on the same day that say nothing of a place."""
    kinds = {one.meeting.kind: one for one in (left, right)}
    one_day = left.window.dated and left.window == right.window and left.window.days == 1
    return one_day and kinds.keys() == {"call", "talks"} and not kinds["talks"].meeting.places


def _same_list(left: Sighting, right: Sighting) -> bool:
    return set(left.participants) == set(right.participants) and len(set(left.participants)) > 1


def _repeated(left: Sighting, right: Sighting) -> bool:
    """Whether one article has a meeting twice: all who took part, groups in their own words too, and the date agree."""
    return (
        _same_list(left, right)
        and _names(left) == _names(right)
        and left.meeting.status == right.meeting.status == "held"
        and left.window == right.window
        and left.window.precise
        and not places_disagree(left, right)
    )


def _names(one: Sighting) -> set[str]:
    return {participant.name for participant in one.meeting.participants}


def _participants_agree(left: Sighting, right: Sighting) -> bool:
    people = frozenset(left.people) & frozenset(right.people)
    if left.meeting.kind == right.meeting.kind == "visit":
        return bool(people and _one_destination(left, right)) and _lists_agree(left, right, people)
    shared = frozenset(left.participants) & frozenset(right.participants)
    if len(shared) < 2 or (len(people) < 2 and not (left.window.precise and right.window.precise)):
        return False
    return _lists_agree(left, right, shared) and not (_one_delegation(left, shared) or _one_delegation(right, shared))


def _one_destination(left: Sighting, right: Sighting) -> bool:
    """Whether both visits are to one place; one to a country is to its capital, but not to any other town."""
    named = left.place_names & right.place_names
    return bool(named or (left.realms & right.realms and "country" in {*left.places} ^ {*right.places}))


def _one_delegation(one: Sighting, shared: frozenset[str]) -> bool:
    """Whether all that is shared is one side, and its counterpart is somebody else: it met more than one."""
    sides = {participant.part for participant in one.meeting.participants if participant.id in shared}
    others = {participant.part for participant in one.meeting.participants if participant.id not in shared}
    return len(sides) == 1 and None not in sides and bool(others - sides - {None})


def _lists_agree(left: Sighting, right: Sighting, shared: frozenset[str]) -> bool:
    """Whether one list holds the other, or the two whom each article names first are the same: the rest attended.

    Whoever is named first called, received or was received, and must be in both, even if in the article's own words
    only: when a minister meets two presidents, these do not meet each other.
    """
    if not all(one.meeting.participants[0].id in shared for one in (left, right)):
        return False
    if frozenset(left.participants) <= shared or frozenset(right.participants) <= shared:
        return all(shared.issuperset(_guest_and_host(one)) for one in (left, right))
    return shared.issuperset(left.participants[:2]) and shared.issuperset(right.participants[:2])


def _guest_and_host(one: Sighting) -> list[str | None]:
    """The ids of the two whom an article names first, if one of them receives the other: the rest only attended."""
    first = one.meeting.participants[:2]
    return [who.id for who in first] if {who.part for who in first} == {"visitor", "host"} else []
