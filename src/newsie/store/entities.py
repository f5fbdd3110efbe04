"""Who and what is one across the articles of a store: decided anew for those whom a change can concern."""

from collections.abc import Iterable, Mapping, Sequence

from sqlite_utils import Database

from newsie.resolve.entities import Resolved
from newsie.resolve.members import Entity
from newsie.store.holding import judgements_that_hold
from newsie.store.keys import connected, numbered, rekey
from newsie.store.kinds import Kind
from newsie.store.members import Stored, in_order_of_run
from newsie.store.settled import SETTLED, at_once, settled
from newsie.store.sql import bring_up_to_date, rows_of

Quoted = tuple[str | None, ...]
QuotedEntities = Mapping[str, Quoted]
"""What others quote of people, organizations or places, by their ids: the name, and of a place kind and country."""


def update_entities(
    db: Database, kind: Kind[Entity], articles: Iterable[str], touched: Iterable[str], emptied: Iterable[str]
) -> set[str]:
    """Decide anew who is one, and return the ids of the articles that now have somebody else, or another name of them.

    `articles` are new or print another text than before; `touched` members and `emptied` entities have lost members.
    """
    fresh: list[Stored[Entity]] = kind.stored(db, "article_id", articles)
    keys = numbered(kind.type, {one.id: kind.keys(one.member, one.text) for one in fresh})
    joining = at_once(db, kind, fresh, keys)
    undecided = connected(db, rekey(db, keys).union(touched).difference(joining))
    joined = {one: joining[one.id] for one in fresh if one.id in joining and one.id not in undecided}
    _link(db, kind, joined)
    among = [one for one in fresh if one.id in undecided]
    others: list[Stored[Entity]] = kind.stored(db, "id", undecided.difference(one.id for one in among))
    renamed = _decide(db, kind, in_order_of_run(among + others), emptied)
    return renamed.union(one.member.key[0] for one in joined)


def _decide(db: Database, kind: Kind[Entity], ordered: Sequence[Stored[Entity]], emptied: Iterable[str]) -> set[str]:
    """Decide who of these is one; return the articles of those for whom that has changed."""
    members = {one.member.key: one for one in ordered}
    former = _quoted(db, kind, {one.entity for one in ordered if one.entity}.union(emptied))
    texts = {article: one.text for (article, _), one in members.items()}
    resolved: list[Resolved[Entity]] = list(
        kind.resolved([one.member for one in ordered], texts, judgements_that_hold(db))
    )
    current = {members[member.key]: record.id for group, record in resolved for member in group}
    owners = set(current.values()).union(former)
    rows = [kind.rows(record) for _, record in resolved]
    certain = settled(db, kind, resolved, {one.id: entity for one, entity in current.items()})
    bring_up_to_date(db, kind.tables, owners, rows)
    bring_up_to_date(db, SETTLED, owners, [{"settled": [{"entity_id": id_}]} for id_ in certain])
    _link(db, kind, current)
    return _renamed(current, former, _quoted(db, kind, owners))


def _quoted(db: Database, kind: Kind[Entity], ids: Iterable[str]) -> QuotedEntities:
    columns = "id, name, kind, country" if kind.type == "place" else "id, name"
    query = f"SELECT {columns} FROM {kind.table} WHERE id IN :values"
    return {id_: tuple(rest) for id_, *rest in rows_of(db, query, ids)}


def _link(db: Database, kind: Kind[Entity], current: Mapping[Stored[Entity], str]) -> None:
    moved = ((entity, one.id) for one, entity in current.items() if one.entity != entity)
    db.conn.executemany(f"UPDATE article_entities SET {kind.type}_id = ? WHERE id = ?", moved)


def _renamed(current: Mapping[Stored[Entity], str], before: QuotedEntities, after: QuotedEntities) -> set[str]:
    """The articles of those members that are another entity now, or of an entity that is quoted otherwise."""
    return {
        one.member.key[0]
        for one, entity in current.items()
        if one.entity != entity or before.get(entity) != after[entity]
    }
