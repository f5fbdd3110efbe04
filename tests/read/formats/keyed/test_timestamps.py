"""The day that a timestamp names, and no other value."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.read.formats.keyed.timestamps import FIRST_YEAR, LAST_YEAR, day_of, day_sent

JANUARY_14 = [
    "2025-01-14",
    "2025-01-14 10:00:00",
    "2025-01-14T23:30:00Z",
    "2025-01-14T23:30:00-05:00",  # the day in New York; in UTC it is the next
    "2025-01-14T00:30:00+05:00",
    "2025-01-14T10:00:00.123456789+0000",
    "20250114",
    "20250114T103000Z",
    "20250114103000",
    20250114,
    20250114103000,
    "Tue, 14 Jan 2025 10:00:00 GMT",
    "Tue, 14 Jan 2025 23:30:00 -0500",
    "14 Jan 2025 10:00 +0000",
    "Tue Jan 14 10:00:00 +0000 2025",
    "Tue Jan 14 10:00:00 2025",
    "January 14, 2025",
    "Jan. 14, 2025 at 10:30 a.m. EST",
    "Tuesday, 14 January 2025, 10:30 PM",
    "14 January 2025",
    "14/01/2025",
    "01/14/2025 10:00",
    "14.01.2025",
    " 2025-01-14\n",
    1736848800,
    1736848800.5,
    1736848800000,
    "1736848800",
    "1736848800000",
    1736848800000000,
]

NO_DAY = [
    None,
    "",
    "yesterday",
    "2025",
    "2025-01",
    "January 2025",
    "2025-13-14",
    "2025-02-30",
    "03/04/2025",  # of March or of April
    "14 Jan 25",
    "Tuesday",
    "2 hours ago",
    "10:30",
    0,
    17,
    -1736848800,
    True,
    float("nan"),
    float("inf"),
    10**400,
    "9" * 90,
    [2025, 1, 14],
    {},
    "The two met on 14 January 2025 in the capital, where they spoke for two hours about the border and the dam there.",
]


@pytest.mark.parametrize("value", JANUARY_14)
def test_day(value: object) -> None:
    assert day_of(value) == datetime.date(2025, 1, 14)


@pytest.mark.parametrize("value", NO_DAY)
def test_no_day(value: object) -> None:
    assert day_of(value) is None


@pytest.mark.parametrize(
    "date",
    [
        "Tue, 14 Jan 2025 23:30:00 -0500",
        "14 Jan 25 10:00 EST",
        "Tue, 14 Jan 2025 10:00:00 +0000 (UTC)",
        "Tue Jan 14 10:00:00 2025",
        "tuesday, 14 jan 2025 10:00",
    ],
)
def test_day_sent(date: str) -> None:
    assert day_sent(date) == datetime.date(2025, 1, 14)


@pytest.mark.parametrize(
    "date", ["", "yesterday", "Tue, 45 Jan 2025", "14 Jan 99999 00:00", "14 Jan 0125 10:00", "((("]
)
def test_no_day_sent(date: str) -> None:
    assert day_sent(date) is None


@given(st.one_of(st.text(), st.integers(), st.floats(), st.from_regex(r"[0-9T:./ +-]{1,30}", fullmatch=True)))
def test_any_value_gives_a_plausible_day_or_none(value: object) -> None:
    day = day_of(value)
    assert day is None or FIRST_YEAR <= day.year <= LAST_YEAR


@given(st.datetimes(min_value=datetime.datetime(1980, 1, 1), max_value=datetime.datetime(2100, 1, 1)))
def test_all_ways_to_write_a_time_name_its_day(time: datetime.datetime) -> None:
    moment = time.replace(tzinfo=datetime.UTC)
    forms = [time.isoformat(), f"{time:%a, %d %b %Y %H:%M:%S} GMT", f"{time:%B} {time.day}, {time.year}",
             int(moment.timestamp()), int(moment.timestamp() * 1000)]  # fmt: skip
    assert {day_of(form) for form in forms} == {time.date()}


@given(st.text("0123456789 :,+-()JanTue\0é", max_size=40))
def test_any_date_header_gives_a_plausible_day_or_none(date: str) -> None:
    day = day_sent(date)
    assert day is None or FIRST_YEAR <= day.year <= LAST_YEAR
