"""Which articles of a store print one text: looked up by samples of their runs of words, compared by all of them.

The sample of a text are its lowest runs of words (they are numbers without order): of two texts that resemble each
other by half, each of the lowest runs of both together is in both with a chance of a half (Broder's MinHash in its
"bottom k" form), so that sharing fewer than 3 of 24 has a chance of 2 in 100,000.
"""

from collections.abc import Iterable

from sqlite_utils import Database

from newsie.records import ArticleRecord
from newsie.resolve.wire import body, shingles, wire_copies
from newsie.store.loading import records_of
from newsie.store.sql import rows_of

SAMPLED = 24
SHARED = 3

_RESEMBLING = """
SELECT other.article_id, count(*), (SELECT count(*) FROM text_samples AS all_ WHERE all_.article_id = other.article_id)
FROM text_samples AS own JOIN text_samples AS other ON other.shingle = own.shingle
WHERE own.article_id = ? GROUP BY other.article_id
"""


def write_samples(db: Database, records: Iterable[ArticleRecord]) -> None:
    """Write by what the texts of articles are looked up."""
    articles = [record.article for record in records]
    samples = ((shingle, one.id) for one in articles for shingle in sorted(shingles(body(one)))[:SAMPLED])
    db.conn.executemany("INSERT INTO text_samples (shingle, article_id) VALUES (?, ?)", samples)


def forget_sample(db: Database, article: str) -> set[str]:
    """Drop the sample of an article, and return the other articles whose texts may resemble its text."""
    others = _resembling(db, article) - {article}
    db.execute("DELETE FROM text_samples WHERE article_id = ?", [article])
    return others


def update_copies(db: Database, touched: Iterable[str]) -> set[str]:
    """Decide anew which of the articles that may resemble the touched ones are copies, and of which.

    Return the ids of those that now print another text than before.
    """
    records = records_of(db, _connected(db, touched))
    copies = wire_copies(record.article for record in records)
    former: dict[str, str | None] = dict(
        rows_of(db, "SELECT id, wire_copy_of FROM articles WHERE id IN :values", _ids(records))
    )
    changed = {id_: copies.get(id_) for id_, original in former.items() if original != copies.get(id_)}
    for id_, original in changed.items():
        db.execute("UPDATE articles SET wire_copy_of = ? WHERE id = ?", [original, id_])
    return set(changed)


def _ids(records: Iterable[ArticleRecord]) -> list[str]:
    return [record.article.id for record in records]


def _connected(db: Database, articles: Iterable[str]) -> set[str]:
    found = set(articles)
    frontier = list(found)
    while frontier:
        others = _resembling(db, frontier.pop()) - found
        found |= others
        frontier.extend(others)
    return found


def _resembling(db: Database, article: str) -> set[str]:
    """The articles whose samples share enough with that of this one, itself among them; short texts have few runs."""
    rows = db.execute(_RESEMBLING, [article]).fetchall()
    own_size = next((size for other, _, size in rows if other == article), 0)
    return {other for other, shared, size in rows if shared >= (SHARED if min(size, own_size) == SAMPLED else 1)}
