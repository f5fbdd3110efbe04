"""Makes a folder of files that nothing can be got from, or that would hurt a careless reader, and good ones too.

    python tests/hostile/make_hostile_files.py FOLDER

`HOSTILE` is the table: each file's name, what newsie says of it, and how it is made. Some are large (100 MB in all).
"""

import bz2
import gzip
import io
import json
import os
import random
import socket
import stat
import struct
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

STORY = (
    "General Ada Obi met Foreign Minister José Muñoz in Lindau on Tuesday. They agreed on a survey of the border, and "
    "on talks about trade. “We will meet again in the spring,” the minister said after the meeting in the town hall.\n"
)
PARAGRAPHS = "".join(f"<p>{STORY.strip()}</p>\n" for _ in range(3))
HEAD = "<!DOCTYPE html><html><head><title>Talks in Lindau</title></head>"
PAGE = f"{HEAD}<body><article>{PARAGRAPHS}</article></body></html>"
MEBIBYTE = 2**20


class Hostile(NamedTuple):
    """A hostile file: `says` is part of the one line that newsie prints of it, `write` makes it at a path."""

    name: str
    says: str
    write: Callable[[Path], object]


def holding(content: bytes | str) -> Callable[[Path], object]:
    """A file with this content."""
    data = content.encode() if isinstance(content, str) else content
    return lambda path: path.write_bytes(data)


def made(content: Callable[[], bytes]) -> Callable[[Path], object]:
    """A file whose content takes time or space to make."""
    return lambda path: path.write_bytes(content())


def noise(length: int) -> bytes:
    return random.Random(length).randbytes(length)


def cut(data: bytes) -> bytes:
    """The first half."""
    return data[: len(data) // 2]


def zipped(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return file.getvalue()


def nested(depth: int) -> bytes:
    data = STORY.encode()
    for level in range(depth):
        data = zipped({f"{level}.zip" if level else "a.txt": data})
    return data


def encrypted() -> bytes:
    """An archive whose member is marked as encrypted, in its header and in the directory."""
    data = bytearray(zipped({"a.txt": STORY.encode()}))
    data[6] |= 1
    data[data.index(b"PK\x01\x02") + 8] |= 1
    return bytes(data)


def damaged_member() -> bytes:
    data = bytearray(zipped({"a.txt": STORY.encode()}, zipfile.ZIP_STORED))
    data[data.index(b"General")] ^= 1
    return bytes(data)


def unknown_method() -> bytes:
    data = bytearray(zipped({"a.txt": STORY.encode()}))
    for place in (8, data.index(b"PK\x01\x02") + 10):
        data[place : place + 2] = struct.pack("<H", 77)
    return bytes(data)


def overlapping(members: int) -> bytes:
    """A flat bomb, as David Fifield's: many entries of the directory lead to one and the same data."""
    kernel = zipped({"a.html": PAGE.encode() + b" " * 9 * MEBIBYTE})
    directory, end = kernel.index(b"PK\x01\x02"), kernel.rindex(b"PK\x05\x06")
    entries = kernel[directory:end] * members
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, members, members, len(entries), directory, 0)
    return kernel[:directory] + entries + tail


def large_page() -> bytes:
    """A page that packs to a thousandth of its size."""
    return PAGE.encode() + b" " * 65 * MEBIBYTE


def zstandard_bomb() -> bytes:
    from zstandard import ZstdCompressor

    return bytes(ZstdCompressor().compress(large_page()))


def feed(items: str, doctype: str = "") -> str:
    return f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>News</title>{items}</channel></rss>'


def laughs(entities: Sequence[str]) -> str:
    declared = "".join(f"<!ENTITY {entity}>" for entity in entities)
    return feed("<item><title>Ha</title><description>&z;</description></item>", f"<!DOCTYPE rss [{declared}]>")


LAUGHS = ['a "ha"', *(f'{chr(98 + n)} "{f"&{chr(97 + n)};" * 10}"' for n in range(24)), f'z "{"&y;" * 10}"']


def mail(body: str, headers: str = "Content-Type: text/plain; charset=utf-8") -> str:
    about = "From: press@example.org\nSubject: Talks\nDate: Tue, 14 Jan 2025 10:00:00 +0000\nMIME-Version: 1.0"
    return f"{about}\n{headers}\n\n{body}"


def nested_mail(depth: int) -> str:
    parts = "".join(f"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n" for n in range(depth))
    return mail(f"--top\n{parts}Content-Type: application/pdf\n\nx\n", "Content-Type: multipart/mixed; boundary=top")


def pdf(objects: Sequence[str], trailer: str = "") -> bytes:
    """A PDF file of these objects, of which the first is its catalog."""
    data, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{content}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"trailer << /Size {len(places) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{len(data)}\n%%EOF\n"
    return data + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}{end}".encode()


