"""What reading goes by: the user's options, and whom to tell what could not be read."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from newsie.errors import InputError
from newsie.read.settings import Limits

PARTS = ("text", "title", "published", "updated", "url", "site", "authors", "language")
"""The parts of an article whose key or column the user can name."""


def raise_error(error: InputError) -> None:
    """Raise it: what is done with errors unless told otherwise."""
    raise error


@dataclass(frozen=True)
class ReadOptions:
    """How articles are to be read.

    `published` is the day of publication of articles that don't say theirs; `fields` maps a part of an article,
    one of PARTS, to the key or column that holds it in JSON and CSV, "data.body" for one in another;
    `any_language` keeps articles that are not in English; `allow_private` fetches from private addresses too;
    `left_out` are files that no folder is read for, because this run writes them.
    """

    published: datetime.date | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    any_language: bool = False
    allow_private: bool = False
    left_out: tuple[Path, ...] = ()
    limits: Limits = field(default_factory=Limits)


@dataclass(frozen=True)
class ReadContext:
    """The options, and where errors and warnings go.

    `on_error` gets one InputError for each input, or part of one, that cannot be used, by default to raise it;
    `on_warning` one line for each that can, but not as the user may expect. Both may raise to end the run. `on_foreign`
    gets the English name of the language of each article that is left out for it, after the warning.
    """

    options: ReadOptions = field(default_factory=ReadOptions)
    on_error: Callable[[InputError], None] = raise_error
    on_warning: Callable[[str], None] = lambda warning: None
    on_foreign: Callable[[str], None] = lambda language: None

    @property
    def limits(self) -> Limits:
        """The limits among the options."""
        return self.options.limits
