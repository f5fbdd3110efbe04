"""What newsie has written, told by how it begins: it is no article."""

import re
from pathlib import Path

STORE_MARK = b"news"
"""The application id at offset 68 of a store (https://sqlite.org/fileformat.html, "The Database Header")."""

_RECORDS = re.compile(rb'\s*\{\s*"schema":\s*"newsie/')
_STORE = re.compile(rb"SQLite format 3\0.{52}" + STORE_MARK, re.DOTALL)
_LONGEST = 100
_BESIDE_STORES = ("-wal", "-shm", "-journal")


def is_own_output(opening: bytes) -> bool:
    """Whether a file that begins so is JSON or JSON Lines of newsie, or a store."""
    return _RECORDS.match(opening) is not None or _STORE.match(opening) is not None


def is_own_file(path: Path) -> bool:
    """Whether newsie has written the file. Raises OSError if it can't be read."""
    with path.open("rb") as file:
        return is_own_output(file.read(_LONGEST))


def is_beside_store(path: Path) -> bool:
    """Whether the file is one that SQLite keeps beside an open store (https://sqlite.org/wal.html)."""
    for ending in _BESIDE_STORES:
        store = path.with_name(path.name.removesuffix(ending))
        if path.name.endswith(ending) and store.is_file():
            return is_own_file(store)
    return False
