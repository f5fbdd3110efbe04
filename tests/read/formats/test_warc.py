"""Crawls: the pages among their records, whatever else is in them and whatever is wrong with them."""

import gzip
import io
import zlib
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.errors import SourceError
from newsie.read.context import ReadContext, ReadOptions
from newsie.read.documents.payload import Payload
from newsie.read.documents.unpacking import unpacked
from newsie.read.draft import Draft
from newsie.read.formats import warc
from newsie.read.formats.registry import format_of
from newsie.read.settings import Limits

SENTENCE = "Governor Ada Obi met Bishop Zoë Kraus of Puebla on {}, and both said that they would meet again in winter."
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
PARAGRAPHS = "\n".join(f"<p>{SENTENCE.format(day)}</p>" for day in DAYS)
PAGE = (
    "<!DOCTYPE html><html><head><title>Governor meets bishop</title></head><body>"
    f"<article><h1>Governor meets bishop</h1>{PARAGRAPHS}</article></body></html>"
)
HTML = "text/html; charset=utf-8"


class Crawl:
    """A crawl to which records are added; if it is packed, each as a member of its own."""

    def __init__(self, packed: bool = False):
        self.data = b""
        self._packed = packed

    def add(
        self,
        body: bytes,
        kind: str = HTML,
        status: str = "200 OK",
        url: str = "https://news.example/a",
        record: str = "response",
        **headers: str,
    ) -> "Crawl":
        if record == "response":
            sent = {"Content-Type": kind} | {name.replace("_", "-"): value for name, value in headers.items()}
            body = f"HTTP/1.1 {status}\r\n{fields(sent)}\r\n".encode() + body
            kind = "application/http; msgtype=response"
        said = {"WARC-Type": record, "WARC-Target-URI": url, "Content-Type": kind, "Content-Length": str(len(body))}
        data = f"WARC/1.0\r\n{fields(said)}\r\n".encode() + body + b"\r\n\r\n"
        self.data += gzip.compress(data) if self._packed else data
        return self


def fields(headers: dict[str, str]) -> str:
    return "".join(f"{name}: {value}\r\n" for name, value in headers.items())


class Read:
    """What is read from a crawl, and what is reported."""

    def __init__(self, data: bytes, limits: Limits | None = None):
        self.errors: list[str] = []
        self.warnings: list[str] = []
        self.drafts: list[Draft] = []
        options = ReadOptions(limits=limits or Limits())
        context = ReadContext(options, lambda error: self.errors.append(str(error)), self.warnings.append)
        try:
            for payload in unpacked(Payload("c.warc", io.BytesIO(data), context.limits), context):
                self.drafts += format_of(payload).read(payload, context)
        except SourceError as error:
            self.errors.append(str(error))

    @property
    def numbers(self) -> list[int]:
        return [int(draft.source.removeprefix("c.warc#record-")) for draft in self.drafts]


