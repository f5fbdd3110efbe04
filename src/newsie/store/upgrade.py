"""Make a store of a former version one of this."""

from sqlite_utils import Database

from newsie.store.deciding import decide_anew
from newsie.store.schema import STORE_VERSION, store_version
from newsie.store.sql import column_of

STEPS = {
    # Each article was a file for itself.
    1: """
ALTER TABLE articles ADD COLUMN identity TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN url TEXT;
ALTER TABLE articles ADD COLUMN site TEXT;
ALTER TABLE articles ADD COLUMN authors TEXT;
ALTER TABLE articles ADD COLUMN updated TEXT;
CREATE INDEX articles_by_identity ON articles (identity);
CREATE INDEX articles_by_url ON articles (url);
UPDATE articles SET identity = CASE source WHEN '-' THEN id ELSE source END
""",
    # Nobody was settled, and reports of unnamed groups had no keys of their own.
    2: "CREATE TABLE settled (entity_id TEXT PRIMARY KEY) WITHOUT ROWID",
}
"""What makes the next version of a version."""


def upgrade_store(db: Database) -> None:
    """Make a store of a former version one of this, within the transaction of the caller."""
    former = store_version(db)
    if former == STORE_VERSION:
        return
    for version in range(former, STORE_VERSION):
        for statement in STEPS[version].split(";"):  # a script would end the transaction
            db.execute(statement)
    db.execute("UPDATE meta SET value = ? WHERE key = 'store_version'", [str(STORE_VERSION)])
    db.execute(f"PRAGMA user_version = {STORE_VERSION}")
    decide_anew(db, column_of(db, "SELECT id FROM articles", ()))
