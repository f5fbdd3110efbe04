"""Damaged documents of every format, and what must hold of reading them; for test_fuzzing.py, and for hours by hand:

    python tests/read/fuzz.py --minutes 60

A case that breaks a rule is written to a file and named, and the rest goes on.
"""

# ruff: noqa: E501

import argparse
import bz2
import gzip
import io
import sys
import tempfile
import traceback
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from time import monotonic, process_time

from newsie.errors import InputError, SourceError
from newsie.read.articles import article_from
from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.documents.time_limit import timely
from newsie.read.documents.unpacking import unpacked
from newsie.read.draft import Draft
from newsie.read.formats.registry import FORMATS, format_of
from newsie.read.settings import Limits
from newsie.write.json_text import json_line

SECONDS = 6
"""Of work for an article; newsie itself gives up after five, unless a library doesn't let it."""

SHORT, LONG = 4_000, 200_000
"""The most bytes of a damaged document: in the tests, which have to be quick, and by hand."""

STORY = "Gen. Ada Obi met Foreign Minister José Muñoz in Lindau on Tuesday, January 14, 2025. “We agreed,” he said.\n"
TEXT = f"Talks in Lindau\n\nLINDAU, Jan 14 (Agency) — {STORY}\nRead also: Bridge reopens\n"
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Talks in Lindau</title><meta name="author" content="Jan Kraus">
<meta property="article:published_time" content="2025-01-14T10:00:00Z"><link rel="canonical" href="https://example.org/1">
<script type="application/ld+json">{{"@type": "NewsArticle", "headline": "Talks", "datePublished": "2025-01-14"}}</script>
</head><body><nav><a href="/">Home</a></nav><article><h1>Talks in Lindau</h1><p>{STORY * 2}</p><figure><img src="a.jpg">
<figcaption>The town hall</figcaption></figure><p>{STORY}</p></article><footer>&copy; Example &#8212; all</footer></body></html>"""
JSON = '{"title": "Talks", "text": "%s", "url": "https://example.org/1", "date": "2025-01-14", "authors": ["J. Kraus"]}'
RECORD = JSON.replace("%s", STORY.strip())
FEED = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Example</title><item><title>Talks</title>
<link>https://example.org/1</link><pubDate>Tue, 14 Jan 2025 10:00:00 GMT</pubDate><description><![CDATA[<p>{STORY}</p>]]>
</description></item><item><title>More</title><description>&lt;p&gt;{STORY}&lt;/p&gt;</description></item></channel></rss>"""
ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Example</title><entry><title>Talks</title><id>1</id>
<updated>2025-01-14T10:00:00Z</updated><content type="html">&lt;p&gt;{STORY}&lt;/p&gt;</content></entry></feed>"""
NITF = f"""<?xml version="1.0"?><nitf><head><docdata><date.issue norm="20250114T100000Z"/></docdata></head><body><body.head>
<hedline><hl1>Talks</hl1></hedline></body.head><body.content><p>{STORY}</p><p>{STORY}</p></body.content></body></nitf>"""
NEWSML = f"""<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a" version="1"><itemMeta>
<versionCreated>2025-01-14T10:00:00Z</versionCreated></itemMeta><contentMeta><headline>Talks</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body><p>{STORY}</p>
</body></html></inlineXML></contentSet></newsItem>"""
NINJS = '{"uri": "urn:1", "versioncreated": "2025-01-14T10:00:00Z", "headline": "Talks", "body_text": "%s"}'.replace(
    "%s", STORY.strip()
)
MAIL = f"""From: Press <press@example.org>\nTo: all@example.org\nSubject: =?utf-8?q?Talks_in_L=C3=A9?=
Date: Tue, 14 Jan 2025 10:00:00 +0000\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="b"\n
--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{STORY}
--b\nContent-Type: text/html; charset=utf-8\n\n<p>{STORY}</p>\n--b--\n"""
HTTP = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{PAGE}".encode()
WARC = (
    b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/1\r\nWARC-Date: 2025-01-14T10:00:00Z\r\n"
    b"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\nContent-Type: application/http; msgtype=response\r\n"
    + f"Content-Length: {len(HTTP)}\r\n\r\n".encode()
    + HTTP
    + b"\r\n\r\n"
)


