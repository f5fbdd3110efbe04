"""The component `newsie_layout`: sentences end where the article's layout says so."""

import re
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc

from newsie.pipeline.extensions import register
from newsie.pipeline.names import abbreviates_title
from newsie.records import Article

BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
LINE_END = re.compile(r"\n\s*")
SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*\s*$")
# Behind a tab, a bar that stands alone, or the mark of an item at the start of its line.
CELL_START = re.compile(r"(?:\t|(?:^|(?<=\s))\|(?=\s)|(?:^|(?<=\n))[-–—•*·▪](?=\s))\s*")
# A space lost behind a full stop: "at the airport.General Obi left". A web address has no space behind it either.
UNSPACED = re.compile(r"(?<=[^\W\d_A-Z]{3}[.!?])(?=[A-Z][a-z]+[ ,])")
# A line this short that ends without punctuation is a headline, a list item or a byline; a longer one is wrapped prose.
WRAPPED_LINE = 60


@Language.factory("newsie_layout", assigns=["token.is_sent_start"])
def make_layout(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Create the component. It comes before the parser, which keeps the sentence starts that it finds set."""
    register()
    return mark_layout


def mark_layout(doc: Doc) -> Doc:
    """Start a sentence at each paragraph and cell, and around the parts of the layout of `doc._.article`.

    None starts behind the full stop of an abbreviated title, where a parser would start one.
    """
    starts = {*paragraph_starts(doc.text), *cell_starts(doc.text), *unspaced_starts(doc.text)}
    if doc._.article:
        starts.update(_part_boundaries(doc._.article))
    _start_sentences(doc, starts)
    for token in doc[1:]:
        if abbreviates_title(doc, token.i - 1) and not token.is_sent_start:
            token.is_sent_start = False
    return doc


def paragraph_starts(text: str) -> Iterator[int]:
    """Yield the offsets at which a line begins that does not go on with the line before."""
    for line_end in LINE_END.finditer(text):
        before = text[text.rfind("\n", 0, line_end.start()) + 1 : line_end.start()]
        if BLANK_LINE.match(line_end[0]) or SENTENCE_END.search(before) or len(before) < WRAPPED_LINE:
            yield line_end.end()


def cell_starts(text: str) -> Iterator[int]:
    """Yield the offsets at which a cell of a table or an item of a list begins."""
    return (gap.end() for gap in CELL_START.finditer(text))


def unspaced_starts(text: str) -> Iterator[int]:
    """Yield the offsets at which a sentence begins right behind the full stop of another one."""
    return (lost_space.start() for lost_space in UNSPACED.finditer(text))


def _part_boundaries(article: Article) -> Iterator[int]:
    parts = (article.header, article.headline, article.dateline, *article.captions, *article.boilerplate)
    for part in parts:
        if part:
            yield part.start
            yield part.end


def _start_sentences(doc: Doc, offsets: set[int]) -> None:
    """Let a sentence start at the first token at or after each offset that is not white space."""
    remaining = sorted(offsets, reverse=True)
    for token in doc:
        reached = False
        while remaining and token.idx >= remaining[-1] and not token.is_space:
            remaining.pop()
            reached = True
        if reached and token.i > 0:
            token.is_sent_start = True
