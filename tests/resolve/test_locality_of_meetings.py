"""What a store relies on: only what shares a key, or is a copy, influences each other, in whatever order it comes."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.records import Article
from newsie.resolve.meeting_keys import lookup_keys, sought_keys
from newsie.resolve.meetings import cluster_meetings
from newsie.resolve.sightings import sighting
from newsie.resolve.wire import are_copies, shingles, sketch, wire_copies, worth_comparing

WHO = ["Touhid Bhuiyan", "Junaid Marwat", "Selim Karahan", "Ana Prado"]
GROUPS = ["the Omani side", "a delegation of the port of Beira", "officials"]
OFFICES = [
    {},
    {"role": "Deputy Foreign Minister", "country": "OM"},
    {"role": "director", "organization": "Beira Port Authority"},
]
DAYS = [None, "2025-01-14", "2025-01-13/2025-01-19", "2025-01-31", "2025-02-01", "2024-01-01/2026-12-31"]
PARTS = ["alpha", "bravo", "carol", "delta", "extra"]


@st.composite
def sightings(draw, news):
    """Reports by a few articles of meetings, visits and calls of a few people."""
    places = [news.place("Lusaka", "city"), news.place("Ndola", "city"), news.place("Zambia", "country", "ZM")]
    found = []
    for order, source in enumerate(draw(st.lists(st.sampled_from("abcdef"), min_size=1, unique=True))):
        meetings = [
            news.meeting(
                ", ".join(draw(st.lists(st.sampled_from([*WHO, *GROUPS]), min_size=1, max_size=3, unique=True))),
                date=draw(st.sampled_from(DAYS)),
                places=draw(st.sampled_from(["", "Lusaka", "Ndola", "Zambia"])),
                kind=draw(st.sampled_from(["meeting", "talks", "call", "visit"])),
                status=draw(st.sampled_from(["held", "planned", "cancelled", "denied"])),
                sentence=draw(
                    st.sampled_from(["x", "They met at a hotel in the capital for the first time this year."])
                ),
            )
            for _ in range(draw(st.integers(1, 3)))
        ]
        people = [news.person(name, **draw(st.sampled_from(OFFICES))) for name in WHO]
        published = draw(st.sampled_from([None, "2025-01-13", "2025-01-16", "2025-02-02"]))
        record = news.article(source, people=people, places=places, meetings=meetings, published=published)
        kinds = {place.id: place.kind for place in record.places}
        ids = {one.id: f"of the run: {one.name}" for one in record.people}
        roles = {ids[one.id]: one.roles for one in record.people}
        for one in record.meetings:
            who = tuple(person.model_copy(update={"id": ids.get(person.id)}) for person in one.participants)
            found.append(sighting(record.article, order, one.model_copy(update={"participants": who}), kinds, roles))
    return found


def clusters(found):
    return {frozenset(one.meeting.id for one in cluster) for cluster in cluster_meetings(found)}


def connected(items, linked):
    """The parts of `items` between which nothing is linked."""
    parts = []
    for item in items:
        near = [part for part in parts if any(linked(item, other) for other in part)]
        parts = [part for part in parts if part not in near] + [[one for part in near for one in part] + [item]]
    return parts


def seeks(left, right):
    return bool(sought_keys(left) & lookup_keys(right))


@given(data=st.data())
def test_whom_one_seeks_seeks_it(news, data):
    found = data.draw(sightings(news))
    assert all(seeks(left, right) == seeks(right, left) for left in found for right in found)


@given(data=st.data())
def test_meetings_without_a_chain_of_keys_do_not_influence_each_other(news, data):
    found = data.draw(sightings(news))
    parts = connected(found, seeks)
    assert clusters(found) == {cluster for part in parts for cluster in clusters(part)}


@given(data=st.data())
def test_the_order_of_reports_does_not_matter(news, data):
    found = data.draw(sightings(news))
    assert clusters(data.draw(st.permutations(found))) == clusters(found)


@given(data=st.data())
def test_reports_of_one_meeting_share_keys_with_another(news, data):
    for cluster in cluster_meetings(data.draw(sightings(news))):
        assert len(connected(cluster, seeks)) == 1


texts = st.lists(st.sampled_from(PARTS), min_size=1, max_size=4).map(
    lambda parts: " ".join(f"{part}{number}" for part in parts for number in range(60))
)


@st.composite
def articles(draw):
    """Articles that consist of a few passages, which many of them share."""
    sources = draw(st.lists(st.sampled_from("abcdef"), min_size=1, unique=True))
    days = st.sampled_from([None, datetime.date(2025, 1, 14), datetime.date(2025, 1, 15)])
    return [Article(id=source, source=source, text=draw(texts), published=draw(days)) for source in sources]


@given(data=st.data())
def test_articles_without_a_chain_of_copies_do_not_influence_each_other(data):
    found = data.draw(articles())
    alone = [wire_copies(part) for part in connected(found, are_copies)]
    assert wire_copies(found) == {copy: first for copies in alone for copy, first in copies.items()}
    assert wire_copies(data.draw(st.permutations(found))) == wire_copies(found)


@given(data=st.data())
def test_sketches_find_every_copy(data):
    left, right = (Article(id=source, source=source, text=data.draw(texts)) for source in "ab")
    shared = len(set(sketch(left)) & set(sketch(right)))
    assert not are_copies(left, right) or worth_comparing(shared, len(sketch(left)), len(sketch(right)))


@pytest.mark.parametrize(("words", "numbers"), [(0, 0), (3, 1), (14, 10), (400, 32)])
def test_a_sketch_is_small(words, numbers):
    article = Article(id="a", source="a", text=" ".join(f"word{n}" for n in range(words)))
    assert len(sketch(article)) == numbers
    assert set(sketch(article)) <= shingles(article.text)


def test_the_keys_of_a_visit_have_its_places_and_the_country_of_a_capital(news):
    record = news.article("a", people=[news.person(WHO[0])], meetings=[news.meeting(WHO[0], places="Lusaka, Ndola",
                                                                                    kind="visit")])  # fmt: skip
    (visit,) = record.meetings
    visitor = record.people[0].id
    assert {key[:2] for key in lookup_keys(sighting(record.article, 0, visit, {}))} == {
        (visitor, "lusaka"),
        (visitor, "ndola"),
        (visitor, "ZM"),
    }


@pytest.mark.parametrize(
    ("date", "published", "months"),
    [
        ("2025-01-14", None, {"2025-01", "some day"}),
        ("2025-01-31", None, {"2025-01", "2025-02", "some day"}),
        ("2024-12-30/2025-01-02", None, {"2024-12", "2025-01", "some day"}),
        (None, "2025-01-20", {"2025-01", "some day"}),
        (None, None, {"any day"}),
        ("2020-01-01/2029-12-31", None, {"any day"}),
    ],
)
def test_the_keys_of_a_meeting_have_its_months(news, date, published, months):
    record = news.article(
        "a", people=[news.person(name) for name in WHO[:2]], meetings=[news.meeting(", ".join(WHO[:2]), date)],
        published=published,
    )  # fmt: skip
    keys = lookup_keys(sighting(record.article, 0, record.meetings[0], {}))
    pair = tuple(sorted(one.id for one in record.people))
    assert {month for *who, month in keys if tuple(who) == pair} == months


def test_a_dated_meeting_has_a_key_for_each_of_two_for_groups_that_another_article_names(news):
    people = [news.person(name) for name in WHO[:3]]
    meetings = [news.meeting(", ".join(WHO[:3]), "2025-01-14"), news.meeting("Ana Prado, the Omani side", "2025-01-14")]
    record = news.article("a", people=people, meetings=meetings)
    named, unnamed = (sighting(record.article, 0, one, {}) for one in record.meetings)
    days = {(one.id, "somebody", "2025-01-14") for one in record.people[:2]}
    assert days <= lookup_keys(named)
    assert not any("group" in key for key in lookup_keys(named))
    assert {(one.id, "group", "2025-01-14") for one in record.people[:2]} <= sought_keys(named)
    assert lookup_keys(unnamed) == sought_keys(unnamed) == frozenset()
