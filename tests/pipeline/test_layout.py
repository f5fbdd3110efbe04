import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from newsie.extraction import article_doc
from newsie.pipeline.layout import WRAPPED_LINE, cell_starts, mark_layout, paragraph_starts, unspaced_starts
from newsie.read.articles import article_of

LONG = "Officials of both sides met for a day of talks in the old town hall"
BLANK = spacy.blank("en")

# | stands where a line begins that does not go on with the line before
TEXTS = [
    "Talks end\n|The envoys left.",
    "The envoys left.\n|The ministers stayed.",
    f"{LONG} and\nleft on Monday.",
    f"{LONG}\nand left on Monday.",
    f"{LONG}.\n|They left on Monday.",
    f"{LONG}:\n|They left on Monday.",
    f"{LONG}.”\n|They left on Monday.",
    f"{LONG}\n\n|They left on Monday.",
    f"{LONG}\n \t\n\n  |They left on Monday.",
    f"{LONG}\r\n\r\n|They left on Monday.",
    "The envoys left.",
    "",
    "\n|",
]


@pytest.mark.parametrize("example", TEXTS)
def test_lines_that_begin_a_paragraph(example: str) -> None:
    text = example.replace("|", "")
    starts = [index - count for count, index in enumerate(i for i, c in enumerate(example) if c == "|")]
    assert list(paragraph_starts(text)) == starts


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("He landed at the airport.General Obi met him.", [25]),
        ("Write to news.Example.com, or call Obi.", []),
        ("The U.S.Army left. It has 3.Five more.", []),
    ],
)
def test_sentences_behind_a_lost_space(text: str, starts: list[int]) -> None:
    assert list(unspaced_starts(text)) == starts


# § stands where a cell of a table or an item of a list begins
CELLS = [
    "Ada Obi\t§Jan Kraus \t §Accra",
    "Ada Obi | §Jan Kraus | §Accra",
    "| §Ada Obi | §Accra |\n§",
    "- §Ada Obi, mayor\n• §Jan Kraus, governor",
    "Ada Obi - the mayor – left, and/or stayed|a|b",
]


@pytest.mark.parametrize("example", CELLS)
def test_cells_and_items(example: str) -> None:
    text = example.replace("§", "")
    starts = [index - count for count, index in enumerate(i for i, c in enumerate(example) if c == "§")]
    assert list(cell_starts(text)) == starts


def test_a_sentence_starts_at_the_first_word_of_a_cell() -> None:
    doc = mark_layout(BLANK("Ada Obi\tJan Kraus"))
    assert [token.text for token in doc if token.is_sent_start] == ["Ada", "Jan"]


def test_a_wrapped_line_is_longer_than_a_headline() -> None:
    assert len(LONG) >= WRAPPED_LINE


def test_a_sentence_starts_at_the_first_word_of_a_paragraph() -> None:
    doc = mark_layout(BLANK("Talks end\n\n  The envoys left and\nthe others stayed"))
    assert [token.text for token in doc if token.is_sent_start] == ["Talks", "The", "the"]


def test_the_parser_keeps_these_sentences(nlp: Language) -> None:
    doc = nlp("Envoys meet in old town\n\nThe envoys of Ghana left on Monday. The others stayed.")
    assert [sentence.text.strip() for sentence in doc.sents] == [
        "Envoys meet in old town", "The envoys of Ghana left on Monday.", "The others stayed."
    ]  # fmt: skip


def test_header_dateline_and_boilerplate_are_no_part_of_a_sentence(nlp: Language) -> None:
    text = " date 2025-01-14 ACCRA, Jan 14 (West Wire) - The envoys left on Monday.\n\nRead more: Floods"
    article = article_of(text, "a.txt")
    assert article.header
    assert article.dateline
    doc = mark_layout(article_doc(nlp, article))
    assert [token.text for token in doc if token.is_sent_start] == ["date", "ACCRA", "The", "Read"]


def test_a_doc_without_article_is_only_cut_at_its_lines() -> None:
    assert [token.text for token in mark_layout(BLANK("The envoys left. They met.")) if token.is_sent_start] == ["The"]


@given(st.text("ab. \n\t\r\u2028\x85|:", max_size=60))
def test_any_text_is_cut_at_words(text: str) -> None:
    doc: Doc = mark_layout(BLANK(text))
    assert doc.text == text
    assert all(0 <= start <= len(text) for start in paragraph_starts(text))
    assert not [token for token in doc[1:] if token.is_sent_start and token.is_space]
