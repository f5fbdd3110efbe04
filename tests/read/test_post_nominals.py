"""Letters of orders, staff colleges and degrees behind names are not read; other capitals behind names are."""

import pytest

from newsie.read.fair_copy import fair_copy
from newsie.read.post_nominals import Kind, post_nominal_rules

KINDS = post_nominal_rules().kinds

LEFT_OUT = [
    ("Lt Gen A. B. Perera RWP RSP VSV ndc psc, at Army Headquarters", "Lt Gen A. B. Perera, at Army Headquarters"),
    ("General Kamal Rahim, OSP, SGP, ndc, psc, Chief of Staff, met", "General Kamal Rahim, Chief of Staff, met"),
    ("General Asim Beg, Hilal-i-Imtiaz (Military), the army chief", "General Asim Beg, the army chief"),
    ("Admiral Ada Obi, NI (M), HI(M), called", "Admiral Ada Obi, called"),
    ("Major General Ravi Silva RSP USP ndu and Ada Obi", "Major General Ravi Silva and Ada Obi"),
    ("Femi Ladipo (SAN) met Jan van der Berg, CBE.", "Femi Ladipo met Jan van der Berg."),
    ("General Asha Rao, PVSM AVSM SM VSM, said", "General Asha Rao, said"),
]

READ = [
    "The train from Columbia, SC, was late.",
    "Ada Obi, PSC chairman, met Jan Kraus.",
    "Asha Rao, CBE chairman, met Jan Kraus.",
    "At the OBE ceremony the King met Ada Obi.",
    "Ada Obi of the ADC met Jan Kraus, BJP, and Asha Rao, SP.",
    "QC",
]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.example)
def test_letters_of_a_kind_are_left_out(kind: Kind) -> None:
    words = fair_copy(kind.example).text.replace(",", "").split()
    assert set(words).isdisjoint((*kind.sure, *kind.unsure))
    assert fair_copy(kind.near_miss).text == kind.near_miss


@pytest.mark.parametrize(("text", "expected"), LEFT_OUT)
def test_letters_behind_a_name_are_left_out(text: str, expected: str) -> None:
    assert fair_copy(text).text == expected


@pytest.mark.parametrize("text", READ)
def test_other_capitals_are_read(text: str) -> None:
    assert fair_copy(text).text == text


def test_a_name_and_what_follows_stand_where_they_stood() -> None:
    text = "Lt Gen Ravi Perera RWP psc, Commander of the Army"
    copy = fair_copy(text)
    start, end = copy.original(*(copy.text.index(word) for word in ("Ravi", ", Commander")))
    assert text[start:end] == "Ravi Perera"
