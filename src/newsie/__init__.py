"""newsie reads news and says who met whom, when, where, and who says so.

    >>> import newsie
    >>> run = newsie.extract(["seeds/"])
    >>> [meeting.date.text for meeting in run.meetings if meeting.date]

`extract` returns records (see `newsie.records`); `load` returns the spaCy pipeline behind it.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsie.api import extract, load
    from newsie.errors import InputError, ModelError, NewsieError, RulesError
    from newsie.records import Agreement, Article, ArticleRecord, Meeting, Organization, Person, Place, RunRecord

_HOMES = {
    "newsie.api": ("extract", "load"),
    "newsie.errors": ("InputError", "ModelError", "NewsieError", "RulesError"),
    "newsie.records": (
        "Agreement",
        "Article",
        "ArticleRecord",
        "Meeting",
        "Organization",
        "Person",
        "Place",
        "RunRecord",
    ),
}

__all__ = [
    "Agreement",
    "Article",
    "ArticleRecord",
    "InputError",
    "Meeting",
    "ModelError",
    "NewsieError",
    "Organization",
    "Person",
    "Place",
    "RulesError",
    "RunRecord",
    "extract",
    "load",
]


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used: `newsie --help` must not wait for spaCy."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
