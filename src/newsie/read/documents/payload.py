"""The bytes of one document, wherever they come from, never more of them in memory than a limit allows."""

import io
import os
import struct
import zlib
from collections.abc import Callable
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO
from zipfile import BadZipFile

from newsie.errors import SourceError
from newsie.read.documents.allowance import Allowance
from newsie.read.documents.compressions import COMPRESSED_SUFFIXES
from newsie.read.names import label_of
from newsie.read.settings import Limits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

OPENING_BYTES = 64 * 1024
"""What is looked at to tell a document's format."""

SLACK = 10 * 2**20
"""Data may unpack to this many bytes whatever their ratio: short texts of one kind pack very well."""


DAMAGE = (OSError, EOFError, ValueError, NotImplementedError, struct.error, zlib.error, LZMAError, BadZipFile)
"""What streams raise where their data are no good."""


class Payload:
    """One document: a file, standard input, or what an archive has under one name.

    `name` is its path as the user would write it, with its place in an archive behind "#"; `stream` gives its bytes
    once, and raises SourceError where they are damaged. `raw` is the stream that it was made of. Of what is being
    unpacked, `packed_bytes` says how many packed bytes were read for it so far, or have to be for all. `at_end` is
    called after the last byte, and raises SourceError if they are no good as a whole. `count` says how many were read;
    `charset` is the encoding that a server said its text is in. `allowance` is what it shares with the other files of
    its archive.
    """

    def __init__(
        self,
        name: str,
        raw: BinaryIO,
        limits: Limits,
        packed_bytes: Callable[[], int] | None = None,
        at_end: Callable[[], None] = lambda: None,
        charset: str | None = None,
        allowance: Allowance | None = None,
    ):
        self.name = name
        self.raw = raw
        self.charset = charset
        self.limits = limits
        self.at_end = at_end
        self.allowance = allowance
        self.count = 0
        self._guarded = _Guarded(self, packed_bytes)
        self.stream = io.BufferedReader(self._guarded, OPENING_BYTES)

    @property
    def label(self) -> str:
        """The name on one line, for messages, with escapes for what does not print."""
        return label_of(self.name)

    @property
    def suffix(self) -> str:
        """The end of the file's name in lower case, ".html", without that of a compressed form."""
        path = PurePosixPath(self.name.rpartition("#")[2].lower())
        return path.with_suffix("").suffix if path.suffix in COMPRESSED_SUFFIXES else path.suffix

    @property
    def size(self) -> int | None:
        """How many bytes it has, or None if nobody knows before they are read: of a pipe, and of what is packed."""
        try:
            return os.fstat(self.raw.fileno()).st_size or None
        except OSError:  # no file of the system's
            return None

    def opening(self) -> bytes:
        """Return the first bytes, which stay to be read."""
        return self.stream.peek(OPENING_BYTES)

    def whole(self, most: int | None = None) -> bytes:
        """Return all bytes. Raises SourceError if there are more than `most`, by default the limit of a document."""
        limit = self.limits.document_bytes if most is None else most
        data = self.stream.read(limit + 1)
        if len(data) > limit:
            raise self.error(
                f"more than {limit:,} bytes, too long for one document",
                f"split it, or raise the limit with --limit document-bytes={10 * limit}",
            )
        return data

    def resume(self) -> bool:
        """Go on behind damage, at the next member of a gzip file; whether there is one."""
        return self._guarded.resume()

    def check_expansion(self, unpacked: int, packed: int, slack: int) -> None:
        """Raise SourceError if so many bytes are too many to come from so many packed ones; up to `slack` any may."""
        limit = self.limits.expansion
        if unpacked > max(slack, limit * packed):
            cause = f"unpacks to more than {limit} times its size, as a bomb does"
            raise self.error(cause, f"if you trust it, unpack it or give --limit expansion={10 * limit}")

    def error(self, cause: str, advice: str) -> SourceError:
        """Return the error that says what is wrong with this document, and what to do."""
        return SourceError(self.label, cause, advice)


class _Guarded(io.RawIOBase):
    """The bytes of a payload, whose failures are SourceErrors; what comes before the damage is given first."""

    def __init__(self, payload: Payload, packed_bytes: Callable[[], int] | None):
        self._payload = payload
        self._packed_bytes = packed_bytes
        # One read of what is below at a time, where it can: of several, those before damage would be lost.
        self._read = getattr(payload.raw, "read1", payload.raw.read)
        self._failure: SourceError | None = None
        self._is_damaged = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        filled = 0
        while filled < len(view) and (chunk := self._chunk(len(view) - filled)):
            view[filled : filled + len(chunk)] = chunk
            filled += len(chunk)
        if not filled and self._failure:
            raise self._failure
        return filled

    def resume(self) -> bool:
        """Go on behind damage, if the stream can."""
        skip_damage = getattr(self._payload.raw, "skip_damage", None)
        if skip_damage is None or not self._is_damaged or not skip_damage():
            return False
        self._failure, self._is_damaged = None, False
        return True

    def _chunk(self, size: int) -> bytes:
        if self._failure:
            return b""
        try:
            chunk = self._read(size)
            self._count(len(chunk))
            if not chunk:
                self._payload.at_end()
        except SourceError as error:
            self._failure = error
        except DAMAGE as error:
            self._is_damaged = True
            cause = f"damaged or cut short ({_reason(error)})"
            self._failure = self._payload.error(cause, "copy or download it again")
        else:
            return chunk
        return b""

    def _count(self, read: int) -> None:
        self._payload.count += read
        if self._payload.allowance:
            self._payload.allowance.spend(read)
        if self._packed_bytes is not None:
            self._payload.check_expansion(self._payload.count, self._packed_bytes(), SLACK)


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
