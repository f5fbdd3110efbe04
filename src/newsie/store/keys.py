"""What the members of one entity or event have in common: two can only be one if chains of shared keys connect them.

The keys of a person, organization or place are facts of its own article (and of which text that prints), those of a
meeting or agreement are made from who took part; so the members whose keys a new article touches, and those connected
with them, are all that need be decided anew.
"""

from collections.abc import Hashable, Iterable, Mapping

from sqlite_utils import Database

from newsie.ids import content_number
from newsie.store.sql import column_of, rows_of


def rekey(db: Database, type_: str, keys: Mapping[str, Iterable[Hashable]]) -> set[str]:
    """Give members other keys, which mean something only among members of their type. Return all who share an old or a new one with them, themselves among them."""
    former = sharing(db, keys)
    forget_keys(db, keys)
    rows = ((content_number(type_, key), member) for member, own in keys.items() for key in set(own))
    db.conn.executemany("INSERT OR IGNORE INTO identity_keys (key, member_id) VALUES (?, ?)", rows)
    return former | sharing(db, keys) | set(keys)


def forget_keys(db: Database, members: Iterable[str]) -> None:
    """Take their keys from members."""
    rows_of(db, "DELETE FROM identity_keys WHERE member_id IN :values", members)


def connected(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members whom chains of shared keys connect with these, these among them."""
    found = set(members)
    frontier, seen_keys = found, set[int]()
    while frontier:
        keys = _keys_of(db, frontier) - seen_keys
        seen_keys |= keys
        frontier = _having(db, keys) - found
        found |= frontier
    return found


def sharing(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members that share a key with one of these, these among them if they have keys."""
    keys = _keys_of(db, members)
    return _having(db, keys)


def _keys_of(db: Database, members: Iterable[str]) -> set[int]:
    return column_of(db, "SELECT DISTINCT key FROM identity_keys WHERE member_id IN :values", members)


def _having(db: Database, keys: Iterable[int]) -> set[str]:
    return column_of(db, "SELECT DISTINCT member_id FROM identity_keys WHERE key IN :values", keys)
