"""A page on a person: ranks and roles over time, whom they met, and where they appear."""

import pytest

from newsie.questions.called import people_called
from newsie.questions.who import who


def pages(db, name):
    return who(db, people_called(db, name)).people


@pytest.fixture
def db(news, store):
    jan, forum = news.person("Jan Kraus"), news.organization("Harbour Forum")
    ada = [
        news.person("Ada Obi", "Obi", rank="Colonel", branch="army"),
        news.person("Ada Obi", rank="Colonel", branch="army", role="Chief of Staff", country="NG"),
        news.person("Ada Obi", rank="General", branch="army", role="Chief of Staff", country="NG"),
    ]
    return store(
        news.article("1.txt", published="2020-01-05", people=[ada[0], jan],
                     meetings=[news.meeting("Ada Obi, Jan Kraus", "2020-01-03")]),
        news.article("2.txt", published="2022-01-05", people=[ada[1], jan],
                     meetings=[news.meeting("Ada Obi, Jan Kraus", "2022-01-03"),
                               news.meeting("Ada Obi, Jan Kraus", "2022-07-03", status="planned")]),
        news.article("3.txt", published="2024-01-05", people=[ada[2]], organizations=[forum],
                     meetings=[news.meeting("Ada Obi, Harbour Forum, fishermen")]),
        news.article("4.txt", people=[ada[2]]),
    )  # fmt: skip


def test_offices_over_time(db):
    (page,) = pages(db, "Ada Obi")
    assert [(one.kind, one.text, f"{one.first}", f"{one.last}", one.sources) for one in page.offices] == [
        ("rank", "Colonel", "2020-01-05", "2022-01-05", ("1.txt", "2.txt")),
        ("rank", "General", "2024-01-05", "2024-01-05", ("3.txt", "4.txt")),
        ("role", "Chief of Staff, Nigeria", "2022-01-05", "2024-01-05", ("2.txt", "3.txt", "4.txt")),
    ]


def test_whom_they_met_counts_what_was_held(db):
    (page,) = pages(db, "Ada Obi")
    assert [(one.name, one.type, one.meetings, one.independent_sources) for one in page.met] == [
        ("Jan Kraus", "person", 2, 2),
        ("Harbour Forum", "organization", 1, 1),
    ]
    assert [meeting.status for meeting in page.meetings] == ["held", "held", "planned", "held"]


def test_where_they_appear(db):
    (page,) = pages(db, "Obi")
    assert [one.source for one in page.appearances] == ["1.txt", "2.txt", "3.txt", "4.txt"]
    assert page.appearances[0].id == page.person.id
    assert (page.person.name, page.person.aliases) == ("Ada Obi", ("Obi",))


def test_nobody_has_no_page(db):
    assert pages(db, "Nobody Here") == ()


def test_several_who_can_be_meant_have_a_page_each(store, talk):
    db = store(talk("1.txt", "Dolores Quispe, Elena Quispe"))
    assert [page.person.name for page in pages(db, "Quispe")] == ["Dolores Quispe", "Elena Quispe"]
    assert [one.name for one in pages(db, "Elena Quispe")[0].met] == ["Dolores Quispe"]
