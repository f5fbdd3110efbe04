"""Of whom a sentence speaks: its subject, for the pronouns of the next sentence."""

from collections.abc import Sequence

from spacy.tokens import Doc

from newsie.pipeline.phrases import Phrase

SUBJECT_PRONOUNS = {"he", "she"}
FINITE_TAGS = {"VBD", "VBZ", "VBP", "MD"}
# Before the subject of a sentence stands no preposition or conjunction: "talks with Ada Obi were held".
JOINING_TAGS = {"IN", "TO", "CC"}


def subject_of(doc: Doc, start: int, end: int, phrases: Sequence[Phrase], last: Phrase | None) -> Phrase | None:
    """Return the person of whom the sentence from token `start` to `end` speaks, None if that is not plain.

    It is the first one named, if a finite verb or "who" follows and nobody is beside them. `last` is the one of the
    sentence before, who stays if this one names nobody, or begins with a pronoun for which nobody was found.
    """
    opening = next((token for token in doc[start:end] if token.is_alpha), doc[start])
    people = [phrase for phrase in phrases if start <= phrase.start < end and phrase.is_person]
    if opening.lower_ in SUBJECT_PRONOUNS and (not people or people[0].start > opening.i):
        return last
    if not people:
        return last
    first = people[0]
    behind = (
        token for token in doc[first.end : end] if token.tag_ != "RB" and not (token.is_space or token.text == ",")
    )
    following = next(behind, None)
    is_subject = following is not None and (following.tag_ in FINITE_TAGS or following.lower_ == "who")
    return first if is_subject and not _is_joined(doc, start, first) else None


def joint_subject_of(
    doc: Doc, start: int, end: int, phrases: Sequence[Phrase], last: Sequence[Phrase]
) -> Sequence[Phrase]:
    """Return the people whom a sentence has for its subject together: "A and B have met", "A, B and C left".

    `last` are those of the sentence before, who stay if this one names nobody.
    """
    people = [phrase for phrase in phrases if start <= phrase.start < end and phrase.is_person]
    if not people:
        return last
    if len(people) < 2 or _is_joined(doc, start, people[0]):
        return []
    joint = people[:1]
    for phrase in people[1:]:
        between = doc[joint[-1].end : phrase.start]
        if not between or any(token.text != "," and token.lower_ != "and" for token in between):
            break
        joint.append(phrase)
    follows = joint[-1].end < end and doc[joint[-1].end].tag_ in FINITE_TAGS
    return joint if follows and len(joint) > 1 else []


def _is_joined(doc: Doc, start: int, phrase: Phrase) -> bool:
    return phrase.start > start and doc[phrase.start - 1].tag_ in JOINING_TAGS
