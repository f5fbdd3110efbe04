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
TOGETHER = "together"


def elaboration_words() -> frozenset[str]:
    """Return the words, lemmas or lower case, of which a sentence that names a group's members has one."""
    return rules().jointly | COUNTS.keys() | {TOGETHER}


def name_groups(clause: Clause, previous: Clause | None, meetings: list[DraftMeeting]) -> None:
    """Put people that `clause` names in the place of the unnamed group of the last meeting, if it tells who it was.

    "It was the first meeting of A and B" is no other meeting then.
    """
    before = [meeting for meeting in meetings if meeting.sentence != clause.span]
    here = meetings[len(before) :]
    if before and len(here) == 1 and previous is not None and before[-1].sentence == previous.span:
        here = [] if _is_described(clause, here[0], before[-1]) else here
        del meetings[len(before) + len(here) :]
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


def _is_described(clause: Clause, told: DraftMeeting, last: DraftMeeting) -> bool:
    """Whether "it was the first meeting of A and B" tells of the last meeting, which then takes their names."""
    triggers = (token for token in clause.copy if clause.origin(token).start == told.trigger.start)
    is_it = any(
        noun.dep_ == "attr" and any(token.lower_ in ("it", "this") for token in syntax.subjects(noun.head))
        for noun in triggers
    )
    groups = [participant for participant in last.participants if participant.entity is None]
    people = [participant for participant in told.participants if participant.entity is not None]
    if not is_it or len(groups) != 1 or len(people) < 2:
        return False
    _replace(last, groups[0], [replace(person, rule=MEMBERS) for person in people])
    return True


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
        if _is_joint(token):
            people = [DraftParticipant(span, key, rule=JOINTLY) for span, key in named(clause, syntax.subjects(token))]
            if len(people) > 1 and _count(meeting.participants) in (None, len(people)):
                meeting.participants = people
                meeting.attributed_to += attribution.find_sources(clause, token)
                return


def _is_joint(verb: Token) -> bool:
    """Whether people do something with each other: "A and B agreed", "A and B spent four hours together"."""
    together = verb.lemma_ == "spend" and any(token.lower_ == TOGETHER for token in verb.subtree)
    return syntax.is_verb(verb) and (together or verb.lemma_ in rules().jointly)
