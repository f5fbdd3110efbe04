"""What can be wrong with a store is said in one line with what to do, and nothing of it is lost."""

import os
import sqlite3
from pathlib import Path

import pytest

from newsie.errors import InputError
from newsie.store.add import add_records
from newsie.store.connection import store_at, transaction
from newsie.store.read import run_record
from newsie.store.schema import APPLICATION_ID, STORE_VERSION


@pytest.fixture
def record(news):
    return news.article("a.txt", people=[news.person("Ada Obi")])


@pytest.fixture
def path(tmp_path, build, record):
    """A store with one article."""
    build(tmp_path / "news.db", [record])
    return tmp_path / "news.db"


def refusal(path, **options):
    """The one line that opening the store at a path ends with."""
    with pytest.raises(InputError) as caught, store_at(path, **options):
        pass
    assert "\n" not in str(caught.value)
    return str(caught.value)


def add_after(path, pragma, record):
    """The one line that adding a record ends with after an order to SQLite."""

    def add():
        with store_at(path) as db:
            db.execute(pragma)
            add_records(db, [record])

    with pytest.raises(InputError) as caught:
        add()
    return str(caught.value)


def test_store_is_made_once(path, tmp_path):
    with store_at(path, create=True) as db:
        assert db.table("articles").count == 1
        assert db.journal_mode == "wal"
    assert sorted(file.name for file in tmp_path.iterdir()) == ["news.db"]


def test_missing_store(tmp_path):
    assert refusal(tmp_path / "news.db").endswith(f"no such store; make it with: newsie add {tmp_path}/news.db PATH...")
    assert not (tmp_path / "news.db").exists()


def test_folder_in_place_of_a_store(tmp_path):
    assert "is a folder, not a store" in refusal(tmp_path, create=True)


def test_folder_that_is_missing(tmp_path):
    assert "its folder does not exist" in refusal(tmp_path / "no" / "news.db", create=True)


def test_device_in_place_of_a_store():
    assert "is no regular file" in refusal(Path(os.devnull), create=True)


@pytest.mark.parametrize("create", [True, False])
def test_text_in_place_of_a_store(tmp_path, create):
    (tmp_path / "story.txt").write_text("Ada Obi met Ben Oyelaran on Tuesday. " * 9, "utf-8")
    before = (tmp_path / "story.txt").read_bytes()
    assert "is not a store (not SQLite); the store comes first" in refusal(tmp_path / "story.txt", create=create)
    assert (tmp_path / "story.txt").read_bytes() == before


def test_another_database(tmp_path):
    connection = sqlite3.connect(tmp_path / "recipes.db")
    connection.execute("CREATE TABLE recipes (name)")
    connection.close()
    assert "but no store of newsie; name another file" in refusal(tmp_path / "recipes.db", create=True)


def test_store_of_a_newer_version(path):
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {STORE_VERSION + 1}")
    connection.close()
    assert f"a store of version {STORE_VERSION + 1}, and this newsie knows version {STORE_VERSION}" in refusal(path)


def test_damaged_store(path, record):
    data = bytearray(path.read_bytes())
    data[4096 * 2 :] = b"\xff" * (len(data) - 4096 * 2)
    path.write_bytes(data)
    with pytest.raises(InputError, match="is damaged; put back a copy"), store_at(path) as db:
        add_records(db, [record.model_copy(update={"generator": record.generator.model_copy(update={"newsie": "9"})})])


def test_damaged_record(path):
    with store_at(path) as db, transaction(db):
        db.execute("UPDATE articles SET record = ?", [b"nothing"])
    with pytest.raises(InputError, match=r"record of a\.txt is damaged"), store_at(path) as db:
        run_record(db)
    with store_at(path) as db:
        assert db.table("articles").count == 1


def test_two_writers_at_once(path, news):
    other = news.article("b.txt", people=[news.person("Ben Oyelaran")])
    with store_at(path) as first, transaction(first):
        with pytest.raises(InputError, match="is locked by another program"), store_at(path, wait=0.05) as second:
            add_records(second, [other])
        first.execute("UPDATE articles SET title = 'Dam full'")
    with store_at(path) as db:
        assert add_records(db, [other]).new == 1
        assert db.execute("SELECT title FROM articles ORDER BY source").fetchall() == [("Dam full",), (None,)]


def test_full_disk(path, news, dump):
    before = dump(path)
    people = [news.person(f"Ada Obi{number}") for number in range(400)]
    pages = "PRAGMA max_page_count = 1"  # SQLite takes the number that there are for the least
    refused = add_after(path, pages, news.article("b.txt", people=people))
    assert "no room left on the disk; what was reported as added is kept" in refused
    assert dump(path) == before


def test_store_that_must_not_be_written(path, news):
    refused = add_after(path, "PRAGMA query_only = ON", news.article("b.txt"))
    assert "cannot be written; make it and its folder writable" in refused


def test_failure_leaves_nothing_half_done(path, news, dump, monkeypatch):
    before = dump(path)

    def fails(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("newsie.store.deciding.update_events", fails)
    with pytest.raises(KeyboardInterrupt), store_at(path) as db:
        add_records(db, [news.article("b.txt", people=[news.person("Ada Obi")])])
    assert dump(path) == before


def test_file_says_what_it_is(path):
    with store_at(path) as db:
        assert db.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert APPLICATION_ID.to_bytes(4, "big") == b"news"
