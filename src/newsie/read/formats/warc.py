"""Crawls: WARC and ARC files, read record by record.

warcio parses records and headers. Bodies are unpacked here, since its streams unpack a chunk of any size at once and
write to standard error.
"""

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from newsie.errors import SourceError
from newsie.read.context import ReadContext
from newsie.read.documents.decode import charset_in
from newsie.read.documents.payload import Payload
from newsie.read.documents.time_limit import in_time
from newsie.read.documents.unpacking import unpacked
from newsie.read.draft import Draft
from newsie.read.formats.format import Format, Opening
from newsie.read.formats.html.page import page_draft
from newsie.read.names import label_of

WARC, ARC = b"WARC/", b"filedesc://"
PAGE_RECORDS = ("response", "resource")
PAGE_TYPES = ("text/html", "application/xhtml+xml", "text/plain")
HEADER_BYTES = 2**20
"""Bytes of the headers of a record; servers take and give some thousand."""

FOR_MACHINES = re.compile(r"https?://[^/]+/(?:\.well-known/)?[\w-]+\.txt(?:\?|$)")
"""Text in the root of a site is for programs: robots.txt, ads.txt."""

DAMAGED = "copy or download it again"


class Page(NamedTuple):
    """What a server sent: where from, as what, in which encoding as far as its header says, and the bytes."""

    url: str
    kind: str
    charset: str | None
    body: bytes


def read(payload: Payload, context: ReadContext) -> Iterator[Draft]:
    """Yield the articles on the pages in a crawl; those on which none is found are counted in a warning.

    What is wrong with a record goes to `on_error`.
    """
    pages = 0
    for number, record in _Records(payload, context):
        name = f"{payload.name}#record-{number}"
        try:
            page = _page(record, name, context)
            draft = _article(page, name, context) if page else None
        except SourceError as error:
            if error.source != payload.label:  # else the file is damaged, and asking for the next record says so
                context.on_error(error)
            continue
        pages += page is not None and draft is None
        if draft:
            yield draft
    if pages:
        counted = "1 page" if pages == 1 else f"{pages:,} pages"
        context.on_warning(f"{payload.label}: {counted} without an article passed over")


class _Lines:
    """The stream as warcio reads it, with an end to the headers of a record, however long they are."""

    def __init__(self, payload: Payload):
        self._stream = payload.stream
        self._left = HEADER_BYTES
        self.read = payload.stream.read

    def readline(self, size: int | None = None) -> bytes:
        """Return a line, or what is left of the headers' bytes, or nothing."""
        line = self._stream.readline(min(self._left, size or HEADER_BYTES))
        self._left -= len(line)
        return line

    def first_line(self, beginning: bytes = b"") -> bytes:
        """Return the next line that is not empty and begins so, or nothing at the end."""
        self._left = HEADER_BYTES
        while line := self._stream.readline(HEADER_BYTES):
            if line.strip() and line.startswith(beginning):
                return line
        return b""


class _Records:
    """The records of a crawl by their numbers in the file, from 1 on, of any kind; damage costs an error."""

    def __init__(self, payload: Payload, context: ReadContext):
        self._payload = payload
        self._context = context
        self._lines = _Lines(payload)
        self._is_arc = payload.opening().startswith(ARC)
        self._number = 0

    def __iter__(self) -> Iterator[tuple[int, Any]]:
        """Yield number and record; each is to be read before the next is asked for."""
        while True:
            try:
                yield from self._up_to_damage()
            except SourceError as error:
                self._context.on_error(error)
                if not self._payload.resume():
                    return
            else:
                return

    def _up_to_damage(self) -> Iterator[tuple[int, Any]]:
        """The records up to the end of the data. Raises SourceError at damage of the packed data."""
        self._number += 1
        line = self._lines.first_line()
        while line:
            if not self._is_arc and not line.startswith(WARC):
                self._report(self._number - 1, "what follows is no record, its length is wrong")
                line = self._lines.first_line(WARC)
                continue
            if record := self._parsed(line):
                yield self._number, record
                while record.length is not None and record.raw_stream.read(HEADER_BYTES):
                    pass
            self._number += 1
            line = self._lines.first_line()

    def _parsed(self, first_line: bytes) -> Any:
        """The record that begins with this line, a warcio.recordloader.ArcWarcRecord, or None if its header is none."""
        from warcio.exceptions import ArchiveLoadFailed  # type: ignore[import-untyped]
        from warcio.recordloader import ArcWarcRecordLoader  # type: ignore[import-untyped]

        kind = "arc" if self._is_arc else "warc"
        loader = ArcWarcRecordLoader(arc2warc=False)
        try:
            return loader.parse_record_stream(self._lines, first_line, kind, no_record_parse=True)
        except (ArchiveLoadFailed, EOFError):
            self._report(self._number, "a damaged header")
            return None

    def _report(self, number: int, cause: str) -> None:
        self._context.on_error(SourceError(f"{self._payload.label}#record-{number}", cause, DAMAGED))


