"""The tables of a store, and what tells a store from another file of SQLite."""

from importlib.resources import files
from pathlib import Path

from sqlite_utils import Database

from newsie.errors import InputError
from newsie.own_output import STORE_MARK
from newsie.records import SCHEMA

STORE_VERSION = 3
"""The version of `schema.sql`; a change that an older newsie cannot read raises it."""

APPLICATION_ID = int.from_bytes(STORE_MARK)
"""What SQLite's header says the file is for (https://sqlite.org/pragma.html#pragma_application_id)."""

SEARCHED = {"articles": "title", "reports": "sentence", "names": "name"}
"""The column of each table that full-text search finds."""

FRESH_SEARCH = "search_index"
"""The key in `meta` that says whether the search index is "rebuilt" or still "grown" by single rows."""


def is_empty(db: Database) -> bool:
    """Whether the file holds nothing at all yet."""
    return not db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()


def create_schema(db: Database) -> None:
    """Make the tables of a store, within the transaction of the caller."""
    db.executescript(files("newsie.store").joinpath("schema.sql").read_text("utf-8"))
    for table, column in SEARCHED.items():
        db.table(table).enable_fts([column], tokenize="unicode61 remove_diacritics 2", create_triggers=True)
    meta = {"schema": SCHEMA, "store_version": str(STORE_VERSION), FRESH_SEARCH: "rebuilt"}
    db.table("meta").insert_all({"key": key, "value": value} for key, value in meta.items())
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute(f"PRAGMA user_version = {STORE_VERSION}")


def store_version(db: Database) -> int:
    """Return the version of a store; what only reads makes no difference between this and former ones."""
    return _pragma(db, "user_version")


def check_schema(db: Database, path: Path) -> None:
    """Raise InputError if the file is no store of newsie, or one that this newsie does not know."""
    if _pragma(db, "application_id") != APPLICATION_ID:
        raise InputError(f"{path}: a file of SQLite, but no store of newsie; name another file")
    version = store_version(db)
    if version > STORE_VERSION:
        known = f"this newsie knows version {STORE_VERSION}"
        raise InputError(f"{path}: a store of version {version}, and {known}; update it: pip install -U newsie")


def rebuild_search(db: Database) -> None:
    """Build the search index anew if rows have changed: grown row by row, its inner tables tell in which order."""
    row = db.execute("SELECT value FROM meta WHERE key = ?", [FRESH_SEARCH]).fetchone()
    if row == ("rebuilt",):
        return
    for table in SEARCHED:
        db.table(table).rebuild_fts()
    _note_search(db, "rebuilt")


def search_has_grown(db: Database) -> None:
    """Note, within a transaction that changes rows, that the index is to be built anew."""
    _note_search(db, "grown")


def _note_search(db: Database, state: str) -> None:
    db.execute("UPDATE meta SET value = ? WHERE key = ?", [state, FRESH_SEARCH])


def _pragma(db: Database, name: str) -> int:
    return int(db.execute(f"PRAGMA {name}").fetchone()[0])
