"""The schema of `rules/boilerplate.toml`: rules that decide by themselves, and cues that are weighed together."""

from functools import lru_cache
from typing import Literal

from pydantic import Field

from newsie.rules import load_rules
from newsie.rules.loader import CaselessPattern, RuleModel

Where = Literal["head", "tail", "anywhere"]

LONGEST_TESTED = 300
"""No rule is for a longer line or sentence."""

Feature = Literal[
    "no sentence",
    "few words",
    "many sentences",
    "in capitals",
    "mostly a link",
    "heading",
    "date",
    "below the story",
    "after boilerplate",
    "under a list's title",
]
"""What can be told of a line besides its wording; `newsie.read.layout.line_features` says when each holds."""


class BoilerplateRule(RuleModel):
    """What a line or sentence that is no news begins with, where it may stand, and examples and a near miss of it.

    `titles_list`: the short lines under it belong to it. `closes_line`: it may also stand behind the last sentence of a
    line. `only_with_others`: true of a sentence only if the line has another that is boilerplate. `ends_nothing`: what
    follows it may be news again.
    """

    name: str
    pattern: CaselessPattern
    where: Where = "anywhere"
    longest: int = Field(default=240, gt=0, le=LONGEST_TESTED)
    titles_list: bool = False
    closes_line: bool = False
    only_with_others: bool = False
    ends_nothing: bool = False
    examples: tuple[str, ...] = Field(min_length=1)
    near_miss: str

    def matches(self, text: str, zones: frozenset[Where]) -> bool:
        """Whether a line or sentence that stands in `zones` is boilerplate by this rule."""
        return self.where in zones and len(text) <= self.longest and self.pattern.match(text) is not None


class WordingCue(RuleModel):
    """Words that speak for boilerplate (`weight` above 0) or against it, wherever they stand in a line.

    A line of prose is weighed only if it has words that are `spoken_to_readers`.
    """

    name: str
    weight: float
    spoken_to_readers: bool = False
    pattern: CaselessPattern
    example: str
    near_miss: str


class FeatureCue(RuleModel):
    """A feature that speaks for boilerplate (`weight` above 0) or against it, and why."""

    feature: Feature
    weight: float
    reason: str


class BoilerplateRules(RuleModel):
    """The schema of `rules/boilerplate.toml`: rules for whole lines and for sentences, and cues for lines."""

    line: tuple[BoilerplateRule, ...]
    sentence: tuple[BoilerplateRule, ...]
    wording: tuple[WordingCue, ...]
    feature: tuple[FeatureCue, ...]
    threshold: float = Field(gt=0, description="a line whose cues weigh so much is boilerplate")


def first_match(kind: Literal["line", "sentence"], text: str, zones: frozenset[Where]) -> BoilerplateRule | None:
    """Return the first rule by which a line or sentence that stands in `zones` is boilerplate."""
    return _first_match(kind, text, zones) if len(text) <= LONGEST_TESTED else None


@lru_cache(maxsize=4096)
def _first_match(kind: Literal["line", "sentence"], text: str, zones: frozenset[Where]) -> BoilerplateRule | None:
    rules = boilerplate_rules().line if kind == "line" else boilerplate_rules().sentence
    return next((rule for rule in rules if rule.matches(text, zones)), None)


def boilerplate_rules() -> BoilerplateRules:
    """What `rules/boilerplate.toml` says."""
    return load_rules("boilerplate", BoilerplateRules)
