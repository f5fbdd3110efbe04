"""`newsie schema`."""

import json

import typer

from newsie.cli.messages import Messages
from newsie.cli.orderly_end import orderly_end


def schema() -> None:
    """Print the JSON Schema of the output.

    It describes the object that --format json writes and the lines that --format jsonl writes.
    """
    from newsie.write.schema import json_schema

    with orderly_end(Messages()):
        typer.echo(json.dumps(json_schema(), indent=2, ensure_ascii=False))
