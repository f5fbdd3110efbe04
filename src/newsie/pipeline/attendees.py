"""Those whom an article adds to a meeting later: "was accompanied by", "also present was", "attended by"."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

from spacy.tokens import Token

from newsie.pipeline import syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftMeeting, DraftParticipant
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


PLACES = ("at", "in", "on", "during")
DEFINITE = {"the", "this", "both", "these", "all"}


class Attendance(RuleModel):
    """One way to add somebody; rules/attendance.toml explains the fields."""

    rule: str
    verbs: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    slots: tuple[str, ...]
    anchor: Literal["person", "meeting"]
    passive_only: bool = False
    example: str
    near_miss: str


class AttendanceRules(RuleModel):
    """The whole of rules/attendance.toml."""

    events: frozenset[str]
    every: frozenset[str]
    attendance: tuple[Attendance, ...]


@cache
def rules() -> AttendanceRules:
    """Return rules/attendance.toml."""
    return load_rules("attendance", AttendanceRules)


@cache
def attendance_words() -> frozenset[str]:
    """Return the words, lemmas or lower case, of which a sentence that adds somebody has one."""
    return frozenset(word for entry in rules().attendance for word in (*entry.verbs, *entry.words))


def add_attendees(clause: Clause, meetings: Sequence[DraftMeeting], quoted: set[int]) -> None:
    """Add those who are said in `clause` to have been there too to the meeting, of those so far, that is meant."""
    for token in clause.copy:
        if clause.origin(token).start in quoted or token.dep_ == "expl":
            continue
        for entry in rules().attendance:
            people = _people(clause, _added(entry, token))
            for meeting in _meant(clause, entry, token, meetings) if people else ():
                _extend(meeting, people)


def _extend(meeting: DraftMeeting, people: Sequence[DraftParticipant]) -> None:
    known = {participant.entity for participant in meeting.participants}
    meeting.participants += [person for person in people if person.entity not in known]


def _added(entry: Attendance, token: Token) -> list[Token]:
    """The words for those whom an entry adds at a token, if it is the entry's verb or adjective."""
    if token.lemma_.lower() in entry.verbs and syntax.is_verb(token):
        if entry.anchor == "meeting" and not _is_event(syntax.logical_objects(token)):
            return []
        if entry.passive_only and not syntax.is_passive(token):
            return []
        return [word for slot in entry.slots for word in _slot(token, slot)]
    if token.lower_ in entry.words and token.head.lemma_ == "be" and token.i > token.head.i - 3:
        if any(place.lemma_.lower() not in rules().events for place in syntax.prepositional(token.head, PLACES)):
            return []
        return [word for slot in entry.slots for word in _slot(token.head, slot)]
    return []


def _is_event(tokens: Sequence[Token]) -> bool:
    """Whether what was attended is the meeting spoken of: "the meeting", "Wednesday's talks", "it"."""
    return any(
        token.lower_ == "it"
        or (token.lemma_.lower() in rules().events and any(child.lower_ in DEFINITE for child in token.children))
        for token in tokens
    )


def _slot(verb: Token, slot: str) -> list[Token]:
    if slot == "subject":
        return syntax.logical_subjects(verb) or _inverted_subject(verb)
    if slot == "object":
        return syntax.logical_objects(verb)
    return syntax.prepositional(verb, (slot,))


def _inverted_subject(verb: Token) -> list[Token]:
    """The subject of "Also present were A and B", which a parser may call an attribute."""
    return [member for child in verb.children if child.dep_ == "attr" and child.i > verb.i for member in syntax.listed(child)]


def _people(clause: Clause, tokens: Sequence[Token]) -> list[DraftParticipant]:
    phrases = [clause.phrase(token) for token in tokens]
    return [DraftParticipant(p.mention, p.mention.kb_id_) for p in phrases if p is not None and p.is_person]


def _meant(
    clause: Clause, entry: Attendance, token: Token, meetings: Sequence[DraftMeeting]
) -> Iterator[DraftMeeting]:
    """The last meeting, no visit, of the one who was accompanied, or the last one at all; each of a list if all are meant."""
    real = [meeting for meeting in meetings if meeting.kind != "visit"]
    if entry.anchor == "person":
        verb = token if syntax.is_verb(token) else token.head
        accompanied = {p.entity for p in _people(clause, syntax.logical_objects(verb))}
        real = [meeting for meeting in real if accompanied & {p.entity for p in meeting.participants}]
    if not real:
        return
    every = any(word.lower_ in rules().every for word in clause.copy)
    yield from (meeting for meeting in real if (every and meeting.sentence == real[-1].sentence) or meeting is real[-1])
