"""What the commands that ask questions share: where the answer is looked for, and how it is written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from newsie.cli.messages import Messages
from newsie.cli.options import MeetingStatus, day_of
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import chosen_format, opened
from newsie.cli.stages import article_stream
from newsie.write import Format

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.questions.answers import Answer
    from newsie.questions.selection import Selection

NOTHING_FOUND = 1
"""The exit code of a question to which the answer is: nobody, nothing."""


@dataclass(frozen=True)
class Asking:
    """The options that all questions take."""

    format: Format | None
    as_json: bool
    output: Path | None
    published: str | None
    no_color: bool
    model: Path | None


def answer_from(
    paths: Sequence[str], asking: Asking, question: "Callable[[Database, Messages], Answer]", nothing: str
) -> None:
    """Ask `question` of a store, or of articles, and write the answer; say `nothing` if there is none.

    Exits with 1 if nothing was found, with 2 if an input, the store or an option was no good.
    """
    messages = Messages()
    with orderly_end(messages):
        destination = None if asking.output == Path("-") else asking.output
        chosen = chosen_format(asking.format, as_json=asking.as_json, output=destination)
        with _store_of(paths, asking, messages) as db:
            answer = question(db, messages)
        with opened(destination, chosen, paths) as stream:
            _write(answer, chosen, stream, color=not asking.no_color)
        if not answer.found:
            messages.note(nothing)
    if not answer.found:
        raise typer.Exit(NOTHING_FOUND)


@contextmanager
def _store_of(paths: Sequence[str], asking: Asking, messages: Messages) -> "Iterator[Database]":
    """Open the store that `paths` name, or one in memory with what stands in the articles there."""
    from newsie.store.add import add_records
    from newsie.store.connection import is_store, store_at, store_in_memory

    if len(paths) == 1 and is_store(Path(paths[0])):
        with store_at(Path(paths[0])) as db:
            yield db
        return
    with store_in_memory() as db:
        add_records(db, article_stream(paths, asking.published, asking.model, messages))
        yield db


def _write(answer: "Answer", format_: Format, stream: TextIO, *, color: bool) -> None:
    if format_ is Format.JSON:
        from newsie.write.json_text import json_object

        stream.write(json_object(answer) + "\n")
    elif format_ is Format.JSONL:
        from newsie.write.json_text import json_line

        stream.writelines(json_line(record) + "\n" for record in answer.found)
    elif format_ is Format.CSV:
        from newsie.write.answers_csv import answer_csv

        stream.write(answer_csv(answer))
    elif answer.found:
        from newsie.write.answers import answer_tables
        from newsie.write.console import console_on, printed

        console = console_on(stream, color=color)
        stream.write(printed(answer_tables(answer, console.width), console))


def selection(
    db: "Database",
    messages: Messages,
    people: Sequence[str] | None,
    place: str | None,
    first: str | None,
    last: str | None,
    statuses: Sequence[MeetingStatus] | None,
) -> "Selection":
    """Return the selection of meetings that the options name. Raises InputError for a day that is none."""
    from newsie.questions.called import participants_called
    from newsie.questions.selection import Selection

    present = []
    for name in people or ():
        called = participants_called(db, name)
        if not called:
            messages.warning(f"nobody here is called “{name}”")
        present.append(frozenset(one.id for one in called))
    return Selection(
        present=tuple(present),
        place=place,
        first=day_of("--from", first),
        last=day_of("--to", last),
        statuses=tuple(status.value for status in statuses or ()),
    )
