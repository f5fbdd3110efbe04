"""Where the reports of one meeting disagree, and which status the meeting has after all of them."""

from collections import Counter
from collections.abc import Callable, Sequence
from itertools import combinations, product

from rapidfuzz.fuzz import ratio

from newsie.records import Conflict, ConflictValue, Status
from newsie.resolve.encounters import places_disagree
from newsie.resolve.person_name import person_name
from newsie.resolve.sightings import HAPPENED, Sighting

NEARLY_ONE_WORD = 80
"""The likeness of two spellings of a name in per cent; that of Abeysekara and Abeysekera is 90."""

NEARLY_ONE_PLACE = 91
"""The likeness of two spellings of a place's name in per cent; that of Terminal 1 and Terminal 2 is 90."""

_SYNONYMS = frozenset({"meeting", "talks"})


def conflicts(sightings: Sequence[Sighting]) -> tuple[Conflict, ...]:
    """Return the fields on which reports (in article order) contradict each other, with who says what.

    A coarser date, another word for talks, a shorter list of people, or a plan that was carried out is no
    contradiction. Two lists are one if each has somebody whom the other lacks.
    """
    found = (
        _conflict("date", sightings, _dates_disagree, _date),
        _conflict("place", sightings, _places_disagree, _places),
        _conflict("participants", sightings, _lists_disagree, _people),
        _conflict("status", sightings, _statuses_disagree, lambda one: one.meeting.status),
        _conflict("kind", sightings, _kinds_disagree, lambda one: one.meeting.kind),
    )
    return tuple(conflict for conflict in found if conflict)


def settled_status(sightings: Sequence[Sighting]) -> Status:
    """Return the status of a meeting after all reports, which are in article order.

    What was held was held, whoever planned it before. Where it is denied or cancelled elsewhere, most articles decide,
    and the first of them. Else the last article knows best how things stand.
    """
    statuses = [one.meeting.status for one in sightings]
    happened = [status for status in statuses if status in HAPPENED]
    if happened and {"denied", "cancelled"} & set(statuses):
        return Counter(statuses).most_common(1)[0][0]
    if happened:
        return "held" if "held" in happened else "ongoing"
    return max(sightings, key=_publication).meeting.status


def _conflict(
    field: str,
    sightings: Sequence[Sighting],
    disagree: Callable[[Sighting, Sighting], bool],
    value: Callable[[Sighting], str | None],
) -> Conflict | None:
    if not any(disagree(left, right) for left, right in combinations(sightings, 2)):
        return None
    articles: dict[str, list[str]] = {}
    for one in sightings:
        said = value(one)
        if said is not None:
            articles.setdefault(said, []).append(one.article.id)
    values = (ConflictValue(value=said, articles=tuple(dict.fromkeys(who))) for said, who in articles.items())
    return Conflict(field=field, values=tuple(values))


def _publication(one: Sighting) -> tuple[str, int]:
    """Sorts by day of publication; an article without one knows nothing better than those that have it."""
    return one.article.published.isoformat() if one.article.published else "", one.order


def _date(one: Sighting) -> str | None:
    return one.meeting.date.value or one.meeting.date.text if one.meeting.date else None


def _places(one: Sighting) -> str | None:
    return ", ".join(place.name for place in one.meeting.places) or None


def _people(one: Sighting) -> str | None:
    return ", ".join(person.name for person in one.meeting.participants if person.type == "person") or None


def _places_disagree(left: Sighting, right: Sighting) -> bool:
    """Whether they name different places, not one in two spellings ("Naval Headquarters", "Navy Headquarters")."""
    names = product(left.meeting.places, right.meeting.places)
    return places_disagree(left, right) and not any(
        ratio(one.name, other.name) >= NEARLY_ONE_PLACE for one, other in names
    )


def _lists_disagree(left: Sighting, right: Sighting) -> bool:
    """Whether each names somebody whom the other lacks."""
    return bool(_lacked(left, right)) and bool(_lacked(right, left))


def _lacked(one: Sighting, other: Sighting) -> list[str]:
    """Whom a list has and the other lacks, without those who can be in it in another spelling."""
    named = [person.name for person in other.meeting.participants if person.type == "person"]
    return [
        person.name
        for person in one.meeting.participants
        if person.type == "person" and person.id not in other.people and not any(_alike(person.name, n) for n in named)
    ]


def _alike(left: str, right: str) -> bool:
    """Whether two names have a word in common, or nearly."""
    pairs = product(person_name(left).words, person_name(right).words)
    return any(ratio(word, other) >= NEARLY_ONE_WORD for word, other in pairs)


def _dates_disagree(left: Sighting, right: Sighting) -> bool:
    """Whether both date it otherwise; what was held a day after the day planned was put off."""
    both_dated = left.window.dated and right.window.dated
    return (
        both_dated
        and left.happened == right.happened
        and not (left.window.within(right.window) or right.window.within(left.window))
    )


def _statuses_disagree(left: Sighting, right: Sighting) -> bool:
    """A denial contradicts everything else; a cancellation only that it was held."""
    statuses = {left.meeting.status, right.meeting.status}
    if "denied" in statuses:
        return len(statuses) > 1
    return "cancelled" in statuses and bool(statuses & HAPPENED)


def _kinds_disagree(left: Sighting, right: Sighting) -> bool:
    kinds = {left.meeting.kind, right.meeting.kind}
    return len(kinds) > 1 and kinds != _SYNONYMS
