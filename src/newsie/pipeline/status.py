"""The component that says of each meeting whether it was held, is planned, was cancelled, and drops what is none."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsie.pipeline.encounters import join_reports
from newsie.pipeline.entities import DraftMeeting
from newsie.pipeline.extensions import register
from newsie.pipeline.held_days import take_back
from newsie.pipeline.moods import unreal_word
from newsie.pipeline.people_words import is_headline
from newsie.pipeline.status_rules import Cue, status_rules
from newsie.records import Status

# They open a clause about what came before.
EARLIER = {"after", "following"}
FINITE_TAGS = {"VBD", "VBZ", "VBP"}
# Tags of the Penn Treebank: grammar, no words of English.
NOUN_PHRASE_TAGS = {"DT", "PRP$", "JJ", "JJR", "JJS", "NN", "NNS", "NNP", "NNPS", "POS", "VBN", "VBG", "CD", "HYPH"}
# They join a noun for a meeting to those who meet.
WHOSE_TALKS = {"of", "between", "with", "and"}
# An infinitive may stand far from the cue that governs it: "will meet A, the head of B, and call on C".
CHAIN_REACH = 45
# Who is "expected in Accra" or "due in Accra" is still to come.
AWAITED = {"expected", "due"}
ANY_FORM_OF_BE = "BE"
PAST_BE = {"was", "were"}


@Language.factory(
    "newsie_status",
    requires=["doc._.meetings", "token.tag"],
    assigns=["doc._.meetings", "doc._.dismissed", "doc.spans"],
)
def make_status(nlp: Language, name: str) -> "StatusReader":
    """Make the component that sets the status of meetings and joins the reports of one encounter."""
    return StatusReader()


class StatusReader:
    """Sets `status` on the drafts in `doc._.meetings`, drops what is no meeting, joins reports of one encounter.

    What it drops is kept in `doc._.dismissed`, with the cue that says that there was no meeting.

    Joining comes last because only the status tells a planned encounter from one that was held.
    """

    def __init__(self) -> None:
        register()

    def __call__(self, doc: Doc) -> Doc:
        """Complete the drafts of `doc`."""
        drafts: list[DraftMeeting] = doc._.meetings or []
        meetings = list(with_status(drafts))
        call_off_plans(meetings)
        doc._.dismissed = [draft for draft in drafts if not any(draft is meeting for meeting in meetings)]
        doc._.meetings = join_reports(meetings)
        doc.spans["meetings"] = [meeting.trigger for meeting in doc._.meetings]
        return doc


def with_status(meetings: list[DraftMeeting]) -> Iterator[DraftMeeting]:
    """Yield the meetings that the article speaks of as such, with their status."""
    for meeting in meetings:
        status, meeting.cue = status_and_cue(meeting.trigger, meeting.sentence)
        if status != "none":
            meeting.status = status
            take_back(meeting)
            yield meeting


def call_off_plans(meetings: list[DraftMeeting]) -> None:
    """Cancel what somebody "was to" do, where the article tells before that this person's journey was called off."""
    stayed: set[str] = set()
    for meeting in meetings:
        people = {participant.entity for participant in meeting.participants if participant.entity}
        if meeting.kind == "visit" and meeting.status == "cancelled":
            stayed |= people
        elif meeting.status == "planned" and people & stayed and _was_planned(meeting.cue):
            meeting.status = "cancelled"


def _was_planned(cue: Span | None) -> bool:
    """Whether the words for a plan speak of it as past: "was | slated to", "were | also due to"."""
    if cue is None:
        return False
    before = [token.lower_ for token in cue.doc[max(cue.start - 2, 0) : cue.end]]
    return bool(PAST_BE & set(before))


def read_status(trigger: Span, sentence: Span) -> Status | Literal["none"]:
    """Return what the words around a trigger say of its meeting: its status, or "none" if there is no meeting."""
    return status_and_cue(trigger, sentence)[0]


