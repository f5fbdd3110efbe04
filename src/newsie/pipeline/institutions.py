"""Which words make a capitalised name an institution's or a building's: `rules/organizations.toml`."""

from functools import cache

from spacy.tokens import Span

from newsie.rules import load_rules
from newsie.rules.loader import RuleModel


class Outlets(RuleModel):
    """Words beside a name that say it is a news outlet."""

    before: frozenset[str]
    after: frozenset[str]
    reporting: frozenset[str]


class Facilities(RuleModel):
    """Nouns that make a name a building or a place: behind it in lower case, or its first word."""

    words: frozenset[str]
    first_words: frozenset[str]
    generic: frozenset[str]


class KnownOrganizations(RuleModel):
    """Names that are always an organization's."""

    names: tuple[str, ...]


class OtherThings(RuleModel):
    """First or last words of capitalised names of documents, events and prizes, which are no organizations."""

    words: frozenset[str]


class OrganizationRules(RuleModel):
    """`rules/organizations.toml`."""

    last_words: frozenset[str]
    of_heads: frozenset[str]
    generic: frozenset[str]
    units: frozenset[str]
    outlets: Outlets
    facilities: Facilities
    known: KnownOrganizations
    other_things: OtherThings


@cache
def organization_rules() -> OrganizationRules:
    """The validated rules of organizations."""
    return load_rules("organizations", OrganizationRules)


def names_institution(span: Span) -> bool:
    """Whether a capitalised name is worded as institutions' are: "Ministry of Water", "Allied Autoworkers Union"."""
    rules = organization_rules()
    if span[-1].text in rules.last_words:
        return True
    return span[0].text in rules.of_heads and len(span) > 2 and span[1].lower_ in ("of", "for")


def names_facility(span: Span) -> bool:
    """Whether `span` ends in, or is followed by, a noun like "bridge", or begins with one like "Fort"."""
    if is_facility(span):
        return True
    doc, words = span.doc, organization_rules().facilities.words
    behind = doc[span.end : span.end + 2]
    if len(behind) == 2 and behind[0].pos_ == "NOUN" and behind[1].lower_ in words:
        return True  # "Pragati Maidan conference centre"
    return len(behind) > 0 and behind[0].lower_ in words


def is_facility(span: Span) -> bool:
    """Whether a name itself says that it is a building's or a place's: "Bayan Palace", "Fort Gordon"."""
    rules = organization_rules()
    opened = len(span) > 1 and span[0].text in rules.facilities.first_words and span[-1].text not in rules.last_words
    return opened or span[-1].lower_ in rules.facilities.words
