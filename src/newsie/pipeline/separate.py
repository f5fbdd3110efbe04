"""Whether somebody met several people at once or one by one: "separately", "with A and with B", beside a summit."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from newsie.pipeline import syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftParticipant
from newsie.pipeline.partakers import PARTICIPATION
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.protagonists import countries_of

# "several meetings with A and B": how often with both of them together, nobody says.
SEVERAL = {"several", "various", "multiple", "bilateral", "individual", "one-on-one", "numerous", "back-to-back"}
# The talks of two: "A and B held bilateral talks" with each other, if nobody else is named.
OF_TWO = {"bilateral", "one-on-one"}
# What tells of meetings of two, and what of more than two.
FURTHER = {"also"}
BILATERAL = {"bilateral", "bilaterals", "sidelines", "margins", "fringes"}
JOINTLY = {"together", "jointly", "trilateral", "quadrilateral", "three-way", "four-way", "both", "three", "tripartite"}

# What is said of a call of more than two.
CONFERRING = {"conference", "videoconference", "joint", "jointly", "together", "group", "trilateral", "three-way"}


def sides(
    apart: bool, subjects: list[DraftParticipant], others: list[DraftParticipant]
) -> Iterator[list[DraftParticipant]]:
    """Yield who took part in each meeting: all in one, or, if `apart`, one with each of those who were met."""
    if not apart:
        yield subjects + others
    elif not subjects:
        return
    elif len(others) > 1:
        yield from ([*subjects, other] for other in others)
    else:
        yield from ([subject, *others] for subject in subjects)


def are_separate(head: Token, others: Sequence[Token]) -> bool:
    """Whether there was one meeting with each: "separately", "several meetings", "A and, in the evening, B".

    Who met "with A and with B" met each of them, too.
    """
    clause_tokens = list(head.doc)
    if head.tag_ == "NNS" and any(child.lower_ in SEVERAL for child in head.children):
        return True
    said = any(_sets_apart(token, others) for token in clause_tokens if _is_near(head, token))
    if said or len(others) < 2:
        return said
    prepositions = {syntax.governor(token) for token in others}
    if len(prepositions) == len(others) and all(token.lower_ == "with" for token in prepositions):
        return True
    between = clause_tokens[min(other.i for other in others) : max(other.i for other in others)]
    if any(token.lower_ in PARTICIPATION for token in between):
        return False  # "between A and B on Monday with the participation of C"
    return any(token.lower_ in rules().sequence for token in between)


def are_calls(clause: Clause, head: Token, others: Sequence[Token]) -> bool:
    """Whether somebody spoke on the telephone "with both A and B": with one after the other, unless they conferred."""
    if len(others) < 2:
        return False
    before_last = clause.span.doc[clause.origin(head).end : clause.origin(others[-1]).start]
    both = any(token.lower_ == "both" for token in before_last)
    return both and not CONFERRING.intersection(token.lower_ for token in clause.span)


def are_of_these_two(head: Token, subjects: Sequence[DraftParticipant], others: Sequence[DraftParticipant]) -> bool:
    """Whether the two who held "bilateral talks" held them with each other."""
    return len(subjects) == 2 and not others and any(child.lower_ in OF_TWO for child in head.children)


def are_bilateral(clause: Clause, subjects: Sequence[DraftParticipant], others: Sequence[DraftParticipant]) -> bool:
    """Whether somebody met two people, each of another country, one by one, as is the rule beside a summit.

    It must be told of a summit's margins, of bilateral meetings, or of further ones: "the president also met A and B".
    """
    entities = clause.span.doc._.entities or {}
    states = [countries_of(entities[one.entity]) if one.entity in entities else set() for one in others]
    own = {code for one in subjects if one.entity in entities for code in countries_of(entities[one.entity])}
    if (
        len(subjects) != 1
        or [len(codes) for codes in states] != [1, 1]
        or len(own | states[0] | states[1]) != len(own) + 2
    ):
        return False
    words = {token.lower_ for token in clause.span}
    before = {token.lower_ for token in clause.span.doc[: clause.span.end]}
    return bool(words & FURTHER or before & BILATERAL) and not words & JOINTLY


def _sets_apart(token: Token, others: Sequence[Token]) -> bool:
    """Whether it is "separately", or the "each" of "met each envoy", but not that of "met each other"."""
    return token.lower_ in rules().separately and (token.dep_ != "det" or token.head in others)


def _is_near(head: Token, token: Token) -> bool:
    """Whether a word modifies the trigger or something in its own statement."""
    above = token.head
    while not syntax.is_verb(above) and above.head != above:
        above = above.head
    governor = head if syntax.is_verb(head) else syntax.verb_above(head)
    return above in (head, governor)
