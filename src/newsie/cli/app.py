"""The Typer application: what `newsie` takes before a command, and what its help says."""

from typing import Annotated

import typer

from newsie.cli.commands import CommandGroup
from newsie.cli.version import print_version

app = typer.Typer(
    cls=CommandGroup,
    help="Read news articles and say who met whom, when, where, and who says so.",
    epilog="Start with: newsie extract FOLDER",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def newsie(
    _: Annotated[
        bool,
        typer.Option(
            "--version", callback=print_version, is_eager=True, help="Name newsie, spaCy and the model, and exit."
        ),
    ] = False,
) -> None:
    """Take the options before the command."""
