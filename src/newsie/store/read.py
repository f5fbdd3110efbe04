"""Read records back from a store: the very ones that `newsie.resolve.resolve` makes of the same articles.

Each function takes the ids of what is wanted, or None for all, and returns it in the order of a run.
"""

from collections.abc import Iterable

from sqlite_utils import Database

from newsie.records import Agreement, Article, DateMention, Generator, Meeting, Organization, Person, Place, RunRecord
from newsie.store import parts
from newsie.store.loading import records_of
from newsie.store.sql import Row, dicts_of, rows_of
from newsie.version import VERSION

Ids = Iterable[str] | None

_ENTITIES = """
SELECT one.* FROM {table} AS one
JOIN article_entities AS first ON first.id = one.id
JOIN articles ON articles.id = first.article_id
WHERE one.id IN :values ORDER BY articles.source, articles.id, first.start, first.local_id
"""
_MEETINGS = """
SELECT one.* FROM meetings AS one
JOIN article_meetings AS first ON first.id = one.id
JOIN articles ON articles.id = first.article_id
WHERE one.id IN :values
ORDER BY one.date_from IS NULL, one.date_from, articles.source, articles.id, first.start, one.id
"""
_AGREEMENTS = """
SELECT one.* FROM agreements AS one
JOIN article_agreements AS first ON first.id = one.id
JOIN articles ON articles.id = first.article_id
WHERE one.id IN :values ORDER BY articles.source, articles.id, first.start, first.position
"""
_DATES = """
SELECT article_id AS article, start, "end", dates.text, value, date_from AS "from", date_to AS "to", basis
FROM dates JOIN articles ON articles.id = article_id
WHERE article_id IN :values ORDER BY articles.source, articles.id, dates.position
"""
_GENERATOR = "SELECT newsie, model FROM articles ORDER BY source, id LIMIT 1"


def run_record(db: Database, *, model: str = "") -> RunRecord:
    """Return all that the store holds. One without articles names `model` as what made it."""
    made_by = db.execute(_GENERATOR).fetchone() or (VERSION, model)
    return RunRecord(
        generator=Generator(newsie=made_by[0], model=made_by[1]),
        articles=articles(db),
        people=people(db),
        organizations=organizations(db),
        places=places(db),
        dates=dates(db),
        meetings=meetings(db),
        agreements=agreements(db),
    )


def articles(db: Database, ids: Ids = None) -> tuple[Article, ...]:
    """Return articles with their texts."""
    wanted = _wanted(db, "articles", ids)
    originals: dict[str, str | None] = dict(
        rows_of(db, "SELECT id, wire_copy_of FROM articles WHERE id IN :values", wanted)
    )
    found = (record.article for record in records_of(db, wanted))
    return tuple(article.model_copy(update={"wire_copy_of": originals[article.id]}) for article in found)


def dates(db: Database, articles: Ids = None) -> tuple[DateMention, ...]:
    """Return the dates in these articles."""
    return tuple(map(DateMention.model_validate, dicts_of(db, _DATES, _wanted(db, "articles", articles))))


def people(db: Database, ids: Ids = None) -> tuple[Person, ...]:
    """Return people with all their names, ranks, roles and mentions."""
    rows = _entities(db, "people", ids)
    wanted = [row["id"] for row in rows]
    aliases, mentions = parts.aliases(db, "person", wanted), parts.mentions(db, "person", wanted)
    ranks, roles = parts.ranks(db, wanted), parts.roles(db, wanted)
    return tuple(
        Person(**row, aliases=aliases[id_], ranks=ranks[id_], roles=roles[id_], mentions=mentions[id_])
        for id_, row in zip(wanted, rows, strict=True)
    )


def organizations(db: Database, ids: Ids = None) -> tuple[Organization, ...]:
    """Return organizations with all their names and mentions."""
    rows = _entities(db, "organizations", ids)
    wanted = [row["id"] for row in rows]
    aliases, mentions = parts.aliases(db, "organization", wanted), parts.mentions(db, "organization", wanted)
    return tuple(
        Organization(**row, aliases=aliases[id_], mentions=mentions[id_]) for id_, row in zip(wanted, rows, strict=True)
    )


def places(db: Database, ids: Ids = None) -> tuple[Place, ...]:
    """Return places with their mentions."""
    rows = _entities(db, "places", ids)
    wanted = [row["id"] for row in rows]
    mentions = parts.mentions(db, "place", wanted)
    return tuple(Place(**row, mentions=mentions[id_]) for id_, row in zip(wanted, rows, strict=True))


def meetings(db: Database, ids: Ids = None) -> tuple[Meeting, ...]:
    """Return meetings with participants, places, reports and conflicts, by day; those without a day come last."""
    rows = dicts_of(db, _MEETINGS, _wanted(db, "meetings", ids))
    wanted = [row["id"] for row in rows]
    participants, places_ = parts.participants(db, wanted), parts.places(db, "meeting", wanted)
    reports, conflicts = parts.reports(db, "meeting", wanted), parts.conflicts(db, wanted)
    return tuple(
        Meeting(
            id=row["id"],
            kind=row["kind"],
            status=row["status"],
            participants=participants[row["id"]],
            places=places_[row["id"]],
            occasion=parts.occasion(row),
            date=parts.date(row),
            codes=parts.codes(row),
            reports=reports[row["id"]],
            independent_sources=row["independent_sources"],
            judgement=row["judgement"],
            conflicts=conflicts[row["id"]],
        )
        for row in rows
    )


def agreements(db: Database, ids: Ids = None) -> tuple[Agreement, ...]:
    """Return agreements with parties, signatories, places and reports."""
    rows = dicts_of(db, _AGREEMENTS, _wanted(db, "agreements", ids))
    wanted = [row["id"] for row in rows]
    parties, signatories = parts.parties(db, "party", wanted), parts.parties(db, "signatory", wanted)
    witnesses = parts.parties(db, "witness", wanted)
    places_, reports = parts.places(db, "agreement", wanted), parts.reports(db, "agreement", wanted)
    return tuple(
        Agreement(
            id=row["id"],
            document=row["document"],
            subject=row["subject"],
            parties=parties[row["id"]],
            signatories=signatories[row["id"]],
            witnesses=witnesses[row["id"]],
            places=places_[row["id"]],
            date=parts.date(row),
            codes=parts.codes(row),
            reports=reports[row["id"]],
        )
        for row in rows
    )


def _wanted(db: Database, table: str, ids: Ids) -> list[str]:
    return [id_ for (id_,) in db.execute(f"SELECT id FROM {table}")] if ids is None else list(ids)


def _entities(db: Database, table: str, ids: Ids) -> list[Row]:
    return dicts_of(db, _ENTITIES.format(table=table), _wanted(db, table, ids))
