"""Make a store of the former version one of this."""

from sqlite_utils import Database

from newsie.store.deciding import decide_anew
from newsie.store.schema import has_former_schema
from newsie.store.sql import column_of

UPGRADE = """
ALTER TABLE articles ADD COLUMN identity TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN url TEXT;
ALTER TABLE articles ADD COLUMN site TEXT;
ALTER TABLE articles ADD COLUMN authors TEXT;
ALTER TABLE articles ADD COLUMN updated TEXT;
CREATE INDEX articles_by_identity ON articles (identity);
CREATE INDEX articles_by_url ON articles (url);
UPDATE articles SET identity = CASE source WHEN '-' THEN id ELSE source END;
UPDATE meta SET value = '2' WHERE key = 'store_version';
CREATE TABLE settled (entity_id TEXT PRIMARY KEY) WITHOUT ROWID;
PRAGMA user_version = 2
"""
"""What makes version 2 of version 1, whose articles were each a file for itself."""


def upgrade_store(db: Database) -> None:
    """Make a store of the former version one of this, within the transaction of the caller."""
    if not has_former_schema(db):
        return
    for statement in UPGRADE.split(";"):  # a script would end the transaction
        db.execute(statement)
    decide_anew(db, column_of(db, "SELECT id FROM articles", ()))
