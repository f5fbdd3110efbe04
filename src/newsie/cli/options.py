"""The options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Published = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD", help="Publication date of articles that don't give theirs: dates count from it."
    ),
]
NoColor = Annotated[bool, typer.Option("--no-color", help="No colour; setting NO_COLOR does the same.")]
Model = Annotated[
    Path | None,
    typer.Option(metavar="PATH", help="Folder of a spaCy pipeline for English to use in place of newsie's own."),
]
