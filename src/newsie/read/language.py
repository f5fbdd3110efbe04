"""The language of a text: a cheap test for English, and a library for the rest."""

import re

ENOUGH_WORDS = 20
ENOUGH_LETTERS = 100
"""Less than this (words where a script has spaces, letters where it has none) is too short to tell a language by."""

ENGLISH_SHARE = 0.3
"""News in English has 35 to 55 function words in a hundred; in its neighbours, at most 20 look like one by chance."""

SAMPLE = 4000


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that most of `text` is in, or None if that cannot be told."""
    sample = text[:SAMPLE]
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if words and _function_words(words) >= max(3, len(words) * ENGLISH_SHARE):
        return "en"
    if len(words) < ENOUGH_WORDS and sum(map(len, words)) < ENOUGH_LETTERS:
        return None
    from py3langid import classify  # type: ignore[import-untyped]

    code, _ = classify(sample)
    return str(code)


def language_name(code: str) -> str:
    """Return the English name of the language with this ISO 639-1 code, "French", or the code if it has none."""
    import pycountry

    language = pycountry.languages.get(alpha_2=code)
    return re.sub(r" \(.*", "", language.name) if language else code


def _function_words(words: list[str]) -> int:
    from spacy.lang.en.stop_words import STOP_WORDS

    return sum(word in STOP_WORDS for word in words)
