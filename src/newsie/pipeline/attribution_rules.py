"""The words that say who says so: rules/attribution.toml."""

from functools import cache

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class AttributionRules(RuleModel):
    """The whole of rules/attribution.toml."""

    speech: frozenset[str]
    audience: frozenset[str]
    quoting: frozenset[str]
    rumours: frozenset[str]
    documents: frozenset[str]
    issuing: frozenset[str]
    longest_source: int


@cache
def attribution_rules() -> AttributionRules:
    """Return rules/attribution.toml."""
    return load_rules("attribution", AttributionRules)
