from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.evaluate.dates import days, same_days
from newsie.records import DateValue

DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2024-05-14", date(2024, 5, 14), date(2024, 5, 14)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2025-W02", date(2025, 1, 6), date(2025, 1, 12)),
        ("2024-12-30/2025-01-02", date(2024, 12, 30), date(2025, 1, 2)),
        ("2024-02/2024-04", date(2024, 2, 1), date(2024, 4, 30)),
    ],
)
def test_days(value, first, last):
    assert days(value) == (first, last)


@pytest.mark.parametrize("value", ["", "2024-Q3", "PRESENT_REF", "2024-13", "2025-W60", "2024-02-30", "2024-01-01/x"])
def test_what_has_no_days(value):
    with pytest.raises(ValueError):  # noqa: PT011 - the wording is the standard library's
        days(value)


@pytest.mark.parametrize(
    ("predicted", "gold", "expected"),
    [
        (DateValue(text="", value="2024-05-14"), ["2024-05-14"], True),
        (DateValue(text="", value="2024-05-14"), ["2024-05-13", "2024-05-14"], True),
        (DateValue(text="", value="2024-05-14"), ["2024-05"], True),
        (DateValue(text="", value="2024-05"), ["2024-05-14"], False),
        (DateValue(text="", value="2024-06-01"), ["2024-05"], False),
        (DateValue(text="", value="2024-02-03"), ["2024-02-01/2024-02-28"], True),  # as long as the shortest month
        (DateValue(text="", value="2024-02-03"), ["2024-02-01/2024-02-27"], False),
        (DateValue(text="", value="2024", from_=date(2024, 5, 14), to=date(2024, 5, 14)), ["2024-05-14"], True),
        (DateValue(text="now", value="PRESENT_REF"), ["2024-05-14"], False),
        (DateValue(text="on Monday"), ["2024-05-14"], False),
        (None, ["2024-05-14"], False),
        (DateValue(text="", value="2024-05-14"), [], False),
    ],
)
def test_same_days(predicted, gold, expected):
    assert same_days(predicted, gold) is expected


@given(DAYS, st.integers(0, 400))
def test_an_interval_agrees_with_itself_and_not_with_one_that_ends_later(start, length):
    end = start + timedelta(length)
    predicted = DateValue(text="", from_=start, to=end)
    assert same_days(predicted, [f"{start}/{end}"])
    assert not same_days(DateValue(text="", from_=start, to=end + timedelta(1)), [f"{start}/{end}"])
