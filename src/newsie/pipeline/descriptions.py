"""Descriptions of people, and whom of the article they mean: "the PSO", "the Bangladeshi official", "the minister".

A description means a person if exactly one of those named before it fits, or the text has just spoken of one of them
(`newsie.pipeline.salience`); else it means nobody.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from newsie import countries
from newsie.pipeline.complements import complement
from newsie.pipeline.entities import Entity
from newsie.pipeline.spans import group, tokens_of, within
from newsie.pipeline.title_rules import field_of, title_rules
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

DEFINITE = frozenset(("the", "this", "that", "his", "her", "its", "their"))
MAX_MODIFIERS = 5
LONGEST_COMPLEMENT = 5
DISTINCT = frozenset(("prime", "vice", "deputy", "assistant", "former"))
MILITARY = frozenset(("military", "army", "naval", "navy", "air", "defence", "defense"))


class Noun(RuleModel):
    """A noun that refers to a person, and what the person has to be (see the file)."""

    noun: str
    ranks: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    needs_country: bool = False
    example: str = ""
    near_miss: str = ""


class DescriptionRules(RuleModel):
    """`rules/descriptions.toml`."""

    nouns: tuple[Noun, ...]


@cache
def nouns() -> dict[str, Noun]:
    """The nouns of `rules/descriptions.toml` by themselves."""
    return {entry.noun: entry for entry in load_rules("descriptions", DescriptionRules).nouns}


@dataclass(frozen=True)
class Description:
    """A definite description: its span, the country it names, and the test that a person has to pass.

    `fits_loosely` counts if nobody passes the test: "the diplomat" is an ambassador where nobody is called a diplomat.
    `is_vague` if the noun is true of everybody in office: "the official" may be one who is not named at all.
    """

    span: Span
    country: str | None
    fits: Callable[[Entity], bool]
    fits_loosely: Callable[[Entity], bool] | None = None
    is_vague: bool = False


def descriptions(doc: Doc) -> Iterator[Description]:
    """Yield the definite descriptions of people in `doc` that are no part of a name's mention."""
    named = tokens_of(group(doc, "mentions"))
    held = tokens_of(group(doc, "roles"))
    for title in group(doc, "titles"):
        if (named | held).isdisjoint(range(title.start, title.end)):
            yield from _of_title(title)
    for token in doc:
        entry = nouns().get(token.lower_)
        if entry and token.tag_ in ("NN", "NNP") and token.i not in named | held and not _before_name(token, named):
            yield from _of_noun(token, entry)


def _before_name(token: Token, named: set[int]) -> bool:
    return token.i + 1 in named or (token.i + 1 < len(token.doc) and token.nbor(1).pos_ in ("NOUN", "PROPN"))


def _of_title(title: Span) -> Iterator[Description]:
    start = _start(title.doc, title.start)
    acronym = _acronym_of(title)
    if start is None and acronym is None:
        return
    span = title.doc[title.start if start is None else start : title.end]
    of = complement(title)
    country = _country(span) or (countries.country_in(of.words.text) if of else None)
    if acronym is None and _before_name(title[-1], set()):
        return  # "the executive board"
    entry = nouns().get(title.text.lower())
    if entry is not None and _names_body(span):
        return
    military = any(word.lower_ in MILITARY for word in span)
    body = _body_behind(title)
    if body and country is None and acronym is None:
        yield Description(span, None, lambda person: _holds(person, title.text.lower(), None) and _is_of(person, body))
        return
    loosely = (lambda person: _is_such(person, entry, military)) if entry else None
    yield Description(span, country, lambda person: _holds(person, title.text.lower(), acronym), loosely)


def _names_body(span: Span) -> bool:
    """Whether a vague noun names its body: of "the NATO chief" the meetings know more than that he is some chief."""
    return any(mention.label_ == "ORG" for mention in within(span.doc, "mentions", span.start, span.end))


def _body_behind(title: Span) -> str | None:
    """The noun of what follows "of" behind a title: "alliance" in "the leader of the opposition alliance"."""
    doc = title.doc
    if title.end >= len(doc) or doc[title.end].lower_ != "of":
        return None
    last = None
    for token in doc[title.end + 1 : title.end + 1 + LONGEST_COMPLEMENT]:
        if token.pos_ not in ("DET", "ADJ", "NOUN", "PROPN"):
            break
        last = token.lower_
    return last


