"""Judgements take effect at once, outlive the articles that they are on, can be undone and carried elsewhere."""

import datetime
import re
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsie.errors import InputError
from newsie.records import Judgement
from newsie.resolve import resolve
from newsie.store.add import add_records
from newsie.store.connection import store_at, store_in_memory
from newsie.store.holding import judgements
from newsie.store.judgements import import_judgements, judge, undo
from newsie.store.read import run_record

NOON = datetime.datetime(2025, 1, 14, 12, tzinfo=datetime.UTC)


def at(minute):
    return NOON + datetime.timedelta(minutes=minute)


@pytest.fixture
def articles(news):
    """Two articles: in each a person meets Jan Kraus."""
    return [
        news.article(f"{source}.txt", people=[news.person(name), news.person("Jan Kraus")],
                     organizations=[news.organization(body)], places=[news.place(town, "city")],
                     meetings=[news.meeting(f"{name}, Jan Kraus", "2024-05-02", town)])
        for source, name, body, town in [
            ("a", "Ada Obi", "Harbour Forum", "Lindau"), ("b", "Adaeze Obi", "Port Forum", "Bergen"),
        ]
    ]  # fmt: skip


@pytest.fixture
def store(articles):
    """A store with both; `judge` takes "same", and names of entities or sources of meetings in place of ids."""
    with store_in_memory() as db:
        add_records(db, articles)
        ids = dict(db.execute("SELECT name, id FROM article_entities ORDER BY article_id DESC").fetchall())
        sources = "SELECT source, article_meetings.id FROM article_meetings JOIN articles ON articles.id = article_id"
        ids.update(db.execute(sources).fetchall())
        parts = db.execute(
            "SELECT article_entities.id FROM article_entities JOIN articles ON articles.id = article_id "
            "WHERE name = 'Jan Kraus' ORDER BY source"
        )
        ids["Jan in a"], ids["Jan in b"] = (id_ for (id_,) in parts)
        made = iter(range(99))

        def judged(verb, *names):
            return judge(db, verb, tuple(ids.get(name, name) for name in names), "ada", at(next(made)))

        yield SimpleNamespace(db=db, ids=ids, judge=judged)


def names(db, table="people"):
    return sorted(one.name for one in getattr(run_record(db), table))


@pytest.mark.parametrize(
    ("table", "left", "right", "kept"),
    [
        ("people", "Ada Obi", "Adaeze Obi", ["Adaeze Obi", "Jan Kraus"]),
        ("organizations", "Harbour Forum", "Port Forum", ["Harbour Forum"]),
        ("places", "Lindau", "Bergen", ["Bergen"]),
    ],
)
def test_the_same_until_it_is_undone(store, table, left, right, kept):
    before = names(store.db, table)
    store.judge("same", left, right)
    assert names(store.db, table) == kept
    undo(store.db, at(99))
    assert names(store.db, table) == before


@pytest.mark.parametrize("table", ["people", "organizations", "places", "meetings"])
def test_the_ids_of_a_run_over_the_same_articles_can_be_judged(store, articles, table):
    ids = [one.id for one in getattr(resolve(articles), table)]
    store.judge("same", *ids[:2])
    assert len(getattr(run_record(store.db), table)) == len(ids) - 1


def test_the_different_are_parted_by_the_ids_of_their_parts(store):
    store.judge("different", "Jan in a", "Jan in b")
    assert names(store.db) == ["Ada Obi", "Adaeze Obi", "Jan Kraus", "Jan Kraus"]
    (first, second) = run_record(store.db).meetings
    assert first.participants[1].id != second.participants[1].id


def test_a_rejected_meeting_is_gone_until_it_is_accepted(store):
    store.judge("reject", "a.txt")
    assert [meeting.id for meeting in run_record(store.db).meetings] == [store.ids["b.txt"]]
    store.judge("accept", "a.txt")
    assert [meeting.judgement for meeting in run_record(store.db).meetings] == ["accepted", None]


def test_the_latest_on_one_pair_prevails_and_undo_goes_back_one_by_one(store):
    store.judge("same", "Ada Obi", "Adaeze Obi")
    store.judge("different", "Adaeze Obi", "Ada Obi")
    assert names(store.db) == ["Ada Obi", "Adaeze Obi", "Jan Kraus"]
    assert undo(store.db, at(99)).verb == "different"
    assert names(store.db) == ["Adaeze Obi", "Jan Kraus"]
    assert undo(store.db, at(100)).verb == "same"
    with pytest.raises(InputError, match="no judgement to undo; newsie judgements lists them"):
        undo(store.db, at(101))
    assert [one.undone_at for one in judgements(store.db)] == [at(100), at(99)]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["same", "Ada Obi", "000000000000"], "000000000000: no such id in this store; .* show ids"),
        (["same", "Nobody", "Ada Obi"], "Nobody: no such id"),
        (["same", "Ada Obi", "Ada Obi"], "[0-9a-f]{12}: given twice; give two ids"),
        (["same", "Ada Obi", "Lindau"], "a person and a place; give two ids of one type"),
        (["different", "a.txt", "Lindau"], "a meeting and a place; give two ids of one type"),
        (["reject", "Ada Obi"], "the id of a person; newsie reject takes that of a meeting"),
        (["accept", "Lindau"], "the id of a place; newsie accept takes that of a meeting"),
    ],
)
def test_what_cannot_be_judged_changes_nothing(store, words, message):
    with pytest.raises(InputError, match=message):
        store.judge(*words)
    assert judgements(store.db) == ()


