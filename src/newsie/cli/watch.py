"""`newsie watch`."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.messages import Messages
from newsie.cli.options import AnswerFormat, AsJson, Model, NoColor, Output, Wheres
from newsie.cli.questions import Asking, answer_from
from newsie.cli.reading import Reading, takes_articles

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.questions.answers import Answer


@takes_articles
def watch(
    names: Annotated[
        Path, typer.Argument(metavar="LIST", help="A name on each line, or an entities.ftm.json of FollowTheMoney.")
    ],
    paths: Wheres,
    format_: AnswerFormat = None,
    as_json: AsJson = False,
    output: Output = None,
    no_color: NoColor = False,
    model: Model = None,
    *,
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

    asking = Asking(format_, as_json, output, reading, no_color, model)
    answer_from(paths, asking, question, "nobody of the list appears")
