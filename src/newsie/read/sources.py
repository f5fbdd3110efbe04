"""From the paths that a user names to the files that hold articles, in an order that is the same everywhere."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from newsie.errors import SourceError
from newsie.read.context import ReadContext
from newsie.read.formats import text
from newsie.read.formats.registry import SUFFIXES, format_of
from newsie.read.names import STANDARD_INPUT, as_written, printable
from newsie.read.payload import Payload
from newsie.read.settings import Limits
from newsie.read.unpacking import is_packed


class Source(NamedTuple):
    """A file, or standard input (`path` is None). `name` is the path as the user would write it."""

    name: str
    path: Path | None = None

    @contextmanager
    def opened(self, limits: Limits) -> Iterator[Payload]:
        """Open it to be read. Raises SourceError if it can't be."""
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
            yield Payload(self.name, file, limits)


class SourceFinder:
    """Finds the files behind paths, each file once, and reports what cannot be one."""

    def __init__(self, context: ReadContext):
        self._errors = 0
        self._context = context
        self._seen: set[tuple[int, int] | str] = set()

    def find(self, paths: Iterable[str | Path]) -> Iterator[Source]:
        """Yield the sources at `paths` in their order; those in a folder sorted by path, its subfolders included."""
        for path in paths:
            if path == STANDARD_INPUT:
                if self._is_new(STANDARD_INPUT):
                    yield Source(STANDARD_INPUT)
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
        for path, status in self._files_below(folder):
            if self._is_article(path, status):
                has_articles = True
                yield from self._file(path, status)
        if not has_articles and self._errors == errors:
            advice = "newsie formats lists what newsie reads; name a file itself to read it as text"
            self._on_error(SourceError(printable(as_written(folder)), "no articles in this folder", advice))

    def _files_below(self, folder: Path) -> Iterator[tuple[Path, os.stat_result]]:
        """What a folder and its subfolders hold besides folders, sorted, without what is hidden; loops end."""
        for name in self._names_in(folder):
            status = self._status(folder / name)
            if status is None:
                continue
            if not stat.S_ISDIR(status.st_mode):
                yield folder / name, status
            elif self._is_new(_identity(status)):
                yield from self._files_below(folder / name)

    def _names_in(self, folder: Path) -> list[str]:
        try:
            return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))
        except OSError as error:
            self._on_error(unreadable(printable(as_written(folder)), error))
            return []

    def _is_article(self, path: Path, status: os.stat_result) -> bool:
        """Whether a file in a folder is to be read; says so if it is not, and why."""
        if not stat.S_ISREG(status.st_mode):
            return True
        source = Source(as_written(path), path)
        try:
            with source.opened(self._context.limits) as payload:
                return self._holds_articles(payload)
        except SourceError as error:
            self._on_error(error)
            return False

    def _holds_articles(self, payload: Payload) -> bool:
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
    if isinstance(error, FileNotFoundError):
        return SourceError(label, "no such file or folder", "check the path")
    if isinstance(error, PermissionError):
        return SourceError(label, "permission denied", "make it readable (chmod u+r) or run as its owner")
    return SourceError(label, f"cannot be read ({error.strerror})", "check the path and the disk")


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino
