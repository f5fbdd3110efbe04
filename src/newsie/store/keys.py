"""What the members of one entity or event are found by: two can only be one if a chain of keys connects them.

The keys of a person, organization or place are facts of its own article (and of which text that prints), those of a
meeting or agreement are made from who took part; so the members whom a new article's seek, and those connected with
them, are all that need be decided anew.
"""

import struct
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass

from sqlite_utils import Database

from newsie.ids import content_number
from newsie.store.sql import column_of, rows_of

_JUDGED_WITH = """
SELECT "right" FROM judgements WHERE "left" IN :values AND "right" IS NOT NULL
UNION SELECT "left" FROM judgements WHERE "right" IN :values
"""


@dataclass(frozen=True)
class Keys:
    """What a member is found by, and by what it finds others. Whom one member seeks seeks it, too."""

    held: Iterable[Hashable]
    sought: Iterable[Hashable] | None = None
    """The same as `held` if None."""


def rekey(db: Database, type_: str, keys: Mapping[str, Keys]) -> set[str]:
    """Give members of one type (person, meeting, …) other keys, whose numbers are that type's own.

    Return these members and all whom their old keys connected with them.
    """
    former = sharing(db, keys)
    forget_keys(db, keys)
    packed = {int(id_, 16): (_numbered(type_, own.held), own.sought) for id_, own in keys.items()}
    pairs = sorted((key, member) for member, (held, _) in packed.items() for key in held)
    db.conn.executemany("INSERT INTO identity_keys (key, member) VALUES (?, ?)", pairs)
    rows = (
        (member, _packed(held), None if sought is None else _packed(_numbered(type_, sought)))
        for member, (held, sought) in packed.items()
    )
    db.conn.executemany("INSERT INTO member_keys (member, held, sought) VALUES (?, ?, ?)", rows)
    return former.union(keys)


def forget_keys(db: Database, members: Iterable[str]) -> None:
    """Take their keys from members."""
    numbers = _numbers(members)
    found = rows_of(db, "SELECT member, held FROM member_keys WHERE member IN :values", numbers)
    pairs = ((key, member) for member, held in found for key in _unpacked(held))
    db.conn.executemany("DELETE FROM identity_keys WHERE key = ? AND member = ?", pairs)
    rows_of(db, "DELETE FROM member_keys WHERE member IN :values", numbers)


def connected(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members whom chains of keys and judgements connect with these, these among them."""
    frontier = _numbers(members)
    found, seen_keys = set(frontier), set[int]()
    while frontier:
        keys = _sought_by(db, frontier) - seen_keys
        seen_keys |= keys
        frontier = (_having(db, keys) | _judged_with(db, frontier)) - found
        found |= frontier
    return _ids(found)


def bound(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members that share a key, or a judgement, with one of these."""
    return sharing(db, members) | _ids(_judged_with(db, _numbers(members)))


def sharing(db: Database, members: Iterable[str]) -> set[str]:
    """Return all members who have a key that one of these seeks, these among them if they have keys."""
    return _ids(_having(db, _sought_by(db, _numbers(members))))


def _sought_by(db: Database, members: Iterable[int]) -> set[int]:
    packed = column_of(db, "SELECT coalesce(sought, held) FROM member_keys WHERE member IN :values", members)
    return {key for keys in packed for key in _unpacked(keys)}


def _having(db: Database, keys: Iterable[int]) -> set[int]:
    return column_of(db, "SELECT member FROM identity_keys WHERE key IN :values", keys)


def _numbered(type_: str, keys: Iterable[Hashable]) -> list[int]:
    return sorted({content_number(type_, key) for key in keys})


def _packed(keys: list[int]) -> bytes:
    return struct.pack(f"<{len(keys)}Q", *keys)


def _unpacked(keys: bytes) -> tuple[int, ...]:
    return struct.unpack(f"<{len(keys) // 8}Q", keys)


def _judged_with(db: Database, members: Iterable[int]) -> set[int]:
    """Those whom a judgement says to be one with these, or not."""
    return _numbers(column_of(db, _JUDGED_WITH, _ids(members)))


def _numbers(ids: Iterable[str]) -> set[int]:
    return {int(id_, 16) for id_ in ids}


def _ids(numbers: Iterable[int]) -> set[str]:
    return {f"{number:012x}" for number in numbers}
