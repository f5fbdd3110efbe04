"""A document's text as it streams, for formats whose parts are read one by one."""

import io
import re
from collections.abc import Iterator
from typing import TextIO

from newsie.read.documents.decode import STRAY_BYTES, encoding_of, with_line_feeds
from newsie.read.documents.payload import Payload

CHUNK = 2**20


def text_of(payload: Payload) -> TextIO:
    """Return the text of a document as a stream, its line ends as they are."""
    encoding = encoding_of(payload.opening())
    return io.TextIOWrapper(payload.stream, encoding, errors=STRAY_BYTES, newline="")


def lines_of(stream: TextIO, most: int) -> Iterator[str]:
    """Yield the lines of a stream with their ends; of one with more than `most` characters, the first `most` + 1."""
    while line := stream.readline(most + 1):
        if len(line) > most and not line.endswith(("\n", "\r")):
            _skip_line(stream)
        yield line


def _skip_line(stream: TextIO) -> None:
    while (rest := stream.readline(CHUNK)) and not rest.endswith(("\n", "\r")):
        continue


def storable(text: str) -> str:
    """Return `text` with line feeds for line ends, and U+FFFD for what no file can hold: NUL and half characters."""
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", with_line_feeds(text))
