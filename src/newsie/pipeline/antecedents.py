"""Whom "he", "she", "him" and "his" mean where the pronouns of the whole text left it open: the subject spoken of."""

from collections.abc import Mapping

from spacy.tokens import Doc, Token

from newsie.pipeline import syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.entities import Entity
from newsie.pipeline.genders import genders
from newsie.pipeline.phrases import Phrase
from newsie.pipeline.spans import group

GENDERS = {"he": "masculine", "him": "masculine", "his": "masculine", "she": "feminine", "her": "feminine"}
SUBJECT_PRONOUNS = {"he", "she"}
POSSESSIVES = {"his", "her"}
# One who speaks for another goes on about that one: "the spokesman, Jan Kraus, said he would visit Accra".
SPEAKS_FOR_OTHERS = ("spokes", "press", "information", "aide", "adviser", "advisor")


def is_open(clause: Clause, token: Token) -> bool:
    """Whether a token is a pronoun of the third person singular for which nobody has been found yet."""
    return token.lower_ in GENDERS and token.pos_ == "PRON" and clause.phrase(token) is None


def antecedent(clause: Clause, pronoun: Token) -> Phrase | None:
    """Return whom an open pronoun means: the subject above it in its sentence, or the subject of the sentence before.

    The subject above is that of the clause on which the pronoun's own depends. Nobody is meant if gender is against it.
    """
    found = _subject_above(clause, pronoun)
    if found is None and not _anybody_before(clause, pronoun):
        found = clause.topic if clause.topic is not None and not _is_doubtful(clause, pronoun, clause.topic) else None
    if found is None or not _gender_agrees(clause.span.doc, pronoun, found):
        return None
    return found


def _is_doubtful(clause: Clause, pronoun: Token, topic: Phrase) -> bool:
    """Whether somebody named behind the topic is known to be a "she" where the topic may be a "he"."""
    if _is_possessive(pronoun):
        return False  # "his visit" is what the topic has
    doc = clause.span.doc
    known = genders(doc)
    mentions = (mention for mention in group(doc, "mentions") if mention.label_ == "PERSON")
    behind = [mention for mention in mentions if topic.end <= mention.start < clause.span.start]
    gender = GENDERS[pronoun.lower_]
    if pronoun.lower_ not in SUBJECT_PRONOUNS:  # "A praised B. C had met her": either, but A if "B had met her"
        may_be = {one.kb_id_ for one in behind if known.get(one.kb_id_, gender) == gender}
        return bool(may_be - _actors(clause, pronoun) - {topic.mention.kb_id_})
    rivals = {mention.kb_id_ for mention in behind if known.get(mention.kb_id_) == gender}
    return topic.mention.kb_id_ not in known and bool(rivals - {topic.mention.kb_id_})


def _actors(clause: Clause, pronoun: Token) -> set[str]:
    """The keys of the subjects of a pronoun's own verb, whom it does not mean as an object."""
    verb = syntax.verb_above(pronoun)
    phrases = (clause.phrase(token) for token in syntax.subjects(verb)) if verb is not None else ()
    return {phrase.mention.kb_id_ for phrase in phrases if phrase is not None}


def _subject_above(clause: Clause, pronoun: Token) -> Phrase | None:
    """The one person who is the subject of a verb above the pronoun's own."""
    own = syntax.verb_above(pronoun)
    skipped = own if not _is_possessive(pronoun) else None
    verb = own
    while verb is not None:
        subjects = [child for child in verb.children if child.dep_ in syntax.SUBJECTS and child.i < pronoun.i]
        if verb != skipped and subjects and subjects[0] not in pronoun.ancestors:
            rival = _is_possessive(pronoun) and _somebody_between(clause, subjects[0], pronoun)
            return None if rival else _one_person(clause, subjects[0])
        verb = syntax.verb_above(verb)
    return None


def _somebody_between(clause: Clause, subject: Token, pronoun: Token) -> bool:
    """Whether somebody else is named in between: in "A met B during his visit" it may be the visit of either."""
    between = [(token, clause.phrase(token)) for token in clause.copy[subject.i + 1 : pronoun.i]]
    return any(token.pos_ == "PROPN" and (phrase is None or phrase.is_person) for token, phrase in between)


def _one_person(clause: Clause, subject: Token) -> Phrase | None:
    phrase = clause.phrase(subject)
    if phrase is None or not phrase.is_person or len(syntax.listed(subject)) > 1:
        return None
    person = (clause.span.doc._.entities or {}).get(phrase.mention.kb_id_)
    return None if person is not None and speaks_for_others(person) else phrase


def speaks_for_others(person: Entity) -> bool:
    """Return whether a person is a spokesman, an aide or the like, who is not the one whom the news are about."""
    return any(word in role.title.lower() for role in person.roles for word in SPEAKS_FOR_OTHERS)


def _anybody_before(clause: Clause, pronoun: Token) -> bool:
    """Whether the sentence itself names people in front of the pronoun, of whom one may be meant."""
    own = syntax.verb_above(pronoun)
    # Who met "her" is not she.
    others = [] if _is_possessive(pronoun) or own is None else syntax.subjects(own)
    phrases = (clause.phrase(token) for token in clause.copy[: pronoun.i] if token not in others)
    return any(phrase is not None and phrase.is_person for phrase in phrases)


def _is_possessive(pronoun: Token) -> bool:
    return pronoun.lower_ in POSSESSIVES and pronoun.dep_ == "poss"


def _gender_agrees(doc: Doc, pronoun: Token, phrase: Phrase) -> bool:
    known: Mapping[str, str] = genders(doc)
    return known.get(phrase.mention.kb_id_, GENDERS[pronoun.lower_]) == GENDERS[pronoun.lower_]
