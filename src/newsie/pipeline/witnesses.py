"""Who witnesses a signing: "in the presence of A", "witnessed by A", "A witnessed the signing", "with A as witness"."""

from collections.abc import Collection

from spacy.tokens import Token

from newsie.pipeline import syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import DraftParticipant
from newsie.pipeline.participants import people_behind

WITNESS = "witness"
PRESENCE = "presence"
WORDS = frozenset((WITNESS, PRESENCE))


def at(clause: Clause, head: Token) -> list[DraftParticipant]:
    """Return the named people before whom, in the clause of `head`, the signing took place."""
    return people_behind(clause, [witness for token in clause.copy for witness in _witnesses(token, head)])


def _witnesses(token: Token, head: Token) -> list[Token]:
    """Who witnesses the signing of `head` by what one word says: "presence", "witness", or the name before "as"."""
    if token.lower_ == PRESENCE and (head in token.ancestors or token.head.head in head.ancestors):
        owners = [child for child in token.children if child.dep_ == "poss"]
        return syntax.prepositional(token, ("of",)) + owners
    if token.lemma_ == WITNESS and syntax.is_verb(token) and head in token.ancestors:
        return syntax.prepositional(token, ("by",))
    if token.lemma_ == WITNESS and token in head.ancestors:  # "A witnessed the signing"
        return syntax.logical_subjects(token)
    return [token] if is_witness(token) else []


def is_witness(token: Token) -> bool:
    """Whether somebody is named "as witness" right behind his name: "with A as witness"."""
    behind = token.doc[token.i + 1 : token.i + 3]
    return len(behind) == 2 and behind[0].lower_ == "as" and behind[1].lemma_.lower() == WITNESS


def of_the_signing(clause: Clause, nouns: Collection[str]) -> list[DraftParticipant]:
    """Return the people of whom a sentence says that they witnessed one of `nouns`, "the ceremony" or "the signing".

    So does "the signing took place in the presence of A".
    """
    found: list[Token] = []
    for token in clause.copy:
        if token.lemma_ == WITNESS and syntax.is_verb(token):
            seen = [thing for thing in syntax.logical_objects(token) if thing.lemma_.lower() in nouns]
            found += syntax.logical_subjects(token) if seen else []
        elif token.lower_ == PRESENCE and (verb := syntax.verb_above(token)) is not None:
            seen = [thing for thing in syntax.subjects(verb) if thing.lemma_.lower() in nouns]
            found += syntax.prepositional(token, ("of",)) if seen else []
    return people_behind(clause, found)
