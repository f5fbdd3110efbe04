"""The rules of `web_pages.toml`, as they are used."""

import re
from functools import cache, cached_property

from newsie.rules.loader import RuleModel, load_rules


class Notice(RuleModel):
    """What a page says in the place of an article."""

    name: str
    pattern: str
    example: str
    near_miss: str

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern, case ignored."""
        return re.compile(self.pattern, re.IGNORECASE)


class WebPageRules(RuleModel):
    """The file's schema."""

    blocks: frozenset[str]
    unseen: frozenset[str]
    formatting: frozenset[str]
    notice: tuple[Notice, ...]


@cache
def web_page_rules() -> WebPageRules:
    """Return the rules, read once."""
    return load_rules("web_pages", WebPageRules)
