"""From the paths that a user names to the files that hold articles, in an order that is the same everywhere."""

import errno
import io
import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, NamedTuple

from newsie.errors import SourceError
from newsie.own_output import is_beside_store, is_own_output
from newsie.read.context import ReadContext, ReadOptions
from newsie.read.documents.fetch import fetched, is_url
from newsie.read.documents.file_types import PassedOver, SavedPages, page_part_of
from newsie.read.documents.payload import Payload
from newsie.read.documents.unpacking import is_packed
from newsie.read.formats import text
from newsie.read.formats.registry import SUFFIXES, format_of
from newsie.read.names import STANDARD_INPUT, as_written, printable


class Source(NamedTuple):
    """A file, a web address, or standard input (`path` is None). `name` is what the user would write."""

    name: str
    path: Path | None = None

    @contextmanager
    def opened(self, options: ReadOptions) -> Iterator[Payload]:
        """Open it to be read. Raises SourceError if it can't be."""
        limits = options.limits
        if is_url(self.name) and self.path is None:
            answer = fetched(self.name, options)
            yield Payload(self.name, io.BytesIO(answer.data), limits, charset=answer.charset)
            return
        if self.path is None:
            if sys.stdin is None:  # the program was started with it closed
                raise SourceError("standard input", "closed", "send a text to it, or name a file")
            yield Payload(self.name, sys.stdin.buffer, limits)
            return
        try:
            file = self.path.open("rb")
        except OSError as error:
            raise unreadable(printable(self.name), error) from error
        with file:
            before = _state(file)
            yield Payload(self.name, file, limits, at_end=lambda: self._check_unchanged(file, before))

    def _check_unchanged(self, file: BinaryIO, before: tuple[int, int]) -> None:
        if _state(file) != before:
            raise SourceError(printable(self.name), "changed while it was read", "run it again when it is complete")


class SourceFinder:
    """Finds the files behind paths, each file once, and reports what cannot be one."""

    def __init__(self, context: ReadContext):
        self._errors = 0
        self._context = context
        self._seen: set[tuple[int, int] | str] = set(map(_identity_of, context.options.left_out))

    def find(self, paths: Iterable[str | Path]) -> Iterator[Source]:
        """Yield the sources at `paths` in their order; those in a folder sorted by path, its subfolders included."""
        for path in paths:
            if path == STANDARD_INPUT or is_url(path):
                if self._is_new(str(path)):
                    yield Source(str(path))
            elif path == "":
                self._on_error(SourceError("''", "an empty path", "name a file or folder"))
            else:
                yield from self._named(path)

    def _named(self, path: str | Path) -> Iterator[Source]:
        """The sources at a path that the user named: a file whatever its name, or what a folder holds."""
        status = self._status(path)
        if status is None:
            return
        if not stat.S_ISDIR(status.st_mode):
            yield from self._file(Path(path), status)
        elif self._is_new(_identity(status)):
            yield from self._named_folder(Path(path))

    def _named_folder(self, folder: Path) -> Iterator[Source]:
        has_articles, errors = False, self._errors
        passed_over = PassedOver()
        for path, status in self._files_below(folder, passed_over):
            if self._is_article(path, status, passed_over):
                has_articles = True
                yield from self._file(path, status)
        if warning := passed_over.warning(printable(as_written(folder))):
            self._context.on_warning(warning)
        if not has_articles and self._errors == errors:
            advice = "newsie formats lists what newsie reads; name a file itself to read it as text"
            self._on_error(SourceError(printable(as_written(folder)), "no articles in this folder", advice))

    def _files_below(self, folder: Path, passed_over: PassedOver) -> Iterator[tuple[Path, os.stat_result]]:
        """What a folder and its subfolders hold besides folders, sorted, without what is hidden; loops end."""
        names = self._names_in(folder)
        pages = SavedPages(names)
        for name in names:
            status = self._status(folder / name)
            if status is None:
                continue
            if not stat.S_ISDIR(status.st_mode):
                yield folder / name, status
            elif pages.folder_in(f"{name}/"):
                passed_over.add_page_folder(str(folder / name))
            elif self._is_new(_identity(status)):
                yield from self._files_below(folder / name, passed_over)

    def _names_in(self, folder: Path) -> list[str]:
        try:
            return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            self._on_error(unreadable(printable(as_written(folder)), error))
            return []

    def _is_article(self, path: Path, status: os.stat_result, passed_over: PassedOver) -> bool:
        """Whether a file in a folder is to be read; says so if it is not, and why."""
        if not stat.S_ISREG(status.st_mode):
            return True
        source = Source(as_written(path), path)
        try:
            with source.opened(self._context.options) as payload:
                return not is_beside_store(path) and self._holds_articles(payload, passed_over)
        except SourceError as error:
            self._on_error(error)
            return False

    def _holds_articles(self, payload: Payload, passed_over: PassedOver) -> bool:
        if is_own_output(payload.opening()):
            return False
        if part := page_part_of(payload):
            passed_over.add(part)
            return False
        if is_packed(payload) or not payload.opening():
            return True
        if format_of(payload) is text.FORMAT and payload.suffix not in SUFFIXES:
            self._context.on_warning(f"{payload.label}: skipped; name it itself to read it as text")
            return False
        return True

    def _file(self, path: Path, status: os.stat_result) -> Iterator[Source]:
        source = Source(as_written(path), path)
        if not stat.S_ISREG(status.st_mode):
            advice = "send its text to standard input and name '-'"
            self._on_error(SourceError(printable(source.name), "a pipe, socket or device, not a file", advice))
        elif self._is_new(_identity(status)):
            yield source

    def _status(self, path: str | Path) -> os.stat_result | None:
        """What the system knows of a path, or None after reporting that there is nothing to know."""
        label = printable(as_written(Path(path)))
        try:
            return Path(path).stat()
        except OSError as error:
            self._on_error(unreadable(label, error))
        except ValueError:
            self._on_error(SourceError(label, "no path has a null character", "check the name"))
        return None

    def _on_error(self, error: SourceError) -> None:
        self._errors += 1
        self._context.on_error(error)

    def _is_new(self, identity: tuple[int, int] | str) -> bool:
        """Whether a file or folder is reached for the first time; by any later path it is the same."""
        is_new = identity not in self._seen
        self._seen.add(identity)
        return is_new


def unreadable(label: str, error: OSError) -> SourceError:
    """The error to report when the system refuses to give `label`."""
    if error.errno == errno.ELOOP:
        return SourceError(label, "a link that leads back to itself", "remove it, or let it lead to a file")
    if error.errno == errno.ENAMETOOLONG:
        return SourceError(label, "a name too long for this system", "check the path")
    if isinstance(error, FileNotFoundError):
        return SourceError(label, "no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return SourceError(label, "permission denied", "make it readable (chmod u+r) or run as its owner")
    return SourceError(label, f"cannot be read ({error.strerror})", "check the path and the disk")


def _state(file: BinaryIO) -> tuple[int, int]:
    status = os.fstat(file.fileno())
    return status.st_size, status.st_mtime_ns


def _identity_of(file: Path) -> tuple[int, int]:
    return _identity(file.stat())


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino
