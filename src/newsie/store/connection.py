"""Open a store, and say in one line what is wrong with it if that cannot be done."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlite_utils import Database

from newsie.errors import InputError
from newsie.store.schema import STORE_VERSION, check_schema, create_schema, is_empty, store_version

_MAGIC = b"SQLite format 3\0"

WAIT_SECONDS = 30.0
"""So long does a command wait for another one that is writing to the store."""

CACHE_KIBIBYTES = 200_000
"""So much of a store is kept in memory at most: its keys are numbers without order, and new ones go everywhere."""


@contextmanager
def store_at(path: Path, *, create: bool = False, wait: float = WAIT_SECONDS) -> Iterator[Database]:
    """Open the store at `path`, which is made if it isn't there and `create` says so, and close it afterwards.

    Raises InputError if there is none or it can't be used; also if SQLite fails within the block.
    """
    _check_path(path, create=create)
    with _plain_errors(path):
        connection = sqlite3.connect(_address(path), uri=True, timeout=wait, isolation_level=None)
        try:
            db = Database(connection)
            _prepare(db, path, create=create)
            yield db
        finally:
            connection.close()


@contextmanager
def store_in_memory() -> Iterator[Database]:
    """Open a store that is gone when the block ends."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    try:
        db = Database(connection)
        create_schema(db)
        yield db
    finally:
        connection.close()


def is_store(path: Path) -> bool:
    """Whether the file is one of SQLite (https://sqlite.org/fileformat.html, "The Database Header")."""
    try:
        with path.open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except OSError:
        return False


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """Let all that is written in the block come about together, or nothing of it; nobody else writes meanwhile."""
    with db.conn:  # which commits, and rolls back whatever ends the block early, an interrupt too
        db.execute("BEGIN IMMEDIATE")
        db.execute("PRAGMA defer_foreign_keys = ON")
        yield


def _address(path: Path) -> str:
    """The URI of the file; in a folder that can't be written to, it is read without SQLite's files beside it."""
    address = path.absolute().as_uri()
    at_rest = path.exists() and not path.with_name(f"{path.name}-wal").exists()
    return f"{address}?immutable=1" if at_rest and not os.access(path.parent, os.W_OK) else address


def _check_path(path: Path, *, create: bool) -> None:
    if path.is_dir():
        raise InputError(f"{path}: is a folder, not a store; name a file first, as in: newsie add news.db {path}")
    if path.exists() and not path.is_file():
        raise InputError(f"{path}: is no regular file; name another one for the store")
    if not path.exists() and not create:
        raise InputError(f"{path}: no such store; make it with: newsie add {path} PATH...")
    if not path.parent.is_dir():
        raise InputError(f"{path}: its folder does not exist; make it, or choose another place")


def _prepare(db: Database, path: Path, *, create: bool) -> None:
    db.execute("PRAGMA foreign_keys = ON")
    db.execute(f"PRAGMA cache_size = -{CACHE_KIBIBYTES}")
    if create and is_empty(db):
        db.execute("PRAGMA journal_mode = WAL")
        with transaction(db):
            if is_empty(db):
                create_schema(db)
        db.execute("PRAGMA wal_checkpoint")  # so that the file's own header says what it is
    check_schema(db, path)
    if create and store_version(db) < STORE_VERSION:
        from newsie.store.upgrade import upgrade_store  # needs all that adding does

        with transaction(db):
            upgrade_store(db)


@contextmanager
def _plain_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into an InputError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_ERROR:
            raise  # a mistake in a query is newsie's own
        raise InputError(f"{path}: {_explanation(error)}") from error


def _explanation(error: sqlite3.DatabaseError) -> str:
    code = getattr(error, "sqlite_errorcode", None)
    # The low byte is the kind of failure, the rest its variety (https://sqlite.org/rescode.html).
    kind = None if code is None else code & 0xFF
    return _EXPLANATIONS.get(kind, f"{error}; check the file with: sqlite3 FILE 'PRAGMA integrity_check'")


_DAMAGED = "is damaged; put back a copy, or add the articles to a new store"
_EXPLANATIONS: dict[int | None, str] = {
    sqlite3.SQLITE_BUSY: "is locked by another program that writes to it; run this again when that is done",
    sqlite3.SQLITE_LOCKED: "is locked by another program that writes to it; run this again when that is done",
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check the path, and that its folder can be written to",
    sqlite3.SQLITE_PERM: "permission denied; make it writable (chmod u+w) or run as its owner",
    sqlite3.SQLITE_READONLY: "cannot be written; make it and its folder writable (chmod u+w) or choose another place",
    sqlite3.SQLITE_FULL: "no room left on the disk; what was reported as added is kept, make room and run this again",
    sqlite3.SQLITE_IOERR: "cannot be read or written; check the disk and its room, then run this again",
    sqlite3.SQLITE_NOTADB: "is not a store (not SQLite); the store comes first, as in: newsie add news.db PATH...",
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
}
