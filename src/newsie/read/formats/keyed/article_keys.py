"""Under which keys JSON and tables have the parts of an article: the rules of `rules/article_keys.toml`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Literal

from pydantic import Field

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

Part = Literal["text", "teaser", "title", "published", "updated", "url", "site", "authors", "language"]

MOST_LEVELS = 4
"""How deep the parts of an article, and articles in lists of lists, are looked for."""


class PartRule(RuleModel):
    """The keys of one part, the best first, with an object that has it under "*" and one that doesn't."""

    part: Part
    keys: tuple[str, ...] = Field(min_length=1)
    example: str
    near_miss: str


class ArticleKeys(RuleModel):
    """The schema of `rules/article_keys.toml`."""

    inner: tuple[str, ...]
    lists: tuple[str, ...]
    values: tuple[str, ...]
    given_names: tuple[str, ...]
    surnames: tuple[str, ...]
    parts: tuple[PartRule, ...]


def article_keys() -> ArticleKeys:
    """What `rules/article_keys.toml` says."""
    return load_rules("article_keys", ArticleKeys)


@cache
def keys_of(part: Part) -> tuple[str, ...]:
    """Return the keys under which a part usually stands, folded, the best first."""
    return tuple(folded(key) for rule in article_keys().parts if rule.part == part for key in rule.keys)


def folded(key: str) -> str:
    """Return a key as keys are compared: "Body text", "body_text" and "bodyText" are one; "_source" is not "source"."""
    return re.sub(r"(?<=.)[\s_\-.:]+", "", key.strip().casefold())


class KeyedArticle:
    """One article as an object of JSON or a row of a table: its values by their keys."""

    def __init__(self, fields: Mapping[str, object]):
        self.fields = fields
        self._by_key: dict[str, object] = {}
        for key, value in _with_inner(fields, MOST_LEVELS):
            self._by_key.setdefault(folded(key), value)

    @property
    def keys(self) -> list[str]:
        """Its keys as they are written."""
        return [str(key) for key in self.fields]

    def values(self, part: Part, given: str | None = None) -> Iterator[object]:
        """Yield what it has for a part, what stands at the key that the user gave first, then the best."""
        if given:
            yield from values_at(self.fields, given)
        for key in keys_of(part):
            value = self._by_key.get(key)
            if value is not None and value != "":
                yield value

    def lists(self) -> Iterator[list[object]]:
        """Yield the lists in which it has articles, if it is a list of articles rather than one."""
        for key in article_keys().lists:
            value = self._by_key.get(folded(key))
            if isinstance(value, list):
                yield value


def values_at(value: object, path: str) -> Iterator[object]:
    """Yield what stands at a path: "data.body" is such a key or "body" in that of "data", "bodies.0" the first one."""
    for key, inner in _items(value, path):
        if key.casefold() == path.casefold():
            yield inner
        elif path.casefold().startswith(f"{key.casefold()}."):
            yield from values_at(inner, path[len(key) + 1 :])


def _items(value: object, path: str) -> Iterable[tuple[str, object]]:
    """The keys and values of an object; of a list the value alone whose number begins the path."""
    if isinstance(value, Mapping):
        return value.items()
    number = path.partition(".")[0]
    if isinstance(value, list) and number.isascii() and number.isdigit():
        return ((number, inner) for inner in value[int(number) : int(number) + 1])
    return ()


def _with_inner(fields: Mapping[str, object], levels: int) -> Iterator[tuple[str, object]]:
    """The keys and values of an article, and those of the objects in it that hold parts of it."""
    for key, value in fields.items():
        if not (isinstance(value, dict) and folded(key) in _inner_keys()):
            yield key, value
        elif levels:
            yield from _with_inner(value, levels - 1)


@cache
def _inner_keys() -> frozenset[str]:
    return frozenset(folded(key) for key in article_keys().inner)
