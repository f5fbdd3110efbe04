"""Which meeting somebody attended, who is told to have been there in a sentence of its own."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from newsie.pipeline import syntax
from newsie.pipeline.attendance_rules import Attendance, rules
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftMeeting
from newsie.pipeline.participants import people_behind
from newsie.pipeline.status import read_status

DELEGATIONS_MEET = {"talks", "negotiation", "summit"}
CALL, CEREMONY = "call", "ceremony"
TO_COME = {"planned", "possible"}
PAST = {"had", "last", "previously"}
ABOUT = {"on", "about", "of"}
OWN = {"his", "her", "their"}
LONGEST_AUXILIARY = 2  # tokens, "had last"
# An article may go on about a meeting in the next paragraph.
LONGEST_GAP = 2


def attended(
    clause: Clause, entry: Attendance, token: Token, verb: Token, meetings: Sequence[DraftMeeting]
) -> Iterator[DraftMeeting]:
    """Yield the meeting, of those so far, at which the people of an entry that fires at `token` were.

    It is the last one that fits, no visit: of the person who was accompanied, on the day that is named, to come if they
    "will attend". All of a list if so said.
    """
    fitting = _within_reach(clause, entry, verb, meetings)
    if entry.anchor == "person":
        fitting = _of_person(clause, verb, fitting)
    elif any(meeting.sentence != clause.span for meeting in fitting):
        fitting = _spoken_of(clause, _at_the_time(clause, token, _of_kind(clause, fitting)))
    fitting = _on_the_day(clause, fitting)
    if not fitting:
        return
    every = any(word.lower_ in rules().every for word in clause.copy)
    last = fitting[-1]
    yield from (meeting for meeting in fitting if (every and meeting.sentence == last.sentence) or meeting is last)


def _within_reach(
    clause: Clause, entry: Attendance, verb: Token, meetings: Sequence[DraftMeeting]
) -> list[DraftMeeting]:
    """The meetings that a sentence may add to: its own one, the talks of two delegations, any that is no visit."""
    own = [meeting for meeting in meetings[-1:] if meeting.sentence == clause.span]
    if own or entry.anchor == "sentence":
        return own
    real = [meeting for meeting in meetings if meeting.kind != "visit" and _is_real(meeting)]
    if entry.intransitive and (_speaks_of_another(verb) or not _is_near(clause, real)):
        return []
    of_delegations = [meeting for meeting in real if meeting.kind in DELEGATIONS_MEET]
    return of_delegations if of_delegations and "delegation" in (entry.object, entry.subject) else real


def _is_real(meeting: DraftMeeting) -> bool:
    """Whether a meeting takes place: nobody is present at one that was refused, or at "monthly meetings"."""
    return read_status(meeting.trigger, meeting.sentence) not in ("none", "cancelled")


def _speaks_of_another(verb: Token) -> bool:
    """Whether the sentence names what people attend: "a summit will be held in May, and A will attend"."""
    events = rules().events | rules().other_events
    return any(token.lemma_.lower() in events for token in verb.doc[: verb.i])


def _is_near(clause: Clause, meetings: Sequence[DraftMeeting]) -> bool:
    between = clause.span.doc[meetings[-1].sentence.end : clause.span.start] if meetings else ()
    return bool(meetings) and sum("\n" in token.text for token in between) < LONGEST_GAP


def _of_person(clause: Clause, verb: Token, meetings: list[DraftMeeting]) -> list[DraftMeeting]:
    """The meetings of the one who was accompanied; those of delegations if it is "A's delegation" that was joined."""
    objects = syntax.logical_objects(verb)
    owned = [o for noun in objects if noun.lemma_ in rules().delegations for o in noun.children if o.dep_ == "poss"]
    accompanied = {person.entity for person in people_behind(clause, [*objects, *owned])}
    pronoun = any(token.pos_ == "PRON" for token in objects) and not accompanied
    fitting = [m for m in meetings if pronoun or accompanied & {person.entity for person in m.participants}]
    if owned:
        return [meeting for meeting in fitting if meeting.kind in DELEGATIONS_MEET] or fitting
    return [meeting for meeting in fitting if not _is_topic(meeting)] or fitting


def _is_topic(meeting: DraftMeeting) -> bool:
    """Whether people only spoke of a meeting at another one: "came to brief him on his talks with B"."""
    before = meeting.trigger.doc[max(meeting.trigger.start - 3, meeting.sentence.start) : meeting.trigger.start]
    words = {token.lower_ for token in before}
    return bool(words & ABOUT) and bool(words & OWN)


def _of_kind(clause: Clause, meetings: list[DraftMeeting]) -> list[DraftMeeting]:
    """The calls if it was "the call" that people joined, others if it was "the meeting", no ceremonies; else all."""
    nouns = [token for token in clause.copy if token.lemma_.lower() in rules().events]
    if not nouns:
        return meetings
    is_call = any(noun.lemma_.lower() == CALL for noun in nouns)
    of_kind = [meeting for meeting in meetings if (meeting.kind == CALL) == is_call]
    return [meeting for meeting in of_kind if meeting.kind != CEREMONY] or of_kind or meetings


def _at_the_time(clause: Clause, token: Token, meetings: list[DraftMeeting]) -> list[DraftMeeting]:
    """The meetings to come if people "will attend", else those that took place, without the ones of the past."""
    to_come = read_status(clause.origin(token), clause.span) in TO_COME
    at_the_time = [m for m in meetings if (read_status(m.trigger, m.sentence) in TO_COME) == to_come]
    at_the_time = at_the_time or meetings
    return [meeting for meeting in at_the_time if not _is_past(meeting)] or at_the_time


def _is_past(meeting: DraftMeeting) -> bool:
    """Whether it is one of the past in an article on another: "two weeks after they had spoken", "they last met"."""
    start = max(meeting.trigger.start - LONGEST_AUXILIARY, meeting.sentence.start)
    return any(token.lower_ in PAST for token in meeting.trigger.doc[start : meeting.trigger.start])


def _spoken_of(clause: Clause, meetings: list[DraftMeeting]) -> list[DraftMeeting]:
    """The meetings of those of whom the sentence before speaks, if the last one is of others; else all.

    A sentence right behind one that tells of a meeting goes on about that one.
    """
    if meetings and meetings[-1].sentence.end == clause.span.start:
        return meetings
    subjects = clause.topics or ([clause.topic] if clause.topic is not None else [])
    keys = {phrase.mention.kb_id_ for phrase in subjects}
    theirs = [m for m in meetings if keys <= {participant.entity for participant in m.participants}]
    return theirs or meetings


def _on_the_day(clause: Clause, meetings: list[DraftMeeting]) -> list[DraftMeeting]:
    """The meetings on the day that a clause names ("at Wednesday's talks"), all if it names none of theirs."""
    indices = range(clause.span.start, clause.span.end)
    dates = [span._.date for span in clause.span.doc.spans.get("dates", ()) if span.start in indices]
    days = {date.from_ for date in dates if date is not None and date.from_}
    same = [meeting for meeting in meetings if meeting.date is not None and meeting.date._.date.from_ in days]
    return same or meetings
