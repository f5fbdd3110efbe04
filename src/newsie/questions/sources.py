"""In which articles somebody or something appears."""

from sqlite_utils import Database

from newsie.store.sql import rows_of

_SOURCES = """
SELECT DISTINCT source, published FROM articles JOIN article_entities ON article_entities.article_id = articles.id
WHERE person_id IN :values OR organization_id IN :values OR place_id IN :values
ORDER BY published IS NULL, published, source
"""


def sources_of(db: Database, entity: str) -> tuple[str, ...]:
    """Return the sources of the articles that mention the person, organization or place, the earliest first."""
    return tuple(source for source, _ in rows_of(db, _SOURCES, [entity]))
