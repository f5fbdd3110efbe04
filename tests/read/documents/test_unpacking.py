"""Compressed files and archives: what is in them is read, what is wrong with them costs a line."""

import bz2
import gzip
import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from newsie.errors import SourceError
from newsie.read.context import ReadContext, ReadOptions
from newsie.read.documents.packed_streams import GzipStream, ZstdStream
from newsie.read.documents.payload import Payload
from newsie.read.documents.unpacking import unpacked
from newsie.read.settings import Limits

STORY = b"The governor met the bishop on Monday. "
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
TOO_LONG_FOR_ONE_READ = STORY * 20_000


class Unpacked:
    """What comes out of a payload, and what is reported."""

    def __init__(self, data: bytes, name: str = "a", limits: Limits | None = None):
        self.found: dict[str, bytes] = {}
        self.errors: list[str] = []
        self.warnings: list[str] = []
        options = ReadOptions(limits=limits or Limits())
        context = ReadContext(options, lambda error: self.errors.append(str(error)), self.warnings.append)
        try:
            for document in unpacked(Payload(name, io.BytesIO(data), context.limits), context):
                self._read(document)
        except SourceError as error:
            self.errors.append(str(error))

    def _read(self, document: Payload) -> None:
        try:
            self.found[document.name] = document.whole()
        except SourceError as error:
            self.errors.append(str(error))


def zipped(*files: tuple[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, data in files:
            archive.writestr(name, data)
    return stream.getvalue()


def encrypted(data: bytes) -> bytes:
    """An archive whose files say that they are encrypted."""
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.index(mark) + place
        data = data[:start] + b"\x01" + data[start + 1 :]
    return data


COMPRESS = [gzip.compress, bz2.compress, zstandard.ZstdCompressor().compress]


@pytest.mark.parametrize("compress", COMPRESS)
@pytest.mark.parametrize("data", [STORY, b"", TOO_LONG_FOR_ONE_READ])
def test_compressed_file_keeps_its_name(compress: Callable[[bytes], bytes], data: bytes) -> None:
    assert Unpacked(compress(data), "a.txt").found == {"a.txt": data}


@pytest.mark.parametrize("compress", COMPRESS)
def test_members_and_frames_are_one_document(compress: Callable[[bytes], bytes]) -> None:
    assert Unpacked(compress(STORY) + compress(b"") + compress(b"They agreed.")).found == {"a": STORY + b"They agreed."}


@pytest.mark.parametrize("compress", COMPRESS)
@pytest.mark.parametrize("lost", [1, 8, 20])
def test_file_that_is_cut_short(compress: Callable[[bytes], bytes], lost: int) -> None:
    (error,) = Unpacked(compress(TOO_LONG_FOR_ONE_READ)[:-lost]).errors
    assert error.startswith("a: damaged or cut short (")
    assert error.endswith("; copy or download it again")


@pytest.mark.parametrize("compress", COMPRESS)
def test_file_with_other_data_behind(compress: Callable[[bytes], bytes]) -> None:
    unpacked_ = Unpacked(compress(STORY) + b"<html>")
    assert len(unpacked_.errors) == 1 or unpacked_.found == {"a": STORY}


def test_padding_behind_gzip_is_nothing() -> None:
    assert Unpacked(gzip.compress(STORY) + bytes(600_000)).found == {"a": STORY}


@pytest.mark.parametrize("compress", COMPRESS)
def test_bomb_in_a_compressed_file(compress: Callable[[bytes], bytes]) -> None:
    (error,) = Unpacked(compress(bytes(40_000_000))).errors
    assert error == (
        "a: unpacks to more than 200 times its size, as a bomb does; "
        "if you trust it, unpack it or give --limit expansion=2000"
    )


def test_bomb_in_an_archive_costs_its_neighbours_nothing() -> None:
    both = Unpacked(zipped(("a.txt", bytes(40_000_000)), ("b.txt", STORY)), "z.zip")
    assert both.found == {"z.zip#b.txt": STORY}
    assert [error.split(";")[0] for error in both.errors] == [
        "z.zip#a.txt: unpacks to more than 200 times its size, as a bomb does"
    ]


def test_archive_is_read_by_name_without_hidden_files() -> None:
    files = [(name, name.encode()) for name in ("b.txt", "a/c.txt", ".x/d.txt", "__MACOSX/._b.txt", "a/.DS_Store")]
    assert list(Unpacked(zipped(*files), "z.zip").found) == ["z.zip#a/c.txt", "z.zip#b.txt"]


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "C:\\news\\a.txt", "a\n\x1b[31mb.txt", "é ü.txt", "/a", "x" * 300]
)
def test_names_of_any_kind_name_no_more_than_the_file(name: str) -> None:
    (found,) = Unpacked(zipped((name, STORY)), "z.zip").found.values()
    assert found == STORY


