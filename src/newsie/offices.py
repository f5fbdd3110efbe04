"""What newsie knows of the titles of offices: `rules/offices.toml`, which explains the fields."""

from functools import cache

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class Office(RuleModel):
    """Titles of one office; the first stands for all."""

    forms: tuple[str, ...]
    example: tuple[str, str]
    near_miss: tuple[str, str]


class Portfolio(RuleModel):
    """What some offices deal with, and which titles of it are known to mean one office."""

    name: str
    titles: tuple[str, ...]
    example: str
    near_miss: str
    office: Office | None = None


class Heads(RuleModel):
    """Informal words for the head of an organization, and titles of heads."""

    informal: tuple[str, ...]
    titles: tuple[str, ...]
    example: tuple[str, str]
    near_miss: tuple[str, str]


class Ministers(RuleModel):
    """Words of ministers' titles, and those that make another office of it."""

    words: frozenset[str]
    others: frozenset[str]
    example: tuple[str, str]
    near_miss: tuple[str, str]


class Sole(RuleModel):
    """Titles that one person of a country has."""

    titles: tuple[str, ...]
    example: str
    near_miss: str


class OfficeRules(RuleModel):
    """The schema of `offices.toml`."""

    lesser: tuple[str, ...]
    portfolio: tuple[Portfolio, ...]
    heads: Heads
    ministers: Ministers
    sole: Sole


@cache
def office_rules() -> OfficeRules:
    """The validated titles."""
    return load_rules("offices", OfficeRules)
