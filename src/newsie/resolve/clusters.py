"""Put together what is one, without chains: in a group no two members may be known to be different."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")
Key = TypeVar("Key", bound=Hashable)


def blocks(items: Sequence[Item], keys: Callable[[Item], Iterable[Hashable]]) -> Iterator[list[int]]:
    """Yield the positions of the items that share a key, for each key that several have, in order of appearance."""
    places: dict[Hashable, list[int]] = defaultdict(list)
    for position, item in enumerate(items):
        for key in dict.fromkeys(keys(item)):
            places[key].append(position)
    return (block for block in places.values() if len(block) > 1)


def candidate_pairs(items: Sequence[Item], keys: Callable[[Item], Iterable[Hashable]]) -> Iterator[tuple[int, int]]:
    """Yield every two positions of items that share a key, once."""
    seen: set[tuple[int, int]] = set()
    for block in blocks(items, keys):
        for pair in combinations(block, 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def group(
    items: Sequence[Item], same: Iterable[tuple[int, int]], compatible: Callable[[Item, Item], bool]
) -> list[list[Item]]:
    """Return the items in groups that the pairs in `same` connect, in order of first appearance.

    Where two items of a connected group are not compatible, it cannot be known which belongs to whom: all stay apart.
    """
    groups: list[list[Item]] = []
    for positions in components(len(items), same):
        members = [items[position] for position in positions]
        if all(compatible(left, right) for left, right in combinations(members, 2)):
            groups.append(members)
        else:
            groups.extend([member] for member in members)
    return groups


def components(size: int, edges: Iterable[tuple[int, int]]) -> list[list[int]]:
    """Return the positions below `size` in groups that edges connect, in order of first appearance."""
    root = list(range(size))

    def find(position: int) -> int:
        while root[position] != position:
            root[position] = root[root[position]]
            position = root[position]
        return position

    for left, right in edges:
        first, second = sorted((find(left), find(right)))
        root[second] = first
    return list(by_key(range(size), find).values())


def by_key(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    """Return the items under their keys, both in order of first appearance."""
    grouped: dict[Key, list[Item]] = defaultdict(list)
    for item in items:
        grouped[key(item)].append(item)
    return grouped
