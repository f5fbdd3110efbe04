"""The component that says of each meeting whether it was held, is planned, was cancelled, and drops what is none."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, get_args

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsie.pipeline.encounters import join_reports
from newsie.pipeline.entities import DraftMeeting
from newsie.pipeline.extensions import register
from newsie.records import Status
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

FINITE_TAGS = {"VBD", "VBZ", "VBP"}
# How far left of a noun ("held a telephone conversation") its verb may stand, in tokens.
SUPPORT_REACH = 6
# An infinitive may stand far from the cue that governs it: "will meet A, the head of B, and call on C".
CHAIN_REACH = 45


class Cue(RuleModel):
    """Words that give a meeting its status; rules/status.toml explains the fields."""

    status: Literal[Status, "none"]
    direction: Literal["before", "after"]
    reach: int
    over_finite: bool = False
    chain: bool = False
    words: tuple[str, ...]
    example: str
    near_miss: str


class StatusRules(RuleModel):
    """The whole of rules/status.toml."""

    pseudo: tuple[str, ...]
    terminators: frozenset[str]
    adverbs: tuple[str, ...]
    cue: tuple[Cue, ...]


@Language.factory("newsie_status", requires=["doc._.meetings", "token.tag"], assigns=["doc._.meetings", "doc.spans"])
def make_status(nlp: Language, name: str) -> "StatusReader":
    """Make the component that sets the status of meetings and joins the reports of one encounter."""
    return StatusReader()


class StatusReader:
    """Sets `status` on the drafts in `doc._.meetings`, drops those that are no meetings, joins reports of one encounter.

    Joining comes last because only the status tells a planned encounter from one that was held.
    """

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        doc._.meetings = join_reports(list(with_status(doc._.meetings or [])))
        doc.spans["meetings"] = [meeting.trigger for meeting in doc._.meetings]
        return doc


def with_status(meetings: list[DraftMeeting]) -> Iterator[DraftMeeting]:
    """Yield the meetings that the article speaks of as such, with their status."""
    for meeting in meetings:
        status = read_status(meeting.trigger, meeting.sentence)
        if status != "none":
            meeting.status = status
            yield meeting


def read_status(trigger: Span, sentence: Span) -> Status | Literal["none"]:
    """Return what the words around a trigger say of its meeting: its status, or "none" if there is no meeting."""
    doc = trigger.doc
    left = " ".join(_words(doc[sentence.start : trigger.start]))
    right = " ".join(_words(doc[trigger.end : sentence.end]))
    verb = _verb_of(trigger, sentence)
    for cue, pattern in _patterns():
        if cue.direction == "before" and (cue.over_finite or not _is_finite(verb)):
            if _reaches_right(cue, pattern, left, verb):
                return cue.status
        elif cue.direction == "after" and not _is_told(trigger) and _reaches_left(cue, pattern, right):
            return cue.status
    return "held"


def _is_told(trigger: Span) -> bool:
    """Whether the trigger itself is a finite verb, which what follows cannot undo ("met X, but his trip was cancelled")."""
    return any(token.tag_ in FINITE_TAGS for token in trigger)


def _words(span: Span) -> list[str]:
    return [token.lower_ for token in span if not token.is_space]


@cache
def _patterns() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    return tuple((cue, re.compile("|".join(_pattern(words) for words in cue.words))) for cue in _rules().cue)


@cache
def _rules() -> StatusRules:
    return load_rules("status", StatusRules)


def _pattern(words: str) -> str:
    adverb = rf"(?: (?:{'|'.join(_rules().adverbs)}|\w+ly))*"
    return r"(?<!\S)" + rf"{adverb} ".join(re.escape(word) for word in words.split()) + rf"{adverb}(?!\S)"


@cache
def _pseudo() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\S){re.escape(words)}(?!\S)" for words in _rules().pseudo))


def _verb_of(trigger: Span, sentence: Span) -> Token | None:
    """The verb in the trigger, or, for a noun, the one shortly before it ("held a telephone conversation")."""
    for token in trigger:
        if token.pos_ in ("VERB", "AUX"):
            return token
    before = trigger.doc[max(sentence.start, trigger.start - SUPPORT_REACH) : trigger.start]
    return next((token for token in reversed(before) if token.pos_ == "VERB"), None)


def _is_finite(verb: Token | None) -> bool:
    return verb is not None and verb.tag_ in FINITE_TAGS


def _reaches_right(cue: Cue, pattern: re.Pattern[str], left: str, verb: Token | None) -> bool:
    """Whether a cue left of the trigger reaches it; the part of `left` that is a pseudo cue counts for nothing."""
    masked = _pseudo().sub(lambda match: "_" * len(match[0]), left)
    reach = CHAIN_REACH if cue.chain and verb is not None and verb.tag_ == "VB" else cue.reach
    for match in pattern.finditer(masked):
        between = masked[match.end() :].split()
        if len(between) <= reach and not _rules().terminators.intersection(between):
            return True
    return False


def _reaches_left(cue: Cue, pattern: re.Pattern[str], right: str) -> bool:
    for match in pattern.finditer(_pseudo().sub(lambda match: "_" * len(match[0]), right)):
        between = right[: match.start()].split()
        if len(between) <= cue.reach and not {";", ":"}.intersection(between):
            return True
    return False