def chunked(data: bytes, size: int = 100) -> bytes:
    pieces = [data[start : start + size] for start in range(0, len(data), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"


def raw_deflate(data: bytes) -> bytes:
    compressor = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return compressor.compress(data) + compressor.flush()


@pytest.mark.parametrize("packed", [False, True])
def test_pages_among_other_records(packed: bool) -> None:
    crawl = Crawl(packed)
    crawl.add(b"software: x", "application/warc-fields", record="warcinfo")
    crawl.add(b"", record="request")
    crawl.add(PAGE.encode(), url="https://news.example/1")
    crawl.add(b"\x89PNG", "image/png")
    crawl.add(PAGE.encode(), status="404 Not Found")
    crawl.add(PAGE.encode(), status="301 Moved")
    crawl.add(b"fetchTimeMs: 5", "application/warc-fields", record="metadata")
    crawl.add(PAGE.encode(), record="resource", url="https://news.example/2")
    read = Read(crawl.data)
    assert (read.errors, read.warnings) == ([], [])
    assert [(draft.source, draft.url) for draft in read.drafts] == [
        ("c.warc#record-3", "https://news.example/1"),
        ("c.warc#record-8", "https://news.example/2"),
    ]
    assert read.drafts[0].title == "Governor meets bishop"
    assert SENTENCE.format("Monday") in read.drafts[0].text


@pytest.mark.parametrize(
    ("encode", "headers"),
    [
        (gzip.compress, {"Content_Encoding": "gzip"}),
        (zlib.compress, {"Content_Encoding": "deflate"}),
        (raw_deflate, {"Content_Encoding": "deflate"}),
        (chunked, {"Transfer_Encoding": "chunked"}),
        (lambda data: chunked(gzip.compress(data)), {"Transfer_Encoding": "chunked", "Content_Encoding": "gzip"}),
        (lambda data: data, {"Transfer_Encoding": "chunked"}),
        (lambda data: data, {"Content_Encoding": "gzip"}),
    ],
)
def test_bodies_as_they_are_sent(encode: Callable[[bytes], bytes], headers: dict[str, str]) -> None:
    read = Read(Crawl().add(encode(PAGE.encode()), **headers).data)
    assert read.errors == []
    assert SENTENCE.format("Friday") in read.drafts[0].text


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ("text/html; charset=iso-8859-1", "iso-8859-1"),
        ('text/html; charset="UTF-8"', "utf-8"),
        ("text/html; charset=nowhere-7", "utf-8"),
        ("text/html", "cp1252"),
        ("text/html; charset=utf-8", "cp1252"),
        ("application/xhtml+xml", "utf-8"),
    ],
)
def test_charset_that_the_server_names(charset: str, encoding: str) -> None:
    read = Read(Crawl().add(PAGE.encode(encoding), charset).data)
    assert "Zoë" in read.drafts[0].text


def test_plain_text_but_none_for_programs() -> None:
    crawl = Crawl()
    crawl.add(b"User-agent: *\nDisallow: /\n", "text/plain", url="https://news.example/robots.txt")
    crawl.add(SENTENCE.format("Monday").encode(), "text/plain", url="https://news.example/wire/17.txt")
    crawl.add(b"", "text/plain", url="https://news.example/wire/18.txt")
    read = Read(crawl.data)
    assert [draft.text for draft in read.drafts] == [SENTENCE.format("Monday")]
    assert read.numbers == [2]


def test_pages_without_an_article_are_counted() -> None:
    crawl = Crawl()
    for _ in range(3):
        crawl.add(b"<html><body></body></html>")
    read = Read(crawl.add(PAGE.encode()).data)
    assert read.numbers == [4]
    assert read.warnings == ["c.warc: 3 pages without an article passed over"]
    assert read.errors == []


def test_file_that_is_cut_short() -> None:
    data = Crawl().add(PAGE.encode()).add(PAGE.encode()).data
    read = Read(data[:-500])
    assert read.numbers == [1]
    (error,) = read.errors
    assert error.startswith("c.warc#record-2: cut short, ")
    assert error.endswith("; copy or download it again")


def test_packed_file_that_is_cut_short() -> None:
    read = Read(Crawl(packed=True).add(PAGE.encode()).add(PAGE.encode()).data[:-50])
    assert read.numbers == [1]
    assert read.errors == ["c.warc: damaged or cut short (it ends before its end mark); copy or download it again"]


def test_damaged_member_costs_its_neighbours_nothing() -> None:
    members = [Crawl(packed=True).add(PAGE.encode()).data for _ in range(3)]
    members[1] = members[1][:40] + b"\xff" * 20 + members[1][60:]
    read = Read(b"".join(members))
    assert read.numbers == [1, 3]
    (error,) = read.errors
    assert error.startswith("c.warc: damaged or cut short (gzip, ")


