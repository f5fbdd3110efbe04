"""Names already known in the article, where they stand alone: the surnames and first words of full names."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Span, Token

from newsie import countries
from newsie.dates.grammar import rules as date_rules
from newsie.gazetteer import known_place
from newsie.pipeline import names
from newsie.pipeline.mislabels import is_acronym
from newsie.pipeline.spans import tokens_of
from newsie.pipeline.syntax import SUBJECTS


def known_names(doc: Doc, people: Iterable[Span], closed: set[int], things: set[str]) -> Iterator[Span]:
    """Yield the surnames and first words of known full names elsewhere in the article, where they stand alone.

    `closed` are indices of tokens and `things` names that belong to nobody.
    """
    people = list(people)
    forms = [_short_forms(person) for person in people if len(person) > 1]
    known = {form.text: len(form) for both in forms for form in both if len(form.text) > 2 and not is_acronym(form)}
    surnames = {surname.text for surname, _ in forms}
    lengths = set(known.values())
    taken = tokens_of(people) | closed
    dated = taken | {token.i for token in doc if token.ent_type_ == "NORP" or _names_time(token)}
    placed = dated | tokens_of(ent for ent in doc.ents if ent.label_ in ("GPE", "LOC", "FAC") and _may_be_place(ent))
    others = placed | tokens_of(ent for ent in doc.ents if ent.label_ != "PERSON")
    actors = _actors(doc, [person for person in people if len(person) > 1]) & _towns(doc)
    for start in (token.i for token in doc if token.text[0].isupper()):
        for length in (size for size in lengths if start + size <= len(doc)):
            span = Span(doc, start, start + length, label="PERSON", span_id="known_name")
            barred = taken if length > 1 or start in actors else placed if span.text in surnames else others
            free = barred.isdisjoint(range(span.start, span.end)) and span.text not in things
            if known.get(span.text) == length and free and names.stands_alone(span):
                yield span


def _names_time(token: Token) -> bool:
    """Whether the model takes a word for a date and it may be one: "May", but no "Obi" in "Earlier, Obi left"."""
    words = date_rules().words
    behind_comma = token.i > 0 and token.nbor(-1).text == ","
    is_calendar_word = token.lower_ in words["month"] or token.lower_ in words["any_weekday"]
    return token.ent_type_ == "DATE" and (is_calendar_word or not behind_comma)


def _actors(doc: Doc, people: Iterable[Span]) -> set[int]:
    """Where what the model takes for a place is the subject of a verb and the first name of a person named before.

    Governments speak by the names of countries and capitals; of other towns the text says "in" or "from" somewhere.
    """
    introduced: dict[str, int] = {}
    for person in people:
        introduced[person[0].text] = min(introduced.get(person[0].text, person.end), person.end)
    located = {token.text for token in doc[1:] if token.nbor(-1).pos_ == "ADP"}
    located |= {word for word in introduced if countries.country_code(word) or countries.capital_code(word)}
    return {
        token.i
        for token in doc
        if token.dep_ in SUBJECTS
        and token.head.tag_.startswith("V")
        and introduced.get(token.text, len(doc)) <= token.i
        and token.text not in located
    }


def _towns(doc: Doc) -> set[int]:
    """The indices of the places of one word that the model names."""
    return {ent.start for ent in doc.ents if ent.label_ == "GPE" and len(ent) == 1}


def _may_be_place(ent: Span) -> bool:
    """Whether what the model takes for a place can be one beside a person of the same name: it is known as a place."""
    text = ent.text
    known = known_place(text) or countries.country_code(text) or countries.capital_code(text)
    return len(ent) > 1 or known is not None


def _short_forms(person: Span) -> tuple[Span, Span]:
    """The last word of a name and the first, each with what hyphens join to it."""
    doc, start, end = person.doc, person.end - 1, person.start + 1
    while start - 1 > person.start and doc[start - 1].text in names.HYPHENS:
        start -= 2
    while end + 1 < person.end and doc[end].text in names.HYPHENS:
        end += 2
    return doc[start : person.end], doc[person.start : end]


def is_pair_of_surnames(span: Span, people: Iterable[Span]) -> bool:
    """Return whether a hyphen joins the surnames of two people who are named in full: "the Obi-Kraus meeting"."""
    if len(span) != 3 or span[1].text not in names.HYPHENS:
        return False
    surnames = {person[-1].text for person in people if len(person) > 1 and person != span}
    return {span[0].text, span[-1].text} <= surnames
