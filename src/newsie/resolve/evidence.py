"""Compare two people: their names, what contradicts and what supports that they are one. Every verdict has reasons."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from typing import Any

from newsie.resolve.comparison import Comparison, Verdict, score
from newsie.resolve.names import SINGLE_NAME, compare_person_names
from newsie.resolve.occupations import exclude_each_other
from newsie.resolve.office_titles import has_one_holder, head_and_title
from newsie.resolve.profiles import MEETING_OF_OTHERS, NOTHING, Office, Profile

GRADES_APART = 3
"""Nobody is met by the news of one run at grades so far apart: a captain takes decades to become a general."""

YEARS_PER_GRADE = 4
"""Officers are promoted no faster, over a career."""

BARE_NAME_DAYS = 365
"""A bare surname with an office means another person once the office has changed hands."""

_CONTRADICTING = ("countries", "branches", "grades", "offices")
"""The fields of a profile of which one fact can contradict another, each only one of its own field."""


def compare(left: Profile, right: Profile) -> Comparison:
    """Compare two people. "different" if name or facts exclude it, "same" if the names' need of evidence is met."""
    names = compare_person_names(left.name, right.name)
    if names.verdict == "different" and not (names.alike and _are_told_alike(left, right)):
        return Comparison("different", (names.reason,))
    against = contradictions(left, right, alike=names.evidence_needed == 0)
    if against:
        return Comparison("different", (names.reason, *against))
    points = evidence(left, right)
    total = sum(points.values())
    enough = total >= names.evidence_needed and (
        names.evidence_needed < SINGLE_NAME or _identifies_bare_name(left, right)
    )
    verdict: Verdict = "same" if enough else "unsure"
    return Comparison(verdict, (names.reason, *points), total, score(verdict, names.evidence_needed, total))


def contradictions(left: Profile, right: Profile, *, alike: bool = False) -> list[str]:
    """Return what excludes that two people are one.

    Outlets get ranks and countries wrong: two whose full names are `alike`, and who met the same person, are one.
    """
    if not left.articles.isdisjoint(right.articles):
        return ["one article tells them apart"]
    return [] if alike and _met_the_same_person(left, right) else _contradicting_facts(left, right)


def _contradicting_facts(left: Profile, right: Profile) -> list[str]:
    reasons = []
    if _disjoint(left.countries, right.countries):
        reasons.append("roles in different countries")
    if _disjoint(left.branches, right.branches):
        reasons.append("ranks of different services")
    if left.grades and right.grades and _distance(left.grades, right.grades) >= _grades_apart(left, right):
        reasons.append("ranks too far apart")
    if not _shared_offices(left, right) and _rival_offices(left, right):
        reasons.append("the same office of different organizations")
    in_a_year = _days_apart(left, right) <= BARE_NAME_DAYS
    offices = _current_offices(left, right)
    if any(exclude_each_other(one.title, other.title, in_a_year=in_a_year) for one, other in offices):
        reasons.append("offices that nobody holds at the same time")
    return reasons


def contradicts_itself(one: Profile) -> bool:
    """Whether what articles say of somebody could contradict, were it said of two people by any of these articles."""
    return any(
        _contradicting_facts(left, right)
        for field in _CONTRADICTING
        for left, right in combinations(_single_facts(one, field), 2)
    )


def _single_facts(one: Profile, field: str) -> list[Profile]:
    """Each fact of a field as all that is said of somebody, at a time that nobody knows."""
    unsaid: dict[str, Any] = {"first": None, "last": None, **dict.fromkeys(_CONTRADICTING, NOTHING)}
    return [replace(one, **{**unsaid, field: frozenset((fact,))}) for fact in getattr(one, field)]


def evidence(left: Profile, right: Profile) -> dict[str, int]:
    """Return what speaks for two people being one, besides the name, with its weight in points."""
    points: dict[str, int] = {}
    if not left.texts.isdisjoint(right.texts):
        points["the articles print the same text"] = SINGLE_NAME
    office = max(_shared_offices(left, right), default=0)
    if office:
        points["the same office"] = office
    if left.ranks & right.ranks:
        points["the same rank"] = 1
    if office < 2 and left.countries & right.countries:
        points["the same country"] = 1
    if left.name.full != right.name.full and _hold_sole_office(left, right, unsaid=_met_the_same_person(left, right)):
        points["an office that one person holds"] = 1
    if left.company & right.company:
        points["met the same person, or stands beside the same meeting"] = 1
    return points


