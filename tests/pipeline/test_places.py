from collections.abc import Iterable

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from marked_doc import doc_after, marked, marked_group
from markup import parse
from newsie.extraction import article_doc
from newsie.pipeline.institutions import organization_rules
from newsie.read.articles import article_of

PLACES = [
    "He crossed the <place>Simón Bolívar bridge</place> from <place>Colombia</place> to <place>Cúcuta</place>.",
    "They met in <place>Kuwait City</place> and in <place>Rawalpindi</place>.",
    "The Dutch and the Pakistanis met in the <place>Netherlands</place>.",
    "<place>Kenya</place> and the <place>Democratic Republic of Congo</place> signed it in <place>Nairobi</place>.",
    "He left from <place>Heathrow Airport</place> for the <place>Gulf of Oman</place>.",
    "<place>US</place> President Ann Wood flew to <place>Accra</place>, <place>Ghana</place>.",
    "<place>Zambia</place> President Lubinda Bwalya spoke in <place>Lusaka</place>.",
    "They met in the <place>Middle East</place> and on <place>Lake Victoria</place>.",
    "<place>Brazil</place>'s foreign minister flew to <place>São Paulo</place>.",
    "<place>Japan</place>, <place>South Korea</place> and <place>Vietnam</place> agreed.",
    "The <place>United Kingdom</place> and the <place>United States</place> agreed.",
    "<place>Côte d'Ivoire</place> and <place>Burkina Faso</place> agreed.",
    "He received at the <place>Bayt Al Falaj</place> Lt. General Thomas Banks.",
]
NOT_PLACES = [
    "The Ghanaian envoy met a Turk and two Peruvians.",
    "The Bank of Ghana and the University of Oman agreed.",
    "General Asad Mirza met Jordan Banks and Chad Miller.",
    "They told us to leave, and we did.",
    "The turkey was served on china.",
]


@pytest.mark.parametrize("example", [*PLACES, *NOT_PLACES])
def test_places_of_a_sentence(nlp: Language, example: str) -> None:
    doc = doc_after(nlp, "newsie_places", parse(example)[0])
    assert marked_group(doc, "place", "places") == example
    assert marked(doc, "place", [ent for ent in doc.ents if ent.label_ in ("GPE", "LOC", "FAC")]) == example


GUESSES = [
    ("the Delta Coast", "LOC", "They saw the <place>Delta Coast</place> there."),
    ("Delta's", "GPE", "They saw <place>Delta</place>'s coast."),
    ("this coast", "LOC", "They saw this coast there."),
    ("Ghanaian", "GPE", "They saw a Ghanaian there."),
    ("Mayor", "GPE", "They saw the Mayor there."),
    ("Zamora", "FAC", "They saw the <place>Zamora bridge</place> there."),
    ("Zamora", "GPE", "They saw the <place>Zamora</place> bridge there."),
    ("Zamora Works", "ORG", "They saw Zamora Works there."),
]


@pytest.mark.parametrize(("guess", "label", "example"), GUESSES)
def test_what_becomes_of_a_guess_of_the_model(nlp: Language, guess: str, label: str, example: str) -> None:
    doc = doc_after(nlp, "newsie_people", parse(example)[0])
    start = doc.text.index(guess)
    doc.set_ents([doc.char_span(start, start + len(guess), label=label)])
    doc = nlp.get_pipe("newsie_places")(nlp.get_pipe("newsie_organizations")(doc))
    assert marked_group(doc, "place", "places") == example


def test_a_guessed_organization_that_ends_as_buildings_do_is_a_place(nlp: Language) -> None:
    doc = doc_after(nlp, "newsie_people", "They saw the Zamora Palace there.")
    doc.set_ents([Span(doc, 3, 5, label="ORG")])
    doc = nlp.get_pipe("newsie_places")(nlp.get_pipe("newsie_organizations")(doc))
    assert [(span.text, span.label_) for span in doc.spans["places"]] == [("Zamora Palace", "FAC")]


