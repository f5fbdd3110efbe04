"""The ways in which one file may be compressed: how its data begin, how its name ends, and what unpacks it."""

import bz2
from collections.abc import Callable
from typing import Any, NamedTuple

from newsie.read.documents.packed_streams import GZIP, ZSTD, GzipStream, ZstdStream


class Compression(NamedTuple):
    """One way: `magic` begins the data, `suffix` ends the name, `opened` makes a stream of what a packed one holds."""

    magic: bytes
    suffix: str
    opened: Callable[[Any], Any]


COMPRESSIONS = (
    Compression(GZIP, ".gz", GzipStream),
    Compression(b"BZh", ".bz2", bz2.BZ2File),
    Compression(ZSTD, ".zst", ZstdStream),
)

COMPRESSED_SUFFIXES = tuple(known.suffix for known in COMPRESSIONS)


def compression_of(opening: bytes) -> Compression | None:
    """Return how a file that begins so is compressed, or None if it isn't."""
    return next((known for known in COMPRESSIONS if opening.startswith(known.magic)), None)
