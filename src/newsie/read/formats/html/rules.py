"""The rules of `web_pages.toml`, as they are used."""

import re
from functools import cache, cached_property

from newsie.rules.loader import CaselessPattern, RuleModel, load_rules


class PatternRule(RuleModel):
    """A pattern, what it is found in, and what it isn't."""

    pattern: CaselessPattern
    example: str
    near_miss: str


class Notice(PatternRule):
    """What a page says in the place of an article."""

    name: str


class ElementName(PatternRule):
    """What an element holds, as its class, id or itemprop says."""

    holds: str


class WebPageRules(RuleModel):
    """The file's schema."""

    blocks: frozenset[str]
    unseen: frozenset[str]
    formatting: frozenset[str]
    name: tuple[ElementName, ...]
    notice: tuple[Notice, ...]

    @cached_property
    def names(self) -> dict[str, re.Pattern[str]]:
        """The patterns of names by what they say that an element holds."""
        return {name.holds: name.pattern for name in self.name}


@cache
def web_page_rules() -> WebPageRules:
    """Return the rules, read once."""
    return load_rules("web_pages", WebPageRules)


def says(names: str, holds: str) -> bool:
    """Whether the names that a site gave an element (class, id, itemprop) say that it holds this: "caption"."""
    return bool(names) and web_page_rules().names[holds].search(names) is not None
