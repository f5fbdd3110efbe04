"""What articles say of one person, gathered in a form that can be compared."""

import datetime
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from newsie.folding import fold
from newsie.records import ArticleRecord, Meeting, Person
from newsie.resolve.clues import Clues
from newsie.resolve.members import Member
from newsie.resolve.office_titles import clue_titles, has_one_holder, is_head, office_title, portfolio
from newsie.resolve.person_name import PersonName, is_common, person_name
from newsie.resolve.words import content_words, initials

NOTHING: frozenset[str] = frozenset()

MEETING_OF_OTHERS = " + "
"""Stands in `company` between two who met each other, not the person."""


@dataclass(frozen=True)
class Office:
    """A role in a form to compare: content words of the title, acronyms stated and possible, whose it is.

    `portfolio` are the subjects of a minister.
    `organization_initials` are the acronyms that can stand for the organization.
    """

    title: frozenset[str]
    portfolio: frozenset[frozenset[str]]
    acronyms: frozenset[str]
    initials: frozenset[str]
    organization: frozenset[str]
    organization_initials: frozenset[str]
    country: str | None
    current: bool


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person in one article, as far as it takes to look the person up; `text` is the id of its independent text."""

    name: PersonName
    text: str
    clues: Clues


@dataclass(eq=False, slots=True)
class Profile:
    """What articles say of one person, gathered for comparing. `name` is its fullest form.

    `texts` are the ids of the independent texts that the articles print, `first` and `last` the days between which
    these appeared; `company` are those whom the person met, and the meetings of others that
    the articles report beside the person, as pairs of words of full names.
    """

    members: list[Member[Person]]
    appearances: list[Appearance]
    name: PersonName
    articles: set[str] | frozenset[str]
    texts: set[str] | frozenset[str]
    first: datetime.date | None
    last: datetime.date | None
    ranks: frozenset[str]
    branches: frozenset[str]
    grades: frozenset[int]
    offices: frozenset[Office]
    countries: frozenset[str]
    company: frozenset[str]

    def absorb(self, other: "Profile") -> None:
        """Add what is known of the same person from other articles."""
        self.members.extend(other.members)
        self.appearances.extend(other.appearances)
        self.name = min(self.name, other.name, key=lambda name: name.fullness)
        self.articles = _grown(self.articles, other.articles)
        self.texts = _grown(self.texts, other.texts)
        self.first = min(filter(None, (self.first, other.first)), default=None)
        self.last = max(filter(None, (self.last, other.last)), default=None)
        self.ranks |= other.ranks
        self.branches |= other.branches
        self.grades |= other.grades
        self.offices |= other.offices
        self.countries |= other.countries
        self.company |= other.company


def _grown(known: Set[str], added: Set[str]) -> set[str]:
    """Both together; a set of many is added to in place, for there are people in very many articles."""
    grown = known if isinstance(known, set) else set(known)
    grown |= added
    return grown


def profile(member: Member[Person], text: str) -> Profile:
    """Gather what one article says of a person. `text` is the id of the independent text that the article prints."""
    article = member.article.article
    one = stated_profile(member.record)
    one.members.append(member)
    one.company = _company(member.article, member.record.id)
    one.appearances.append(Appearance(one.name, text, _clues(one.offices, one.ranks, one.countries, one.company)))
    one.articles = frozenset((article.id,))
    one.texts = one.articles if text == article.id else frozenset((text,))
    one.first = one.last = article.published
    return one


def stated_profile(person: Person) -> Profile:
    """Gather what a record itself says of a person: names, ranks and roles, in no article and at no time."""
    name = person_name(person.name)
    if person.aliases:
        name = min((name, *map(person_name, person.aliases)), key=lambda form: form.fullness)
    offices = _offices(tuple((role.title, role.acronym, role.organization, role.country, role.status)
                             for role in person.roles))  # fmt: skip
    ranks = _ranks(tuple((rank.name, rank.branch, rank.grade) for rank in person.ranks))
    return Profile(
        members=[],
        appearances=[],
        name=name,
        articles=NOTHING,
        texts=NOTHING,
        first=None,
        last=None,
        ranks=ranks.names,
        branches=ranks.branches,
        grades=ranks.grades,
        offices=offices,
        countries=_countries(offices),
        company=NOTHING,
    )


_SERVICE = {"gendarmerie": "army"}
"""Gendarmeries and border guards have the army's ranks, and often its officers."""


