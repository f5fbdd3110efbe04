"""`newsie who`: a page on a person."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

from sqlite_utils import Database

from newsie.questions.acquaintances import acquaintances
from newsie.questions.answers import Office, PersonPage, Who
from newsie.questions.called import Called, ids_of
from newsie.questions.selection import Selection, selected
from newsie.questions.sources import sources_of
from newsie.records import Person, Rank, Role
from newsie.store.read import people
from newsie.store.sql import rows_of
from newsie.write.wording import rank_text, role_text

_RANKS = """
SELECT stated.name, grade, branch, retired, articles.source, articles.published
FROM article_entities AS entity
JOIN article_ranks AS stated ON stated.article_entity_id = entity.id
JOIN articles ON articles.id = entity.article_id
WHERE entity.person_id IN :values
ORDER BY articles.published IS NULL, articles.published, articles.source, stated.position
"""
_ROLES = """
SELECT stated.title, acronym, organization, country, status, articles.source, articles.published
FROM article_entities AS entity
JOIN article_roles AS stated ON stated.article_entity_id = entity.id
JOIN articles ON articles.id = entity.article_id
WHERE entity.person_id IN :values
ORDER BY articles.published IS NULL, articles.published, articles.source, stated.position
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
        sources=sources_of(db, person.id),
    )


@dataclass
class _Period:
    """The days and sources of the articles that give somebody one rank or role."""

    days: list[datetime.date] = field(default_factory=list)
    sources: dict[str, None] = field(default_factory=dict)


def _offices(db: Database, person: str) -> list[Office]:
    """The ranks and roles of a person over time, the earliest first."""
    periods: dict[tuple[str, str], _Period] = {}
    for name, grade, branch, retired, *where in rows_of(db, _RANKS, [person]):
        rank = Rank(name=name, grade=grade, branch=branch, retired=retired)
        _extend(periods.setdefault(("rank", rank_text(rank)), _Period()), *where)
    for title, acronym, organization, country, status, *where in rows_of(db, _ROLES, [person]):
        role = Role(title=title, acronym=acronym, organization=organization, country=country, status=status)
        _extend(periods.setdefault(("role", role_text(role)), _Period()), *where)
    offices = [_office(kind, text, period) for (kind, text), period in periods.items()]
    return sorted(offices, key=lambda office: (office.kind, office.first or datetime.date.max, office.text))


def _extend(period: _Period, source: str, published: str | None) -> None:
    period.sources[source] = None
    if published:
        period.days.append(datetime.date.fromisoformat(published))


def _office(kind: str, text: str, period: _Period) -> Office:
    first, last = min(period.days, default=None), max(period.days, default=None)
    return Office.model_validate(
        {"text": text, "kind": kind, "first": first, "last": last, "sources": tuple(period.sources)}
    )
