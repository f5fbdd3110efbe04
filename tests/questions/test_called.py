"""Whom a name that a user types can mean."""

import pytest

from newsie.questions.called import named_so, participants_called, people_called


@pytest.fixture
def db(news, store):
    """People whose names have something in common, in articles of their own so that none is joined with another."""
    names = ["Junaid Marwat", "Syed Haroon Bangash", "Robert Halloran", "Zhao Minglu", "Dolores Quispe", "Elena Quispe",
             "Select From", "Id Name", "O'Dwyer \"Bo\" Brannigan", "U Thaung", "Yusuf Khalilov"]  # fmt: skip
    return store(
        *(news.article(f"{name}.txt", people=[news.person(name)]) for name in names),
        news.article(
            "bodies.txt",
            organizations=[news.organization("Harbour Forum"), news.organization("Press Relations Wing", "PRW")],
            places=[news.place("Norway", "country", "NO"), news.place("Lindau", "city", "DE")],
        ),
    )


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Junaid Marwat", ["Junaid Marwat"]),
        ("junaid MARWAT", ["Junaid Marwat"]),
        ("  Junaid   Marwat ", ["Junaid Marwat"]),
        ("General Junaid Marwat", ["Junaid Marwat"]),
        ("Lt Gen (retd) Junaid Marwat", ["Junaid Marwat"]),
        ("Dr Junaid Marwat", ["Junaid Marwat"]),
        ("Junayd Marwat", ["Junaid Marwat"]),
        ("Marwat", ["Junaid Marwat"]),
        ("Gen. Marwat", ["Junaid Marwat"]),
        ("Haroon Bangash", ["Syed Haroon Bangash"]),
        ("Bob Halloran", ["Robert Halloran"]),
        ("Minglu Zhao", ["Zhao Minglu"]),
        ("Zhao Ming-lu", ["Zhao Minglu"]),
        ("Quispe, Dolores", ["Dolores Quispe"]),
        ("Quispe", ["Dolores Quispe", "Elena Quispe"]),
        ("Youssef Khalilow", ["Yusuf Khalilov"]),
        ("Nobody Here", []),
        ("Robert", ["Robert Halloran"]),
        ("General", []),
        ("Q", []),
        ("", []),
        (" ", []),
        ("%", []),
        ("_", []),
        ("*", []),
        ('"', []),
        ("'; DROP TABLE people; --", []),
        ("name", ["Id Name"]),
        ("person_id", []),
        ("Select From", ["Select From"]),
        ("O'Dwyer Brannigan", ['O\'Dwyer "Bo" Brannigan']),
        ("Thaung", ["U Thaung"]),
        ("Marwat OR Quispe", []),
        ("Marwat*", ["Junaid Marwat"]),
        ("\x00", []),
    ],
)
def test_people(db, asked, meant):
    assert sorted(one.name for one in people_called(db, asked)) == meant


def test_an_id_means_its_bearer_alone(db):
    (marwat,) = people_called(db, "Marwat")
    assert [(one.id, one.name, one.reason) for one in people_called(db, marwat.id)] == [
        (marwat.id, "Junaid Marwat", "the id")
    ]


def test_an_id_of_an_article_means_whom_it_belongs_to_now(news, store):
    db = store(*(news.article(source, people=[news.person("Ada Obi")]) for source in ("1.txt", "2.txt")))
    (ada,) = people_called(db, "Ada Obi")
    parts = [id_ for (id_,) in db.execute("SELECT id FROM article_entities")]
    assert len(parts) == 2
    assert {called.id for part in parts for called in people_called(db, part)} == {ada.id}


def test_who_fits_in_full_leaves_no_room_for_those_who_may_fit(news, store):
    db = store(*(news.article(name, people=[news.person(name)]) for name in ("Ada Obi", "Ada Ngozi Obi", "A Obi")))
    first, *others = [one.name for one in people_called(db, "Ada Obi")]
    assert first == "Ada Obi"
    assert "A Obi" not in others


def test_each_answer_has_a_reason(db):
    assert [one.reason for one in people_called(db, "Junayd Marwat")] == ["another spelling of the same name"]


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("Harbour Forum", ["Harbour Forum"]),
        ("harbour forum", ["Harbour Forum"]),
        ("Harbour", []),
        ("Forum Harbour", []),
        ("PRW", ["Press Relations Wing"]),
        ("Press Relations Wing", ["Press Relations Wing"]),
        ("Norway", ["Norway"]),
        ("Lindau", ["Lindau"]),
        ("", []),
        ('Harbour" OR "Norway', []),
        ("name:Norway", []),
        ("*", []),
    ],
)
def test_organizations_and_places(db, asked, meant):
    assert [one.name for one in named_so(db, asked)] == meant


def test_an_id_of_an_organization_means_it(db):
    (forum,) = named_so(db, "Harbour Forum")
    assert [one.name for one in participants_called(db, forum.id)] == ["Harbour Forum"]


def test_people_organizations_and_countries_take_part(news, store):
    db = store(
        news.article(
            "a", people=[news.person("Jordan")], places=[news.place("Jordan", "country", "JO")],
        )
    )  # fmt: skip
    assert [one.reason for one in participants_called(db, "Jordan")] == ["the name", "the same single name"]
