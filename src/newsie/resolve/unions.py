"""What several articles say of one meeting or agreement, put together."""

from collections.abc import Iterable

from newsie.folding import fold
from newsie.records import DateValue, Occasion, Participant, PlaceReference

_BASES = ("stated", "relative", "assumed", None)


def union_of_participants(lists: Iterable[Iterable[Participant]]) -> tuple[Participant, ...]:
    """Return everybody once, in order of first mention; a part is kept where articles do not contradict each other."""
    union: dict[str, Participant] = {}
    for participants in lists:
        for one in participants:
            key = one.id or fold(one.name)
            known = union.get(key)
            union[key] = _with_part(known, one) if known else one
    return tuple(union.values())


def union_of_places(lists: Iterable[Iterable[PlaceReference]]) -> tuple[PlaceReference, ...]:
    """Return every place once, in order of first mention, with its country where one of them knows it."""
    union: dict[str, PlaceReference] = {}
    for places in lists:
        for place in places:
            key = place.id or fold(place.name)
            union[key] = place if key not in union or union[key].country is None else union[key]
    return tuple(union.values())


def fullest_occasion(occasions: Iterable[Occasion | None]) -> Occasion | None:
    """Return the occasion of most words, of those the first."""
    known = [occasion for occasion in occasions if occasion]
    return max(known, key=lambda occasion: len(occasion.text.split()), default=None)


def most_precise_date(dates: Iterable[DateValue | None]) -> DateValue | None:
    """Return the date of fewest days, of those one that is stated rather than relative or assumed, of those the first.

    A date that cannot be known is returned only if there is no other.
    """
    known = [date for date in dates if date]
    return min(known, key=_imprecision, default=None)


def _imprecision(date: DateValue) -> tuple[bool, int, int]:
    days = (date.to - date.from_).days if date.from_ and date.to else 0
    return date.from_ is None, days, _BASES.index(date.basis)


def _with_part(known: Participant, other: Participant) -> Participant:
    if known.part == other.part or other.part is None:
        return known
    return known.model_copy(update={"part": other.part if known.part is None else None})
