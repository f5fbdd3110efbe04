"""`newsie --version`."""

import typer


def print_version(asked: bool) -> None:
    """Print the versions of newsie, spaCy and the model on one line, and exit, if `asked`."""
    if not asked:
        return
    # A quarter of the time of `newsie --help`, if all this were imported above.
    from importlib.metadata import version

    from newsie.cli.messages import Messages
    from newsie.cli.orderly_end import orderly_end
    from newsie.model import model_name

    with orderly_end(Messages()):
        typer.echo(f"newsie {version('newsie')}, spaCy {version('spacy')}, model {model_name()}")
    raise typer.Exit
