"""PDF: the text of one article a document, in paragraphs, without running heads and feet.

pypdf reads it: it is maintained, pure Python without dependencies, has limits for all that unpacks or refers to itself,
and tells where text stands. pdfium is faster, but a library in C that fails takes the whole run with it, and cannot be
stopped when it hangs; pdfminer.six knows columns, but has no limits; PyMuPDF's licence (AGPL) is not ours.

Columns are read as the document draws them, one after the other in nearly all that is typeset. The day on which a file
was made is not taken for the day of publication: old articles are printed to PDF, too.
"""

import io
import logging
import struct
import zlib
from collections.abc import Callable, Iterator
from time import monotonic
from typing import TYPE_CHECKING

from newsie.errors import SourceError
from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.draft import Draft, Paragraph, with_text
from newsie.read.formats.format import Format, Opening
from newsie.read.formats.pdf.lines import PdfLine, page_lines, story_size, without_running_lines
from newsie.read.formats.pdf.paragraphs import PdfParagraph, headline_in, pdf_paragraphs

if TYPE_CHECKING:
    from pypdf import PdfReader

# What pypdf lets through for damaged documents; its own errors are no ValueErrors and are added where it is imported.
DAMAGE = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    struct.error,
    zlib.error,
)

STREAM_BYTES = 16 * 2**20
"""Bytes that one stream may unpack to; the text of a page takes some thousand, a picture is not unpacked."""

OPERATIONS = 300_000
"""Operators and operands of a page; a page full of text has some ten thousand."""

DOWNLOAD_AGAIN = "copy or download it again"

HEADER = b"%PDF-"
HEADER_WITHIN = 1024
"""Readers look for the header in so many bytes (PDF 1.7, appendix H), behind what servers and mail put before it."""


class _TookTooLongError(Exception):
    """The time for a document is over."""


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the article in a document. Raises SourceError if it is encrypted, damaged, a scan, or takes too long.

    A page that is damaged goes to the context's `on_error`.
    """
    from pypdf import apply_configuration

    data = payload.whole()
    with apply_configuration(
        zlib_maximum_output_length=STREAM_BYTES,
        lzw_maximum_output_length=STREAM_BYTES,
        run_length_maximum_output_length=STREAM_BYTES,
        array_based_stream_maximum_output_length=STREAM_BYTES,
        stream_parsing_work_maximum_count=OPERATIONS,
    ):
        draft = _draft(data, payload, context)
    yield draft


def _draft(data: bytes, payload: Payload, context: ReadContext) -> Draft:
    _keep_quiet()
    document = _opened(data, payload)
    try:
        lines = without_running_lines(_lines(document, payload, context))
    except _TookTooLongError as error:
        seconds = context.limits.page_seconds
        advice = f"save its text as a text file, or raise the limit with --limit page-seconds={10 * seconds}"
        raise payload.error(f"a PDF that takes more than {seconds} seconds to read", advice) from error
    paragraphs = pdf_paragraphs(lines)
    if not paragraphs:
        raise payload.error("a PDF without text, a scan", "run OCR on it first")
    title = headline_in(paragraphs, _named(document), story_size(lines))
    return with_text(Draft(source=payload.name, text="", title=title), _title_first(paragraphs, title))


def _opened(data: bytes, payload: Payload) -> "PdfReader":
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted and not document.decrypt(""):
            raise payload.error("an encrypted PDF", "save a copy without a password")
        len(document.pages)
    except (DependencyError, FileNotDecryptedError) as error:
        raise payload.error("an encrypted PDF", "save a copy without a password") from error
    except (PyPdfError, *DAMAGE) as error:
        raise payload.error("a damaged PDF", DOWNLOAD_AGAIN) from error
    return document


def _lines(document: "PdfReader", payload: Payload, context: ReadContext) -> list[PdfLine]:
    """The lines of all pages. Raises _TookTooLongError, and SourceError if every page is damaged."""
    from pypdf.errors import PyPdfError

    check = _clock(context.limits.page_seconds)
    lines: list[PdfLine] = []
    damaged: list[SourceError] = []
    for number in range(len(document.pages)):
        check()
        try:
            lines += page_lines(document.pages[number], number, check)
        except (PyPdfError, *DAMAGE):
            damaged.append(SourceError(f"{payload.label}#page-{number + 1}", "a damaged page", DOWNLOAD_AGAIN))
    if damaged and not lines:
        raise payload.error("a damaged PDF", DOWNLOAD_AGAIN)
    for error in damaged:
        context.on_error(error)
    return lines


def _clock(seconds: float) -> Callable[[], None]:
    """A function that raises _TookTooLongError once the seconds are over."""
    end = monotonic() + seconds

    def check() -> None:
        if monotonic() > end:
            raise _TookTooLongError

    return check


def _named(document: "PdfReader") -> str | None:
    """The title that the document has, be it right or wrong."""
    from pypdf.errors import PyPdfError

    try:
        return document.metadata.title if document.metadata else None
    except (PyPdfError, *DAMAGE):
        return None


def _title_first(paragraphs: list[PdfParagraph], title: str | None) -> Iterator[Paragraph]:
    """The paragraphs without the headline, which is put before them."""
    found = False
    for paragraph in paragraphs:
        if paragraph.text == title and not found:
            found = True
        else:
            yield Paragraph(paragraph.text)


def _keep_quiet() -> None:
    """Keep pypdf's warnings from standard error, where Python writes what no handler takes."""
    logger = logging.getLogger("pypdf")
    if not logger.handlers:
        logger.addHandler(logging.NullHandler())


def recognizes(opening: Opening) -> bool:
    """Whether it begins as a PDF document does."""
    return HEADER in opening.data[:HEADER_WITHIN] and (
        opening.data.startswith(HEADER) or opening.suffix == ".pdf" or b"\0" in opening.data
    )


FORMAT = Format(
    name="pdf",
    description="PDF documents, one article a document",
    suffixes=(".pdf",),
    recognizes=recognizes,
    read=read,
    extra="pdf",
    package="pypdf",
)
