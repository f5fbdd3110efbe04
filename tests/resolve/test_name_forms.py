import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.evaluate.name_pairs_gold import read_name_pairs
from newsie.evaluate.parts import WHOLE
from newsie.folding import fold
from newsie.resolve.comparison import MERGE
from newsie.resolve.evidence import compare
from newsie.resolve.names import compare_person_names, fullest
from newsie.resolve.person_name import person_name
from newsie.resolve.words import initials, is_generic, name_rules, word_forms

PAIRS = read_name_pairs(Path(__file__).with_name("name_pairs.tsv"), WHOLE)
STRANGERS = [pair for pair in PAIRS if (pair.kind, pair.verdict) == ("same surname", "different")]
RULES = name_rules()
ENTRIES = [*RULES.equal_words, *RULES.similar_words, *RULES.similar_letters, *RULES.nicknames]


@pytest.mark.parametrize("pair", STRANGERS, ids=lambda pair: f"{pair.left} / {pair.right}")
def test_no_pair_of_one_surname_is_merged(pair):
    comparison = compare(*pair.profiles())
    assert comparison.verdict != "same"
    assert comparison.score < MERGE
    assert comparison.reasons


def test_the_pairs_are_of_many_cultures_and_kinds():
    assert len(PAIRS) >= 600
    assert len({pair.culture for pair in PAIRS}) >= 25
    assert len(STRANGERS) >= 120


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: " / ".join(entry.example))
def test_each_spelling_fires(entry):
    assert compare_person_names(*map(person_name, entry.example)).verdict != "different"


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: " / ".join(entry.near_miss))
def test_each_spelling_leaves_its_near_miss_apart(entry):
    assert compare_person_names(*map(person_name, entry.near_miss)).verdict == "different"


@pytest.mark.parametrize("entry", RULES.equal_words, ids=lambda entry: entry.forms[0])
def test_equal_words_become_one_word(entry):
    assert {word_forms(form) for form in entry.forms} == {(entry.forms[0],)}


@pytest.mark.parametrize("entry", RULES.generic_organizations, ids=lambda entry: entry.example)
def test_generic_organizations(entry):
    assert re.fullmatch(entry.pattern, " ".join(word_forms(entry.example)))
    assert is_generic(entry.example)
    assert not is_generic(entry.near_miss)


def test_a_generic_name_with_a_country_is_not_generic():
    assert is_generic("the Foreign Office")
    assert not is_generic("Pakistan Foreign Office")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("T M Nazm-ul-Karim", ("t", "m", "nazmul", "karim")),
        ("TM Nazmul Karim", ("t", "m", "nazmul", "karim")),
        ("TOM NGO", ("tom", "ngo")),  # capitals throughout are no initials
        ("Bassel ash-Sharqawi", ("bassel", "sharqawi")),
        ("Bassel Ash Sharqawi", ("bassel", "ash", "sharqawi")),  # without the hyphen a word of its own
        ("Al Hinawi", ("hinawi",)),
        ("Al", ("al",)),
        ("—", ()),
    ],
)
def test_words_of_a_name(name, words):
    assert person_name(name).words == words


@pytest.mark.parametrize("name", ["Junaid Marwat", "Li Na", "S M Touhid Bhuiyan", "Yusuf Ali"])
def test_full_names(name):
    assert person_name(name).full


@pytest.mark.parametrize("name", ["Marwat", "J. Marwat", "J M", "Ali Khan", "Marwat Jr", "Al-Marwat", ""])
def test_names_that_need_help(name):
    assert not person_name(name).full


@pytest.mark.parametrize("word", sorted(RULES.common.words))
def test_common_words_make_no_full_name(word):
    assert not person_name(f"{word.title()} Khan").full


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"Junaid Marwat": 5, "Syed Junaid Marwat": 1, "Marwat": 9}, "Syed Junaid Marwat"),
        ({"Shanta Ranatunge": 9, "Shantha Ranatunge": 1}, "Shantha Ranatunge"),
        ({"Meshari Qallaf": 1, "Mishari Qallaf": 2}, "Mishari Qallaf"),
        ({"Mishari Qallaf": 1, "Meshari Qallaf": 1}, "Meshari Qallaf"),
        ({"JUNAID AHMAD MARWAT": 3, "Junaid Marwat": 1}, "Junaid Marwat"),
    ],
)
def test_fullest(names, expected):
    assert fullest(names) == expected


def test_initials_with_and_without_connecting_words():
    assert initials("Chief of the Army Staff") == {"cotas", "cas"}
    assert initials("Chairman") == set()


@given(st.text(max_size=30), st.text(max_size=30))
def test_comparing_is_symmetric_and_never_fails(left, right):
    one, other = person_name(left), person_name(right)
    assert compare_person_names(one, other) == compare_person_names(other, one)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("A_b:c", "a b c"), ("İpek", "ipek"), ("ﬁeld", "field"), ("ŉdour", "ndour"), ("O`Dowd", "odowd"), ("ᴬda", "ada")],
)
def test_folding(text, folded):
    assert fold(text) == folded


@given(st.text(max_size=30))
def test_folding_is_idempotent(text):
    assert fold(fold(text)) == fold(text)
