"""The options that several commands share."""

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from newsie.errors import InputError
from newsie.write import Format

NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; setting NO_COLOR does the same.")]
Model = Annotated[
    Path | None,
    typer.Option(metavar="PATH", help="Folder of a spaCy pipeline for English to use in place of newsie's own."),
]


class MeetingStatus(StrEnum):
    """What became of a meeting; the values are those of `newsie.records.Status`, which would import pydantic."""

    HELD = "held"
    ONGOING = "ongoing"
    PLANNED = "planned"
    CANCELLED = "cancelled"
    DENIED = "denied"
    POSSIBLE = "possible"


AnswerFormat = Annotated[
    Format | None,
    typer.Option("--format", help="Default: by the name of the -o file; table on a terminal, jsonl on a pipe."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Short for --format json.")]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar="FILE", help="Write here, whole or not at all: .txt .json .jsonl .csv"),
]
Articles = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH",
        help="Articles: files of any format that newsie formats lists, folders, URLs, or - for standard input.",
    ),
]
Where = Annotated[
    str,
    typer.Argument(
        metavar="PATH|STORE", help="A store, or articles: a file, a folder, a URL, or - for standard input."
    ),
]
Wheres = Annotated[
    list[str],
    typer.Argument(metavar="PATH|STORE", help="A store, or articles: files, folders, URLs, or - for standard input."),
]
PersonName = Annotated[
    list[str] | None, typer.Option("--person", metavar="NAME", help="Who was there; given twice, both were.")
]
PlaceName = Annotated[str | None, typer.Option("--place", metavar="NAME", help="A city, a building or a country.")]
Statuses = Annotated[
    list[MeetingStatus] | None, typer.Option("--status", help="What became of it; may be given several times.")
]
First = Annotated[str | None, typer.Option("--from", metavar="YYYY-MM-DD", help="Not before this day.")]
Last = Annotated[str | None, typer.Option("--to", metavar="YYYY-MM-DD", help="Not after this day.")]


def day_of(option: str, text: str | None) -> date | None:
    """Return the day that the value of `option` names, None for None. Raises InputError if it is no date."""
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError as error:
        raise InputError(f"{option} {text}: not a date; write it as 2025-01-31") from error
