"""Passages that tell of a meeting of people whom they do not name: what newsie reads in what it does not report."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span, Token

from newsie.pipeline import syntax
from newsie.pipeline.clauses import Clause
from newsie.pipeline.frame_rules import frame_rules
from newsie.pipeline.frames import FrameMatch
from newsie.pipeline.passed_over import PassedOver
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.people_words import group_span, is_group, is_somebody
from newsie.pipeline.spans import group
from newsie.pipeline.status import read_status

COMPANY = {"with", "between", "to"}


@dataclass(frozen=True)
class MeetingWords:
    """The spans of a Doc that one meeting is told in; `status` is "none" where the text says that there was none.

    `understood` are those who are in no slot, but of whom the sentence speaks: "during the talks, she warned them".
    """

    kind: str
    status: str
    trigger: Span
    participants: Sequence[Span]
    places: Sequence[Span] = ()
    date: Span | None = None
    understood: Sequence[Span] = ()


def words_of(passage: PassedOver) -> MeetingWords | None:
    """Return the words of a passage that was passed over; None if they speak of no meeting ("received high marks")."""
    slots = [_Slots(passage.clause, match) for match in passage.matches]
    fitting = [one for one in slots if one.tell_of_meeting]
    if not fitting:
        return None
    best = max(fitting, key=lambda one: len(one.subjects) + len(one.others))
    trigger = passage.clause.original(best.match.trigger)
    visits = best.match.frame.parties == "place"
    return MeetingWords(
        kind=best.match.frame.kind,
        status=read_status(trigger, passage.sentence),
        trigger=trigger,
        participants=[*best.subjects, *([] if visits else best.others)],
        understood=understood_in(passage.clause, best.match.head, is_named=bool(best.subjects)),
        places=best.others if visits else [],
    )


def understood_in(clause: Clause, head: Token, *, is_named: bool) -> list[Span]:
    """Return those of whom a clause speaks when it mentions a meeting, by the noun `head`; a verb has its own subject.

    They are those who act at it ("a meeting at which A spoke"), else, unless its parties are named, the first subject
    above it that is somebody ("the outcome of the talks, A said").
    """
    if syntax.is_verb(head):
        return []
    there = [verb for verb in head.children if verb.dep_ == "relcl" and any(c.dep_ == "prep" for c in verb.children)]
    is_told = is_named or any(child.lower_ == "between" for child in head.children)
    above = [] if is_told else [verb for verb in head.ancestors if syntax.is_verb(verb)]
    for verb in (*there, *above):
        found = [token for token in syntax.subjects(verb) if token != head and stands_for_somebody(clause, token)]
        if found:
            return [words_for(clause, token) for token in found]
    return []


def stands_for_somebody(clause: Clause, token: Token) -> bool:
    """Whether a word stands for people: a name, a pronoun, "envoys", "a council", "a number of envoys"."""
    if clause.phrase(token) is not None:
        return True
    if token.lower_ in rules().things or is_date(clause, token):
        return False
    parts = syntax.prepositional(token, ("of",)) if token.pos_ == "NOUN" else []
    return is_somebody(token) or token.lemma_.lower() in rules().bodies or any(map(is_group, parts))


def is_date(clause: Clause, token: Token) -> bool:
    """Whether a word of a clause belongs to an expression of time."""
    words = clause.origin(token)
    return any(date.start < words.end and words.start < date.end for date in group(words.doc, "dates"))


def words_for(clause: Clause, token: Token) -> Span:
    """The article's words for whom a token of a clause stands."""
    return clause.origin(token) if clause.phrase(token) is not None else group_span(clause, token)


