"""The sentences of a line by punctuation alone, before any model has seen the text."""

import re
from collections.abc import Iterator

SENTENCE_BREAK = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=[\"“‘(]?[^\W\d_a-zß-ÿ©]|©)")


def sentences_of(line: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of the sentences of a line, without the space between them."""
    start = 0
    for gap in SENTENCE_BREAK.finditer(line):
        yield start, gap.start() + len(gap[0].rstrip())
        start = gap.end()
    yield start, len(line)
