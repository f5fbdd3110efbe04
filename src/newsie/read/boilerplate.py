"""Lines and sentences of an article that are no news, by the rules of `rules/boilerplate.toml`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import Literal

from pydantic import Field, field_validator

from newsie.read.lines import Line
from newsie.read.sentences import sentences_of
from newsie.records import Span
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

Where = Literal["head", "tail", "anywhere"]

HEAD_LINES = 8
TAIL_LINES = 8

WRAPPED_LINE = range(50, 101)
"""Lengths of the lines of a text that is wrapped at a column, as mail and wires are."""

LONGEST_PROMO = 160
"""A line at the end that is no longer than this and begins as a promo is one to its end."""

class BoilerplateRule(RuleModel):
    """What a line or sentence that is no news begins with, where it may stand, and examples and a near miss of it."""

    name: str
    pattern: re.Pattern[str]
    where: Where = "anywhere"
    longest: int = Field(default=240, gt=0)
    examples: tuple[str, ...] = Field(min_length=1)
    near_miss: str

    @field_validator("pattern", mode="before")
    @classmethod
    def _ignore_case(cls, pattern: object) -> object:
        return f"(?i){pattern}"

    def matches(self, text: str, zones: frozenset[Where]) -> bool:
        """Whether a line or sentence that stands in `zones` is boilerplate by this rule."""
        return self.where in zones and len(text) <= self.longest and self.pattern.match(text) is not None


class BoilerplateRules(RuleModel):
    """The schema of `rules/boilerplate.toml`: rules for whole lines and for sentences."""

    line: tuple[BoilerplateRule, ...]
    sentence: tuple[BoilerplateRule, ...]


def boilerplate_rules() -> BoilerplateRules:
    """What `rules/boilerplate.toml` says."""
    rules: BoilerplateRules = load_rules("boilerplate", BoilerplateRules)
    return rules


def find_boilerplate(lines: Sequence[Line]) -> tuple[Span, ...]:
    """Return the boilerplate of an article of these lines: whole lines, or the sentences that begin or end one."""
    spans: list[Span] = []
    for index, line in enumerate(lines):
        if index > 1 and _runs_on(lines[index - 1], line) and (not spans or spans[-1].end < lines[index - 1].end):
            continue
        spans += _in_line(line, _zones(index, len(lines)))
    return tuple(spans)


def _runs_on(line: Line, following: Line) -> bool:
    """Whether prose that is wrapped goes on from `line` into `following`."""
    return len(line.text) in WRAPPED_LINE and not following.after_blank and not re.search(r"[^\w,’'-]$", line.text)


def _zones(index: int, count: int) -> frozenset[Where]:
    """Where line `index` of `count` stands; the first line is never in the tail, however few there are."""
    zones: set[Where] = {"anywhere"}
    if index < HEAD_LINES:
        zones.add("head")
    if index > 0 and count - index <= TAIL_LINES:
        zones.add("tail")
    return frozenset(zones)


def _in_line(line: Line, zones: frozenset[Where]) -> Iterator[Span]:
    if _matches_any(boilerplate_rules().line, line.text, zones):
        yield line.span()
        return
    sentences = list(sentences_of(line.text))
    leading = _count_promos(line.text, sentences, zones)
    trailing = _count_promos(line.text, reversed(sentences), zones) if leading < len(sentences) else 0
    if _is_promo_to_its_end(line.text, leading, zones) or _is_slogan(line.text, sentences, trailing):
        leading = len(sentences)
    if leading:
        yield line.span(0, sentences[leading - 1][1])
    if trailing and leading < len(sentences):
        yield line.span(sentences[-trailing][0])


def _count_promos(line: str, sentences: Iterable[tuple[int, int]], zones: frozenset[Where]) -> int:
    """How many of the sentences are boilerplate before the first that is not."""
    rules = boilerplate_rules().sentence
    return sum(1 for _ in takewhile(lambda ends: _matches_any(rules, line[slice(*ends)], zones), sentences))


def _matches_any(rules: Sequence[BoilerplateRule], text: str, zones: frozenset[Where]) -> bool:
    return any(rule.matches(text, zones) for rule in rules)


def _is_promo_to_its_end(line: str, leading: int, zones: frozenset[Where]) -> bool:
    return leading > 0 and "tail" in zones and len(line) <= LONGEST_PROMO


def _is_slogan(line: str, sentences: Sequence[tuple[int, int]], trailing: int) -> bool:
    """Whether a line that ends with promos has only a title before them, all its words capitalized."""
    return trailing > 0 and not re.search(r"(?<![\w’'-])[a-z]", line[: sentences[-trailing][0]])
