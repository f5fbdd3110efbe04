"""`newsie add` with a store that can't be used: one line, exit code 2, and the store is as it was."""

import re
import sqlite3
from contextlib import contextmanager

import pytest
from typer.testing import CliRunner

from newsie.cli.app import app
from newsie.store import connection

pytestmark = pytest.mark.usefixtures("stages")
PAGE = 4096


def add(path, *words):
    return CliRunner().invoke(app, ["add", str(path), *words])


def refusal(path, *words):
    """The one line after the store's name that `newsie add` ends with."""
    result = add(path, *words or ["b.txt"])
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = (line for line in result.stderr.splitlines() if line.startswith("newsie: "))
    assert "Traceback" not in result.stderr
    return line


def rows(path):
    connection_ = sqlite3.connect(path)
    try:
        return list(connection_.iterdump())
    finally:
        connection_.close()


@pytest.fixture
def path(tmp_path):
    """A store with one article."""
    assert add(tmp_path / "news.db", "a.txt").exit_code == 0
    return tmp_path / "news.db"


@pytest.fixture
def told(monkeypatch):
    """A function that lets each store that is opened be told something first, as by a worse machine."""
    opened = connection.store_at

    def order(pragma, **options):
        @contextmanager
        def store_at(path, *, create=False):
            with opened(path, create=create, **options) as db:
                db.execute(pragma)
                yield db

        monkeypatch.setattr(connection, "store_at", store_at)

    return order


def test_newer_version(path):
    connection_ = sqlite3.connect(path)
    connection_.execute("PRAGMA user_version = 99")
    connection_.close()
    before = rows(path)
    assert "a store of version 99, and this newsie knows version" in refusal(path)
    assert rows(path) == before


def damaged(data, how):
    if how == "truncated":
        return data[: len(data) // 3 // PAGE * PAGE]
    if how == "cut within a page":
        return data[: len(data) // 2 + 100]
    return data[:PAGE] + b"\xa5" * (len(data) - PAGE)


@pytest.mark.parametrize("how", ["truncated", "cut within a page", "garbage pages"])
def test_damaged_file(path, how):
    hurt = damaged(path.read_bytes(), how)
    path.write_bytes(hurt)
    assert re.search(r"is damaged; put back a copy|cannot be read or written; check the disk", refusal(path))
    assert path.read_bytes() == hurt


def test_locked(path, told):
    told("SELECT 1", wait=0.05)
    before = rows(path)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    assert "is locked by another program that writes to it; run this again when that is done" in refusal(path)
    other.rollback()
    other.close()
    assert rows(path) == before
    assert add(path, "b.txt").exit_code == 0


@pytest.mark.parametrize(
    ("pragma", "line"),
    [
        ("PRAGMA max_page_count = 1", "no room left on the disk; what was reported as added is kept, make room"),
        ("PRAGMA query_only = ON", "cannot be written; make it and its folder writable"),
    ],
)
def test_full_disk_and_file_that_must_not_be_written(path, told, pragma, line):
    before = rows(path)
    told(pragma)
    many = [f"{number:04}.txt" for number in range(400)]
    assert line in refusal(path, *many)
    assert rows(path) == before


@pytest.mark.parametrize("mode", [0o444, 0o000])
def test_file_without_permission(path, mode):
    before = rows(path)
    path.chmod(mode)
    try:
        path.open("r+b").close()
    except PermissionError:
        assert "writable (chmod u+w)" in refusal(path)
    else:
        pytest.skip("whoever runs this may write to everything")
    finally:
        path.chmod(0o644)
    assert rows(path) == before


def test_folder_without_permission(path):
    before = rows(path)
    path.parent.chmod(0o555)
    try:
        (path.parent / "probe").touch()
    except PermissionError:
        assert "writable" in refusal(path)
    else:
        pytest.skip("whoever runs this may write to everything")
    finally:
        path.parent.chmod(0o755)
    assert rows(path) == before


def test_folder(tmp_path):
    assert "is a folder, not a store; name a file first" in refusal(tmp_path)


def test_another_file(tmp_path):
    text = tmp_path / "story.txt"
    text.write_text("Ada Obi met Ben Oyelaran on Tuesday. " * 9, "utf-8")
    before = text.read_bytes()
    assert "is not a store (not SQLite); the store comes first" in refusal(text)
    assert text.read_bytes() == before
