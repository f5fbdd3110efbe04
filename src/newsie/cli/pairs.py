"""`newsie pairs`."""

from typing import TYPE_CHECKING

from newsie.cli.messages import Messages
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
    Wheres,
)
from newsie.cli.questions import Asking, answer_from, selection
from newsie.cli.reading import Reading, takes_articles

if TYPE_CHECKING:
    from sqlite_utils import Database

    from newsie.questions.answers import Answer


@takes_articles
def pairs(
    paths: Wheres,
    person: PersonName = None,
    place: PlaceName = None,
    first: First = None,
    last: Last = None,
    status: Statuses = None,
    format_: AnswerFormat = None,
    as_json: AsJson = False,
    output: Output = None,
    no_color: NoColor = False,
    model: Model = None,
    *,
    reading: Reading,
) -> None:
    """Show who met whom how often, and by how many sources.

    Sources count that are independent of each other; the first and the last day are shown too.

    Only meetings that were held or are going on count, unless --status names others.

    The exit code is 0, 1 if there is none, or 2 if an input could not be used.
    """

    def question(db: "Database", messages: Messages) -> "Answer":
        from newsie.questions.pairs import pairs as couples

        wanted = selection(
            db, messages, person, place, first, last, status or [MeetingStatus.HELD, MeetingStatus.ONGOING]
        )
        return couples(db, wanted)

    asking = Asking(format_, as_json, output, reading, no_color, model)
    answer_from(paths, asking, question, "no meeting of two people is reported")
