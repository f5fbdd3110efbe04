"""A document's text as it streams, for formats whose parts are read one by one."""

import codecs
import io
import re
from collections.abc import Iterator
from typing import TextIO

from newsie.read.decode import encoding_of
from newsie.read.payload import Payload

CHUNK = 2**20

STRAY_BYTES = "newsie-stray-bytes"
"""How bytes that are no UTF-8 are decoded: as Windows-1252, in which parts of another origin are."""


def _stray_bytes(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)  # it is only given to what decodes
    if error.encoding != "utf-8":
        return "\ufffd", error.end
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error(STRAY_BYTES, _stray_bytes)


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
    return re.sub(r"[\0\ud800-\udfff]", "\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))
