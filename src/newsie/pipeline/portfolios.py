"""Which offices of two countries correspond: a foreign minister's counterpart is the Secretary of State."""

import re

from newsie.offices import office_rules
from newsie.pipeline.entities import Entity


def portfolios_of(title: str) -> frozenset[str]:
    """Return the names of the portfolios of a title: none, one, or several for a "defence chief" or for two offices.

    "president" in "vice president" is none, and a deputy's portfolio is called "deputy …".
    """
    words = title.lower()
    lesser = "deputy " if _holds_one(words, office_rules().lesser) else ""
    return frozenset(lesser + entry.name for entry in office_rules().portfolio if _holds_one(words, entry.titles))


def _holds_one(words: str, runs: tuple[str, ...]) -> bool:
    return any(re.search(rf"(?<![\w-]){re.escape(run)}(?![\w-])", words) for run in runs)


def are_counterparts(one: Entity, other: Entity) -> bool:
    """Whether two people hold offices that correspond; of those of no portfolio the titles have to be the same."""
    own, others = portfolios_held(one), portfolios_held(other)
    return bool(own & others) or (not own and not others and bool(_titles(one) & _titles(other)))


def portfolios_held(person: Entity) -> frozenset[str]:
    """Return the names of the portfolios of a person's offices, former ones aside."""
    return frozenset(name for title in _titles(person) for name in portfolios_of(title))


def _titles(person: Entity) -> set[str]:
    return {role.title.lower() for role in person.roles if role.status != "former"}
