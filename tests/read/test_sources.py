"""From paths to files: order, each file once, and one line for all that is no article."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from newsie.errors import InputError
from newsie.read.context import ReadContext
from newsie.read.names import as_written, printable
from newsie.read.sources import SourceFinder
from newsie.store.connection import store_at


class Found:
    """What a SourceFinder finds and reports."""

    def __init__(self, *paths: str | Path):
        self.errors: list[str] = []
        self.warnings: list[str] = []
        context = ReadContext(on_error=lambda error: self.errors.append(str(error)), on_warning=self.warnings.append)
        finder = SourceFinder(context)
        self.names = [source.name for source in finder.find(paths)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, with articles in a folder `news`."""
    monkeypatch.chdir(tmp_path)
    for name in ("b.txt", "a.txt", "c.TXT", "d.md", "e.text", "plain", "sub/deep/f.txt", ".hidden.txt", ".git/g.txt"):
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("The two met.")
    return tmp_path


def test_folder_is_read_sorted_with_subfolders_and_without_hidden_files(folder: Path) -> None:
    names = ["a.txt", "b.txt", "c.TXT", "d.md", "e.text", "plain", "sub/deep/f.txt"]
    assert Found("news").names == [f"news/{name}" for name in names]
    assert Found("news/").names == Found("./news").names == Found(Path("news")).names == Found("news").names


def test_paths_keep_their_order_and_a_file_is_read_once(folder: Path) -> None:
    found = Found("news/b.txt", "news", folder / "news" / "a.txt", "news")
    assert found.names[:3] == ["news/b.txt", "news/a.txt", "news/c.TXT"]
    assert len(found.names) == len(set(found.names)) == 7
    assert found.errors == []


def test_named_file_is_read_whatever_its_name(folder: Path) -> None:
    Path("page.html").write_text("The two met.")
    assert Found("page.html", "news/.hidden.txt").names == ["page.html", "news/.hidden.txt"]


def test_standard_input_is_read_once() -> None:
    assert Found("-", "-").names == ["-"]


def test_links_that_lead_in_a_circle_end(folder: Path) -> None:
    (folder / "news" / "sub" / "up").symlink_to(folder / "news")
    (folder / "news" / "z.txt").symlink_to(folder / "news" / "a.txt")
    assert len(Found("news").names) == 7


def test_other_files_in_a_folder(folder: Path) -> None:
    (folder / "news" / "notes.log").write_text("The two met.")
    (folder / "news" / "tool").write_bytes(b"\xc5\xdb\0\x01\0\x02\0\0")
    (folder / "news" / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0")
    found = Found("news")
    assert len(found.names) == 7
    assert found.warnings == ["news/notes.log: skipped; name it itself to read it as text"]
    assert found.errors == [
        "news/old.doc: an Office document; save it as text or HTML",
        "news/tool: binary, not text; save it as plain text in UTF-8",
    ]


def test_what_a_saved_page_has_beside_it_is_counted(folder: Path) -> None:
    (folder / "news" / "page_files").mkdir()
    for name, content in (
        ("a.png", b"\x89PNG\r\n\x1a\n"),
        ("b.JPG", b"\xff\xd8\xff\xe0"),
        ("c.css", b"p { color: red }"),
    ):
        (folder / "news" / "page_files" / name).write_bytes(content)
    found = Found("news")
    assert (len(found.names), found.errors) == (7, [])
    assert found.warnings == ["news: 2 pictures, 1 style sheet passed over"]


def test_folder_of_a_saved_page_is_passed_over_as_a_whole(folder: Path) -> None:
    for part in (
        "page.html",
        "page_files/frame.html",
        "page_files/data.txt",
        "page_files/deep/x.html",
        "talk_files/b.txt",
    ):
        (folder / "news" / part).parent.mkdir(parents=True, exist_ok=True)
        (folder / "news" / part).write_text("<html><p>The two met.</p></html>")
    found = Found("news")
    assert (len(found.names), found.errors) == (9, [])
    assert {"news/page.html", "news/talk_files/b.txt"} <= set(found.names)
    assert found.warnings == ["news: 1 folder of a saved page passed over"]
    assert Found("news/page_files/data.txt").names == ["news/page_files/data.txt"]


def test_folder_without_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty/below").mkdir(parents=True)
    (error,) = Found("empty").errors
    assert error.startswith("empty: no articles in this folder; newsie formats lists ")


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("nowhere.txt", "nowhere.txt: no such file or folder; check the path"),
        ("", "'': an empty path; name a file or folder"),
        ("a\0b", "a\\x00b: no path has a null character; check the name"),
        ("x\n\x1b[31m", "x\\n\\x1b[31m: no such file or folder; check the path"),
    ],
)
def test_path_that_is_none(path: str, message: str) -> None:
    found = Found(path)
    assert (found.names, found.errors) == ([], [message])


