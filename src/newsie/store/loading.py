"""Articles of a store with their records, in the order of a run."""

from collections.abc import Iterable
from functools import lru_cache

from sqlite_utils import Database

from newsie.records import ArticleRecord
from newsie.store.article_rows import decoded_record
from newsie.store.sql import rows_of


def records_of(db: Database, articles: Iterable[str]) -> list[ArticleRecord]:
    """Return the records of the articles with these ids, ordered by source, then id."""
    rows = rows_of(db, "SELECT record, source, text FROM articles WHERE id IN :values ORDER BY source, id", articles)
    return [_decoded(*row) for row in rows]


def texts_of(db: Database, articles: Iterable[str]) -> dict[str, str]:
    """Return for each of these articles the id of the independent text that it prints: its own, or its original's."""
    return dict(rows_of(db, "SELECT id, coalesce(wire_copy_of, id) FROM articles WHERE id IN :values", articles))


_decoded = lru_cache(maxsize=1024)(decoded_record)
