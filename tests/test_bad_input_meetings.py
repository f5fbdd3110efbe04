"""Meetings in texts of odd forms: lists, tables, captions, transcripts, no punctuation. Nobody met who didn't."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from newsie.extraction import article_records
from newsie.read.articles import article_of

STORY = "Foreign Minister Farid Nazari met Ambassador Elena Popa in Doha on Monday."
PAIR = {"Farid Nazari", "Elena Popa"}

TEXTS = {
    "bullets": (f"• {STORY}\n• General Anwar Shah retires.\n• Mayor Odile Garnier calls for calm.\n", [PAIR]),
    "a table of names": (f"{STORY}\n\nName\tOffice\nAnwar Shah\tgeneral\nOdile Garnier\tmayor\n", [PAIR]),
    "an interview": (f"Q: Did you meet Elena Popa?\nA: No.\nQ: And General Shah?\nA: Never.\n\n{STORY}\n", [PAIR]),
    "speakers": ("MR NAZARI: Has the minister met Elena Popa?\nMS GARNIER: I refer him to my answer.\n", []),
    "a caption of today": (f"{STORY}\n\nFarid Nazari meets Elena Popa in Doha on Monday. Photo: A. Shah\n", [PAIR]),
    "a caption of another day": (
        f"{STORY}\n\nFILE PHOTO: Farid Nazari meets Elena Popa in Oslo in March 2019\n", [PAIR, PAIR],
    ),
    "a list after the story": (f"{STORY}\n\nAlso today:\nPiotr Wasik\nAlina Moraru\nBogdan Ferenc\n", [PAIR]),
    "a quoted message": (f"{STORY}\n\n@odile: Great meeting with Piotr Wasik!\n@piotr: @odile Thanks!\n", [PAIR]),
    "no full stops": (
        "foreign minister Farid Nazari met ambassador Elena Popa in Doha on Monday\n"
        "general Anwar Shah retires\nmayor Odile Garnier calls for calm\n", [PAIR],
    ),
    "the other pronoun": (
        f"{STORY} She thanked to him. Mr Piotr Wasik arrived. She met Alina Moraru.\n", [PAIR],
    ),
    "two hundred words": (
        "Foreign Minister Farid Nazari, "
        + ", ".join(f"who was told by aide number {n} that nothing could be done about the bridge" for n in range(14))
        + ", met Ambassador Elena Popa in Doha on Monday.\n", [PAIR],
    ),
}  # fmt: skip


def meetings_in(nlp: Language, text: str) -> list[set[str]]:
    """The named people of each meeting of a text."""
    record = next(article_records(nlp, [article_of(text, "a.txt")]))
    return [{one.name for one in meeting.participants if one.type == "person"} for meeting in record.meetings]


@pytest.mark.parametrize("kind", TEXTS)
def test_who_met_in_a_text_of_odd_form(nlp: Language, kind: str) -> None:
    text, expected = TEXTS[kind]
    assert meetings_in(nlp, text) == expected


LINES = [
    STORY, "He met nobody.", "10:00 Meeting with General Anwar Shah", "• Mayor Odile Garnier", "* * *", "KENYA",
    "A: No.",
    "In other news, the minister met Alina Moraru.", "@piotr: Met Elena Popa!",
    "Q: Did Anwar Shah meet Odile Garnier?",
]  # fmt: skip


@settings(max_examples=25)
@given(lines=st.lists(st.sampled_from(LINES), max_size=12), stripped=st.booleans())
def test_any_mixture_of_lines_is_read(nlp: Language, lines: list[str], stripped: bool) -> None:
    text = "\n".join(lines)
    pairs = [
        people for people in meetings_in(nlp, re.sub(r"[.,:?]", "", text) if stripped else text) if len(people) > 1
    ]
    # Whoever met, nobody met those of whom the lines only ask, or whom a list only names.
    assert stripped or not any("Odile Garnier" in people for people in pairs)
