"""A later version of an article takes the place of the earlier one, wherever it stands in its document."""

import sqlite3

import pytest

from newsie.read.names import document_of
from newsie.store.add import Added
from newsie.store.connection import store_at
from newsie.store.schema import STORE_VERSION
from newsie.store.versions import identity_of


@pytest.fixture
def entry(news):
    """A function that makes an article of a document that holds several."""

    def made(place, text, url=None, document="feed.xml"):
        record = news.article(f"{document}#{place}", text=text)
        return record.model_copy(update={"article": record.article.model_copy(update={"url": url})})

    return made


@pytest.mark.parametrize(
    ("source", "document"),
    [
        ("feed.xml#3", "feed.xml"),
        ("crawl.warc.gz#record-17", "crawl.warc.gz"),
        ("news.zip#feed.xml#3", "news.zip#feed.xml"),
        ("news.zip#a.html", None),
        ("a.txt", None),
        ("Agenda #a.txt", None),
        ("-", None),
    ],
)
def test_document_of_several_articles(source, document):
    assert document_of(source) == document


URL = "https://gazette.example/2025/talks-end"


@pytest.mark.parametrize(
    ("source", "url", "identity"),
    [
        ("page.html", URL, "page.html"),
        ("feed.xml#3", URL, f"feed.xml#{URL}"),
        ("feed.xml#9", URL, f"feed.xml#{URL}"),
        ("other.jsonl#9", URL, f"other.jsonl#{URL}"),
        ("feed.xml#3", "https://gazette.example/?p=12", "feed.xml#https://gazette.example/?p=12"),
        ("feed.xml#3", "urn:newsml:agency.example:20250114:x1", "feed.xml#urn:newsml:agency.example:20250114:x1"),
    ],
)
def test_identity(news, source, url, identity):
    article = news.article(source, text="They met.").article.model_copy(update={"url": url})
    assert identity_of(article) == identity


@pytest.mark.parametrize("url", [None, "https://gazette.example", "https://gazette.example/", "http://[bad"])
def test_without_a_url_of_its_own_an_article_is_its_text(news, url):
    given = [("a.csv#1", "One."), ("a.csv#2", "One."), ("a.csv#2", "Two."), ("b.csv#1", "One.")]
    texts = [news.article(source, text=text).article.model_copy(update={"url": url}) for source, text in given]
    same, moved, other, elsewhere = map(identity_of, texts)
    assert same == moved
    assert len({same, other, elsewhere}) == 3


def sources(path):
    with store_at(path) as db:
        return dict(db.execute("SELECT text, source FROM articles ORDER BY source"))


def test_a_feed_that_is_added_each_day_loses_nothing(build, entry, tmp_path):
    path = tmp_path / "news.db"
    monday = [entry(1, "Talks begin.", "https://g.example/1"), entry(2, "The dam is full.")]
    tuesday = [
        entry(1, "Talks end.", "https://g.example/2"),
        entry(2, "Talks begin, the ministry says.", "https://g.example/1"),
        entry(3, "The dam is full."),
    ]
    assert build(path, monday) == [Added(new=2)]
    assert build(path, tuesday) == [Added(new=1, replaced=1, known=1)]
    assert sources(path) == {
        "Talks end.": "feed.xml#1",
        "Talks begin, the ministry says.": "feed.xml#2",
        "The dam is full.": "feed.xml#2",
    }
    assert build(path, tuesday) == [Added(known=3)]


@pytest.mark.parametrize("whole_first", [True, False])
def test_a_teaser_and_the_whole_article_are_two_of_one_source(build, entry, tmp_path, whole_first):
    path = tmp_path / "news.db"
    whole = entry(1, "Talks end. The ministers met for two hours in Lusaka and agreed on a date.", URL, "crawl.jsonl")
    teaser = entry(1, "Talks end.", URL)
    front_pages = [entry(n, f"Story {n}.", "https://gazette.example/", "list.csv") for n in (1, 2)]
    portions = [[whole], [teaser]] if whole_first else [[teaser], [whole]]
    assert build(path, *portions, front_pages) == [Added(new=1), Added(new=1), Added(new=2)]
    with store_at(path) as db:
        copies = dict(db.execute("SELECT id, wire_copy_of FROM articles WHERE wire_copy_of IS NOT NULL"))
    assert copies == {teaser.article.id: whole.article.id}


def test_article_whose_url_has_changed_is_one(build, entry, tmp_path):
    path = tmp_path / "news.db"
    build(path, [entry(1, "Talks begin.", "https://g.example/1")])
    assert build(path, [entry(1, "Talks begin.", "https://g.example/2")]) == [Added(replaced=1)]
    assert len(sources(path)) == 1


def test_what_articles_say_of_themselves_is_in_columns(build, news, tmp_path):
    record = news.article("a.html", published="2025-01-14", text="They met.")
    said = {"url": URL, "site": "Gazette", "authors": ("Ada Obi", "Zoë Quispe"), "updated": record.article.published}
    build(tmp_path / "news.db", [record.model_copy(update={"article": record.article.model_copy(update=said)})])
    with store_at(tmp_path / "news.db") as db:
        (row,) = db.query("SELECT url, site, authors, published, updated FROM articles")
    assert row == {"url": URL, "site": "Gazette", "authors": '["Ada Obi", "Zoë Quispe"]', "published": "2025-01-14",
                   "updated": "2025-01-14"}  # fmt: skip


SECOND = """
DROP TABLE settled;
DELETE FROM identity_keys;
DELETE FROM member_keys;
UPDATE meta SET value = '2' WHERE key = 'store_version';
PRAGMA user_version = 2;
"""
FIRST = f"""
{SECOND}
DROP INDEX articles_by_identity;
DROP INDEX articles_by_url;
ALTER TABLE articles DROP COLUMN identity;
ALTER TABLE articles DROP COLUMN url;
ALTER TABLE articles DROP COLUMN site;
ALTER TABLE articles DROP COLUMN authors;
ALTER TABLE articles DROP COLUMN updated;
UPDATE meta SET value = '1' WHERE key = 'store_version';
PRAGMA user_version = 1;
"""


@pytest.mark.parametrize("former", [FIRST, SECOND], ids=["version 1", "version 2"])
def test_store_of_a_former_version_becomes_one_of_this(build, news, tmp_path, former):
    path = tmp_path / "news.db"
    named = {"people": [news.person("Ada Obi")], "places": [news.place("Lindau")]}
    records = [news.article(source, text=f"{source} says so.", **named) for source in ("a.txt", "b.txt", "-")]
    build(path, records)
    with store_at(path) as db:
        expected = {table: list(db.query(f"SELECT * FROM {table}")) for table in ("settled", "identity_keys", "people")}
    connection = sqlite3.connect(path)
    connection.executescript(former)
    connection.close()
    assert len(sources(path)) == 3
    assert build(path, records[:2]) == [Added(known=2)]
    with store_at(path) as db:
        assert {table: list(db.query(f"SELECT * FROM {table}")) for table in expected} == expected
    assert build(path, [news.article("b.txt", text="No more.")]) == [Added(replaced=1)]
    with store_at(path) as db:
        assert db.execute("PRAGMA user_version").fetchone() == (STORE_VERSION,)
        assert {row["identity"] for row in db.query("SELECT identity FROM articles")} == {
            "a.txt",
            "b.txt",
            records[2].article.id,
        }
