"""What can be told of a line besides its wording: whether it is a sentence, a link, a heading; what it stands by."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from newsie.read.layout.boilerplate_rules import Feature
from newsie.read.layout.lines import Line
from newsie.read.layout.published import is_date_line
from newsie.read.layout.sentences import sentences_of

FEW_WORDS = 4
MANY_SENTENCES = 3
PROSE_WORDS = 8
LONG_LINE = 120
"""A line that is longer is prose, whatever it ends with."""

LONGEST_LIST = 30
"""A list of other stories has hardly more lines under its title."""

LINES_OF_A_PAGE = 256
"""So many lines are kept in mind, for all of a page are weighed more than once."""

MOSTLY = 0.8
"""The share of a line's characters that are a link's in one that is mostly a link."""

SENTENCE_END = re.compile(r"[.!?…]['\"”’)\]]*$")
LINK = re.compile(r"!?\[(?P<words>[^\]\[]*)\]\([^()\s]*\)")
HEADING = re.compile(r"#{1,6}\s+(?=\S)")
MARKS = re.compile(r"^(?:[>#*•-]+\s+)+|(?<!\w)[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?!\w)")


def unmarked(text: str) -> str:
    """Return a line without the marks of Markdown; one without heading, link and bold words stays as it is."""
    if not ("](" in text or "**" in text or HEADING.match(text)):
        return text
    return MARKS.sub("", LINK.sub(lambda link: link["words"], text)).strip()


@dataclass(frozen=True)
class Page:
    """The lines of an article, and what is known of them so far.

    `linked` has the starts of lines that their format says are mostly a link; `boilerplate` the indices of lines that
    are boilerplate as a whole, `titles` of those among them that are the title of a list, `breaks` of those after which
    news may follow.
    """

    lines: Sequence[Line]
    linked: Collection[int]
    boilerplate: Collection[int]
    titles: Collection[int]
    breaks: Collection[int]

    def story(self) -> range:
        """The indices from the first to the last line of prose; all if there is none."""
        prose = [n for n, line in enumerate(self.lines) if n not in self.boilerplate and is_prose(line.text)]
        return range(prose[0], prose[-1] + 1) if prose else range(len(self.lines))

    def features(self, index: int, story: range) -> Iterator[Feature]:
        """Yield the features of line `index`. `story` is that of the page."""
        line = self.lines[index]
        yield from _features_alone(line)
        if line.start in self.linked or _link_share(line.text) >= MOSTLY:
            yield "mostly a link"
        is_below = index >= story.stop
        if is_below:
            yield "below the story"
        if index - 1 in self.boilerplate and index - 1 not in self.breaks and (is_below or not line.after_blank):
            yield "after boilerplate"
        if not is_prose(line.text) and self._is_under_title(index, story):
            yield "under a list's title"

    def _is_under_title(self, index: int, story: range) -> bool:
        """Whether a title of a list stands above, with nothing but boilerplate between."""
        for above in range(index, max(0, index - LONGEST_LIST), -1):
            if self.lines[above].after_blank and above < story.stop:
                return False
            if above - 1 in self.titles:
                return True
            if above - 1 not in self.boilerplate:
                return False
        return False


def is_prose(text: str) -> bool:
    """Whether a line is of such length and ends in such a way as prose does."""
    return len(text) > LONG_LINE or (len(text.split()) >= PROSE_WORDS and SENTENCE_END.search(text) is not None)


@lru_cache(maxsize=LINES_OF_A_PAGE)
def _features_alone(line: Line) -> tuple[Feature, ...]:
    return tuple(_found_alone(line))


def _found_alone(line: Line) -> Iterator[Feature]:
    words = unmarked(line.text)
    if not SENTENCE_END.search(words) and len(words) <= LONG_LINE:
        yield "no sentence"
    if len(words.split()) <= FEW_WORDS:
        yield "few words"
    if len(list(sentences_of(words))) >= MANY_SENTENCES:
        yield "many sentences"
    if words.isupper():
        yield "in capitals"
    if HEADING.match(line.text):
        yield "heading"
    if is_date_line(line):
        yield "date"


def _link_share(text: str) -> float:
    if "](" not in text:
        return 0.0
    words = re.sub(r"\W", "", unmarked(text))
    linked = re.sub(r"\W", "", "".join(link["words"] for link in LINK.finditer(text)))
    return len(linked) / len(words) if words else 0.0
