"""Which articles of a store print one text: those at one URL, or whose sketches have enough in common, are compared."""

from collections.abc import Iterable

from sqlite_utils import Database

from newsie.read.names import is_of_an_article
from newsie.records import ArticleRecord
from newsie.resolve.wire import sketch, wire_copies, worth_comparing
from newsie.store.loading import records_of
from newsie.store.sql import column_of, rows_of

_SHARED = """
SELECT own.article_id, other.article_id, count(*)
FROM sketches AS own JOIN sketches AS other ON other.number = own.number
WHERE own.article_id IN :values AND other.article_id <> own.article_id
GROUP BY own.article_id, other.article_id
"""
_SIZES = "SELECT article_id, count(*) FROM sketches WHERE article_id IN :values GROUP BY article_id"
_URLS = "SELECT id, url FROM articles WHERE id IN :values"
_AT_ONE_URL = """
SELECT other.id FROM articles AS own JOIN articles AS other ON other.url = own.url AND other.id <> own.id
WHERE own.id IN :values
"""


def write_sketches(db: Database, records: Iterable[ArticleRecord]) -> None:
    """Write by what the texts of articles are looked up."""
    rows = sorted((number, record.article.id) for record in records for number in sketch(record.article))
    db.conn.executemany("INSERT INTO sketches (number, article_id) VALUES (?, ?)", rows)


def forget_sketches(db: Database, articles: Iterable[str]) -> set[str]:
    """Drop the sketches of articles, and return the other articles whose texts may resemble one of theirs."""
    articles = set(articles)
    others = _resembling(db, articles) - articles
    rows_of(db, "DELETE FROM sketches WHERE article_id IN :values", articles)
    return others


def update_copies(db: Database, touched: Iterable[str]) -> set[str]:
    """Decide anew which of the articles that may resemble the touched ones are copies, and of which.

    Return the ids of those that now print another text than before.
    """
    resembling = _connected(db, set(touched))
    copies = wire_copies(record.article for record in records_of(db, resembling))
    former: dict[str, str | None] = dict(
        rows_of(db, "SELECT id, wire_copy_of FROM articles WHERE id IN :values", resembling.union(touched))
    )
    changed = {id_: copies.get(id_) for id_, original in former.items() if original != copies.get(id_)}
    for id_, original in changed.items():
        db.execute("UPDATE articles SET wire_copy_of = ? WHERE id = ?", [original, id_])
    return set(changed)


def _connected(db: Database, articles: set[str]) -> set[str]:
    """All articles that chains of resemblance connect with these; whose text is like no other is not among them."""
    found: set[str] = set()
    frontier = articles
    while frontier:
        near = _resembling(db, frontier)
        frontier = near - found
        found |= near
    return found


def _resembling(db: Database, articles: Iterable[str]) -> set[str]:
    """The articles that are worth comparing with one of these, and of these those that are so with another."""
    shared = rows_of(db, _SHARED, articles)
    sizes: dict[str, int] = dict(rows_of(db, _SIZES, {id_ for left, right, _ in shared for id_ in (left, right)}))
    near = (pair for *pair, count in shared if worth_comparing(count, *(sizes[id_] for id_ in pair)))
    found_by_url = {id_ for id_, url in rows_of(db, _URLS, articles) if is_of_an_article(url)}
    return {id_ for pair in near for id_ in pair} | column_of(db, _AT_ONE_URL, found_by_url)