def _page(record: Any, name: str, context: ReadContext) -> Page | None:
    """The page in a record of warcio, or None if it is of another kind. Raises SourceError if it is damaged."""
    if record.rec_type not in PAGE_RECORDS or not record.length:
        return None
    url = (record.rec_headers.get_header("WARC-Target-URI") or record.rec_headers.get_header("uri") or "").strip("<>")
    data = Payload(name, record.raw_stream, context.limits).whole()
    if len(data) < record.length:
        raise SourceError(label_of(name), f"cut short, {len(data):,} bytes of {record.length:,}", DAMAGED)
    if data.startswith(b"HTTP/"):
        return _http_page(url, data, name)
    return _page_of_kind(url, record.content_type or "", data)


def _http_page(url: str, data: bytes, name: str) -> Page | None:
    """The page in an answer of a server, or None if it is none or not there (status 404)."""
    from warcio.bufferedreaders import ChunkedDataReader  # type: ignore[import-untyped]
    from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException  # type: ignore[import-untyped]

    stream = io.BytesIO(data[:HEADER_BYTES])
    try:
        headers = StatusAndHeadersParser([], verify=False).parse(stream)
    except (StatusAndHeadersParserException, EOFError) as error:
        raise SourceError(label_of(name), "a damaged HTTP header", DAMAGED) from error
    if not headers or headers.get_statuscode() != "200":
        return None
    page = _page_of_kind(url, headers.get_header("content-type") or "", b"")
    if page is None:
        return None
    body = data[stream.tell() :]
    if "chunked" in (headers.get_header("transfer-encoding") or "").lower():
        body = ChunkedDataReader(io.BytesIO(body)).read()
    return page._replace(body=_inflated(body, (headers.get_header("content-encoding") or "").strip().lower(), name))


def _page_of_kind(url: str, content_type: str, body: bytes) -> Page | None:
    kind = content_type.partition(";")[0].strip().lower()
    if kind not in PAGE_TYPES or (kind == "text/plain" and FOR_MACHINES.match(url)):
        return None
    return Page(url, kind, charset_in(content_type), body)


def _inflated(body: bytes, encoding: str, name: str) -> bytes:
    """The body without the encodings that don't show by how they begin. Raises SourceError for an unknown one."""
    if encoding == "br":
        raise SourceError(label_of(name), "packed with Brotli", "crawl again with Accept-Encoding: gzip")
    if encoding != "deflate":
        return body
    for window_bits in (zlib.MAX_WBITS, -zlib.MAX_WBITS):  # servers send it with and without the header of zlib
        try:
            return zlib.decompressobj(window_bits).decompress(body, 16 * 2**20)
        except zlib.error:
            continue
    raise SourceError(label_of(name), "damaged, its body cannot be unpacked", DAMAGED)


def _article(page: Page, name: str, context: ReadContext) -> Draft | None:
    """The article on a page, or None if there is none."""
    body = next(unpacked(Payload(name, io.BytesIO(page.body), context.limits), context), None)
    return in_time(lambda: _draft(page, body, context), body) if body else None


def _draft(page: Page, document: Payload, context: ReadContext) -> Draft | None:
    from newsie.read.formats.html.encoding import page_text

    text = page_text(document.whole(), document.label, page.charset)
    if page.kind != "text/plain":
        return page_draft(text, document.name, page.url or None, on_warning=context.on_warning)
    return Draft(source=document.name, text=text, url=page.url or None) if text.strip() else None


def recognizes(opening: Opening) -> bool:
    """Whether it begins as a crawl does."""
    return opening.data.startswith((WARC, ARC))


FORMAT = Format(
    name="warc",
    description="crawls (WARC, ARC), with an article on each page",
    suffixes=(".warc", ".arc"),
    recognizes=recognizes,
    read=read,
    extra="warc",
    package="warcio",
    limits_time=True,
)