CATALOG = "<< /Type /Catalog /Pages 2 0 R >>"
ONE_PAGE = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
LOCK = "/Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <{0}> /U <{0}> >> /ID [<00> <00>] ".format(
    "ab" * 32
)


def warc_record(length: int) -> bytes:
    body = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{PAGE}".encode()
    head = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://example.org/\r\n"
    return (
        f"{head}Content-Length: {length or len(body)}\r\n"
        "Content-Type: application/http; msgtype=response\r\n\r\n".encode()
        + body
        + b"\r\n\r\n"
    )


def listen(path: Path) -> None:
    """A socket, which stays when nobody listens any more; its path may be too long to bind, so its name is given."""
    here = Path.cwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as listening:
            listening.bind(path.name)
    finally:
        os.chdir(here)


def locked_folder(path: Path) -> None:
    path.mkdir()
    (path / "a.txt").write_text(STORY, "utf-8")
    path.chmod(0)


def locked_file(path: Path) -> None:
    path.write_text(STORY, "utf-8")
    path.chmod(0)


EMPTY = "empty, no article in it; leave it out or put the article's text in it"
BINARY = "not text; save it as plain text in UTF-8"
NO_FILE = "a pipe, socket or device, not a file; send its text to standard input"
LOCKED = "permission denied; make it readable (chmod u+r) or run as its owner"
BOMB = "unpacks to more than 200 times its size, as a bomb does; if you trust it"
NO_ARTICLE = "a web page without an article; save the page of one article, or its text"
ENTITIES = "XML that defines entities, as attacks do; if you trust it, save it without its DOCTYPE"
NO_MAIL = "a mail without a text; leave it out, or save what it links to"
DAMAGED = "; copy or download it again"

