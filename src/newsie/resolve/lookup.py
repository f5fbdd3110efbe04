"""The keys that people are looked up by: what two records of one person have in common.

Only people who share a key are ever compared, and nobody's clustering depends on people with whom no chain of shared
keys connects them: to bring a store up to date after an article came or went, cluster those whom its keys reach. The
keys of organizations and places, `organization_keys` and `place_keys`, make the same promise.
"""

from collections.abc import Iterator
from itertools import combinations

from newsie.records import Person
from newsie.resolve.clues import double_clues, office_clues, single_clues
from newsie.resolve.members import Member
from newsie.resolve.person_name import is_common
from newsie.resolve.profiles import Appearance, profile
from newsie.resolve.words import spelling


def person_keys(member: Member[Person], text: str) -> frozenset[str]:
    """Return all lookup keys of a person of one article, which prints the independent text of the id `text`."""
    (appearance,) = profile(member, text).appearances
    if appearance.name.full:
        return frozenset([*name_keys(appearance), *form_keys(appearance), *offered_keys(appearance)])
    return frozenset([*sought_keys(appearance), *namesake_keys(appearance)])


def name_keys(one: Appearance) -> Iterator[str]:
    """What full names have in common that need no evidence: their words in any order, or their letters."""
    yield f"name {' '.join(sorted(one.name.spelled))}"
    yield f"letters {one.name.letters}"
    yield f"letters {spelling(one.name.key)}"


def form_keys(one: Appearance) -> Iterator[str]:
    """What two forms of a full name have in common: two words, not both borne by millions, and a fact."""
    clues = (f"text {one.text}", *single_clues(one.clues))
    for left, right in _pairs(one):
        if not is_common((left, right)):
            yield from (f"pair {left} {right} {clue}" for clue in clues)


def offered_keys(one: Appearance) -> Iterator[str]:
    """What a full name has in common with the bare names that can mean its bearer."""
    words = set(one.name.spelled)
    doubles = double_clues(one.clues)
    for word in words:
        yield f"word {word} text {one.text}"
        yield from (f"word {word} {clue}" for clue in office_clues(one.clues))
        for initial in {other[0] for other in one.name.core if other != word}:
            yield from (f"initial {initial} {word} {clue}" for clue in doubles)
    yield from (f"pair {left} {right} {clue}" for left, right in _pairs(one) if is_common((left, right))
                for clue in doubles)  # fmt: skip


def sought_keys(one: Appearance) -> Iterator[str]:
    """What a bare name has in common with the full name of the person whom it means."""
    yield from (f"word {word} text {one.text}" for word in one.name.spelled)
    if len(one.name.core) > 1:
        yield from (f"pair {left} {right} {clue}" for left, right in _pairs(one) for clue in double_clues(one.clues))
    elif one.name.initials:
        initial = one.name.initials[0]
        yield from (f"initial {initial} {word} {clue}" for word in one.name.spelled for clue in double_clues(one.clues))
    else:
        yield from (f"word {word} {clue}" for word in one.name.spelled for clue in office_clues(one.clues))


def namesake_keys(one: Appearance) -> Iterator[str]:
    """What two bare names have in common that are one person: all letters, and the facts that such a name needs."""
    if len(one.name.core) > 1:
        clues = single_clues(one.clues)
    else:
        clues = double_clues(one.clues) if one.name.initials else office_clues(one.clues)
    yield from (f"bare {one.name.key} {clue}" for clue in (f"text {one.text}", *clues))


def _pairs(one: Appearance) -> Iterator[tuple[str, str]]:
    return combinations(sorted(set(one.name.spelled)), 2)
