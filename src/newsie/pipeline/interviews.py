"""Conversations with those who write the news: "sat down with reporter A", "spoke with B of public radio"."""

from itertools import takewhile

from spacy.tokens import Span

from newsie.pipeline.entities import DraftMeeting, DraftParticipant
from newsie.pipeline.people_nouns import rules

# Frames of talking. Who is said to have met, received or visited an editor, did.
TALKING = {"speak with", "speak by phone", "sit down", "phone", "telephone call", "call between", "hold talks"}
BEFORE, BEHIND = 3, 5
FORMER = {"former", "ex", "once", "late"}
LINKS = {"of", "from", "with", "at", ","}


def is_interview(meeting: DraftMeeting) -> bool:
    """Whether a draft is of a talk with somebody whom the article introduces as a journalist."""
    return meeting.rule in TALKING and any(_is_of_the_press(participant) for participant in meeting.participants)


def _is_of_the_press(participant: DraftParticipant) -> bool:
    """Whether words around a mention of a person say so: "reporter A", "A, the paper's editor", "A of the BBC"."""
    if participant.span.label_ != "PERSON" or participant.entity is None:
        return False
    mentions = participant.span.doc.spans.get("mentions", ())
    return any(_is_introduced(mention) for mention in mentions if mention.kb_id_ == participant.entity)


def _is_introduced(mention: Span) -> bool:
    doc, end = mention.doc, mention.end
    before = {token.lower_ for token in doc[max(mention.start - BEFORE, mention.sent.start) : end]}
    behind = _behind(mention)
    if FORMER & (before | set(behind)):
        return False
    words = rules().outlets | (rules().press if behind[:1] == [","] else frozenset())
    return bool(before & rules().press) or any(word in words for word in behind)


def _behind(mention: Span) -> list[str]:
    """The words, in lower case, of an apposition or an "of the BBC" behind a name, up to a verb or a preposition."""
    tokens = list(mention.doc[mention.end : min(mention.end + BEHIND, mention.sent.end)])
    if not tokens or tokens[0].lower_ not in LINKS:
        return []
    inside = takewhile(lambda token: token.pos_ not in ("VERB", "AUX") and token.tag_ != "IN", tokens[1:])
    return [tokens[0].lower_, *(token.lower_ for token in inside)]
