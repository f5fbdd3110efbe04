"""Words around a name that say what it is: `rules/labels.toml`."""

from functools import cache

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class Cue(RuleModel):
    """A noun beside a name, with a sentence in which it says what the name is, and one in which it does not."""

    example: str
    near_miss: str


class PlaceCues(RuleModel):
    """Nouns that make a name a place's, behind it or before it with "of"."""

    behind: dict[str, Cue]
    before: dict[str, Cue]


class OrganizationCues(RuleModel):
    """Nouns that make a name before them an organization's."""

    behind: dict[str, Cue]


class NotNames(RuleModel):
    """Capitalised words that are no name before such a noun."""

    words: frozenset[str]


class States(RuleModel):
    """Abbreviations of states, without the last full stop."""

    abbreviations: frozenset[str]


class Directions(RuleModel):
    """Capitalised words that name a part of the country behind them."""

    words: frozenset[str]


class Reaching(RuleModel):
    """Prepositions of place, in lower case, before a town."""

    words: frozenset[str]


class Officials(RuleModel):
    """First words of titles, in lower case, whose holders places have and people do not."""

    words: frozenset[str]


class Holders(RuleModel):
    """Heads of titles, in lower case, that one person holds in a country."""

    words: frozenset[str]


class LabelRules(RuleModel):
    """`rules/labels.toml`."""

    places: PlaceCues
    organizations: OrganizationCues
    not_names: NotNames
    states: States
    reaching: Reaching
    officials: Officials
    holders: Holders
    directions: Directions


@cache
def label_rules() -> LabelRules:
    """The validated rules of labels."""
    return load_rules("labels", LabelRules)
