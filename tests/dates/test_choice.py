import datetime

import pytest

from newsie.dates import periods
from newsie.dates.choice import Context, Tense, nearest

PUBLISHED = datetime.date(2025, 6, 10)


@pytest.mark.parametrize(
    ("month", "tense", "chosen"),
    [
        (6, None, "2025-06"),
        (6, "past", "2025-06"),
        (6, "future", "2025-06"),
        (9, "past", "2024-09"),
        (9, "future", "2025-09"),
        (9, None, "2025-09"),
        (11, None, "2025-11"),
        (1, None, "2025-01"),
        (1, "future", "2026-01"),
        (1, "unclear", "2025-01"),
        # The tense was misread: next July is three weeks away, the last one eleven months.
        (7, "past", "2025-07"),
    ],
)
def test_tense_and_distance_choose_the_year(month: int, tense: Tense | None, chosen: str) -> None:
    months = [periods.month(year, month) for year in (2024, 2025, 2026)]
    period = nearest(months, Context(PUBLISHED, tense))
    assert period is not None
    assert period.value == chosen


def test_days_that_do_not_exist_are_passed_over() -> None:
    leap_day = periods.day(datetime.date(2024, 2, 29))
    assert nearest([None, leap_day, None], Context(PUBLISHED)) == leap_day


def test_nothing_is_chosen_without_publication_date() -> None:
    assert nearest([periods.month(2024, 6)], Context()) is None
