"""`newsie pairs`."""

from typing import TYPE_CHECKING

from newsie.cli.messages import Messages
from newsie.cli.options import MeetingStatus, Wheres
from newsie.cli.questions import Asking, Wanted, answer_from, asks_for_meetings, selection
from newsie.cli.reading import Reading

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.questions.answers import Answer


@asks_for_meetings
def pairs(paths: Wheres, *, wanted: Wanted, asking: Asking, reading: Reading) -> None:
    """Show who met whom how often, and by how many sources.

    Sources count that are independent of each other; the first and the last day are shown too.

    Only meetings that were held or are going on count, unless --status names others.

    The exit code is 0, 1 if there is none, or 2 if an input could not be used.
    """

    def question(db: "Database", messages: Messages) -> "Answer":
        from newsie.questions.pairs import pairs as couples

        return couples(db, selection(db, messages, wanted, usual=(MeetingStatus.HELD, MeetingStatus.ONGOING)))

    answer_from(paths, asking, reading, question, "no meeting of two people is reported")
