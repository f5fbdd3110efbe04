"""Where a meeting was, told in another sentence: "There he will meet B", "The talks, at the palace, were hosted by"."""

from collections.abc import Sequence

from spacy.tokens import Token

from newsie.pipeline import circumstances, syntax
from newsie.pipeline.attendance_rules import rules
from newsie.pipeline.attendees import DEFINITE, OF_OTHERS
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftMeeting
from newsie.pipeline.occasions import find_occasion
from newsie.pipeline.status import read_status

VISITS = {"visit", "trip", "stay", "stop", "tour"}
# "during the visit", "as part of her trip", "within the framework of the visit"
ON_A_VISIT = {"during", "of", "within", "on"}
# "during her visit to Accra", "on a visit to Accra"
DURING = {"during", "on"}
LONGEST_SETTING = 4  # tokens, "during her first official"
ON_ARRIVAL = {"on", "upon"}
TO_COME = {"planned", "possible"}
OCCURRING = {"take", "hold", "be", "host", "convene"}


def place_there(clause: Clause, meetings: Sequence[DraftMeeting]) -> None:
    """Give the meetings of a clause with "there" the place of the last one; with a leading "There" the day too."""
    before = [meeting for meeting in meetings if meeting.sentence != clause.span]
    there = [token for token in clause.copy if token.lower_ == "there" and token.dep_ == "advmod"]
    if not there or not before or not before[-1].places:
        return
    for meeting in meetings[len(before) :]:
        meeting.places = meeting.places or list(before[-1].places)
        meeting.date = meeting.date or (before[-1].date if there[0].i == 0 else None)


def place_later(clause: Clause, meetings: Sequence[DraftMeeting]) -> None:
    """Give the last meeting the place, and the occasion, at which a later sentence says that "the meeting" was held."""
    real = [meeting for meeting in meetings if meeting.kind != "visit" and meeting.sentence != clause.span]
    if not real or real[-1].kind == "call" or (real[-1].places and real[-1].occasion):
        return  # people may be on the phone anywhere
    for token in clause.copy:
        words = {child.lower_ for child in token.children}
        if token.lemma_.lower() not in rules().events or not words & {*DEFINITE, "their"}:
            continue
        if _is_of_another_time(clause, token, real[-1]):
            continue
        if token.dep_ in syntax.SUBJECTS and token.head.lemma_ in OCCURRING:
            occasion = find_occasion(clause, token)
            real[-1].occasion = real[-1].occasion or occasion
            real[-1].places = real[-1].places or circumstances.find_places(clause, token, occasion)
        if not words & OF_OTHERS:
            real[-1].places = real[-1].places or circumstances.own_places(clause, token, OCCURRING)


def _is_of_another_time(clause: Clause, token: Token, meeting: DraftMeeting) -> bool:
    """Whether people "will meet at the summit in Accra" who have met before, or the other way round."""
    return (read_status(clause.origin(token), clause.span) in TO_COME) != (_time_of(meeting) in TO_COME)


def place_on_visit(clause: Clause, meetings: Sequence[DraftMeeting]) -> None:
    """Give the meetings of a clause that have no place the one of the visit on which A or B met the other."""
    for index, meeting in enumerate(meetings):
        if meeting.sentence == clause.span and meeting.kind != "visit" and not meeting.places:
            visit = _setting_visit(clause, meeting, meetings) or _earlier_visit(clause, meeting, meetings[:index])
            meeting.places = list(visit.places) if visit is not None else []


def _setting_visit(clause: Clause, meeting: DraftMeeting, meetings: Sequence[DraftMeeting]) -> DraftMeeting | None:
    """The visit of "During her visit to Accra, A met B", of one place and by one of those who met."""
    triggers = {clause.origin(token).start: token for token in clause.copy}
    met = triggers.get(meeting.trigger.start)
    for visit in meetings:
        noun = triggers.get(visit.trigger.start) if visit.sentence == clause.span and visit.kind == "visit" else None
        if noun is None or met is None or len(visit.places) != 1 or not _is_shared(visit, meeting):
            continue
        if noun.head.lower_ in DURING and noun.dep_ == "pobj" and noun.head.head in circumstances.owners(met):
            return visit
    return None


def _earlier_visit(clause: Clause, meeting: DraftMeeting, before: Sequence[DraftMeeting]) -> DraftMeeting | None:
    """The visit that "during the visit" means, or else the one that the sentences before in the paragraph tell of."""
    visits = [visit for visit in before if visit.kind == "visit" and visit.sentence != clause.span]
    if not visits or not _is_shared(visits[-1], meeting):
        return None
    if any(_is_known_visit(token) for token in clause.copy):
        return visits[-1]
    return visits[-1] if _goes_on(clause, visits[-1], meeting, before) else None


def _goes_on(clause: Clause, visit: DraftMeeting, meeting: DraftMeeting, before: Sequence[DraftMeeting]) -> bool:
    """Whether a paragraph tells what was "during her visit to Accra", and then of a meeting without a date."""
    later = [other for other in before if other.trigger.start > visit.trigger.start and other.places]
    if len(visit.places) != 1 or meeting.date is not None or any(other.places != visit.places for other in later):
        return False
    told = [other for other in (visit, *later) if not _ends_paragraph(other, clause)]
    return any(_is_setting(other) for other in told) and _time_of(visit) == _time_of(meeting) == "past"


def _ends_paragraph(meeting: DraftMeeting, clause: Clause) -> bool:
    """Whether a paragraph ends between the sentence of a meeting and a later one."""
    return any("\n" in token.text for token in clause.span.doc[meeting.sentence.end - 1 : clause.span.start])


def _is_setting(meeting: DraftMeeting) -> bool:
    """Whether a meeting is a visit on which something happened, or tells what happened "during the visit"."""
    start = max(meeting.sentence.start, meeting.trigger.start - LONGEST_SETTING)
    opening = meeting.sentence.doc[start : meeting.trigger.start] if meeting.kind == "visit" else meeting.sentence[:1]
    return any(token.lower_ in DURING for token in opening)


def _time_of(meeting: DraftMeeting) -> str:
    status = read_status(meeting.trigger, meeting.sentence)
    return "past" if status in ("held", "ongoing") else status


def _is_shared(visit: DraftMeeting, meeting: DraftMeeting) -> bool:
    people = {participant.entity for participant in meeting.participants if participant.entity}
    return bool(people & {visitor.entity for visitor in visit.participants})


def _is_known_visit(token: Token) -> bool:
    """Whether a word is "the visit" or "her trip" on which something happened, without a place of its own."""
    known = any(child.lower_ in DEFINITE or child.dep_ == "poss" for child in token.children)
    has_place = any(child.dep_ == "prep" for child in token.children)
    if token.lemma_ == "arrival":
        return token.head.lower_ in ON_ARRIVAL and not has_place
    return token.lemma_ in VISITS and token.head.lower_ in ON_A_VISIT and known and not has_place
