"""Where an article goes over to another story: "In other news", a row of stars, briefs under headings, time stamps.

A caption is a story of its own, and the one around it goes on behind it: nobody is "he" for having been photographed.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

ROW = re.compile(r"^[^\S\n]*(?:\*(?:\s?\*)+|[-–—_=]{3,}|#{3,}|•(?:\s?•)+)[^\S\n]*$", re.MULTILINE)
# A single one of these lines may stand in any article; several divide it.
HEADING = re.compile(r"^[^\S\n]*[^\W\d_a-z]{3,}(?:[ -][^\W\d_a-z]+){0,3}[^\S\n]*:?$", re.MULTILINE)
TIME_STAMP = re.compile(
    r"^[^\S\n]*\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?(?=[^\S\n]*(?:$|[-–—|:]))", re.MULTILINE
)


class Openers(RuleModel):
    """Words that open another story, in lower case, with a sentence that does and one that does not."""

    words: tuple[str, ...]
    example: str
    near_miss: str


class StoryRules(RuleModel):
    """The whole of rules/stories.toml."""

    openers: Openers


@cache
def story_rules() -> StoryRules:
    """Return rules/stories.toml."""
    return load_rules("stories", StoryRules)


def story_starts(doc: Doc) -> Sequence[int]:
    """Return the indices of the first tokens of the stories of an article behind its first one, in order."""
    if doc._.stories is None:
        offsets = sorted(set(_borders(doc.text)))
        starts = [token.idx for token in doc] if offsets else []
        doc._.stories = [bisect_left(starts, offset) for offset in offsets]
    found: Sequence[int] = doc._.stories
    return found


def story_start(doc: Doc, index: int) -> int:
    """Return the index of the first token of the story, or caption, in which a token stands."""
    caption = _caption_start(doc, index)
    if caption is not None:
        return caption
    starts = story_starts(doc)
    before = bisect_right(starts, index)
    return starts[before - 1] if before else 0


def _caption_start(doc: Doc, index: int) -> int | None:
    captions = doc._.article.captions if doc._.article else ()
    offset = doc[index].idx if captions else 0
    for caption in captions:
        if caption.start <= offset < caption.end:
            span = doc.char_span(caption.start, caption.end, alignment_mode="expand")
            return span.start if span is not None else None
    return None


def _borders(text: str) -> Iterator[int]:
    """Yield the offsets at which another story begins."""
    yield from (match.start(1) for match in _opener().finditer(text))
    yield from (match.end() for match in ROW.finditer(text))
    for line in (HEADING, TIME_STAMP):
        matches = list(line.finditer(text))
        if len(matches) > 1:
            yield from (match.start() for match in matches)


@cache
def _opener() -> re.Pattern[str]:
    words = "|".join(re.escape(words) for words in story_rules().openers.words)
    # No \s at the start of a line: it would run over every blank line that follows, from each of them.
    return re.compile(rf"(?:^[^\S\n]*|[.!?…][\"”’)]*\s+)((?:{words})(?!\w))", re.IGNORECASE | re.MULTILINE)
