"""Whom a name that a user has typed can mean: people of a store, and organizations and countries that take part."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlite_utils import Database

from newsie.folding import fold
from newsie.pipeline.rank_words import find_rank_words
from newsie.resolve.names import SINGLE_NAME, NameComparison, compare_person_names
from newsie.resolve.person_name import person_name
from newsie.store.sql import rows_of

_FORMS = """
SELECT DISTINCT names.person_id, names.name FROM name_words
JOIN names ON names.person_id = name_words.person_id WHERE name_words.word IN :values
"""
_PEOPLE_BY_ID = """
SELECT people.id, people.name FROM article_entities JOIN people ON people.id = person_id
WHERE article_entities.id IN :values
"""
_OTHERS = """
SELECT coalesce(organization_id, place_id), name FROM names
WHERE number IN (SELECT rowid FROM names_fts WHERE names_fts MATCH ?) AND person_id IS NULL
"""
_BY_ACRONYM = "SELECT id, name FROM organizations WHERE acronym = ? ORDER BY id"
_OTHERS_BY_ID = """
SELECT one.id, one.name FROM article_entities JOIN organizations AS one ON one.id = organization_id
WHERE article_entities.id IN :values
UNION ALL SELECT one.id, one.name FROM article_entities JOIN places AS one ON one.id = place_id
WHERE article_entities.id IN :values
"""


@dataclass(frozen=True)
class Called:
    """One whom a name can mean, and why."""

    id: str
    name: str
    reason: str


def people_called(db: Database, name: str) -> list[Called]:
    """Return the people whom `name` can mean, best first; it may be an id (an article's too), or have a rank before it.

    A name that fits somebody in full doesn't mean those whom it only may fit.
    """
    by_id = rows_of(db, _PEOPLE_BY_ID, [name])
    if by_id:
        return [Called(id_, form, "the id") for id_, form in by_id]
    asked = person_name(without_rank(name))
    best: dict[str, tuple[NameComparison, str]] = {}
    for id_, form in rows_of(db, _FORMS, asked.search_words):
        compared = compare_person_names(asked, person_name(form))
        known = best.get(id_)
        if compared.verdict != "different" and (not known or compared.evidence_needed < known[0].evidence_needed):
            best[id_] = compared, form
    return _best_of(best)


def participants_called(db: Database, name: str) -> list[Called]:
    """Return the people whom `name` can mean, and the organizations and countries of that very name."""
    return [*named_so(db, name), *people_called(db, name)]


def named_so(db: Database, name: str) -> list[Called]:
    """Return the organizations and places that have this name, acronym or id, each once."""
    phrase = '"' + name.replace('"', " ") + '"'
    found = [Called(id_, form, "the id") for id_, form in rows_of(db, _OTHERS_BY_ID, [name])]
    found += [Called(id_, form, "the name") for id_, form in db.execute(_OTHERS, [phrase]) if fold(form) == fold(name)]
    found += [Called(id_, form, "the acronym") for id_, form in db.execute(_BY_ACRONYM, [name.strip().upper()])]
    return list({one.id: one for one in reversed(found)}.values())[::-1]


def without_rank(name: str) -> str:
    """Return a name without the rank before it; a rank alone stays."""
    rank = next(find_rank_words(name), None)
    behind = name[rank.end :].strip() if rank and rank.start == 0 else ""
    return without_rank(behind) if behind else name


def _best_of(found: dict[str, tuple[NameComparison, str]]) -> list[Called]:
    least = min((compared.evidence_needed for compared, _ in found.values()), default=0)
    enough = max(least, 1) if least < SINGLE_NAME else least
    fitting = [(compared.evidence_needed, form, id_, compared.reason) for id_, (compared, form) in found.items()]
    return [Called(id_, form, reason) for needed, form, id_, reason in sorted(fitting) if needed <= enough]


def ids_of(called: Iterable[Called]) -> frozenset[str]:
    """Return the ids of those who can be meant."""
    return frozenset(one.id for one in called)
