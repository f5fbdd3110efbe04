"""What the members of one entity or event are found by: two can only be one if a chain of keys connects them.

The keys of a person, organization or place are facts of its own article (and of which text that prints), those of a
meeting or agreement are made from who took part; so the members whom a new article's seek, and those connected with
them, are all that need be decided anew.
"""

import struct
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from sqlite_utils import Database

from newsie.ids import content_number
from newsie.resolve.clusters import components
from newsie.store.sql import column_of, rows_of

_JUDGED_WITH = """
SELECT "right" FROM judgements WHERE "left" IN :values AND "right" IS NOT NULL
UNION SELECT "left" FROM judgements WHERE "right" IN :values
"""

_A_HOLDER = """
SELECT value, (SELECT min(member) FROM identity_keys WHERE identity_keys.key = sought.value) FROM :values AS sought
"""


@dataclass(frozen=True)
class Keys:
    """What a member is found by, and by what it finds others. Whom one member seeks seeks it, too."""

    held: Iterable[Hashable]
    sought: Iterable[Hashable] | None = None
    """The same as `held` if None."""


class KeyNumbers(NamedTuple):
    """Keys as the store has them, the lowest first."""

    held: list[int]
    sought: list[int] | None


def numbered(type_: str, keys: Mapping[str, Keys]) -> dict[str, KeyNumbers]:
    """Return the keys of members of one type (person, meeting, …) as numbers, which are that type's own."""
    number = cache(lambda key: content_number(type_, key))

    def numbers(some: Iterable[Hashable]) -> list[int]:
        return sorted(set(map(number, some)))

    return {
        id_: KeyNumbers(numbers(one.held), None if one.sought is None else numbers(one.sought))
        for id_, one in keys.items()
    }


def rekey(db: Database, keys: Mapping[str, KeyNumbers]) -> set[str]:
    """Give members other keys. Return these members and all whom their old keys connected with them."""
    former = sharing(db, keys)
    forget_keys(db, keys)
    pairs = sorted((key, int(id_, 16)) for id_, one in keys.items() for key in one.held)
    db.conn.executemany("INSERT INTO identity_keys (key, member) VALUES (?, ?)", pairs)
    rows = (
        (int(id_, 16), _packed(one.held), None if one.sought is None else _packed(one.sought))
        for id_, one in keys.items()
    )
    db.conn.executemany("INSERT INTO member_keys (member, held, sought) VALUES (?, ?, ?)", rows)
    return former.union(keys)


def linked(db: Database, keys: Mapping[str, KeyNumbers]) -> Iterator[tuple[list[str], set[str]]]:
    """Yield members to come in groups that their keys connect, each with members of the store whom it seeks.

    Of those who have the same key it is only one.
    """
    ids = list(keys)
    holding, seeking = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for position, one in enumerate(keys.values()):
        for key in one.held:
            holding[key].append(position)
        for key in one.held if one.sought is None else one.sought:
            seeking[key].append(position)
    edges = (
        (seekers[0], other) for key, seekers in seeking.items() if key in holding for other in (*seekers, *holding[key])
    )
    found = defaultdict[int, set[int]](set)
    for key, holder in rows_of(db, _A_HOLDER, seeking):
        for position in seeking[key] if holder is not None else ():
            found[position].add(holder)
    for group in components(len(ids), edges):
        yield [ids[position] for position in group], _ids(set().union(*(found[position] for position in group)))


def bridged(db: Database, owners: Mapping[str, str]) -> set[str]:
    """Return those owners of members of whom one seeks a key of another owner's member, or is sought so."""
    query = "SELECT member, held, coalesce(sought, held) FROM member_keys WHERE member IN :values"
    by_number = {int(id_, 16): owner for id_, owner in owners.items()}
    rows = [(by_number[member], held, sought) for member, held, sought in rows_of(db, query, by_number)]
    holders: dict[int, str] = {}
    shared = defaultdict[int, set[str]](set)
    for owner, held, _ in rows:
        for key in _unpacked(held):
            if holders.setdefault(key, owner) != owner:
                shared[key].add(owner)
    found: set[str] = set()
    for owner, _, sought in rows:
        for key in _unpacked(sought):
            if key in shared or holders.get(key, owner) != owner:
                found |= {owner, holders[key], *shared.get(key, ())}
    return found


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