def pdf() -> bytes:
    """A page of text."""
    content = f"BT /F1 12 Tf 72 700 Td ({STORY.strip().encode('ascii', 'ignore').decode()}) Tj ET"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    data, places = b"%PDF-1.4\n", []
    for number, text in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{text}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 6\n0000000000 65535 f \n{table}{end}".encode()


def archive() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as members:
        members.writestr("a.txt", TEXT)
        members.writestr("b/c.html", PAGE)
    return file.getvalue()


def zstandard() -> bytes:
    from zstandard import ZstdCompressor

    return bytes(ZstdCompressor().compress(TEXT.encode()))


SEEDS: dict[str, tuple[bytes, ...]] = {
    "text": (TEXT.encode(), TEXT.encode("utf-16"), TEXT.encode("utf-16-be"), TEXT.encode("cp1252")),
    "markdown": (f"# {TEXT}\n* one\n* two\n".encode(),),
    "html": (PAGE.encode(), PAGE.encode("utf-16")),
    "json": (f"{RECORD}\n{RECORD}\n".encode(), f"[{RECORD},\n{RECORD}]".encode()),
    "csv": (f'title,text,date\nTalks,"{STORY}",2025-01-14\nMore,"{STORY}",2025-01-15\n'.encode(),),
    "feed": (FEED.encode(), ATOM.encode()),
    "nitf": (NITF.encode(),),
    "newsml": (NEWSML.encode(),),
    "ninjs": (NINJS.encode(),),
    "mail": (
        MAIL.encode(),
        f"From a@example.org Tue Jan 14 10:00:00 2025\n{MAIL}\nFrom b@example.org\n{MAIL}".encode(),
    ),
    "warc": (WARC, WARC * 2),
    "pdf": (pdf(),),
}
PACKED = (gzip.compress(TEXT.encode()), bz2.compress(TEXT.encode()), archive(), zstandard(), gzip.compress(archive()))

TOKENS = [
    *(
        b"\0",
        b"\xff",
        b"\xfe\xff",
        b"\xed\xa0\x80",
        b"\xe2\x80\xae",
        b"\r",
        b"\n\n",
        b"\x1b[2J",
        b" " * 300,
        b"9" * 500,
    ),
    *(
        b"<",
        b">",
        b"<!--",
        b"-->",
        b"<![CDATA[",
        b"]]>",
        b"&#0;",
        b"&#xD800;",
        b"&lt;",
        b"&nope;",
        b"<div>",
        b"</p>",
        b"<a href=",
    ),
    *(b"{", b"}", b"[", b"]", b'"', b"\\", b"\\ud800", b"null", b"-1", b"1e999", b",", b":", b"true"),
    *(b"--b", b"--b--", b"=?utf-8?b?", b"Content-Type: ", b"base64", b"charset=rot13", b"From ", b"boundary="),
    *(
        b"obj",
        b"stream",
        b"endobj",
        b"<<",
        b">>",
        b"/Kids",
        b" R ",
        b"WARC/1.0\r\n",
        b"Content-Length: 99999999\r\n",
        b"\r\n\r\n",
    ),
    *(b"9999-99-99", b"0000-00-00T", b"http://[", b"+99:99", b"PK\x01\x02", b"<?xml", b"<!DOCTYPE html"),
]


def damaged(seeds: tuple[bytes, ...], random: Random, most: int = SHORT) -> bytes:
    """One of the seeds with some changes; now and then bytes that have nothing to do with them."""
    if random.randrange(20) == 0:
        return bytes(random.randrange(256) for _ in range(random.randrange(300)))
    data = random.choice(seeds)
    for _ in range(random.randint(1, 5)):
        data = random.choice(CHANGES)(data, random)[:most]
    return data


