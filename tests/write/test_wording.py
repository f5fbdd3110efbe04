import datetime

import pytest

from newsie.records import Article, DateValue, Occasion, Participant, Person, PlaceReference, Rank, Role
from newsie.write.wording import (
    by_date,
    counted_sources_text,
    country_text,
    date_text,
    index_of,
    main_role,
    participants_text,
    rank_text,
    role_text,
    short_sources,
    sources_text,
    where_text,
)

DIVISION = "Armed Forces Division of Bangladesh"


@pytest.mark.parametrize(
    ("rank", "words"),
    [
        (Rank(name="Brigadier", grade="OF-6"), "Brigadier (OF-6)"),
        (Rank(name="Inspector General of Police"), "Inspector General of Police"),
        (Rank(name="Major General", grade="OF-7", retired=True), "Major General (OF-7), retired"),
    ],
)
def test_rank_text(rank, words):
    assert rank_text(rank) == words


@pytest.mark.parametrize(
    ("role", "words"),
    [
        (Role(title="foreign minister", country="BD"), "foreign minister, Bangladesh"),
        (Role(title="PSO", organization=DIVISION, country="BD"), f"PSO, {DIVISION}"),
        (
            Role(title="Chairman", acronym="CJ", organization="Joint Staff", country="PK"),
            "Chairman (CJ), Joint Staff, Pakistan",
        ),
        (Role(title="envoy", status="former"), "former envoy"),
        (Role(title="former envoy", status="former"), "former envoy"),
        (Role(title="Acting Governor", status="acting"), "Acting Governor"),
        (Role(title="ambassador", status="designate"), "ambassador designate"),
    ],
)
def test_role_text(role, words):
    assert role_text(role) == words


@pytest.mark.parametrize(
    ("code", "name"), [("NG", "Nigeria"), ("BO", "Bolivia"), ("RU", "Russia"), ("XK", "Kosovo"), (None, "")]
)
def test_country_text(code, name):
    assert country_text(code) == name


def test_a_role_that_is_over_yields_to_one_that_is_not():
    past, present = Role(title="envoy", status="former"), Role(title="minister", status="acting")
    assert main_role(Person(id="p", name="P", roles=(past, present))) == present
    assert main_role(Person(id="p", name="P", roles=(past,))) == past
    assert main_role(Person(id="p", name="P")) is None


def test_participants_text(run):
    group = Participant(name="officials from both sides", type="group")
    assert participants_text((*run.meetings[0].participants, group), index_of(run).people).split("\n") == [
        "Kari Holm, acting minister (Ministry of Oslo Affairs, Norway);",
        "Bo Ek;",
        "officials from both sides",
    ]


DAY, LATER = datetime.date(2025, 1, 6), datetime.date(2025, 1, 12)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (DateValue(text="Monday", value="2025-01-06", from_=DAY, to=DAY), "2025-01-06"),
        (DateValue(text="that week", value="2025-W02", from_=DAY, to=LATER), "2025-01-06 to 2025-01-12"),
        (DateValue(text="last week"), "“last week”"),
        (None, ""),
    ],
)
def test_date_text(value, words):
    assert date_text(value) == words


@pytest.mark.parametrize(
    ("sources", "short"),
    [
        (["news/a.txt", "news/b.txt"], ["a.txt", "b.txt"]),
        (["x/a.txt", "y/a.txt", "y/b.txt"], ["x/a.txt", "y/a.txt", "b.txt"]),
        (["-"], ["-"]),
    ],
)
def test_sources_are_short_where_that_is_clear(sources, short):
    articles = [Article(id=source, source=source, text="") for source in sources]
    assert list(short_sources(articles).values()) == short


def test_sources_name_who_is_cited_once_an_article(run):
    meeting = run.meetings[2]
    again = meeting.reports[0].model_copy(update={"attributed_to": ("Fjord Post", "officials")})
    assert sources_text((*meeting.reports, again), {"oslo": "oslo.txt", "lagos": "lagos.txt"}) == (
        "oslo.txt (Fjord Post, officials)\nlagos.txt"
    )


@pytest.mark.parametrize(
    ("meeting", "sources", "text"),
    [
        (2, 2, "2 articles, 2 sources\noslo.txt (Fjord Post)\nlagos.txt"),
        (2, 1, "2 articles, 1 source\noslo.txt (Fjord Post)\nlagos.txt"),
        (0, 1, "lagos.txt (Holm)"),
    ],
)
def test_sources_are_counted_where_articles_share_a_meeting(run, meeting, sources, text):
    names = {"oslo": "oslo.txt", "lagos": "lagos.txt"}
    counted = run.meetings[meeting].model_copy(update={"independent_sources": sources})
    assert counted_sources_text(counted, names) == text


def test_meetings_without_a_date_come_last_in_the_order_of_the_text(run):
    assert [meeting.id for meeting in by_date(run.meetings, index_of(run).order)] == ["m-oslo", "m-visit", "m-denied"]


@pytest.mark.parametrize(
    ("places", "occasion", "where"),
    [
        (("Elm Palace", "Oslo"), None, "Elm Palace, Oslo"),
        (("Oslo",), "Fjord\nForum", "Oslo (Fjord Forum)"),
        ((), "Fjord Forum", "(Fjord Forum)"),
        ((), None, ""),
    ],
)
def test_where_a_meeting_was(run, places, occasion, where):
    meeting = run.meetings[0].model_copy(
        update={
            "places": tuple(PlaceReference(name=name) for name in places),
            "occasion": occasion and Occasion(article="oslo", start=0, end=len(occasion), text=occasion),
        }
    )
    assert where_text(meeting) == where
