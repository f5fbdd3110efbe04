"""Sentences that report no meeting by their form: questions, "Had she met him", and habits: "they meet every month"."""

from spacy.tokens import Span, Token

from newsie.pipeline.status_rules import status_rules
from newsie.pipeline.syntax import SUBJECTS

# A condition begins with one of these verbs instead of "if".
INVERTED = {"had", "were", "should"}
# What stands behind one of these is taken for granted, even in a question: "Will the minister, who met B, resign?"
PRESUPPOSING = {"who", "whom", "which", "that", "after", "since", "when", "during", "following", "at"}
APPEALS = {"call": "on", "appeal": "to"}
REACH = 5
CLOSING = {'"', "”", "’", "'", ")", "''"}
BREAKS = {",", ";", ":", "–", "—", "“", '"', "``"}


def unreal_word(trigger: Span, sentence: Span) -> Span | None:
    """Return what shows that a sentence asks or imagines what `trigger` says: its question mark, the verb in front."""
    readings = (_question_mark, _inverted_verb, _how_often, _appeal)
    return next((word for reading in readings if (word := reading(trigger, sentence)) is not None), None)


def _question_mark(trigger: Span, sentence: Span) -> Span | None:
    doc, last = sentence.doc, sentence.end - 1
    while last > sentence.start and (doc[last].is_space or doc[last].text in CLOSING):
        last -= 1
    before = [token for token in doc[sentence.start + 1 : trigger.start] if not token.is_space][-REACH:]
    is_asked = doc[last].text == "?" and not any(token.lower_ in PRESUPPOSING for token in before)
    return doc[last : last + 1] if is_asked else None


def _how_often(trigger: Span, sentence: Span) -> Span | None:
    """What shows that people meet as a habit: "monthly talks", "agreed to meet regularly", "meet twice a year"."""
    doc, verb, habits = sentence.doc, trigger[0], status_rules().habits
    if verb.pos_ in ("NOUN", "PROPN"):
        words = [child for child in verb.lefts if verb.tag_ == "NNS" and child.lower_ in habits.periodic]
    elif verb.tag_ in ("VB", "VBP", "VBG"):
        words = [t for t in verb.subtree if t.head == verb and (t.lower_ in habits.regularly or _is_each(t))]
    else:
        words = []
    return doc[words[0].i : words[0].i + 1] if words else None


def _appeal(trigger: Span, sentence: Span) -> Span | None:
    """The "called" of "called on the president to visit Accra", by which nobody travels."""
    verb, above = trigger[0], trigger[0].head
    is_infinitive = verb.tag_ == "VB" and verb != above and any(child.tag_ == "TO" for child in verb.lefts)
    appealed = any(child.lower_ == APPEALS.get(above.lemma_) and child.i < verb.i for child in above.rights)
    return sentence.doc[above.i : above.i + 1] if is_infinitive and appealed else None


def _is_each(noun: Token) -> bool:
    """Whether it is "every month", "each year", "twice a year"."""
    before = {child.lower_ for child in noun.lefts}
    return noun.lower_ in status_rules().habits.periods and bool(before & {"every", "each", "twice"})


def _inverted_verb(trigger: Span, sentence: Span) -> Span | None:
    """The "had" of "Had the two met, …": it opens the clause of the trigger."""
    for token in reversed(trigger.doc[sentence.start : trigger.start]):
        if token.text in BREAKS:
            return None
        if token.lower_ in INVERTED and _opens_clause(token, sentence):
            return trigger.doc[token.i : token.i + 1]
    return None


def _opens_clause(token: Token, sentence: Span) -> bool:
    """Whether a verb stands at the start of a clause, its subject behind it: not "A and the envoy, B, were there"."""
    verb = token.head if token.dep_ in ("aux", "auxpass") else token
    if any(child.dep_ in SUBJECTS and child.i < token.i for child in verb.children):
        return False
    before = [other for other in token.doc[sentence.start : token.i] if not other.is_space]
    follows = token.nbor() if token.i + 1 < sentence.end else None
    is_first = not before or before[-1].text in BREAKS
    return is_first and follows is not None and follows.pos_ in ("PRON", "PROPN", "DET", "NOUN", "ADJ")
