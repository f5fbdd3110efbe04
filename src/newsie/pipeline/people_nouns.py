"""The nouns for people of rules/participants.toml."""

from functools import cache

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class ParticipantRules(RuleModel):
    """The whole of rules/participants.toml."""

    officials: frozenset[str]
    people: frozenset[str]
    audience: frozenset[str]
    press: frozenset[str]
    outlets: frozenset[str]
    leading: frozenset[str]
    delegations: frozenset[str]
    visitors: frozenset[str]
    bodies: frozenset[str]
    participles: frozenset[str]
    separately: frozenset[str]
    sequence: frozenset[str]
    jointly: frozenset[str]
    anybody: frozenset[str]
    things: frozenset[str]
    stateless: frozenset[str]
    services: frozenset[str]
    lesser: frozenset[str]
    principals: frozenset[str]
    calling_off: frozenset[str]
    standing: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]


@cache
def rules() -> ParticipantRules:
    """Return rules/participants.toml."""
    return load_rules("participants", ParticipantRules)
