import pytest

from newsie.evaluate.names import same_name, same_person, same_text

SAME_NAMES = [
    ("Farida Okonjo-Brandt", "farida okonjo-brandt"),
    ("Farida Okonjo-Brandt", "Farida Okonjo\u2011Brandt"),  # a non-breaking hyphen
    ("Sir Bo Lindqvist", "Bo Lindqvist"),
    ("Sheikh Dr. Salim al-Barwani", "Salim al-Barwani"),
    ("H.E. Ines Calloway", "HE Ines Calloway"),
    ("Ines Calloway's", "Ines Calloway"),
    ("Ines Calloway’s", "Calloway"),
    ("Maria del Pilar Soto", "Pilar Soto"),
]
DIFFERENT_NAMES = [
    ("Ines Calloway", "Ada Calloway"),
    ("Ines Calloway", "Ines"),
    ("Drake Sorel", "Ke Sorel"),  # Dr is an honorific only as a word
    ("Dr.", "Dr. Ines Calloway"),
    ("...", "..."),
]


@pytest.mark.parametrize(("first", "second"), SAME_NAMES)
def test_same_name(first, second):
    assert same_name(first, second)
    assert same_name(second, first)


@pytest.mark.parametrize(("first", "second"), DIFFERENT_NAMES)
def test_different_name(first, second):
    assert not same_name(first, second)
    assert not same_name(second, first)


def test_one_form_in_common_makes_one_person():
    assert same_person(("The Admiral", "Tomasz Wilk"), ("Wilk",))
    assert not same_person(("The Admiral",), ("Wilk", "Tomasz Wilk"))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("the Ministry of Ports", "Ministry of Ports and Harbours", True),
        ("Ports Ministry", "Ministry of Ports", True),
        ("Ministry of Ports", "Ministry of Mines", False),
        ("the", "the of", False),
        ("Lindau", "", False),
    ],
)
def test_same_text(first, second, expected):
    assert same_text(first, second) is expected
