"""What the commands that ask questions share: where the answer is looked for, and how it is written."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import typer

from newsie.cli.messages import Messages, counted
from newsie.cli.option_groups import takes
from newsie.cli.options import (
    AnswerFormat,
    AsJson,
    First,
    Last,
    MeetingStatus,
    Model,
    NoColor,
    Output,
    PersonName,
    PlaceName,
    Statuses,
    day_of,
)
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import chosen_format, opened
from newsie.cli.reading import Reading
from newsie.cli.stages import article_stream
from newsie.errors import InputError
from newsie.write import Format

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.questions.answers import Answer
    from newsie.questions.selection import Selection

NOTHING_FOUND = 1
"""The exit code of a question to which the answer is: nobody, nothing."""


@dataclass(frozen=True)
class Wanted:
    """The options that say which meetings are asked for, as the user gave them."""

    person: PersonName = None
    place: PlaceName = None
    first: First = None
    last: Last = None
    status: Statuses = None


@dataclass(frozen=True)
class Asking:
    """The options that all questions take, besides those on reading, as the user gave them."""

    format: AnswerFormat = None
    as_json: AsJson = False
    output: Output = None
    no_color: NoColor = False
    model: Model = None


asks = takes(asking=Asking, reading=Reading)
"""Gives a command the options of `Asking` and `Reading`; it gets them as the arguments `asking` and `reading`."""

asks_for_meetings = takes(wanted=Wanted, asking=Asking, reading=Reading)
"""Does so too, and gives it those of `Wanted`, as the argument `wanted`."""


def answer_from(
    paths: Sequence[str],
    asking: Asking,
    reading: Reading,
    question: "Callable[[Database, Messages], Answer]",
    nothing: str,
) -> None:
    """Ask `question` of a store, or of articles, write the answer and say how much it is; `nothing` if there is none.

    Exits with 1 if nothing was found, with 2 if an input, the store or an option was no good.
    """
    messages = Messages()
    with orderly_end(messages):
        destination = None if asking.output == Path("-") else asking.output
        chosen = chosen_format(asking.format, as_json=asking.as_json, output=destination)
        with _store_of(paths, reading, asking.model, messages) as db:
            answer = question(db, messages)
        with opened(destination, chosen, paths) as stream:
            _write(answer, chosen, stream, color=not asking.no_color)
        said = counted(len(answer.found), *answer.nouns) if answer.found else nothing
        messages.note(said + messages.left_out())
    if not answer.found:
        raise typer.Exit(NOTHING_FOUND)


@contextmanager
def _store_of(paths: Sequence[str], reading: Reading, model: Path | None, messages: Messages) -> "Iterator[Database]":
    """Open the store that `paths` name, or one in memory with what stands in the articles there."""
    from newsie.store.connection import is_store, store_at, store_in_memory

    stores = [path for path in paths if is_store(Path(path))]
    if stores and len(paths) > 1:
        raise InputError(
            f"{stores[0]}: is a store; ask it alone, or add the rest first: newsie add {stores[0]} PATH..."
        )
    if stores:
        with store_at(Path(stores[0])) as db:
            yield db
        return

    from newsie.store.add import add_records  # what finds copies takes a while to import

    with store_in_memory() as db:
        add_records(db, article_stream(paths, reading, model, messages))
        yield db


def _write(answer: "Answer", format_: Format, stream: TextIO, *, color: bool) -> None:
    match format_:
        case Format.JSON:
            from newsie.write.json_text import json_object

            stream.write(json_object(answer) + "\n")
        case Format.JSONL:
            from newsie.write.json_text import json_line

            stream.writelines(json_line(record) + "\n" for record in answer.found)
        case Format.CSV:
            from newsie.write.answers_csv import answer_csv

            stream.write(answer_csv(answer))
        case Format.TABLE if answer.found:
            from newsie.write.answers import answer_tables
            from newsie.write.console import console_on, printed

            console = console_on(stream, color=color)
            stream.write(printed(answer_tables(answer, console.width), console))


def ids_meant(db: "Database", messages: Messages, name: str) -> frozenset[str]:
    """Return the ids of the people, organizations and countries whom a name can mean; warn if there is none."""
    from newsie.questions.called import ids_of, participants_called

    called = participants_called(db, name)
    if not called:
        messages.warning(f"nobody here is called “{name}”")
    return ids_of(called)


def selection(db: "Database", messages: Messages, wanted: Wanted, usual: Sequence[MeetingStatus] = ()) -> "Selection":
    """Return the selection of meetings that the options name, of the `usual` statuses if they name none.

    Raises InputError for days that are none.
    """
    from newsie.questions.selection import Selection

    first, last = day_of("--from", wanted.first), day_of("--to", wanted.last)
    if first and last and first > last:
        raise InputError(f"--from {first}: is after --to {last}; exchange them")
    return Selection(
        present=tuple(ids_meant(db, messages, name) for name in wanted.person or ()),
        place=wanted.place,
        first=first,
        last=last,
        statuses=tuple(status.value for status in wanted.status or usual),
    )
