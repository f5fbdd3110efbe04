"""Which titles mean one office. Pure functions of words; the knowledge of titles is `rules/offices.toml`."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from newsie.offices import office_rules
from newsie.resolve.words import content_words

Title = frozenset[str]
"""The content words of a title."""

MINISTER = "minister"

_CONJUNCTIONS = re.compile(r",|&|\band\b")


@lru_cache(maxsize=1 << 16)
def office_title(title: str) -> Title:
    """Return the content words of a title, or of the one that stands for it."""
    words = content_words(title)
    return _synonyms().get(words, words)


@lru_cache(maxsize=1 << 16)
def portfolio(title: str) -> frozenset[Title]:
    """Return the subjects of a minister, each as its words: Foreign Affairs and Trade are two, Foreign Trade is one.

    Empty for everybody else, deputies among them, and for a minister without a subject.
    """
    ministers = office_rules().ministers
    words = content_words(title)
    if not words & ministers.words or words & ministers.others:
        return frozenset()
    subjects = (content_words(part) - ministers.words for part in _CONJUNCTIONS.split(title))
    return frozenset(_subject(subject) for subject in subjects if subject)


def head_and_title(left: Title, right: Title) -> bool:
    """Whether one is an informal word for the head of an organization, and the other the title of one."""
    informal, formal = _informal_heads(), _titles_of_heads()
    return (left in informal and right in formal | informal) or (right in informal and left in formal)


def is_head(title: Title) -> bool:
    """Whether the title can be that of the head of an organization."""
    return title in _informal_heads() or title in _titles_of_heads()


def has_one_holder(title: Title, subjects: frozenset[Title]) -> bool:
    """Whether one person of a country has this title, with this portfolio, at a time."""
    return bool(subjects) or title in _sole_titles()


def clue_titles(title: Title, subjects: frozenset[Title]) -> tuple[str, ...]:
    """Return what titles that can be one office have in common, as texts: the title; of ministers, each subject."""
    ministers = (" ".join(sorted({MINISTER, *subject})) for subject in sorted(subjects, key=sorted))
    return tuple(dict.fromkeys((" ".join(sorted(title)), *ministers)))


def _subject(words: Title) -> Title:
    return _synonyms().get(words | {MINISTER}, words) - {MINISTER}


@cache
def _synonyms() -> Mapping[Title, Title]:
    offices = (portfolio.office for portfolio in office_rules().portfolio if portfolio.office is not None)
    return {content_words(form): content_words(office.forms[0]) for office in offices for form in office.forms}


@cache
def _informal_heads() -> frozenset[Title]:
    return frozenset(map(content_words, office_rules().heads.informal))


@cache
def _titles_of_heads() -> frozenset[Title]:
    return frozenset(map(content_words, office_rules().heads.titles))


@cache
def _sole_titles() -> frozenset[Title]:
    return frozenset(map(office_title, office_rules().sole.titles))
