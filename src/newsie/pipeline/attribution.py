"""Who is cited for a meeting: "ISPR said", "according to reports", "the ministry announced"."""

from spacy.tokens import Span, Token

from newsie.pipeline import syntax
from newsie.pipeline.attribution_rules import attribution_rules
from newsie.pipeline.clauses import Clause
from newsie.pipeline.people_words import group_span
from newsie.pipeline.phrases import Phrase


def find_sources(clause: Clause, head: Token) -> list[str]:
    """Return the sources cited for what `head` triggers: people by their fullest name, others in the article's words.

    "The paper, citing the ministry, said": both are sources. A pronoun is the one it means, or none.
    """
    speakers: list[Token] = []
    for token in clause.copy:
        if _reports(token, head):
            speakers += [*_speakers(token), *_cited(token)]
        elif token.lower_ == "according" and _same_statement(token, head):
            speakers += _according_to(token)
    sources = [_words(clause, source) for speaker in speakers for source in _owners(speaker)]
    return list(dict.fromkeys(source for source in sources if source))


def _reports(verb: Token, head: Token) -> bool:
    """Whether a speech verb governs the event, or is set beside it: "X met Y, ISPR said"."""
    if (
        verb.lemma_ not in attribution_rules().speech | attribution_rules().quoting
        or not syntax.is_verb(verb)
        or verb == head
    ):
        return False
    if verb in head.ancestors:
        return _as_statement(verb, head)
    beside = verb.dep_ in ("parataxis", "ccomp", "conj", "advcl") and verb.head in (head, *head.ancestors)
    return beside and not any(child.dep_ in ("dobj", "ccomp") for child in verb.children)


def _speakers(verb: Token) -> list[Token]:
    """The subject of a speech verb; behind it in "…, reported the agency", which a parser calls an object."""
    if verb.lemma_ in attribution_rules().quoting:
        return syntax.logical_subjects(verb) + syntax.logical_objects(verb)
    inverted = [child for child in verb.children if child.i > verb.i and child.dep_ in ("dobj", "npadvmod", "attr")]
    return syntax.subjects(verb) or inverted[:1] or _document_before(verb)


def _document_before(verb: Token) -> list[Token]:
    """The document that speaks where a parser takes it for an apposition: "A met B, a statement by the agency said"."""
    comma = max((token.i for token in verb.doc[: verb.i] if token.text == ","), default=verb.i)
    return [token for token in verb.doc[comma : verb.i] if token.lemma_.lower() in attribution_rules().documents][:1]


def _cited(verb: Token) -> list[Token]:
    """Those whom the source cites in its turn: "the paper reported, citing the ministry"."""
    following = next((token for token in verb.doc[verb.i + 1 :] if token.text != ","), None)
    return (
        syntax.objects(following) if following is not None and following.lemma_ in attribution_rules().quoting else []
    )


def _owners(speaker: Token) -> list[Token]:
    """Those for whom a document speaks ("a statement by the ministry"); other speakers speak for themselves.

    The audience that a paper addresses is no source: "Readers may recall that …".
    """
    if speaker.lemma_.lower() in attribution_rules().audience:
        return []
    if speaker.lemma_.lower() not in attribution_rules().documents:
        return [speaker]
    issued = [child for child in speaker.children if child.lemma_ in attribution_rules().issuing]
    by = [owner for head in (speaker, *issued) for owner in syntax.prepositional(head, ("by", "from"))]
    named = [child for child in speaker.children if child.dep_ in ("compound", "nmod") and child.pos_ == "PROPN"]
    before = [child for child in speaker.children if child.dep_ == "poss"] or named
    return by or before or syntax.prepositional(speaker, ("of",))


def _as_statement(verb: Token, head: Token) -> bool:
    """Whether the event is in what is said, not in a clause about the speaker ("X, who met Y, said")."""
    below = head
    while below.head != verb:
        rumoured = below.dep_ == "acl" and below.head.lemma_ in attribution_rules().rumours
        if below.dep_ in ("relcl", "nsubj", "nsubjpass", "acl") and not rumoured:
            return False
        below = below.head
    if below.lower_ == "as" and verb.lemma_ in attribution_rules().quoting:
        return True
    return below.dep_ not in ("nsubj", "nsubjpass", "advcl", "prep", "conj", "npadvmod")


def _same_statement(token: Token, head: Token) -> bool:
    above = token.head
    return above == head or above in head.ancestors or head in above.ancestors


def _according_to(token: Token) -> list[Token]:
    return [obj for to in token.children if to.lower_ == "to" for obj in to.children if obj.dep_ == "pobj"]


def _words(clause: Clause, token: Token) -> str:
    phrase = clause.phrase(token) or _apposed_name(clause, token)
    if phrase is not None:
        return _name(phrase.mention)
    is_part = token.pos_ == "NUM" and any(child.lower_ == "of" for child in token.children)  # "two of the people"
    if token.pos_ not in ("NOUN", "PROPN") and not is_part:
        return ""
    return _short(group_span(clause, token))


def _name(mention: Span) -> str:
    entity = (mention.doc._.entities or {}).get(mention.kb_id_)
    is_name = mention.label_ != "PERSON" and mention._.mention_kind in ("name", "alias")
    return mention.text if is_name or entity is None else str(entity.names[0])


def _apposed_name(clause: Clause, token: Token) -> Phrase | None:
    """The name behind a source's description: "the army's media wing ISPR", "Chinese media Xinhua"."""
    following = token.i + 1
    if token.pos_ in ("NOUN", "PROPN") and following < len(clause.copy):
        phrase = clause.phrases[following]
        return phrase if phrase is not None and phrase.mention.label_ != "PLACE" else None
    return None


def _short(span: Span) -> str:
    return span.text if len(span) <= attribution_rules().longest_source else ""
