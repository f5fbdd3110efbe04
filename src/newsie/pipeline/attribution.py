"""Who is cited for a meeting: "ISPR said", "according to reports", "the ministry announced"."""

from functools import cache

from spacy.tokens import Span, Token

from newsie.pipeline import syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.participants import group_span
from newsie.pipeline.phrases import Phrase
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class AttributionRules(RuleModel):
    """The whole of rules/attribution.toml."""

    speech: frozenset[str]
    according: frozenset[str]
    longest_source: int


@cache
def rules() -> AttributionRules:
    """Return rules/attribution.toml."""
    return load_rules("attribution", AttributionRules)


def find_sources(clause: Clause, head: Token) -> list[str]:
    """Return the sources cited for what `head` triggers, in the article's words: names, or noun phrases for others."""
    sources: list[str] = []
    for token in clause.copy:
        if _reports(token, head):
            sources += [_words(clause, speaker) for speaker in _speakers(token)]
        elif token.lower_ == "according" and _same_statement(token, head):
            sources += [_words(clause, source) for source in _according_to(token)]
    return list(dict.fromkeys(source for source in sources if source))


def _reports(verb: Token, head: Token) -> bool:
    """Whether a speech verb governs the event, or is set beside it: "X met Y, ISPR said"."""
    if verb.lemma_ not in rules().speech or not syntax.is_verb(verb) or verb == head:
        return False
    if verb in head.ancestors:
        return _as_statement(verb, head)
    beside = verb.dep_ in ("parataxis", "ccomp", "conj", "advcl") and verb.head in (head, *head.ancestors)
    return beside and not any(child.dep_ in ("dobj", "ccomp") for child in verb.children)


def _speakers(verb: Token) -> list[Token]:
    """The subject of a speech verb; behind it in "…, reported the agency", which a parser calls an object."""
    inverted = [child for child in verb.children if child.i > verb.i and child.dep_ in ("dobj", "npadvmod", "attr")]
    return syntax.subjects(verb) or inverted[:1]


def _as_statement(verb: Token, head: Token) -> bool:
    """Whether the event is in what is said, not in a clause about the speaker ("X, who met Y, said")."""
    below = head
    while below.head != verb:
        if below.dep_ in ("relcl", "nsubj", "nsubjpass", "acl"):
            return False
        below = below.head
    return below.dep_ not in ("nsubj", "nsubjpass", "advcl", "prep", "conj", "npadvmod")


def _same_statement(token: Token, head: Token) -> bool:
    above = token.head
    return above == head or above in head.ancestors or head in above.ancestors


def _according_to(token: Token) -> list[Token]:
    return [obj for to in token.children if to.lower_ == "to" for obj in to.children if obj.dep_ == "pobj"]


def _words(clause: Clause, token: Token) -> str:
    phrase = clause.phrase(token) or _apposed_name(clause, token)
    if phrase is not None:
        return phrase.mention.text
    if token.pos_ not in ("NOUN", "PROPN"):
        return ""
    return _short(group_span(clause, token))


def _apposed_name(clause: Clause, token: Token) -> Phrase | None:
    """The name behind a source's description: "the army's media wing ISPR", "Chinese media Xinhua"."""
    following = token.i + 1
    if token.pos_ in ("NOUN", "PROPN") and following < len(clause.copy):
        phrase = clause.phrases[following]
        return phrase if phrase is not None and phrase.mention.label_ != "PLACE" else None
    return None


def _short(span: Span) -> str:
    return span.text if len(span) <= rules().longest_source else ""
