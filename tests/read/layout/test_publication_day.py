"""The day of publication from lines of its own."""

import datetime

import pytest

from newsie.read.layout.lines import lines_of
from newsie.read.layout.published import is_date_line, published_on

STORY = "\n\n".join(["The two governors met on Monday and agreed on little but the date of their next meeting."] * 12)
DAY = datetime.date(2021, 6, 25)


def day_in(text: str, menu: int = 0) -> datetime.date | None:
    """The day that the lines of a text give, of which so many at the top are a menu."""
    return published_on(list(lines_of(text)), lambda line: line.start < menu)


def test_menu_above_the_top_does_not_count() -> None:
    menu = "Home\nNews\n" * 6
    text = f"{menu}Governors meet\nJune 25, 2021\n\n{STORY}"
    assert day_in(text, len(menu)) == DAY
    assert day_in(text) is None


@pytest.mark.parametrize(
    "line",
    [
        "June 25, 2021",
        "Friday 25 June 2021",
        "25 June 2021, 10:30",
        "Friday, June 25, 2021 - 14:20",
        "2021-06-25T10:00:00Z",
        "Published 25/06/2021 14:20 COT",
        "Published: Friday, June 25, 2021",
        "Posted on 25th June 2021",
        "First published on 25 June 2021 at 9:15 am (GMT)",
        "Published June 25, 2021 10:12am EDT | Updated June 26, 2021",
        "Published in The Orchid, June 25th, 2021",
        "By Ada Obi, Orchid Press - June 25, 2021",
        "Ada Obi | June 25, 2021",
        "June 25, 2021 by Ada Obi",
        "Ada Obi 25.06.2021 14:20",
        "Published: 22:01, 25 Jun 2021 | Updated: 23:15, 26 Jun 2021",
    ],
)
def test_line_at_the_top(line: str) -> None:
    assert day_in(f"Governors meet\n{line}\n\n{STORY}") == DAY
    assert is_date_line(next(lines_of(line)))


@pytest.mark.parametrize("line", ["Published in The Morning Courier, June 25th, 2021.", "Published: 25 June 2021"])
def test_labelled_line_at_the_end(line: str) -> None:
    assert day_in(f"{STORY}\n\n{line}") == DAY


@pytest.mark.parametrize(
    "line",
    [
        "June 25",
        "Published 03/04/2021",
        "Updated June 25, 2021",
        "On June 25, 2021 the governors met",
        "Orchid Bridge 25.06.2021",
        "June 25, 2021 was the day on which they met",
        "Published in 2021, the report named both",
        "31 June 2021",
    ],
)
def test_line_that_gives_no_day(line: str) -> None:
    assert day_in(f"Governors meet\n{line}\n\n{STORY}") is None


def test_date_alone_at_the_end_is_not_that_of_publication() -> None:
    assert day_in(f"{STORY}\n\nJune 25, 2021") is None


def test_line_of_update_is_a_date_line() -> None:
    assert is_date_line(next(lines_of("Last updated: 25 June 2021")))
    assert not is_date_line(next(lines_of("Updated rules were discussed on 25 June 2021")))