TEXTS = (
    Hostile("empty.txt", EMPTY, holding(b"")),
    Hostile("blank.txt", EMPTY, holding(" \n\t\r\n\u3000\n")),
    Hostile("header-alone.txt", EMPTY, holding(" date 2025-01-14 \n")),
    Hostile("mark-alone.txt", EMPTY, holding(b"\xef\xbb\xbf")),
    Hostile("program", BINARY, holding(b"\x7fELF\x02\x01\x01" + bytes(9) + noise(5000))),
    Hostile("noise.txt", BINARY, holding(noise(100_000))),
    Hostile("noise-behind-mark.txt", BINARY, holding(b"\xff\xfe" + noise(10_000))),
    Hostile("nulls.txt", BINARY, holding(STORY.replace(" met ", " \0met\0 "))),
    Hostile("zeros.txt", BINARY, holding(bytes(MEBIBYTE))),
    Hostile("controls.txt", BINARY, holding(bytes(range(1, 9)) * 1000)),
    Hostile("one-line.txt", "longer than the 1,000,000 characters", made(lambda: b"met " * 25 * MEBIBYTE)),
    Hostile("long.txt", "longer than the 1,000,000 characters", made(lambda: STORY.encode() * 5000)),
)
FILES = (
    Hostile("to-itself.txt", "a link that leads back to itself; remove it", lambda path: path.symlink_to(path.name)),
    Hostile("to-nothing.txt", "no such file or folder; check the path", lambda path: path.symlink_to("nowhere.txt")),
    Hostile("to-device.txt", NO_FILE, lambda path: path.symlink_to("/dev/zero")),
    Hostile("pipe.txt", NO_FILE, lambda path: os.mkfifo(path)),
    Hostile("socket.txt", NO_FILE, listen),
    Hostile("locked.txt", LOCKED, locked_file),
    Hostile("locked-folder", LOCKED, locked_folder),
    Hostile("two\nlines.txt", EMPTY, holding(b"")),
    Hostile("\x1b[2Jclears.txt", EMPTY, holding(b"")),
    Hostile("\u202etxt.reversed.txt", EMPTY, holding(b"")),
    Hostile("[red]markup[bold].txt", EMPTY, holding(b"")),
    Hostile(os.fsdecode(b"not-utf-8-\xff.txt"), EMPTY, holding(b"")),
    Hostile(f"{'n' * 251}.txt", EMPTY, holding(b"")),
)
PAGES = (
    Hostile("menu.html", NO_ARTICLE, holding("<html><body><ul><li><a href=/a>A</a></li></ul></body></html>")),
    Hostile("script.html", NO_ARTICLE, holding(f"<html><body><script>{'var a = 1;' * 9999}</script></body></html>")),
    Hostile("frames.html", NO_ARTICLE, holding("<html><frameset><frame src=a.html></frameset></html>")),
    Hostile("comment.html", NO_ARTICLE, holding(PAGE.replace("<body>", "<body><!-- "))),
    Hostile("cut.html", NO_ARTICLE, holding("<!DOCTYPE html><html><head><title>Tal")),
    Hostile("deep.html", NO_ARTICLE, made(lambda: f"<html><body>{'<div>' * 10_000}x".encode())),
    Hostile("deep-inline.html", NO_ARTICLE, made(lambda: f"<html><body>{'<b><i>' * 100_000}x".encode())),
    Hostile("comments.html", NO_ARTICLE, made(lambda: b"<html>" + b"<!-- -->" * 100_000)),
    Hostile("nulls.html", BINARY, holding(PAGE.replace(" met ", " \0met\0 "))),
    Hostile("large.html", "more than 67,108,864 bytes, too long", made(large_page)),
)
XML = (
    Hostile("laughs.xml", ENTITIES, holding(laughs(LAUGHS))),
    Hostile("quadratic.xml", ENTITIES, holding(laughs([f'z "{"ha" * 20_000}"']).replace("&z;", "&z;" * 10_000))),
    Hostile("external.xml", ENTITIES, holding(laughs(['z SYSTEM "file:///etc/passwd"']))),
    Hostile("deep.xml", "an entry without text; save the page itself", made(lambda: feed("<item>" * 100_000).encode())),
    Hostile(
        "inventory.xml",
        "XML of a kind that newsie doesn't know (<inventory>); newsie formats lists",
        holding("<?xml version='1.0'?><inventory><bolt/></inventory>"),
    ),
    Hostile("no-items.xml", "no articles in it; leave it out", holding(feed(""))),
)
RECORDS = (
    Hostile(
        "cut.json",
        "not JSON (a string without its closing quotation mark in line 1); correct it",
        holding(cut(json.dumps({"title": "Talks", "text": STORY}).encode())),
    ),
    Hostile(
        "deep.json", "not JSON (nested too deeply in line 1); correct it", made(lambda: b'{"text": ' + b"[" * 100_000)
    ),
    Hostile("no-text.json", "no text; it has colour; say which key holds the text", holding('[{"colour": "red"}]')),
    Hostile(
        "one-bad-line.jsonl",
        "not JSON (a value is missing); correct it",
        holding(f'{json.dumps({"text": STORY})}\n{{"text": \n{json.dumps({"text": STORY})}\n'),
    ),
    Hostile(
        "long-line.jsonl",
        "too long or too much for one value; write one article a line",
        made(lambda: b'{"text": "' + b"met " * 17 * MEBIBYTE),
    ),
    Hostile(
        "digits.json",
        "not JSON (a number of too many digits in line 1); correct it",
        made(lambda: b'{"text": ' + b"9" * 100_000 + b"}"),
    ),
    Hostile("no-text.csv", "no column with texts (it has colour, size); name it", holding("colour,size\nred,7\n")),
    Hostile(
        "open-quote.csv",
        "a damaged row (field larger than field limit",
        made(lambda: b'title,text\nTalks,"' + b"met\n" * MEBIBYTE),
    ),
)
MAIL = (
    Hostile("no-body.eml", NO_MAIL, holding(mail(""))),
    Hostile(
        "deep.eml",
        "its parts are nested too deep; save its text as a text file",
        made(lambda: nested_mail(2000).encode()),
    ),
    Hostile(
        "picture.eml",
        NO_MAIL,
        holding(mail("iVBORw0KGgo=", "Content-Type: image/png\nContent-Transfer-Encoding: base64")),
    ),
)
PDF = (
    Hostile(
        "cut.pdf",
        "a damaged PDF; copy or download it again",
        holding(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type"),
    ),
    Hostile(
        "locked.pdf",
        "an encrypted PDF; save a copy without a password",
        holding(pdf([CATALOG, ONE_PAGE, "<< /Type /Page /Parent 2 0 R >>"], LOCK)),
    ),
    Hostile(
        "circle.pdf",
        "a damaged PDF; copy or download it again",
        holding(pdf([CATALOG, "<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"])),
    ),
    Hostile(
        "scan.pdf",
        "a PDF without text, a scan; run OCR on it first",
        holding(pdf([CATALOG, ONE_PAGE, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] >>"])),
    ),
)
WARC = (
    Hostile("cut.warc", "cut short, 665 bytes of 861; copy or download it again", holding(warc_record(0)[:-200])),
    Hostile(
        "long.warc", "cut short, 865 bytes of 1,000,000,000; copy or download it again", holding(warc_record(10**9))
    ),
)
ARCHIVES = (
    Hostile("bomb.html.gz", BOMB, made(lambda: gzip.compress(large_page()))),
    Hostile("bomb.html.bz2", BOMB, made(lambda: bz2.compress(large_page()))),
    Hostile("bomb.html.zst", BOMB, made(zstandard_bomb)),
    Hostile("bomb.zip", BOMB, made(lambda: zipped({"a.html": large_page()}))),
    Hostile("flat-bomb.zip", "an archive whose files overlap, as those of a bomb", made(lambda: overlapping(1000))),
    Hostile("russian-doll.zip", "archives in archives, more than 3 deep; unpack it", holding(nested(6))),
    Hostile("doll.txt.gz", "archives in archives, more than 3 deep", holding(gzip.compress(gzip.compress(nested(3))))),
    Hostile("many.zip", "an archive of 100,001 files", made(lambda: zipped({str(n): b"" for n in range(100_001)}))),
    Hostile("encrypted.zip", "encrypted; unpack the archive with its password first", holding(encrypted())),
    Hostile("method.zip", "packed in an unknown way; unpack it yourself", holding(unknown_method())),
    Hostile("damaged.zip", DAMAGED, holding(damaged_member())),
    Hostile("cut.zip", DAMAGED, holding(cut(zipped({"a.txt": STORY.encode()})))),
    Hostile("cut.txt.gz", DAMAGED, holding(cut(gzip.compress(STORY.encode())))),
    Hostile("cut.txt.bz2", DAMAGED, holding(cut(bz2.compress(STORY.encode())))),
    Hostile("noise.txt.gz", DAMAGED, holding(b"\x1f\x8b\x08\0\0\0\0\0\0\x03" + noise(1000))),
)
HOSTILE = (*TEXTS, *FILES, *PAGES, *XML, *RECORDS, *MAIL, *PDF, *WARC, *ARCHIVES)

GOOD = {
    "a-good.txt": STORY.encode(),
    "d-good.html": PAGE.encode(),
    "g-good.txt": STORY.encode("utf-16-le"),
    "m-good.txt.gz": gzip.compress(STORY.encode()),
    "p-good.txt": STORY.replace("“We", "\udc93We").encode("utf-8", "surrogateescape"),
    "z-good.zip": zipped({"a.txt": STORY.encode()}),
}
"""One in UTF-16 without a mark, one in UTF-8 with a quotation mark of Windows-1252, one page, two that are packed."""


def make_hostile_files(folder: Path) -> list[Hostile]:
    """Make them all in a new folder, with a link in it that leads back to it; return those that this system allows."""
    folder.mkdir(parents=True)
    for name, content in GOOD.items():
        (folder / name).write_bytes(content)
    (folder / "circle").symlink_to(".")
    return [hostile for hostile in HOSTILE if _is_made(hostile, folder)]


def _is_made(hostile: Hostile, folder: Path) -> bool:
    try:
        hostile.write(folder / hostile.name)
    except (OSError, AttributeError):  # a name or a kind of file that this system doesn't have
        return False
    return True


def remove_locks(folder: Path) -> None:
    """Let the folder be deleted."""
    for name in ("locked.txt", "locked-folder"):
        (folder / name).chmod(stat.S_IRWXU)


if __name__ == "__main__":
    print(f"{len(make_hostile_files(Path(sys.argv[1])))} hostile files made")
