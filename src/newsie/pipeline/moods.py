"""Sentences that report nothing by their form: questions, and "Had she met him" for "if she had met him"."""

from spacy.tokens import Span, Token

# A condition begins with one of these verbs instead of "if".
INVERTED = {"had", "were", "should"}
# What stands behind one of these is taken for granted, even in a question: "Will the minister, who met B, resign?"
PRESUPPOSING = {"who", "whom", "which", "that", "after", "since", "when", "during", "following", "at"}
REACH = 5
CLOSING = {'"', "”", "’", "'", ")", "''"}
BREAKS = {",", ";", ":", "–", "—", "“", '"', "``"}


def unreal_word(trigger: Span, sentence: Span) -> Span | None:
    """Return what shows that a sentence asks or imagines what `trigger` says: its question mark, the verb in front."""
    return _question_mark(trigger, sentence) or _inverted_verb(trigger, sentence)


def _question_mark(trigger: Span, sentence: Span) -> Span | None:
    doc, last = sentence.doc, sentence.end - 1
    while last > sentence.start and (doc[last].is_space or doc[last].text in CLOSING):
        last -= 1
    before = [token for token in doc[sentence.start + 1 : trigger.start] if not token.is_space][-REACH:]
    is_asked = doc[last].text == "?" and not any(token.lower_ in PRESUPPOSING for token in before)
    return doc[last : last + 1] if is_asked else None


def _inverted_verb(trigger: Span, sentence: Span) -> Span | None:
    """The "had" of "Had the two met, …": it opens the clause of the trigger."""
    for token in reversed(trigger.doc[sentence.start : trigger.start]):
        if token.text in BREAKS:
            return None
        if token.lower_ in INVERTED and _opens_clause(token, sentence):
            return trigger.doc[token.i : token.i + 1]
    return None


def _opens_clause(token: Token, sentence: Span) -> bool:
    """Whether a verb stands at the start of a clause, with its subject behind it."""
    before = [other for other in token.doc[sentence.start : token.i] if not other.is_space]
    follows = token.nbor() if token.i + 1 < sentence.end else None
    is_first = not before or before[-1].text in BREAKS
    return is_first and follows is not None and follows.pos_ in ("PRON", "PROPN", "DET", "NOUN", "ADJ")