@pytest.mark.parametrize("length", [b"10", b"100", b"-5", b"many", b""])
def test_record_with_a_wrong_length_costs_its_neighbours_nothing(length: bytes) -> None:
    crawl = [Crawl().add(PAGE.encode()).data for _ in range(3)]
    before, rest = crawl[1].split(b"\r\nContent-Length: ", 1)
    crawl[1] = before + b"\r\nContent-Length: " + length + rest[rest.index(b"\r\n") :]
    read = Read(b"".join(crawl))
    assert {1, 3} <= set(read.numbers)
    assert read.errors != []


def test_record_without_a_length() -> None:
    crawl = [Crawl().add(PAGE.encode()).data for _ in range(2)]
    crawl[0] = crawl[0].replace(b"\r\nContent-Length", b"\r\nX-Length", 1)
    read = Read(b"".join(crawl))
    assert read.numbers == [2]
    assert read.errors == ["c.warc#record-1: what follows is no record, its length is wrong; copy or download it again"]


def test_record_that_is_too_long_costs_its_neighbours_nothing() -> None:
    data = Crawl().add(b"x" * 10_000).add(PAGE.encode()).data
    read = Read(data, Limits(document_bytes=5_000))
    assert read.numbers == [2]
    assert [error.split(";")[0] for error in read.errors] == [
        "c.warc#record-1: more than 5,000 bytes, too long for one document"
    ]


def test_bodies_that_cannot_be_unpacked() -> None:
    crawl = Crawl()
    crawl.add(PAGE.encode(), Content_Encoding="br")
    crawl.add(PAGE.encode(), Content_Encoding="deflate")
    crawl.add(gzip.compress(PAGE.encode())[:-20], Content_Encoding="gzip")
    crawl.add(gzip.compress(bytes(40_000_000)), Content_Encoding="gzip")
    crawl.add(PAGE.encode())
    read = Read(crawl.data)
    assert read.numbers == [5]
    assert [error.split(";")[0] for error in read.errors] == [
        "c.warc#record-1: packed with Brotli",
        "c.warc#record-2: damaged, its body cannot be unpacked",
        "c.warc#record-3: damaged or cut short (it ends before its end mark)",
        "c.warc#record-4: unpacks to more than 200 times its size, as a bomb does",
    ]


def test_headers_without_end() -> None:
    long = b"WARC/1.0\r\n" + b"X-Long: x\r\n" * 300_000 + Crawl().add(PAGE.encode()).data
    assert Read(long).numbers[-1:] != []
    assert Read(b"WARC/1.0\r\n" + b"x" * 3_000_000).drafts == []


def test_arc_files() -> None:
    body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PAGE.encode()
    description = b"1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n"
    data = b"filedesc://c.arc 0.0.0.0 20250114000000 text/plain %d\n%s\n" % (
        len(description),
        description,
    ) + b"https://news.example/1 1.2.3.4 20250114000000 text/html %d\n%s\n" % (len(body), body)
    read = Read(data)
    assert (read.errors, read.numbers) == ([], [2])
    assert read.drafts[0].url == "https://news.example/1"


def test_crawls_stream() -> None:
    class Endless(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
            data = Crawl().add(PAGE.encode()).data[: len(buffer)]
            buffer[: len(data)] = data
            return len(data)

    drafts = warc.read(Payload("c.warc", io.BufferedReader(Endless()), Limits()), ReadContext())
    assert [next(drafts).source for _ in range(3)] == ["c.warc#record-1", "c.warc#record-2", "c.warc#record-3"]


@given(st.binary(max_size=300), st.integers(0, 3))
def test_no_data_end_in_anything_but_a_line(data: bytes, kind: int) -> None:
    whole = Crawl().add(PAGE.encode()).data
    before = (b"WARC/1.0\r\n", b"filedesc://c 0 0 0 0\n", whole, whole[:200])[kind]
    read = Read(before + data)
    assert read.drafts or read.errors or read.warnings or not data.strip() or kind < 2


def test_standard_error_stays_empty(capfd: pytest.CaptureFixture[str]) -> None:
    Read(Crawl().add(PAGE.encode()[:100], Transfer_Encoding="chunked").data[:-40] + b"\r\n\r\nstray")
    assert capfd.readouterr() == ("", "")
