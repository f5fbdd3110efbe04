"""Which meetings a question is about: each filter, and several together."""

import datetime

import pytest

from newsie.questions.called import ids_of, participants_called
from newsie.questions.selection import Selection, selected


@pytest.fixture
def db(news, store, talk):
    lindau, bergen = news.place("Lindau", "city", "DE"), news.place("Bergen", "city", "NO")
    state_house = news.organization("State House")
    return store(
        talk("day.txt", "Ada Obi, Jan Kraus", "2024-05-02", places=[lindau], at="Lindau"),
        talk("week.txt", "Ada Obi, Kari Holm", "2024-05-06/2024-05-12", places=[bergen], at="Bergen"),
        talk("month.txt", "Ada Obi, Bo Ek", "2024-05-01/2024-05-31", status="planned"),
        talk("undated.txt", "Jan Kraus, Bo Ek", organizations=[state_house], at="State House"),
        talk("later.txt", "Jan Kraus, Kari Holm", "2024-09-09", status="cancelled"),
    )


def found(db, people=(), **wanted):
    present = tuple(ids_of(participants_called(db, name)) for name in people)
    days = {name: datetime.date.fromisoformat(wanted[name]) for name in ("first", "last") if name in wanted}
    meetings = selected(db, Selection(present=present, **{**wanted, **days}))
    return " ".join(meeting.reports[0].source.removesuffix(".txt") for meeting in meetings)


@pytest.mark.parametrize(
    ("wanted", "sources"),
    [
        ({}, "month day week later undated"),
        ({"people": ["Ada Obi"]}, "month day week"),
        ({"people": ["Ada Obi", "Bo Ek"]}, "month"),
        ({"people": ["Nobody"]}, ""),
        ({"people": ["Ada Obi", "Nobody"]}, ""),
        ({"first": "2024-05-02"}, "month day week later"),
        ({"first": "2024-05-03"}, "month week later"),
        ({"first": "2024-05-12"}, "month week later"),
        ({"first": "2024-05-13"}, "month later"),
        ({"first": "2024-06-01"}, "later"),
        ({"last": "2024-05-01"}, "month"),
        ({"last": "2024-05-02"}, "month day"),
        ({"last": "2024-05-06"}, "month day week"),
        ({"first": "2024-05-07", "last": "2024-05-08"}, "month week"),
        ({"first": "2025-01-01"}, ""),
        ({"first": "2024-05-08", "last": "2024-05-07"}, "month week"),
        ({"statuses": ("planned",)}, "month"),
        ({"statuses": ("planned", "cancelled")}, "month later"),
        ({"statuses": ("denied",)}, ""),
        ({"place": "Lindau"}, "day"),
        ({"place": "lindau"}, "day"),
        ({"place": "Germany"}, "day"),
        ({"place": "Norway"}, "week"),
        ({"place": "State House"}, "undated"),
        ({"place": "Atlantis"}, ""),
        ({"place": ""}, ""),
        ({"people": ["Ada Obi"], "place": "Norway", "first": "2024-05-10", "statuses": ("held",)}, "week"),
        ({"people": ["Kraus"], "place": "Norway"}, ""),
        ({"people": ["Kraus"], "statuses": ("held",)}, "day undated"),
    ],
)
def test_filters(db, wanted, sources):
    assert found(db, **wanted) == sources
