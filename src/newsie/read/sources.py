"""From the paths that a user names to the files that hold articles, in an order that is the same everywhere."""

import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from newsie.errors import InputError
from newsie.read.decode import looks_binary

STANDARD_INPUT = "-"
ARTICLE_SUFFIXES = ("", ".txt", ".text", ".md")
SNIFFED_BYTES = 8192

OnError = Callable[[InputError], None]
OnWarning = Callable[[str], None]


@dataclass(frozen=True)
class Source:
    """A file that holds an article, or standard input (`path` is None).

    `name` is the path as the user would write it, `size` the number of bytes, where it is known.
    """

    name: str
    path: Path | None = None
    size: int | None = None

    @property
    def label(self) -> str:
        """The name on one line, for messages, with escapes for what does not print."""
        return printable(self.name) if self.path else "standard input"

    def read(self, limit: int) -> bytes:
        """Return the first `limit` bytes. Raises InputError if the file cannot be read."""
        try:
            if self.path is None:
                return _standard_input().read(limit)
            with self.path.open("rb") as file:
                return file.read(limit)
        except OSError as error:
            raise unreadable(self.label, error) from error


class SourceFinder:
    """Finds the files behind paths, each file once, and reports what cannot be one."""

    def __init__(self, on_error: OnError, on_warning: OnWarning):
        self._errors = 0
        self._handle_error = on_error
        self._on_warning = on_warning
        self._seen: set[tuple[int, int] | str] = set()

    def find(self, paths: Iterable[str | Path]) -> Iterator[Source]:
        """Yield the sources at `paths` in their order; those in a folder sorted by path, its subfolders included."""
        for path in paths:
            if path == STANDARD_INPUT:
                if self._is_new(STANDARD_INPUT):
                    yield Source(STANDARD_INPUT)
            elif path == "":
                self._on_error(InputError("'': an empty path; name a file or folder"))
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
            suffixes = ", ".join(f"*{suffix}" for suffix in ARTICLE_SUFFIXES[1:])
            advice = f"newsie reads {suffixes} and names without a suffix there, so name other files themselves"
            self._on_error(InputError(f"{printable(as_written(folder))}: no articles in this folder; {advice}"))

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
        if path.suffix.lower() in ARTICLE_SUFFIXES or not stat.S_ISREG(status.st_mode):
            return True
        source = Source(as_written(path), path)
        try:
            binary = looks_binary(source.read(SNIFFED_BYTES))
        except InputError as error:
            self._on_error(error)
            return False
        if binary:
            self._on_error(InputError(f"{source.label}: binary, not text; take it out of the folder"))
        else:
            self._on_warning(f"{source.label}: skipped; name it itself to read it as text")
        return False

    def _file(self, path: Path, status: os.stat_result) -> Iterator[Source]:
        source = Source(as_written(path), path, status.st_size)
        if not stat.S_ISREG(status.st_mode):
            cause = f"{source.label}: a pipe, socket or device, not a file"
            self._on_error(InputError(f"{cause}; send its text to standard input and name '-'"))
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
            self._on_error(InputError(f"{label}: no path has a null character; check the name"))
        return None

    def _on_error(self, error: InputError) -> None:
        self._errors += 1
        self._handle_error(error)

    def _is_new(self, identity: tuple[int, int] | str) -> bool:
        """Whether a file or folder is reached for the first time; by any later path it is the same."""
        is_new = identity not in self._seen
        self._seen.add(identity)
        return is_new


def unreadable(label: str, error: OSError) -> InputError:
    """The error to report when the system refuses to give `label`."""
    if isinstance(error, FileNotFoundError):
        return InputError(f"{label}: no such file or folder; check the path")
    if isinstance(error, PermissionError):
        return InputError(f"{label}: permission denied; make it readable (chmod u+r) or run as its owner")
    return InputError(f"{label}: cannot be read ({error.strerror}); check the path and the disk")


def as_written(path: Path) -> str:
    """A path with forward slashes; bytes in it that are not UTF-8 are written as escapes."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def printable(name: str) -> str:
    """A name on one line that a terminal shows as it is: control characters and line ends become escapes."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in name)


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _standard_input() -> BinaryIO:
    if sys.stdin is None:  # the program was started with it closed
        raise InputError("standard input: closed; send a text to it, or name a file")
    return sys.stdin.buffer
