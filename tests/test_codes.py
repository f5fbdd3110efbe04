"""What CAMEO and PLOVER call a meeting of each status, and one at a third location."""

import pytest

from newsie.codes import is_third_location, meeting_codes
from newsie.records import SIGNED, Status

EVENTS: list[tuple[Status, str | None, str | None, str | None]] = [
    # status, CAMEO code, PLOVER event, PLOVER mode
    ("held", "042", "CONSULT", "visit"),
    ("ongoing", "042", "CONSULT", "visit"),
    ("planned", "036", "AGREE", None),
    ("cancelled", "125", "REJECT", "meet"),
    ("denied", None, None, None),
    ("possible", None, None, None),
]


@pytest.mark.parametrize(("status", "cameo", "plover", "mode"), EVENTS)
def test_event_of_a_status(status: Status, cameo: str | None, plover: str | None, mode: str | None) -> None:
    codes = meeting_codes("042", "visit", status)
    assert (codes.cameo, codes.plover, codes.plover_mode) == ("042", "CONSULT", "visit")
    assert (codes.cameo_event, codes.plover_event, codes.plover_event_mode) == (cameo, plover, mode)


def test_a_signed_agreement() -> None:
    assert (SIGNED.cameo_event, SIGNED.plover_event) == ("057", "SUPPORT")


@pytest.mark.parametrize(
    ("place", "participants", "expected"),
    [
        ("CH", [{"GH"}, {"NO"}], True),
        ("GH", [{"GH"}, {"NO"}], False),
        ("CH", [{"GH"}, {"GH"}], False),
        ("CH", [{"GH"}, set()], False),
        (None, [{"GH"}, {"NO"}], False),
    ],
)
def test_third_location(place: str | None, participants: list[set[str]], expected: bool) -> None:
    assert is_third_location(place, participants) is expected
