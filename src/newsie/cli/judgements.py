"""The commands that correct a store by hand: `same`, `different`, `reject`, `accept`, `undo`, `judgements`."""

import datetime
import getpass
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.messages import Messages, counted
from newsie.cli.options import NoColor
from newsie.cli.orderly_end import orderly_end
from newsie.cli.output import opened, standard_output
from newsie.cli.stages import judgements_in
from newsie.errors import InputError
from newsie.write import Format

if TYPE_CHECKING:
    from newsie.records import Judgement, Verb

StorePath = Annotated[
    Path | None, typer.Option("--store", metavar="STORE", envvar="NEWSIE_STORE", help="The store to correct.")
]
Author = Annotated[str | None, typer.Option(metavar="NAME", help="Whose judgement it is; default: the user's name.")]
Id = Annotated[str, typer.Argument(metavar="ID", help="Of a person, organization, place or meeting.")]
MeetingId = Annotated[str, typer.Argument(metavar="MEETING", help="The id of a meeting, as newsie shows it.")]


def same(left: Id, right: Id, store: StorePath = None, author: Author = None) -> None:
    """Say that two are one person, organization, place or meeting."""
    _judge("same", (left, right), store, author)


def different(left: Id, right: Id, store: StorePath = None, author: Author = None) -> None:
    """Say that two are not one: they are kept apart.

    What they share goes where it fits better.
    """
    _judge("different", (left, right), store, author)


def reject(meeting: MeetingId, store: StorePath = None, author: Author = None) -> None:
    """Say that a meeting is wrong: no answer shows it any more."""
    _judge("reject", (meeting,), store, author)


def accept(meeting: MeetingId, store: StorePath = None, author: Author = None) -> None:
    """Say that a meeting is right, even one that was rejected.

    It is shown again.
    """
    _judge("accept", (meeting,), store, author)


def undo(store: StorePath = None) -> None:
    """Take the latest judgement back."""
    messages = Messages()
    with orderly_end(messages):
        from newsie.store.connection import store_at
        from newsie.store.judgements import undo as take_back

        with store_at(_given(store)) as db:
            messages.note(f"undone: {_sentence(take_back(db, _now()))}")


def judgements(
    store: StorePath = None,
    export: Annotated[
        Path | None, typer.Option("--export", metavar="FILE", help="Write all as JSON Lines; - for standard output.")
    ] = None,
    import_: Annotated[
        Path | None, typer.Option("--import", metavar="FILE", help="Add those of a file that --export has written.")
    ] = None,
    no_color: NoColor = False,
) -> None:
    """List the judgements of a store, or carry them to another one."""
    messages = Messages()
    with orderly_end(messages):
        from newsie.store.connection import store_at
        from newsie.store.holding import judgements as all_of

        if export and import_:
            raise InputError("--export contradicts --import; give one of them")
        with store_at(_given(store)) as db:
            if import_:
                from newsie.store.judgements import import_judgements

                added = import_judgements(db, judgements_in(import_))
                messages.note(f"{counted(added, 'judgement', 'judgements')} added")
                return
            found = all_of(db)
        if export:
            _export(found, export)
        else:
            _print(found, color=not no_color)


def _judge(verb: "Verb", ids: tuple[str, ...], store: Path | None, author: str | None) -> None:
    messages = Messages()
    with orderly_end(messages):
        from newsie.store.connection import store_at
        from newsie.store.judgements import judge

        with store_at(_given(store)) as db:
            made = judge(db, verb, ids, author or getpass.getuser(), _now())
        messages.note(f"noted: {_sentence(made)}")


def _given(store: Path | None) -> Path:
    if store is None:
        raise InputError("which store? add --store FILE, or set NEWSIE_STORE")
    return store


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def _sentence(one: "Judgement") -> str:
    ids = f"{one.left} {one.right}" if one.right else one.left
    return f"{one.verb} {ids}, by {one.author} on {one.made_at:%Y-%m-%d}"


def _export(found: "Sequence[Judgement]", file: Path) -> None:
    from newsie.write.json_text import json_line

    with opened(None if file == Path("-") else file, Format.JSONL, ()) as stream:
        stream.writelines(json_line(one) + "\n" for one in found)


def _print(found: "Sequence[Judgement]", *, color: bool) -> None:
    from newsie.write.console import console_on, printed
    from newsie.write.grid import grid

    stream = standard_output()
    console = console_on(stream, color=color)
    rows = [
        (one.verb, one.left, one.right or "", one.author, _minute(one.made_at), _minute(one.undone_at)) for one in found
    ]
    headers = ("Judgement", "On", "And", "By", "When", "Undone")
    stream.write(printed(grid(f"Judgements ({len(rows)})", headers, rows, console.width), console) if rows else "")


def _minute(moment: datetime.datetime | None) -> str:
    return f"{moment:%Y-%m-%d %H:%M}" if moment else ""