def _met_the_same_person(left: Profile, right: Profile) -> bool:
    return any(MEETING_OF_OTHERS not in one for one in left.company & right.company)


def _hold_sole_office(left: Profile, right: Profile, *, unsaid: bool = False) -> bool:
    """Whether both are now, at about the same time, in an office of one country that one person holds at a time.

    `unsaid` countries can be the same: papers leave their own country out.
    """
    return _days_apart(left, right) <= BARE_NAME_DAYS and any(
        (one.country == other.country if one.country and other.country else unsaid) and _one_title(one, other)
        for one, other in _current_offices(left, right)
        if has_one_holder(one.title, one.portfolio) and has_one_holder(other.title, other.portfolio)
    )


def _are_told_alike(left: Profile, right: Profile) -> bool:
    """Whether names that sound alike are one: in an office that one person holds, or of a rank and met by the same."""
    if _hold_sole_office(left, right):
        return True
    known = left.ranks & right.ranks or _shared_offices(left, right)
    return bool(known) and _met_the_same_person(left, right)


def _identifies_bare_name(left: Profile, right: Profile) -> bool:
    """A bare name needs its office (or the same text), at about the same time, whatever else agrees."""
    if not left.texts.isdisjoint(right.texts):
        return True
    return bool(_shared_offices(left, right)) and _days_apart(left, right) <= BARE_NAME_DAYS


def _shared_offices(left: Profile, right: Profile) -> list[int]:
    """The weights of the offices that both hold: 2 where organization or country agree as well, else 1."""
    return [
        weight for one in left.offices for other in right.offices for weight in [_office_weight(one, other)] if weight
    ]


def _office_weight(left: Office, right: Office) -> int:
    if left.country and right.country and left.country != right.country:
        return 0
    same_organization = _same_organization(left, right)
    if not _one_title(left, right):
        return int(same_organization is not False and _heads_of_one_organization(left, right))
    if same_organization is False:
        return 0
    return 2 if same_organization or (left.country and left.country == right.country) else 1


def _one_title(left: Office, right: Office) -> bool:
    """Whether both can be one office: in other words, by its acronym, or with a part of a minister's subjects."""
    if left.title == right.title or _share_acronym(left, right):
        return True
    one, other = left.portfolio, right.portfolio
    return bool(one and other) and (one <= other or other <= one)


def _heads_of_one_organization(left: Office, right: Office) -> bool:
    """Whether an informal word for its head, and his title, are of an organization that both name."""
    return bool(left.organization and right.organization) and head_and_title(left.title, right.title)


def _share_acronym(left: Office, right: Office) -> bool:
    """Whether an acronym that one article uses can stand for the title in the other."""
    return bool(left.acronyms & (right.acronyms | right.initials) or right.acronyms & (left.acronyms | left.initials))


def _rival_offices(left: Profile, right: Profile) -> bool:
    """Whether both now hold the office of one title, but in organizations that have nothing in common."""
    return any(
        one.title == other.title and _same_organization(one, other) is False
        for one, other in _current_offices(left, right)
    )


def _current_offices(left: Profile, right: Profile) -> Iterator[tuple[Office, Office]]:
    """Every office that one now holds with every one that the other now holds."""
    return ((one, other) for one in left.offices if one.current for other in right.offices if other.current)


def _same_organization(left: Office, right: Office) -> bool | None:
    """Whether one name holds all words of the other; None where one is unknown, or can be the other's acronym."""
    one, other = left.organization, right.organization
    if not (one and other) or _stands_for(left, right) or _stands_for(right, left):
        return None
    return one <= other or other <= one


def _stands_for(acronym: Office, written_out: Office) -> bool:
    """Whether the one word of an organization's name can be the acronym of another: UN, United Nations."""
    return len(acronym.organization) == 1 and acronym.organization <= written_out.organization_initials


def _disjoint(left: frozenset[str], right: frozenset[str]) -> bool:
    return bool(left and right and left.isdisjoint(right))


def _distance(left: frozenset[int], right: frozenset[int]) -> int:
    return min(abs(one - other) for one in left for other in right)


def _grades_apart(left: Profile, right: Profile) -> int:
    """The number of grades that two reports of one officer cannot lie apart: promotions take years."""
    return GRADES_APART + _days_apart(left, right) // (365 * YEARS_PER_GRADE)


def _days_apart(left: Profile, right: Profile) -> int:
    """The days between the last report of one and the first of the other; 0 if they overlap or a day is unknown."""
    if not (left.first and left.last and right.first and right.last):
        return 0
    return max(0, (right.first - left.last).days, (left.first - right.last).days)
