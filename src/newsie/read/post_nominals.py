"""Letters behind a name for orders, staff colleges and degrees: "Lt Gen A. B. Perera RWP RSP psc, Commander of"."""

import re
from collections.abc import Iterator
from functools import cache

from newsie.read.layout.wrapping import Change
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class Kind(RuleModel):
    """Letters of one kind; the fields are explained in the file."""

    sure: tuple[str, ...]
    unsure: tuple[str, ...]
    example: str
    near_miss: str


class PostNominalRules(RuleModel):
    """`rules/post_nominals.toml`."""

    kinds: tuple[Kind, ...]


def post_nominal_rules() -> PostNominalRules:
    """The validated rules of letters behind names."""
    return load_rules("post_nominals", PostNominalRules)


def post_nominals(text: str) -> Iterator[Change]:
    """Yield the letters behind each name of `text`, with the comma or the space before them, as changes to nothing."""
    for run in _runs().finditer(text):
        letters = [item[0] for item in _letters().finditer(run["letters"])]
        if len(letters) > 1 or letters[0] not in _unsure():
            yield run.start("letters"), run.end("letters"), ""


@cache
def _unsure() -> frozenset[str]:
    return frozenset(letters for kind in post_nominal_rules().kinds for letters in kind.unsure)


@cache
def _letters() -> re.Pattern[str]:
    """One order, course or degree, whole."""
    every = {letters for kind in post_nominal_rules().kinds for letters in (*kind.sure, *kind.unsure)}
    listed = "|".join(re.escape(letters) for letters in sorted(every, key=lambda letters: (-len(letters), letters)))
    pakistani = r"(?:Nishan|Hilal|Sitara|Tamgha)-[ie]-[A-Z][\w-]+(?: ?\((?:Military|Civil)\))?"
    return re.compile(rf"(?<!\w)(?:{pakistani}|{listed})(?![\w&’'+-])")


@cache
def _runs() -> re.Pattern[str]:
    """The last word of a name of two or more, and the letters behind it.

    One letter group behind a comma needs another mark behind it: "Ada Obi, SAN, met", but "with Ada Obi, ADC to Rao".
    """
    item = rf"(?:{_letters().pattern})"
    name = r"(?<![\w.])[A-Z][\w’'.-]*,? (?:[a-z]{1,3} ){0,2}[A-Z][\w’'-]+\.?"
    mark = r"(?=[,.;:)\n]|$| \()"
    after_comma = rf",? ?{item}(?:,? (?:and )?{item})+(?:{mark}|(?= [a-z]))|, ?{item}(?:{mark}|(?= and ))"
    after_space = rf" {item}(?:{mark}|(?= [a-z]))"
    in_brackets = rf" ?\({item}(?:,? {item})*\)"
    return re.compile(rf"{name}(?P<letters>{after_comma}|{after_space}|{in_brackets})")
