"""Tell from the text around a rank word whether it is the rank of a named person, and where the rank ends.

Four patterns, a function each: before a name, in brackets behind it, after it, before the name of an office-holder.
"""

import re
from dataclasses import dataclass
from functools import cache

from newsie.countries import country_code, demonym_code
from newsie.pipeline import rank_patterns as patterns
from newsie.pipeline.rank_words import RankRule, RankWord, rank_rules

_SERVICES = ("army", "navy", "air force", "marines", "coast guard", "police", "gendarmerie")
_REACH = 120  # characters before a rank in which its name and its marks can stand


@dataclass(frozen=True)
class Evidence:
    """The pattern by which a rank is a person's, and the stretch of text that is the rank with its marks."""

    rule: str
    start: int
    end: int
    retired: bool


def find_evidence(text: str, word: RankWord, rank_starts: set[int], rank_ends: set[int]) -> Evidence | None:
    """Return why `word` is the rank of somebody named beside it, or None.

    `rank_starts` are the places where ranks of named people begin further on: in "Commander Lt Gen Imran Beg" the first
    is a post. `rank_ends` are the ends of all rank words: no name ends there.
    """
    before = _before(text, word.start)
    if not _stands_free(before, word.rule):
        return None
    return (
        _before_name(text, before, word, rank_starts)
        or _in_brackets(text, before, word, rank_ends)
        or _after_name(text, before, word)
        or _before_office_holder(text, before, word)
    )


def _before(text: str, start: int) -> str:
    return text[max(0, start - _REACH) : start]


def _stands_free(before: str, rule: RankRule) -> bool:
    """Whether the rank is no part of a longer word or title: not "vice-captain", not "Attorney General"."""
    hyphenated = re.search(r"(\w+)[-‑]\Z", before)
    if hyphenated:
        return hyphenated[1].lower() in {*rank_rules().former, "then", "now"}
    # "the airport.General Beg left" lacks a space; "Atty.General" is one title.
    if re.search(r"(?:[\w'’&@#]|(?<![a-z]{5})\.)\Z", before):
        return False
    last = re.search(r"([\w'’.]+)\s+$", before)
    return not last or last[1].rstrip(".").lower() not in _lowered(rule.not_after)


def _before_name(text: str, before: str, word: RankWord, rank_starts: set[int]) -> Evidence | None:
    """Recognize "Lt Gen (Retd) Imran Beg", "retired general Imran Beg", "Generals Beg and Khan"."""
    if not _is_no_everyday_word(text, before, word):
        return None
    ends = [end for end in _ends_with_additions(text, word) if _name_begins(text, end, word, rank_starts)]
    if not ends or (word.form.plural and not patterns.several_names().match(text, ends[-1])):
        return None
    start, retired = _start_with_marks(text, word)
    retired = retired or bool(patterns.mark().search(text, word.end, ends[-1]))
    return Evidence("before_name", start, ends[-1], retired or bool(patterns.mark_after_name().match(text, ends[-1])))


def _in_brackets(text: str, before: str, word: RankWord, rank_ends: set[int]) -> Evidence | None:
    """Recognize "Imran Beg (Lt Gen, retd)"; but an acronym in brackets stands for the words before it."""
    name, closing = patterns.name_and_bracket().search(before), patterns.closing_bracket().match(text, word.end)
    if not name or not closing or word.form.case == "capitals":
        return None
    name_end = word.start - len(before) + name.end("name")
    if name_end in rank_ends or not _is_name(text, name["name"]):
        return None
    return Evidence("in_brackets", word.start, closing.end("mark"), bool(closing["mark"]))


def _after_name(text: str, before: str, word: RankWord) -> Evidence | None:
    """Recognize "Imran Beg, a retired Army lieutenant general," and "Imran Beg, Inspector General of Police,"."""
    match = patterns.apposition().search(before)
    if not match or match["place"] or not patterns.apposition_end().match(text, word.end):
        return None
    start, retired = _start_with_marks(text, word)
    described = match["between"].split()
    introduced = match["article"] or retired or (word.rule.office and not described)
    if not introduced or not all(_describes_officer(description) for description in described):
        return None
    if not _case_fits(text, word, match["between"]) or not _is_name(text, match["name"]):
        return None
    return Evidence("after_name", start, word.end, retired)


def _before_office_holder(text: str, before: str, word: RankWord) -> Evidence | None:
    """Recognize "the Chief Constable of Kent, Ann Wood, said"."""
    definite = re.search(r"(?:\b[Tt]he|['’]s|s['’])\s(?:[\w.-]+\s){0,2}$", before)
    holder = patterns.office_holder().match(text, word.end)
    if not word.rule.office or not definite or not holder or not _is_name(text, holder["name"]):
        return None
    start, retired = _start_with_marks(text, word)
    return Evidence("before_office_holder", start, word.end, retired)