def test_countries_and_capitals_need_no_guess(nlp: Language) -> None:
    doc = nlp.make_doc("ABU DHABI, Abu Dhabi, Zambia, the Republic of Korea, US, us, turkey")
    doc = nlp.get_pipe("newsie_places")(doc)
    assert [(span.text, span.label_) for span in doc.spans["places"]] == [
        ("ABU DHABI", "GPE"), ("Abu Dhabi", "GPE"), ("Zambia", "GPE"), ("Republic of Korea", "GPE"), ("US", "GPE")
    ]  # fmt: skip


def test_the_place_of_the_dateline_is_one(nlp: Language) -> None:
    article = article_of("MARDAN, Jan 14 (West Wire) — The general met reporters on Tuesday.\n", "a.txt")
    assert "MARDAN" in places(nlp(article_doc(nlp, article)))


def test_the_agency_of_the_dateline_is_no_place(nlp: Language) -> None:
    article = article_of("MARDAN, Jan 14 (West Wire) — The general met reporters on Tuesday.\n", "a.txt")
    assert places(nlp(article_doc(nlp, article))) == ["MARDAN"]


def test_boilerplate_has_no_places(nlp: Language) -> None:
    text = "The general met reporters in Accra on Tuesday.\n\nRead more: Floods in Ghana and Norway\n"
    article = article_of(text, "a.txt")
    assert article.boilerplate
    assert places(nlp(article_doc(nlp, article))) == ["Accra"]


def places(doc: Doc) -> list[str]:
    return [span.text for span in doc.spans["places"]]


def facilities(nlp: Language, words: Iterable[str], label: str) -> list[str]:
    """The words that do not become part of the place before them, which the model guesses to be a `label`."""
    others = []
    for word in sorted(words):
        doc = nlp.make_doc(f"They saw the Zamora {word} there")
        doc.set_ents([Span(doc, 3, 4, label=label)])
        if places(nlp.get_pipe("newsie_places")(doc)) != [f"Zamora {word}"]:
            others.append(word)
    return others


def test_every_noun_of_a_facility_is_part_of_its_name(nlp: Language) -> None:
    words = organization_rules().facilities.words
    assert facilities(nlp, words, "FAC") == []
    assert facilities(nlp, words, "GPE") == sorted(words)


def guessed(nlp: Language, words: Iterable[str], template: str) -> list[str]:
    """What remains of guesses of the model that are the capitalised words behind "the"."""
    found = []
    for word in sorted(words):
        doc = nlp.make_doc(template.format(word))
        doc.set_ents([Span(doc, 3, len(doc) - 1, label="LOC")])
        found += places(nlp.get_pipe("newsie_places")(doc))
    return found


def test_no_generic_word_alone_is_a_place(nlp: Language) -> None:
    words = organization_rules().facilities.generic
    assert guessed(nlp, words, "They saw the {} there") == []
    assert guessed(nlp, words, "They saw the Zamora {} there") == [f"Zamora {word}" for word in sorted(words)]


def test_places_do_not_overlap_people_and_organizations(nlp: Language) -> None:
    doc: Doc = nlp("The Bank of Ghana told Jordan Banks that Chad Miller had left Oman.")
    taken = {token.i for name in ("people", "organizations") for span in doc.spans[name] for token in span}
    assert [span.text for span in doc.spans["places"]] == ["Oman"]
    assert not taken & {token.i for span in doc.spans["places"] for token in span}


@pytest.mark.parametrize(("label", "places"), [("NORP", []), ("GPE", ["Saudi"])])
def test_a_word_for_a_country_and_its_people_is_what_the_model_takes_it_for(
    nlp: Language, label: str, places: list[str]
) -> None:
    doc = doc_after(nlp, "newsie_organizations", "They told Saudi officials so.")
    doc.set_ents([Span(doc, 2, 3, label=label)])
    assert [place.text for place in nlp.get_pipe("newsie_places")(doc).spans["places"]] == places
