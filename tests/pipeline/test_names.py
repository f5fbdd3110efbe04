from collections.abc import Callable, Iterable

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc, Span

from newsie.pipeline import names

RULES = names.name_rules()
BLANK = spacy.blank("en")


NAMES = [
    # | stands where the name begins and where it ends
    "met |S M Kamr-ul-Karim| in May",
    "met |G. K. Nair|, who left",
    "met |A.K.M. Rafiqul Alam| there",
    "met |Abdulla bin Rashid Al Thani| there",
    "met |Khalid al-Mutlaq| there",
    "met |Pieter van der Linde| there",
    "met |Jean-Luc Aubigny| there",
    "met |Jean-Luc d'Aubigny| there",
    "met |Okot p'Bitek| there",
    "met |Ian St. John| there",
    "met |Sinéad O’Brannigan| there",
    "met |José Luis de la Cruz| y otros",
    "met |Ramón y Soto| there",
    "met |Park Ji-Hoon| there",
    "met |Park Ji-hoon| there",
    "met |Lee Min-ho| there",
    "met |Martin Banks Jr.| there",
    "met |Martin Banks Sr.| there",
    "met |William Harker III| there",
    "met |Đặng Văn Lâm| there",
    "met |Obi| there",
    "met |Obi| and Beg",
    "met |Ada Obi| On Monday",
    "met |Ada Obi| Monday",
    "met |Ada Obi| of Ghana",
    "met |Ada Obi| Pakistan",
    "met |Ada Obi|'s wife",
    "met |Ada Obi| – Reuters said",
    "met |Ada Obi| (left)",
    "met || the envoy",
    "met || 3rd",
    "met || Monday",
    "met || Pakistan",
    "met || al",
]


@pytest.mark.parametrize("example", NAMES)
def test_a_name_ends_where_its_words_end(example: str) -> None:
    doc = BLANK(example.replace("|", ""))
    start = example.index("|")
    first = next(token.i for token in doc if token.idx >= start)
    end = names.name_end(doc, first, set())
    assert doc[first:end].text == example.split("|")[1]


@pytest.mark.parametrize("example", [name for name in NAMES if len(name.split("|")[1].split()) > 1])
def test_a_name_starts_where_its_words_start(nlp: Language, example: str) -> None:
    before, name, _ = example.split("|")
    doc = nlp(f"They {before}{name} there.")
    last = doc.char_span(len(f"They {before}"), len(f"They {before}{name}"), alignment_mode="expand").end - 1
    start = names.name_start(doc, last, set())
    assert doc[start].idx == len(f"They {before}")


def test_a_name_holds_none_of_the_stops() -> None:
    doc = BLANK("met Ada Obi General Beg")
    assert names.name_end(doc, 1, {3}) == 3
    assert names.name_start(doc, 4, {3}) == 4


HONORIFICS = [
    ("Mr |Obi", 1),
    ("Mr. |Obi", 1),
    ("Dr. Mrs. |Ada Obi", 2),
    ("Sheikh |Hamad Al Khalili", 1),
    ("|Sheikh Mishari", 0),
    ("|Begum Obi", 0),
    ("Sheikha Dr |Mona Obi", 2),
    ("Dato' Seri |Anwar Shukri", 2),
    ("Dato’ Seri |Anwar Shukri", 2),
    ("Tan Sri |Razali Hamzah", 2),
    ("His Excellency |Faisal Said", 2),
    ("His Royal Highness Prince |Faisal Said", 4),
    ("|Mrinal Sen", 0),
    ("|Ada Obi", 0),
    ("|Mr", 0),
]


@pytest.mark.parametrize("example", [example for example, _ in HONORIFICS])
def test_honorifics_before_a_name(example: str) -> None:
    doc = BLANK(example.replace("|", ""))
    end = names.honorific_end(doc, 0, len(doc))
    assert doc[end].idx == example.index("|")
    assert names.honorific_start(doc, end) == 0


def test_the_stop_of_the_sentence_before_is_no_part_of_an_honorific() -> None:
    doc = BLANK("They left. Mrs Kaur stayed.")
    assert doc[names.honorific_start(doc, 4)].text == "Mrs"


def misses(words: Iterable[str], fits: Callable[[str], bool]) -> list[str]:
    return [word for word in sorted(words) if not fits(word)]


def test_every_honorific_is_left_out_of_the_name() -> None:
    def left_out(word: str) -> bool:
        doc = BLANK(f"{word} Ada Obi left")
        return doc[names.honorific_end(doc, 0, len(doc) - 1) :].text == "Ada Obi left"

    anywhere = RULES.honorifics - RULES.before_people
    assert misses(anywhere, left_out) == []
    assert misses(anywhere, lambda word: left_out(word.title())) == []


