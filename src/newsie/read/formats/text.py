"""Plain text, one article a file."""

from collections.abc import Iterator

from newsie.read.context import ReadContext
from newsie.read.documents.decode import decode, looks_binary
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft
from newsie.read.formats.format import Format, Opening
from newsie.read.layout.layout import story_start
from newsie.read.too_long import too_long


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the text as it is, with line feeds for line ends. Raises SourceError for none, or too much."""
    data = payload.stream.read(context.limits.text_bytes + 1)
    text = decode(data, payload.label)
    if len(data) > context.limits.text_bytes:  # that is too long in any encoding
        raise too_long(payload.name, context.limits.article_characters, payload.size)
    if not text[story_start(text) :].strip():
        raise payload.error("empty, no article in it", "leave it out or put the article's text in it")
    yield Draft(source=payload.name, text=text)


def recognizes(opening: Opening) -> bool:
    """Whether it is text at all: what no other format recognizes."""
    return not looks_binary(opening.data)


FORMAT = Format(
    name="text",
    description="plain text, one article a file",
    suffixes=("", ".txt", ".text"),
    recognizes=recognizes,
    read=read,
)