def test_what_a_saved_page_has_beside_it_is_passed_over() -> None:
    saved = Unpacked(
        zipped(("a.html", b"<html>"), ("f/a.png", PNG), ("f/b.png", PNG), ("f/a.js", b"let a"), ("f/a.css", b""))
    )
    assert list(saved.found) == ["a#a.html"]
    assert saved.errors == []
    assert saved.warnings == ["a: 1 style sheet, 1 script, 2 pictures passed over"]


def test_folders_of_saved_pages_are_passed_over_as_a_whole() -> None:
    names = (
        "s/Talks end.html",
        "s/Talks end_files/ad.html",
        "s/Talks end_files/f/x.txt",
        "s/B.htm",
        "s/B-Dateien/a.html",
    )
    saved = Unpacked(zipped(*((name, b"<html>") for name in (*names, "s/C_files/c.html"))), "z.zip")
    assert list(saved.found) == ["z.zip#s/B.htm", "z.zip#s/C_files/c.html", "z.zip#s/Talks end.html"]
    assert (saved.errors, saved.warnings) == ([], ["z.zip: 2 folders of saved pages passed over"])


def test_archives_and_compressed_files_in_archives() -> None:
    inner = zipped(("b.txt", STORY))
    nested = Unpacked(zipped(("in.zip", inner), ("c.txt.gz", gzip.compress(b"C"))), "z.zip")
    assert nested.found == {"z.zip#c.txt.gz": b"C", "z.zip#in.zip#b.txt": STORY}
    assert Unpacked(gzip.compress(inner), "z.zip.gz").found == {"z.zip.gz#b.txt": STORY}


def test_archives_nested_too_deep() -> None:
    data = STORY
    for _ in range(4):
        data = zipped(("a", data))
    deep = Unpacked(data, "z")
    assert deep.found == {}
    assert deep.errors == [
        "z#a#a#a: archives in archives, more than 3 deep; unpack it, or raise the limit with --limit archive-depth=6"
    ]
    assert list(Unpacked(data, "z", Limits(archive_depth=4)).found) == ["z#a#a#a#a"]


def test_archive_with_too_many_files() -> None:
    (error,) = Unpacked(zipped(("a", b""), ("b", b"")), "z", Limits(archive_members=1)).errors
    assert (
        error == "z: an archive of 2 files, more than 1; unpack it, or raise the limit with --limit archive-members=2"
    )


SPENT = (
    "z: its files have more than 100 bytes, too much for one archive, and no more is read; "
    "unpack it, or raise the limit with --limit archive-bytes=1000"
)


def test_files_of_an_archive_have_a_limit_together() -> None:
    files = [(name, STORY) for name in "abcde"]
    limits = Limits(archive_bytes=100)
    spent = Unpacked(zipped(*files), "z", limits)
    assert (list(spent.found), spent.errors) == (["z#a", "z#b"], [SPENT])
    assert Unpacked(zipped(*files[:2]), "z", Limits(archive_bytes=2 * len(STORY))).errors == []


def test_archives_in_an_archive_share_its_limit() -> None:
    inner = [zipped((name, STORY * 2)) for name in "abc"]
    limits = Limits(archive_bytes=100 + sum(map(len, inner)))
    data = zipped(*((f"{number}.zip", one) for number, one in enumerate(inner)), ("last", STORY))
    spent = Unpacked(data, "z", limits)
    assert list(spent.found) == ["z#0.zip#a", "z#1.zip#b"]
    assert [error.partition(" have")[0] for error in spent.errors] == ["z: its files"]


def test_compressed_files_in_an_archive_count_as_they_are_unpacked() -> None:
    data = zipped(("a.gz", gzip.compress(STORY * 3)), ("b", STORY))
    spent = Unpacked(data, "z", Limits(archive_bytes=100))
    assert (spent.found, spent.errors) == ({}, [SPENT])


def test_each_archive_has_a_limit_of_its_own() -> None:
    files = zipped(("a", STORY), ("b", STORY))
    assert [Unpacked(files, "z", Limits(archive_bytes=100)).errors for _ in range(2)] == [[], []]


