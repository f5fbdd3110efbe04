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


SIGNED = "<p>Maria Lund</p> and <p>Jan Kraus</p> signed a pact"
WITNESSED = [
    (f"{SIGNED} in the presence of <p>Tom Reed</p> and <p>Lee Park</p>.", {"Tom Reed", "Lee Park"}),
    (f"{SIGNED} on fishing in <l>Accra</l>, witnessed by <p>Tom Reed</p>.", {"Tom Reed"}),
    (f"{SIGNED}. The signing was witnessed by <p>Tom Reed</p>.", {"Tom Reed"}),
    (f"{SIGNED}. <p>Tom Reed</p> and <p>Lee Park</p> witnessed the signing ceremony.", {"Tom Reed", "Lee Park"}),
    (f"{SIGNED}, with <p>Tom Reed</p> as witness.", {"Tom Reed"}),
    (f"{SIGNED}. <p>Tom Reed</p> witnessed the accident.", set()),
    (f"{SIGNED}. <p>Maria Lund</p> witnessed the exchange.", set()),
    (f"{SIGNED} while <p>Tom Reed</p> was in Oslo.", set()),
]


@pytest.mark.parametrize(("text", "witnesses"), WITNESSED)
def test_witnesses(nlp: Language, text: str, witnesses: set[str]) -> None:
    [agreement] = agreements_doc(nlp, text)._.agreements
    assert who(agreement.witnesses) == witnesses
    assert who(agreement.signatories) == {"Maria Lund", "Jan Kraus"}


SUBJECTS = [
    (f"{SIGNED} on cyber security.", "cyber security"),
    (f"{SIGNED} on fishing quotas on <date>Monday</date>.", "fishing quotas"),
    (f"{SIGNED} for the export of salt, the ministry said.", "the export of salt"),
    ("<p>Maria Lund</p> and <p>Jan Kraus</p> signed a letter of intent on joint patrols.", "joint patrols"),
    (f"{SIGNED} to build a harbour.", "build a harbour"),
    (f"{SIGNED} on <date>Monday</date>.", None),
    (f"{SIGNED} in <l>Accra</l>.", None),
    (f"{SIGNED}.", None),
]


@pytest.mark.parametrize(("text", "subject"), SUBJECTS)
def test_subject(nlp: Language, text: str, subject: str | None) -> None:
    [agreement] = agreements_doc(nlp, text)._.agreements
    assert (agreement.subject.text if agreement.subject is not None else None) == subject


@pytest.mark.parametrize("plan", ["are expected to sign", "are due to sign", "may sign", "plan to sign"])
def test_a_plan_to_sign_is_no_agreement(nlp: Language, plan: str) -> None:
    assert agreements_doc(nlp, f"<p>Maria Lund</p> and <p>Jan Kraus</p> {plan} a treaty.")._.agreements == []


def test_those_on_whose_behalf_it_was_signed(nlp: Language) -> None:
    text = "<p>Maria Lund</p> and <p>Jan Kraus</p> signed a pact on behalf of <c>Ghana</c> and <c>Togo</c>."
    [agreement] = agreements_doc(nlp, text)._.agreements
    assert who(agreement.parties) == {"Ghana", "Togo"}


def test_who_witnesses_a_signing_does_not_sign(nlp: Language) -> None:
    text = "<p>Tom Reed</p> witnessed the signing of a pact by <p>Maria Lund</p> and <p>Jan Kraus</p>."
    [agreement] = agreements_doc(nlp, text)._.agreements
    assert (who(agreement.signatories), who(agreement.witnesses)) == ({"Maria Lund", "Jan Kraus"}, {"Tom Reed"})


ACCRA = "<c>Ghana</c> and <c>Togo</c> signed an agreement on salt in <l>Accra</l> on <date>Thursday</date>."
HOW_MANY = [
    (f"{ACCRA} <c>Norway</c> and <c>Chile</c> signed a fishing agreement on <date>Wednesday</date>.", 2),
    (f"{ACCRA} <c>Norway</c> and <c>Chile</c> signed the agreement on <date>Wednesday</date>.", 2),
    (f"{ACCRA} The two sides signed an agreement on <date>Friday</date>.", 2),
    (f"{ACCRA} <c>Ghana</c> and <c>Togo</c> signed an agreement on roads on <date>Friday</date>.", 2),
    (f"{ACCRA} <p>Maria Lund</p> and <p>Jan Kraus</p> signed the agreement.", 1),
    (f"{ACCRA} <c>Togo</c> signed an agreement with <c>Ghana</c>, officials said.", 1),
    (f"{ACCRA} The two countries signed an agreement at a ceremony.", 1),
]


@pytest.mark.parametrize(("text", "count"), HOW_MANY)
def test_an_agreement_of_other_parties_is_another_one(nlp: Language, text: str, count: int) -> None:
    agreements = agreements_doc(nlp, text)._.agreements
    assert len(agreements) == count
    assert who(agreements[0].parties) == {"Ghana", "Togo"}


def test_who_signed_it_is_told_in_a_relative_clause(nlp: Language) -> None:
    text = (
        "The two sides signed a memorandum of understanding on roads, which <p>Maria Lund</p> and <p>Jan Kraus</p> "
        "signed in <l>Accra</l>."
    )
    [agreement] = agreements_doc(nlp, text)._.agreements
    assert (who(agreement.signatories), agreement.places) == ({"Maria Lund", "Jan Kraus"}, ["Accra"])