def status_and_cue(trigger: Span, sentence: Span) -> tuple[Status | Literal["none"], Span | None]:
    """Return the status, and the words that say so; None if nothing says that the meeting was not held."""
    doc = trigger.doc
    unreal = unreal_word(trigger, sentence)
    if unreal is not None:
        return "none", unreal
    left = [token for token in doc[sentence.start : trigger.start] if not token.is_space]
    right = [token for token in doc[trigger.end : sentence.end] if not token.is_space]
    is_object = _verb_of(trigger, left) in FINITE_TAGS  # "held a meeting and is scheduled to leave"
    is_topic = not (is_object or _has_preposition(trigger, left))
    awaited = any(token.lower_ in AWAITED for token in trigger)
    for cue in status_rules().cue:
        if awaited and cue.status == "ongoing":
            return "planned", trigger
        if cue.direction == "before" and (words := _reaches_right(cue, left, trigger)) is not None:
            return cue.status, words
        if cue.direction == "after" and (words := _reaches_left(cue, right, trigger)) is not None:
            governs = cue.over_finite or (is_topic and not _is_told(trigger))
            if governs or _modifies(words, trigger):
                return cue.status, words
    if _is_headline_future(trigger, sentence):
        return "planned", doc[trigger.start - 1 : trigger.start]
    coming = _to_come(trigger, sentence)
    return ("held", None) if coming is None else ("planned", coming)


def _to_come(trigger: Span, sentence: Span) -> Span | None:
    """The words for a day to come, with a verb in the present or a noun: "travels to Accra next week"."""
    is_past = any(token.tag_ in ("VBD", "VBN", "VBG") for token in trigger)
    if is_past or any(token.tag_ == "VBD" for token in sentence):
        return None
    tokens = [token for token in sentence if not token.is_space]
    text = _lower(tokens)
    found = (_pattern(words).search(text) for words in status_rules().to_come if words in text)
    return next((_words(tokens, text, match) for match in found if match is not None), None)


def _is_headline_future(trigger: Span, sentence: Span) -> bool:
    """Whether an infinitive is all the verb there is, as in the headline "Presidents Obi and Kraus to meet in Lima"."""
    before = trigger.doc[max(trigger.start - 1, 0)]
    infinitive = trigger[0].tag_ == "VB" and before.lower_ == "to" and before.i >= sentence.start
    return infinitive and not any(token.tag_ in (*FINITE_TAGS, "MD") for token in sentence)


def _has_preposition(trigger: Span, left: list[Token]) -> bool:
    """Whether a noun trigger is the object of a preposition: "after her first visit"."""
    if trigger[0].pos_ in ("VERB", "AUX"):
        return False
    before = next((token for token in reversed(left) if token.tag_ not in NOUN_PHRASE_TAGS), None)
    return before is not None and before.tag_ == "IN" and before.dep_ != "mark"  # "after her trip was cancelled"


def _modifies(words: Span, trigger: Span) -> bool:
    """Whether a cue is part of the trigger's noun phrase: "spoke of the talks with Ada Obi | scheduled for Monday"."""
    between = trigger.doc[trigger.end : words.start]
    is_participle = words[0].tag_ in ("VBN", "VBD", "TO") and words[0].lemma_ != "be"
    behind_name = not len(between) or between[-1].pos_ == "PROPN"  # "talks of a vote scheduled for Monday"
    in_phrase = all(word.tag_ in NOUN_PHRASE_TAGS or word.lower_ in WHOSE_TALKS for word in between)
    return is_participle and behind_name and in_phrase


def _verb_of(trigger: Span, left: list[Token]) -> str:
    """The tag of the word before a noun trigger's phrase, its verb in "hold extensive talks"; "" if there is none."""
    if trigger[0].pos_ in ("VERB", "AUX"):
        return ""
    return next((token.tag_ for token in reversed(left) if token.tag_ not in NOUN_PHRASE_TAGS), "")


def _is_told(trigger: Span) -> bool:
    """Whether the trigger is a finite verb, which little behind it undoes ("met X, but his trip was cancelled")."""
    return any(token.tag_ in FINITE_TAGS for token in trigger)


def _lower(tokens: list[Token]) -> str:
    """The words of some tokens in lower case; names, and what belongs to a pseudo cue, are masked."""
    text = " ".join("_" * len(token) if _is_name(token) or _is_month(token) else token.lower_ for token in tokens)
    return _pseudo().sub(lambda match: " ".join("_" * len(word) for word in match[0].split()), text)


def _is_name(token: Token) -> bool:
    """Whether it is part of a name, like the "Planning" of a ministry; in a headline any word may look like one."""
    return token.tag_ in ("NNP", "NNPS") and not is_headline(token.doc[token.i : token.i + 1])


def _is_month(token: Token) -> bool:
    """Whether "May" is the month, beside a number or by its tag."""
    if token.text != "May":
        return False
    beside = token.doc[max(token.i - 1, 0) : token.i + 2]
    return token.tag_ != "MD" or any(other.like_num for other in beside)


