"""Entities of which it is settled who belongs to them, and new members that join these at once.

Somebody of whom thousands of articles say the same need not be decided anew with each: a member of whom nothing new is
said leaves the records of all others, and what is one, as they are. The store is the same as if all had been decided.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlite_utils import Database

from newsie.resolve.entities import Resolved
from newsie.resolve.members import Entity, Member
from newsie.store.keys import KeyNumbers, bridged, linked
from newsie.store.kinds import Kind
from newsie.store.members import Stored
from newsie.store.sql import column_of, rows_of

SETTLED = {"settled": "entity_id"}
"""The table of the ids of such entities, and its column."""

_JUDGED = """
SELECT "left" FROM judgements WHERE "left" IN :values UNION SELECT "right" FROM judgements WHERE "right" IN :values
"""


def settled(
    db: Database, kind: Kind[Entity], resolved: Iterable[Resolved[Entity]], entities: Mapping[str, str]
) -> set[str]:
    """Return the ids of those entities whose members are alike, and connected with no others by keys or judgements.

    `entities` gives the entity of each of their members.
    """
    bound = bridged(db, entities) | {entities[id_] for id_ in column_of(db, _JUDGED, entities)}
    return {record.id for members, record in resolved if record.id not in bound and kind.alike(members)}


def at_once(
    db: Database, kind: Kind[Entity], fresh: Sequence[Stored[Entity]], keys: Mapping[str, KeyNumbers]
) -> dict[str, str]:
    """Return the ids of those new members who add nothing to a settled entity, each with the id of that.

    All whom their keys (which the store doesn't have yet) connect with them must belong to it, too. As of two people in
    one article only one can join, then none does.
    """
    by_id = {one.id: one for one in fresh}
    joining = defaultdict[str, list[Stored[Entity]]](list)
    for entity, ids in _only_homes(db, kind, keys):
        joining[entity] += [by_id[id_] for id_ in ids]
    firsts: dict[str, Stored[Entity]] = {one.id: one for one in kind.stored(db, "id", joining)}
    names: dict[str, str] = dict(rows_of(db, f"SELECT id, name FROM {kind.table} WHERE id IN :values", joining))
    judged = column_of(db, _JUDGED, by_id)
    return {
        one.id: entity
        for entity, first in firsts.items()  # an entity may just have lost the first of its members
        if judged.isdisjoint(one.id for one in joining[entity])
        and _add_nothing(kind, joining[entity], first.member, names[entity])
        for one in joining[entity]
    }


def _only_homes(
    db: Database, kind: Kind[Entity], keys: Mapping[str, KeyNumbers]
) -> Iterable[tuple[str, Sequence[str]]]:
    """The settled entities of which new members, together with all of the new that they are linked with, seek a key.

    Those who seek a key of anybody else are left out.
    """
    if not db.execute("SELECT 1 FROM settled LIMIT 1").fetchone():
        return
    groups = list(linked(db, keys))
    query = f"""
    SELECT id, {kind.type}_id FROM article_entities JOIN settled ON entity_id = {kind.type}_id WHERE id IN :values
    """
    homes: dict[str, str] = dict(rows_of(db, query, {holder for _, holders in groups for holder in holders}))
    for ids, holders in groups:
        found = {homes.get(holder) for holder in holders}
        for home in found if len(found) == 1 else ():
            if home is not None:
                yield home, ids


def _add_nothing(kind: Kind[Entity], some: Sequence[Stored[Entity]], first: Member[Entity], name: str) -> bool:
    """Whether members of articles of their own come later in a run than the first of an entity, and add nothing."""
    return len({one.member.key[0] for one in some}) == len(some) and all(
        one.entity is None
        and _place(one.member) > _place(first)
        and kind.adds_nothing(one.member.record, first.record, name)
        and kind.alike([first, one.member])
        for one in some
    )


def _place(one: Member[Entity]) -> tuple[str, str, int, str]:
    """Where a run mentions it first, whatever other articles the run has."""
    _, start, id_ = one.position
    return one.article.article.source, one.key[0], start, id_
