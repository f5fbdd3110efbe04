"""Complete dates, as they are written, and those that cannot be known."""

import datetime
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.dates import resolve
from newsie.read.layout.full_dates import date_pattern, full_date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-01-14", "2025-01-14"),
        ("January 14, 2025", "2025-01-14"),
        ("Jan. 14 2025", "2025-01-14"),
        ("JAN 14, 2025", "2025-01-14"),
        ("Sept. 5, 2021", "2021-09-05"),
        ("14 January 2025", "2025-01-14"),
        ("14th of May, 2025", "2025-05-14"),
        ("Tuesday, 14 January 2025", "2025-01-14"),
        ("Monday 8 November 2021", "2021-11-08"),
        ("February 27th, 2025", "2025-02-27"),
        ("25/08/2022", "2022-08-25"),
        ("08/25/2022", "2022-08-25"),
        ("20.04.2023", "2023-04-20"),
        ("03.04.2024", "2024-04-03"),
        ("05-05-2024", "2024-05-05"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_full_date(text: str, expected: str) -> None:
    assert re.fullmatch(date_pattern(), text)
    assert full_date(text) == datetime.date.fromisoformat(expected)


@pytest.mark.parametrize(
    "text", ["Jan 14", "Tuesday", "03/04/2024", "31 February 2024", "2025-13-01", "45/45/2024", "04.13.2024"]
)
def test_date_that_cannot_be_known(text: str) -> None:
    assert full_date(text) is None


@pytest.mark.parametrize("text", ["14", "January", "2025", "January 2025", "January 145, 2025", "Mayor 14", "1/2/3"])
def test_no_date(text: str) -> None:
    assert not re.fullmatch(date_pattern(), text)


@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_every_day_is_read_back(day: datetime.date) -> None:
    for written in (f"{day:%d %B %Y}", f"{day:%B} {day.day}, {day.year}", f"{day:%A, %b %d, %Y}", day.isoformat()):
        assert re.fullmatch(date_pattern(), written)
        assert full_date(written) == day


@given(st.integers(0, 40), st.sampled_from("./-"), st.integers(0, 20), st.integers(1000, 2999))
def test_figures_are_read_as_dates_in_a_text_are(first: int, mark: str, second: int, year: int) -> None:
    written = f"{first}{mark}{second:02d}{mark}{year}"
    assert full_date(written) == resolve(written).from_


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert full_date(text) is None or isinstance(full_date(text), datetime.date)
