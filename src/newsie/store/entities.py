"""Who and what is one across the articles of a store: decided anew for those whom a change can concern."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic

from sqlite_utils import Database

from newsie.ids import content_id
from newsie.records import ArticleRecord, Organization, Person, Place
from newsie.resolve.entities import Resolved, Texts, resolved_organizations, resolved_people, resolved_places
from newsie.resolve.judgements import Judgements
from newsie.resolve.lookup import person_keys
from newsie.resolve.members import Entity, Member, in_order
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
from newsie.store.keys import connected, rekey
from newsie.store.loading import records_of, texts_of
from newsie.store.sql import Tables, bring_up_to_date, rows_of

Links = Mapping[str, tuple[str | None, ...]]


@dataclass(frozen=True)
class Kind(Generic[Entity]):
    """How one type of entity is kept: where articles have it, how it is looked up, told apart and written."""

    type: str
    of_article: Callable[[ArticleRecord], Sequence[Entity]]
    keys: Callable[[Member[Entity], str], frozenset[str]]
    resolved: Callable[[list[Member[Entity]], Texts, Judgements], Iterable[Resolved[Entity]]]
    rows: Callable[[Entity], Tables]
    tables: Mapping[str, str]


def update_entities(
    db: Database, kind: Kind[Entity], articles: Iterable[str], touched: Iterable[str], emptied: Iterable[str]
) -> set[str]:
    """Decide anew who is one, and return the ids of the articles that now have somebody else, or another name of them.

    `articles` are new or print another text than before; `touched` members and `emptied` entities have lost members.
    """
    reached = rekey(db, kind.type, _keys_of_articles(db, kind, articles)).union(touched)
    members = _members(db, kind, connected(db, reached))
    former = _links(db, kind, members)
    texts = texts_of(db, {member.key[0] for member in members})
    resolved = list(kind.resolved(members, texts, judgements_that_hold(db)))
    owners = {record.id for _, record in resolved}.union(emptied, (link[0] for link in former.values() if link[0]))
    bring_up_to_date(db, kind.tables, owners, [kind.rows(record) for _, record in resolved])
    _link(db, kind, former, resolved)
    current = _links(db, kind, members)
    return {member.key[0] for member in members if _differ(_member_id(kind, member), former, current)}


def _member_id(kind: Kind[Entity], member: Member[Entity]) -> str:
    return content_id(kind.type, *member.key)


def _keys_of_articles(db: Database, kind: Kind[Entity], articles: Iterable[str]) -> dict[str, frozenset[str]]:
    records = records_of(db, articles)
    texts = texts_of(db, [record.article.id for record in records])
    members = [Member(record, order, one) for order, record in enumerate(records) for one in kind.of_article(record)]
    return {_member_id(kind, member): kind.keys(member, texts[member.key[0]]) for member in members}


def _members(db: Database, kind: Kind[Entity], ids: Iterable[str]) -> list[Member[Entity]]:
    """The members of this kind with these ids, in the order of the run."""
    query = f"SELECT article_id, local_id FROM article_entities WHERE type = '{kind.type}' AND id IN :values"
    wanted = set(rows_of(db, query, ids))
    records = records_of(db, {article for article, _ in wanted})
    found = (Member(record, order, one) for order, record in enumerate(records) for one in kind.of_article(record))
    return in_order(member for member in found if member.key in wanted)


def _links(db: Database, kind: Kind[Entity], members: Iterable[Member[Entity]]) -> Links:
    """For each member the id of its entity, if it has one yet, and what others quote of that: name, of a place more."""
    quoted = "one.name, one.kind, one.country" if kind.type == "place" else "one.name"
    query = f"""
    SELECT member.id, member.{kind.type}_id, {quoted} FROM article_entities AS member
    LEFT JOIN {next(iter(kind.tables))} AS one ON one.id = member.{kind.type}_id WHERE member.id IN :values
    """
    return {id_: tuple(rest) for id_, *rest in rows_of(db, query, [_member_id(kind, one) for one in members])}


def _link(db: Database, kind: Kind[Entity], former: Links, resolved: Iterable[Resolved[Entity]]) -> None:
    for members, record in resolved:
        for id_ in (_member_id(kind, member) for member in members):
            if former[id_][0] != record.id:
                db.execute(f"UPDATE article_entities SET {kind.type}_id = ? WHERE id = ?", [record.id, id_])


def _differ(id_: str, former: Links, current: Links) -> bool:
    return former[id_] != current[id_]


PEOPLE: Kind[Person] = Kind(
    type="person",
    of_article=lambda record: record.people,
    keys=person_keys,
    resolved=resolved_people,
    rows=person_rows,
    tables=PERSON_TABLES,
)
ORGANIZATIONS: Kind[Organization] = Kind(
    type="organization",
    of_article=lambda record: record.organizations,
    keys=organization_keys,
    resolved=resolved_organizations,
    rows=organization_rows,
    tables=ORGANIZATION_TABLES,
)
PLACES: Kind[Place] = Kind(
    type="place",
    of_article=lambda record: record.places,
    keys=place_keys,
    resolved=resolved_places,
    rows=place_rows,
    tables=PLACE_TABLES,
)
