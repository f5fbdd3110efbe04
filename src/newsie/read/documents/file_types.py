"""Files that newsie knows and does not read, told by content or name: pictures, Word, what a page needs."""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cached_property
from itertools import islice

from pydantic import field_validator

from newsie.read.documents.payload import Payload
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

PAGE = re.compile(r"\.x?html?$", re.IGNORECASE)
MOST_FOLDERS = 20
"""In so many folders within each other, that of a page is looked for."""


class FileType(RuleModel):
    """A kind of file: `name` with its article, how it begins, ends of names, and what to do to have it read."""

    name: str
    plural: str
    begins: re.Pattern[str] | None = None
    suffixes: tuple[str, ...] = ()
    page_part: bool = False
    advice: str
    example: str
    near_miss: str

    @field_validator("begins", mode="before")
    @classmethod
    def _of_any_bytes(cls, pattern: object) -> object:
        return f"(?s){pattern}"


class FileTypes(RuleModel):
    """The schema of `rules/file_types.toml`."""

    page_folders: tuple[str, ...]
    file: tuple[FileType, ...]

    @cached_property
    def page_folder(self) -> re.Pattern[str]:
        """The end of the name of a folder that belongs to a page, and what parts it from a name in it."""
        return re.compile(f"(?:{'|'.join(map(re.escape, self.page_folders))})/", re.IGNORECASE)

    @cached_property
    def by_suffix(self) -> dict[str, FileType]:
        """The types that a name tells."""
        return {suffix: kind for kind in self.file for suffix in kind.suffixes}


def file_types() -> FileTypes:
    """What `rules/file_types.toml` says."""
    return load_rules("file_types", FileTypes)


def type_of(opening: bytes) -> FileType | None:
    """Return the type of a file that begins so, or None if it is none of these."""
    text = opening.decode("latin-1")
    return next((kind for kind in file_types().file if kind.begins and kind.begins.match(text)), None)


def page_part_of(payload: Payload) -> FileType | None:
    """Return the type of a file that belongs to a saved page and holds no article, or None for any other file."""
    kind = type_of(payload.opening()) or file_types().by_suffix.get(payload.suffix)
    return kind if kind and kind.page_part else None


class SavedPages:
    """The web pages among some files, whose names are given with "/" between folders."""

    def __init__(self, names: Iterable[str]):
        pages = [name for name in names if PAGE.search(name)]
        self._names = frozenset(pages).union(PAGE.sub("", page) for page in pages)

    def folder_in(self, path: str) -> str | None:
        """Return the outermost folder in a path that a browser has made for one of the pages, or None.

        It stands beside the page and has its name, with or without ".html": all in it is part of the page.
        """
        marks = islice(file_types().page_folder.finditer(path), MOST_FOLDERS) if self._names else ()
        return next((path[: mark.end() - 1] for mark in marks if path[: mark.start()] in self._names), None)


class PassedOver:
    """Counts what is passed over in a folder or archive."""

    def __init__(self) -> None:
        self._counts: Counter[FileType] = Counter()
        self._page_folders: set[str] = set()

    def add_page_folder(self, folder: str) -> None:
        """Count the folder of a saved page, once however often it is named."""
        self._page_folders.add(folder)

    def add(self, kind: FileType) -> None:
        """Count one file of a kind."""
        self._counts[kind] += 1

    def warning(self, label: str) -> str | None:
        """Return "news.zip: 12 pictures, 1 script passed over", or None if nothing was."""
        counted = [
            f"{n} {kind.plural}" if n > 1 else f"1 {kind.name.split(' ', 1)[1]}" for kind, n in self._counts.items()
        ]
        if folders := len(self._page_folders):
            counted.append(f"{folders} folders of saved pages" if folders > 1 else "1 folder of a saved page")
        what = ", ".join(counted)
        return f"{label}: {what} passed over" if what else None
