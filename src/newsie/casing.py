"""Usual capitals for text that is all in capitals or all in lower case."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from newsie.rules.loader import load_lines

Stretch = tuple[int, int]

WORD = re.compile(r"[^\W\d_]+")
UPPER = re.compile("[A-ZÀ-ÖØ-Þ]+")
LOWER = re.compile("[a-zß-öø-ÿ]+")
CAPITALS = re.compile(r"[A-ZÀ-ÖØ-Þ]{2}\W+[A-ZÀ-ÖØ-Þ]{2}")
LINE = re.compile(r"[^\n]+")
SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][\"'”’)]*(?=\s)|(?=\n|$))")
SENTENCE_START = re.compile(r"(?:^|\n|[.!?][\"'”’)]*\s)[^\w\n]*$")
IN_BRACKETS = re.compile(r"\(([^\W\d_]{2,6})\)")
FIRST_LETTER = re.compile(r"(?:^|\n|[.!?][\"'”’)]*\s)[^\w\n]*[^\W\d_]")
NEXT_WORD = re.compile(r" ([^\W\d_]+)")
ARTICLE = re.compile(r" [^\W\d_]{2}")  # what follows the article "a", and not the initial
APOSTROPHES = ("'", "’")
JOINED = ("s", "t", "ll", "re", "ve", "m")
ORDINAL_ENDS = ("st", "nd", "rd", "th")

FEWEST_WORDS = 4
"""Fewer words in capitals may be a dateline or a letterhead in ordinary text."""

MOST_SMALL_LETTERS = 0.05
"""The share of small letters that a text in capitals may have, as in "McDONALD"."""

MOST_CAPITALS = 0.0025
"""The share of capitals that a text in lower case may have; one for each sentence would be 0.01."""

FEWEST_LETTERS = 200
"""A text of fewer letters without a capital is a note, not an article."""

LONGEST_NAME = 120
MORE_WORDS = 3
"""An acronym leaves out no more of the words that it stands for: "of", "and", "the"."""


def recased(text: str) -> str:
    """Return `text`, its length unchanged, with usual capitals where they say nothing, or as it is if there they do.

    That is a text, a line or a sentence in capitals, or a whole text in lower case. A word is written there as in the
    rest of the text, or else as news writes it; what is known from neither is a name as likely as not, and gets a
    capital.
    """
    stretches = list(_of_one_case(text))
    if not stretches:
        return text
    forms = usual_forms() | {word: word.upper() for word in _acronyms(text)} | _own_forms(text, stretches)
    pieces: list[str] = []
    position = 0
    for start, end in stretches:
        pieces += text[position:start], _rewritten(text[start:end], forms)
        position = end
    return "".join(pieces) + text[position:]


@cache
def usual_forms() -> dict[str, str]:
    """How `rules/usual_forms.txt` writes words inside a sentence, by their lower case."""
    return {form.lower(): form for form in load_lines("usual_forms.txt")}


def _of_one_case(text: str) -> Iterator[Stretch]:
    if _is_shouted(text) or _is_mumbled(text):
        yield 0, len(text)
        return
    for line in LINE.finditer(text):
        if not CAPITALS.search(line[0]):
            continue
        if _is_shouted(line[0]):
            yield line.span()
        else:
            yield from (found.span() for found in SENTENCE.finditer(text, *line.span()) if _is_shouted(found[0]))


def _is_shouted(text: str) -> bool:
    """Whether a text is in capitals, and is no dateline, name or row of acronyms: there is an everyday word in it."""
    if _count(LOWER, text) > MOST_SMALL_LETTERS * _count(UPPER, text):
        return False
    words = [word.lower() for word in WORD.findall(text)]
    return len(words) >= FEWEST_WORDS and any(usual_forms().get(word) == word for word in words)


def _is_mumbled(text: str) -> bool:
    """Whether a text is an article in lower case."""
    letters = _count(LOWER, text)
    return letters >= FEWEST_LETTERS and _count(UPPER, text) <= MOST_CAPITALS * letters


def _count(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))


def _acronyms(text: str) -> Iterator[str]:
    """The words in brackets that are initials of the words before them, in lower case."""
    for bracket in IN_BRACKETS.finditer(text):
        acronym = bracket[1].lower()
        before = WORD.findall(text, max(0, bracket.start() - LONGEST_NAME), bracket.start())
        initials = iter(word[0].lower() for word in before[-len(acronym) - MORE_WORDS :])
        if all(letter in initials for letter in acronym):
            yield acronym


def _own_forms(text: str, stretches: Iterable[Stretch]) -> dict[str, str]:
    """How the text writes words elsewhere than in `stretches`, by their lower case; sentence starts don't count."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    position = 0
    for start, end in [*stretches, (len(text), len(text))]:
        for word in WORD.finditer(text, position, start):
            if not SENTENCE_START.search(text, max(position, word.start() - 6), word.start()):
                counts[word[0].lower()][word[0]] += 1
        position = end
    return {word: count.most_common(1)[0][0] for word, count in counts.items()}


def _rewritten(text: str, forms: dict[str, str]) -> str:
    """`text` in the usual forms, with a capital at the start of sentences."""

    def first_letter(match: re.Match[str]) -> str:
        is_header = match.start() == 0 and text[match.end() - 1].islower()
        return match[0] if is_header else match[0][:-1] + _same_length(match[0][-1], str.upper)

    return FIRST_LETTER.sub(first_letter, WORD.sub(lambda word: _form(word, forms), text))


def _form(word: re.Match[str], forms: dict[str, str]) -> str:
    """How to write a word: a mixture of cases ("McDONALD") stays, a letter is an initial unless it is "a" or joined."""
    small = _same_length(word[0], str.lower)
    before = word.string[word.start() - 1 : word.start()]
    if not (word[0].isupper() or word[0].islower()):
        return word[0]
    if (before in APOSTROPHES and small in JOINED) or (before.isdigit() and small in ORDINAL_ENDS):
        return small
    if len(small) == 1:
        return small if small == "a" and ARTICLE.match(word.string, word.end()) else _same_length(small, str.upper)
    if small == "us":
        return "US" if _stands_before_noun(word) else small
    return forms.get(small, _same_length(small, str.capitalize))


def _stands_before_noun(word: re.Match[str]) -> bool:
    """Whether "US" is the country, as before all but function words: "US envoys", "told us that"."""
    from spacy.lang.en.stop_words import STOP_WORDS

    following = NEXT_WORD.match(word.string, word.end())
    return following is not None and following[1].lower() not in STOP_WORDS


def _same_length(word: str, change: Callable[[str], str]) -> str:
    """The changed word, or the word itself where the change would make it longer, as with "İ"."""
    changed = change(word)
    return changed if len(changed) == len(word) else word
