"""Meetings found, and what is said of those that were: place, date, status, kind."""

from collections.abc import Iterator

from newsie.evaluate.dates import same_days
from newsie.evaluate.gold import GoldArticle, GoldMeeting
from newsie.evaluate.names import same_text
from newsie.evaluate.outcomes import Error, Outcome, Verdict
from newsie.evaluate.participants import shared_participants
from newsie.records import Findings, Meeting

Alignment = list[tuple[GoldMeeting, Meeting | None]]


def negative_outcomes(article: GoldArticle, findings: Findings) -> Iterator[Outcome]:
    """Judge the meetings found in an article without any: all are made up."""
    if not article.meetings:
        for meeting in findings.meetings:
            yield Outcome("meeting", "extra", Error("meeting in negative", _participant_names(meeting)))


def meeting_outcomes(article: GoldArticle, findings: Findings) -> Iterator[Outcome]:
    """Judge the meetings of an article that has some, and place, date, status and kind of those found."""
    alignment, unused = _align(article, findings)
    for gold, meeting in alignment:
        if meeting is None:
            yield Outcome("meeting", "missed", Error("missed meeting", gold.quote))
        else:
            yield Outcome("meeting", "found")
            yield from _detail_outcomes(gold, meeting)
    for meeting in unused if article.meetings else ():
        if not any(_is_candidate(article, gold, findings, meeting) for gold in article.meetings):
            yield Outcome("meeting", "extra", Error("extra meeting", _participant_names(meeting)))


def _align(article: GoldArticle, findings: Findings) -> tuple[Alignment, list[Meeting]]:
    """Give each core meeting its best prediction, the largest meeting first; return the predictions left over as well.

    A prediction serves one meeting, or all meetings of one list group.
    """
    alignment: Alignment = []
    served: dict[int, str | None] = {}
    for gold in sorted(article.core_meetings, key=lambda meeting: -len(meeting.participants)):
        free = [
            number
            for number in range(len(findings.meetings))
            if number not in served or (gold.list_group and served[number] == gold.list_group)
        ]
        best = _best_match(article, gold, findings, free)
        if best is not None:
            served[best] = gold.list_group
        alignment.append((gold, None if best is None else findings.meetings[best]))
    return alignment, [meeting for number, meeting in enumerate(findings.meetings) if number not in served]


def _best_match(article: GoldArticle, gold: GoldMeeting, findings: Findings, numbers: list[int]) -> int | None:
    """Of `numbers`, that of the prediction most like a gold meeting, the first of equals; None if none is like it."""

    def likeness(number: int) -> tuple[int, bool, bool, bool, bool]:
        meeting = findings.meetings[number]
        return (
            shared_participants(article, gold, findings, meeting),
            meeting.status == gold.status,
            same_days(meeting.date, gold.dates),
            _has_place(meeting, gold.place),
            meeting.kind == gold.kind,
        )

    candidates = [number for number in numbers if _is_candidate(article, gold, findings, findings.meetings[number])]
    return max(candidates, key=likeness, default=None)


def _is_candidate(article: GoldArticle, gold: GoldMeeting, findings: Findings, meeting: Meeting) -> bool:
    """Two participants make a predicted meeting the gold one, or the only one of those that have one."""
    return shared_participants(article, gold, findings, meeting) >= min(2, len(gold.participants))


def _detail_outcomes(gold: GoldMeeting, meeting: Meeting) -> Iterator[Outcome]:
    if gold.place:
        names = [place.name for place in meeting.places]
        error = Error("place", f"{gold.quote}: want {list(gold.place)} got {names}")
        yield _judged("place", _has_place(meeting, gold.place + gold.place_alt), error)
    if gold.date:
        value = meeting.date.value if meeting.date else None
        error = Error("date", f"{gold.quote}: want {gold.date} got {value}")
        yield _judged("date", same_days(meeting.date, gold.dates), error)
    yield _judged("status", meeting.status in (gold.status, *gold.status_alt))
    yield _judged("kind", _broad_kind(meeting.kind) in map(_broad_kind, (gold.kind, *gold.kind_alt)))


def _judged(measure: str, is_right: bool, error: Error | None = None) -> Outcome:
    verdict: Verdict = "right" if is_right else "wrong"
    return Outcome(measure, verdict, None if is_right else error)


def _has_place(meeting: Meeting, names: tuple[str, ...]) -> bool:
    return any(same_text(place.name, name) for place in meeting.places for name in names)


def _broad_kind(kind: str) -> str:
    """The kind, with talks and meetings taken as one: the line between the two is near arbitrary."""
    return "meeting" if kind == "talks" else kind


def _participant_names(meeting: Meeting) -> str:
    return str([participant.name for participant in meeting.participants])
