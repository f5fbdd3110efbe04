import pytest

from newsie.resolve.run import resolve
from newsie.resolve.sides import SidesRules, lists_too_few, sides_of
from newsie.rules import load_rules

CASES = load_rules("sides", SidesRules).sides
TWO = "Petra Lindqvist, Salim Al Harthy"


@pytest.fixture(scope="module")
def meeting(news):
    def meeting(*sentences, names=TWO):
        people = [news.person(name) for name in TWO.split(", ")]
        found = [news.meeting(names, date="2025-03-11", sentence=sentence) for sentence in sentences]
        (whole,) = resolve([news.article("a", people=people, meetings=found)]).meetings
        return whole

    return meeting


@pytest.mark.parametrize("case", CASES, ids=[case.example for case in CASES])
def test_how_many_sides_a_report_says_that_met(meeting, case):
    assert sides_of(meeting(case.example)) == case.number
    assert sides_of(meeting(case.near_miss)) is None


def test_reports_that_disagree_tell_nothing(meeting):
    assert sides_of(meeting("They held bilateral [talks].", "They held trilateral [talks].")) is None
    assert sides_of(meeting("They held bilateral [talks].", "They held [talks].")) == 2


@pytest.mark.parametrize(
    ("sentence", "names", "too_few"),
    [
        ("They held trilateral [talks].", TWO, True),
        ("They held trilateral [talks].", f"{TWO}, the union", False),
        ("They held bilateral [talks].", TWO, False),
        ("They held [talks].", TWO, False),
    ],
)
def test_a_list_that_lacks_somebody(meeting, sentence, names, too_few):
    assert lists_too_few(meeting(sentence, names=names)) == too_few
