"""`newsie schema`."""

import json
from enum import StrEnum
from typing import Annotated

import typer

from newsie.cli.messages import Messages
from newsie.cli.orderly_end import orderly_end


class Written(StrEnum):
    """The commands that write records."""

    EXTRACT = "extract"
    WHO = "who"
    MET = "met"
    TIMELINE = "timeline"
    PAIRS = "pairs"
    WATCH = "watch"


def schema(
    command: Annotated[
        Written, typer.Argument(metavar="[COMMAND]", help="Which command's output: extract, or that of a question.")
    ] = Written.EXTRACT,
) -> None:
    """Print the JSON Schema of what newsie extract writes.

    Or that of newsie who, met, timeline, pairs or watch.

    It describes the object that --format json writes and the lines that --format jsonl writes.
    """
    from newsie.write.schema import json_schema

    with orderly_end(Messages()):
        typer.echo(json.dumps(json_schema(command.value), indent=2, ensure_ascii=False))
