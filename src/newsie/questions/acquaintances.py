"""Whom somebody has met, and how often: only what was held, or is going on, counts.

Groups ("both sides") are left out: the same words need not mean the same people.
"""

from sqlite_utils import Database

from newsie.questions.answers import Acquaintance
from newsie.store.sql import dicts_of

# A source that reports several meetings of the two, or a copy of it, is one independent source.
_MET = """
SELECT coalesce(other.person_id, other.organization_id, other.place_id) AS entity, min(other.name) AS name, other.type,
    count(DISTINCT meetings.id) AS meetings, count(DISTINCT coalesce(articles.wire_copy_of, articles.id)) AS sources,
    min(date_from) AS first, max(date_to) AS last
FROM participants AS one
JOIN participants AS other ON other.meeting_id = one.meeting_id AND other.position <> one.position
JOIN meetings ON meetings.id = one.meeting_id
JOIN article_meetings ON article_meetings.meeting_id = meetings.id
JOIN articles ON articles.id = article_meetings.article_id
WHERE (one.person_id IN :values OR one.organization_id IN :values OR one.place_id IN :values)
    AND meetings.status IN ('held', 'ongoing') AND other.type <> 'group'
GROUP BY coalesce(other.person_id, other.organization_id, other.place_id, other.name), other.type
ORDER BY meetings DESC, sources DESC, 2, entity
"""


def acquaintances(db: Database, entity: str) -> tuple[Acquaintance, ...]:
    """Return whom the person or organization with this id has met, most often first."""
    return tuple(
        Acquaintance(id=row.pop("entity"), independent_sources=row.pop("sources"), **row)
        for row in dicts_of(db, _MET, [entity])
    )