def test_name_that_is_too_long() -> None:
    (error,) = Found("n" * 5000).errors
    assert error.endswith(": a name too long for this system; check the path")


def test_broken_link(folder: Path) -> None:
    (folder / "news" / "gone.txt").symlink_to(folder / "nowhere")
    found = Found("news")
    assert len(found.names) == 7
    assert found.errors == ["news/gone.txt: no such file or folder; check the path"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipe_is_not_opened(folder: Path) -> None:
    os.mkfifo(folder / "news" / "pipe.txt")
    found = Found("news", "/dev/null")
    assert len(found.names) == 7
    assert found.errors == [
        f"{name}: a pipe, socket or device, not a file; send its text to standard input and name '-'"
        for name in ("news/pipe.txt", "/dev/null")
    ]


def test_folder_without_permission(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert Found("news").errors == ["news: permission denied; make it readable (chmod u+r) or run as its owner"]


def test_file_that_cannot_be_sniffed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "news" / "data.json").write_text("{}")
    ordinary_open = Path.open

    def refuse(path: Path, mode: str) -> object:
        if path.name == "data.json":
            raise PermissionError(13, "Permission denied", str(path))
        return ordinary_open(path, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert Found("news").errors == [
        "news/data.json: permission denied; make it readable (chmod u+r) or run as its owner"
    ]


def test_names_are_safe_to_print_and_to_encode() -> None:
    assert printable("a\nb\x1b[0m\u202e\ud800é.txt") == "a\\nb\\x1b[0m\\u202e\\ud800é.txt"
    assert as_written(Path(os.fsdecode(b"n\xe9ws/a.txt"))) == "n\\xe9ws/a.txt"


def test_callbacks_may_end_the_run() -> None:
    def stop(error: InputError) -> None:
        raise error

    with pytest.raises(InputError, match="nowhere"):
        list(SourceFinder(ReadContext(on_error=stop)).find(["nowhere", "-"]))


def test_output_of_newsie_in_a_folder_is_no_article(folder: Path) -> None:
    (folder / "news" / "out.json").write_text('{"schema": "newsie/1", "articles": []}')
    (folder / "news" / "feed.jsonl").write_text('{"text": "The two met."}\n')
    found = Found("news")
    assert "news/feed.jsonl" in found.names
    assert "news/out.json" not in found.names
    assert found.warnings == found.errors == []


def test_a_store_in_a_folder_is_no_article_while_it_is_written(folder: Path) -> None:
    with store_at(folder / "news" / "asked.db", create=True):
        assert (folder / "news" / "asked.db-wal").exists()
        found = Found("news")
    assert found.names == Found("news").names
    assert not any("asked" in name for name in found.names)
    assert found.warnings == found.errors == []


def test_another_database_in_a_folder_is_reported(folder: Path) -> None:
    other = folder / "news" / "other.db"
    with closing(sqlite3.connect(other)) as db:
        db.execute("CREATE TABLE news (text)")
        db.commit()
    other.with_name("other.db-wal").write_bytes(b"7\x7f\x06\x82\0\0")
    named = [error.split(":")[0] for error in Found("news").errors]
    assert named == ["news/other.db", "news/other.db-wal"]
