"""`newsie timeline`."""

from typing import TYPE_CHECKING

from newsie.cli.messages import Messages
from newsie.cli.options import Wheres
from newsie.cli.questions import Asking, Wanted, answer_from, asks_for_meetings, selection
from newsie.cli.reading import Reading

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.questions.answers import Answer


@asks_for_meetings
def timeline(paths: Wheres, *, wanted: Wanted, asking: Asking, reading: Reading) -> None:
    """Show meetings day by day, with the sentences behind them.

    Those without a day come last.

    The exit code is 0, 1 if there is none, or 2 if an input could not be used.
    """

    def question(db: "Database", messages: Messages) -> "Answer":
        from newsie.questions.answers import Encounters
        from newsie.questions.selection import selected

        return Encounters(meetings=selected(db, selection(db, messages, wanted)))

    answer_from(paths, asking, reading, question, "no meeting of this kind is reported")
