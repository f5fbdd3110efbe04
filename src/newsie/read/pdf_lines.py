"""The lines of a PDF document, as it draws them: where each stands, and how large."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdf import PageObject

SAME_LINE = 0.5
"""What is drawn at most so many times the size of its letters higher or lower stands in one line: "1st"."""

EDGE_LINES = 2
"""Lines at the top and bottom of a page among which running heads and feet are."""

PAGE_NUMBER = re.compile(r"(?:\W*(?:page|p\.?)?\s*\d{1,4}\s*(?:(?:/|of)\s*\d{1,4})?\W*)", re.IGNORECASE)


class PdfLine(NamedTuple):
    """A line: its text, the page (from 0), where it begins, in points from left and bottom, and the size of letters."""

    text: str
    page: int
    x: float
    y: float
    size: float


class _Drawing:
    """Puts the pieces that a page draws together to lines, in their order."""

    def __init__(self, page: int):
        self.lines: list[PdfLine] = []
        self._page = page
        self._is_open = False

    def add(self, text: str, matrix: Sequence[float], text_matrix: Sequence[float], font: Any, size: float) -> None:
        """Take a piece as pypdf gives it: its text, the matrices that place it, and the size before they scale it."""
        content = text.strip("\n")
        if content.strip():
            self._draw(content, _placed(matrix, text_matrix, size))
        if text.endswith("\n"):
            self._is_open = False

    def _draw(self, text: str, place: tuple[float, float, float]) -> None:
        x, y, size = place
        first, *others = text.split("\n")
        last = self.lines[-1] if self._is_open else None
        if last and abs(last.y - y) <= SAME_LINE * max(last.size, size):
            larger = max(last.size, size) if len(first) < len(last.text) else size
            self.lines[-1] = last._replace(text=last.text + first, size=larger)
        else:
            self.lines.append(PdfLine(first, self._page, x, y, size))
        self.lines += [PdfLine(line, self._page, x, y, size) for line in others]
        self._is_open = True


def _placed(matrix: Sequence[float], text_matrix: Sequence[float], size: float) -> tuple[float, float, float]:
    """Where a piece begins on the page, and the height of its letters."""
    a, b, c, d, e, f = matrix
    x, y = text_matrix[4], text_matrix[5]
    height = (text_matrix[2] * b + text_matrix[3] * d) * size
    return x * a + y * c + e, x * b + y * d + f, abs(height) or size


def page_lines(page: "PageObject", number: int, check: Any) -> list[PdfLine]:
    """Return the lines of a page in the order in which it draws them; `check` is called again and again, to end it."""
    drawing = _Drawing(number)
    page.extract_text(orientations=(0,), visitor_text=drawing.add, visitor_operand_before=lambda *operation: check())
    return [line._replace(text=" ".join(line.text.split())) for line in drawing.lines if line.text.strip()]


def without_running_lines(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines without heads and feet that several pages have at one height, and without page numbers."""
    edges = [line for page in _pages(lines) for line in _edge_lines(page)]
    counts = Counter(key for page in _pages(lines) for key in {_running(line) for line in _edge_lines(page)})
    dropped = {line for line in edges if counts[_running(line)] > 1 or PAGE_NUMBER.fullmatch(line.text)}
    return [line for line in lines if line not in dropped]


def _pages(lines: Sequence[PdfLine]) -> list[list[PdfLine]]:
    pages: dict[int, list[PdfLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    return list(pages.values())


def _edge_lines(page: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines at the two heights next to the edges of a page; one has several that stand apart: a date, a number."""
    heights = sorted({round(line.y) for line in page})
    edges = {*heights[:EDGE_LINES], *heights[-EDGE_LINES:]}
    return [line for line in page if round(line.y) in edges]


def _running(line: PdfLine) -> tuple[str, int, int]:
    """What is the same of a head or foot on all pages: its words, its height and its size."""
    return re.sub(r"\d+", "0", line.text), round(line.y), round(line.size)
