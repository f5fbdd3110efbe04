"""Find rank words in a text ("Lt.-Gen.", "LtGen", "Lieutenant-Generals"), whatever stands around them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from pydantic import Field

from newsie.records import Rank
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

_PIECE = re.compile(r"[^\W_]+")
_BETWEEN_PIECES = re.compile(r"\.?(?:[^\S\r\n]{1,2}|\r?\n|[-‑/])?")  # "Lt.-Gen.", "P/Lt. Col.", a line's end


class RankRule(RuleModel):
    """One rank; the fields are explained in `rules/ranks.toml`."""

    name: str
    variants: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()
    branches: tuple[str, ...]
    grade: str | None = None
    grades: dict[str, str] = Field(default_factory=dict)
    lower: Literal["free", "national", "marked", "service", "never"] = "free"
    everyday: bool = False
    stands_alone: bool = False
    office: bool = False
    needs: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    not_before: tuple[str, ...] = ()
    source: str
    example: str
    near_miss: str

    def read_as(self, branch: str, *, retired: bool) -> Rank:
        """Return the rank as one of its branches has it."""
        grade = None if branch == "police" else self.grades.get(branch, self.grade)
        return Rank(name=self.name, grade=grade, branch=branch, retired=retired)


class RankRules(RuleModel):
    """`rules/ranks.toml`."""

    retired: tuple[str, ...]
    former: tuple[str, ...]
    acting: tuple[str, ...]
    officer_prefixes: tuple[str, ...]
    police_prefixes: tuple[str, ...]
    not_before_prefix: tuple[str, ...]
    officer_adjuncts: tuple[str, ...]
    police_adjuncts: tuple[str, ...]
    particles: tuple[str, ...]
    hyphenated_particles: tuple[str, ...]
    adjectives: tuple[str, ...]
    apposition_ends: tuple[str, ...]
    not_names: tuple[str, ...]
    not_before_names: tuple[str, ...]
    contexts: dict[str, tuple[str, ...]]
    rank: tuple[RankRule, ...]


@dataclass(frozen=True)
class Form:
    """One way to write a rank: its lower-case pieces, and which case the text may write it in."""

    rule: RankRule
    pieces: tuple[str, ...]
    case: Literal["free", "capitalized", "capitals", "camel"]
    plural: bool = False

    @property
    def spelled_out(self) -> bool:
        """Whether it is words, not an abbreviation: words may be everyday words."""
        return self.case == "free"

    def allows(self, surface: str) -> bool:
        """Whether the text's spelling fits: "SP" but not "Sp", "LtGen" but not "Ltgen"."""
        match self.case:
            case "free":
                return True
            case "capitalized":
                return not surface.islower()
            case "capitals":
                return (surface.removesuffix("s") if self.plural else surface).isupper()
            case "camel":
                return surface[:1].isupper() and not surface[1:].islower()


@dataclass(frozen=True)
class RankWord:
    """The words of a rank in a text, `text[start:end]`, with the period of an abbreviation."""

    start: int
    end: int
    form: Form

    @property
    def rule(self) -> RankRule:
        """The rank that the words name."""
        return self.form.rule


def find_rank_words(text: str) -> Iterator[RankWord]:
    """Yield the rank words of `text` from left to right, the longest at each place: no "General" in "Major General"."""
    pieces = list(_PIECE.finditer(text))
    following = 0
    for index, piece in enumerate(pieces):
        if index < following or piece[0].lower() not in _forms():
            continue
        word = _word_at(text, pieces, index)
        if word:
            yield word
            following = index + len(word.form.pieces)


@cache
def rank_rules() -> RankRules:
    """Return the rules of `rules/ranks.toml`."""
    rules: RankRules = load_rules("ranks", RankRules)
    return rules


def _word_at(text: str, pieces: list[re.Match[str]], index: int) -> RankWord | None:
    for form in _forms()[pieces[index][0].lower()]:
        run = pieces[index : index + len(form.pieces)]
        if tuple(piece[0].lower() for piece in run) != form.pieces or not _belong_together(text, run):
            continue
        start, end = run[0].start(), run[-1].end()
        if form.allows(text[start:end]):
            return RankWord(start, end if form.spelled_out else end + text.startswith(".", end), form)
    return None


def _belong_together(text: str, run: list[re.Match[str]]) -> bool:
    return all(_BETWEEN_PIECES.fullmatch(text, left.end(), right.start()) for left, right in pairwise(run))


@cache
def _forms() -> dict[str, list[Form]]:
    """All forms by their first piece, the longest first."""
    forms: dict[tuple[str, ...], Form] = {}
    for rule in rank_rules().rank:
        for form in _forms_of(rule):
            forms.setdefault(form.pieces, form)
    by_first: dict[str, list[Form]] = {}
    for pieces in sorted(forms, key=len, reverse=True):
        by_first.setdefault(pieces[0], []).append(forms[pieces])
    return by_first


def _forms_of(rule: RankRule) -> Iterator[Form]:
    for words in (rule.name, *rule.variants):
        yield from _singular_and_plural(rule, _pieces(words), "free")
    for words in rule.abbreviations:
        yield from _singular_and_plural(rule, _pieces(words), "capitals" if words.isupper() else "capitalized")
    for words in rule.abbreviations:
        yield Form(rule, ("".join(_pieces(words)),), "camel")


def _singular_and_plural(
    rule: RankRule, pieces: tuple[str, ...], case: Literal["free", "capitalized", "capitals"]
) -> Iterator[Form]:
    yield Form(rule, pieces, case)
    yield Form(rule, (*pieces[:-1], f"{pieces[-1]}s"), case, plural=True)


def _pieces(words: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(words.lower()))
