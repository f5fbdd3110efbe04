"""`newsie evaluate`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.messages import Messages
from newsie.cli.options import Model
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import standard_output
from newsie.errors import InputError
from newsie.write.terminal import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from newsie.evaluate.cluster_report import ClusterReport
    from newsie.evaluate.dates_report import DatesReport
    from newsie.evaluate.meeting_report import MeetingReport
    from newsie.evaluate.ner_report import NerReport
    from newsie.evaluate.report import Report


def evaluate(
    gold: Annotated[Path | None, typer.Argument(metavar="GOLD", help="Annotated articles, JSON Lines.")] = None,
    articles: Annotated[Path | None, typer.Argument(metavar="ARTICLES", help="Folder of their texts, ID.txt.")] = None,
    errors: Annotated[int, typer.Option(metavar="N", min=0, help="Print the first N mistakes too.")] = 0,
    only: Annotated[str | None, typer.Option(metavar="CATEGORY", help="Only articles of this category.")] = None,
    predictions: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Judge this output of newsie extract --format jsonl; give no ARTICLES."),
    ] = None,
    ner: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure names only, on this annotated set; give no GOLD."),
    ] = None,
    split: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this part of a --ner or --meetings SET or of FOLDER; repeatable."),
    ] = None,
    genre: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this genre of a --ner or --meetings SET; repeatable."),
    ] = None,
    dates: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure expressions of time only, on this annotated set; give no GOLD."),
    ] = None,
    meetings: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure words of meetings only, on this annotated set; give no GOLD."),
    ] = None,
    clusters: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Measure who and what is one across articles, on labelled ones; no GOLD."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    model: Model = None,
) -> None:
    """Measure what newsie finds in articles that were annotated by hand.

    P is the share of what was found that is right, R the share of what is there that was found, F1 their harmonic mean.
    Place, date, status and kind are judged on the meetings that were found. --meetings judges whatever newsie reads as
    the words of a meeting, also where too few people are named for a record. --clusters judges pairs: what stands in
    two articles and is taken for one. newsie's sources have annotated articles in tests/quality and tests/clusters.
    """
    with orderly_end(Messages()):
        _check_one_of(gold, ner, dates, meetings, clusters)
        of_gold = bool(only or predictions or (errors and not clusters))
        _check_options(gold, ner or meetings or clusters, of_gold=of_gold, of_part=bool(split or genre))
        if gold or clusters:
            logged = (
                _report(gold, only, articles, predictions, model)
                if gold
                else _cluster_report(clusters, split or [], genre or [], model)
            )
            lines: Iterable[str] = [_json(logged, errors)] if as_json else _lines(logged, errors)
        else:
            measured = _set_report(ner, dates, meetings, split or [], genre or [], model)
            lines = [json.dumps(measured.figures())] if as_json else measured.lines()
        stream = standard_output()
        for line in lines:
            stream.write(line + "\n")


def _check_one_of(*sets: Path | None) -> None:
    """Raise InputError unless one set is given."""
    if len(sets) - sets.count(None) != 1:
        raise InputError(
            "evaluate: give GOLD, --ner SET, --dates SET, --meetings SET or --clusters FOLDER, one of them"
        )


def _check_options(gold: Path | None, parted: Path | None, *, of_gold: bool, of_part: bool) -> None:
    """Raise InputError for an option that the set doesn't know; `parted` is one of which parts can be chosen."""
    if (of_gold and not gold) or (of_part and not parted):
        raise InputError(
            "evaluate: SET takes no option but --json, --model and, with --ner, --meetings or --clusters, --split and "
            "--genre; --errors goes with GOLD or --clusters"
        )


def _set_report(
    ner: Path | None,
    dates: Path | None,
    meetings: Path | None,
    splits: "list[str]",
    genres: "list[str]",
    model: Path | None,
) -> "NerReport | DatesReport | MeetingReport":
    """The figures of the one set that is given."""
    from newsie.evaluate.parts import Part

    if ner:
        from newsie.evaluate.ner_report import ner_report

        return ner_report(ner, Part(splits, genres), model)
    if meetings:
        from newsie.evaluate.meeting_report import meeting_report

        return meeting_report(meetings, Part(splits, genres), model)
    from newsie.evaluate.dates_report import dates_report

    assert dates is not None
    return dates_report(dates, model)


def _report(
    gold: Path, only: str | None, articles: Path | None, predictions: Path | None, model: Path | None
) -> "Report":
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


def _cluster_report(
    clusters: Path | None, splits: "list[str]", genres: "list[str]", model: Path | None
) -> "ClusterReport":
    from newsie.evaluate.cluster_report import cluster_report
    from newsie.evaluate.parts import Part

    assert clusters is not None
    return cluster_report(clusters, Part(splits, genres), model)


def _lines(report: "Report | ClusterReport", errors: int) -> "Iterator[str]":
    yield from report.lines()
    yield from map(visible_line, report.error_lines(errors))


def _json(report: "Report | ClusterReport", errors: int) -> str:
    return json.dumps(report.figures() | {"errors": report.error_rows(errors)})
