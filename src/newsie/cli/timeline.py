"""`newsie timeline`."""

from typing import TYPE_CHECKING

from newsie.cli.messages import Messages
from newsie.cli.options import (
    AnswerFormat,
    AsJson,
    First,
    Last,
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
def timeline(
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
    """Show meetings day by day, with the sentences behind them.

    Those without a day come last.

    The exit code is 0, 1 if there is none, or 2 if an input could not be used.
    """

    def question(db: "Database", messages: Messages) -> "Answer":
        from newsie.questions.answers import Encounters
        from newsie.questions.selection import selected

        wanted = selection(db, messages, person, place, first, last, status)
        return Encounters(meetings=selected(db, wanted))

    asking = Asking(format_, as_json, output, reading, no_color, model)
    answer_from(paths, asking, question, "no meeting of this kind is reported")
