"""Who adds nothing to what is settled joins at once; the store is the same as if all had been decided anew."""

import datetime
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.ids import content_id
from newsie.store import entities
from newsie.store.add import add_records
from newsie.store.connection import store_at, store_in_memory
from newsie.store.judgements import judge

CHIEF = {"rank": "General", "branch": "army", "role": "Chief of Army Staff", "country": "PK"}


@pytest.fixture
def joining(monkeypatch):
    """The numbers of members that joined at once, of each portion and type."""
    found = []

    def noted(*given):
        joined = at_once(*given)
        found.append(len(joined))
        return joined

    at_once = entities.at_once
    monkeypatch.setattr(entities, "at_once", noted)
    return found


def stored(db):
    """What the store has, without the state of its search index."""
    return [line for line in db.conn.iterdump() if "_fts" not in line]


def joined(news, joining, first, later):
    """How many of the members of later articles join those of the first ones at once, in a store that is right."""
    with store_in_memory() as db, store_in_memory() as whole:
        add_records(db, first)
        del joining[:]
        add_records(db, later)
        number = sum(joining)
        add_records(whole, [*first, *later])
        assert stored(db) == stored(whole)
    return number


PEOPLE = [
    (("Junaid Marwat",), CHIEF, 1),
    (("Junaid Marwat",), {}, 1),
    (("Junaid Marwat", "Marwat"), {"rank": "General", "branch": "army"}, 1),
    (("Junaid Marwat", "the general"), CHIEF, 0),
    (("Junaid Marwat",), {"rank": "General"}, 0),
    (("Junaid Marwat",), {"role": "Chief of Army Staff"}, 0),
    (("Junaid Marwat",), {"role": "envoy"}, 0),
    (("Junayd Marwat",), {}, 0),
    (("Syed Junaid Marwat",), CHIEF, 0),
    (("Marwat",), CHIEF, 0),
    (("Haroon Bangash",), CHIEF, 0),
]


@pytest.mark.parametrize(("names", "facts", "number"), PEOPLE)
def test_people(news, joining, names, facts, number):
    first = news.article("a.txt", published="2024-05-02", people=[news.person("Junaid Marwat", "Marwat", **CHIEF)])
    later = news.article("b.txt", published="2024-05-03", people=[news.person(*names, **facts)])
    assert joined(news, joining, [first], [later]) == number
    earlier = news.article("0.txt", published="2024-05-03", people=[news.person(*names, **facts)])
    assert joined(news, joining, [first], [earlier]) == 0


ORGANIZATIONS = [
    (("Press Relations Wing", "PRW", "PK"), ("Press Relations Wing", "PRW"), 1),
    (("Press Relations Wing", "PRW", "PK"), ("Press Relations Wing",), 1),
    (("Press Relations Wing",), ("Press Relations Wing", "PRW"), 0),
    (("Press Relations Wing", None, "PK"), ("Press Relations Wing", None, "BD"), 0),
    (("Press Relations Wing", "PRW"), ("the Press Relations Wing", "PRW"), 0),
    (("PRW",), ("PRW",), 0),
    (("Ministry of Defence", None, "OM"), ("Ministry of Defence", None, "OM"), 0),
]


@pytest.mark.parametrize(("first", "later", "number"), ORGANIZATIONS)
def test_organizations(news, joining, first, later, number):
    records = [
        news.article(f"{n}.txt", organizations=[news.organization(*facts)]) for n, facts in enumerate((first, later))
    ]
    assert joined(news, joining, records[:1], records[1:]) == number


PLACES = [
    (("Hyderabad", "city", "PK"), ("Hyderabad", "city", "PK"), 1),
    (("Hyderabad", "city", "PK"), ("Hyderabad",), 1),
    (("Hyderabad", "city", "PK"), ("Hyderabad", "city", "IN"), 0),
    (("Hyderabad", "city"), ("Hyderabad", "region"), 0),
    (("Hyderabad",), ("Hyderabad", "city"), 0),
    (("Turkey", "country", "TR"), ("Türkiye", "country", "TR"), 0),
    (("State House", "facility", "ZM"), ("State House", "facility", "ZM"), 0),
]


