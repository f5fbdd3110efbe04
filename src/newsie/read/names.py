"""Names of files and articles as they are written and as they are shown."""

import re
from pathlib import Path
from typing import TypeGuard
from urllib.parse import urlsplit

STANDARD_INPUT = "-"

PLACE = re.compile(r"#(?:[a-z]+-)?\d+")
"""Where an article stands among several: "#3", "#record-17"; a file in an archive has a name of its own."""


def document_of(source: str) -> str | None:
    """Return the document of which the article at `source` is one of several, or None if it is one for itself."""
    document, mark, place = source.rpartition("#")
    return document if PLACE.fullmatch(mark + place) else None


def is_of_an_article(url: str | None) -> TypeGuard[str]:
    """Whether a URL leads to one article rather than to a site: several of an export may have that of a front page."""
    if not url:
        return False
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return parts.scheme not in ("http", "https") or parts.path not in ("", "/") or bool(parts.query or parts.fragment)


def label_of(name: str) -> str:
    """What a source is called in a message."""
    return "standard input" if name == STANDARD_INPUT else printable(name)


def as_written(path: Path) -> str:
    """A path with forward slashes; bytes in it that are not UTF-8 are written as escapes."""
    return path.as_posix().encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")


def printable(name: str) -> str:
    """A name on one line that a terminal shows as it is: control characters and line ends become escapes."""
    return "".join(letter if letter.isprintable() else letter.encode("unicode_escape").decode() for letter in name)
