"""The patterns of text around a rank, made from `rules/ranks.toml` when first used."""

import re
from functools import cache

from newsie.pipeline.rank_words import rank_rules

SPACE = r"(?:[^\S\r\n]{1,2}|\r?\n)"  # a line may end within a name, a paragraph doesn't
_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
NAME_WORD = rf"{_UPPER}[\w.'’‑-]*"


def any_of(words: tuple[str, ...]) -> str:
    """Return an alternation of `words`, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def context(name: str) -> re.Pattern[str]:
    """Any word of a context, in any case."""
    return re.compile(rf"\b(?:{any_of(rank_rules().contexts[name])})\b", re.IGNORECASE)


@cache
def addition(police: bool) -> re.Pattern[str]:
    """What can stand between rank and name: words in brackets, "retd", an officer's arm, a police desk."""
    rules = rank_rules()
    word = rf"(?:(?i:{any_of((*rules.retired, *rules.acting))})\.?|{NAME_WORD}|and|of|the|&|\d+)"
    bracket = rf"{SPACE}?\({word}(?:[\s,/]+{word}){{0,3}}\)"
    bare = rf",?{SPACE}(?i:retd|rtd|ret['’]d)\b\.?"
    adjunct = rf"{SPACE}(?:{any_of(rules.police_adjuncts if police else rules.officer_adjuncts)})\b"
    return re.compile(f"{bracket}|{bare}|{adjunct}")


@cache
def mark() -> re.Pattern[str]:
    """A mark of retirement among other words, or alone."""
    return re.compile(rf"(?<!\w)(?i:{any_of(rank_rules().retired)})(?!\w)")


@cache
def mark_before() -> re.Pattern[str]:
    """A mark of retirement before a rank ("ex-", "former"), with at most four words of a service in between."""
    marks = any_of((*_marks_in_words(), *rank_rules().former))
    return re.compile(rf"(?<![\w'’-])(?i:{marks})(?:\.?{SPACE}|[-‑])(?P<service>(?:[\w.]+{SPACE}){{0,4}})$")


@cache
def mark_after_name() -> re.Pattern[str]:
    """A name and behind it "(retd)", or "ret." after a comma; "retired" there would be a verb, "(R)" a party."""
    short = any_of(tuple(word for word in _marks_in_words() if word != "retired"))
    return re.compile(rf"{SPACE}{_name()}(?:,?{SPACE}?\((?i:{any_of(_marks_in_words())})\.?\)|,{SPACE}(?i:{short})\b)")


@cache
def prefix() -> re.Pattern[str]:
    """Words that belong to a rank behind them, and the word before that tells whether "Staff" is one of them."""
    rules = rank_rules()
    post = rf"(?P<post>(?:{NAME_WORD}|{any_of(rules.not_before_prefix)}){SPACE})?"
    staff = rf"(?P<staff>(?:{any_of(rules.officer_prefixes)}){SPACE})"
    police = rf"(?P<police>(?:{any_of(rules.police_prefixes)})(?:\.?{SPACE}|/))"
    return re.compile(rf"(?<!\w){post}(?P<prefix>{staff}|{police})$")


@cache
def capitalized_before() -> re.Pattern[str]:
    """A capitalized word directly before, in the same sentence."""
    return re.compile(rf"(?<!\w){NAME_WORD}(?<![.!?:]){SPACE}$")


@cache
def name_start() -> re.Pattern[str]:
    """The first capitalized word of a name ("Rashdan" in "HE al-Rashdan") and the word after it."""
    separate = rf"(?:{any_of(rank_rules().particles)})(?:{SPACE}|['’])"
    hyphenated = rf"(?:{any_of(rank_rules().hyphenated_particles)})[-‑]"
    nickname = rf"(?:[\"“][^\"“”\n]{{1,20}}[\"”]{SPACE})?"
    excellency = rf"(?:(?:HE|HH|HRH|H\.E\.?|H\.H\.?){SPACE})?"
    return re.compile(
        rf"{SPACE}{excellency}{nickname}(?:{separate}|{hyphenated}){{0,3}}(?P<name>{NAME_WORD})(?:{SPACE}(?P<following>[\w'’-]+))?"
    )


@cache
def several_names() -> re.Pattern[str]:
    """A name that another follows: "Beg and Khan"."""
    return re.compile(rf"{SPACE}{_name()}(?:,|{SPACE}(?:and|&)){SPACE}")


@cache
def name_and_bracket() -> re.Pattern[str]:
    """A name and an opening bracket."""
    return re.compile(rf"(?<![\w.'’-])(?P<name>{_name()}){SPACE}\($")


@cache
def closing_bracket() -> re.Pattern[str]:
    """A closing bracket, perhaps with a mark of retirement before it."""
    return re.compile(rf"(?P<mark>(?:,?{SPACE}(?i:{any_of(rank_rules().retired)})\.?)?)\)")


@cache
def apposition() -> re.Pattern[str]:
    """A name, perhaps an acronym or an age, a comma, and up to five words that describe what follows."""
    place = rf"(?P<place>(?i:{any_of(rank_rules().not_before_names)}){SPACE})?"
    aside = rf"(?:{SPACE}\([^()]{{1,40}}\))?(?:,{SPACE}\d{{1,3}})?"
    article = rf"(?:(?P<article>an?|the){SPACE})?"
    words = rf"(?P<between>(?:[\w.'’-]+{SPACE}){{0,5}})"
    return re.compile(rf"(?<![\w.'’-]){place}(?P<name>{_name()}){aside},{SPACE}{article}{words}$")


@cache
def apposition_end() -> re.Pattern[str]:
    """What may follow a rank behind a name, so that it is a rank and no part of a longer noun."""
    return re.compile(rf"\s*(?:[,.;:)\]—–]|-turned|$)|{SPACE}(?:[—–-]|(?:{any_of(rank_rules().apposition_ends)})\b)")


@cache
def office_holder() -> re.Pattern[str]:
    """What an office is of, and its holder: "(CC) of the Northern Police, Sir Alan Wood,", not one more in a list."""
    acronym, where = r"(?:\s\([A-Z]{2,6}\))?", r"(?:\s(?:of|for)\s[^.,;:\n]{2,80})?"
    holder = rf"(?P<name>{NAME_WORD}(?:{SPACE}{NAME_WORD}){{1,4}}?)(?=[.;)]|,(?!\sand\b)|\s(?!and\b)[a-z])"
    return re.compile(rf"{acronym}{where},{SPACE}{holder}")


@cache
def name_of() -> re.Pattern[str]:
    """A name, and what its bearer is of or from: "the Royal Navy" in "Ann Wood of the Royal Navy"."""
    return re.compile(rf"{SPACE}{_name()},?\s(?:of|from|in|with)\s(?P<of>[^,;:()\n]{{1,40}})")


@cache
def _name() -> str:
    rules = rank_rules()
    first = rf"(?:(?:{any_of(rules.particles)})\s|(?:{any_of(rules.hyphenated_particles)})[-‑])?{NAME_WORD}"
    return rf"{first}(?:{SPACE}(?:{NAME_WORD}|(?:{any_of(rules.particles)})\b))*"


@cache
def _marks_in_words() -> tuple[str, ...]:
    """The marks of retirement that are more than a letter."""
    return tuple(word for word in rank_rules().retired if len(word) > 1)
