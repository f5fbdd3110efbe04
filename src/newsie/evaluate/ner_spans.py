"""The bare name in an annotated span: what is left without articles, titles, possessives and punctuation."""

import re

from newsie.evaluate.ner_gold import Name, ner_rules

ARTICLE = re.compile(r"(?:the|The|THE)\s+")
FIRST_WORD = re.compile(r"([\w.\-/]+)[\s,]+(?=\S)")
TAIL = re.compile(r"(?:'s|’s|'|’|\s|[,;:\"”)])$")
OPENING = "\"“‘'( "
# A full stop at the end that is part of the name.
ABBREVIATED = re.compile(r"\b(?:\w\.)+$|\b(?:Jr|Sr|Inc|Corp|Co|Ltd|No|St)\.$")


def bare_name(text: str, name: Name) -> Name:
    """Return `name` without "the", without a person's titles, and without possessive and punctuation at its ends."""
    start, end, kind = name
    if article := ARTICLE.match(text[start:end]):
        start += article.end()
    if kind == "PERSON":
        start = _after_titles(text, start, end)
    end = _without_tail(text, start, end)
    while start < end and text[start] in OPENING:
        start += 1
    if text[start:end].endswith(".") and not ABBREVIATED.search(text[start:end]):
        end -= 1
    return Name(start, end, kind)


def _after_titles(text: str, start: int, end: int) -> int:
    """The offset behind all titles with which `text[start:end]` begins; its last word is none."""
    word = FIRST_WORD.match(text[start:end])
    while word and word[1].strip(".").lower() in ner_rules().titles:
        start += word.end()
        word = FIRST_WORD.match(text[start:end])
    return start


def _without_tail(text: str, start: int, end: int) -> int:
    while (shorter := TAIL.sub("", text[start:end])) != text[start:end]:
        end = start + len(shorter)
    return end
