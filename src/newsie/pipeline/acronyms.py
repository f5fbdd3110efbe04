"""Acronyms in brackets and the name that each stands for.

The matching is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
text" (PSB 2003): every letter of the acronym occurs, in order, in the words before the bracket, the first one at the
start of a word.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc

ACRONYM = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&-]{1,10}")
SMALL_WORDS = frozenset(("of", "and", "the", "for", "in", "on", "to", "&"))


@dataclass(frozen=True)
class Definition:
    """An acronym in brackets, with the token indices of the first word of what it stands for and of the bracket."""

    start: int
    bracket: int
    acronym: str


def definitions(doc: Doc) -> Iterator[Definition]:
    """Yield the acronyms that `doc` introduces in brackets behind the name that they stand for."""
    for token in doc[1 : len(doc) - 1]:
        if not ACRONYM.fullmatch(token.text) or doc[token.i - 1].text != "(" or doc[token.i + 1].text != ")":
            continue
        start = definition_start(doc, token.i - 1, token.text)
        if start is not None:
            yield Definition(start, token.i - 1, token.text)


def definition_start(doc: Doc, end: int, acronym: str) -> int | None:
    """The index of the first word of the name before token `end` that `acronym` stands for, or None.

    The name has at most min(n + 5, 2 n) words for an acronym of n letters, and is looked for in one sentence.
    """
    first_allowed = max(end - _max_tokens(acronym), doc[end].sent.start)
    letters = [character.lower() for character in acronym if character.isalnum()]
    start = _matched(doc, first_allowed, end, letters)
    return start if start is not None and doc[start].text[0].isupper() else None


def _max_tokens(acronym: str) -> int:
    return 2 * min(len(acronym) + 5, 2 * len(acronym))


def _matched(doc: Doc, first: int, end: int, letters: list[str]) -> int | None:
    """The index of the word at whose start the first letter matches when all are matched from the right."""
    remaining = letters.copy()
    for index in range(end - 1, first - 1, -1):
        word = doc[index].lower_
        if not word[0].isalnum():
            continue
        remaining = _without_letters_of(word, remaining)
        if not remaining and word[0] == letters[0]:
            return index
        if not remaining:
            remaining = letters[:1]
    return None


def _without_letters_of(word: str, letters: list[str]) -> list[str]:
    """`letters` without those at their end that occur in `word`, which has to account for its first letter too."""
    if word in SMALL_WORDS and (not letters or letters[-1] != word[0]):
        return letters
    remaining = letters.copy()
    for character in reversed(word):
        if remaining and remaining[-1] == character:
            remaining.pop()
    return remaining
