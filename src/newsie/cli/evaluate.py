"""`newsie evaluate`."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Annotated, Protocol, runtime_checkable

import typer

from newsie.cli.messages import Messages
from newsie.cli.options import Model
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import standard_output
from newsie.errors import InputError
from newsie.write.terminal import visible_line

PARTED = ("ner", "meetings", "names", "clusters", "pages")
LISTING = ("gold", "names", "clusters", "pages")
FOLDERS = ("clusters", "pages")


class Measured(Protocol):
    """The figures of a set."""

    def lines(self) -> Iterable[str]:
        """The figures for people."""

    def figures(self) -> Mapping[str, object]:
        """The figures for programs."""


@runtime_checkable
class Listing(Measured, Protocol):
    """Figures of a set with what went wrong in it."""

    def error_lines(self, limit: int) -> Iterable[str]:
        """The first mistakes for people."""

    def error_rows(self, limit: int) -> Sequence[object]:
        """The first mistakes for programs."""


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
        typer.Option(metavar="NAME", help="Only this part of a SET or FOLDER that has parts; repeatable."),
    ] = None,
    genre: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this genre of a SET that has genres; repeatable."),
    ] = None,
    dates: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure expressions of time only, on this annotated set; give no GOLD."),
    ] = None,
    meetings: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure words of meetings only, on this annotated set; give no GOLD."),
    ] = None,
    names: Annotated[
        Path | None,
        typer.Option(metavar="SET", help="Measure who is taken for one person, on these pairs; give no GOLD."),
    ] = None,
    clusters: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Measure who and what is one across articles, on labelled ones; no GOLD."),
    ] = None,
    pages: Annotated[
        Path | None,
        typer.Option(metavar="FOLDER", help="Measure what is read on saved pages, with an expected.jsonl; no GOLD."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as one JSON object.")] = False,
    model: Model = None,
) -> None:
    """Measure what newsie finds against what people annotated.

    P is the share of what was found that is right, R the share of what is there that was found, F1 their harmonic mean.
    Place, date, status and kind are judged on the meetings that were found. --meetings judges whatever newsie reads as
    the words of a meeting, also where too few people are named for a record. --names counts the pairs taken for one,
    --clusters pairs of what stands in two articles and is taken for one, --pages words and lines. newsie's sources have
    annotated articles in tests/quality and tests/clusters, names in tests/resolve, and pages in tests/pages.
    """
    with orderly_end(Messages()):
        sets = {
            "ner": ner,
            "dates": dates,
            "meetings": meetings,
            "names": names,
            "clusters": clusters,
            "pages": pages,
        }
        measured = _measured(gold, sets)
        _check_options(
            measured,
            of_gold=bool(only or predictions),
            of_part=bool(split or genre),
            of_list=bool(errors),
        )
        report = (
            _report(gold, only, articles, predictions, model)
            if gold
            else _set_report(measured, sets[measured] or Path(), split or [], genre or [], model)
        )
        stream = standard_output()
        for line in [_json(report, errors)] if as_json else _lines(report, errors):
            stream.write(line + "\n")


def _measured(gold: Path | None, sets: Mapping[str, Path | None]) -> str:
    """Return which set is given, "gold" or a key of `sets`. Raises InputError unless it is one."""
    given = [*(["gold"] if gold else []), *(name for name, path in sets.items() if path)]
    if len(given) != 1:
        options = ", ".join(f"--{name} {'FOLDER' if name in FOLDERS else 'SET'}" for name in sets)
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


def _set_report(measured: str, path: Path, splits: "list[str]", genres: "list[str]", model: Path | None) -> Measured:
    """The figures of the one set that is given."""
    from newsie.evaluate.parts import Part

    part = Part(splits, genres)
    match measured:
        case "ner":
            from newsie.evaluate.ner_report import ner_report

            return ner_report(path, part, model)
        case "meetings":
            from newsie.evaluate.meeting_report import meeting_report

            return meeting_report(path, part, model)
        case "names":
            from newsie.evaluate.name_pairs_report import name_pairs_report

            return name_pairs_report(path, part)
        case "clusters":
            from newsie.evaluate.cluster_report import cluster_report

            return cluster_report(path, part, model)
        case "pages":
            from newsie.evaluate.pages_report import pages_report

            return pages_report(path, part)
    from newsie.evaluate.dates_report import dates_report

    return dates_report(path, model)


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
