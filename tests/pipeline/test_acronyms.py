import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

from markup import parse
from newsie.pipeline.acronyms import ACRONYM, definition_start, definitions

DEFINED = [
    "The <name acronym='ISMO'>Inter-Services Media Office</name> (ISMO) said so.",
    "The <name acronym='TCP'>Trading Corporation of Pakistan</name> (TCP) said so.",
    "The <name acronym='ECOWAS'>Economic Community of West African States</name> (ECOWAS) said so.",
    "The <name acronym='WFP'>World Food Programme</name> (WFP) met the <name acronym='AU'>African Union</name> (AU).",
    "The <name acronym='CJCSC'>Chairman Joint Chiefs of Staff Committee</name> (CJCSC) said so.",
    "The <name acronym='MoU'>Memorandum of Understanding</name> (MoU) says so.",
    "The <name acronym='R&AW'>Research and Analysis Wing</name> (R&AW) said so.",
    "The <name acronym='NaBRO'>National Barley Office</name> (NaBRO) said so.",
    "The <name acronym='JCS'>Joint Chiefs of Staff</name> (JCS) said so.",
]
UNDEFINED = [
    "The office of the minister (PM) said so.",
    "The Inter-Services Media Office (ISMX) said so.",
    "Ada Obi (left) and Kofi Mensah (61) met.",
    "Senator Deb Larsen (R-Neb.) left.",
    "The Ministry of Water (Ministry) said so.",
    "(ISMO) said so.",
    "They left. The (TCP) stayed.",
    "Inter-Services Media Office ISMO said so.",
    "The trading corporation (TC) said so.",
]


def document(text: str) -> Doc:
    doc = BLANK(text)
    doc[0].is_sent_start = True
    for token in doc[1:]:
        token.is_sent_start = token.nbor(-1).text == "."
    return doc


BLANK = spacy.blank("en")


@pytest.mark.parametrize("example", [*DEFINED, *UNDEFINED])
def test_acronyms_in_brackets_and_their_names(example: str) -> None:
    text, marks = parse(example)
    doc = document(text)
    found = [(doc[definition.start : definition.bracket].text, definition.acronym) for definition in definitions(doc)]
    assert found == [(text[mark.start : mark.end], mark.attributes["acronym"]) for mark in marks]


@pytest.mark.parametrize("word", ["TC", "PSO", "MoU", "R&AW", "ISMO2", "AL-GA"])
def test_what_an_acronym_looks_like(word: str) -> None:
    assert ACRONYM.fullmatch(word)


@pytest.mark.parametrize("word", ["T", "Obi", "left", "mOU", "2024", "T.C.", "ABCDEFGHIJKLM", ""])
def test_what_no_acronym_looks_like(word: str) -> None:
    assert not ACRONYM.fullmatch(word)


def test_the_name_is_looked_for_in_one_sentence() -> None:
    doc = document("Joint work ended. Chiefs Staff (JCS) said so.")
    assert definition_start(doc, 6, "JCS") is None


@given(
    st.lists(st.sampled_from(["Joint", "Chiefs", "of", "Staff", "the", "-", "jcs", "Σ", "."]), max_size=12),
    st.text("JCSof", min_size=2, max_size=6),
)
def test_a_name_begins_with_the_first_letter_and_holds_all(words: list[str], acronym: str) -> None:
    doc = Doc(BLANK.vocab, words=[*words, "("], sent_starts=[True] + [False] * len(words))
    start = definition_start(doc, len(words), acronym)
    if start is not None:
        name = doc[start:-1].text.lower()
        assert doc[start].text[0].isupper()
        assert name[0] == acronym[0].lower()
        assert set(acronym.lower()) <= set(name)
