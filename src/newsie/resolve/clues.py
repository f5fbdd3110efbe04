"""The facts by which two people can be known to be one, as words to look them up by."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product
from typing import NamedTuple

Words = frozenset[str]


class Clues(NamedTuple):
    """What one article says of a person that another article can say of the same person.

    `titles` are the titles of offices and the acronyms that can stand for them, `organizations` the words of the
    organizations in which they are held, `sole` those of the titles that one person of a country has, `company` those
    whom the person met, and meetings beside it.
    """

    ranks: Words
    countries: Words
    company: Words
    titles: Words
    organizations: Words
    sole: Words


@lru_cache(maxsize=1 << 16)
def single_clues(clues: Clues) -> tuple[str, ...]:
    """Return the facts of which two people must share one to have any evidence."""
    kinds = (("rank", clues.ranks), ("country", clues.countries), ("met", clues.company), ("title", clues.titles))
    return tuple(f"{kind} {value}" for kind, values in kinds for value in sorted(values))


@lru_cache(maxsize=1 << 16)
def sole_clues(clues: Clues) -> tuple[str, ...]:
    """Return the offices with the country in which one person at a time holds them."""
    return tuple(_combined(("sole", clues.sole), ("country", clues.countries)))


@lru_cache(maxsize=1 << 16)
def office_clues(clues: Clues) -> tuple[str, ...]:
    """Return the offices with rank or company, of which two single names must share one to be one person."""
    return tuple(_combined(("title", clues.titles), ("rank", clues.ranks), ("met", clues.company)))


@lru_cache(maxsize=1 << 16)
def double_clues(clues: Clues) -> tuple[str, ...]:
    """Return the pairs of facts of which two people must share one to have two points of evidence."""
    rank, country, met = ("rank", clues.ranks), ("country", clues.countries), ("met", clues.company)
    with_title = _combined(("title", clues.titles), ("in", clues.organizations), rank, country, met)
    return (*with_title, *_combined(rank, country, met), *_combined(country, met))


def _combined(first: tuple[str, Words], *others: tuple[str, Words]) -> Iterator[str]:
    """The first kind of fact with each of the others."""
    kind, values = first
    for other_kind, other_values in others:
        for value, other in product(sorted(values), sorted(other_values)):
            yield f"{kind} {value} {other_kind} {other}"
