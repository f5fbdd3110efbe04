"""Fold text so that capitals, diacritics and apostrophes make no difference. Pure functions of text."""

import re
import unicodedata
from functools import cache, lru_cache

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

_NOT_WORD = re.compile(r"[\W_]+")
_APOSTROPHES = re.compile("['’‘ʼʻ`´]")


class LetterRules(RuleModel):
    """`rules/letters.toml`: the base letters of letters that Unicode does not take apart."""

    letters: dict[str, str]


def unmarked(text: str) -> str:
    """Return `text` in lower case, without diacritics and apostrophes; hyphens and spaces stay."""
    if text.isascii():
        return _APOSTROPHES.sub("", text).casefold()
    letters = _letters()
    # Taking letters apart can give capitals, and the lower case of a capital can have marks of its own.
    apart = unicodedata.normalize("NFKD", _APOSTROPHES.sub("", text)).casefold()
    bare = (letter for letter in unicodedata.normalize("NFKD", apart) if not unicodedata.combining(letter))
    return _APOSTROPHES.sub("", "".join(letters.get(letter, letter) for letter in bare))


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return `text` in lower case, without diacritics and apostrophes, its words separated by one space."""
    return _NOT_WORD.sub(" ", unmarked(text)).strip()


@cache
def _letters() -> dict[str, str]:
    rules: LetterRules = load_rules("letters", LetterRules)
    return rules.letters
