"""Which sentences of an article rest on a document that an institution has put out, and whose it is.

Papers introduce it once ("the Harbour Board said in a statement") and then speak of "the statement".
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from newsie.records import ArticleRecord, Organization
from newsie.resolve.source_rules import source_rules

Introduction = tuple[int, Organization]
"""Where a document is introduced, and who has put it out."""

_SENTENCE = re.compile(r"\S[^\n]*?(?:[.!?][\"'”’]?(?=\s|$)|$)", re.MULTILINE)


def issuers_quoted(record: ArticleRecord) -> Mapping[int, Organization]:
    """Return whose document each sentence rests on that reports a meeting, by the start of the sentence.

    It does if it cites "the statement", or if the next sentence does, or opens with a document: "In a statement, …".
    """
    text = record.article.text
    reports = {one.sentence.start: one.sentence.end for meeting in record.meetings for one in meeting.reports}
    introductions = _introductions(record) if reports and _introduction().search(text) else []
    found = {start: _issuer(text, start, end, introductions) for start, end in reports.items()}
    return {start: issuer for start, issuer in found.items() if issuer}


def _introductions(record: ArticleRecord) -> list[Introduction]:
    """Every document that somebody named in its sentence has put out: the organization that stands nearest to it."""
    found: list[Introduction] = []
    for sentence in _SENTENCE.finditer(record.article.text):
        document = _introduction().search(sentence[0])
        if document:
            start, end = (sentence.start() + offset for offset in document.span())
            near = [
                (max(start - mention.end, mention.start - end), one)
                for one in record.organizations
                for mention in one.mentions
                if sentence.start() <= mention.start < sentence.end()
            ]
            found += [(start, min(near, key=lambda distance: distance[0])[1])] if near else []
    return found


def _issuer(text: str, start: int, end: int, introductions: Sequence[Introduction]) -> Organization | None:
    """Whose document the sentence from `start` to `end` rests on."""
    following = _SENTENCE.search(text, end)
    for sentence in (text[start:end], following[0] if following else ""):
        if _reference().search(sentence):
            return next((one for place, one in reversed(introductions) if place < end), None)
    opening = _opening().match(following[0]) if following else None
    if not following or not opening:
        return None
    return next((one for place, one in introductions if following.start() <= place < following.end()), None)


@cache
def _introduction() -> re.Pattern[str]:
    return re.compile(rf"\ban? (?:[\w-]+ ){{0,3}}?(?:{_documents()})\b")


@cache
def _opening() -> re.Pattern[str]:
    """A sentence that opens with a document."""
    return re.compile(rf"(?:In|According to) an? (?:[\w-]+ ){{0,3}}?(?:{_documents()})\b")


@cache
def _reference() -> re.Pattern[str]:
    """The mention of a document that was introduced before."""
    document = rf"the (?:[\w-]+ ){{0,2}}?(?:{_documents()})"
    verbs = "|".join(source_rules().verbs)
    return re.compile(rf"\baccording to {document}\b|\b{document} (?:{verbs})\b", re.IGNORECASE)


@cache
def _documents() -> str:
    return "|".join(map(re.escape, source_rules().texts))
