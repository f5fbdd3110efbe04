"""Prose that is wrapped at a column, and lines that only look like it."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.read.fair_copy import fair_copy

PROSE = (
    "Brigadier General Asad Mirza of the Lindau garrison met Ambassador Rosa Lund and Prof. Karim Benatia, a member of "
    "the commission, on Monday. They discussed the border, fishing rights and a visit to Old Harbour Town next year."
)
SECOND = "The envoys will meet again on Thursday. Lund is to travel to Accra, and Benatia to the north of the country."
LIST = "- Brigadier General Asad Mirza of the Lindau garrison\n- Ambassador Rosa Lund of the northern mission"
NAMES = "Brigadier General Asad Mirza, Lindau\nAmbassador Rosa Lund, Old Harbour\nProfessor Karim Benatia, Accra"
HEADLINE = "General meets envoys in Lindau"


def joined(text: str) -> str:
    return fair_copy(text).text


@pytest.mark.parametrize("width", [40, 55, 65, 72, 78])
@pytest.mark.parametrize("indent", ["", "  "])
def test_wrapped_prose_is_joined_and_paragraphs_stay(width: int, indent: str) -> None:
    paragraphs = [textwrap.fill(one, width, subsequent_indent=indent) for one in (PROSE, SECOND)]
    assert joined("\n\n".join([HEADLINE, *paragraphs])) == "\n\n".join([HEADLINE, PROSE, SECOND])


def test_paragraphs_that_no_empty_line_parts_stay_where_the_last_line_is_short() -> None:
    text = "\n".join(textwrap.fill(one, 68) for one in (PROSE, SECOND))
    assert joined(text) == f"{PROSE}\n{SECOND}"


def test_wrapped_capitals_are_joined_where_function_words_break() -> None:
    assert joined(textwrap.fill(PROSE.upper(), 55)) == PROSE.upper()


@pytest.mark.parametrize(
    "text", [LIST, NAMES, f"{PROSE}\n{SECOND}", f"{HEADLINE}\n{PROSE}", "Ada Obi\tAccra\nJan\tOslo"]
)
def test_lines_that_are_whole_stay(text: str) -> None:
    assert joined(text) == text


def test_a_list_below_wrapped_prose_stays() -> None:
    assert joined(f"{textwrap.fill(PROSE, 55)}\n\n{LIST}") == f"{PROSE}\n\n{LIST}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Elsewhere in the text as one word, or as a compound.
        ("The mayor of Rawalpindi met the envoys in Rawal-\npindi on the first of May.",
         "The mayor of Rawalpindi met the envoys in Rawalpindi on the first of May."),
        ("The mayor Kamr-ul-Hassan was there, and Kamr-\nul-Hassan met the envoys.",
         "The mayor Kamr-ul-Hassan was there, and Kamr-ul-Hassan met the envoys."),
        # Nowhere else: lines are hyphenated if many end so, but before a capital it is a compound.
        ("The mayor of the old town met the en-\nvoys of the seven nations and the gene-\nral in the hall.",
         "The mayor of the old town met the envoys of the seven nations and the general in the hall."),
        ("The mayor of the old town met the Al-\nMansouri of the seven nations, the gene-\nral, in the hall.",
         "The mayor of the old town met the Al-Mansouri of the seven nations, the general, in the hall."),
    ],
)  # fmt: skip
def test_broken_words(text: str, expected: str) -> None:
    assert joined(text) == expected


def test_a_rare_hyphen_at_the_end_of_a_line_belongs_to_the_word() -> None:
    line = "and the envoys met the mayor of the old town,\n"
    assert "well-known man" in joined(f"{line * 13}and then the envoys of the town met a well-\nknown man,\n{line * 6}")


@given(
    st.lists(
        st.sampled_from(["Ada", "met", "the", "envoys", "-", "well-", "Gen.", "|", "\t", "\n", "\n\n"]), max_size=60
    )
)
def test_only_white_space_and_hyphens_go(words: list[str]) -> None:
    text = " ".join(words)
    bare = str.maketrans("", "", " \t\n-")
    assert joined(text).translate(bare) == text.translate(bare)
