"""Compare names of persons as they are written: the same, different, or compatible and in need of evidence."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from operator import eq
from typing import Literal

from rapidfuzz.distance import OSA

from newsie.resolve.comparison import Verdict
from newsie.resolve.person_name import PersonName, Words, is_common, written_out
from newsie.resolve.words import formal_names, name_rules, spelling

LinkKind = Literal["word", "spelling", "slip", "nickname", "initial"]

SINGLE_NAME = 3
"""The evidence that a single name needs."""

LONG_WORD = 7
"""A slip of the pen is told from another name in family names of so many letters: Marina and Martina are two people."""

TELLING_WORD = 5
"""The letters that do after two other words that agree: Ali bin Salem Al Dosari is Ali bin Salem Al Doseri."""


@dataclass(frozen=True)
class NameComparison:
    """What two names say of their bearers. `evidence_needed` are the points that make an "unsure" pair one (0 to 3).

    Different names that are `alike` can be one all the same, if their bearers hold an office that one person holds.
    """

    verdict: Verdict
    evidence_needed: int
    reason: str
    alike: bool = False


DIFFERENT = NameComparison("different", SINGLE_NAME, "different names")
ALIKE = NameComparison("different", 2, "names that differ in vowels only", alike=True)


@lru_cache(maxsize=1 << 18)
def compare_person_names(left: PersonName, right: PersonName) -> NameComparison:
    """Compare two names of persons, written without rank and honorific."""
    shorter, longer = sorted((left, right), key=lambda name: (len(name.words), name.words))
    if _equal(shorter.words, longer.words):
        return _same_form(longer)
    for words in (shorter.words, *_turned(shorter.words, longer.words)):
        links = _links(words, longer.words)
        if links:
            return _compatible_forms(shorter, longer, links, turned=words is not shorter.words)
    if _parted_differently(shorter, longer):
        return _parted_name(longer)
    return ALIKE if shorter.full and _sound_alike(shorter, longer) else DIFFERENT


def fullest(names: Mapping[str, int]) -> str:
    """Return the fullest name: most words, then longest, then most frequent (the count), then first in the alphabet.

    One in capitals comes last of all: it is a headline's.
    """
    return min(names, key=lambda name: (name.isupper(), -len(name.split()), -len(name), -names[name], name))


@dataclass(frozen=True)
class _Link:
    """A word of the shorter name, and the word of the longer one that it stands for, and how."""

    word: str
    position: int
    kind: LinkKind


def _equal(left: Words, right: Words) -> bool:
    """Equal words, or the same letters with a space more or less; "Li Anwei" and "Lian Wei" have the same number."""
    return left == right or (len(left) != len(right) and "".join(left) == "".join(right))


def _parted_differently(shorter: PersonName, longer: PersonName) -> bool:
    return shorter.parts != longer.parts and shorter.letters == longer.letters


def _sound_alike(left: PersonName, right: PersonName) -> bool:
    """Whether the words sound alike in order, and one of them is spelled alike, too."""
    return left.sounds == right.sounds and any(map(eq, left.spelled, right.spelled))


def _same_form(name: PersonName) -> NameComparison:
    if name.full:
        return NameComparison("same", 0, "the same full name")
    if len(name.words) == 1:
        return NameComparison("unsure", SINGLE_NAME, "the same single name")
    if len(name.core) < 2:
        return NameComparison("unsure", 2, "the same initials and surname")
    return NameComparison("unsure", 1, "the same name, one that many bear")


def _parted_name(name: PersonName) -> NameComparison:
    if name.full:
        return NameComparison("same", 0, "the same full name, spelled and parted differently")
    return NameComparison("unsure", 2, "the same name, spelled and parted differently")


def _turned(words: Words, other: Words) -> Iterator[Words]:
    """The names that put the family name at the other end; a shorter name with a word turned is another name."""
    if len(words) == len(other) > 1:
        yield (*words[1:], words[0])
        yield (words[-1], *words[:-1])


def _links(shorter: Words, longer: Words) -> list[_Link] | None:
    """Find each word of the shorter name, in order, in the longer one; None if one is missing."""
    links: list[_Link] = []
    position = 0
    for word in shorter:
        kind = None
        while position < len(longer) and not (kind := _link(word, longer[position], links, given=position == 0)):
            position += 1
        if kind is None:
            return None
        links.append(_Link(word, position, kind))
        position += 1
    return links


def _link(word: str, other: str, before: Sequence[_Link], *, given: bool) -> LinkKind | None:
    """How a word stands for another; `before` are the links of the words before it."""
    if word == other:
        return "word"
    if len(word) == 1 or len(other) == 1:
        return "initial" if word[0] == other[0] else None
    if spelling(word) == spelling(other):
        return "spelling"
    if given:
        return "nickname" if formal_names(word) & formal_names(other) else None
    letters = TELLING_WORD if _agreeing(before) > 1 else LONG_WORD
    return "slip" if _is_slip(word, other, letters) else None


def _agreeing(links: Sequence[_Link]) -> int:
    """How many words that tell people apart are the same in both names, however they are spelled."""
    words = written_out(link.word for link in links if link.kind in ("word", "spelling"))
    return sum(word not in name_rules().particles.optional for word in words)


def _is_slip(word: str, other: str, letters: int) -> bool:
    """Whether one letter is left out, put in, changed or swapped inside; at the end it is a gender or a case.

    Both words have at least so many `letters`.
    """
    long = min(len(word), len(other)) >= letters
    return long and word[0] == other[0] and word[-1] == other[-1] and OSA.distance(word, other, score_cutoff=1) == 1


def _compatible_forms(
    shorter: PersonName, longer: PersonName, links: Sequence[_Link], *, turned: bool
) -> NameComparison:
    matched = written_out(link.word for link in links if link.kind != "initial")
    if not matched:
        return NameComparison("different", SINGLE_NAME, "no written-out word in common")
    if len(shorter.words) == 1:
        return NameComparison("unsure", SINGLE_NAME, "a single name that is part of the other name")
    found = [*_spelling_differences(links), *_differences_of_form(longer.words, links)]
    if turned:
        found.append(_difference_of_order(shorter, longer))
    if len(matched) > 1 and is_common(matched):
        found.append((1, "a name that many bear"))
    needed = min(2, sum(need for need, _ in found))
    return NameComparison("unsure" if needed else "same", needed, "; ".join(reason for _, reason in found))


Difference = tuple[int, str]
"""A difference between two names: the evidence that it takes to be one all the same, and its words."""


def _spelling_differences(links: Sequence[_Link]) -> Iterator[Difference]:
    kinds = [link.kind for link in links]
    if "initial" in (kinds[0], kinds[-1]):
        yield 2, "initials that fit the other name"
    elif "initial" in kinds:
        yield 1, "initials that fit the other name, between the same names"
    if "nickname" in kinds:
        yield 1, "a short form of the given name"
    if "slip" in kinds:
        yield 2, "one letter differs"
    if "spelling" in kinds:
        yield 0, "another spelling of the same name"


def _differences_of_form(longer: Words, links: Sequence[_Link]) -> Iterator[Difference]:
    """What the words that the shorter name leaves out say of it."""
    taken = {link.position for link in links}
    left_out = {position: word for position, word in enumerate(longer) if position not in taken}
    particles = name_rules().particles
    if not left_out or any(link.kind == "initial" for link in links):
        return
    between = [word for position, word in left_out.items() if min(taken) < position < max(taken)]
    telling = [word for word in between if word not in particles.optional | name_rules().honorifics.words]
    outside = len(between) < len(left_out)
    if not (telling or outside):
        yield 0, "the same full name, with a particle more"
    elif not outside and all(len(word) == 1 for word in between):
        yield 0, "the same full name, with an initial more"
    elif _makes_another_person(set(left_out.values()), bool(telling), outside):
        yield 2, "a shorter form of the other name, with words left out that tell people apart"
    else:
        yield 1, "a shorter form of the other name"


def _makes_another_person(left_out: Set[str], telling: bool, outside: bool) -> bool:
    """Whether words that a name leaves out can make it another person's: Jr, a father's name, words in two places."""
    particles = name_rules().particles
    descended = telling and not particles.descent.isdisjoint(left_out)
    return descended or not particles.generations.isdisjoint(left_out) or (telling and outside)


def _difference_of_order(left: PersonName, right: PersonName) -> Difference:
    family_names = name_rules().family_first.words | name_rules().syllabic_family_names.words
    ends = (left.words[0], left.words[-1])
    if family_names.isdisjoint(ends) and not (left.marks_family_name or right.marks_family_name):
        return 2, "the same words in another order"
    return 0, "the same name, with the family name at the other end"
