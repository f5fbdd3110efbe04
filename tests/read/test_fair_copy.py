"""The fair copy of a text: what it leaves out, and where its characters stand in the original."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.read.fair_copy import fair_copy

COPIES = [
    ("Mir\u00adza met Ra\u200bwal\u200dpindi\u2060's \ufeffmay\u200eor", "Mirza met Rawalpindi's mayor"),
    ("Asad \u200bMirza \u00a0met\u00a0Ada\u202fObi\u2009here  now", "Asad Mirza met Ada Obi here now"),
    ("Asad\u200b Mirza", "Asad Mirza"),
    ("Rawal\u00ad\npindi, Rawal\u00ad\r\n  pindi", "Rawalpindi, Rawalpindi"),
    ("One.\r\nTwo.\rThree.\u2028Four.\fFive.", "One.\nTwo.\nThree.\nFour.\nFive."),
    ("Ada Obi\tAccra\nJan Kraus    Oslo", "Ada Obi\tAccra\nJan Kraus\tOslo"),
    ("\tAda Obi left.   \n    Jan Kraus stayed.\t", " Ada Obi left. \n Jan Kraus stayed. "),
    ("N´Djamena, Mar′yana, O＇Brien, Hawaiʼi", "N’Djamena, Mar’yana, O’Brien, Hawai’i"),
    ("«Yes», „no‟, ″no″", '"Yes", "no", "no"'),
    (
        "They met on July 5.The host left in May 2021.A guest stayed.",
        "They met on July 5. The host left in May 2021. A guest stayed.",
    ),
    (
        "with Minister Ada Obi.(Photo | AP)\nObi(AP)The envoy left.(Reuters)",
        "with Minister Ada Obi. (Photo | AP)\nObi (AP) The envoy left. (Reuters)",
    ),
    ("met the Emir of Kano, His Royal Highness, Sule Bala, there", "met the Emir of Kano, Sule Bala, there"),
]

UNCHANGED = [
    " date 2022-05-03 Ada Obi’s “friend” met Jan O'Brien.\n\nThey left.\n",
    "A 6′ wall, `code` and 40´ north",
    "1.The agenda, version 2.Beta, room 5.B and 3.5 per cent",
    "The minister(s) of (re)Insurance, a (Tokyo) man, S(ecretary), CO(II) and f.(x)",
    "She said to the host, His Excellency, that His Excellency, the Governor, thanked her.",
    "",
]


@pytest.mark.parametrize(("text", "expected"), COPIES)
def test_what_nobody_sees_is_mended(text: str, expected: str) -> None:
    assert fair_copy(text).text == expected


@pytest.mark.parametrize("text", UNCHANGED)
def test_ordinary_text_is_its_own_copy(text: str) -> None:
    assert fair_copy(text).text == text


def test_a_stretch_of_the_copy_stands_in_the_original_without_what_surrounds_it() -> None:
    text = "\u00ad General\u00a0 Asad Mir\u00adza\u00ad  left"
    copy = fair_copy(text)
    start = copy.text.index("Asad")
    start, end = copy.original(start, start + len("Asad Mirza"))
    assert text[start:end] == "Asad Mir\u00adza"
    assert copy.text[slice(*copy.copied(start, end))] == "Asad Mirza"


@given(st.text("ab \t\n\r-.Aé\u00ad\u200b\u00a0\u2028'´«", max_size=100), st.data())
def test_stretches_are_found_again(text: str, data: st.DataObject) -> None:
    copy = fair_copy(text)
    assert copy.origin(len(copy.text)) == len(text)
    start = data.draw(st.integers(0, len(copy.text)))
    end = data.draw(st.integers(start, len(copy.text)))
    there = copy.original(start, end)
    assert 0 <= there[0] <= there[1] <= len(text)
    if end > start:
        assert copy.copied(*there) == (start, end)
