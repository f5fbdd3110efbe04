"""The day of a meeting that was held: never after the article was written."""

from spacy.tokens import Span

from newsie.dates.resolution import resolve
from newsie.pipeline.dates import clause_tense, day_of_writing
from newsie.pipeline.entities import DraftMeeting
from newsie.records import DateValue

PRESENT = {"VBZ", "VBP"}


def take_back(meeting: DraftMeeting) -> None:
    """Take a weekday that lies ahead for the one before, if the meeting of that day was held.

    Captions and lists of news tell the past in the present tense, "Obi meets Ray on Thursday", which for the date alone
    may be this week's Thursday or the last one: the nearer is meant. "Next Thursday" and a day of the month stay.
    """
    if meeting.status != "held" or meeting.date is None or _is_to_come(meeting.trigger, meeting.date):
        return
    value: DateValue | None = meeting.date._.date
    written = day_of_writing(meeting.date.doc._.article)
    if value is None or value.from_ is None or value.basis != "relative" or written is None or value.from_ <= written:
        return
    before = resolve(value.text, written, tense="past")
    if before.to is not None and before.to <= written and written - before.to < value.from_ - written:
        meeting.date._.date = before


def _is_to_come(trigger: Span, date: Span) -> bool:
    """Whether a date is that of a plan that the trigger follows: "will meet B on Thursday before leaving for Oslo"."""
    return trigger[0].tag_ not in PRESENT and clause_tense(date) == "future"
