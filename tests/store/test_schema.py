"""The file can be read by programs that know nothing of newsie."""

import pytest

from newsie.store.add import add_records
from newsie.store.connection import store_at
from newsie.store.schema import SEARCHED, rebuild_search

TABLES = """agreement_participants agreement_places agreements article_agreements article_entities article_meetings
    article_ranks article_roles articles attributions conflicts dates identity_keys judgements meeting_places meetings
    member_keys mentions meta name_words names organizations participants people person_ranks person_roles places
    reports settled sketches"""
VIEWS = ["encounters", "meeting_reports", "person_mentions", "person_offices", "timeline"]


@pytest.fixture(scope="module")
def db(news, tmp_path_factory):
    people = [news.person("Ada Obi", "Obi", rank="General", role="envoy"), news.person("Zoë Quispe")]
    meeting = news.meeting("Ada Obi, Zoë Quispe", "2024-05-02", "Hyderabad")
    records = [
        news.article(f"{source}.txt", published="2024-05-03", people=people, places=[news.place("Hyderabad", "city")],
                     meetings=[meeting])
        for source in "ab"
    ]  # fmt: skip
    with store_at(tmp_path_factory.mktemp("store") / "news.db", create=True) as db:
        add_records(db, records)
        yield db


def test_tables_and_views(db):
    own = [name for name in db.table_names() if "_fts" not in name]
    assert sorted(own) == TABLES.split()
    assert sorted(db.view_names()) == VIEWS


def test_every_table_has_a_key_and_every_link_an_index(db):
    for table in map(db.table, TABLES.split()):
        assert not table.use_rowid, table.name
        indexed = {index.columns[0] for index in table.indexes} | {table.pks[0]}
        assert {key.column for key in table.foreign_keys} <= indexed, table.name


@pytest.mark.parametrize(
    ("table", "words", "rows"), [("names", "zoe", 1), ("names", "OBI", 2), ("reports", "x", 2), ("names", "nobody", 0)]
)
def test_search_ignores_case_and_accents(db, table, words, rows):
    assert len(list(db.table(table).search(words))) == rows


def test_search_index_is_built_anew(db):
    rebuild_search(db)
    for table in SEARCHED:
        db.execute(f"INSERT INTO {table}_fts({table}_fts, rank) VALUES ('integrity-check', 1)")
    assert db.execute("SELECT value FROM meta WHERE key = 'search_index'").fetchone() == ("rebuilt",)


def test_views_answer(db):
    ask = db.execute
    assert ask("SELECT person, met_person, independent_sources FROM encounters ORDER BY person").fetchall() == [
        ("Ada Obi", "Zoë Quispe", 2),
        ("Zoë Quispe", "Ada Obi", 2),
    ]
    assert ask("SELECT date_from, participants, places FROM timeline").fetchall() == [
        ("2024-05-02", "Ada Obi, Zoë Quispe", "Hyderabad")
    ]
    assert ask("SELECT source, published FROM meeting_reports ORDER BY source").fetchall() == [
        ("a.txt", "2024-05-03"),
        ("b.txt", "2024-05-03"),
    ]
    assert ask("SELECT title, published FROM person_offices").fetchall() == [("envoy", "2024-05-03")] * 2
    assert ask("SELECT DISTINCT person FROM person_mentions ORDER BY person").fetchall() == [
        ("Ada Obi",),
        ("Zoë Quispe",),
    ]


def test_an_id_of_any_member_leads_to_the_entity(db):
    people = db.execute("SELECT id, person_id FROM article_entities WHERE type = 'person'").fetchall()
    assert len(people) == 4
    assert {entity for _, entity in people} == {id_ for (id_,) in db.execute("SELECT id FROM people")}
    assert {entity for _, entity in people} <= {member for member, _ in people}
