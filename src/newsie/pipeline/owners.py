"""Whose meeting or journey it was that "has been postponed", where the article takes it for granted."""

from collections import Counter

from spacy.tokens import Token

from newsie.pipeline import syntax
from newsie.pipeline.delegations import Told
from newsie.pipeline.entities import DraftParticipant
from newsie.pipeline.people_nouns import rules

ON_THE_VISIT = "on the visit spoken of"
MAIN_PERSON = "in most meetings of the article"


def is_called_off(noun: Token) -> bool:
    """Whether a noun is the subject of "was cancelled", "has been put off"; no other owner stands beside it."""
    verb = noun.head
    owned = any(
        child.dep_ in ("poss", "compound") or child.lower_ in ("between", "of", "by") for child in noun.children
    )
    return (
        noun.dep_ in syntax.SUBJECTS
        and not owned
        and (verb.lemma_ in rules().calling_off or any(v.lemma_ in rules().calling_off for v in verb.ancestors))
    )


def travellers(told: Told) -> list[DraftParticipant]:
    """Return who was on a visit when the article last spoke of one: the only visitors, or ones met before too."""
    for participants in reversed(told.met):
        visitors = [participant for participant in participants if participant.part == "visitor" and participant.entity]
        if visitors:
            return [
                DraftParticipant(one.span, one.entity, "visitor", rule=ON_THE_VISIT)
                for one in visitors
                if _is_the_visitor(one, told)
            ]
    return []


def _is_the_visitor(visitor: DraftParticipant, told: Told) -> bool:
    everywhere = [{participant.entity for participant in participants} for participants in told.met]
    visitors = {one.entity for participants in told.met for one in participants if one.part == "visitor"}
    return len(visitors) == 1 or sum(visitor.entity in entities for entities in everywhere) > 1


def main_person(told: Told) -> list[DraftParticipant]:
    """Return the one who took part in more of the meetings so far than anybody else, if there is one."""
    people = [person for participants in told.met for person in participants if person.span.label_ == "PERSON"]
    counts = Counter(person.entity for person in people).most_common(2)
    if not counts or counts[0][1] < 2 or (len(counts) > 1 and counts[1][1] == counts[0][1]):
        return []
    main = next(person for person in people if person.entity == counts[0][0])
    return [DraftParticipant(main.span, main.entity, rule=MAIN_PERSON)]
