"""The words of rules/sources.toml: what institutions put out, and who writes for many papers."""

from functools import cache

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class Case(RuleModel):
    """A sentence that cites somebody, and whether others may print the very same."""

    sentence: str
    cited: str
    shared: bool


class SourceRules(RuleModel):
    """The whole of rules/sources.toml."""

    texts: tuple[str, ...]
    services: tuple[str, ...]
    verbs: tuple[str, ...]
    reporting: tuple[str, ...]
    agency_words: tuple[str, ...]
    agencies: frozenset[str]
    case: tuple[Case, ...]


@cache
def source_rules() -> SourceRules:
    """Return rules/sources.toml."""
    return load_rules("sources", SourceRules)
