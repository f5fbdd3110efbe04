"""`newsie evaluate`: the measures of newsie against articles annotated by hand."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.errors import InputError

if TYPE_CHECKING:
    from newsie.evaluate.report import Report


def evaluate(
    gold: Annotated[Path, typer.Argument(help="Annotated articles, JSON Lines.")],
    articles: Annotated[Path | None, typer.Argument(help="Folder of their texts, <id>.txt.")] = None,
    errors: Annotated[int, typer.Option(help="Print the first N mistakes as well.", metavar="N", min=0)] = 0,
    only: Annotated[str | None, typer.Option(help="Only articles of this category.", metavar="CATEGORY")] = None,
    model: Annotated[Path | None, typer.Option(help="A spaCy pipeline to use in place of newsie's own.")] = None,
    predictions: Annotated[
        Path | None, typer.Option(help="Judge this JSONL output of an earlier run, in place of running on ARTICLES.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object.")] = False,
) -> None:
    """Measure what newsie finds in articles that were annotated by hand."""
    from newsie.evaluate.gold import read_gold
    from newsie.evaluate.predictions import extract_predictions, read_predictions
    from newsie.evaluate.report import evaluate as compare

    annotated = read_gold(gold, only)
    if predictions and not articles:
        found = read_predictions(predictions)
    elif articles and not predictions:
        found = extract_predictions(annotated, articles, model)
    else:
        raise InputError(
            "evaluate: needs either ARTICLES or --predictions; give the folder of the texts as second word"
        )
    _print(compare(annotated, found), errors, as_json)


def _print(report: "Report", errors: int, as_json: bool) -> None:
    if as_json:
        typer.echo(json.dumps(report.figures() | {"errors": report.error_rows(errors)}, ensure_ascii=False))
        return
    for line in (*report.lines(), *report.error_lines(errors)):
        typer.echo(line)
