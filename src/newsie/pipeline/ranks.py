"""The component `newsie_ranks`: ranks of named people ("Lt Gen (Retd) Imran Beg", "Imran Beg, a retired general,").

It works on any Doc, and reads nothing but the text and, where there are any, the sentences.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsie.pipeline.extensions import register
from newsie.pipeline.rank_evidence import Evidence, find_evidence
from newsie.pipeline.rank_patterns import context, name_of, prefix
from newsie.pipeline.rank_words import RankRule, RankWord, find_rank_words


@Language.factory("newsie_ranks", assigns=["doc.spans", "span._.rank"])
def make_ranks(nlp: Language, name: str) -> "Ranks":
    """Make the component; it has no settings."""
    register()
    return Ranks()


class Ranks:
    """Writes `doc.spans["ranks"]`: each rank of a named person with its marks, and the Rank in `span._.rank`.

    `span.id_` names the rule: before_name, after_name, in_brackets, before_office_holder.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Find the ranks of `doc`."""
        doc.spans["ranks"] = sorted(_ranks(Source(doc, doc.text, doc.has_annotation("SENT_START"))))
        return doc


@dataclass(frozen=True)
class Source:
    """A Doc with what takes long to ask it again for each rank: its text, and whether sentences are marked in it."""

    doc: Doc
    text: str
    has_sentences: bool


def _ranks(source: Source) -> Iterator[Span]:
    """Yield the ranks from right to left: what a rank is depends on whether another one follows."""
    words = list(find_rank_words(source.text))
    rank_starts: set[int] = set()
    rank_ends = {word.end for word in words}
    for word in reversed(words):
        evidence = find_evidence(source.text, word, rank_starts, rank_ends)
        if evidence and _is_in_context(source, word):
            rank_starts |= {evidence.start, word.start}
            yield _span(source, word, evidence)


def _span(source: Source, word: RankWord, evidence: Evidence) -> Span:
    span = _char_span(source.doc, evidence.start, evidence.end)
    span.id_ = evidence.rule
    span._.rank = word.rule.read_as(_branch(source, word, evidence), retired=evidence.retired)
    return span


def _is_in_context(source: Source, word: RankWord) -> bool:
    needs, unless = word.rule.needs, word.rule.unless
    if needs and not any(context(name).search(source.text) for name in needs):
        return False
    return not unless or not any(context(name).search(_sentence(source, word.start)) for name in unless)


def _branch(source: Source, word: RankWord, evidence: Evidence) -> str:
    """The service that the words beside the rank name; for one that depends on it, the only one around."""
    rule, text = word.rule, source.text
    before = prefix().search(text, max(0, word.start - 20), word.start)
    if before and before["police"]:
        return "police"
    places = [_words_before(text, evidence.start), _words_of_name(text, evidence.end)]
    if rule.grades or rule.needs:
        places += [_sentence(source, word.start), text]
    for place in places:
        named = _branches_in(rule, place)
        if len(named) == 1:
            return named[0]
    return rule.branches[0]


def _branches_in(rule: RankRule, place: str) -> list[str]:
    return [branch for branch in rule.branches if context(branch).search(place)]


def _words_before(text: str, start: int) -> str:
    """Up to 40 characters of the phrase before a rank: "US Air Force" in "the US Air Force Gen."."""
    return re.split(r"[,;:()\n]", text[max(0, start - 40) : start])[-1]


def _words_of_name(text: str, end: int) -> str:
    """The words behind "of" after the name: "the Royal Navy" in "Capt. Ann Wood of the Royal Navy"."""
    match = name_of().match(text, end)
    return match["of"] if match else ""


def _sentence(source: Source, at: int) -> str:
    """The sentence around a character; without sentences, the line."""
    if source.has_sentences:
        return _char_span(source.doc, at, at + 1).sent.text
    end = source.text.find("\n", at)
    return source.text[source.text.rfind("\n", 0, at) + 1 : end if end >= 0 else None]


def _char_span(doc: Doc, start: int, end: int) -> Span:
    """The tokens that hold the characters."""
    span = doc.char_span(start, end, alignment_mode="expand")
    assert span is not None, "the characters are in the text"
    return span