def test_a_judgement_outlives_its_article(store, news, articles):
    store.judge("same", "Ada Obi", "Adaeze Obi")
    add_records(store.db, [news.article("b.txt", people=[news.person("Adaeze Obi")], text="The text has changed.")])
    assert names(store.db) == ["Ada Obi", "Adaeze Obi", "Jan Kraus"]
    add_records(store.db, articles)
    assert names(store.db) == ["Adaeze Obi", "Jan Kraus"]


def test_judgements_come_before_the_articles(store, articles):
    store.judge("same", "Ada Obi", "Adaeze Obi")
    store.judge("reject", "a.txt")
    store.judge("reject", "b.txt")
    undo(store.db, at(99))
    with store_in_memory() as other:
        assert import_judgements(other, judgements(store.db)) == 3
        assert import_judgements(other, judgements(store.db)) == 0
        add_records(other, articles)
        assert run_record(other) == run_record(store.db)
        assert [one.undone_at for one in judgements(other)] == [None, None, at(99)]


def test_an_import_takes_effect_at_once(store, articles):
    store.judge("same", "Ada Obi", "Adaeze Obi")
    with store_in_memory() as other:
        add_records(other, articles)
        import_judgements(other, judgements(store.db))
        assert names(other) == ["Adaeze Obi", "Jan Kraus"]


def test_one_that_was_undone_elsewhere_is_undone_by_an_import(store, articles):
    made = store.judge("same", "Ada Obi", "Adaeze Obi")
    assert import_judgements(store.db, [made.model_copy(update={"undone_at": at(5)})]) == 1
    assert names(store.db) == ["Ada Obi", "Adaeze Obi", "Jan Kraus"]


NAMES = ["Junaid Marwat", "Syed Junaid Marwat", "Junayd Marwat", "Haroon Khan", "Marwat"]
drawn_people = st.lists(st.sampled_from(NAMES), min_size=1, max_size=3, unique=True)
drawn_articles = st.lists(st.tuples(drawn_people, st.sampled_from([None, "2024-05-02"])), min_size=1, max_size=5)
drawn_judgements = st.lists(
    st.tuples(st.sampled_from(["same", "different", "reject", "accept"]), st.integers(0, 99), st.integers(0, 99),
              st.booleans()),
    max_size=5,
)  # fmt: skip


def record(news, number, drawn):
    """Those who are named meet in one place, for one organization; what is the same text says the same."""
    people, day = drawn
    return news.article(
        f"paper{number}.txt", published="2024-05-03", text=f"{' '.join(people)} came to the forum on {day} {number}",
        people=[news.person(name) for name in people],
        organizations=[news.organization("Harbour Forum", "HF" if number % 2 else None)],
        places=[news.place("Lindau", "city", "DE" if number % 2 else None)],
        meetings=[news.meeting(", ".join(people), day, "Lindau")],
    )  # fmt: skip


def judgements_on(records, drawn):
    """The judgements drawn, on ids of one type that stand in these records as a store has them."""
    query = "SELECT type, id FROM article_entities UNION SELECT 'meeting', id FROM article_meetings"
    found = []
    for one in records:
        with store_in_memory() as db:
            add_records(db, [one])
            found += db.execute(query).fetchall()
    found.sort()
    for number, (verb, left, right, undone) in enumerate(drawn):
        pool = [one for one in found if one[0] == "meeting" or verb in ("same", "different")]
        type_, first = pool[left % len(pool)]
        second = [id_ for other, id_ in pool if other == type_]
        yield Judgement(
            id=f"j{number}", verb=verb, left=first, author="ada", made_at=at(number),
            right=second[right % len(second)] if verb in ("same", "different") else None,
            undone_at=at(90) if undone else None,
        )  # fmt: skip


@settings(max_examples=25)
@given(articles=drawn_articles, earlier=drawn_articles, drawn=drawn_judgements, data=st.data())
def test_order_of_adding_and_judging_makes_no_difference(news, dump, tmp_path_factory, articles, earlier, drawn, data):
    folder = tmp_path_factory.mktemp("judged")
    records = [record(news, number, one) for number, one in enumerate(articles)]
    replaced = [record(news, number, one) for number, one in enumerate(earlier[: len(records)])]
    judged = list(judgements_on([*replaced, *records], drawn))
    with store_at(folder / "at-once.db", create=True) as db:
        import_judgements(db, judged)
        add_records(db, records)
        told = run_record(db, model="by hand")
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    with store_at(folder / "by-and-by.db", create=True) as db:
        for one in [*data.draw(st.permutations([*records, *replaced, *judged])), *records]:
            import_judgements(db, [one]) if isinstance(one, Judgement) else add_records(db, [one])
    assert told.model_copy(update={"generator": None}) == resolve(
        records, model="by hand", judgements=judged
    ).model_copy(update={"generator": None})
    assert rows(dump(folder / "by-and-by.db")) == rows(dump(folder / "at-once.db"))


def rows(dumped):
    """The rows of a store, but those of the search index: they are numbered as they came."""
    return sorted(line for line in dumped if re.match(r'INSERT INTO "(?!sqlite|\w+_fts)', line))


def test_judgements_are_in_the_order_in_which_they_were_made(store):
    ids = store.ids["Ada Obi"], store.ids["Adaeze Obi"]
    for verb, microseconds in [("different", 0), ("same", 5)]:
        judge(store.db, verb, ids, "ada", NOON + datetime.timedelta(microseconds=microseconds))
    assert [one.verb for one in judgements(store.db)] == ["different", "same"]
    assert undo(store.db, at(99)).verb == "same"
