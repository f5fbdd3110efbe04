"""Markdown: plain text whose headings are marked; offsets count the characters of the file."""

from newsie.read.formats import text
from newsie.read.formats.format import Format, Opening


def recognizes(opening: Opening) -> bool:
    """Whether its name says so: Markdown without marks is plain text."""
    return opening.suffix in FORMAT.suffixes and text.recognizes(opening)


FORMAT = Format(
    name="markdown",
    description="Markdown, one article a file",
    suffixes=(".md", ".markdown"),
    recognizes=recognizes,
    read=text.read,
)
