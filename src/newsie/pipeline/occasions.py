"""The occasion of a meeting: "on the sidelines of the forum", "during the 79th session", "ahead of the summit"."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc, Span, Token

from newsie.pipeline import circumstances
from newsie.pipeline.clauses import Clause
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

DETERMINERS = {"the", "a", "an", "this", "that", "their", "its", "his", "her"}
POINTING = {"this", "last", "next"}
NOMINAL = {"NOUN", "PROPN", "ADJ", "NUM"}
NOUNS = {"NOUN", "PROPN"}
JOINTS = {"and", "&", "-", "–", "/"}
LONGEST = 16


class Case(RuleModel):
    """A sentence with an occasion, and one without."""

    example: str
    near_miss: str


class OccasionRules(RuleModel):
    """The whole of rules/occasions.toml."""

    beside: tuple[str, ...]
    openers: tuple[str, ...]
    events: frozenset[str]
    capitalized: frozenset[str]
    names: tuple[str, ...]
    assemblies: frozenset[str]
    links: frozenset[str]
    case: tuple[Case, ...]


@cache
def rules() -> OccasionRules:
    """Return rules/occasions.toml."""
    return load_rules("occasions", OccasionRules)


def find_occasion(clause: Clause, head: Token) -> Span | None:
    """Return the noun phrase, without preposition and article, of the event on which what `head` triggers took place.

    The words before it must belong to the trigger or its verb; an event with which the trigger itself is meant is none.
    """
    trigger = clause.origin(head)
    owners = circumstances.owners(head)
    for opener, phrase in _occasions(clause.span):
        token = next((token for token in clause.copy if clause.origin(token).start == opener), None)
        apart = phrase.end <= trigger.start or trigger.end <= phrase.start
        if token is not None and apart and (token in owners or circumstances.belongs(token, owners)):
            return phrase
    return None


def _occasions(sentence: Span) -> Iterator[tuple[int, Span]]:
    """The phrases for occasions in a sentence, each with the index of the preposition, or verb, before it."""
    doc = sentence.doc
    for index in range(sentence.start, sentence.end - 1):
        for opening in (*rules().beside, *rules().openers):
            words = opening.split()
            end = index + len(words)
            opens = [token.lower_ for token in doc[index:end]] == words
            phrase = _phrase(doc, end, sentence.end, anything=opening in rules().beside) if opens else None
            if phrase is not None:
                yield index + (words[0] == "to"), phrase


def _phrase(doc: Doc, start: int, limit: int, *, anything: bool) -> Span | None:
    """The noun phrase from `start` on if it is one for an event, or, with `anything`, if there is one at all."""
    start = _after_determiner(doc, start)
    end = _after_acronym(doc, _noun_end(doc, start, min(limit, start + LONGEST)))
    events = _events(doc, start, end)
    if not events and end > start and _is_capitalized(doc[end - 1]):  # "the Gulf of Aden Dialogue"
        end = _linked_end(doc, end, limit)
        events = _events(doc, start, end)
    if end == start or not (events or (anything and doc[end - 1].pos_ in NOUNS)):
        return None
    if not _is_name(doc[start:end]) and end == start + 1 and (known := _named_before(doc[start])) is not None:
        return known
    if events and not anything and events[-1] != end - 1 and doc[events[-1] + 1].tag_ not in ("POS", "CD"):
        return None  # "the Conference Centre"
    named = doc[start : _linked_end(doc, end, limit)]
    return named if anything or _is_name(named) else None


def _events(doc: Doc, start: int, end: int) -> list[int]:
    return [index for index in range(start, end) if _is_event(doc[index], doc[start])]


def _after_determiner(doc: Doc, index: int) -> int:
    """The index behind "the" and "this week's"."""
    words = doc[index : index + 3]
    if len(words) == 3 and words[0].lower_ in POINTING and words[2].tag_ == "POS":
        return index + 3
    return index + 1 if len(words) and words[0].lower_ in DETERMINERS else index


def _noun_end(doc: Doc, start: int, limit: int) -> int:
    """The index behind the nouns, their modifiers and possessors from `start` on."""
    mentions = {span.start for span in doc.spans.get("mentions", ()) if span.label_ == "PERSON"}
    dates = {span.start for span in doc.spans.get("dates", ())}
    end = start
    for index in range(start, limit):
        token = doc[index]
        after_event = index > start and _is_event(doc[index - 1], doc[start])
        stops = (
            index in mentions or (index in dates and not token.text[0].isupper()) or (index in dates and after_event)
        )
        if stops or not (token.pos_ in NOMINAL or token.tag_ == "POS" or _is_capitalized(token) or _joins(token)):
            break
        if token.pos_ in NOMINAL or _is_capitalized(token):
            end = index + 1
    return end


def _joins(token: Token) -> bool:
    """Whether "and" or a hyphen stands inside a name: "Security and Trade Forum", "China-Africa"."""
    if token.text not in JOINTS or token.i == 0 or token.i + 1 == len(token.doc):
        return False
    before = token.nbor(-1)
    if token.text.isalpha() or token.text == "&":
        return _is_capitalized(before) and _is_capitalized(token.nbor()) and not _is_event(before, before)
    return not before.whitespace_


def _linked_end(doc: Doc, end: int, limit: int) -> int:
    """The index behind "of the Harbour Union" after a noun: a name that tells which event it is."""
    if end >= limit or doc[end].lower_ not in rules().links:
        return end
    start = _after_determiner(doc, end + 1)
    if start >= limit or not _is_capitalized(doc[start]) or start in {s.start for s in doc.spans.get("dates", ())}:
        return end
    if doc[end].lower_ != "of" and not (_is_capitalized(doc[end - 1]) and _is_event(doc[end - 1], doc[end - 1])):
        return end  # "the summit on Ghana" has no such name
    people = {span.start: span.end for span in doc.spans.get("mentions", ()) if span.label_ == "PERSON"}
    behind = _after_acronym(doc, people.get(start) or _noun_end(doc, start, limit))
    return end if behind == start else _linked_end(doc, behind, limit)


def _after_acronym(doc: Doc, end: int) -> int:
    """The index behind "(CS) summit", where the event's noun stands behind an acronym; `end` if it doesn't."""
    behind = doc[end : end + 4]
    is_acronym = len(behind) == 4 and (behind[0].text, behind[2].text) == ("(", ")")
    return end + 4 if is_acronym and _is_event(behind[3], behind[3]) else end


def _is_event(token: Token, first: Token) -> bool:
    """Whether a token is the noun of an event in the phrase that begins with `first`."""
    word = token.lower_
    if word in rules().events or any(re.fullmatch(name, token.text) for name in rules().names):
        return True
    before = token.nbor(-1).lower_ if token.i > first.i else ""
    return (word in rules().capitalized and token.text[0].isupper()) or f"{before} {word}" in rules().assemblies


def _is_name(phrase: Span) -> bool:
    """Whether a phrase tells one event from others: by a capital or a number."""
    return any(token.text[0].isupper() or token.text[0].isdigit() for token in phrase)


def _is_capitalized(token: Token) -> bool:
    return token.text[0].isupper() or token.text[0].isdigit()


def _named_before(noun: Token) -> Span | None:
    """The phrase with which the article named the event before of which it now says "the summit", if it named one."""
    named: dict[str, Span] = {}
    for token in noun.doc[: noun.i]:
        if token.lower_ == noun.lower_:
            start = token.i
            while start > 0 and (_is_capitalized(noun.doc[start - 1]) or _joins(noun.doc[start - 1])):
                start -= 1
            if start < token.i and not noun.doc[start].is_sent_start:
                named.setdefault(noun.doc[start : token.i + 1].text.lower(), noun.doc[start : token.i + 1])
    return next(iter(named.values())) if len(named) == 1 else None
