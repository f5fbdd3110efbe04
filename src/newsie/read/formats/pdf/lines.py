"""The lines of a PDF document, as it draws them: where each stands, and how large."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdf import PageObject

SAME_LINE = 0.5
"""What is drawn at most so many times the size of its letters higher or lower stands in one line: "1st"."""

EDGE_LINES = 2
"""Lines at the top and bottom of a page among which running heads and feet are."""

FAR = 2.0
"""Small print and page numbers are at least so many times their size away from anything else."""

LONGEST_RUNNING = 120

NO_LETTER = re.compile(r"[\0-\x08\x0e-\x1f\ud800-\udfff]")
"""What is drawn with a glyph of which the document doesn't say which letter it is."""

PAGE_NUMBER = re.compile(r"\W*(?:page|p\.?)?\s*\d{1,3}\s*(?:(?:/|of)\s*\d{1,3})?\W*", re.IGNORECASE)


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
    texts = [" ".join(NO_LETTER.sub("\ufffd", line.text).split()) for line in drawing.lines]
    return [line._replace(text=text) for line, text in zip(drawing.lines, texts, strict=True) if text]


def without_running_lines(lines: Sequence[PdfLine]) -> list[PdfLine]:
    """Return the lines without heads, feet and page numbers: what several pages have at one height, or small print."""
    pages = _pages(lines)
    story = story_size(lines)
    counts = Counter(key for page in pages for key in {_running(line) for line in _edge_lines(page)})
    dropped = {line for page in pages for line in _small_print(page, story)}
    dropped |= {line for page in pages for line in _edge_lines(page) if counts[_running(line)] > 1}
    return [line for line in lines if line not in dropped]


def story_size(lines: Iterable[PdfLine]) -> float:
    """Return the size in which most of the text is set, or 0 if there is none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size)] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0


def _small_print(page: Sequence[PdfLine], story: float) -> Iterator[PdfLine]:
    """Lines next to an edge, far from all others, that are smaller than the story, as a browser prints, or numbers."""
    for direction in (1, -1):
        ordered = sorted(page, key=lambda line: direction * line.y)
        for line in ordered[:EDGE_LINES]:
            others = [other for other in ordered if abs(other.y - line.y) > 1]
            is_apart = all(abs(other.y - line.y) > FAR * line.size for other in others)
            is_small = round(line.size) < story and len(line.text) <= LONGEST_RUNNING
            if is_apart and others and (is_small or PAGE_NUMBER.fullmatch(line.text)):
                yield line


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
