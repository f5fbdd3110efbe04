"""The occasion of a meeting, which is no place."""

import pytest
from spacy.language import Language

from markup import parse
from meeting_docs import drafts
from newsie.pipeline.occasions import Case, rules

MET = "<p>Maria Lund</p> met <p>Jan Kraus</p>"


def occasions(nlp: Language, text: str) -> list[str | None]:
    return [meeting.occasion.text if meeting.occasion is not None else None for meeting in drafts(nlp, text)]


@pytest.mark.parametrize("case", rules().case, ids=lambda case: case.example)
def test_example(nlp: Language, case: Case) -> None:
    plain, tags = parse(case.example)
    assert occasions(nlp, case.example) == [plain[tag.start : tag.end] for tag in tags if tag.label == "z"]


@pytest.mark.parametrize("case", rules().case, ids=lambda case: case.near_miss)
def test_near_miss(nlp: Language, case: Case) -> None:
    assert occasions(nlp, case.near_miss) == [None]


OCCASIONS = [
    (f"{MET} on the sidelines of the <o>Harbour Forum</o> in <l>Accra</l> on <date>Monday</date>.", ["Harbour Forum"]),
    (f"{MET} at this week's Gulf of Aden Dialogue.", ["Gulf of Aden Dialogue"]),
    (f"{MET} on the fringes of the UN General Assembly in <l>Lima</l>.", ["UN General Assembly"]),
    (f"{MET} at the Harbour and Trade Expo, the agency said.", ["Harbour and Trade Expo"]),
    (f"{MET} on the margins of a meeting of the <o>Coastal Union</o>.", ["meeting of the Coastal Union"]),
    (f"{MET} on the margins of the Group of Nine (G9) summit.", ["Group of Nine (G9) summit"]),
    (f"{MET} at the Coastal Security (CS) Forum.", ["Coastal Security (CS) Forum"]),
    (f"{MET} at the Ghana-Togo summit.", ["Ghana-Togo summit"]),
    ("<x>Lee Park</x> and <x>Jan Kraus</x> were at the Coastal Forum. On the sidelines of the forum, <p>Maria Lund</p> "
     "met <p>Tom Reed</p>.", ["Coastal Forum"]),
    (f"{MET}. The meeting took place on the sidelines of the Coastal Forum.", ["Coastal Forum"]),
    (f"{MET} in <l>Accra</l> and held talks with <p>Tom Reed</p> at the Coastal Forum.", [None, "Coastal Forum"]),
    (f"{MET}, who will speak at the Coastal Forum.", [None]),
    (f"{MET}, the ministry said at the Coastal Forum.", [None]),
    (f"{MET} at the <o>National Assembly</o>.", [None]),
    (f"{MET} during the summit.", [None]),
    ("<p>Maria Lund</p> arrived in <l>Accra</l> to attend the Coastal Forum.", ["Coastal Forum"]),
    ("A summit of <p>Maria Lund</p> and <p>Jan Kraus</p> was held in <l>Accra</l>.", [None]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OCCASIONS)
def test_occasion(nlp: Language, text: str, expected: list[str | None]) -> None:
    assert occasions(nlp, text) == expected


PLACES = [
    (f"{MET} at the <o>Munich Harbour Conference</o> in <l>Accra</l>.", ["Accra"]),
    (f"{MET} at the <l>Accra</l> Harbour Conference.", []),
    (
        f"{MET} on the margins of the <o>Coastal Forum</o>. The meeting was held at the <l>Elm Palace</l>.",
        ["Elm Palace"],
    ),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_the_occasion_is_no_place(nlp: Language, text: str, places: list[str]) -> None:
    [meeting] = drafts(nlp, text)
    assert meeting.places == places