def _stretch(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randint(0, len(data))
    return start, random.randint(start, min(len(data), start + 200))


def _cut(data: bytes, random: Random) -> bytes:
    return data[: random.randint(0, len(data))]


def _drop(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + data[end:]


def _flip(data: bytes, random: Random) -> bytes:
    start, _ = _stretch(data, random)
    return (
        data[:start] + bytes(byte ^ (1 << random.randrange(8)) for byte in data[start : start + 1]) + data[start + 1 :]
    )


def _splice(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + random.choice(TOKENS) + data[end if random.randrange(2) else start :]


def _repeat(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    return data[:start] + data[start:end] * random.choice((2, 3, 5, 10, 50, 50, 500)) + data[end:]


def _nest(data: bytes, random: Random) -> bytes:
    start, _ = _stretch(data, random)
    return data[:start] + random.choice(TOKENS) * random.choice((3, 10, 50, 200, 5000)) + data[start:]


def _move(data: bytes, random: Random) -> bytes:
    start, end = _stretch(data, random)
    place = random.randint(0, len(data))
    return data[:place] + data[start:end] + data[place:]


CHANGES = (_cut, _drop, _flip, _splice, _splice, _repeat, _nest, _move)


def check(name: str, data: bytes) -> None:
    """Read a document of a format, or a packed one of any, and raise AssertionError if a rule of reading is broken.

    Only SourceErrors, no hang, and articles that can be written, whose stretches stand where they say.
    """
    errors: list[InputError] = []
    context = ReadContext(on_error=errors.append)
    started = process_time()
    try:
        for draft in _drafts(name, data, context):
            _check_draft(draft)
            assert process_time() - started < SECONDS, f"more than {SECONDS} seconds"
            started = process_time()
    except SourceError as error:
        errors.append(error)
    assert process_time() - started < SECONDS, f"more than {SECONDS} seconds"
    for error in errors:
        assert isinstance(error, SourceError)
        assert str(error).isprintable(), str(error)


def _drafts(name: str, data: bytes, context: ReadContext) -> Iterator[Draft]:
    known = next((format_ for format_ in FORMATS if format_.name == name), None)
    payload = Payload("a", io.BytesIO(data), Limits())
    if known:
        yield from timely(known.read(payload, context), payload)
        return
    for document in unpacked(payload, context):
        yield from timely(format_of(document).read(document, context), document)


def _check_draft(draft: Draft) -> None:
    if len(draft.text) > Limits().article_characters:
        return
    article = article_from(draft)
    spans = (article.header, article.headline, article.dateline, *article.boilerplate, *article.captions)
    assert all(span is None or article.text[span.start : span.end] == span.text for span in spans)
    json_line(article).encode()


def main() -> int:
    """Run until the time is over. Returns how many cases broke a rule."""
    parser = argparse.ArgumentParser(description="Read damaged documents of every format for a while.")
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=0, help="another seed gives other cases")
    parser.add_argument("--bytes", type=int, default=LONG, help="the most of one document")
    parser.add_argument("--format", choices=[*SEEDS, "packed"], help="this one alone")
    options = parser.parse_args()
    names = [options.format] if options.format else [*SEEDS, "packed"]
    end = monotonic() + 60 * options.minutes
    cases: Counter[str] = Counter()
    failures = 0
    while monotonic() < end:
        name = names[cases.total() % len(names)]
        cases[name] += 1
        data = damaged(SEEDS.get(name, PACKED), Random(f"{options.seed} {name} {cases[name]}"), options.bytes)
        failures += not passes(name, data)
    print(", ".join(f"{name} {count:,}" for name, count in cases.items()), f"cases; {failures} failed")
    return failures


def passes(name: str, data: bytes) -> bool:
    """Whether reading it breaks no rule; if it does, say why, and write it to a file."""
    try:
        check(name, data)
    except Exception:
        with tempfile.NamedTemporaryFile(prefix=f"{name}-", delete=False) as file:
            file.write(data)
        traceback.print_exc()
        print(f"{Path(file.name)}: fails", file=sys.stderr)
        return False
    return True


if __name__ == "__main__":
    sys.exit(min(main(), 1))
