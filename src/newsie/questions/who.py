"""`newsie who`: a page on a person."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from sqlite_utils import Database

from newsie.questions.acquaintances import acquaintances
from newsie.questions.answers import Appearance, Office, PersonPage, Who
from newsie.questions.called import Called, ids_of
from newsie.questions.selection import Selection, selected
from newsie.records import Person, Rank, Role
from newsie.store.read import people
from newsie.store.sql import dicts_of, rows_of
from newsie.write.wording import rank_text, role_text

_RANKS = """
SELECT stated.name, stated.grade, stated.branch, stated.retired, articles.source, articles.published
FROM article_entities AS entity
JOIN article_ranks AS stated ON stated.article_entity_id = entity.id
JOIN articles ON articles.id = entity.article_id
WHERE entity.person_id IN :values
ORDER BY articles.published IS NULL, articles.published, articles.source, stated.position
"""
_ROLES = """
SELECT stated.title, stated.acronym, stated.organization, stated.country, stated.status,
    articles.source, articles.published
FROM article_entities AS entity
JOIN article_roles AS stated ON stated.article_entity_id = entity.id
JOIN articles ON articles.id = entity.article_id
WHERE entity.person_id IN :values
ORDER BY articles.published IS NULL, articles.published, articles.source, stated.position
"""

_APPEARANCES = """
SELECT entity.id, entity.name, articles.source, articles.published FROM article_entities AS entity
JOIN articles ON articles.id = entity.article_id
WHERE entity.person_id IN :values
ORDER BY articles.published IS NULL, articles.published, articles.source, entity.start, entity.id
"""


def who(db: Database, called: Iterable[Called]) -> Who:
    """Return a page for each of those whom a name can mean, in their order."""
    wanted = list(called)
    found = {person.id: person for person in people(db, ids_of(wanted))}
    return Who(people=tuple(_page(db, found[one.id], one.reason) for one in wanted))


def _page(db: Database, person: Person, reason: str) -> PersonPage:
    return PersonPage(
        person=person,
        reason=reason,
        offices=tuple(_offices(db, person.id)),
        met=acquaintances(db, person.id),
        meetings=selected(db, Selection(present=(frozenset({person.id}),))),
        appearances=tuple(map(Appearance.model_validate, dicts_of(db, _APPEARANCES, [person.id]))),
    )


@dataclass
class _Period:
    """What the articles that give somebody one rank or role call it, their days and sources."""

    texts: set[str] = field(default_factory=set)
    days: list[datetime.date] = field(default_factory=list)
    sources: dict[str, None] = field(default_factory=dict)

    def extend(self, text: str, source: str, published: str | None) -> None:
        """Add an article."""
        self.texts.add(text)
        self.sources[source] = None
        if published:
            self.days.append(datetime.date.fromisoformat(published))


def _offices(db: Database, person: str) -> list[Office]:
    """The ranks and roles of a person over time, the earliest first."""
    periods: defaultdict[Rank | Role, _Period] = defaultdict(_Period)
    for name, grade, branch, retired, *where in rows_of(db, _RANKS, [person]):
        rank = Rank(name=name, grade=grade, branch=branch, retired=retired)
        periods[rank.model_copy(update={"branch": None})].extend(rank_text(rank), *where)
    for title, acronym, organization, country, status, *where in rows_of(db, _ROLES, [person]):
        role = Role(title=title, acronym=acronym, organization=organization, country=country, status=status)
        periods[role.model_copy(update={"acronym": None})].extend(role_text(role), *where)
    offices = [_office("rank" if isinstance(one, Rank) else "role", period) for one, period in periods.items()]
    return sorted(offices, key=lambda office: (office.kind, office.first or datetime.date.max, office.text))


def _office(kind: Literal["rank", "role"], period: _Period) -> Office:
    """The office by its longest text: one article gives the acronym, another doesn't."""
    return Office(
        text=max(sorted(period.texts), key=len),
        kind=kind,
        first=min(period.days, default=None),
        last=max(period.days, default=None),
        sources=tuple(period.sources),
    )