def _is_no_everyday_word(text: str, before: str, word: RankWord) -> bool:
    """Whether case and the word before leave a rank, and no everyday word, job or post."""
    if word.rule.everyday and word.form.spelled_out and text[word.start : word.end].isupper():
        return False
    if word.rule.stands_alone and patterns.capitalized_before().search(before):
        return False
    return _case_fits(text, word, before)


def _case_fits(text: str, word: RankWord, described: str) -> bool:
    """Whether the rank may stand in the case that it has, behind the words that describe it."""
    if not word.form.spelled_out or not text[word.start : word.end].islower():
        return True
    match word.rule.lower:
        case "free":
            return True
        case "national":
            return _is_marked(described) or _ends_with_nation(described)
        case "marked":
            return _is_marked(described)
        case "service":
            return _ends_with_service(described)
        case "never":
            return False


def _ends_with_additions(text: str, word: RankWord) -> list[int]:
    """Where the rank ends, without and with each further addition: "SP", "SP (City)"; "Maj Gen", "Maj Gen (Retd)"."""
    ends = [word.end]
    pattern = patterns.addition(word.rule.branches[0] == "police")
    while addition := pattern.match(text, ends[-1]):
        if addition[0].strip().lower() in _lowered(word.rule.not_before):  # "General Staff"
            break
        ends.append(addition.end())
    return ends


def _start_with_marks(text: str, word: RankWord) -> tuple[int, bool]:
    """Where the rank begins with the words that belong to it ("retired", "Staff"), and whether they say retired.

    In "retired US Army Gen" the mark counts, but it is no part of the rank, as the service in between is none.
    """
    start = _start_with_prefix(text, word)
    before = _before(text, start)
    mark = patterns.mark_before().search(before)
    if not mark or not all(_describes_officer(part) for part in mark["service"].split()):
        return start, False
    if mark["service"]:
        return start, _ends_with_service(before) or _ends_with_nation(before)
    return start - len(before) + mark.start(), True


def _start_with_prefix(text: str, word: RankWord) -> int:
    prefix = patterns.prefix().search(_before(text, word.start))
    if not prefix or (prefix["post"] and prefix["staff"]):
        return word.start
    return word.start - len(prefix["prefix"])


def _name_begins(text: str, end: int, word: RankWord, rank_starts: set[int]) -> bool:
    """Whether what follows `end` looks like the beginning of a person's name."""
    match = patterns.name_start().match(text, end)
    if not match or match.start("name") in rank_starts:
        return False
    name = re.sub(r"(?:['’]s|(?<=\w\w)\.)$", "", match["name"])  # "Gen Z" is an age group, "Gen Z. Khan" isn't
    excluded = _lowered(word.rule.not_before) | _lowered(rank_rules().not_names)
    if not excluded.isdisjoint({name.lower(), f"{name} {match['following']}".lower()}):
        return False
    return not (word.rule.everyday and word.form.spelled_out and (demonym_code(name) or country_code(name)))


def _is_name(text: str, name: str) -> bool:
    """Whether capitalized words can be a person's name; one word only where it ends a longer name in the text."""
    words = name.split()
    if words[-1].lower() in _lowered(rank_rules().not_names) or words[0] == "The":
        return False
    if len(words) > 1:
        return True
    longer = rf"{patterns.NAME_WORD}{patterns.SPACE}{re.escape(name)}\b"
    return not country_code(name) and re.search(longer, text) is not None


def _describes_officer(word: str) -> bool:
    """Whether a word before a rank tells the kind of officer: "retired", "Pakistani", "infantry", "air", "force"."""
    return word[0].isupper() or word.lower() in _descriptions()


def _is_marked(described: str) -> bool:
    return bool(patterns.mark_before().search(described)) or _ends_with_service(described)


def _ends_with_service(words: str) -> bool:
    """Whether `words` end with a service: "US Army", "former air force"."""
    last = words.lower().split()[-2:]
    return not _services().isdisjoint({" ".join(last), *last[-1:]})


def _ends_with_nation(words: str) -> bool:
    """Whether `words` end with a country or its adjective: "retired Pakistani"."""
    return any(demonym_code(word) or country_code(word) for word in words.split()[-1:])


@cache
def _lowered(words: tuple[str, ...]) -> frozenset[str]:
    return frozenset(word.lower() for word in words)


@cache
def _services() -> frozenset[str]:
    return frozenset(name.lower() for service in _SERVICES for name in rank_rules().contexts[service])


@cache
def _descriptions() -> frozenset[str]:
    rules = rank_rules()
    parts = (part for service in _services() for part in service.split())
    return frozenset((*rules.retired, *rules.former, *rules.adjectives, *parts))
