"""Markdown (CommonMark, with tables): its text without the marks; one without marks is plain text as it is.

Lines stay lines, for a title, a date and a byline may stand on lines of one paragraph. Code, comments, and the words
that stand for a picture are left out.
"""

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft, Paragraph, with_text
from newsie.read.formats import text
from newsie.read.formats.format import Format, Opening
from newsie.read.formats.front_matter import front_matter
from newsie.read.formats.html.paragraphs import fragment_paragraphs
from newsie.read.formats.keyed.article_keys import KeyedArticle
from newsie.read.formats.keyed.draft import without_text
from newsie.read.layout.line_features import MOSTLY

UNMARKED = frozenset({"paragraph_open", "paragraph_close", "inline", "text", "softbreak", "hardbreak"})
"""The tokens of plain text."""


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the text with what its front matter says. Raises SourceError if it has none or is no text."""
    for plain in text.read(payload, context):
        fields, start = front_matter(plain.text)
        body = plain.text[start:]
        tokens = _parser().parse(body)
        if not fields and _is_plain(tokens):
            yield plain
            continue
        paragraphs = list(_paragraphs(tokens))
        if not paragraphs:
            raise payload.error("without a text but for marks, code and pictures", "leave it out")
        yield with_text(without_text(KeyedArticle(fields), payload.name, {}), paragraphs)


def recognizes(opening: Opening) -> bool:
    """Whether its name says so: Markdown without marks is plain text."""
    return opening.suffix in FORMAT.suffixes and text.recognizes(opening)


@cache
def _parser() -> MarkdownIt:
    # What is indented in a text is a poem or a typist's paragraph rather than code.
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("code")


def _is_plain(tokens: Sequence[Token]) -> bool:
    return all(one.type in UNMARKED for token in tokens for one in (token, *(token.children or ())))


def _paragraphs(tokens: Sequence[Token]) -> Iterator[Paragraph]:
    """Yield the paragraphs of a document, those that a picture stands before as captions."""
    below_picture = False
    for token in tokens:
        if token.type == "html_block":
            yield from fragment_paragraphs(token.content)
        elif token.type == "inline":
            shown = token.children or []
            words = _words(shown)
            is_caption = _begins_with_picture(shown) or (below_picture and _is_emphasized(shown))
            below_picture = _begins_with_picture(shown) and not words
            if words:
                yield Paragraph(words, "caption" if is_caption else "link" if _is_link(shown) else "text")


def _words(tokens: Sequence[Token]) -> str:
    lines = "".join(map(_shown, tokens)).split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _shown(token: Token) -> str:
    if token.type in ("text", "code_inline"):
        return token.content
    is_tag = token.type == "html_inline" and token.content.lower().startswith("<br")
    return "\n" if is_tag or token.type in ("softbreak", "hardbreak") else ""


def _begins_with_picture(tokens: Sequence[Token]) -> bool:
    seen = (token for token in tokens if token.type != "link_open" and (token.type != "text" or token.content.strip()))
    first = next(seen, None)
    return first is not None and first.type == "image"


def _is_emphasized(tokens: Sequence[Token]) -> bool:
    """Whether all of it is."""
    said = [token for token in tokens if token.type != "text" or token.content.strip()]
    closings = [n for n, token in enumerate(said) if token.type == "em_close" and token.level == 0]
    return bool(closings) and said[0].type == "em_open" and closings[0] == len(said) - 1


def _is_link(tokens: Sequence[Token]) -> bool:
    """Whether it is mostly a link."""
    linked, depth = 0, 0
    for token in tokens:
        depth += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        linked += len(_shown(token)) if depth else 0
    return linked >= MOSTLY * len(_words(tokens))


FORMAT = Format(
    name="markdown",
    description="Markdown, one article a file",
    suffixes=(".md", ".markdown"),
    recognizes=recognizes,
    read=read,
)
