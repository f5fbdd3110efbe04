"""The Typer application: every command, and what `newsie` takes before one."""

from typing import Annotated

import typer

from newsie.cli.add import add
from newsie.cli.evaluate import evaluate
from newsie.cli.explain import explain
from newsie.cli.extract import extract
from newsie.cli.formats import formats
from newsie.cli.judgements import accept, different, judgements, reject, same, undo
from newsie.cli.met import met
from newsie.cli.pairs import pairs
from newsie.cli.schema import schema
from newsie.cli.show import show
from newsie.cli.timeline import timeline
from newsie.cli.version import print_version
from newsie.cli.watch import watch
from newsie.cli.who import who

app = typer.Typer(
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


for command in (
    extract,
    show,
    explain,
    add,
    who,
    met,
    timeline,
    pairs,
    watch,
    same,
    different,
    reject,
    accept,
    undo,
    judgements,
    evaluate,
    schema,
    formats,
):
    app.command()(command)
