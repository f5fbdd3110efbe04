"""Countries: from the words that news uses for them to ISO 3166-1 alpha-2 codes, and back.

Names come from pycountry (Debian's iso-codes), what news calls countries besides from `rules/countries.toml`. Words
count in their usual case or all in capitals: "US" and "PAKISTAN" are countries, "us" and "pakistan" are not.
"""

import re
from functools import cache

import pycountry

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

_WORD = re.compile(r"\w[\w.'’&]*")
_POSSESSIVE = re.compile(r"['’]s?$")
_ARTICLE = re.compile(r"^(?:the|The|THE) ")


class CountryRule(RuleModel):
    """What news calls one country, its people and its capitals, beside its ISO names."""

    name: str | None = None
    aliases: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class CountryRules(RuleModel):
    """`rules/countries.toml`: the countries by code, and the words that mislead."""

    ambiguous: tuple[str, ...]
    doubtful_inside_names: tuple[str, ...]
    not_countries: tuple[str, ...]
    countries: dict[str, CountryRule]


@cache
def country_code(name: str) -> str | None:
    """Return the alpha-2 code of the country called `name` ("the UK", "Türkiye", "DR Congo"), or None."""
    return _names().get(_key(name))


@cache
def demonym_code(word: str) -> str | None:
    """Return the alpha-2 code of the country of an adjective or of a people ("Dutch", "Pakistanis"), or None."""
    return _demonyms().get(_key(word))


@cache
def capital_code(name: str) -> str | None:
    """Return the alpha-2 code of the country whose capital or seat of government is `name` ("Dhaka"), or None."""
    return _capitals().get(_key(name))


@cache
def is_misleading(words: str) -> bool:
    """Whether `words` hold the name of a country and mean something else: "New Mexico"."""
    return words in _rules().not_countries


@cache
def country_name(code: str) -> str:
    """Return the short usual English name of the country with an alpha-2 code. Raises KeyError for an unknown code."""
    rule = _rules().countries.get(code)
    if rule and rule.name:
        return rule.name
    country = pycountry.countries.get(alpha_2=code)
    if country is None:
        raise KeyError(code)
    return str(getattr(country, "common_name", country.name))


@cache
def country_in(text: str) -> str | None:
    """Return the code of the country that a name contains as whole words, by name or adjective ("Royal Navy of Oman").

    None if the name contains no country, or two different ones ("Pakistan-China Institute").
    """
    words = _words(text)
    codes = set()
    start = 0
    while start < len(words):
        length, code = _country_at(words, start)
        codes.add(code)
        start += length
    codes.discard(None)
    return codes.pop() if len(codes) == 1 else None


def _country_at(words: list[str], start: int) -> tuple[int, str | None]:
    """How many words from `start` on belong together, at least one, and the country that they name, if any."""
    for length in range(min(_longest_name(), len(words) - start), 0, -1):
        phrase = " ".join(words[start : start + length])
        if phrase in _inside_names():
            return length, _inside_names()[phrase]
    return 1, None


@cache
def _rules() -> CountryRules:
    rules: CountryRules = load_rules("countries", CountryRules)
    return rules


@cache
def _names() -> dict[str, str]:
    """Code by name, normalized as by `_key`, without the names that mean several countries."""
    names = {name: country.alpha_2 for country in pycountry.countries for name in _iso_names(country)}
    for code, rule in _rules().countries.items():
        names |= dict.fromkeys([country_name(code), *rule.aliases], code)
    return _lookup({name: code for name, code in names.items() if name not in _rules().ambiguous})


def _iso_names(country: "pycountry.db.Country") -> list[str]:
    """The names that ISO gives a country, but for those turned round for sorting ("Moldova, Republic of")."""
    names = [getattr(country, field, "") for field in ("name", "common_name", "official_name")]
    return [name for name in names if name and "," not in name]


@cache
def _demonyms() -> dict[str, str]:
    """Code by adjective or noun of a people, singular and plural."""
    singular = {word: code for code, rule in _rules().countries.items() for word in rule.demonyms}
    plural = {f"{word}s": code for word, code in singular.items()}
    countries = _names()  # "Philippines" is no people, though "Philippine" is an adjective
    return _lookup({word: code for word, code in plural.items() if word not in countries} | singular)


@cache
def _capitals() -> dict[str, str]:
    return _lookup({city: code for code, rule in _rules().countries.items() for city in rule.capitals})


@cache
def _inside_names() -> dict[str, str | None]:
    """Code by the words that tell a country within a longer name; None by those that are there to mislead."""
    rules = _rules()
    misleading = _lookup(dict.fromkeys((*rules.not_countries, *rules.doubtful_inside_names, *rules.ambiguous), ""))
    known: dict[str, str | None] = {**_names(), **_demonyms(), **dict.fromkeys(misleading)}
    return {" ".join(_words(name)): code for name, code in known.items()}


@cache
def _longest_name() -> int:
    return max(len(name.split()) for name in _inside_names())


def _words(text: str) -> list[str]:
    """The words of `text`, those with hyphens taken apart, without possessives."""
    return [_POSSESSIVE.sub("", word) for word in _WORD.findall(text)]


def _lookup(codes: dict[str, str]) -> dict[str, str]:
    """`codes` with keys normalized as by `_key`, in their own case and in capitals."""
    keys = {_key(name): code for name, code in codes.items()}
    return {name.upper(): code for name, code in keys.items()} | keys


def _key(name: str) -> str:
    """`name` with single spaces and without the article before it."""
    return _ARTICLE.sub("", " ".join(name.split()))
