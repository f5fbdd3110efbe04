"""Gzip and Zstandard as they stream: little at a time, what is before damage first, and the damage as an OSError."""

import io
import zlib
from abc import abstractmethod
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    import zstandard
    from _typeshed import WriteableBuffer

GZIP = b"\x1f\x8b"
"""How each member of a gzip file begins (RFC 1952)."""

DEFLATED = GZIP + b"\x08"
"""How it goes on: with the only way to compress that there is."""

GZIP_WINDOW = zlib.MAX_WBITS + 16
"""Tells zlib that there are headers of gzip."""

UNPACKED_BYTES = 256 * 1024

ZSTD = b"\x28\xb5\x2f\xfd"
"""How each frame of a Zstandard file begins (RFC 8878)."""

ZSTD_PACKED_BYTES = 1024
"""What is unpacked at a time: four bytes can become 128 KiB (a block that repeats one), so this becomes 32 MiB."""


class _Unpacked(io.RawIOBase):
    """What a packed stream holds. Reading raises EOFError if it is cut short, OSError for damage."""

    def __init__(self, stream: BinaryIO):
        self._stream = stream
        self._unpacked = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        while not self._unpacked and (piece := self._next_piece()) is not None:
            self._unpacked = memoryview(piece)
        count = min(len(view), len(self._unpacked))
        view[:count], self._unpacked = self._unpacked[:count], self._unpacked[count:]
        return count

    @abstractmethod
    def _next_piece(self) -> bytes | None:
        """Unpack the next piece, which may be empty; None at the end."""


class GzipStream(_Unpacked):
    """What the members of a gzip file hold. Behind a damaged one, `skip_damage` finds the next."""

    def __init__(self, stream: BinaryIO):
        super().__init__(stream)
        self._member = zlib.decompressobj(GZIP_WINDOW)
        self._packed = b""
        self._in_member = False

    def _next_piece(self) -> bytes | None:
        self._packed = self._packed or self._stream.read(UNPACKED_BYTES)
        if not self._in_member:
            self._packed = self._packed.lstrip(b"\0")  # padding, as tapes and some writers have it
        if not self._packed:
            return self._end()
        self._in_member = True
        try:
            piece = self._member.decompress(self._packed, UNPACKED_BYTES)
        except zlib.error as error:
            raise OSError(f"gzip, {error}") from error
        self._packed = self._member.unused_data or self._member.unconsumed_tail
        if self._member.eof:
            self._member, self._in_member = zlib.decompressobj(GZIP_WINDOW), False
        return piece

    def _end(self) -> bytes | None:
        if self._in_member:
            raise EOFError("it ends before its end mark")
        return None

    def skip_damage(self) -> bool:
        """Go to the next member; whether there is one."""
        data = self._packed[1:]
        while (place := data.find(DEFLATED)) < 0:
            more = self._stream.read(UNPACKED_BYTES)
            if not more:
                return False
            data = data[1 - len(DEFLATED) :] + more
        self._packed, self._in_member = data[place:], False
        self._member = zlib.decompressobj(GZIP_WINDOW)
        return True


class ZstdStream(_Unpacked):
    """What the frames of a Zstandard file hold. The library's own stream takes data that are cut short for whole."""

    def __init__(self, stream: BinaryIO):
        super().__init__(stream)
        self._frame = _zstd_frame()
        self._packed = b""
        self._in_frame = False

    def _next_piece(self) -> bytes | None:
        import zstandard

        self._packed = self._packed or self._stream.read(ZSTD_PACKED_BYTES)
        if not self._packed:
            if self._in_frame:
                raise EOFError("it ends before its end mark")
            return None
        try:
            piece = self._frame.decompress(self._packed)
        except zstandard.ZstdError as error:
            raise OSError(str(error)) from error
        self._packed, self._in_frame = self._frame.unused_data, not self._frame.eof
        if self._frame.eof:
            self._frame = _zstd_frame()
        return piece


def _zstd_frame() -> "zstandard.ZstdDecompressionObj":
    import zstandard

    return zstandard.ZstdDecompressor().decompressobj()