def _matches(cue: Cue, text: str) -> Iterator[re.Match[str]]:
    """The places in `text` where a cue stands; only the patterns that can match are compiled, as that takes long."""
    present = set(text.split())
    for words in cue.words:
        if all(word in present or word == ANY_FORM_OF_BE for word in words.split()):
            yield from _pattern(words).finditer(text)


@cache
def _pattern(words: str) -> re.Pattern[str]:
    adverb = rf"(?: (?:{'|'.join(status_rules().adverbs)}|\w+ly))*"
    inner = rf"{adverb} ".join(_word_pattern(word) for word in words.split())
    return re.compile(rf"(?<!\S){inner}{adverb}(?!\S)")


def _word_pattern(word: str) -> str:
    return r"(?:is|are|was|were|be|been|being)" if word == ANY_FORM_OF_BE else re.escape(word)


@cache
def _pseudo() -> re.Pattern[str]:
    return re.compile("|".join(rf"(?<!\S){re.escape(words)}(?!\S)" for words in status_rules().pseudo))


def _words(tokens: list[Token], text: str, match: re.Match[str]) -> Span:
    """The tokens that a match in their joint text covers."""
    first = len(text[: match.start()].split())
    last = first + len(match[0].split()) - 1
    return tokens[first].doc[tokens[first].i : tokens[last].i + 1]


def _reaches_right(cue: Cue, left: list[Token], trigger: Span) -> Span | None:
    """The words of a cue left of the trigger, if it reaches it."""
    text = _lower(left)
    is_chain = cue.chain and "VB" in (trigger[0].tag_, _verb_of(trigger, left))
    for match in _matches(cue, text):
        between = left[len(left) - len(text[match.end() :].split()) :]
        if len(between) > (CHAIN_REACH if is_chain else cue.reach) or _is_light_verb(match, between, trigger):
            continue
        if cue.in_phrase and any(token.tag_ not in NOUN_PHRASE_TAGS for token in (*between, trigger[0])):
            continue
        words = {token.lower_ for token in between}
        in_subclause = bool(words & status_rules().subordinators)
        is_present = _is_present(trigger)
        told = _is_told(trigger) and not (is_present and in_subclause)  # "will ask for aid when he meets her"
        finite = told or (not (is_chain or is_present) and any(_is_finite(token) for token in between))
        ended = words & status_rules().terminators or (in_subclause and cue.over_finite and _is_past_or_noun(trigger))
        if (cue.over_finite or not finite) and not ended:
            return _words(left, text, match)
    return None


def _is_light_verb(match: re.Match[str], between: list[Token], trigger: Span) -> bool:
    """Whether a cue ends in the verb of the trigger: "would have met" did not happen, "would have talks" is a plan."""
    if not match[0].endswith("have") or trigger[0].pos_ in ("VERB", "AUX"):
        return False
    return all(token.tag_ in NOUN_PHRASE_TAGS and token.tag_ != "VBN" for token in between)


def _is_present(trigger: Span) -> bool:
    return any(token.tag_ in ("VBZ", "VBP") for token in trigger)


def _is_past_or_noun(trigger: Span) -> bool:
    """Whether a trigger in a clause of its own stands apart from what is denied: "had not left when they met"."""
    return any(token.tag_ in ("VBD", "VBN") for token in trigger) or trigger[0].pos_ in ("NOUN", "PROPN")


def _is_finite(token: Token) -> bool:
    return token.tag_ in FINITE_TAGS and token.pos_ == "VERB"


def _reaches_left(cue: Cue, right: list[Token], trigger: Span) -> Span | None:
    """The words of a cue right of the trigger, if it reaches it; a finite verb only if nothing else is said between."""
    text = _lower(right)
    for match in _matches(cue, text):
        between = right[: len(text[: match.start()].split())]
        if len(between) > cue.reach or {";", ":"} & {token.lower_ for token in between}:
            continue
        if trigger[0].pos_ == "VERB" and _names_another(between):
            continue
        if not _is_told(trigger) or not any(_is_finite(token) or token.lower_ in ("and", ",") for token in between):
            return _words(right, text, match)
    return None


def _names_another(between: list[Token]) -> bool:
    """Whether a clause names what was called off before: "is due to meet X, after talks of their leaders were off"."""
    ends = [place for place, token in enumerate(between) if token.lower_ in EARLIER]
    return bool(ends) and any(token.pos_ in ("NOUN", "PROPN") for token in between[ends[-1] :])