def test_some_honorifics_are_only_before_people() -> None:
    def left_out(word: str, label: str) -> bool:
        doc = BLANK(f"{word} Ada Obi left")
        doc.ents = [Span(doc, 1, 3, label=label)]
        return doc[names.honorific_end(doc, 0, 3) : 3].text == "Ada Obi"

    assert misses(RULES.before_people, lambda word: left_out(word.title(), "PERSON")) == []
    assert misses(RULES.before_people, lambda word: not left_out(word.title(), "ORG")) == []


@pytest.mark.parametrize("before", ["", "the Hon. ", "with "])
def test_the_stop_of_an_abbreviated_title(before: str) -> None:
    def abbreviates(word: str) -> bool:
        doc = BLANK(f"{before}{word.title()}. Ada")
        return names.abbreviates_title(doc, len(doc) - 2)

    assert misses(RULES.abbreviations, abbreviates) == []


@pytest.mark.parametrize("text", ["William Barr. Ada", "the barr. Ada", "at home. Ada", "the Arc. Ada"])
def test_the_stop_of_a_sentence(text: str) -> None:
    doc = BLANK(text)
    assert not names.abbreviates_title(doc, len(doc) - 2)


def test_no_honorific_is_all_of_a_name() -> None:
    def kept(word: str) -> bool:
        doc = BLANK(word)
        return names.honorific_end(doc, 0, len(doc)) == 0 and names.is_honorific(doc[:])

    assert misses(RULES.honorifics - RULES.before_people, kept) == []


def test_every_honorific_that_is_a_given_name_too_is_kept_before_a_single_word() -> None:
    def kept(word: str) -> bool:
        doc = BLANK(f"{word.title()} Mishari")
        return names.honorific_end(doc, 0, 2) == 0

    assert misses(RULES.kept_before_single, kept) == []
    assert not kept("mr")


def test_every_particle_joins_the_words_around_it() -> None:
    def joins(word: str) -> bool:
        doc = BLANK(f"Ada {word} Obi")
        return names.name_end(doc, 0, set()) == len(doc)

    assert misses(RULES.particles, joins) == []
    assert joins("near") is False


def test_no_particle_ends_a_name() -> None:
    def left(word: str) -> bool:
        return names.name_end(BLANK(f"Ada {word} saw"), 0, set()) == 1

    assert misses(RULES.particles, left) == []


def test_every_opening_particle_begins_a_surname(nlp: Language) -> None:
    def begins(word: str) -> bool:
        doc = nlp.make_doc(f"and {word} Obi left")
        return names.name_start(doc, 2, set()) == 1

    assert misses(RULES.opening_particles, begins) == []
    assert misses(RULES.particles - RULES.opening_particles, lambda word: not begins(word)) == []


def test_every_suffix_belongs_to_the_name_before_it() -> None:
    def belongs(word: str) -> bool:
        doc = BLANK(f"Ada Obi {word.capitalize() if 'r' in word else word.upper()} left")
        return doc[names.name_end(doc, 0, set())].text == "left"

    assert misses(RULES.suffixes, belongs) == []
    assert misses(RULES.suffixes, lambda word: names.name_end(BLANK(f"{word} left"), 0, set()) == 0) == []


def test_every_word_that_is_no_name_ends_one() -> None:
    def ends(word: str) -> bool:
        return names.name_end(BLANK(f"Ada {word.capitalize()} left"), 0, set()) == 1

    assert misses(RULES.not_names - {"a"}, ends) == []
    assert misses({f"{word}oro" for word in RULES.not_names}, lambda word: not ends(word)) == []


def test_a_may_be_an_initial() -> None:
    assert names.name_end(BLANK("A Obi left"), 0, set()) == 2


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("S M Kamr-ul-Karim", ["s", "m", "kamr", "ul", "karim"]),
        ("Jean-Luc d'Aubigny", ["jean", "luc", "daubigny"]),
        ("A.K.M.  Alam", ["a", "k", "m", "alam"]),
        ("Đặng Văn Lâm", ["dang", "van", "lam"]),
    ],
)
def test_the_words_of_a_name(name: str, words: list[str]) -> None:
    assert names.words_of(name) == words


def test_the_marked_words_of_a_name() -> None:
    assert names.marked_words("Hugo Chávez Ríos Frías") == ["chávez", "ríos", "frías"]


@given(
    st.lists(st.sampled_from(["Ada", "bin", "-", "'", "S.", "Jr.", "Monday", "Mr", "von", "the", "al", ",", "Σ", "\n"]))
)
def test_a_name_is_a_stretch_of_the_text(words: list[str]) -> None:
    doc = Doc(BLANK.vocab, words=words)
    for index in range(len(doc)):
        end = names.name_end(doc, index, set())
        assert index <= end <= len(doc)
        assert names.honorific_end(doc, index, len(doc)) <= len(doc)
