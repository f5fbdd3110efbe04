"""Who met whom, how often, and by how many independent sources."""

import datetime

from newsie.questions.pairs import pairs
from newsie.questions.selection import Selection

HELD = Selection(statuses=("held", "ongoing"))
DISPATCH = "Ada Obi and Jan Kraus sat down in the hall on the hill by the lake and spoke of the fish in it until noon"


def listed(db, wanted=HELD):
    return [(one.left, one.right, one.meetings, one.independent_sources) for one in pairs(db, wanted).pairs]


def test_those_who_met_most_often_come_first(store, talk):
    db = store(
        talk("1.txt", "Ada Obi, Jan Kraus", "2024-05-02"),
        talk("2.txt", "Jan Kraus, Ada Obi", "2024-06-02"),
        talk("3.txt", "Ada Obi, Bo Ek", "2024-07-02"),
    )
    assert listed(db) == [("Ada Obi", "Jan Kraus", 2, 2), ("Ada Obi", "Bo Ek", 1, 1)]
    first = pairs(db, HELD).pairs[0]
    assert (first.first, first.last) == (datetime.date(2024, 5, 2), datetime.date(2024, 6, 2))


def test_three_who_met_are_three_pairs(store, talk):
    names = [pair[:2] for pair in listed(store(talk("1.txt", "Ada Obi, Jan Kraus, Bo Ek")))]
    assert names == [("Ada Obi", "Bo Ek"), ("Ada Obi", "Jan Kraus"), ("Bo Ek", "Jan Kraus")]


def test_copies_of_one_dispatch_are_one_source(store, talk):
    db = store(*(talk(f"{n}.txt", "Ada Obi, Jan Kraus", "2024-05-02", text=f"{DISPATCH} {n}") for n in range(3)))
    assert listed(db) == [("Ada Obi", "Jan Kraus", 1, 1)]


def test_one_article_on_two_meetings_is_one_source(news, store):
    meetings = [news.meeting("Ada Obi, Jan Kraus", day) for day in ("2024-05-02", "2024-08-02")]
    people = [news.person("Ada Obi"), news.person("Jan Kraus")]
    assert listed(store(news.article("1.txt", people=people, meetings=meetings))) == [("Ada Obi", "Jan Kraus", 2, 1)]


def test_organizations_countries_and_groups_are_no_people(news, store, talk):
    db = store(
        talk(
            "1.txt", "Ada Obi, Norway, Harbour Forum",
            places=[news.place("Norway", "country", "NO")], organizations=[news.organization("Harbour Forum")],
        )
    )  # fmt: skip
    assert listed(db) == []


def test_only_what_was_asked_for_counts(store, talk):
    db = store(talk("1.txt", "Ada Obi, Jan Kraus", status="planned"), talk("2.txt", "Ada Obi, Bo Ek", status="ongoing"))
    assert listed(db) == [("Ada Obi", "Bo Ek", 1, 1)]
    assert listed(db, Selection(statuses=("planned",))) == [("Ada Obi", "Jan Kraus", 1, 1)]
