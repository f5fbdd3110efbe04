"""`newsie pairs`: who met whom how often, by how many independent sources."""

from sqlite_utils import Database

from newsie.questions.answers import Couple, Couples
from newsie.questions.selection import Selection, selected_ids
from newsie.store.sql import dicts_of

_PAIRS = """
SELECT one.person_id AS left_id, min(one.name) AS "left", other.person_id AS right_id, min(other.name) AS "right",
    count(DISTINCT meetings.id) AS meetings,
    count(DISTINCT coalesce(articles.wire_copy_of, articles.id)) AS independent_sources,
    min(date_from) AS first, max(date_to) AS last
FROM participants AS one
JOIN participants AS other ON other.meeting_id = one.meeting_id
    AND (other.name, other.person_id) > (one.name, one.person_id)
JOIN meetings ON meetings.id = one.meeting_id
JOIN article_meetings ON article_meetings.meeting_id = meetings.id
JOIN articles ON articles.id = article_meetings.article_id
WHERE meetings.id IN :values AND one.person_id IS NOT NULL AND other.person_id IS NOT NULL
GROUP BY one.person_id, other.person_id
ORDER BY 5 DESC, 6 DESC, 2, 4, 1, 3
"""


def pairs(db: Database, wanted: Selection) -> Couples:
    """Return every two people who were together in the meetings asked for, those who met most often first."""
    return Couples(pairs=tuple(map(Couple.model_validate, dicts_of(db, _PAIRS, selected_ids(db, wanted)))))
