"""Compressed files and archives: the documents in them, as they stream, and never more than a limit allows."""

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, BinaryIO, cast
from zipfile import ZipFile, ZipInfo

from newsie.errors import SourceError
from newsie.read.context import ReadContext
from newsie.read.documents.allowance import Allowance
from newsie.read.documents.compressions import Compression, compression_of
from newsie.read.documents.file_types import PassedOver, SavedPages, page_part_of, type_of
from newsie.read.documents.payload import DAMAGE, Payload
from newsie.read.names import printable

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


ZIP = (b"PK\x03\x04", b"PK\x05\x06")
"""How a zip archive begins, and one that is empty."""


def is_packed(payload: Payload) -> bool:
    """Whether a document is compressed, or an archive and no document that is packed as one (Word)."""
    return compression_of(payload.opening()) is not None or _is_archive(payload)


def _is_archive(payload: Payload) -> bool:
    return payload.opening().startswith(ZIP) and type_of(payload.opening()) is None


def unpacked(payload: Payload, context: ReadContext, depth: int = 0) -> Iterator[Payload]:
    """Yield the documents in a payload, itself if it is neither compressed nor an archive.

    Each has to be read before the next is asked for. What can't be unpacked goes to the context's `on_error`, and the
    rest is yielded. Raises SourceError if nothing can.
    """
    compression = compression_of(payload.opening())
    if compression is None and not _is_archive(payload):
        yield payload
        return
    if depth >= context.limits.archive_depth:
        raise payload.error(
            f"archives in archives, more than {depth} deep",
            f"unpack it, or raise the limit with --limit archive-depth={2 * depth}",
        )
    if compression:
        yield from unpacked(_decompressed(payload, compression), context, depth + 1)
        return
    yield from _unpacked_members(payload, context, depth)


def _unpacked_members(payload: Payload, context: ReadContext, depth: int) -> Iterator[Payload]:
    passed_over = PassedOver()
    for member in _members(payload, context, depth, passed_over):
        try:
            if part := page_part_of(member):
                passed_over.add(part)
            else:
                yield from unpacked(member, context, depth + 1)
        except SourceError as error:
            context.on_error(error)
    if warning := passed_over.warning(payload.label):
        context.on_warning(warning)


def _decompressed(payload: Payload, compression: Compression) -> Payload:
    packed = _Counted(payload.stream)
    return Payload(
        payload.name, compression.opened(packed), payload.limits, lambda: packed.count, allowance=payload.allowance
    )


class _Counted(io.RawIOBase):
    """A stream that counts the bytes read from it."""

    def __init__(self, stream: BinaryIO):
        self.count = 0
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        chunk = self._stream.read(len(view))
        view[: len(chunk)] = chunk
        self.count += len(chunk)
        return len(chunk)


def _members(payload: Payload, context: ReadContext, depth: int, passed_over: PassedOver) -> Iterator[Payload]:
    """The files of a zip archive, in the order of their names, without hidden ones and parts of saved pages.

    Raises SourceError for none, and for too many.
    """
    with _archive(payload, depth) as archive:
        files = _files_in(archive, payload, context.limits.archive_members)
        pages = SavedPages(file.filename for file in files)
        allowance = payload.allowance or Allowance(payload.label, context.limits.archive_bytes)
        for file in files:
            if any(map(_is_hidden, file.filename.split("/"))):
                continue
            if folder := pages.folder_in(file.filename):
                passed_over.add_page_folder(folder)
            else:
                yield from _member(payload, archive, file, context, allowance)
            if allowance.is_spent:
                return


def _files_in(archive: ZipFile, payload: Payload, most: int) -> list[ZipInfo]:
    files = sorted((file for file in archive.infolist() if not file.is_dir()), key=lambda file: file.filename)
    if not files:
        raise payload.error("an archive without files", "leave it out, or pack it again")
    if len(files) > most:
        advice = f"unpack it, or raise the limit with --limit archive-members={len(files)}"
        raise payload.error(f"an archive of {len(files):,} files, more than {most:,}", advice)
    if _overlap(archive.infolist()):
        raise payload.error("an archive whose files overlap, as those of a bomb", "unpack it yourself if you trust it")
    return files


def _overlap(files: Sequence[ZipInfo]) -> bool:
    """Whether two files of an archive share data: each unpacks to what it may, all together to a thousand times it."""
    in_order = sorted(files, key=lambda file: file.header_offset)
    return any(one.header_offset + one.compress_size > other.header_offset for one, other in pairwise(in_order))


def _is_hidden(name: str) -> bool:
    return name == "__MACOSX" or (name.startswith(".") and name.strip(".") != "")


def _archive(payload: Payload, depth: int) -> ZipFile:
    """The archive, read in place if it is a file, else in memory: searching what is packed unpacks it again and again.

    Raises SourceError if it is none.
    """
    try:
        return ZipFile(payload.raw if depth == 0 and payload.raw.seekable() else io.BytesIO(payload.whole()))
    except DAMAGE as error:
        raise payload.error("a zip archive that is damaged or cut short", "copy or download it again") from error


def _member(
    payload: Payload, archive: ZipFile, file: ZipInfo, context: ReadContext, allowance: Allowance
) -> Iterator[Payload]:
    """The file as a payload; an error instead if it can't be opened."""
    name = f"{payload.name}#{file.filename}"
    try:
        with archive.open(file) as stream:
            data = cast(BinaryIO, stream)
            yield Payload(name, data, payload.limits, lambda: file.compress_size, allowance=allowance)
    except DAMAGE:
        context.on_error(SourceError(printable(name), "damaged or packed in an unknown way", "unpack it yourself"))
    except RuntimeError:  # not the NotImplementedError above, which is one
        advice = "unpack the archive with its password first"
        context.on_error(SourceError(printable(name), "encrypted", advice))
