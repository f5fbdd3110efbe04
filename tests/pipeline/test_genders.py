"""Honorifics and given names tell who is "he" and who "she"."""

import pytest
from spacy.language import Language

from meeting_docs import marked_doc
from newsie.pipeline.genders import genders, given_names

MENTIONS = [
    ("<x as='a'>Ambassador Rosa Lund</x> left.", "feminine"),
    ("<x as='a'>Mohammed Saad</x> left.", "masculine"),
    ("<x as='a'>Ms Robert</x> left.", "feminine"),
    # the honorific is surer than the name
    ("<x as='a'>Rosa Lund</x> left. <x as='a'>Mr Lund</x> was late.", "masculine"),
    # a surname, a name that nobody can tell
    ("<x as='a'>Rosa</x> left.", None),
    ("<x as='a'>General Paul</x> left.", None),
    ("<x as='a'>Xun Lund</x> left.", None),
]


@pytest.mark.parametrize(("text", "gender"), MENTIONS)
def test_gender_of_a_person(nlp: Language, text: str, gender: str | None) -> None:
    doc, _ = marked_doc(nlp, text)
    assert genders(doc).get("a") == gender


@pytest.mark.parametrize("gender", ["masculine", "feminine"])
def test_given_names_have_their_example_and_not_their_near_miss(nlp: Language, gender: str) -> None:
    names = getattr(given_names(), gender)
    doc, _ = marked_doc(nlp, f"<x as='a'>{names.example}</x> met <x as='b'>{names.near_miss}</x>.")
    assert genders(doc) == {"a": gender}


def test_no_name_is_of_both_genders() -> None:
    assert not given_names().masculine.words & given_names().feminine.words
