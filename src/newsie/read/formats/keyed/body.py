"""The body of an article as exports give it: plain text, or the HTML that it was published as."""

import html
import re
from collections.abc import Sequence

from newsie.read.documents.text_stream import storable
from newsie.read.draft import Draft, Paragraph, with_plain_text, with_text
from newsie.read.formats.html.page import fragment_paragraphs

BLOCK = r"p|br|div|h[1-6]|ul|ol|li|figure|figcaption|blockquote|section|article|table|tr|td|aside|pre|hr"
INLINE = r"a|abbr|b|cite|em|font|i|iframe|img|q|s|script|small|span|strong|style|sub|sup|time|u|video"
MARKUP = re.compile(rf"</?(?:{BLOCK}|{INLINE})(?:\s[^<>]*)?/?>", re.IGNORECASE)
REFERENCE = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8}\d{0,2});", re.IGNORECASE)
BLOCK_MARKUP = re.compile(rf"</?(?:{BLOCK})(?:\s[^<>]*)?/?>", re.IGNORECASE)

MOST_TAGS = 100_000
LONGEST_HTML = 16_000_000
"""HTML with more of either is no article's; so that it takes no time, its tags are taken out and nothing else."""


def with_body(draft: Draft, blocks: Sequence[str]) -> Draft | None:
    """Return `draft` with these pieces of text or HTML for its text, or None if they say nothing."""
    text = _unescaped(storable("\n\n".join(blocks)))
    if len(text) > LONGEST_HTML or text.count("<") > MOST_TAGS:
        text = MARKUP.sub("\n", text)
    if not MARKUP.search(text):
        return with_plain_text(draft, text) if text.strip() else None
    paragraphs = fragment_paragraphs(_as_blocks(text))
    return with_text(draft, paragraphs) if any(_says_something(paragraph) for paragraph in paragraphs) else None


def plain_line(text: str) -> str:
    """Return a short text, which may be HTML, on one line."""
    return " ".join(_resolved(MARKUP.sub("", _unescaped(storable(text)))).split())


def _unescaped(text: str) -> str:
    """HTML is left as it is; character references in what looks like plain text are resolved."""
    return text if MARKUP.search(text) else _resolved(text)


def _resolved(text: str) -> str:
    return storable(REFERENCE.sub(lambda reference: html.unescape(reference[0]), text))


def _as_blocks(text: str) -> str:
    """HTML in which every paragraph is marked: where none is, empty lines or line ends part them."""
    if BLOCK_MARKUP.search(text):
        return text
    return "".join(f"<p>{paragraph}</p>" for paragraph in re.split(r"\n\s*", text) if paragraph.strip())


def _says_something(paragraph: Paragraph) -> bool:
    return paragraph.kind == "text" and bool(paragraph.text.strip())
