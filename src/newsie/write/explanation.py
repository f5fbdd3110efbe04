"""Why meetings were found, for people: the sentence with its marks, and a line for each thing that was read there."""

from collections.abc import Iterator

from rich.text import Text

from newsie.explanations import (
    ArticleExplanation,
    DateReading,
    Dismissal,
    MeetingReading,
    ParticipantReading,
    PassedOverReading,
    PlaceReading,
    ReportReading,
    StatusReading,
)
from newsie.records import Span
from newsie.write.highlight import Mark, in_order, marked_text
from newsie.write.tables import STATUS_STYLES
from newsie.write.terminal import visible_line
from newsie.write.wording import days_text

KINDS = {"person": "PERSON", "organization": "ORG", "country": "PLACE", "group": "GROUP"}
# Each is one character, as offsets are counted; `visible` writes "\r\n" as one.
LINE_BREAKS = str.maketrans(dict.fromkeys("\n\r\u2028\u2029", " "))
LABEL_WIDTH = 8


def explanation_text(explanation: ArticleExplanation, *, color: bool, with_passed_over: bool = False) -> Text:
    """Return the explanation of one article; without `color` the marks are brackets."""
    text = Text.assemble((visible_line(explanation.article.source), "bold"), "\n")
    for meeting in explanation.meetings:
        text.append_text(_meeting(meeting, color=color))
    for dismissal in explanation.dismissed:
        text.append_text(_dismissal(dismissal, color=color))
    if not explanation.meetings and not explanation.dismissed:
        text.append("\nNo sentence reports a meeting.\n")
    for passage in explanation.passed_over if with_passed_over else ():
        text.append_text(_passed_over(passage, color=color))
    return text


def _meeting(meeting: MeetingReading, *, color: bool) -> Text:
    status = meeting.status.status
    style = "" if status == "none" else STATUS_STYLES[status]
    text = Text.assemble("\n", (meeting.kind, "bold"), " ", (status, style), f", by the rule {meeting.report.rule}\n")
    text.append_text(_sentence("", meeting.report.sentence, _marks(meeting), color=color))
    for label, line in _who(meeting):
        text.append_text(_line(label, line))
    elsewhere = {one.elsewhere: None for one in meeting.participants if one.elsewhere is not None}
    for sentence in elsewhere:
        text.append_text(_sentence("From", sentence, _marks(meeting), color=color))
    for label, line in _circumstances(meeting):
        text.append_text(_line(label, line))
    for report in meeting.joined:
        text.append_text(_line("Also", f"by the rule {report.rule}"))
        text.append_text(_sentence(" ", report.sentence, [_mark("MEETING", report.trigger)], color=color))
    return text


def _dismissal(dismissal: Dismissal, *, color: bool) -> Text:
    report, status = dismissal.report, dismissal.status
    text = Text.assemble("\n", ("no meeting", "bold"), f", though the rule {report.rule} fits\n")
    text.append_text(_sentence("", report.sentence, _status_marks(report, status), color=color))
    return text.append_text(_line("Status", _status(status)))


def _passed_over(passage: PassedOverReading, *, color: bool) -> Text:
    text = Text.assemble("\n", ("passed over", "bold"), f", though the rule {passage.report.rule} fits\n")
    text.append_text(_sentence("", passage.report.sentence, [_mark("MEETING", passage.report.trigger)], color=color))
    return text.append_text(_line("Why", passage.because))


def _line(label: str, line: str) -> Text:
    return Text(f"  {label:{LABEL_WIDTH}}{visible_line(line)}\n")


def _sentence(label: str, sentence: Span, marks: list[Mark], *, color: bool) -> Text:
    """A sentence in one line, with those marks that lie in it; without a label it is not set in."""
    start, text = sentence.start, sentence.text
    moved = [Mark(mark.start - start, mark.end - start, mark.kind) for mark in marks]
    within = in_order(mark for mark in moved if 0 <= mark.start < mark.end <= len(text))
    before = f"  {label:{LABEL_WIDTH}}" if label else "  "
    return Text.assemble(before, marked_text(text.translate(LINE_BREAKS), within, color=color), "\n")


def _marks(meeting: MeetingReading) -> list[Mark]:
    marks = _status_marks(meeting.report, meeting.status)
    for participant in meeting.participants:
        kind = KINDS[participant.type]
        marks += [_mark(kind, words) for words in (participant.words, participant.slot) if words is not None]
    marks += [_mark("PLACE", place.words) for place in meeting.places if place.words is not None]
    marks += [_mark("OCCASION", meeting.occasion.words)] if meeting.occasion is not None else []
    return marks + ([_mark("DATE", meeting.date.words)] if meeting.date is not None else [])


def _status_marks(report: ReportReading, status: StatusReading) -> list[Mark]:
    trigger = _mark("MEETING", report.trigger)
    return [trigger, _mark("CUE", status.cue)] if status.cue is not None else [trigger]


def _mark(kind: str, words: Span) -> Mark:
    return Mark(words.start, words.end, kind)


def _who(meeting: MeetingReading) -> Iterator[tuple[str, str]]:
    """The participants: a label, empty but for the first, and what is said of each."""
    for number, participant in enumerate(meeting.participants):
        yield "" if number else "Who", _participant(participant)


def _circumstances(meeting: MeetingReading) -> Iterator[tuple[str, str]]:
    """Status, date, places, occasion and sources, with their labels."""
    yield "Status", _status(meeting.status)
    if meeting.date is not None:
        yield "When", _date(meeting.date)
    for number, place in enumerate(meeting.places):
        yield "" if number else "Where", _place(place)
    if meeting.occasion is not None:
        elsewhere = ", in another sentence" if meeting.occasion.elsewhere else ""
        yield "At", f"“{_one_line(meeting.occasion.words)}”{elsewhere}"
    if meeting.attributed_to:
        yield "Source", ", ".join(meeting.attributed_to)


def _participant(participant: ParticipantReading) -> str:
    part = f" ({participant.part})" if participant.part else ""
    slot = f"for “{_one_line(participant.slot)}”, " if participant.slot is not None else ""
    elsewhere = ", in another sentence" if participant.elsewhere is not None else ""
    return f"{participant.name}{part}: {slot}“{_one_line(participant.words)}”, {participant.because}{elsewhere}"


def _status(status: StatusReading) -> str:
    if status.cue is None:
        return f"{status.status}: no word says otherwise"
    return f"{status.status}: “{_one_line(status.cue)}”"


def _date(date: DateReading) -> str:
    days = days_text(date.value.from_, date.value.to)
    basis = date.value.basis or "of a day that the article doesn't tell"
    elsewhere = ", in another sentence" if date.elsewhere else ""
    return f"{days}{': ' if days else ''}“{_one_line(date.words)}”, {basis}{elsewhere}"


def _place(place: PlaceReading) -> str:
    if place.words is None:
        return f"{place.name}: not named in the article"
    where = ", in the dateline" if place.in_dateline else ", in another sentence" if place.elsewhere else ""
    return f"{place.name}: “{_one_line(place.words)}”{where}"


def _one_line(words: Span) -> str:
    return " ".join(words.text.split())
