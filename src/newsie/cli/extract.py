"""`newsie extract`."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Annotated, NamedTuple, TextIO

import typer

from newsie.cli.messages import Messages, counted
from newsie.cli.options import AnswerFormat, Articles, AsJson, Model, NoColor, Output
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import chosen_format, chosen_tables, opened
from newsie.cli.reading import Reading, takes_articles
from newsie.cli.stages import article_stream, joined, judgements_in, warned_of
from newsie.write import TABLES, Format, only_tables

if TYPE_CHECKING:
    from newsie.records import ArticleRecord, RunRecord


@takes_articles
def extract(
    paths: Articles,
    format_: AnswerFormat = None,
    as_json: AsJson = False,
    output: Output = None,
    only: Annotated[
        str | None, typer.Option(metavar="TABLE,...", help=f"Some of {', '.join(TABLES)}; the rest stays empty.")
    ] = None,
    judgements: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="What newsie judgements --export has written, to honour; not with jsonl."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="On stderr only errors.")] = False,
    no_color: NoColor = False,
    model: Model = None,
    *,
    reading: Reading,
) -> None:
    """Say who met whom, when, where, and who says so.

    Formats: table is for people. json is one object for the whole run, with people and meetings joined across articles.
    jsonl is one object per article, each by itself, written as soon as it is ready. csv is one table, by default
    meetings; a cell that starts with = + - @, a tab or a line end gets an apostrophe before it: no spreadsheet runs it.

    The exit code is 0, or 2 if an input could not be read (the others are extracted all the same).
    """
    messages = Messages(quiet=quiet)
    with orderly_end(messages):
        started = perf_counter()
        destination = None if output == Path("-") else output
        chosen = chosen_format(format_, as_json=as_json, output=destination)
        judged = judgements_in(judgements)
        tables = chosen_tables(only, chosen)
        with opened(destination, chosen, paths) as stream:
            records = warned_of(article_stream(paths, reading, model, messages), messages)
            if chosen is Format.JSONL:
                counts = _write_lines(records, tables, stream)
            else:
                counts = _write_run(joined(records, model, judged), chosen, tables, stream, color=not no_color)
        messages.note(
            counts.sentence(perf_counter() - started, joined=chosen is not Format.JSONL) + messages.left_out()
        )


class Counts(NamedTuple):
    """What the closing line counts."""

    articles: int
    people: int
    meetings: int

    def sentence(self, seconds: float, *, joined: bool) -> str:
        """Say "2 articles, 9 people, 1 meeting in 1.3 s", and whether people and meetings aren't `joined`."""
        articles = counted(self.articles, "article", "articles")
        people = counted(self.people, "person", "people")
        meetings = counted(self.meetings, "meeting", "meetings")
        apart = "" if joined or self.articles < 2 else ", counted in each article by itself"
        return f"{articles}, {people}, {meetings} in {seconds:.1f} s{apart}"


def _write_lines(records: "Iterable[ArticleRecord]", tables: Sequence[str], stream: TextIO) -> Counts:
    """Write each record as soon as it comes, and hold none."""
    from newsie.write.json_text import json_line

    articles = people = meetings = 0
    for record in records:
        stream.write(json_line(only_tables(record, tables)) + "\n")
        stream.flush()
        articles, people, meetings = articles + 1, people + len(record.people), meetings + len(record.meetings)
    return Counts(articles, people, meetings)


def _write_run(run: "RunRecord", format_: Format, tables: Sequence[str], stream: TextIO, *, color: bool) -> Counts:
    if format_ is Format.JSON:
        from newsie.write.json_text import json_object

        stream.write(json_object(only_tables(run, tables)) + "\n")
    elif format_ is Format.CSV:
        from newsie.write.csv_text import csv_text

        stream.write(csv_text(run, tables[0]))
    elif run.articles:
        from newsie.write.console import console_on, printed
        from newsie.write.tables import run_tables

        console = console_on(stream, color=color)
        stream.write(printed(run_tables(run, tables, console.width), console))
    return Counts(len(run.articles), len(run.people), len(run.meetings))
