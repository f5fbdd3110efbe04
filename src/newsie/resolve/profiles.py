"""What articles say of one person, gathered in a form that can be compared."""

import datetime
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from newsie.records import ArticleRecord, Person, Role
from newsie.resolve.members import Member, name_forms
from newsie.resolve.names import fullest, is_full, name_key
from newsie.resolve.words import content_words, fold, initials


@dataclass(frozen=True)
class Office:
    """A role in a form to compare: content words of the title, acronyms stated and possible, whose it is."""

    title: frozenset[str]
    acronyms: frozenset[str]
    initials: frozenset[str]
    organization: frozenset[str]
    country: str | None
    current: bool


@dataclass
class Profile:
    """What articles say of one person, gathered for comparing. `texts` are the ids of their independent texts.

    `company` are the keys of the full names of those whom the person met; `days` the articles' days of publication.
    """

    members: list[Member[Person]] = field(default_factory=list)
    names: Counter[str] = field(default_factory=Counter)
    articles: set[str] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    days: set[datetime.date] = field(default_factory=set)
    ranks: set[str] = field(default_factory=set)
    branches: set[str] = field(default_factory=set)
    grades: set[int] = field(default_factory=set)
    offices: set[Office] = field(default_factory=set)
    countries: set[str] = field(default_factory=set)
    company: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The fullest form of the name."""
        return fullest(self.names)

    def absorb(self, other: "Profile") -> None:
        """Add what is known of the same person from other articles."""
        self.members.extend(other.members)
        self.names.update(other.names)
        self.articles |= other.articles
        self.texts |= other.texts
        self.days |= other.days
        self.ranks |= other.ranks
        self.branches |= other.branches
        self.grades |= other.grades
        self.offices |= other.offices
        self.countries |= other.countries
        self.company |= other.company


def profile(member: Member[Person], text: str) -> Profile:
    """Gather what one article says of a person. `text` is the id of the independent text that the article prints."""
    article, person = member.article.article, member.record
    return Profile(
        members=[member],
        names=name_forms([member]),
        articles={article.id},
        texts={text},
        days={article.published} if article.published else set(),
        ranks={rank.name for rank in person.ranks},
        branches={rank.branch for rank in person.ranks if rank.branch},
        grades={_step(rank.grade) for rank in person.ranks if rank.grade},
        offices={_office(role) for role in person.roles},
        countries={role.country for role in person.roles if role.country},
        company=_company(member.article, person.id),
    )


def evidence_tokens(person: Profile) -> Iterable[tuple[str, object]]:
    """Return what two people must share some of to have any evidence in common: the keys to look each other up by."""
    facts: Mapping[str, Iterable[object]] = {
        "text": person.texts,
        "rank": person.ranks,
        "country": person.countries,
        "company": person.company,
        "title": (office.title for office in person.offices),
        "acronym": (acronym for office in person.offices for acronym in office.acronyms | office.initials),
    }
    return sorted({(kind, value) for kind, values in facts.items() for value in values}, key=repr)


def _step(grade: str) -> int:
    """The place of a NATO grade on one ladder: OF-10 is 10, OF-1 is 1, OR-9 is -1."""
    kind, _, number = grade.partition("-")
    return int(number) if kind == "OF" else int(number) - 10


def _office(role: Role) -> Office:
    bare_acronym = role.title if role.title.isupper() and " " not in role.title else None
    return Office(
        title=content_words(role.title),
        acronyms=frozenset(fold(acronym) for acronym in (role.acronym, bare_acronym) if acronym),
        initials=initials(role.title),
        organization=content_words(role.organization or ""),
        country=role.country,
        current=role.status == "current",
    )


def _company(article: ArticleRecord, person: str) -> set[str]:
    company: set[str] = set()
    for meeting in article.meetings:
        if any(participant.id == person for participant in meeting.participants):
            company.update(
                name_key(other.name)
                for other in meeting.participants
                if other.type == "person" and other.id != person and is_full(other.name)
            )
    return company
