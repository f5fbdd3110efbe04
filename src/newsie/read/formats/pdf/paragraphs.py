"""The paragraphs of a PDF document, told from how its lines are set: gaps, indents, short last lines, sizes."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from newsie.read.formats.pdf.lines import PdfLine
from newsie.read.layout.lines import Line
from newsie.read.layout.wrapping import LIST_MARK, SENTENCE_END, Hyphens, joint_of

WIDE_GAP = 1.25
"""Lines further apart than so many times the usual distance belong to two paragraphs."""

INDENT = 0.6
"""A line that begins so many times its size to the right of those around it begins a paragraph."""

SHORT = 0.75
"""A line with less than this share of the characters that lines have around it ends a paragraph, if a sentence ends."""

OTHER_SIZE = 1.12
"""Letters so many times larger or smaller are those of a headline or a note."""

LARGE = 1.2
"""A headline is so many times larger than the story."""


BULLET = re.compile(r"[•▪●○◦‣]")


class PdfParagraph(NamedTuple):
    """A paragraph on one line, the page on which it begins (from 0) and the size of its letters in points."""

    text: str
    page: int
    size: float


def pdf_paragraphs(lines: Sequence[PdfLine]) -> list[PdfParagraph]:
    """Return the paragraphs that the lines make, in their order, with words joined that lines have broken."""
    groups = _grouped(lines)
    whole = "\n".join(line.text for line in lines)
    joints = [(_plain(one), _plain(other)) for group in groups for one, other in pairwise(group)]
    hyphens = Hyphens(whole, joints)
    return [PdfParagraph(_joined(group, hyphens), group[0].page, group[0].size) for group in groups]


def _grouped(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    setting = _Setting(lines)
    groups: list[list[PdfLine]] = []
    for index, line in enumerate(lines):
        if index and not setting.parts(lines[index - 1], line):
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


class _Setting:
    """How a document is set: the distance of its lines, their left ends and their lengths, for each size of letters."""

    def __init__(self, lines: Sequence[PdfLine]):
        self._leading = _leadings(lines)
        self._lefts = Counter((line.page, round(line.size), round(line.x)) for line in lines)
        lengths: dict[int, list[int]] = {}
        for line in lines:
            lengths.setdefault(round(line.size), []).append(len(line.text))
        self._lengths = {size: median(every) for size, every in lengths.items()}

    def parts(self, line: PdfLine, following: PdfLine) -> bool:
        """Whether `following` begins a paragraph."""
        larger, smaller = max(line.size, following.size), min(line.size, following.size)
        if larger > OTHER_SIZE * smaller or BULLET.match(following.text):
            return True
        if LIST_MARK.match(following.text) and self._ends_sentence(line):
            return True
        gap = line.y - following.y
        if line.page != following.page or gap < 0:  # the top of a column or page
            return self._ends_sentence(line) and not following.text[0].islower()
        if gap > WIDE_GAP * self._leading.get(round(line.size), gap):
            return True
        return self._is_indented(following) or (self._is_short(line) and self._ends_sentence(line))

    def _ends_sentence(self, line: PdfLine) -> bool:
        return SENTENCE_END.search(line.text) is not None

    def _is_short(self, line: PdfLine) -> bool:
        return len(line.text) < SHORT * self._lengths[round(line.size)]

    def _is_indented(self, line: PdfLine) -> bool:
        """Whether more lines of its page begin a little to its left than where it does."""
        size = round(line.size)
        here = self._lefts[line.page, size, round(line.x)]
        nearest, farthest = round(line.x - INDENT * line.size), round(line.x - 4 * line.size)
        return any(self._lefts[line.page, size, left] > max(2, here) for left in range(farthest, nearest + 1))


def _leadings(lines: Sequence[PdfLine]) -> dict[int, float]:
    """The usual distance of lines of each size, the smallest of those that are common."""
    gaps: dict[int, Counter[float]] = {}
    for line, following in pairwise(lines):
        if line.page == following.page and 0 < line.y - following.y < 3 * line.size and _same_size(line, following):
            gaps.setdefault(round(line.size), Counter())[round(line.y - following.y, 1)] += 1
    return {
        size: min(gap for gap, n in counts.items() if 3 * n >= max(counts.values())) for size, counts in gaps.items()
    }


def _same_size(line: PdfLine, following: PdfLine) -> bool:
    return round(line.size) == round(following.size)


def _plain(line: PdfLine) -> Line:
    return Line(0, len(line.text), line.text, after_blank=False)


def _joined(group: Sequence[PdfLine], hyphens: Hyphens) -> str:
    text = group[0].text
    for line, following in pairwise(map(_plain, group)):
        broken = hyphens.break_a_word(line, following)
        text = f"{text[:-1]}{following.text}" if broken else f"{text}{joint_of(line)}{following.text}"
    return text


def headline_in(paragraphs: Sequence[PdfParagraph], named: str | None, story: float) -> str | None:
    """Return the headline: what the document is named if its first page says so, or what is largest there, or None.

    `story` is the size of the letters of the story.
    """
    first = [paragraph for paragraph in paragraphs if paragraph.page == 0]
    names = [named or "", *re.split(r"\s+[|–—-]\s+", named or "")]
    for paragraph in first:
        if any(_same_words(paragraph.text, name) for name in names):
            return paragraph.text
    largest = max(first, key=lambda paragraph: paragraph.size, default=None)
    return largest.text if largest and largest.size > LARGE * story else None


def _same_words(one: str, other: str) -> bool:
    return bool(words := re.findall(r"\w+", one.casefold())) and words == re.findall(r"\w+", other.casefold())
