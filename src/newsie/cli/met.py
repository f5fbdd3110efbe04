"""`newsie met`."""

from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.messages import Messages
from newsie.cli.options import Where
from newsie.cli.questions import Asking, answer_from, asks, ids_meant
from newsie.cli.reading import Reading

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.questions.answers import Answer


@asks
def met(
    path: Where,
    left: Annotated[str, typer.Argument(metavar="NAME", help="A person, an organization, a country, or an id.")],
    right: Annotated[str, typer.Argument(metavar="NAME", help="The other one.")],
    *,
    asking: Asking,
    reading: Reading,
) -> None:
    """Show every encounter of two, whatever became of it.

    It may be held, planned, cancelled or denied; with it come the sentences that report it.

    The exit code is 0, 1 if there is no report, or 2 if an input could not be used.
    """

    def question(db: "Database", messages: Messages) -> "Answer":
        from newsie.questions.met import met as encounters

        return encounters(db, ids_meant(db, messages, left), ids_meant(db, messages, right))

    answer_from([path], asking, reading, question, f"no report that “{left}” and “{right}” met")