class _Slots:
    """Who is meant by the words in the slots of a frame that fits."""

    def __init__(self, clause: Clause, match: FrameMatch) -> None:
        self._clause = clause
        self.match = match
        self.means_meeting = match.head.lemma_.lower() in meeting_words()
        self.subjects = [
            words_for(self._clause, token) for token in dict.fromkeys(self._actors()) if self._is_somebody(token)
        ]
        fits = self._is_place if match.frame.parties == "place" else self._is_company
        self.others = [words_for(self._clause, token) for token in dict.fromkeys(self._partners()) if fits(token)]

    @property
    def tell_of_meeting(self) -> bool:
        """Whether the words mean a meeting: by themselves, or because somebody is in the slots that the frame asks for.

        "They talked", "the meeting", "he received her"; but "he received high marks". Who meets a thing meets nobody,
        and who travels need not.
        """
        if self.means_meeting:
            return bool(self.others) or not (self.match.others and syntax.is_verb(self.match.head))
        return bool(self.subjects and self.others) and self.match.frame.parties != "place"

    def _actors(self) -> list[Token]:
        """The subjects; of a noun that has none, what stands before it ("the Security Council meeting") or governs it.

        Who governs it is the subject of a verb that is none of the frame: "Ghana and Togo renewed negotiations".
        """
        noun = self.match.head
        before = [child for child in noun.children if child.dep_ in ("compound", "nmod", "poss")]
        before = [child for child in before if self._is_somebody(child) and not self._is_where(child)]
        if self.match.is_setting and before:
            return before  # "following a council meeting, the mayor said"
        if self.match.subjects or not self.means_meeting or syntax.is_verb(noun):
            return self.match.subjects
        verbs = [noun.head] if noun.dep_ == "dobj" else self._relative_verbs()
        return before or [token for verb in verbs for token in syntax.logical_subjects(verb)]

    def _partners(self) -> list[Token]:
        """Those whom the other slots hold, "to" being one for verbs that ask for "with": "talked to the mayor"."""
        frame, head = self.match.frame, self.match.head
        found = list(self.match.others)
        if self.means_meeting and syntax.is_verb(head) and COMPANY.intersection(frame.slots):
            phrases = [child for child in head.children if child.lower_ == "to"]
            found += [one for phrase in phrases for child in phrase.children for one in syntax.listed(child)]
        return found + [token for verb in self._relative_verbs() for token in syntax.prepositional(verb, COMPANY)]

    def _relative_verbs(self) -> list[Token]:
        """The light verb in "the talks that she had with him"."""
        clauses = [child for child in self.match.head.children if child.dep_ == "relcl"]
        return [verb for verb in clauses if verb.lemma_.lower() in self.match.frame.support]

    def _is_where(self, token: Token) -> bool:
        """Whether a word before a visit says where it goes: "the Accra visit"."""
        phrase = self._clause.phrase(token)
        return self.match.head.lemma_.lower() in visits() and phrase is not None and not phrase.is_person

    def _is_place(self, token: Token) -> bool:
        phrase = self._clause.phrase(token)
        return self.means_meeting and not is_date(self._clause, token) if phrase is None else not phrase.is_person

    def _is_company(self, token: Token) -> bool:
        """Whether a word is one with whom somebody meets; whatever stands behind "with" is."""
        phrase = self._clause.phrase(token)
        if phrase is not None:
            return phrase.is_person or self.match.frame.parties != "person"
        preposition = syntax.governor(token).lower_
        is_company = preposition in COMPANY and (preposition != "to" or syntax.is_verb(self.match.head))
        together = self.means_meeting and is_company and token.lower_ not in rules().things
        return (together and not is_date(self._clause, token)) or self._is_somebody(token)

    def _is_somebody(self, token: Token) -> bool:
        return stands_for_somebody(self._clause, token)


@cache
def visits() -> frozenset[str]:
    """Return the nouns for visits, in front of which and behind whose "to" stands a place."""
    return frozenset(noun for frame in frame_rules().frame if frame.parties == "place" for noun in frame.nouns)


@cache
def meeting_words() -> frozenset[str]:
    """Return the lemmas that mean a meeting whoever takes part, and whatever else the sentence says: "talk", "summit".

    They are the names of the kinds, and the words of the frames that ask for one side only and for no other word.
    """
    frames = [frame for frame in frame_rules().frame if frame.alone]
    plain = [frame for frame in frames if not (frame.particles or frame.modifiers or frame.purposes or frame.means)]
    kinds = (frame.kind for frame in frame_rules().frame)
    return frozenset((*kinds, *(word for frame in plain for word in (*frame.verbs, *frame.nouns)))) - {"call"}
