"""HTML to paragraphs: what a browser shows as blocks of their own."""

import re
from functools import cache

from lxml.etree import _Element, iterwalk

from newsie.read.draft import Paragraph
from newsie.read.formats.html.rules import says, web_page_rules
from newsie.read.formats.html.tree import parsed, without_unseen

LINE_BREAKS = ("br", "lb")
PICTURES = ("img", "amp-img", "picture")
PREFORMATTED = ("pre", "code")
BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")
TAG = re.compile(r"<[a-zA-Z!/][^>]*>|&[#\w]+;")

SENTENCE_END = tuple(".!?…:;”\"'’)]")
WRAPPED_LINE = 50
"""A line this long that ends in the middle of a sentence goes on after its break."""


def fragment_paragraphs(fragment: str) -> list[Paragraph]:
    """Return the paragraphs of an article's body given as HTML, as feeds, mails and agencies give it.

    Where nothing marks them, they are divided as in plain text: by empty lines, or else by the ends of lines.
    """
    if _block_tag().search(fragment):
        return _paragraphs_in(fragment)
    lines = BLANK_LINE.split(fragment)
    if len(lines) == 1 and not TAG.search(fragment):
        lines = fragment.split("\n")
    return [paragraph for line in lines for paragraph in _paragraphs_in(line)]


def _paragraphs_in(fragment: str) -> list[Paragraph]:
    if not TAG.search(fragment):
        return [Paragraph(" ".join(fragment.split()))] if fragment.strip() else []
    tree = parsed(fragment)
    body = tree.find("body") if tree is not None else None
    return [] if body is None else paragraphs_of(without_unseen(body))


@cache
def _block_tag() -> re.Pattern[str]:
    tags = "|".join(sorted(web_page_rules().blocks | {*LINE_BREAKS}))
    return re.compile(rf"(?:<|&lt;)/?(?:{tags})\b", re.IGNORECASE)


def paragraphs_of(root: _Element) -> list[Paragraph]:
    """Return the paragraphs of a tree; what is marked as a caption is one."""
    writer = _Writer()
    blocks = web_page_rules().blocks
    for event, element in iterwalk(root, events=("start", "end")):
        is_start = event == "start"
        if element.tag in blocks or is_caption(element):
            writer.end_paragraph()
            writer.captions += (1 if is_start else -1) if is_caption(element) else 0
        if element.tag in PREFORMATTED and element is not root:
            writer.preformatted += 1 if is_start else -1
        if is_start and element.tag in LINE_BREAKS:
            writer.breaks += 1
        if is_start or element is not root:
            writer.add_lines((element.text if is_start else element.tail) or "")
    writer.end_paragraph()
    return writer.paragraphs


def is_caption(element: _Element) -> bool:
    """Whether an element is what stands below a picture, by its tag or class, or by what it stands behind."""
    names = element.get("class", "")
    is_named = says(names, "caption") or (_follows_picture(element) and says(names, "picture text"))
    return element.tag == "figcaption" or is_named


def _follows_picture(element: _Element) -> bool:
    before = element.getprevious()
    return before is not None and before.tag in PICTURES


class _Writer:
    """Paragraphs as they are put together: the text of the one begun, and the line breaks since its last word."""

    def __init__(self) -> None:
        self.paragraphs: list[Paragraph] = []
        self.captions = 0
        self.preformatted = 0
        self.breaks = 0
        self._pieces: list[str] = []
        self._line = ""

    def add_lines(self, text: str) -> None:
        """Add text whose empty lines end paragraphs in preformatted elements, and nowhere else."""
        first, *others = BLANK_LINE.split(text) if self.preformatted else [text]
        self.add(first)
        for line in others:
            self.end_paragraph()
            self.add(line)

    def add(self, text: str) -> None:
        """Add text to the paragraph, or begin a new one where line breaks before it set it apart."""
        if self.breaks and text.strip():
            if self._is_set_apart(text.lstrip()):
                self.end_paragraph()
            self._pieces.append(" ")
            self._line = ""
            self.breaks = 0
        self._pieces.append(text)
        self._line = f"{self._line[-WRAPPED_LINE:]}{text}"

    def _is_set_apart(self, text: str) -> bool:
        """Whether text behind line breaks is a paragraph of its own: two do it, one if it isn't in mid-sentence."""
        before = self._line.strip()
        goes_on = text[0].islower() or (len(before) >= WRAPPED_LINE and not before.endswith(SENTENCE_END))
        return self.breaks > 1 or not goes_on

    def end_paragraph(self) -> None:
        """Finish the paragraph, if one has begun."""
        text = " ".join("".join(self._pieces).split())
        if text:
            self.paragraphs.append(Paragraph(text, "caption" if self.captions else "text"))
        self._pieces.clear()
        self._line = ""
        self.breaks = 0