@pytest.mark.parametrize(("first", "later", "number"), PLACES)
def test_places(news, joining, first, later, number):
    records = [news.article(f"{n}.txt", places=[news.place(*facts)]) for n, facts in enumerate((first, later))]
    assert joined(news, joining, records[:1], records[1:]) == number


@pytest.mark.parametrize(
    "others",
    [
        [("Haroon Bangash",), ("Junaid Marwat",), ("Marwat",)],  # a bare name among them, beside a full one
        [("Junaid Marwat",), ("Junaid Al Marwat",)],  # two of one article who can both be he
    ],
)
def test_whoever_is_linked_with_others_to_come_is_decided_anew(news, joining, others):
    first = news.article("a.txt", people=[news.person("Junaid Marwat", **CHIEF)])
    later = news.article("b.txt", people=[news.person(*names, **CHIEF) for names in others])
    assert joined(news, joining, [first], [later]) == 0


def test_a_namesake_unsettles_what_was_settled(news, joining):
    records = [news.article(f"{n}.txt", people=[news.person("Junaid Marwat", role="envoy", country=country)])
               for n, country in enumerate(["PK", "PK", "IN", "PK"])]  # fmt: skip
    assert joined(news, joining, records[:1], records[1:2]) == 1
    assert joined(news, joining, records[:3], records[3:]) == 0


def test_whoever_was_judged_is_decided_anew(news, joining, tmp_path):
    records = [news.article(f"{n}.txt", people=[news.person("Junaid Marwat")]) for n in range(4)]
    with store_at(tmp_path / "news.db", create=True) as db:
        add_records(db, records[:2])
        add_records(db, records[2:3])
        assert joining[-3:] == [1, 0, 0]
        pair = tuple(content_id("person", one.article.id, one.people[0].id) for one in records[:2])
        judge(db, "different", pair, "ada", datetime.datetime(2024, 5, 2, tzinfo=datetime.UTC))
        del joining[:]
        add_records(db, records[3:])
        assert sum(joining) == 0
        assert db.table("people").count == 2


names = st.sampled_from(["Junaid Marwat", "Junaid Marwat", "Haroon Bangash", "Marwat", "Junaid A. Marwat"])
said = st.sampled_from(
    [{}, {}, {"rank": "General"}, *({"role": "envoy", "country": country} for country in (None, "PK", "IN"))]
)
forums = st.sampled_from([("Harbour Forum",), ("Harbour Forum", "HF"), ("HF",)])
cities = st.sampled_from(
    [("Hyderabad",), ("Hyderabad", "city"), ("Hyderabad", "city", "PK"), ("Hyderabad", None, "IN")]
)
drawn_articles = st.fixed_dictionaries(
    {
        "people": st.lists(st.tuples(names, said), max_size=2, unique_by=lambda one: one[0]),
        "organizations": st.lists(forums, max_size=1),
        "places": st.lists(cities, max_size=1),
        "year": st.sampled_from([2001, 2023, 2024]),
        "copy": st.booleans(),
    }
)  # fmt: skip


@settings(max_examples=40)
@given(drawn=st.lists(drawn_articles, min_size=2, max_size=9), data=st.data())
def test_one_after_the_other_is_the_same_as_all_at_once(news, drawn, data):
    records = [record_of(news, number, SimpleNamespace(**one)) for number, one in enumerate(drawn)]
    with store_in_memory() as whole, store_in_memory() as grown:
        add_records(whole, records)
        for one in data.draw(st.permutations(records)):
            add_records(grown, [one])
        assert stored(grown) == stored(whole)


def record_of(news, number, one):
    names = " and ".join(name for name, _ in one.people)
    return news.article(
        f"{number}.txt", published=f"{one.year}-05-02",
        text=f"{names} went to the hall on the hill by the lake on foot " + ("again" if one.copy else f"{number}"),
        people=[news.person(name, **facts) for name, facts in one.people],
        organizations=[news.organization(*facts) for facts in one.organizations],
        places=[news.place(*facts) for facts in one.places],
        meetings=[news.meeting(", ".join(name for name, _ in one.people), "2024-05-02")] if one.people else [],
    )  # fmt: skip
