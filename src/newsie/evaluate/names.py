"""When two spellings are one name: the leniency of the measures."""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from newsie.evaluate.gold import GoldPerson
from newsie.records import Person
from newsie.rules.loader import RuleModel, parse_rules

Forms = tuple[str, ...]
"""All name forms of one person, the fullest first."""

LITTLE_WORDS = frozenset(("the", "of", "a", "an", "and", "in", "at"))


class _Honorifics(RuleModel):
    honorifics: tuple[str, ...]


def forms(person: Person | GoldPerson) -> Forms:
    """Return all name forms of a person."""
    return (person.name, *person.aliases)


def same_name(first: str, second: str) -> bool:
    """Tell whether two names agree, honorifics and case aside.

    They do if they are equal, or if their last words agree and the words of one contain those of the other.
    """
    a, b = _name_words(first), _name_words(second)
    if not a or not b:
        return False
    return a == b or (a[-1] == b[-1] and (set(a) <= set(b) or set(b) <= set(a)))


def same_person(first: Iterable[str], second: Forms) -> bool:
    """Tell whether a form of one person agrees with a form of the other."""
    return any(same_name(a, b) for a in first for b in second)


def same_text(first: str, second: str) -> bool:
    """Tell whether the words of one text contain those of the other, case and little words aside."""
    a, b = _content_words(first), _content_words(second)
    return bool(a & b) and (a <= b or b <= a)


@cache
def _name_words(name: str) -> tuple[str, ...]:
    bare = re.sub(r"[’']s$", "", name.strip())
    return tuple(re.findall(r"\w+", _leading_honorifics().sub("", bare).lower()))


@cache
def _content_words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.lower())) - LITTLE_WORDS


@cache
def _leading_honorifics() -> re.Pattern[str]:
    source = files(__package__).joinpath("honorifics.toml")
    words = parse_rules(source.read_text("utf-8"), source.name, _Honorifics).honorifics
    return re.compile(rf"^(?:(?:{'|'.join(map(re.escape, words))})\.?\s+)+", re.IGNORECASE)
