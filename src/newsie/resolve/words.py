"""Fold words so that spellings which say nothing about who is meant come out alike. Pure functions of text.

The knowledge of spellings is `rules/names.toml`.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from newsie.countries import country_in
from newsie.folding import fold
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

SHORT_WORD = 5
"""In a word of fewer letters each of them tells names apart: Chen and Chin, Song and Sung."""


class Letters(RuleModel):
    """A spelling that romanizations disagree on: a regular expression and what stands for all that match it.

    `short` are those that hold in words of fewer than SHORT_WORD letters too.
    """

    pattern: str
    replacement: str
    short: bool = False
    reason: str
    example: tuple[str, str]
    near_miss: tuple[str, str]


class Forms(RuleModel):
    """Spellings of one word; the first stands for all."""

    forms: tuple[str, ...]
    reason: str
    example: tuple[str, str]
    near_miss: tuple[str, str]


class Generic(RuleModel):
    """A pattern of names that organizations of many countries have."""

    pattern: str
    example: str
    near_miss: str


class Particles(RuleModel):
    """Short words of names; see the comments in `names.toml`."""

    articles: frozenset[str]
    assimilated: tuple[str, ...]
    joiners: frozenset[str]
    generations: frozenset[str]
    optional: frozenset[str]
    servant: frozenset[str]
    servant_before: tuple[str, ...]
    joined: frozenset[str]
    descent: frozenset[str]


class Nickname(RuleModel):
    """Short forms of a given name that news uses for its bearers."""

    formal: tuple[str, ...]
    short: tuple[str, ...]
    example: tuple[str, str]
    near_miss: tuple[str, str]


class WordList(RuleModel):
    """A plain list of folded words or names."""

    words: frozenset[str]


class NameRules(RuleModel):
    """The schema of `names.toml`."""

    particles: Particles
    common: WordList
    family_first: WordList
    syllabic_family_names: WordList
    honorifics: WordList
    connectors: WordList
    fillers: WordList
    turnable: WordList
    parts_of_countries: WordList
    equal_words: tuple[Forms, ...]
    similar_words: tuple[Forms, ...]
    similar_letters: tuple[Letters, ...]
    nicknames: tuple[Nickname, ...]
    generic_organizations: tuple[Generic, ...]


@cache
def name_rules() -> NameRules:
    """The spellings and name words of `names.toml`."""
    rules: NameRules = load_rules("names", NameRules)
    return rules


@lru_cache(maxsize=65536)
def word_forms(text: str) -> tuple[str, ...]:
    """Return the folded words of `text`, each in the spelling that stands for all its equal ones."""
    words = fold(text).split()
    canonical = _equal_words()
    merged: list[str] = []
    while words:
        size = 2 if " ".join(words[:2]) in canonical else 1
        form = " ".join(words[:size])
        merged.append(canonical.get(form, form))
        del words[:size]
    return tuple(merged)


@lru_cache(maxsize=1 << 18)
def spelling(word: str) -> str:
    """Return what stands for all spellings of a folded word that romanizations confuse."""
    forms = _similar_words()
    letters = _similar_letters(word)
    return forms.get(word) or forms.get(letters) or letters


def is_known_name_word(word: str) -> bool:
    """Whether the spellings of a folded word are known, or it is borne by millions."""
    return word in _similar_words() or word in name_rules().common.words


@cache
def formal_names(word: str) -> frozenset[str]:
    """Return the given names, in the spelling that stands for all, that a folded word is or is short for."""
    return _formal_names().get(word, frozenset()) | {spelling(word)}


def content_words(text: str) -> frozenset[str]:
    """Return the words of a title or organization without "of", "the" and the like, in any order."""
    return frozenset(word_forms(text)) - name_rules().connectors.words - name_rules().fillers.words


def initials(text: str) -> frozenset[str]:
    """Return the acronyms that the words of `text` can make, folded: with and without "of" and the like."""
    words = fold(text).split()
    telling = [word for word in words if word not in name_rules().connectors.words]
    return frozenset("".join(word[0] for word in chosen) for chosen in (words, telling) if len(chosen) > 1)


@lru_cache(maxsize=65536)
def is_turnable(organization: str) -> bool:
    """Whether the words of this name stand in any order: "Ministry of Defence", "Defence Ministry"."""
    name = f" {' '.join(word_forms(organization))} "
    return any(f" {words} " in name for words in name_rules().turnable.words)


@lru_cache(maxsize=65536)
def is_generic(organization: str) -> bool:
    """Whether organizations of many countries have this name ("Ministry of Defence"), and it says no country."""
    if country_in(organization):
        return False
    name = " ".join(word for word in word_forms(organization) if word != "the")
    return any(pattern.fullmatch(name) for pattern in _generic_patterns())


@cache
def _equal_words() -> Mapping[str, str]:
    return {form: group.forms[0] for group in name_rules().equal_words for form in group.forms}


@cache
def _similar_words() -> Mapping[str, str]:
    """What stands for each similar word, as it is written and with its letters made alike."""
    groups = name_rules().similar_words
    alike = {_similar_letters(form): group.forms[0] for group in groups for form in group.forms}
    return alike | {form: group.forms[0] for group in groups for form in group.forms}


def _similar_letters(word: str) -> str:
    for literal, pattern, replacement in _letter_rules(short=len(word) < SHORT_WORD):
        word = word.replace(literal, replacement) if literal else pattern.sub(replacement, word)
    return word


@cache
def _formal_names() -> Mapping[str, frozenset[str]]:
    names: dict[str, frozenset[str]] = {}
    for entry in name_rules().nicknames:
        formal = frozenset(map(spelling, entry.formal))
        for short in (" ".join(word_forms(short)) for short in entry.short):
            names[short] = names.get(short, frozenset()) | formal
    return names


@cache
def _letter_rules(*, short: bool) -> tuple[tuple[str | None, re.Pattern[str], str], ...]:
    """Pattern and replacement of each rule; before them the pattern as it is where it has letters only, for speed.

    Of a `short` word each letter tells names apart, but for a few.
    """
    return tuple(
        (rule.pattern if rule.pattern.isalpha() else None, re.compile(rule.pattern), rule.replacement)
        for rule in name_rules().similar_letters
        if rule.short or not short
    )


@cache
def _generic_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule.pattern) for rule in name_rules().generic_organizations)
