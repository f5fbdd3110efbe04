"""The words of a clause that stand for people: names, and nouns for those who are not named."""

from collections.abc import Iterable

from spacy.tokens import Span, Token

from newsie.pipeline.clauses import Clause
from newsie.pipeline.people_nouns import rules

COUNTS = {
    "two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
OUTSIDE_GROUP = {"case", "relcl", "appos", "punct", "conj", "cc", "advcl"}
# "the prime minister of Nepal" is one phrase, "the prime minister at his office" isn't.
INSIDE_GROUP = {"of", "from", "for"}


def named(clause: Clause, tokens: Iterable[Token]) -> list[tuple[Span, str | None]]:
    """Return the mentions of people, with the keys of their entities, behind some tokens of a clause."""
    phrases = [clause.phrase(token) for token in tokens]
    return [(phrase.mention, phrase.mention.kb_id_) for phrase in phrases if phrase is not None and phrase.is_person]


def is_group(token: Token) -> bool:
    """Whether the token heads a noun phrase for people who are not named."""
    lemma = _singular(token)
    return token.pos_ in ("NOUN", "PROPN") and (lemma in rules().officials or lemma in rules().people)


def _singular(noun: Token) -> str:
    """The lemma of a noun; spaCy leaves "Members" as it is, and may take "Ministers" for a name."""
    lemma = noun.lemma_.lower()
    return lemma.removesuffix("s") if noun.tag_ in ("NNP", "NNPS") and lemma not in rules().officials else lemma


def is_plural(span: Span) -> bool:
    """Whether a group's words mean several people."""
    return any(token.tag_ in ("NNS", "NNPS") or _singular(token) != token.lemma_.lower() for token in span)


def group_span(clause: Clause, token: Token) -> Span:
    """The article's words for a group: the noun phrase without relative clauses, appositions and list members."""
    kept = [token]
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ not in INSIDE_GROUP:
            continue
        if child.dep_ not in OUTSIDE_GROUP and not (child.dep_ == "acl" and child.i > token.i):
            kept += list(child.subtree)
    return clause.original(kept)


def person_span(words: Span) -> Span:
    """Words that stand for a person, as a mention of one."""
    return Span(words.doc, words.start, words.end, label="PERSON")


def is_headline(span: Span) -> bool:
    """Whether a span stands in the headline, where nobody is named whom the text doesn't name better."""
    article = span.doc._.article
    headline = article.headline if article is not None else None
    return headline is not None and headline.start <= span.start_char < headline.end


def is_official(span: Span) -> bool:
    """Whether a group's words name holders of offices, whose meetings are news even when nobody is named."""
    return any(_singular(token) in rules().officials for token in span)


def is_somebody(token: Token) -> bool:
    """Whether a word may stand for somebody, known or not: a name, a pronoun, a person noun, journalists."""
    return token.pos_ in ("PROPN", "PRON") or is_group(token) or token.lemma_.lower() in rules().audience
