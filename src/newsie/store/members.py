"""People, organizations and places of single articles, as their rows have them: all that it takes to tell who is one.

A country is in half of all articles. So their records aren't read; each member comes with an article in which nothing
stands but what is compared: day, cities, and whom a person met.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic

from sqlite_utils import Database

from newsie.records import (
    Article,
    ArticleRecord,
    Codes,
    Generator,
    Meeting,
    Mention,
    Organization,
    Participant,
    Person,
    Place,
)
from newsie.resolve.clusters import by_key
from newsie.resolve.members import Entity, Member
from newsie.store.parts import Parts, ranks_in_articles, roles_in_articles
from newsie.store.sql import Row, dicts_of

_MEMBERS = """
SELECT one.*, source, published, coalesce(wire_copy_of, articles.id) AS text
FROM article_entities AS one JOIN articles ON articles.id = one.article_id
WHERE one.{column} IN :values AND one.type = '{type}'
"""
_CITIES = "SELECT article_id, local_id, name FROM article_entities WHERE article_id IN :values AND kind = 'city'"

_GENERATOR = Generator(newsie="", model="")
_CODES = Codes(cameo="", plover="")

EntityOf = Callable[[Row], Entity]


@dataclass(frozen=True, eq=False, slots=True)
class Stored(Generic[Entity]):
    """A member with its id in the store, the independent text that its article prints, and its entity, if any yet."""

    id: str
    member: Member[Entity]
    text: str
    entity: str | None


def stored_people(db: Database, column: str, values: Iterable[str]) -> list[Stored[Person]]:
    """Return the people of articles whose `column` (id or article_id) is one of these values, in no order."""
    rows = _rows(db, "person", column, values)
    ids = [row["id"] for row in rows]
    ranks, roles = ranks_in_articles(db, ids), roles_in_articles(db, ids)

    def person(row: Row) -> Person:
        facts = {"aliases": _names(row["aliases"]), "ranks": ranks[row["id"]], "roles": roles[row["id"]]}
        return Person(id=row["local_id"], name=row["name"], mentions=_first_mention(row), **facts)

    return _stored(rows, "person", person, {})


def stored_organizations(db: Database, column: str, values: Iterable[str]) -> list[Stored[Organization]]:
    """Return the organizations of articles, as `stored_people` does people."""

    def organization(row: Row) -> Organization:
        facts = {"acronym": row["acronym"], "country": row["country"], "aliases": _names(row["aliases"])}
        return Organization(id=row["local_id"], name=row["name"], mentions=_first_mention(row), **facts)

    return _stored(_rows(db, "organization", column, values), "organization", organization, {})


def stored_places(db: Database, column: str, values: Iterable[str]) -> list[Stored[Place]]:
    """Return the places of articles, as `stored_people` does people."""
    rows = _rows(db, "place", column, values)

    def place(row: Row) -> Place:
        facts = {"kind": row["kind"], "country": row["country"]}
        return Place(id=row["local_id"], name=row["name"], mentions=_first_mention(row), **facts)

    # Only what may be the same building is compared by the cities of its article.
    facilities = any(row["kind"] == "facility" for row in rows)
    return _stored(rows, "place", place, _cities(db, {row["article_id"] for row in rows}) if facilities else {})


def in_order_of_run(stored: Iterable[Stored[Entity]]) -> list[Stored[Entity]]:
    """Return members in the order of a run, each with the place of its article in it."""
    by_article = by_key(stored, lambda one: (one.member.article.article.source, one.member.key[0]))
    return [
        replace(one, member=replace(one.member, order=order))
        for order, article in enumerate(sorted(by_article))
        for one in sorted(by_article[article], key=lambda one: one.member.position)
    ]


def _rows(db: Database, type_: str, column: str, values: Iterable[str]) -> list[Row]:
    return dicts_of(db, _MEMBERS.format(column=column, type=type_), values)


def _cities(db: Database, articles: Iterable[str]) -> Parts[Place]:
    cities = defaultdict[str, tuple[Place, ...]](tuple)
    for row in dicts_of(db, _CITIES, articles):
        cities[row["article_id"]] += (Place(id=row["local_id"], name=row["name"], kind="city"),)
    return cities


def _stored(
    rows: Sequence[Row], type_: str, entity: EntityOf[Entity], cities: Mapping[str, tuple[Place, ...]]
) -> list[Stored[Entity]]:
    return [
        Stored(
            id=row["id"],
            member=Member(_article(row, cities.get(row["article_id"], ())), 0, entity(row)),
            text=row["text"],
            entity=row[f"{type_}_id"],
        )
        for row in rows
    ]


def _article(row: Row, cities: tuple[Place, ...]) -> ArticleRecord:
    article = Article(id=row["article_id"], source=row["source"], published=row["published"], text="")
    met = _names(row["met"])
    return ArticleRecord(
        generator=_GENERATOR,
        article=article,
        places=cities,
        meetings=(_meeting(row["local_id"], row["name"], met),) if met else (),
    )


def _meeting(person: str, name: str, met: Iterable[str]) -> Meeting:
    others = (Participant(name=other, type="person") for other in met)
    everybody = (Participant(id=person, name=name, type="person"), *others)
    return Meeting(id="", kind="meeting", status="held", participants=everybody, codes=_CODES, reports=())


def _first_mention(row: Row) -> tuple[Mention]:
    return (Mention(article=row["article_id"], start=row["start"], end=row["start"], text="", kind="name"),)


def _names(listed: str | None) -> tuple[str, ...]:
    return tuple(json.loads(listed)) if listed else ()
