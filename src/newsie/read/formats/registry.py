"""All formats, and which one a document is of."""

from newsie.read.documents.decode import looks_binary
from newsie.read.documents.file_types import type_of
from newsie.read.documents.payload import Payload
from newsie.read.formats import csv_table, feed, json_articles, markdown, newsml, text, warc
from newsie.read.formats.format import Format, Opening
from newsie.read.formats.html import page as html
from newsie.read.formats.mail import messages as mail
from newsie.read.formats.pdf import document as pdf

FORMATS: tuple[Format, ...] = (
    warc.FORMAT,
    pdf.FORMAT,
    mail.FORMAT,
    json_articles.FORMAT,
    feed.FORMAT,
    newsml.FORMAT,
    html.FORMAT,
    csv_table.FORMAT,
    markdown.FORMAT,
    text.FORMAT,
)
"""In the order in which they are asked; text, which all that is readable may be, comes last."""

SUFFIXES = frozenset(suffix for format_ in FORMATS for suffix in format_.suffixes)


def format_of(payload: Payload) -> Format:
    """Return the format of a document, by its content before its name. Raises SourceError if it is of none."""
    opening = Opening(payload.opening(), payload.suffix)
    if known := type_of(opening.data):
        raise payload.error(known.name, known.advice)
    found = next((format_ for format_ in FORMATS if format_.recognizes(opening)), None)
    if found is None:
        raise payload.error(*_unknown(opening))
    if not found.is_installed:
        advice = f"install what reads it with: pip install 'newsie[{found.extra}]'"
        raise payload.error(f"{found.description}, which newsie reads with an extra", advice)
    return found


def _unknown(opening: Opening) -> tuple[str, str]:
    if looks_binary(opening.data):
        return "binary, not text", "save it as plain text in UTF-8"
    return "of a format that newsie doesn't know", "newsie formats lists those that it reads"