class _Ranks(NamedTuple):
    """Names, service branches and places on the ladder of NATO grades of somebody's ranks."""

    names: frozenset[str]
    branches: frozenset[str]
    grades: frozenset[int]


# What very many articles say alike is kept once.


@lru_cache(maxsize=1 << 16)
def _ranks(ranks: tuple[tuple[str, str | None, str | None], ...]) -> _Ranks:
    return _Ranks(
        names=frozenset(name for name, _, _ in ranks),
        branches=frozenset(_SERVICE.get(branch, branch) for _, branch, _ in ranks if branch),
        grades=frozenset(_step(grade) for _, _, grade in ranks if grade),
    )


@lru_cache(maxsize=1 << 16)
def _offices(roles: tuple[tuple[str, str | None, str | None, str | None, str], ...]) -> frozenset[Office]:
    return frozenset(_office(*role) for role in roles)


@lru_cache(maxsize=1 << 16)
def _countries(offices: frozenset[Office]) -> frozenset[str]:
    return frozenset(office.country for office in offices if office.country)


@lru_cache(maxsize=1 << 16)
def _clues(
    offices: frozenset[Office], ranks: frozenset[str], countries: frozenset[str], company: frozenset[str]
) -> Clues:
    return Clues(
        ranks=ranks,
        countries=countries,
        company=company,
        titles=frozenset(
            title
            for office in offices
            for title in (
                *clue_titles(office.title, office.portfolio),
                *office.acronyms,
                *office.initials,
                *_clues_of_heads(office),
            )
        ),
        sole=frozenset(
            title
            for office in offices
            if office.country and office.current and has_one_holder(office.title, office.portfolio)
            for title in clue_titles(office.title, office.portfolio)
        ),
        organizations=frozenset(word for office in offices for word in office.organization),
    )


def _clues_of_heads(office: Office) -> Iterator[str]:
    """What is known of the head of an organization, whatever the title: its acronym, the letters in any order."""
    if is_head(office.title):
        names = office.organization_initials or (office.organization if len(office.organization) == 1 else ())
        yield from (f"head {''.join(sorted(name))}" for name in names)


def _step(grade: str) -> int:
    """The place of a NATO grade on one ladder: OF-10 is 10, OF-1 is 1, OR-9 is -1."""
    kind, _, number = grade.partition("-")
    return int(number) if kind == "OF" else int(number) - 10


def _office(title: str, acronym: str | None, organization: str | None, country: str | None, status: str) -> Office:
    bare_acronym = title if title.isupper() and " " not in title else None
    return Office(
        title=office_title(title),
        portfolio=portfolio(title),
        acronyms=frozenset(fold(form) for form in (acronym, bare_acronym) if form),
        initials=initials(title),
        organization=content_words(organization or ""),
        organization_initials=initials(organization or ""),
        country=country,
        current=status == "current",
    )


def _company(article: ArticleRecord, person: str) -> frozenset[str]:
    return frozenset(company for meeting in article.meetings for company in _company_at(meeting, person))


def _company_at(meeting: Meeting, person: str) -> Iterator[str]:
    """Those whom a person met at a meeting, or the two whom it names first where the person wasn't there."""
    people = [one for one in meeting.participants if one.type == "person"]
    met = [list(_given_name_pairs(person_name(one.name))) for one in people if one.id != person]
    if len(met) < len(people):
        yield from (pair for pairs in met for pair in pairs)
    elif len(met) > 1:
        yield from (MEETING_OF_OTHERS.join(sorted(both)) for both in product(*met[:2]))


def _given_name_pairs(name: PersonName) -> Iterator[str]:
    """The given name, in any spelling, with each other word of a full name: what shorter and longer forms share.

    Other pairs won't do: brothers share father's and family name.
    """
    given, *others = name.spelled
    if name.full:
        yield from (" ".join(sorted((given, other))) for other in others if not is_common((given, other)))