def test_archive_without_files() -> None:
    assert Unpacked(zipped()).errors == ["a: an archive without files; leave it out, or pack it again"]
    assert Unpacked(zipped(("folder/", b""))).errors == ["a: an archive without files; leave it out, or pack it again"]


def test_encrypted_archive() -> None:
    assert Unpacked(encrypted(zipped(("a", STORY))), "z").errors == [
        "z#a: encrypted; unpack the archive with its password first"
    ]


def test_archive_that_is_cut_short() -> None:
    assert Unpacked(zipped(("a", STORY))[:-10]).errors == [
        "a: a zip archive that is damaged or cut short; copy or download it again"
    ]


def test_damaged_file_in_an_archive_costs_its_neighbours_nothing() -> None:
    data = zipped(("a", STORY), ("b", STORY), compression=zipfile.ZIP_STORED)
    damaged = Unpacked(data.replace(STORY, STORY.upper(), 1), "z")
    assert damaged.found == {"z#b": STORY}
    assert damaged.errors == ["z#a: damaged or cut short (Bad CRC-32 for file 'a'); copy or download it again"]


@pytest.mark.parametrize("method", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_other_ways_to_pack_and_their_damage(method: int) -> None:
    data = zipped(("a", STORY * 50), compression=method)
    assert Unpacked(data, "z").found == {"z#a": STORY * 50}
    start = data.index(b"a", 30) + 12
    assert len(Unpacked(data[:start] + b"\xff" * 8 + data[start + 8 :], "z").errors) == 1


def test_file_packed_in_an_unknown_way() -> None:
    data = zipped(("a", STORY), compression=zipfile.ZIP_STORED)
    unknown = struct.pack("<H", 97)
    data = data[:8] + unknown + data[10:]
    start = data.index(b"PK\x01\x02") + 10
    data = data[:start] + unknown + data[start + 2 :]
    assert Unpacked(data, "z").errors == ["z#a: damaged or packed in an unknown way; unpack it yourself"]


@pytest.mark.parametrize("name", ["[Content_Types].xml", "_rels/.rels"])
def test_office_documents_are_no_archives(name: str) -> None:
    document = zipped((name, b"<Types/>"), ("word/document.xml", STORY))
    assert list(Unpacked(document, "a.docx").found) == ["a.docx"]


def test_damage_is_skipped_to_the_next_member() -> None:
    members = [gzip.compress(STORY + bytes([digit])) for digit in b"123"]
    members[1] = members[1][:15] + b"\xff" * 10 + members[1][25:]
    payload = Payload("a", GzipStream(io.BytesIO(b"".join(members))), Limits(), lambda: 10**6)  # type: ignore[arg-type]
    assert payload.stream.read(len(STORY) + 1) == STORY + b"1"
    with pytest.raises(SourceError):
        payload.stream.read()
    assert payload.resume()
    assert payload.stream.read() == STORY + b"3"
    assert not payload.resume()


def test_bomb_is_not_skipped() -> None:
    bomb = gzip.compress(bytes(40_000_000))
    payload = Payload("a", GzipStream(io.BytesIO(bomb + bomb)), Limits(), lambda: 1000)  # type: ignore[arg-type]
    with pytest.raises(SourceError):
        payload.whole()
    assert not payload.resume()


@given(st.lists(st.binary(max_size=50), max_size=4))
def test_streams_give_back_what_was_packed(pieces: list[bytes]) -> None:
    compress = zstandard.ZstdCompressor().compress
    assert io.BufferedReader(ZstdStream(io.BytesIO(b"".join(map(compress, pieces))))).read() == b"".join(pieces)
    assert io.BufferedReader(GzipStream(io.BytesIO(b"".join(map(gzip.compress, pieces))))).read() == b"".join(pieces)


@given(
    st.binary(max_size=200),
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08\0", b"BZh9", b"\x28\xb5\x2f\xfd"]),
)
def test_no_data_end_in_anything_but_a_line(data: bytes, magic: bytes) -> None:
    any_data = Unpacked(magic + data)
    assert any_data.found or any_data.errors


def test_file_is_searched_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Path(tmp_path / "z.zip").write_bytes(zipped(("a", STORY), compression=zipfile.ZIP_STORED))
    limits = Limits(document_bytes=len(STORY))
    with (tmp_path / "z.zip").open("rb") as file:
        documents = unpacked(Payload("z.zip", file, limits), ReadContext())
        assert [document.whole() for document in documents] == [STORY]
