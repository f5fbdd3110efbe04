"""The lines of a text that hold anything, with their offsets."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsie.records import Span


@dataclass(frozen=True)
class Line:
    """A line without the white space around it: `text` is the article's text from `start` to `end`, and never empty.

    `after_blank` says whether an empty line, or nothing at all, stands before it.
    """

    start: int
    end: int
    text: str
    after_blank: bool

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """The stretch from `start` to `end` (by default to its end), counted in the line, as a Span of the text."""
        stretch = self.text[start:end]
        return Span(start=self.start + start, end=self.start + start + len(stretch), text=stretch)


def lines_of(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines of `text` from offset `start` on that are not blank. Only a line feed ends a line."""
    after_blank = True
    for raw in text[start:].split("\n"):
        content = raw.strip()
        if content:
            left = start + raw.index(content)
            yield Line(left, left + len(content), content, after_blank)
        after_blank = not content
        start += len(raw) + 1
