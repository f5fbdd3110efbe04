"""What `rules/titles.toml` says of the words that name offices."""

from functools import cache

from newsie.records import RoleStatus
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class Heads(RuleModel):
    """Words that name an office; `portfolio` if "of X" behind them is part of the title."""

    field: str
    portfolio: bool
    words: tuple[str, ...]


class Words(RuleModel):
    """A plain list of lower-case words."""

    words: frozenset[str]


class GivenNames(RuleModel):
    """Heads that are also people's names: behind an honorific all of them, and `first` before a name too."""

    words: frozenset[str]
    first: frozenset[str]


class StatusWords(RuleModel):
    """Words before or behind a title that say whether the office is held."""

    former: frozenset[str]
    acting: frozenset[str]
    designate: frozenset[str]

    def of(self, word: str) -> RoleStatus | None:
        """The status that `word` gives to the title beside it."""
        for status in ("former", "acting", "designate"):
            if word.lower() in getattr(self, status):
                return status
        return None


class ChiefOf(RuleModel):
    """Heads like "chief", and the last words of what follows their "of" inside the title."""

    heads: frozenset[str]
    last_words: frozenset[str]


class Beside(RuleModel):
    """Words that may stand between a name and its title, and behind a name that follows its title."""

    before_title: frozenset[str]
    copulas: frozenset[str]
    behind_name: frozenset[str]


class Office(RuleModel):
    """An office with a standing acronym, and the titles (lower case) that mean it."""

    acronym: str
    titles: frozenset[str]


class TitleRules(RuleModel):
    """`rules/titles.toml`."""

    heads: tuple[Heads, ...]
    modifiers: Words
    status: StatusWords
    chief_of: ChiefOf
    beside: Beside
    portfolios: Words
    given_names: GivenNames
    adjectival: Words
    offices: tuple[Office, ...]


@cache
def title_rules() -> TitleRules:
    """The validated rules of titles."""
    return load_rules("titles", TitleRules)


@cache
def field_of(head: str) -> str | None:
    """Where the office that `head` (lower case) names is found: "government", "diplomacy", "military" …"""
    return next((heads.field for heads in title_rules().heads if head in heads.words), None)
