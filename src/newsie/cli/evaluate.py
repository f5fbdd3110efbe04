"""`newsie evaluate`."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from newsie.cli.annotated_sets import FOLDERS, LISTING, PARTED, SETS, AnnotatedSets, Listing, Measured
from newsie.cli.messages import Messages
from newsie.cli.option_groups import takes
from newsie.cli.options import Model
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import standard_output
from newsie.errors import InputError
from newsie.write.terminal import visible_line


@takes(sets=AnnotatedSets)
def evaluate(
    gold: Annotated[Path | None, typer.Argument(metavar="GOLD", help="Annotated articles, JSON Lines.")] = None,
    articles: Annotated[Path | None, typer.Argument(metavar="ARTICLES", help="Folder of their texts, ID.txt.")] = None,
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Print the first N mistakes too.")] = 0,
    only: Annotated[str | None, typer.Option(metavar="CATEGORY", help="Only articles of this category.")] = None,
    predictions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Judge this output of newsie extract --format jsonl; give no ARTICLES."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    model: Model = None,
    *,
    sets: AnnotatedSets,
) -> None:
    """Measure what newsie finds against what people annotated.

    P is the share of what was found that is right, R the share of what is there that was found, F1 their harmonic mean.
    Place, date, status and kind are judged on the meetings that were found. --meetings judges whatever newsie reads as
    the words of a meeting, also where too few people are named for a record. --names counts the pairs taken for one,
    --clusters pairs of what stands in two articles and is taken for one, --pages words and lines. newsie's sources have
    annotated articles in tests/quality and tests/clusters, names in tests/resolve, and pages in tests/pages.
    """
    with orderly_end(Messages()):
        measured = _measured(gold, sets)
        _check_options(
            measured,
            of_gold=bool(only or predictions),
            of_part=bool(sets.split or sets.genre),
            of_list=bool(errors),
        )
        report = (
            _report(gold, only, articles, predictions, model)
            if gold
            else sets.report(measured, sets.given()[measured], model)
        )
        stream = standard_output()
        for line in [_json(report, errors)] if as_json else _lines(report, errors):
            stream.write(line + "\n")


def _measured(gold: Path | None, sets: AnnotatedSets) -> str:
    """Return what is measured on: "gold", or the option of a set. Raises InputError unless it is one."""
    given = [*(["gold"] if gold else []), *sets.given()]
    if len(given) != 1:
        options = ", ".join(f"--{name} {'FOLDER' if name in FOLDERS else 'SET'}" for name in SETS)
        raise InputError(f"evaluate: give GOLD, {options}, one of them")
    return given[0]


def _check_options(measured: str, *, of_gold: bool, of_part: bool, of_list: bool) -> None:
    """Raise InputError for an option that the set doesn't know."""
    unknown = {
        "--only and --predictions": of_gold and measured != "gold",
        "--split and --genre": of_part and measured not in PARTED,
        "--errors": of_list and measured not in LISTING,
    }
    for options, is_given in unknown.items():
        if is_given:
            raise InputError(f"evaluate: {'GOLD' if measured == 'gold' else f'--{measured}'} doesn't take {options}")


def _report(
    gold: Path, only: str | None, articles: Path | None, predictions: Path | None, model: Path | None
) -> Measured:
    from newsie.evaluate.gold import read_gold
    from newsie.evaluate.predictions import extract_predictions, read_predictions
    from newsie.evaluate.report import evaluate

    if predictions and model:
        raise InputError("--model contradicts --predictions, which are read as they are; give one of them")
    annotated = read_gold(gold, only)
    if articles and not predictions:
        return evaluate(annotated, extract_predictions(annotated, articles, model))
    if predictions and not articles:
        return evaluate(annotated, read_predictions(predictions))
    raise InputError("evaluate: give either ARTICLES, the folder of the texts, or --predictions FILE")


def _lines(report: Measured, errors: int) -> Iterator[str]:
    yield from report.lines()
    if isinstance(report, Listing):
        yield from map(visible_line, report.error_lines(errors))


def _json(report: Measured, errors: int) -> str:
    listed = {"errors": report.error_rows(errors)} if isinstance(report, Listing) else {}
    return json.dumps({**report.figures(), **listed})
