"""The fair copy of a text: what is read in its place, without what nobody sees in print.

Soft hyphens and zero-width characters are left out, white space of any kind and width is one space, odd quotation marks
are ordinary ones, a sentence begins with a space after a figure ("on July 5.The minister"), a credit in parentheses
stands apart from the name before it ("with Ada Obi.(Photo | AP)"), and prose that is wrapped at a column runs on, as in
the texts that models are trained on. The letters of orders and degrees behind names are left
out too, and styles between an office and a name ("the governor, His Excellency, Ada Obi").
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import NamedTuple, Self

from newsie.read.layout.wrapping import Change, line_joints
from newsie.read.post_nominals import post_nominals
from newsie.read.styles import styles

# Format characters that print nothing: soft hyphen, zero-width, joiners, marks of direction, byte order mark.
INVISIBLE = "\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
SPACE = r"\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
LINE_END = r"\r\n|[\r\v\f\x85\u2028\u2029]"

CELL_GAP = "\t"
WIDE = 3
"""So many spaces in a line stand between the columns of a table; two are a typist's, after a full stop."""

# What is typed for an apostrophe inside a word and for quotation marks where the keyboard or the encoding has none.
ODD_QUOTES = dict.fromkeys("ʼ′´`＇", "’") | dict.fromkeys("„‟″＂«»", '"')


class Piece(NamedTuple):
    """A piece of a copy, from `start` to the next: what `source` has from `first` on, none of it from behind `last`."""

    start: int
    first: int
    last: int


@dataclass(frozen=True)
class FairCopy:
    """A fair copy, made of pieces of `source`; without one, it is the original itself."""

    text: str
    source: Self | None = None
    pieces: tuple[Piece, ...] = ()

    def origin(self, offset: int) -> int:
        """The offset in the original of a character of the copy, or of the end."""
        if self.source is None:
            return offset
        piece = self.pieces[bisect_right(self.pieces, offset, key=itemgetter(0)) - 1]
        return self.source.origin(min(piece.first + offset - piece.start, piece.last))

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the original of what stands in the copy from `start` to `end`."""
        return self.origin(start), self.origin(end - 1) + 1 if end > start else self.origin(start)

    def copied(self, start: int, end: int) -> tuple[int, int]:
        """Start and end in the copy of what it has of the original from `start` to `end`."""
        offsets = range(len(self.text) + 1)
        return bisect_left(offsets, start, key=self.origin), bisect_left(offsets, end, key=self.origin)


def fair_copy(text: str) -> FairCopy:
    """Return the fair copy of `text`, with the same text if there is nothing to mend."""
    copy = _changed(FairCopy(text), map(_mended, _noise().finditer(text)))
    copy = _changed(copy, line_joints(copy.text))
    copy = _changed(copy, post_nominals(copy.text))
    return _changed(copy, styles(copy.text))


def _changed(copy: FairCopy, changes: Iterable[Change]) -> FairCopy:
    """Return a copy with these changes, which are in order and do not overlap."""
    texts: list[str] = []
    pieces: list[Piece] = []
    position = length = 0
    for start, end, shown in changes:
        texts += copy.text[position:start], shown
        changed = length + start - position
        pieces += Piece(length, position, start), Piece(changed, start, end - 1)
        position, length = end, changed + len(shown)
    if not pieces:
        return copy
    pieces.append(Piece(length, position, len(copy.text)))
    return FairCopy("".join([*texts, copy.text[position:]]), copy, tuple(pieces))


@cache
def _noise() -> re.Pattern[str]:
    apostrophes, quotes = ("".join(m for m, plain in ODD_QUOTES.items() if plain == shown) for shown in ("’", '"'))
    broken = rf"(?P<broken>\u00ad[{SPACE}]*(?:{LINE_END}|\n)[{SPACE}]*)"
    space = rf"(?P<space>[{SPACE}{INVISIBLE}]{{2,}}|[{SPACE}](?<! )|[{INVISIBLE}])"
    quote = rf"(?P<quote>[{apostrophes}](?<=\w.)(?=\w)|[{quotes}])"
    # Behind a word a tokenizer sees the end of the sentence by itself. "1.The" at the start of a line counts a list.
    after_figure = r"(?:(?<=\w \d\.)|(?<=\w \d\d\.)|(?<=\w \d{4}\.)|(?<=, \d{4}\.))"
    glued = rf"(?P<glued>\.{after_figure}(?=(?:[A-Z][a-z]+|A) ))"
    # Only behind small letters: "S(ecretary)" and "CO(II)" are words, "Obi.(AP)" and "Obi(AP)" are two.
    parenthesis = r"(?P<opened>\((?<=[a-z][\w.!?,’”\"]\()(?=[A-Z]))|(?P<closed>\)(?<=[\w.]\))(?=[A-Z][a-z]+ ))"
    return re.compile(rf"{broken}|(?P<line_end>{LINE_END})|{space}|{quote}|{glued}|{parenthesis}")


def _mended(noise: re.Match[str]) -> Change:
    start, end = noise.span()
    if noise["broken"]:
        return start, end, ""
    if noise["line_end"]:
        return start, end, "\n"
    if noise["quote"]:
        return start, end, ODD_QUOTES[noise[0]]
    if noise["glued"]:
        return start, end, ". "
    if noise["opened"] or noise["closed"]:
        return start, end, " (" if noise["opened"] else ") "
    width = len(re.sub(f"[{INVISIBLE}]", "", noise[0]))
    inside_line = noise.string[start - 1 : start].strip() and noise.string[end : end + 1].strip()
    is_gap = inside_line and (width >= WIDE or CELL_GAP in noise[0])
    return start, end, CELL_GAP if is_gap else " " if width else ""
