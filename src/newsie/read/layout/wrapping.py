"""Prose that is wrapped at a column, as mail and wires are: where its lines go on with the line before."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from newsie.read.layout.lines import Line, lines_of

Change = tuple[int, int, str]
"""Start and end of a stretch of a text, and what is to stand in its place: nothing, or a character or two."""

NARROWEST = 30
"""Prose is not wrapped into lines shorter than this; lists, tables and letterheads have such lines."""

MOST_COMPOUNDS = 0.08
"""If more of the lines end in a hyphen, they are hyphenated; fewer may be compounds that happen to be broken there."""

SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*$")
LIST_MARK = re.compile(r"[-–—•*·▪>#|]|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s")
CELLS = re.compile(r"\t|\s\|\s")
LETTERS = re.compile(r"[^\W\d_]+")
COMPOUND = re.compile(r"(?<![^\W\d_])(?=([^\W\d_]+-[^\W\d_]+))")
JOINING_MARK = re.compile(r"\w[-‐‑–—/]$")
BROKEN_WORD = re.compile(r"([^\W\d_]{2,})-$")


def line_joints(text: str) -> Iterator[Change]:
    """Yield the line ends inside wrapped prose, each as the change that makes its two lines one.

    A line runs on if the first word of the next would not have fitted behind it. How wide the lines may be is told by
    those that certainly run on, into lower case or after "the"; where there are none, nothing is wrapped.
    """
    pairs = [(line, following) for line, following in pairwise(lines_of(text)) if _may_run_on(line, following)]
    lengths = sorted(len(line.text) for line, following in pairs if _surely_runs_on(line, following))
    if not lengths:
        return
    width = lengths[len(lengths) * 3 // 4]  # not the longest, for one line may have more before it: a date, a mark
    joints = [pair for pair in pairs if len(pair[0].text) + len(pair[1].text.split(maxsplit=1)[0]) >= width]
    hyphens = Hyphens(text, joints)
    for line, following in joints:
        yield line.end - hyphens.break_a_word(line, following), following.start, joint_of(line)


def _may_run_on(line: Line, following: Line) -> bool:
    apart = following.after_blank or CELLS.search(line.text) or CELLS.search(following.text)
    return len(line.text) >= NARROWEST and not apart and LIST_MARK.match(following.text) is None


def _surely_runs_on(line: Line, following: Line) -> bool:
    """Whether the next line begins in lower case, or a function word ends the one or, in capitals, begins the other."""
    if SENTENCE_END.search(line.text):
        return False
    if following.text[0].islower():
        return True
    from spacy.lang.en.stop_words import STOP_WORDS

    last, first = line.text.split()[-1], following.text.split()[0]
    if line.text.isupper():
        return last.lower() in STOP_WORDS or first.lower() in STOP_WORDS
    return last in STOP_WORDS


def joint_of(line: Line) -> str:
    """What stands between a line and that which runs on from it: a space, or nothing behind a hyphen or slash."""
    return "" if JOINING_MARK.search(line.text) else " "


class Hyphens:
    """Tells hyphens that break a word at the end of its line from those that belong to it."""

    def __init__(self, text: str, joints: Sequence[tuple[Line, Line]]):
        broken = sum(BROKEN_WORD.search(line.text) is not None for line, _ in joints)
        self.are_frequent = broken > len(joints) * MOST_COMPOUNDS
        self.words = frozenset(LETTERS.findall(text.lower())) if broken else frozenset()
        self.compounds = frozenset(COMPOUND.findall(text.lower())) if broken else frozenset()

    def break_a_word(self, line: Line, following: Line) -> bool:
        """Whether the two lines end and begin with one word: as the text has it elsewhere, or as its lines suggest."""
        broken, rest = BROKEN_WORD.search(line.text), LETTERS.match(following.text)
        if broken is None or rest is None:
            return False
        if f"{broken[1]}{rest[0]}".lower() in self.words:
            return True
        is_compound = f"{broken[1]}-{rest[0]}".lower() in self.compounds
        return self.are_frequent and not is_compound and (rest[0].islower() or broken[1].isupper())
