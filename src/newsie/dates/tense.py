"""Whether the clause around a date tells what has happened or what is to come, from words and, if known, their tags."""

from collections.abc import Sequence
from dataclasses import dataclass

from newsie.dates.choice import Tense
from newsie.dates.grammar import TenseCues, rules

# An auxiliary stands at most this many words before its verb: "will not have been held".
REACH = 5


@dataclass(frozen=True)
class Sentence:
    """The words of a sentence in lower case and their Penn Treebank tags; a tag that is not known is empty."""

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


def tense(sentence: Sentence, start: int, end: int) -> Tense | None:
    """The tense of the clause that holds the words `start` to `end` (half-open) of a sentence; None without a verb.

    The nearest verb on the left decides, or the one on the right where the date opens a clause or nothing is on the left.
    """
    before = start - 1 if sentence.word(start - 1) in rules().tense.prepositions else start
    if sentence.word(before) == "since":
        return "past"
    if _opens_clause(sentence, before, end):
        return _on_the_right(sentence, end) or _on_the_left(sentence, before)
    return _on_the_left(sentence, before) or _on_the_right(sentence, end)


def _guessed_tag(word: str, cues: TenseCues) -> str:
    if word in cues.past or (word.endswith("ed") and len(word) > 4):
        return "VBD"
    return "VBZ" if word in cues.present else ""


def _opens_clause(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a date stands before the verb that it belongs to: "the king on Tuesday met", "…, and on Friday she flies"."""
    if sentence.tag(end) == "VBD" or sentence.word(end) in rules().tense.future:
        return True
    return sentence.word(start - 1) in rules().tense.openers and sentence.word(end).isalpha()


def _on_the_right(sentence: Sentence, end: int) -> Tense | None:
    """The tense of the first finite verb after a date, read with the word that follows it ("was due", "is to")."""
    cues = rules().tense
    for index in range(end, len(sentence.words)):
        following = sentence.word(index + 1)
        if sentence.words[index] in cues.future:
            return "future"
        if sentence.tag(index) == "VBD":
            return "unclear" if following == "to" or following in cues.planned else "past"
        if sentence.tag(index) in ("VBZ", "VBP"):
            return "past" if sentence.words[index] in cues.have and following != "to" else "present"
    return None


def _on_the_left(sentence: Sentence, start: int) -> Tense | None:
    """The tense of the nearest verb before a date; from an infinitive ("to discuss") on to the verb that governs it."""
    cues = rules().tense
    infinitive = False
    for index in range(start - 1, -1, -1):
        word = sentence.words[index]
        if word == "to" and sentence.tag(index + 1) in ("VB", ""):
            infinitive = True
        elif word in cues.planned or (infinitive and word in cues.intended):
            return _planned(sentence, index, infinitive)
        elif signal := _verb(sentence, index):
            return signal
    return None


def _planned(sentence: Sentence, index: int, infinitive: bool) -> Tense:
    """What "due", "scheduled", "agreed to" say: to come, but not if the plan itself is past or may have been dropped."""
    auxiliary, tag = _auxiliary(sentence, index), sentence.tag(index)
    if auxiliary in rules().tense.past:
        return "unclear"
    if tag == "VBD" and not auxiliary and not infinitive:
        return "past"
    return "future" if auxiliary or tag[:2] == "NN" or tag in ("VBD", "VBZ", "VBP") else "unclear"


def _verb(sentence: Sentence, index: int) -> Tense | None:
    """The tense that one word of a verb group says, with its auxiliaries; None for an infinitive and for other words."""
    cues = rules().tense
    word, tag = sentence.words[index], sentence.tag(index)
    if word in cues.future:
        return "future"
    if tag in ("VBZ", "VBP"):
        return "present"
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
        if word in cues.future or word == "to":
            return word
        if word in cues.auxiliaries:
            found = word
        elif word not in cues.between and not sentence.tag(before).startswith("RB"):
            break
    return found
