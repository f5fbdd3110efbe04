"""What the members of one entity or event have in common: two can only be one if chains of shared keys connect them.

The keys of a person, organization or place are facts of its own article (and of which text that prints), those of a
meeting or agreement are made from who took part; so the members whose keys a new article touches, and those connected
with them, are all that need be decided anew.
"""

from collections.abc import Hashable, Iterable, Mapping

from sqlite_utils import Database

from newsie.ids import content_number
from newsie.store.sql import column_of, rows_of

_JUDGED_WITH = """
SELECT "right" FROM judgements WHERE "left" IN :values AND "right" IS NOT NULL
UNION SELECT "left" FROM judgements WHERE "right" IN :values
"""


def rekey(db: Database, type_: str, keys: Mapping[str, Iterable[Hashable]]) -> set[str]:
    """Give members of one type (person, meeting, …) other keys, whose numbers are that type's own.

    Return all who share an old or a new key with them, themselves among them.
    """
    former = sharing(db, keys)
    forget_keys(db, keys)
    rows = ((content_number(type_, key), int(id_, 16)) for id_, own in keys.items() for key in set(own))
    db.conn.executemany("INSERT OR IGNORE INTO identity_keys (key, member) VALUES (?, ?)", rows)
    return former | sharing(db, keys) | set(keys)


def forget_keys(db: Database, members: Iterable[str]) -> None:
    """Take their keys from members."""
    rows_of(db, "DELETE FROM identity_keys WHERE member IN :values", _numbers(members))


def connected(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members whom chains of shared keys and judgements connect with these, these among them."""
    frontier = _numbers(members)
    found, seen_keys = set(frontier), set[int]()
    while frontier:
        keys = _keys_of(db, frontier) - seen_keys
        seen_keys |= keys
        frontier = (_having(db, keys) | _judged_with(db, frontier)) - found
        found |= frontier
    return _ids(found)


def bound(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members that share a key, or a judgement, with one of these."""
    return sharing(db, members) | _ids(_judged_with(db, _numbers(members)))


def sharing(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members that share a key with one of these, these among them if they have keys."""
    return _ids(_having(db, _keys_of(db, _numbers(members))))


def _keys_of(db: Database, members: Iterable[int]) -> set[int]:
    return column_of(db, "SELECT DISTINCT key FROM identity_keys WHERE member IN :values", members)


def _having(db: Database, keys: Iterable[int]) -> set[int]:
    return column_of(db, "SELECT DISTINCT member FROM identity_keys WHERE key IN :values", keys)


def _judged_with(db: Database, members: Iterable[int]) -> set[int]:
    """Those whom a judgement says to be one with these, or not."""
    return _numbers(column_of(db, _JUDGED_WITH, _ids(members)))


def _numbers(ids: Iterable[str]) -> set[int]:
    return {int(id_, 16) for id_ in ids}


def _ids(numbers: Iterable[int]) -> set[str]:
    return {f"{number:012x}" for number in numbers}
