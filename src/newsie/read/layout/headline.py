"""The headline: a short line above the story."""

import re
from collections.abc import Callable, Sequence
from itertools import islice, pairwise

from newsie.read.layout.dateline import dateline_of
from newsie.read.layout.lines import Line
from newsie.read.layout.published import is_date_line
from newsie.records import Span

OPENING_LINES = 6
LONGEST_HEADLINE = 160
WRAPPED_LINE = 90
"""A story with lines no longer than this may be wrapped, and its first line half a sentence, not a headline."""

# An abbreviation such as "U.S." may end a headline, "met." may not.
SENTENCE_END = re.compile(r"(?:\w{3,}|[)\"”’'])\.[\"”’')]?$|[:;,…]$")
RELEASE = re.compile(r"(?:for )?(?:immediate|general) release|press release|media release", re.IGNORECASE)


def find_headline(lines: Sequence[Line], is_boilerplate: Callable[[Line], bool]) -> Span | None:
    """Return the headline of an article of these lines, without the mark of a Markdown heading, or None.

    Above it may stand boilerplate, a date, the letterhead of a press release, and a label of one word ("READOUT").
    """
    for line, following in islice(pairwise(_below_letterhead(lines)), OPENING_LINES):
        if is_boilerplate(line) or is_date_line(line) or re.fullmatch(r"\w+", line.text):
            continue
        if not _reads_like_headline(line) or not _stands_apart(following, is_boilerplate):
            return None
        mark = re.match(r"#{1,6}\s+", line.text)
        return line.span(mark.end() if mark else 0)
    return None


def _below_letterhead(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines below the block that says "for immediate release", or all if none does."""
    for index, line in enumerate(lines[:OPENING_LINES]):
        if RELEASE.fullmatch(line.text):
            below = range(index + 1, len(lines))
            return lines[next((n for n in below if lines[n].after_blank), index + 1) :]
    return lines


def _reads_like_headline(line: Line) -> bool:
    return len(line.text) <= LONGEST_HEADLINE and not SENTENCE_END.search(line.text) and dateline_of(line) is None


def _stands_apart(following: Line, is_boilerplate: Callable[[Line], bool]) -> bool:
    """Whether the line before `following` cannot run on into it."""
    if following.after_blank or is_boilerplate(following) or is_date_line(following):
        return True
    return dateline_of(following) is not None or len(following.text) > WRAPPED_LINE
