"""The options of all commands that read articles: given once here, taken by a command as one argument, `reading`."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.option_groups import takes
from newsie.cli.options import day_of
from newsie.errors import InputError

if TYPE_CHECKING:
    from newsie.read.context import ReadOptions
    from newsie.read.settings import Limits

OTHER_NAMES = {"author": "authors"}
"""What users call a part of an article, and what it is called here."""


@dataclass(frozen=True)
class Reading:
    """The options as the user gave them."""

    published: Annotated[
        str | None,
        typer.Option(
            metavar="YYYY-MM-DD", help="Publication date of articles that don't give theirs: dates count from it."
        ),
    ] = None
    field: Annotated[
        list[str] | None,
        typer.Option(
            metavar="PART=KEY",
            help="Which key or column of JSON and CSV holds a part: text=fulltext; in an object text=Document.Content.",
        ),
    ] = None
    any_language: Annotated[bool, typer.Option("--any-language", help="Read articles that aren't in English too.")] = (
        False
    )
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch from addresses of private networks too.")
    ] = False
    limit: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME=N", help="Raise a limit on what is read; newsie formats lists them."),
    ] = None

    errors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what can't be read here, as JSON Lines, as it happens.")
    ] = None
    strict: Annotated[bool, typer.Option("--strict", help="Stop at the first input that can't be read.")] = False

    def options(self) -> "ReadOptions":
        """Return them as the reader takes them. Raises InputError for a value that is none."""
        from newsie.read.context import ReadOptions

        return ReadOptions(
            published=day_of("--published", self.published),
            fields=_fields(self.field or ()),
            any_language=self.any_language,
            allow_private=self.allow_private,
            left_out=(self.errors,) if self.errors else (),
            limits=_limits(self.limit or ()),
        )


takes_articles = takes(reading=Reading)
"""Gives a command the options of `Reading`; it gets them as the argument `reading`."""


def _fields(given: "list[str] | tuple[()]") -> dict[str, str]:
    from newsie.read.context import PARTS

    pairs = (_pair("--field", text) for text in given)
    fields = {OTHER_NAMES.get(part, part): key for part, key in pairs}
    for part in fields:
        if part not in PARTS:
            raise InputError(f"--field {part}: no such part of an article; choose from {', '.join(PARTS)}")
    return fields


def _limits(given: "list[str] | tuple[()]") -> "Limits":
    from newsie.read.settings import Limits, limits_by_name

    values = {}
    for name, value in (_pair("--limit", text) for text in given):
        if name not in limits_by_name():
            raise InputError(f"--limit {name}: no such limit; choose from {', '.join(limits_by_name())}")
        if not value.isascii() or not value.isdigit() or int(value) < 1:
            raise InputError(f"--limit {name}={value}: not a number; write it in digits, as {name}=1000")
        values[name.replace("-", "_")] = int(value)
    return Limits(**values)


def _pair(option: str, text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise InputError(f"{option} {text}: not a pair; write it as NAME=VALUE")
    return name, value
