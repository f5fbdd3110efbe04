"""Whether the clause around a date tells what has happened or what is to come, from words and, if known, their tags."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsie.dates.choice import Tense
from newsie.dates.grammar import TenseCues, rules

# An auxiliary stands at most this many words before its verb: "will not have been held".
REACH = 5


@dataclass(frozen=True)
class Sentence:
    """The words of a sentence and their Penn Treebank tags, empty where not known.

    Words are in lower case, but for those with a capital within the sentence: "May" is not the verb "may".
    """

    words: Sequence[str]
    tags: Sequence[str]

    def word(self, index: int) -> str:
        """A word; empty outside of the sentence."""
        return self.words[index] if 0 <= index < len(self.words) else ""

    def tag(self, index: int) -> str:
        """The tag of a word, guessed from the word where it is not known; empty outside of the sentence."""
        if not 0 <= index < len(self.words):
            return ""
        return self.tags[index] or _guessed_tag(self.words[index], rules().tense)

    def points_ahead(self, index: int) -> bool:
        """Whether a word is "will", "may" or another that speaks of what is to come."""
        return self.word(index) in rules().tense.future or self.tag(index) == "MD"


def tense(sentence: Sentence, start: int, end: int) -> Tense | None:
    """The tense of the clause that holds the words `start` to `end` (half-open) of a sentence; None without a verb.

    The nearest verb on the left decides, or the one on the right where the date opens a clause or the left has none.
    """
    preposition = sentence.word(start - 1) if sentence.word(start - 1) in rules().tense.prepositions else ""
    before = start - 1 if preposition else start
    if preposition == "since":
        return "past"
    found = _nearest_tense(sentence, before, end)
    if preposition == "for" and found == "past":
        # What was announced, called or set for a day may be to come or have come.
        found = "unclear"
    if found == "unclear" and sentence.word(_finite_verb(sentence, end)) in rules().tense.have:
        # "Has been put off" is news of a day that is still to come, "was put off" may be of yesterday.
        return "future"
    return found


def _nearest_tense(sentence: Sentence, start: int, end: int) -> Tense | None:
    if _opens_clause(sentence, start, end):
        return _on_the_right(sentence, end) or _on_the_left(sentence, start)
    return _on_the_left(sentence, start) or _on_the_right(sentence, end)


def _guessed_tag(word: str, cues: TenseCues) -> str:
    if word in cues.past or (word.endswith("ed") and len(word) > 4):
        return "VBD"
    return "VBZ" if word in cues.present else ""


def _opens_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a date stands before its verb: "the king on Tuesday met her", "…, and on Friday she flies home"."""
    cues, following = rules().tense, sentence.word(end)
    if sentence.tag(end) == "VBD" or sentence.points_ahead(end):
        return True
    return sentence.word(start - 1) in cues.openers and following.isalpha() and following not in cues.prepositions


def _finite_verb(sentence: Sentence, end: int) -> int:
    """The index of the first finite verb from `end` on; the length of the sentence if there is none."""
    for index in range(end, len(sentence.words)):
        if sentence.points_ahead(index) or sentence.tag(index) in ("VBD", "VBZ", "VBP"):
            return index
    return len(sentence.words)


def _on_the_right(sentence: Sentence, end: int) -> Tense | None:
    """The tense of the first finite verb after a date, read with the word that follows it ("was due", "is to")."""
    cues = rules().tense
    index = _finite_verb(sentence, end)
    verb, following = sentence.word(index), sentence.word(index + 1)
    if not verb:
        return None
    if sentence.points_ahead(index):
        return "future"
    if sentence.tag(index) == "VBD":
        return "unclear" if following == "to" or following in cues.planned else "past"
    return "past" if verb in cues.have and following != "to" else "present"


def _on_the_left(sentence: Sentence, start: int) -> Tense | None:
    """The tense of the nearest verb before a date; from an infinitive ("to discuss") on to the verb that governs it."""
    infinitive = False
    for index in _back_from(sentence, start):
        if sentence.words[index] == "to" and sentence.tag(index + 1) in ("VB", ""):
            infinitive = True
        elif found := _planned_or_told(sentence, index, infinitive):
            # "Ends on 31 March" is to come; "is the second visit in May" may be either.
            return "future" if found == "present" and index == start - 1 else found
    return None


def _back_from(sentence: Sentence, start: int) -> Iterator[int]:
    """Yield the indices of the words before `start`, the nearest first, but not those of relative clauses."""
    index = start - 1
    while index >= 0:
        yield index
        index = _before_relative_clause(sentence, index) - 1


def _before_relative_clause(sentence: Sentence, comma: int) -> int:
    """The pronoun that opens the relative clause before a comma ("…, who lives in Rome, "), or `comma` without one."""
    if sentence.words[comma] != ",":
        return comma
    for index in range(comma - 1, 0, -1):
        if sentence.words[index] in rules().tense.relative and sentence.words[index - 1] == ",":
            return index
        if sentence.words[index] == ",":
            break
    return comma


def _planned_or_told(sentence: Sentence, index: int, infinitive: bool) -> Tense | None:
    """The tense that one word says, as one for plans ("scheduled", in front of an infinitive "agreed") or as a verb."""
    cues, word = rules().tense, sentence.words[index]
    if word in cues.planned or (infinitive and word in cues.intended):
        return _planned(sentence, index, infinitive)
    return _verb(sentence, index)


def _planned(sentence: Sentence, index: int, infinitive: bool) -> Tense:
    """What "due", "scheduled", "agreed to" say: to come, unless the plan is past or may have been dropped."""
    auxiliary, tag = _auxiliary(sentence, index), sentence.tag(index)
    if auxiliary in rules().tense.past:
        return "unclear"
    if tag == "VBD" and not auxiliary and not infinitive:
        return "past"
    return "future" if auxiliary or tag[:2] == "NN" or tag in ("VBD", "VBZ", "VBP") else "unclear"


def _verb(sentence: Sentence, index: int) -> Tense | None:
    """The tense that one word says, with its auxiliaries if it is a verb; None for an infinitive and for most words."""
    cues = rules().tense
    word, tag = sentence.words[index], sentence.tag(index)
    if sentence.points_ahead(index):
        return "future"
    if word == "since":
        return "past"
    if tag in ("VBZ", "VBP"):
        to_come = sentence.word(index + 1) == "to" and sentence.tag(index + 2) in ("VB", "")
        return "future" if to_come else "present"
    if tag not in ("VBD", "VBN"):
        return None
    auxiliary = _auxiliary(sentence, index)
    if auxiliary in cues.future:
        return "future"
    if auxiliary == "to":
        return None
    if sentence.word(index + 1) == "to" and word in ("was", "were"):
        return "unclear"
    return "present" if auxiliary in cues.present and auxiliary not in cues.have else "past"


def _auxiliary(sentence: Sentence, index: int) -> str:
    """The word that carries the tense of a verb group: "will" of "will not be held", "had" of "had been"; or ""."""
    cues = rules().tense
    found = ""
    for before in range(index - 1, max(-1, index - 1 - REACH), -1):
        word = sentence.words[before]
        if sentence.points_ahead(before) or word == "to":
            return word
        if word in cues.auxiliaries:
            found = word
        elif word not in cues.between and not sentence.tag(before).startswith("RB"):
            break
    return found
