"""Offices that nobody holds at the same time: sport and the arts on one side, state and armed forces on the other."""

from collections.abc import Set
from functools import cache

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class OccupationRules(RuleModel):
    """`rules/occupations.toml`: words of titles."""

    stage: frozenset[str]
    public: frozenset[str]
    armed: frozenset[str]
    envoys: tuple[frozenset[str], ...]
    example: tuple[str, str]
    near_miss: tuple[str, str]
    example_of_year: tuple[str, str]
    near_miss_of_year: tuple[str, str]


@cache
def occupation_rules() -> OccupationRules:
    """The validated words of titles."""
    return load_rules("occupations", OccupationRules)


def exclude_each_other(left: Set[str], right: Set[str]) -> bool:
    """Whether the words of two titles tell occupations that one person does not have at the same time."""
    rules = occupation_rules()
    official = rules.public | rules.armed
    return any(one & rules.stage and other & official for one, other in ((left, right), (right, left)))


def exclude_each_other_in_a_year(left: Set[str], right: Set[str]) -> bool:
    """Whether one title is that of a commander and the other that of an envoy."""
    rules = occupation_rules()
    return any(
        one & rules.armed and not _is_envoy(one) and _is_envoy(other) for one, other in ((left, right), (right, left))
    )


def _is_envoy(title: Set[str]) -> bool:
    return any(words <= title for words in occupation_rules().envoys)
