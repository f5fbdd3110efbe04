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


def exclude_each_other(left: Set[str], right: Set[str], *, in_a_year: bool) -> bool:
    """Whether the words of two titles tell occupations that one person does not have at the same time.

    A commander can become an envoy, but not within the year: such titles exclude each other only `in_a_year`.
    """
    return any(
        _on_stage_and_official(one, other) or (in_a_year and _commander_and_envoy(one, other))
        for one, other in ((left, right), (right, left))
    )


def _on_stage_and_official(one: Set[str], other: Set[str]) -> bool:
    rules = occupation_rules()
    return not rules.stage.isdisjoint(one) and not (rules.public | rules.armed).isdisjoint(other)


def _commander_and_envoy(one: Set[str], other: Set[str]) -> bool:
    return not occupation_rules().armed.isdisjoint(one) and not _is_envoy(one) and _is_envoy(other)


def _is_envoy(title: Set[str]) -> bool:
    return any(words <= title for words in occupation_rules().envoys)
