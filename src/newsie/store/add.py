"""Add articles to a store: what is new is written, what has changed is replaced, and who is one is decided anew."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from newsie.collector import collector_paused
from newsie.ids import content_id
from newsie.records import Article, ArticleRecord, Generator
from newsie.store.article_rows import delete_article, write_articles
from newsie.store.connection import transaction
from newsie.store.copies import forget_sketches, update_copies, write_sketches
from newsie.store.deciding import decide_anew
from newsie.store.keys import bound, forget_keys
from newsie.store.sql import column_of
from newsie.store.versions import identity_of

_EMPTIED = {
    "person": "SELECT person_id FROM article_entities WHERE article_id IN :values",
    "organization": "SELECT organization_id FROM article_entities WHERE article_id IN :values",
    "place": "SELECT place_id FROM article_entities WHERE article_id IN :values",
    "meeting": "SELECT meeting_id FROM article_meetings WHERE article_id IN :values",
    "agreement": "SELECT agreement_id FROM article_agreements WHERE article_id IN :values",
}
_MEMBERS = """
SELECT id FROM article_entities WHERE article_id IN :values
UNION ALL SELECT id FROM article_meetings WHERE article_id IN :values
UNION ALL SELECT id FROM article_agreements WHERE article_id IN :values
"""


@dataclass(frozen=True)
class Added:
    """How many articles were new, took the place of an earlier version, or were there already."""

    new: int = 0
    replaced: int = 0
    known: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(self.new + other.new, self.replaced + other.replaced, self.known + other.known)


def is_known(db: Database, article: Article, generator: Generator) -> bool:
    """Whether the store has this very article, as this newsie and model read it."""
    rows = db.execute("SELECT fingerprint FROM articles WHERE identity = ?", [identity_of(article)])
    return (_fingerprint(article, generator),) in rows.fetchall()


def add_records(db: Database, records: Iterable[ArticleRecord]) -> Added:
    """Add what stands in articles, all of it or (should anything fail) nothing.

    Of several versions of an article the last one counts. The store is the same as if all its articles had been added
    at once, in any order. Raises sqlite3.DatabaseError.
    """
    last = {identity_of(record.article): record for record in records}
    given = {record.article.id: record for record in last.values()}
    with collector_paused(), transaction(db):
        fresh = [record for record in given.values() if not is_known(db, record.article, record.generator)]
        former = _former_versions(db, fresh)
        if fresh:
            _replace(db, former, fresh)
    replaced = min(len(former), len(fresh))  # two may become one, if the article at a place has got another URL
    return Added(new=len(fresh) - replaced, replaced=replaced, known=len(given) - len(fresh))


def _fingerprint(article: Article, generator: Generator) -> str:
    return content_id(identity_of(article), article.text, article.published, generator.newsie, generator.model)


def _former_versions(db: Database, records: Sequence[ArticleRecord]) -> set[str]:
    """The articles of which these are a later version, or another reading."""
    identities = {identity_of(record.article) for record in records}
    ids = {record.article.id for record in records}
    same = column_of(db, "SELECT id FROM articles WHERE identity IN :values", identities)
    return same | column_of(db, "SELECT id FROM articles WHERE id IN :values", ids)


def _replace(db: Database, former: set[str], records: Sequence[ArticleRecord]) -> None:
    emptied = {type_: column_of(db, query, former) - {None} for type_, query in _EMPTIED.items()}
    members = column_of(db, _MEMBERS, former)
    touched = bound(db, members) - members
    resembling = forget_sketches(db, former)
    forget_keys(db, members)
    for article in former:
        delete_article(db, article)
    write_articles(db, records, lambda record: _fingerprint(record.article, record.generator))
    write_sketches(db, records)
    new = {record.article.id for record in records}
    rewritten = new | update_copies(db, new | resembling)
    decide_anew(db, rewritten, touched, emptied)
