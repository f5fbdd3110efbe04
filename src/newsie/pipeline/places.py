"""The component `newsie_places`: names of places."""

from collections.abc import Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token
from spacy.util import filter_spans

from newsie import countries
from newsie.pipeline.extensions import register
from newsie.pipeline.institutions import organization_rules
from newsie.pipeline.spans import (
    MAX_COUNTRY_TOKENS,
    core,
    dateline_tokens,
    group,
    hyphenated,
    ignored_tokens,
    set_group,
    tokens_of,
    within,
)

LABELS = frozenset(("GPE", "LOC", "FAC"))


@Language.factory("newsie_places", assigns=["doc.ents", "doc.spans"], requires=["doc.ents"])
def make_places(nlp: Language, name: str) -> "PlaceFinder":
    """Create the component."""
    register()
    return PlaceFinder()


class PlaceFinder:
    """Corrects GPE, LOC and FAC in doc.ents and writes them to doc.spans["places"]; `label` stays one of the three.

    What else the dateline names ("AURORA, Colo.") stays in doc.ents only.
    """

    def __call__(self, doc: Doc) -> Doc:
        """Find the places of `doc`."""
        ignored = ignored_tokens(doc)
        others = tokens_of([*group(doc, "people"), *group(doc, "organizations")])
        found = [*_dateline(doc), *_guessed(doc), *_countries(doc)]
        closed = ignored | {token for token in dateline_tokens(doc) if not _is_dateline_place(doc[token])}
        closed |= others
        places = [span for span in found if closed.isdisjoint(range(span.start, span.end))]
        places = filter_spans([_with_facility(span) for span in places])
        taken = tokens_of(places)
        dateline = dateline_tokens(doc)
        rest = [
            ent
            for ent in doc.ents
            if taken.isdisjoint(range(ent.start, ent.end)) and (ent.label_ not in LABELS or ent.start in dateline)
        ]
        doc.ents = filter_spans([*places, *rest])
        set_group(doc, "places", places)
        return doc


def _dateline(doc: Doc) -> Iterator[Span]:
    """The place of the article's dateline, whatever the model takes its capitals for."""
    place = doc._.article.dateline.place if doc._.article and doc._.article.dateline else None
    span = doc.char_span(place.start, place.end, label="GPE", alignment_mode="contract") if place else None
    if span is not None:
        yield span


def _is_dateline_place(token: Token) -> bool:
    """Whether `token` is of the place in the dateline, and not of the agency behind it."""
    place = token.doc._.article.dateline.place
    return place is not None and place.start <= token.idx < place.end


def _guessed(doc: Doc) -> Iterator[Span]:
    """The model's places, without "the" before them and punctuation around them."""
    for ent in doc.ents:
        if ent.label_ not in LABELS:
            continue
        span = _before_rank(hyphenated(core(ent)))
        if len(span) and _may_be_place(span):
            yield Span(doc, span.start, span.end, label=ent.label_)


def _before_rank(span: Span) -> Span:
    """`span` without the rank that the model takes for its end: "at the Palace | Lt. General Ada Obi"."""
    starts = [rank.start for rank in within(span.doc, "ranks", span.start + 1, span.end)]
    return span.doc[span.start : min((start for start in starts if start > span.start), default=span.end)]


def _may_be_place(span: Span) -> bool:
    named = any(token.text[0].isupper() for token in span)
    titles = within(span.doc, "titles", span.start, span.end)
    title = any(title.start <= span.start and span.end <= title.end for title in titles)
    demonym = countries.demonym_code(span.text) is not None
    part_of_demonym = countries.demonym_code(span.doc[span.start : span.end + 1].text) is not None
    generic = span.text in organization_rules().facilities.generic
    return named and not (title or demonym or part_of_demonym or generic)


def _countries(doc: Doc) -> Iterator[Span]:
    """Countries and capitals by name, which the model misses beside titles ("Zambia President Bwalya")."""
    for start in range(len(doc)):
        if not doc[start].text[0].isupper() or doc[start].lower_ == "the":
            continue
        for length in range(min(MAX_COUNTRY_TOKENS, len(doc) - start), 0, -1):
            if doc[start + length - 1].is_space:
                continue
            text = doc[start : start + length].text
            people = doc[start].ent_type_ == "NORP" and countries.demonym_code(text)  # "Saudi officials"
            if not people and (countries.country_code(text) or countries.capital_code(text)):
                yield Span(doc, start, start + length, label="GPE")
                break


def _with_facility(span: Span) -> Span:
    """`span` with the noun behind it that makes it a building or a landmark: "Simón Bolívar bridge"."""
    doc = span.doc
    indefinite = span.start > 0 and doc[span.start - 1].lower_ in ("a", "an")  # "an Aurora street"
    if (
        not indefinite
        and span.end < len(doc)
        and span.label_ == "FAC"
        and doc[span.end].lower_ in organization_rules().facilities.words
    ):
        return Span(doc, span.start, span.end + 1, label="FAC")
    return span
