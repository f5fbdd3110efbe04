"""Meetings told as the next in a row: "He was followed by A and by B", "and was followed by one with C"."""

from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Span, Token

from newsie.pipeline import attribution, syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftMeeting, DraftParticipant
from newsie.pipeline.participants import people_behind

FOLLOW = "follow"
VISITORS = {"he", "she", "they"}
ANAPHORS = {"one", "another"}
SAME_HOST = "host of the meeting before"


def sequel_words() -> frozenset[str]:
    """Return the lemmas of which a sentence that tells the next meeting has one."""
    return frozenset((FOLLOW,))


def find_sequels(clause: Clause, previous: Clause | None, meetings: Sequence[DraftMeeting]) -> list[DraftMeeting]:
    """Return the meetings of those who "followed" the visitor of the last meeting, one for each.

    The last meeting must be one of this sentence or of the one before, and the host one person.
    """
    if not meetings or meetings[-1].sentence not in (clause.span, previous.span if previous else clause.span):
        return []
    last = meetings[-1]
    for token in clause.copy:
        if token.lemma_ == FOLLOW and syntax.is_verb(token) and syntax.is_passive(token):
            host, visitors = _host(last, _first(last)), _followers(clause, token, last)
            if host is not None and visitors:
                return [_next(clause, token, last, [host, visitor]) for visitor in visitors]
    return []


def _first(meeting: DraftMeeting) -> DraftParticipant:
    return meeting.participants[0]


def _host(meeting: DraftMeeting, owner: DraftParticipant) -> DraftParticipant | None:
    """The one who receives; of a meeting without host and visitor its first participant."""
    hosts = [participant for participant in meeting.participants if participant.part == "host"]
    named = [host for host in hosts or [owner] if host.entity is not None]
    if len(named) != 1 or len(hosts) > 1:
        return None
    return replace(named[0], slot=None, rule=SAME_HOST)


def _followers(clause: Clause, verb: Token, last: DraftMeeting) -> list[DraftParticipant]:
    """Who followed the visitor, or, after "the meeting was followed by one with", those with whom that was."""
    known = {participant.entity for participant in last.participants}
    by = syntax.prepositional(verb, ("by",))
    if last.sentence == clause.span:
        by = [other for noun in by if noun.lower_ in ANAPHORS for other in syntax.prepositional(noun, ("with",))]
    elif not _speaks_of_visitor(clause, verb, last):
        return []
    return [person for person in people_behind(clause, by) if person.entity not in known]


def _speaks_of_visitor(clause: Clause, verb: Token, last: DraftMeeting) -> bool:
    visitors = {participant.entity for participant in last.participants if participant.part == "visitor"}
    subjects = syntax.subjects(verb)
    named = {person.entity for person in people_behind(clause, subjects)}
    return bool(visitors) and (bool(named & visitors) or any(token.lower_ in VISITORS for token in subjects))


def _next(clause: Clause, verb: Token, last: DraftMeeting, people: list[DraftParticipant]) -> DraftMeeting:
    trigger = clause.origin(verb)
    return replace(
        last,
        trigger=Span(trigger.doc, trigger.start, trigger.end, label="MEETING", span_id=last.rule),
        sentence=clause.span,
        participants=people,
        places=list(last.places),
        attributed_to=attribution.find_sources(clause, verb),
    )
