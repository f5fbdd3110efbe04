"""Agreements: what was signed, by whom, where and when."""

import pytest
from spacy.language import Language

from markup import parse
from meeting_docs import agreements_doc, expected, who
from newsie.pipeline.agreements import Case, rules


@pytest.mark.parametrize("case", rules().case, ids=lambda case: case.example)
def test_example(nlp: Language, case: Case) -> None:
    plain, tags = parse(case.example)
    document = next(plain[tag.start : tag.end] for tag in tags if tag.label == "d")
    found = agreements_doc(nlp, case.example)._.agreements
    assert [(agreement.document, who(agreement.signatories)) for agreement in found] == [
        (document, expected(case.example, "p"))
    ]


@pytest.mark.parametrize("case", rules().case, ids=lambda case: case.near_miss)
def test_near_miss(nlp: Language, case: Case) -> None:
    assert agreements_doc(nlp, case.near_miss)._.agreements == []


def test_parties_and_signatories_of_two_sentences_are_joined(nlp: Language) -> None:
    text = (
        "The <o>Coastal Agency</o> and the <o>Harbour Board</o> signed a Memorandum of Understanding (MoU) for export "
        "of salt, reported <o>Northern Wire</o>. <p>Maria Lund</p> and <p>Jan Kraus</p> signed the agreement on "
        "<date>Tuesday</date> in <l>Accra</l>."
    )
    [agreement] = agreements_doc(nlp, text)._.agreements
    assert agreement.document == "Memorandum of Understanding"
    assert who(agreement.parties) == {"Coastal Agency", "Harbour Board"}
    assert who(agreement.signatories) == {"Maria Lund", "Jan Kraus"}
    assert (agreement.places, agreement.date.text, agreement.attributed_to) == (["Accra"], "Tuesday", ["Northern Wire"])


def test_an_agreement_to_come_is_none(nlp: Language) -> None:
    assert agreements_doc(nlp, "<p>Maria Lund</p> and <p>Jan Kraus</p> will sign a treaty.")._.agreements == []