def _is_of(person: Entity, body: str) -> bool:
    """Whether a person has an office of what follows "of": "the leader of the alliance" is nobody else's leader."""
    return any(body in f"{role.title} {role.organization or ''}".lower().split() for role in person.roles)


def _of_noun(token: Token, entry: Noun) -> Iterator[Description]:
    doc = token.doc
    start = _start(doc, token.i)
    if start is None or within(doc, "titles", token.i, token.i + 1):
        return
    span = doc[start : token.i + 1]
    if _names_body(span):
        return
    country = _country(span)
    if token.i + 1 < len(doc) and doc[token.i + 1].lower_ == "of":
        country = country or _country(doc[token.i + 1 : token.i + LONGEST_COMPLEMENT])
        if country is None:
            return  # "the leader of an alliance" is nobody who is called a leader without it
    military = any(word.lower_ in MILITARY for word in span)
    if country is None and entry.needs_country:
        return
    is_vague = "any" in entry.ranks | entry.fields
    yield Description(span, country, lambda person: _is_such(person, entry, military), is_vague=is_vague)


def _start(doc: Doc, index: int) -> int | None:
    """The index of the definite determiner (or possessor) that opens the noun phrase around `index`, or None."""
    first = index - 1
    while (
        first >= 0
        and index - first <= MAX_MODIFIERS
        and doc[first].pos_ in ("ADJ", "NOUN", "PROPN", "VERB")
        and doc[first].ent_type_ != "PERSON"
    ):
        if doc[first].tag_ in ("VBD", "VBZ", "VBP"):
            return None
        first -= 1
    if first >= 0 and doc[first].lower_ in DEFINITE:
        return first
    return None


def _acronym_of(title: Span) -> str | None:
    offices = [office.acronym for office in title_rules().offices]
    return title.text if title.text in offices else None


def _country(span: Span) -> str | None:
    return countries.country_in(" ".join(token.text for token in span))


def _holds(person: Entity, title: str, acronym: str | None) -> bool:
    """Whether `person` has a role of that acronym, or one whose title ends in the words of `title`."""
    for role in (role for role in person.roles if role.status != "former"):
        wording = role.title.lower()
        if acronym and acronym in (role.acronym, role.title):
            return True
        if wording == title or _is_short_for(title, wording) or wording.startswith(f"{title} of "):
            return True
        if any({title, wording} <= {*office.titles, office.acronym.lower()} for office in title_rules().offices):
            return True
    return False


def _is_short_for(title: str, wording: str) -> bool:
    """Whether "minister" can stand for "foreign minister"; it doesn't for "prime minister"."""
    return wording.endswith(f" {title}") and not DISTINCT.intersection(re.findall(r"\w+", wording[: -len(title)]))


def _is_such(person: Entity, entry: Noun, military: bool) -> bool:
    ranks = [rank.name.lower() for rank in person.ranks]
    needed = entry.ranks or (frozenset(("any",)) if military else frozenset())
    if ranks and ("any" in needed or any(word in rank.split() for word in needed for rank in ranks)):
        return True
    if military:
        return False
    titles = [role.title.lower() for role in person.roles]
    if titles and "any" in entry.fields:
        return True
    if any(_holds_words(title, words) for words in entry.titles for title in titles):
        return True
    return any(field_of(" ".join(title.split()[-size:])) in entry.fields for title in titles for size in (1, 2))


def _holds_words(title: str, words: str) -> bool:
    """Whether whole words of a title are `words`: a "banking minister" is no king."""
    return re.search(rf"\b{re.escape(words)}\b", title) is not None


def people_meant(description: Description, before: Sequence[Entity]) -> list[Entity]:
    """Return those among the people named `before` whom the description fits: it means one of them."""
    fitting = [person for person in before if description.fits(person)]
    if not fitting and description.fits_loosely:
        fitting = [person for person in before if description.fits_loosely(person)]
    if description.country:
        fitting = [person for person in fitting if description.country in told_countries(person)]
    if any(token.lower_ == "visiting" for token in description.span):
        # The home press names the country of its guests, not that of its own officials.
        fitting = [person for person in fitting if told_countries(person)]
    if len(fitting) > 1:
        wording = " ".join(description.span.text.lower().split()[1:])
        exact = [person for person in fitting if any(role.title.lower() == wording for role in person.roles)]
        fitting = exact or fitting
    return fitting


def told_countries(person: Entity) -> set[str]:
    """Return the countries that the text names with a person or an office of theirs."""
    return {country for country in (person.country, *(role.country for role in person.roles)) if country}
