"""`newsie --version`."""

import json
from importlib.metadata import version

import typer

from newsie.cli.messages import Messages
from newsie.cli.orderly_end import orderly_end


def print_version(asked: bool) -> None:
    """Print the versions of newsie, spaCy and the model on one line, and exit, if `asked`."""
    if not asked:
        return
    with orderly_end(Messages()):
        typer.echo(f"newsie {version('newsie')}, spaCy {version('spacy')}, model {_model()}")
    raise typer.Exit


def _model() -> str:
    from newsie.model import default_model

    meta = json.loads((default_model() / "meta.json").read_text("utf-8"))
    return f"{meta['lang']}_{meta['name']} {meta['version']}"
