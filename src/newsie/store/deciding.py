"""Who and what is one, and which reports are about one meeting or agreement: decided anew after a change."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from sqlite_utils import Database

from newsie.store.entities import update_entities
from newsie.store.events import AGREEMENTS, MEETINGS, update_events
from newsie.store.kinds import ORGANIZATIONS, PEOPLE, PLACES
from newsie.store.schema import search_has_grown

_NOBODY: Mapping[str, Collection[str]] = MappingProxyType({})


def decide_anew(
    db: Database,
    articles: Collection[str],
    touched: Collection[str] = (),
    emptied: Mapping[str, Collection[str]] = _NOBODY,
) -> None:
    """Bring all that is computed up to date, within the transaction of the caller.

    `articles` are new or print another text than before, `touched` are the ids of members of any type whom something
    else concerns, `emptied` under the names of types those of entities and events that have lost members.
    """
    renamed = {
        *update_entities(db, PEOPLE, articles, touched, emptied.get("person", ())),
        *update_entities(db, ORGANIZATIONS, articles, touched, emptied.get("organization", ())),
        *update_entities(db, PLACES, articles, touched, emptied.get("place", ())),
    }
    update_events(db, MEETINGS, renamed.union(articles), touched, emptied.get("meeting", ()))
    update_events(db, AGREEMENTS, renamed.union(articles), touched, emptied.get("agreement", ()))
    search_has_grown(db)
