"""Who and what is one across the articles of a store: decided anew for those whom a change can concern."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic

from sqlite_utils import Database

from newsie.records import Organization, Person, Place
from newsie.resolve.entities import Resolved, Texts, resolved_organizations, resolved_people, resolved_places
from newsie.resolve.judgements import Judgements
from newsie.resolve.lookup import person_keys
from newsie.resolve.members import Entity, Member
from newsie.resolve.organizations import organization_keys
from newsie.resolve.places import place_keys
from newsie.store.entity_rows import (
    ORGANIZATION_TABLES,
    PERSON_TABLES,
    PLACE_TABLES,
    organization_rows,
    person_rows,
    place_rows,
)
from newsie.store.holding import judgements_that_hold
from newsie.store.keys import Keys, connected, rekey
from newsie.store.members import Stored, in_order_of_run, stored_organizations, stored_people, stored_places
from newsie.store.sql import Tables, bring_up_to_date, rows_of

Quoted = tuple[str | None, ...]
Entities = Mapping[str, Quoted]
"""What others quote of people, organizations or places, by their ids: the name, and of a place kind and country."""


@dataclass(frozen=True)
class Kind(Generic[Entity]):
    """How one type of entity is kept: how it is read, looked up, told apart and written."""

    type: str
    stored: Callable[[Database, str, Iterable[str]], list[Stored[Entity]]]
    keys: Callable[[Member[Entity], str], Keys]
    resolved: Callable[[list[Member[Entity]], Texts, Judgements], Iterable[Resolved[Entity]]]
    rows: Callable[[Entity], Tables]
    tables: Mapping[str, str]


def update_entities(
    db: Database, kind: Kind[Entity], articles: Iterable[str], touched: Iterable[str], emptied: Iterable[str]
) -> set[str]:
    """Decide anew who is one, and return the ids of the articles that now have somebody else, or another name of them.

    `articles` are new or print another text than before; `touched` members and `emptied` entities have lost members.
    """
    fresh: list[Stored[Entity]] = kind.stored(db, "article_id", articles)
    reached = rekey(db, kind.type, {one.id: kind.keys(one.member, one.text) for one in fresh}).union(touched)
    others: list[Stored[Entity]] = kind.stored(db, "id", connected(db, reached).difference(one.id for one in fresh))
    ordered: list[Stored[Entity]] = in_order_of_run(fresh + others)
    members = {one.member.key: one for one in ordered}
    former = _quoted(db, kind, {one.entity for one in members.values() if one.entity}.union(emptied))
    texts = {article: one.text for (article, _), one in members.items()}
    resolved = list(kind.resolved([one.member for one in ordered], texts, judgements_that_hold(db)))
    owners = {record.id for _, record in resolved}.union(former)
    bring_up_to_date(db, kind.tables, owners, [kind.rows(record) for _, record in resolved])
    current = {members[member.key]: record.id for group, record in resolved for member in group}
    _link(db, kind, current)
    return _renamed(current, former, _quoted(db, kind, owners))


def _quoted(db: Database, kind: Kind[Entity], ids: Iterable[str]) -> Entities:
    columns = "id, name, kind, country" if kind.type == "place" else "id, name"
    query = f"SELECT {columns} FROM {next(iter(kind.tables))} WHERE id IN :values"
    return {id_: tuple(rest) for id_, *rest in rows_of(db, query, ids)}


def _link(db: Database, kind: Kind[Entity], current: Mapping[Stored[Entity], str]) -> None:
    moved = ((entity, one.id) for one, entity in current.items() if one.entity != entity)
    db.conn.executemany(f"UPDATE article_entities SET {kind.type}_id = ? WHERE id = ?", moved)


def _renamed(current: Mapping[Stored[Entity], str], before: Entities, after: Entities) -> set[str]:
    """The articles of those members that are another entity now, or of an entity that is quoted otherwise."""
    return {
        one.member.key[0]
        for one, entity in current.items()
        if one.entity != entity or before.get(entity) != after[entity]
    }


PEOPLE: Kind[Person] = Kind(
    type="person",
    stored=stored_people,
    keys=lambda member, text: Keys(*person_keys(member, text)),
    resolved=resolved_people,
    rows=person_rows,
    tables=PERSON_TABLES,
)
ORGANIZATIONS: Kind[Organization] = Kind(
    type="organization",
    stored=stored_organizations,
    keys=lambda member, text: Keys(organization_keys(member, text)),
    resolved=resolved_organizations,
    rows=organization_rows,
    tables=ORGANIZATION_TABLES,
)
PLACES: Kind[Place] = Kind(
    type="place",
    stored=stored_places,
    keys=lambda member, text: Keys(place_keys(member, text)),
    resolved=resolved_places,
    rows=place_rows,
    tables=PLACE_TABLES,
)
