"""Files that newsie knows and does not read."""

from typing import Any

import pytest

from newsie.errors import SourceError
from newsie.read.documents.file_types import FileType, PassedOver, SavedPages, file_types, page_part_of, type_of
from newsie.read.documents.payload import Payload
from newsie.read.formats.registry import format_of
from newsie.read.settings import Limits

TYPES = file_types().file


def payload_of(data: bytes, name: str = "a") -> Payload:
    import io

    return Payload(name, io.BytesIO(data), Limits())


@pytest.mark.parametrize("kind", [kind for kind in TYPES if kind.begins], ids=lambda kind: kind.name)
def test_content_tells_a_type(kind: FileType) -> None:
    assert type_of(kind.example.encode("latin-1")) == kind
    assert type_of(kind.near_miss.encode("latin-1")) is None
    with pytest.raises(SourceError) as error:
        format_of(payload_of(kind.example.encode("latin-1")))
    assert str(error.value) == f"a: {kind.name}; {kind.advice}"


@pytest.mark.parametrize("kind", [kind for kind in TYPES if not kind.begins], ids=lambda kind: kind.name)
def test_a_name_tells_a_type_of_text(kind: FileType) -> None:
    assert page_part_of(payload_of(b"a { b }", f"page{kind.example}")) == kind
    assert page_part_of(payload_of(b"a { b }", f"page{kind.near_miss}")) is None


def test_types_have_names_and_suffixes_of_their_own() -> None:
    suffixes = [suffix for kind in TYPES for suffix in kind.suffixes]
    assert len({kind.name for kind in TYPES}) == len(TYPES)
    assert len(set(suffixes)) == len(suffixes)
    assert all(kind.begins or kind.suffixes for kind in TYPES)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xff\xd8\xff\xe1", "a picture"),
        (b"GIF89a\x01", "a picture"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "a picture"),
        (b'<?xml version="1.0"?>\n<!-- drawn -->\n<svg xmlns="http://www.w3.org/2000/svg">', "a picture"),
        (b"RIFF\x24\0\0\0WAVEfmt ", "a sound recording"),
        (b"\0\0\0\x20ftypM4A ", "a sound recording"),
        (b"\0\0\0\x20ftypavif", "a picture"),
        (b"\x1a\x45\xdf\xa3", "a film"),
        (b"\xfd7zXZ\0", "a packed file that newsie doesn't unpack"),
    ],
)
def test_other_beginnings(data: bytes, name: str) -> None:
    kind = type_of(data)
    assert kind is not None
    assert kind.name == name


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32", "utf-32-be", "cp1252"])
def test_text_is_of_no_type_in_any_encoding(encoding: str) -> None:
    assert type_of("“The two met”, he said. Zürich, 14 January".encode(encoding, "replace")) is None


def test_what_is_passed_over_is_counted() -> None:
    parts: Any = {kind.name: kind for kind in TYPES}
    passed_over = PassedOver()
    assert passed_over.warning("a.zip") is None
    for name in ("a picture", "a font", "a picture"):
        passed_over.add(parts[name])
    assert passed_over.warning("a.zip") == "a.zip: 2 pictures, 1 font passed over"


@pytest.mark.parametrize("end", file_types().page_folders)
def test_folder_of_a_saved_page(end: str) -> None:
    pages = SavedPages(["news/Talks end.html", "news/B.HTM", "news/c.txt"])
    assert pages.folder_in(f"news/Talks end{end}/a/b{end}/c.js") == f"news/Talks end{end}"
    assert pages.folder_in(f"news/B.HTM{end.upper()}/c.html") == f"news/B.HTM{end.upper()}"
    for other in (f"Talks end{end}/a", f"news/c{end}/a.txt", f"news/Talks end{end}", f"news/{end}/a", "news/B/a.txt"):
        assert pages.folder_in(other) is None
