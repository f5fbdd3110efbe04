"""The judgements that a store keeps: made, undone, listed; what they change in it is decided anew at once."""

import datetime
from collections.abc import Iterable, Sequence

from sqlite_utils import Database

from newsie.errors import InputError
from newsie.ids import content_id
from newsie.records import Judgement, Verb
from newsie.store.connection import transaction
from newsie.store.deciding import decide_anew
from newsie.store.holding import judgements
from newsie.store.sql import rows_of

MEETING_VERBS = ("reject", "accept")

_TYPE = """
SELECT id, type FROM article_entities WHERE id IN :values
UNION ALL SELECT id, 'meeting' FROM article_meetings WHERE id IN :values
"""


def judge(db: Database, verb: Verb, ids: tuple[str, ...], author: str, now: datetime.datetime) -> Judgement:
    """Keep a judgement on one id or two, and let it take effect.

    Raises InputError if an id is not in the store, or is none that can be judged so.
    """
    left, right = (*ids, None)[:2]
    made = Judgement(
        id=content_id(verb, *ids, author, now), verb=verb, left=left, right=right, author=author, made_at=now
    )
    with transaction(db):
        _check(db, verb, ids)
        db.table("judgements").insert(_row(made), ignore=True)
        decide_anew(db, (), ids)
    return made


def undo(db: Database, now: datetime.datetime) -> Judgement:
    """Take the latest judgement back that holds. Raises InputError if there is none."""
    with transaction(db):
        made = [one for one in judgements(db) if one.undone_at is None]
        if not made:
            raise InputError("no judgement to undo; newsie judgements lists them")
        undone = made[-1].model_copy(update={"undone_at": now})
        db.table("judgements").update(undone.id, {"undone_at": now.isoformat()})
        decide_anew(db, (), _ids(undone))
    return undone


def import_judgements(db: Database, given: Iterable[Judgement]) -> int:
    """Add judgements of another store, and let them take effect; return how many this one didn't have.

    Those on ids that are not here are kept: they take effect when the articles come.
    """
    with transaction(db):
        known = {one.id: one for one in judgements(db)}
        fresh = [one for one in given if known.get(one.id) != one]
        db.table("judgements").upsert_all(map(_row, fresh), pk="id")
        decide_anew(db, (), [id_ for one in fresh for id_ in _ids(one)])
    return len(fresh)


def _check(db: Database, verb: Verb, ids: Sequence[str]) -> None:
    types: dict[str, str] = dict(rows_of(db, _TYPE, ids))
    for id_ in ids:
        if id_ not in types:
            raise InputError(f"{id_}: no such id in this store; newsie who and newsie timeline --json show ids")
        if verb in MEETING_VERBS and types[id_] != "meeting":
            raise InputError(f"{id_}: the id of a {types[id_]}; newsie {verb} takes that of a meeting")
    if len({types[id_] for id_ in ids}) > 1:
        raise InputError(
            f"{' and '.join(ids)}: a {' and a '.join(types[id_] for id_ in ids)}; give two ids of one type"
        )
    if len(set(ids)) < len(ids):
        raise InputError(f"{ids[0]}: given twice; give two ids")


def _ids(one: Judgement) -> list[str]:
    return [id_ for id_ in (one.left, one.right) if id_]


def _row(one: Judgement) -> dict[str, object]:
    return one.model_dump(mode="json")
