"""What the model takes for a person although the words around it say that it is something else."""

import re

from spacy.tokens import Span, Token

from newsie import countries
from newsie.casing import usual_forms
from newsie.gazetteer import known_place
from newsie.pipeline import names
from newsie.pipeline.institutions import names_facility, names_institution, organization_rules
from newsie.pipeline.spans import within
from newsie.pipeline.syntax import SUBJECTS

WORD = re.compile(r"\w+")
CAPITALS = re.compile(r"[A-Z][A-Z&]+s?")
WHERE = frozenset(("in", "near", "at", "outside", "across"))


def true_label(span: Span) -> str | None:
    """What a span that the model takes for a person is: PERSON, ORG, GPE, FAC, or nothing (None)."""
    if is_acronym(span):
        return "ORG" if not span.doc[max(span.start - 1, 0)].is_punct else None
    if span[0].text in organization_rules().of_heads and span.end < len(span.doc) and span.doc[span.end].lower_ == "of":
        return None
    if names.ORDER.match(span.text):
        return None
    if names_institution(span):
        return "ORG"
    if names_facility(span):
        return "FAC"
    if _is_outlet(span):
        return "ORG"
    if (
        _is_where(span)
        or _is_only_a_place(span)
        or countries.country_code(span.text)
        or countries.capital_code(span.text)
    ):
        return "GPE"
    if names.is_honorific(span) or countries.demonym_code(span.text):
        return None
    # Foreign prose and broken mark-up: "Les deux hommes ont".
    plain = any(token.is_lower and token.is_alpha and not _may_be_inside(token) for token in span)
    return "PERSON" if (names.is_name_word(span[-1]) or len(span) > 1) and not plain else None


def _may_be_inside(token: Token) -> bool:
    """Whether a lower-case word can be part of a name: a particle, or joined by a hyphen as in "Chan-o-cha"."""
    hyphen = token.nbor(-1) if token.i else None
    return names.may_be_inside(token) or (
        hyphen is not None and hyphen.text in names.HYPHENS and not hyphen.whitespace_
    )


def _is_outlet(span: Span) -> bool:
    """Whether the words around a name say that it is an outlet's: "publication Dawn", "the Dawn report"."""
    doc, rules = span.doc, organization_rules().outlets
    before = doc[span.start - 1].lower_ if span.start else ""
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    if before in rules.before or (before in (",", "”", '"') and after in rules.reporting and _is_full_name(span)):
        return True
    return before == "the" and after in rules.after


def _is_full_name(span: Span) -> bool:
    """Whether a single word is all that the text ever calls somebody, so that it ends no person's longer name."""
    longer = (ent for ent in span.doc.ents if ent.label_ == "PERSON" and len(ent) > 1)
    return len(span) == 1 and not any(span.text in ent.text for ent in longer)


def _is_where(span: Span) -> bool:
    """Whether something happens "in" or "near" the name, which nothing does in a person."""
    doc = span.doc
    before = max(span.start - 2, 0)
    if doc[before + 1].lower_ == "of" and within(doc, "titles", before, before + 1):
        return True  # "the Emir of Zazzau"
    if not span.start or doc[span.start - 1].lower_ not in WHERE:
        return False
    return span.end == len(doc) or doc[span.end].tag_ != "POS"


def _is_only_a_place(span: Span) -> bool:
    """Whether a single name is a town's or region's, does nothing, and is no part of anybody's name in the text."""
    if len(span) > 1 or known_place(span.text) is None or span[0].dep_ in SUBJECTS:
        return False
    return not any(ent.label_ == "PERSON" and len(ent) > 1 and span.text in ent.text for ent in span.doc.ents)


def is_headline_word(span: Span) -> bool:
    """Whether a name in the headline has an everyday word that only Title Case gives a capital: "Envoys Hail Deal".

    The names of a headline stand in the text too, and with their capitals.
    """
    article = span.doc._.article
    headline = article.headline if article is not None else None
    if headline is None or not headline.start <= span.start_char < headline.end:
        return False
    below = set(WORD.findall(span.doc.text, headline.end))
    return any(usual_forms().get(token.lower_) == token.lower_ and token.text not in below for token in span)


def is_acronym(span: Span) -> bool:
    """Whether `span` is one word in capitals, in a sentence that is not all in capitals."""
    return len(span) == 1 and CAPITALS.fullmatch(span.text) is not None and not span.sent.text.isupper()
