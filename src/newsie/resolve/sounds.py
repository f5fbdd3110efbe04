"""Words of names that differ in vowels only: the same word in two romanizations, if the bearers hold one office."""

from functools import lru_cache

from newsie.resolve.words import is_known_name_word, spelling

LONG_WORD = 6
"""In words of fewer letters vowels tell names apart: Hasan and Husan, Karim and Karam."""

_VOWELS = frozenset("aeiouy")


@lru_cache(maxsize=1 << 18)
def sound(word: str) -> str:
    """Return the first letter, the consonants and the last vowel of a folded word in any romanization.

    The last vowel tells a woman from a man: Amina, Amin. A word that is short, or a name that many bear, is returned in
    the spelling that stands for all: Hassan is not Hussain.
    """
    spelled = spelling(word)
    if len(word) < LONG_WORD or is_known_name_word(word):
        return spelled
    ending = spelled[-1] if spelled[-1] in _VOWELS else ""
    return spelled[0] + "".join(letter for letter in spelled[1:] if letter not in _VOWELS) + ending
