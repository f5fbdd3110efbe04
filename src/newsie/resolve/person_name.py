"""The name of a person, taken apart once for all the comparisons that follow."""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from newsie.folding import fold, unmarked
from newsie.resolve.sounds import sound
from newsie.resolve.words import formal_names, name_rules, spelling, word_forms

Words = tuple[str, ...]

_JOINED_INITIALS = re.compile(r"\b[BCDFGHJKLMNPQRSTVWXZ]{2,3}\b")

# "Lindqvist, Petra"; not "Obi, Jr".
_INVERTED = re.compile(r"^([^,]+), *((?!(?i:jr|sr|i+)\b)[^,]+)$")
# U is an initial with a full stop, and before names of one word or with other initials.
_BURMESE_ADDRESS = re.compile(r"^U (?=\w{2,} \w{2,})")
# The article written with the family name: Elsisi; Alrashed, but not Alvarez. Given names that begin like it, as Elvira
# and Elchin, stand first.
_JOINED_ARTICLE = re.compile(r"(?<=[a-z] )(?:el|al(?=[dnrstz]))(?=[a-z]{4})")
# A nickname in quotation marks inside a name: Cora "Coco" Lim.
_NICKNAME = re.compile(r"(?<=[\w.] )[\"“‘'][^\"”’']+[\"”’'] (?=\w)")
_SYLLABLES = r"[b-df-hj-np-tv-z]{0,3}[aeiouy]{1,3}(?:ng|[hklmnprt])?"
_SYLLABLE = re.compile(_SYLLABLES)
_SYLLABLES_WITH_HYPHEN = re.compile(rf"({_SYLLABLES})-({_SYLLABLES})")


@dataclass(frozen=True, slots=True, eq=False)
class PersonName:
    """A name without rank and honorific, and its folded words.

    `words` are those that tell people apart, `core` those of them that are written out and neither a particle nor a
    generation ("Jr"), `spelled` the core in the spelling that stands for all that romanizations confuse. `full` says
    whether the name says enough on its own: two written-out words, of which one is not borne by millions. `key` are the
    letters of the words, `letters` those of all `parts`, articles too, in the spelling that stands for all.
    """

    text: str
    words: Words
    core: Words
    spelled: Words
    full: bool
    key: str
    letters: str
    parts: int

    @property
    def marks_family_name(self) -> bool:
        """Whether capitals tell the family name from the others: MACRON Emmanuel."""
        capitals = [word.isupper() for word in self.text.split() if len(word) > 2]
        return any(capitals) and not all(capitals)

    @property
    def sounds(self) -> Words:
        """The core as it sounds, vowels apart."""
        return tuple(map(sound, self.core))

    @property
    def initials(self) -> Words:
        """The words that are a single letter."""
        return tuple(word for word in self.words if len(word) == 1)

    @property
    def search_words(self) -> frozenset[str]:
        """The words that the name is found by: the core as any romanization may have it, nicknames written out too."""
        return frozenset({*self.spelled, *(spelling(form) for word in self.core for form in formal_names(word))})

    @property
    def fullness(self) -> tuple[bool, int, int, str]:
        """What sorts the fullest name first: most words, then longest, then first in the alphabet.

        One in capitals comes last of all: it is a headline's.
        """
        return self.text.isupper(), -len(self.text.split()), -len(self.text), self.text


@lru_cache(maxsize=1 << 18)
def person_name(text: str) -> PersonName:
    """Take a person's name, written without rank and honorific, apart."""
    particles = name_rules().particles
    parts = _parts(text)
    words = tuple(word for word in parts if word not in particles.articles) or parts
    core = tuple(word for word in written_out(words) if word not in particles.optional) or written_out(words)
    spelled = tuple(map(spelling, core))
    return PersonName(
        text=text,
        words=words,
        core=words if core == words else core,  # equal tuples are kept once: there are very many names
        spelled=words if spelled == words else spelled,
        full=_tells_apart(core),
        key="".join(words),
        letters="".join(map(spelling, parts)),
        parts=len(parts),
    )


def without_nickname(name: PersonName) -> PersonName:
    """Return the name without the nickname that stands inside it in quotation marks."""
    return person_name(_NICKNAME.sub("", name.text))


def without_generation(name: PersonName) -> PersonName:
    """Return the name without "Jr" and the like."""
    generations = name_rules().particles.generations
    return person_name(" ".join(word for word in name.text.split() if fold(word) not in generations).rstrip(","))


def _parts(name: str) -> Words:
    """The words of a name, its family name not inverted, those spoken as one joined, without honorifics."""
    particles = name_rules().particles
    words: list[str] = []
    for word in map(sys.intern, word_forms(_with_given_name_joined(_with_words_parted(name)))):
        if words and (word in particles.joiners or (word in particles.joined and _ends_with_article(words[-1]))):
            words[-1] += word
        else:
            words.append(word)
    return _without_honorifics(tuple(words))


def _ends_with_article(word: str) -> bool:
    """Whether a word has the Arabic article, or one like it, spoken with it: Ashraf-uz, Farid-ud."""
    return word.endswith(tuple(name_rules().particles.joiners))


def _with_words_parted(name: str) -> str:
    """The name in lower case, its initials and the article apart, its family name not inverted."""
    text = name if name.isupper() else _JOINED_INITIALS.sub(lambda match: " ".join(match[0]), name)
    if "," in text:
        text = _INVERTED.sub(r"\2 \1", text)
    text = unmarked(_BURMESE_ADDRESS.sub("", text))
    if "-" in text:
        text = _assimilated_article().sub(" ", text)
    if "abd" in text:
        text = _servant().sub("abdul ", text)
    return _JOINED_ARTICLE.sub("", text) if " el" in text or " al" in text else text


def _with_given_name_joined(text: str) -> str:
    """The name with a Chinese or Korean given name of two syllables in one word, however it is written."""
    words = text.split()
    family_names = name_rules().syllabic_family_names.words
    if len(words) == 2 and not family_names.isdisjoint(words):
        return " ".join(_SYLLABLES_WITH_HYPHEN.sub(r"\1\2", word) for word in words)
    if len(words) == 3 and all(map(_SYLLABLE.fullmatch, words)):
        if words[0] in family_names:
            return f"{words[0]} {words[1]}{words[2]}"
        if words[2] in family_names:
            return f"{words[0]}{words[1]} {words[2]}"
    return text


def _without_honorifics(words: Words) -> Words:
    honorifics = name_rules().honorifics.words
    while len(words) > 2:
        size = 2 if " ".join(words[:2]) in honorifics else 1
        if " ".join(words[:size]) not in honorifics or len(words) < size + 2:
            break
        words = words[size:]
    return words


def written_out(words: Iterable[str]) -> Words:
    """Return the words that are no initials and name no generation."""
    generations = name_rules().particles.generations
    return tuple(word for word in words if len(word) > 1 and word not in generations)


def is_common(words: Iterable[str]) -> bool:
    """Whether all words of a name are borne by millions."""
    return name_rules().common.words.issuperset(words)


def _tells_apart(core: Words) -> bool:
    return len(core) > 1 and not is_common(core)


@cache
def _servant() -> re.Pattern[str]:
    particles = name_rules().particles
    before = "|".join(particles.servant_before)
    return re.compile(
        rf"\b(?:(?:{'|'.join(sorted(particles.servant))})(?!la)(?=[a-z]{{4}})|abd[aeiou]+(?=(?:{before})))"
    )


@cache
def _assimilated_article() -> re.Pattern[str]:
    forms = name_rules().particles.assimilated
    return re.compile("|".join(rf"\b{form}-(?={form[1:]})" for form in forms))
