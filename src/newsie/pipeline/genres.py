"""Kinds of text in which people "meet" without a meeting of the news: sport, fiction, jokes, fact checks, evidence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from newsie.pipeline.entities import DraftMeeting, DraftParticipant
from newsie.pipeline.frame_rules import Genre, frame_rules
from newsie.pipeline.people_nouns import rules

WORD = re.compile(r"\w+(?:-\w+)*")
# Tokens of a long article; in a longer text single words say less of its kind.
USUAL_LENGTH = 1500
PRESENT_TAGS = {"VBZ", "VBP"}


@dataclass(frozen=True)
class FoundGenre:
    """A kind of text, and whether only what the article tells in the present tense is of that kind."""

    genre: Genre
    only_in_present: bool


def genres(doc: Doc) -> list[FoundGenre]:
    """Return the kinds of text, with another meaning of "meet", to which an article belongs in whole or in part."""
    words = set(WORD.findall(doc.text.lower()))
    longer = max(1.0, len(doc) / USUAL_LENGTH)
    found = []
    for genre in frame_rules().genre:
        count = len(words & genre.words)
        if count >= genre.least * longer:
            found.append(FoundGenre(genre, only_in_present=False))
        elif genre.least_in_present is not None and count >= genre.least_in_present * longer:
            found.append(FoundGenre(genre, only_in_present=True))
    return found


def is_of_the_news(meeting: DraftMeeting, found: Sequence[FoundGenre]) -> bool:
    """Whether a meeting is no match of two teams and no scene of a novel."""
    return not any(_belongs(meeting, one) for one in found)


def _belongs(meeting: DraftMeeting, found: FoundGenre) -> bool:
    genre = found.genre
    if genre.kinds and meeting.kind not in genre.kinds:
        return False
    if genre.officials_meet and any(_holds_office(participant) for participant in meeting.participants):
        return False
    return not found.only_in_present or _is_present(meeting.trigger, meeting.sentence)


def _holds_office(participant: DraftParticipant) -> bool:
    """Whether a person has a rank or the title of an official: a minister, a chairman, no coach and no champion."""
    person = (participant.span.doc._.entities or {}).get(participant.entity)
    if participant.span.label_ != "PERSON" or person is None:
        return False
    words = {word for role in person.roles for word in role.title.lower().replace("-", " ").split()}
    return bool(person.ranks) or bool(words & set(rules().officials))


def _is_present(trigger: Span, sentence: Span) -> bool:
    """Whether the verb of a trigger, the last finite one before it or else the next, is in the present or perfect.

    A tagger takes many a plural present, "the two meet", for an infinitive; that is one only behind "to" or "will".
    """
    doc = trigger.doc
    around = [*reversed(doc[sentence.start : trigger.end]), *doc[trigger.end : sentence.end]]
    tags = [token.tag_ for token in around if token.tag_ in ("VBD", "MD", "TO", "VB", *PRESENT_TAGS)]
    is_infinitive = trigger[0].tag_ == "VB" and tags[1:2] in (["MD"], ["TO"])
    return bool(tags) and tags[0] in ("VB", *PRESENT_TAGS) and not is_infinitive
