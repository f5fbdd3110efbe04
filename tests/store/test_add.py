"""Whatever the order in which articles come, in whatever portions, the store is the same, and says what a run says."""

from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.ids import content_id
from newsie.resolve import resolve
from newsie.store.add import Added, add_records, is_known
from newsie.store.connection import store_at
from newsie.store.read import run_record

# Few values, so that articles share people, organizations, places, meetings and texts.
NAMES = ["Junaid Marwat", "Syed Junaid Marwat", "Junayd Marwat", "Marwat", "Haroon Khan", "Han Ji-won", "Jiwon Han"]
FACTS = [{}, {"rank": "General", "branch": "army"}, {"role": "Chief of Army Staff", "acronym": "COAS", "country": "PK"},
         {"role": "COAS"}, {"role": "envoy", "country": "KR"}]  # fmt: skip
ORGANIZATIONS = [("Press Relations Wing", "PRW"), ("PRW",), ("Public Road Works", "PRW"), ("Ministry of Defence",)]
PLACES = [("Hyderabad", "city", "PK"), ("Hyderabad", "city", "IN"), ("Hyderabad",), ("State House", "facility"),
          ("Türkiye", "country", "TR"), ("Turkey", "country")]  # fmt: skip
DAYS = [None, "2024-05-02", "2024-05-03", "2024-05-01/2024-05-31"]
DISPATCH = "the envoy of the press wing came to the house on the hill in the morning and left again at noon"

drawn_articles = st.fixed_dictionaries(
    {
        "source": st.sampled_from([f"paper{number}.txt" for number in range(6)]),
        "published": st.sampled_from([None, "2024-05-03", "2024-05-06"]),
        "dispatch": st.booleans(),
        "people": st.lists(
            st.tuples(st.sampled_from(NAMES), st.sampled_from(FACTS)), max_size=3, unique_by=lambda one: one[0]
        ),
        "organizations": st.lists(st.sampled_from(ORGANIZATIONS), max_size=2, unique_by=lambda one: one[0]),
        "places": st.lists(st.sampled_from(PLACES), max_size=2, unique_by=lambda one: one[0]),
        "kind": st.sampled_from(["meeting", "talks", "visit", "call"]),
        "status": st.sampled_from(["held", "planned", "denied"]),
        "day": st.sampled_from(DAYS),
        "agreement": st.booleans(),
    }
)


def record_of(news, drawn):
    """An article in which all who are named meet in all places, and sign an agreement if there is one.

    What is the same text says the same, as with a real one; a dispatch is nearly the same everywhere.
    """
    one = SimpleNamespace(**drawn)
    content = content_id(sorted(drawn.items()))
    names = ", ".join([name for name, _ in one.people] + [organization[0] for organization in one.organizations])
    places = ", ".join(place[0] for place in one.places)
    return news.article(
        one.source,
        published=one.published,
        text=f"{DISPATCH} {content}" if one.dispatch else f"{names} {places} {content}",
        people=[news.person(name, **facts) for name, facts in one.people],
        organizations=[news.organization(*facts) for facts in one.organizations],
        places=[news.place(*facts) for facts in one.places],
        meetings=[news.meeting(names, one.day, places, one.kind, one.status)] if names else [],
        agreements=[news.agreement(names, date=one.day)] if one.agreement and names else [],
    )


def portions(data, records):
    """The records in portions of one to three."""
    while records:
        size = data.draw(st.integers(1, 3))
        yield records[:size]
        records = records[size:]


@settings(max_examples=15)
@given(drawn=st.lists(drawn_articles, min_size=1, max_size=8), data=st.data())
def test_order_and_portions_make_no_difference(news, build, dump, tmp_path_factory, drawn, data):
    folder = tmp_path_factory.mktemp("stores")
    records = [record_of(news, one) for one in drawn]
    last = list({record.article.source: record for record in records}.values())
    build(folder / "at-once.db", last)
    # Earlier versions come first, in any order; the last ones in another order.
    build(folder / "by-and-by.db", *portions(data, data.draw(st.permutations(records))), *portions(data, last))
    assert dump(folder / "by-and-by.db") == dump(folder / "at-once.db")


@settings(max_examples=15)
@given(drawn=st.lists(drawn_articles, max_size=8, unique_by=lambda one: one["source"]), data=st.data())
def test_store_says_what_a_run_says(news, build, tmp_path_factory, drawn, data):
    path = tmp_path_factory.mktemp("stores") / "news.db"
    records = [record_of(news, one) for one in drawn]
    build(path, *portions(data, records))
    with store_at(path) as db:
        assert run_record(db, model="by hand").model_copy(update={"generator": None}) == resolve(
            records, model="by hand"
        ).model_copy(update={"generator": None})
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []


ODD_NAMES = [
    "name person_id",
    "O'Brien; DROP TABLE people; --",
    'Ada "Ace" Obi',
    "Ada 100%",
    "Ada_ %s",
    ":values Obi",
    "? NULL",
]


@pytest.mark.parametrize("name", ODD_NAMES)
def test_person_named_like_a_column_or_a_piece_of_sql(news, build, tmp_path, name):
    records = [
        news.article(source, people=[news.person(name), news.person("Ben Oyelaran")],
                     organizations=[news.organization(name)], places=[news.place(name)],
                     meetings=[news.meeting(f"{name}, Ben Oyelaran", "2024-05-02")])
        for source in ("a'.txt", "b%.txt")
    ]  # fmt: skip
    build(tmp_path / "news.db", records[:1], records[1:])
    with store_at(tmp_path / "news.db") as db:
        run = run_record(db)
        assert run.model_copy(update={"generator": None}) == resolve(records).model_copy(update={"generator": None})
    assert name in {person.name for person in run.people}


def test_known_articles_are_skipped(news, build, dump, tmp_path):
    path = tmp_path / "news.db"
    records = [news.article(source, people=[news.person("Ada Obi")]) for source in ("a.txt", "b.txt")]
    assert build(path, records[:1]) == [Added(new=1)]
    before = dump(path)
    assert build(path, records[:1]) == [Added(known=1)]
    assert dump(path) == before
    assert build(path, records + records) == [Added(new=1, known=1)]


def test_what_a_later_version_no_longer_says_is_gone(news, build, tmp_path):
    path = tmp_path / "news.db"
    meeting = news.meeting("Ada Obi, Ben Oyelaran", "2024-05-02")
    people = [news.person("Ada Obi"), news.person("Ben Oyelaran")]
    build(path, [news.article("a.txt", people=people, meetings=[meeting]), news.article("b.txt", people=people[:1])])
    assert build(path, [news.article("a.txt", people=people[1:])]) == [Added(replaced=1)]
    with store_at(path) as db:
        run = run_record(db)
    assert [person.name for person in run.people] == ["Ben Oyelaran", "Ada Obi"]
    assert run.meetings == ()
    assert [article.source for article in run.articles] == ["a.txt", "b.txt"]


def test_copies_of_a_text_that_changes_stay_copies_of_one_another(news, build, tmp_path):
    path = tmp_path / "news.db"
    printed = [
        news.article(f"{name}.txt", text=DISPATCH, published=f"2024-05-0{day}") for day, name in enumerate("abc", 1)
    ]
    build(path, printed, [news.article("a.txt", text="The dam is full, the engineers of the district say this week.")])
    with store_at(path) as db:
        copies = {article.source: article.wire_copy_of for article in run_record(db).articles}
    assert copies == {"a.txt": None, "b.txt": None, "c.txt": printed[1].article.id}


def test_standard_input_replaces_nothing(news, build, tmp_path):
    texts = ["Ada Obi came.", "Ben Oyelaran left."]
    for text in texts:
        assert build(tmp_path / "news.db", [news.article("-", text=text)]) == [Added(new=1)]
    assert build(tmp_path / "news.db", [news.article("-", text=text) for text in texts]) == [Added(known=2)]


@pytest.mark.parametrize("changed", [{"newsie": "99"}, {"model": "another 1.0"}])
def test_what_another_newsie_or_model_read_is_read_again(news, build, tmp_path, changed):
    record = news.article("a.txt", people=[news.person("Ada Obi")])
    build(tmp_path / "news.db", [record])
    later = record.generator.model_copy(update=changed)
    with store_at(tmp_path / "news.db") as db:
        assert is_known(db, record.article, record.generator)
        assert not is_known(db, record.article, later)
        assert add_records(db, [record.model_copy(update={"generator": later})]) == Added(replaced=1)


def test_another_day_of_publication_is_another_version(news, build, tmp_path):
    build(tmp_path / "news.db", [news.article("a.txt", text="Ada Obi came.")])
    dated = news.article("a.txt", text="Ada Obi came.", published="2024-05-03")
    assert build(tmp_path / "news.db", [dated]) == [Added(replaced=1)]
