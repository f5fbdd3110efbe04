"""`newsie --version`."""

import typer

from newsie.cli.messages import Messages
from newsie.cli.orderly_end import orderly_end
from newsie.model import model_name


def print_version(asked: bool) -> None:
    """Print the versions of newsie, spaCy and the model on one line, and exit, if `asked`."""
    if not asked:
        return
    # A sixth of the time of `newsie --help`, if it were imported above.
    from importlib.metadata import version

    with orderly_end(Messages()):
        typer.echo(f"newsie {version('newsie')}, spaCy {version('spacy')}, model {model_name()}")
    raise typer.Exit
