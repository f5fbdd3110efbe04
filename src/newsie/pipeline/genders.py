"""Whether a person of the text is "he" or "she": by honorifics, titles, pronouns and, failing these, given names."""

from functools import cache
from typing import Literal

from spacy.tokens import Doc, Span

from newsie.pipeline.names import name_rules
from newsie.pipeline.spans import group
from newsie.rules import load_rules
from newsie.rules.loader import RuleModel

Gender = Literal["masculine", "feminine"]

# "HE" in capitals is His Excellency.
PRONOUNS: dict[str, Gender] = {
    "he": "masculine", "He": "masculine", "him": "masculine", "she": "feminine", "She": "feminine",
}  # fmt: skip


class GivenNames(RuleModel):
    """Given names in lower case, with somebody whose name tells the gender by them, and somebody whose name doesn't."""

    words: frozenset[str]
    example: str
    near_miss: str


class GivenNameRules(RuleModel):
    """The whole of rules/given_names.toml."""

    masculine: GivenNames
    feminine: GivenNames


def genders(doc: Doc) -> dict[str, Gender]:
    """Return the gender of the people of whom something in the text tells it, by their keys."""
    mentions = [mention for mention in group(doc, "mentions") if mention.label_ == "PERSON"]
    by_name = {mention.kb_id_: gender for mention in mentions if (gender := _of_given_name(mention)) is not None}
    return by_name | {mention.kb_id_: gender for mention in mentions if (gender := _told(mention)) is not None}


def _told(mention: Span) -> Gender | None:
    """The gender that an honorific or title in a mention tells, "Ms", "chairwoman", "King", or that it has itself."""
    if mention.text in PRONOUNS:
        return PRONOUNS[mention.text]
    honorifics = name_rules()
    words = {token.lower_.rstrip(".") for token in mention}
    if words & honorifics.feminine:
        return "feminine"
    return "masculine" if words & honorifics.masculine else None


def _of_given_name(mention: Span) -> Gender | None:
    """The gender of the first given name in front of another name: "Rosa" in "Ambassador Rosa Lund", not in "Rosa"."""
    masculine, feminine = given_names().masculine.words, given_names().feminine.words
    for token in mention[:-1]:
        if token.text[0].isupper() and token.lower_ in masculine | feminine:
            return "feminine" if token.lower_ in feminine else "masculine"
    return None


@cache
def given_names() -> GivenNameRules:
    """Return rules/given_names.toml."""
    return load_rules("given_names", GivenNameRules)
