"""Names for groups that took part: "met the ambassadors of A and B. The two envoys, C and D, asked …"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Token

from newsie.pipeline import attribution, syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.encounters import VAGUE
from newsie.pipeline.entities import DraftMeeting, DraftParticipant
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.people_words import COUNTS, named

# The rules by which people are found here, as they stand with the participants.
MEMBERS, JOINTLY = "members", "jointly"


def elaboration_words() -> frozenset[str]:
    """Return the words, lemmas or lower case, of which a sentence that names a group's members has one."""
    return rules().jointly | COUNTS.keys()


def name_groups(clause: Clause, previous: Clause | None, meetings: Sequence[DraftMeeting]) -> None:
    """Put people that `clause` names in the place of the unnamed group of the last meeting, if it tells who it was."""
    before = [meeting for meeting in meetings if meeting.sentence != clause.span]
    here = meetings[len(before) :]
    if not before or any(meeting.rule != VAGUE for meeting in here):
        return  # "A and B discussed trade" tells of the meeting before, "A met B" of another
    meeting = before[-1]
    groups = [participant for participant in meeting.participants if participant.entity is None]
    if not groups:
        return
    members = next((people for people in _listed_members(clause) if len(people) > 1), [])
    if members:
        _replace(meeting, groups[-1], members)
    elif len(groups) == len(meeting.participants) and previous is not None and meeting.sentence == previous.span:
        _adopt(clause, meeting)


def _listed_members(clause: Clause) -> Iterator[list[DraftParticipant]]:
    """The people in "the three were A, B and C" and "the two envoys, A and B, asked"."""
    for token in clause.copy:
        if token.dep_ in syntax.SUBJECTS and _is_counted(token):
            apposed = [child for child in token.children if child.dep_ == "appos"]
            equated = [child for child in token.head.children if child.dep_ == "attr" and token.head.lemma_ == "be"]
            for head in (*apposed, *equated):
                yield [DraftParticipant(span, key, rule=MEMBERS) for span, key in named(clause, syntax.listed(head))]


def _is_counted(token: Token) -> bool:
    words = {child.lower_ for child in token.children} | {token.lower_}
    return bool(words & COUNTS.keys())


def _replace(meeting: DraftMeeting, group: DraftParticipant, members: Sequence[DraftParticipant]) -> None:
    index = meeting.participants.index(group)
    known = {participant.entity for participant in meeting.participants}
    new = [replace(person, part=group.part) for person in members if person.entity not in known]
    meeting.participants[index : index + 1] = new


def _count(groups: Sequence[DraftParticipant]) -> int | None:
    """How many people some words stand for, if they say so: "the two commanders"."""
    words = (token.lower_ for group in groups for token in group.span)
    return next((COUNTS[word] for word in words if word in COUNTS), None)


def _adopt(clause: Clause, meeting: DraftMeeting) -> None:
    """Take those who do something together in the sentence after a meeting of unnamed people as those who met."""
    for token in clause.copy:
        if token.lemma_ in rules().jointly and syntax.is_verb(token):
            people = [DraftParticipant(span, key, rule=JOINTLY) for span, key in named(clause, syntax.subjects(token))]
            if len(people) > 1 and _count(meeting.participants) in (None, len(people)):
                meeting.participants = people
                meeting.attributed_to += attribution.find_sources(clause, token)
                return
