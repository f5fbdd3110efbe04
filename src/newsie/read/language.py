"""The language of a text: a cheap test for English, and a library for the rest."""

import re

ENOUGH_WORDS = 20
ENOUGH_LETTERS = 100
"""Less than this (words where a script has spaces, letters where it has none) is too short to tell a language by."""

ENGLISH_SHARE = 0.22
"""News in English has 30 to 55 function words in a hundred; in its neighbours, at most 12 look like one by chance."""

SAMPLE = 4000


def language_of(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that most of `text` is in, or None if that cannot be told."""
    words = re.findall(r"[^\W\d_]+", text[:SAMPLE])
    if _function_words(words) >= max(3, len(words) * ENGLISH_SHARE):
        return "en"
    prose = [word for word in words if not word[0].isupper()]  # names say nothing of the language
    if len(prose) < ENOUGH_WORDS and sum(map(len, prose)) < ENOUGH_LETTERS:
        return None
    from py3langid import classify  # type: ignore[import-untyped]

    code, _ = classify(" ".join(prose))
    return str(code)


def language_name(code: str) -> str:
    """Return the English name of the language with this ISO 639-1 code, "French", or the code if it has none."""
    import pycountry

    language = pycountry.languages.get(alpha_2=code)
    return re.sub(r" \(.*", "", language.name) if language else code


def _function_words(words: list[str]) -> int:
    from spacy.lang.en.stop_words import STOP_WORDS

    return sum(word.lower() in STOP_WORDS for word in words)
