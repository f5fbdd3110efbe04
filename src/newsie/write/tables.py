"""A run as rich tables: meetings first, then who, which organizations, where, when, and what was signed.

Cells are literal text: neither markup nor terminal commands of an article take effect.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.text import Text

from newsie.records import DateMention, Organization, Person, Place, RunRecord, Status
from newsie.write import TABLES
from newsie.write.grid import Row, grid
from newsie.write.wording import (
    Index,
    articles_of,
    by_date,
    by_mentions,
    counted_sources_text,
    country_text,
    date_text,
    days_text,
    index_of,
    participants_text,
    rank_text,
    role_text,
    sources_text,
    where_text,
)

STATUS_STYLES: dict[Status, str] = {
    "held": "green",
    "ongoing": "cyan",
    "planned": "yellow",
    "possible": "magenta",
    "cancelled": "red",
    "denied": "bold red",
}

_HEADERS = {
    "meetings": ("Date", "Who", "Where", "What", "Sources"),
    "people": ("Name", "Rank", "Roles", "Also called", "Mentions", "Articles"),
    "organizations": ("Name", "Acronym", "Also called", "Country", "Mentions", "Articles"),
    "places": ("Name", "Kind", "Country", "Mentions", "Articles"),
    "dates": ("Date", "As written", "Basis", "Articles"),
    "agreements": ("Date", "Document", "Parties", "Signed by", "Where", "Sources"),
}


def run_tables(run: RunRecord, names: Collection[str], width: int) -> RenderableType:
    """Return the tables of `run` that `names` (of TABLES) asks for, for a console of `width` characters.

    A line at the end names the empty ones.
    """
    index = index_of(run, short=True)
    wanted = [name for name in TABLES if name in names]
    empty = [name for name in wanted if not getattr(run, name)]
    tables = [_table(name, list(_ROWS[name](run, index)), width) for name in wanted if name not in empty]
    return Group(*tables, *([f"Not found: {', '.join(empty)}"] if empty else []))


def _meetings(run: RunRecord, index: Index) -> Iterator[Row]:
    for meeting in by_date(run.meetings, index.order):
        yield (
            date_text(meeting.date),
            participants_text(meeting.participants, index.people),
            where_text(meeting),
            Text.assemble(meeting.kind, " ", (meeting.status, STATUS_STYLES[meeting.status])),
            counted_sources_text(meeting, index.sources),
        )


def _people(run: RunRecord, _: Index) -> Iterator[Row]:
    for person in by_mentions(run.people):
        ranks = ";\n".join(map(rank_text, person.ranks))
        roles = ";\n".join(map(role_text, person.roles))
        yield person.name, ranks, roles, ", ".join(person.aliases), *_counts(person)


def _organizations(run: RunRecord, _: Index) -> Iterator[Row]:
    for found in by_mentions(run.organizations):
        aliases = ", ".join(found.aliases)
        yield found.name, found.acronym or "", aliases, country_text(found.country), *_counts(found)


def _places(run: RunRecord, _: Index) -> Iterator[Row]:
    for place in by_mentions(run.places):
        yield place.name, place.kind or "", country_text(place.country), *_counts(place)


def _counts(entity: Person | Organization | Place) -> tuple[int, int]:
    return len(entity.mentions), len(articles_of(entity.mentions))


def _dates(run: RunRecord, index: Index) -> Iterator[Row]:
    """Each way of writing each date once, earliest first, the unresolved ones last."""
    articles: dict[tuple[str, str, str], dict[str, None]] = {}
    for date in sorted(run.dates, key=lambda date: _date_order(date, index)):
        written: tuple[str, str, str] = (days_text(date.from_, date.to), date.text, date.basis or "")
        articles.setdefault(written, {}).update({index.sources.get(date.article, date.article): None})
    for written, sources in articles.items():
        yield *written, ", ".join(sources)


def _date_order(date: DateMention, index: Index) -> tuple[bool, str, int, int]:
    return date.from_ is None, str(date.from_), index.order.get(date.article, 0), date.start


def _agreements(run: RunRecord, index: Index) -> Iterator[Row]:
    for agreement in by_date(run.agreements, index.order):
        yield (
            date_text(agreement.date),
            agreement.document,
            participants_text(agreement.parties, index.people),
            participants_text(agreement.signatories, index.people),
            ", ".join(place.name for place in agreement.places),
            sources_text(agreement.reports, index.sources),
        )


_ROWS: dict[str, Callable[[RunRecord, Index], Iterator[Row]]] = {
    "meetings": _meetings,
    "people": _people,
    "organizations": _organizations,
    "places": _places,
    "dates": _dates,
    "agreements": _agreements,
}


def _table(name: str, rows: Sequence[Row], width: int) -> RenderableType:
    return grid(f"{name.capitalize()} ({len(rows)})", _HEADERS[name], rows, width)
