"""`newsie who`."""

from typing import TYPE_CHECKING, Annotated

import typer

from newsie.cli.messages import Messages
from newsie.cli.options import Where
from newsie.cli.questions import Asking, answer_from, asks
from newsie.cli.reading import Reading

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.questions.answers import Answer


@asks
def who(
    path: Where,
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, with a rank or without, or an id.")],
    *,
    asking: Asking,
    reading: Reading,
) -> None:
    """Show a page on a person, with the sentences behind it.

    It has names, ranks and roles over time, and everyone met.

    Where several people can be meant, each gets a page; the id on it, given as NAME, asks for that one alone.

    The exit code is 0, 1 if nobody is called so, or 2 if an input could not be used.
    """

    def question(db: "Database", messages: Messages) -> "Answer":
        from newsie.questions.called import people_called
        from newsie.questions.who import who as pages

        called = people_called(db, name)
        if len(called) > 1:
            messages.warning(f"“{name}” can mean {len(called)} people; an id in place of the name asks for one of them")
        return pages(db, called)

    answer_from([path], asking, reading, question, f"nobody here is called “{name}”")
