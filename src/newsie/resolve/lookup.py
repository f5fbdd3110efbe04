"""The keys that people are looked up by: what two records of one person have in common.

Only people are ever compared of whom one seeks a key of the other, and nobody's clustering depends on people with whom
no chain of such keys connects them: to bring a store up to date after an article came or went, cluster those whom its
keys reach. The keys of organizations and places, `organization_keys` and `place_keys`, make the same promise.
"""

from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from newsie.records import Person
from newsie.resolve.clues import double_clues, office_clues, single_clues, sole_clues
from newsie.resolve.members import Member
from newsie.resolve.person_name import is_common
from newsie.resolve.profiles import Appearance, profile

Shared = tuple[str, tuple[str, ...]]
"""Words of a name, and the facts of which one must be shared as well: as many keys as facts."""


class LookupKeys(NamedTuple):
    """What somebody is found by, and by what others are found. Whom one person seeks seeks that person, too."""

    held: frozenset[str]
    sought: frozenset[str]


def person_keys(member: Member[Person], text: str) -> LookupKeys:
    """Return all lookup keys of a person of one article, which prints the independent text of the id `text`.

    What a bare name has in common with a full one connects these two, but not two full names: there are many generals
    of one family name.
    """
    (appearance,) = profile(member, text).appearances
    if appearance.name.full:
        alike = [*name_keys(appearance), *joined_keys(forms(appearance))]
        return _crossed(alike, "full", joined_keys(offered(appearance)), "bare")
    return _crossed(joined_keys(namesakes(appearance)), "bare", joined_keys(sought(appearance)), "full")


def _crossed(alike: Iterable[str], own: str, shared: Iterable[str], other: str) -> LookupKeys:
    """Keys by which one kind of name finds its like, and those by which it finds the other kind."""
    like, crossing = frozenset(alike), list(shared)
    return LookupKeys(like.union(f"{own} {key}" for key in crossing), like.union(f"{other} {key}" for key in crossing))


def joined_keys(shared: Iterable[Shared]) -> Iterator[str]:
    """Yield each fact with its words as one key."""
    return (f"{words} {clue}" for words, clues in shared for clue in clues)


def name_keys(one: Appearance) -> Iterator[str]:
    """What full names have in common that need no evidence: their words in any order, or their letters."""
    yield f"name {' '.join(sorted(one.name.spelled))}"
    yield f"letters {one.name.letters}"
    yield f"key {one.name.key}"


def forms(one: Appearance) -> Iterator[Shared]:
    """What two forms of a full name have in common: two words, not both borne by millions, or the sound, and a fact."""
    clues = (_text(one), *single_clues(one.clues))
    pairs = combinations(sorted(one.name.search_words), 2)
    yield from ((f"pair {left} {right}", clues) for left, right in pairs if not is_common((left, right)))
    yield f"sound {' '.join(one.name.sounds)}", (*sole_clues(one.clues), *double_clues(one.clues))


def offered(one: Appearance) -> Iterator[Shared]:
    """What a full name has in common with the bare names that can mean its bearer."""
    office = (_text(one), *office_clues(one.clues), *sole_clues(one.clues))
    doubles = double_clues(one.clues)
    for word in set(one.name.spelled):
        yield f"word {word}", office
        yield from ((f"initial {initial} {word}", doubles) for initial in {other[0] for other in one.name.core})
    yield from ((f"pair {left} {right}", doubles) for left, right in _pairs(one) if is_common((left, right)))


def sought(one: Appearance) -> Iterator[Shared]:
    """What a bare name has in common with the full name of the person whom it means."""
    doubles = double_clues(one.clues)
    yield from ((f"word {word}", (_text(one),)) for word in one.name.spelled)
    if len(one.name.core) > 1:
        yield from ((f"pair {left} {right}", doubles) for left, right in _pairs(one))
    elif one.name.initials:
        yield from ((f"initial {one.name.initials[0]} {word}", doubles) for word in one.name.spelled)
    else:
        yield from ((f"word {word}", (*office_clues(one.clues), *sole_clues(one.clues))) for word in one.name.spelled)


def namesakes(one: Appearance) -> Iterator[Shared]:
    """What two bare names have in common that are one person: all letters, and the facts that such a name needs."""
    if len(one.name.core) > 1:
        clues = single_clues(one.clues)
    else:
        clues = double_clues(one.clues) if one.name.initials else office_clues(one.clues)
    yield f"bare {one.name.key}", (_text(one), *clues)


def _text(one: Appearance) -> str:
    return f"text {one.text}"


def _pairs(one: Appearance) -> Iterator[tuple[str, str]]:
    return combinations(sorted(set(one.name.spelled)), 2)
