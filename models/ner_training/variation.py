"""Variations of annotated texts, so that the model learns what names look like and not which there are."""

import random
import re
from collections.abc import Iterator

from ner_training.invention import Inventor
from ner_training.texts import AnnotatedText, Labelled, rewritten

SHARE_SWAPPED = 0.5
SHARE_PLACES = 0.15
SHARE_TITLED = 0.12
SHARE_ACRONYM = 0.2
SHARE_UPPER = 0.03
SHARE_HEADLINE = 0.03
MAX_HEADLINE = 120
LITTLE = frozenset(["a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"])


def varied(annotated: AnnotatedText, inventor: Inventor, rng: random.Random) -> AnnotatedText:
    """Return the text with other names, titles before them, acronyms behind organizations, or in capitals."""
    if rng.random() < SHARE_SWAPPED:
        annotated = with_other_names(annotated, inventor, rng)
    if rng.random() < SHARE_ACRONYM:
        annotated = with_acronyms(annotated)
    draw = rng.random()
    if draw < SHARE_UPPER:
        return _recased(annotated, annotated.text.upper())
    if draw < SHARE_UPPER + SHARE_HEADLINE and len(annotated.text) < MAX_HEADLINE:
        return _recased(annotated, re.sub(r"[a-z]\S*", _headline_word, annotated.text))
    return annotated


def with_other_names(annotated: AnnotatedText, inventor: Inventor, rng: random.Random) -> AnnotatedText:
    """Return the text with every person named otherwise, one always alike, titles before some; some places too."""
    families: dict[str, tuple[str, str]] = {}
    wordings: dict[Labelled, str] = {}
    before: dict[Labelled, str] = {}
    for name in (name for name in annotated.names if name.label == "PERSON"):
        words = annotated.text[name.start : name.end].split()
        full, family = families.setdefault(words[-1].lower(), inventor.person())
        wordings[name] = full if len(words) > 1 else family
        if rng.random() < SHARE_TITLED and not re.search(r"[A-Z]\S*\s$", annotated.text[: name.start]):
            before[name] = rng.choice(inventor.ranks) + " "
    wordings |= {
        name: inventor.place() for name in annotated.names if name.label == "GPE" and rng.random() < SHARE_PLACES
    }
    return rewritten(annotated, wordings, before)


def with_acronyms(annotated: AnnotatedText) -> AnnotatedText:
    """Return the text with initials in brackets behind the first organization of three or more capitalised words."""
    for name in annotated.names:
        initials = acronym(annotated.text[name.start : name.end])
        if name.label == "ORG" and len(initials) > 2 and not annotated.text[name.end :].startswith((" (", "'", "’")):
            return _with_behind(annotated, name, initials)
    return annotated


def acronym(wording: str) -> str:
    """The initials of the capitalised words, "the" aside."""
    return "".join(word[0] for word in wording.split() if word[0].isupper() and word != "The")


def _with_behind(annotated: AnnotatedText, name: Labelled, initials: str) -> AnnotatedText:
    text, moved = annotated.text, len(initials) + 3
    introduced = Labelled(name.end + 2, name.end + 2 + len(initials), "ORG")

    def shifted(names: tuple[Labelled, ...]) -> Iterator[Labelled]:
        for other in names:
            shift = moved if other.start >= name.end else 0
            yield Labelled(other.start + shift, other.end + shift, other.label)
            if other == name:
                yield introduced

    unknown = tuple((s + moved, e + moved) if s >= name.end else (s, e) for s, e in annotated.unknown)
    return AnnotatedText(f"{text[: name.end]} ({initials}){text[name.end :]}", tuple(shifted(annotated.names)), unknown)


def _headline_word(word: re.Match[str]) -> str:
    return word[0] if word[0] in LITTLE else word[0][0].upper() + word[0][1:]


def _recased(annotated: AnnotatedText, text: str) -> AnnotatedText:
    """The same names in `text`, unless a letter has become two."""
    same_length = len(text) == len(annotated.text)
    return AnnotatedText(text, annotated.names, annotated.unknown) if same_length else annotated
