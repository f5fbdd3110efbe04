"""`newsie watch`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.messages import Messages
from newsie.cli.options import Wheres
from newsie.cli.questions import Asking, answer_from, asks
from newsie.cli.reading import Reading

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.questions.answers import Answer


@asks
def watch(
    names: Annotated[
        Path, typer.Argument(metavar="LIST", help="A name on each line, or an entities.ftm.json of FollowTheMoney.")
    ],
    paths: Wheres,
    *,
    asking: Asking,
    reading: Reading,
) -> None:
    """Show which of a list appear in the news, and whom they met.

    Each comes with why they are taken for those on the list.

    "same" is somebody of the same full name whom nothing on the list contradicts; "unsure" one who could be meant.

    The exit code is 0, 1 if nobody of the list appears, or 2 if an input could not be used.
    """

    def question(db: "Database", _: Messages) -> "Answer":
        from newsie.questions.watch import watch as sightings
        from newsie.questions.watch_list import read_list

        return sightings(db, read_list(names))

    answer_from(paths, asking, reading, question, "nobody of the list appears")
