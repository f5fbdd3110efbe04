"""Where a meeting was, told in another sentence: "There he will meet B", "The talks, at the palace, were hosted by"."""

from collections.abc import Sequence

from spacy.tokens import Token

from newsie.pipeline import circumstances, syntax
from newsie.pipeline.attendees import DEFINITE, rules
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftMeeting
from newsie.pipeline.occasions import find_occasion

VISITS = {"visit", "trip", "stay", "stop", "tour"}
# "during the visit", "as part of her trip", "within the framework of the visit"
ON_A_VISIT = {"during", "of", "within", "on"}
# "the meeting with B in Accra" may be another one.
OF_OTHERS = {"with", "between", "of"}
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
    if not real or (real[-1].places and real[-1].occasion):
        return
    for token in clause.copy:
        words = {child.lower_ for child in token.children}
        if token.lemma_.lower() not in rules().events or not words & {*DEFINITE, "their"}:
            continue
        if token.dep_ in syntax.SUBJECTS and token.head.lemma_ in OCCURRING:
            occasion = find_occasion(clause, token)
            real[-1].occasion = real[-1].occasion or occasion
            real[-1].places = real[-1].places or circumstances.find_places(clause, token, occasion)
        if not words & OF_OTHERS:
            real[-1].places = real[-1].places or circumstances.own_places(clause, token, OCCURRING)


def place_on_visit(clause: Clause, meetings: Sequence[DraftMeeting]) -> None:
    """Give the meetings of "During the visit, A met B" that have no place the one that A or B came to visit."""
    if not any(_is_known_visit(token) for token in clause.copy):
        return
    visits = [meeting for meeting in meetings if meeting.kind == "visit" and meeting.sentence != clause.span]
    for meeting in (meeting for meeting in meetings if meeting.sentence == clause.span and meeting.kind != "visit"):
        people = {participant.entity for participant in meeting.participants if participant.entity}
        if visits and people & {visitor.entity for visitor in visits[-1].participants}:
            meeting.places = meeting.places or list(visits[-1].places)


def _is_known_visit(token: Token) -> bool:
    """Whether a word is "the visit" or "her trip" on which something happened, without a place of its own."""
    known = any(child.lower_ in DEFINITE or child.dep_ == "poss" for child in token.children)
    has_place = any(child.dep_ == "prep" for child in token.children)
    return token.lemma_ in VISITS and token.head.lower_ in ON_A_VISIT and known and not has_place
