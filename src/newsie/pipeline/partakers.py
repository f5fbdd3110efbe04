"""Those of whom words beside a meeting say that they were there: "attended by A", "with the participation of A"."""

from spacy.tokens import Token

from newsie.pipeline import syntax
from newsie.pipeline.frame_rules import Frame

PARTICIPATION = {"participation", "attendance"}


def attenders(frame: Frame, noun: Token, verb: Token | None, happening: Token | None) -> list[Token]:
    """Return those of "a meeting chaired by A and attended by B".

    A parser may attach "attended" to the verb in front, of which the meeting is the object or the setting. `happening`
    is the verb that says that it takes place.
    """
    heads = [noun] if verb is None else [noun, verb]
    modifiers = [child for head in heads for child in head.children if child.dep_ in ("acl", "advcl")]
    modifiers += [other for modifier in modifiers for other in modifier.conjuncts]
    participles = [child for child in modifiers if child.lemma_ in frame.attended and child.i > noun.i]
    if participles and happening is not None and happening.lemma_ in frame.attended:
        participles.append(happening)
    return [token for participle in participles for token in syntax.prepositional(participle, ("by",))]


def partakers(frame: Frame, noun: Token, verb: Token | None, happening: Token | None) -> list[Token]:
    """Return those of "a meeting with the participation of A and B", of a frame for those who meet "with" others.

    The phrase may be that of the verb around the meeting, or of "a meeting to be held in Accra with".
    """
    if "with" not in frame.slots:
        return []
    around = [head for head in (noun, verb, happening) if head is not None]
    inner = [child for child in noun.children if child.dep_ in ("acl", "relcl") and child.i > noun.i]
    settings = [token for head in (*around, *inner) for token in syntax.prepositional(head, ("with",))]
    shared = [token for token in settings if token.lower_ in PARTICIPATION and token.i > noun.i]
    return [token for noun in dict.fromkeys(shared) for token in syntax.prepositional(noun, ("of",))]
