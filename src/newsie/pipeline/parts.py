"""Who is host and who visitor where the verb doesn't say: "the visiting minister", "his host", "during a visit to"."""

from collections.abc import Sequence

from newsie.pipeline import syntax
from newsie.pipeline.circumstances import belongs, owners
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftMeeting, DraftParticipant
from newsie.pipeline.frame_rules import frame_rules
from newsie.records import Part

VISITING = "visiting"
CALLED: dict[str, Part] = {"host": "host", "guest": "visitor", "visitor": "visitor"}
OTHER_PART: dict[Part, Part] = {"host": "visitor", "visitor": "host"}
# Tokens of titles that may stand between "visiting" and the name: "visiting Chief of the Air Staff General A".
LONGEST_TITLE = 8
PUNCTUATION = {",", ".", ";", ":", "(", ")"}
DETERMINERS = {"the", "a", "an"}


def read_parts(clause: Clause, meetings: Sequence[DraftMeeting]) -> None:
    """Give the participants of the meetings of a clause the part that their description, or their visit, gives them.

    A meeting "during a visit to Accra", or for which somebody went there, was in Accra if it has no place of its own.
    """
    own = [meeting for meeting in meetings if meeting.sentence == clause.span]
    visits = [meeting for meeting in own if meeting.kind == "visit"]
    for meeting in own:
        if meeting.kind in ("visit", "call"):
            continue
        for participant in meeting.participants:
            _described(meeting, participant)
        for visit in visits:
            _on_visit(clause, meeting, visit)


def _described(meeting: DraftMeeting, participant: DraftParticipant) -> None:
    if participant.part is not None:
        return
    words = _words_before(participant) + [token.lower_ for token in participant.span]
    if VISITING in words:
        participant.part = "visitor"
    called = next((CALLED[word] for word in reversed(_words_before(participant)[-2:]) if word in CALLED), None)
    if called is not None:
        participant.part = called
        others = [other for other in meeting.participants if other is not participant]
        if len(others) == 1 and others[0].part is None:
            others[0].part = OTHER_PART[called]


def _words_before(participant: DraftParticipant) -> list[str]:
    """The words of the title before a name, back to an article, a verb, a comma or the start of the sentence."""
    doc = participant.span.doc
    words: list[str] = []
    start = participant.span.start
    if start > 1 and doc[start - 1].text == "," and doc[start - 2].lower_ in CALLED:  # "his host, A"
        return [doc[start - 2].lower_]
    for index in range(start - 1, max(start - 1 - LONGEST_TITLE, participant.span.sent.start - 1), -1):
        token = doc[index]
        if token.text in PUNCTUATION or (token.lower_ != VISITING and syntax.is_verb(token)):
            break
        words.insert(0, token.lower_)
        if token.lower_ in DETERMINERS | {VISITING, *CALLED}:
            break
    return words


def _on_visit(clause: Clause, meeting: DraftMeeting, visit: DraftMeeting) -> None:
    """Make the one on a visit the visitor of a meeting that the visit is the frame of."""
    visitors = {one.entity for one in visit.participants if one.entity}
    there = bool(set(meeting.places) & set(visit.places))
    if not (there or (not meeting.places and _is_part(clause, meeting, visit))):
        return
    meeting.places = meeting.places or list(visit.places)
    if all(one.part is None for one in meeting.participants):
        for one in meeting.participants:
            one.part = "visitor" if one.entity in visitors else None


def _is_part(clause: Clause, meeting: DraftMeeting, visit: DraftMeeting) -> bool:
    """Whether the meeting was "during a visit", or the purpose of the journey ("travelled to Accra for talks")."""
    head = next(token for token in clause.copy if clause.origin(token).start == meeting.trigger.start)
    going = next(token for token in clause.copy if clause.origin(token).start == visit.trigger.start)
    if syntax.is_verb(going):
        purpose = head.dep_ == "pobj" and head.head.lower_ == "for" and head.head.head == going
        return going.lemma_ in frame_rules().motion and purpose
    return going.dep_ == "pobj" and going.head.lower_ in ("during", "on") and belongs(going.head, owners(head))
