"""A run as rich tables: meetings first, then who, which organizations, where, when, and what was signed.

Cells are literal text: neither markup nor terminal commands of an article take effect.
"""

from collections.abc import Callable, Collection, Iterable, Sequence

from rich.box import HORIZONTALS
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from newsie.records import Agreement, DateMention, Meeting, Organization, Person, Place, RunRecord, Status
from newsie.write import TABLES
from newsie.write.terminal import visible
from newsie.write.wording import (
    Index,
    articles_of,
    by_date,
    by_mentions,
    country_name,
    date_text,
    index_of,
    participants_text,
    rank_text,
    role_text,
    sources_text,
)

STATUS_STYLES: dict[Status, str] = {
    "held": "green",
    "ongoing": "cyan",
    "planned": "yellow",
    "possible": "magenta",
    "cancelled": "red",
    "denied": "bold red",
}

Row = Sequence[str | int | Text]


def run_tables(run: RunRecord, names: Collection[str] = TABLES) -> RenderableType:
    """Return the tables of `run` that `names` (of TABLES) asks for, and a line that names the empty ones."""
    index = index_of(run, short=True)
    wanted = [name for name in TABLES if name in names]
    empty = [name for name in wanted if not getattr(run, name)]
    tables = [_BUILDERS[name](run, index) for name in wanted if name not in empty]
    return Group(*tables, *([f"Not found: {', '.join(empty)}"] if empty else []))


def _meetings(run: RunRecord, index: Index) -> RenderableType:
    rows = (_meeting_row(meeting, index) for meeting in by_date(run.meetings, index.order))
    return _table("Meetings", ("Date", "Who", "Where", "What", "Sources"), rows)


def _meeting_row(meeting: Meeting, index: Index) -> Row:
    who = participants_text(meeting.participants, index.people)
    where = ", ".join(place.name for place in meeting.places)
    what = Text.assemble(meeting.kind, " ", (meeting.status, STATUS_STYLES[meeting.status]))
    return date_text(meeting.date), who, where, what, sources_text(meeting.reports, index.sources)


def _people(run: RunRecord, _: Index) -> RenderableType:
    headers = ("Name", "Rank", "Roles", "Also called", "Mentions", "Articles")
    return _table("People", headers, map(_person_row, by_mentions(run.people)))


def _person_row(person: Person) -> Row:
    ranks = ";\n".join(map(rank_text, person.ranks))
    roles = ";\n".join(map(role_text, person.roles))
    return person.name, ranks, roles, ", ".join(person.aliases), *_counts(person)


def _organizations(run: RunRecord, _: Index) -> RenderableType:
    headers = ("Name", "Acronym", "Also called", "Country", "Mentions", "Articles")
    return _table("Organizations", headers, map(_organization_row, by_mentions(run.organizations)))


def _organization_row(organization: Organization) -> Row:
    aliases = ", ".join(organization.aliases)
    country = country_name(organization.country)
    return organization.name, organization.acronym or "", aliases, country, *_counts(organization)


def _places(run: RunRecord, _: Index) -> RenderableType:
    headers = ("Name", "Kind", "Country", "Mentions", "Articles")
    return _table("Places", headers, map(_place_row, by_mentions(run.places)))


def _place_row(place: Place) -> Row:
    return place.name, place.kind or "", country_name(place.country), *_counts(place)


def _counts(entity: Person | Organization | Place) -> tuple[int, int]:
    return len(entity.mentions), len(articles_of(entity.mentions))


def _dates(run: RunRecord, index: Index) -> RenderableType:
    """Each way of writing each date once, earliest first, the unresolved ones last."""
    articles: dict[tuple[str, str, str], dict[str, None]] = {}
    for date in sorted(run.dates, key=lambda date: _date_order(date, index)):
        written = (date_text(date) if date.value else "", date.text, date.basis or "")
        articles.setdefault(written, {}).update({index.sources.get(date.article, date.article): None})
    rows = [(*written, ", ".join(sources)) for written, sources in articles.items()]
    return _table("Dates", ("Date", "As written", "Basis", "Articles"), rows)


def _date_order(date: DateMention, index: Index) -> tuple[bool, str, int, int]:
    return date.from_ is None, str(date.from_), index.order.get(date.article, 0), date.start


def _agreements(run: RunRecord, index: Index) -> RenderableType:
    rows = (_agreement_row(agreement, index) for agreement in by_date(run.agreements, index.order))
    return _table("Agreements", ("Date", "Document", "Parties", "Signed by", "Where", "Sources"), rows)


def _agreement_row(agreement: Agreement, index: Index) -> Row:
    parties = participants_text(agreement.parties, index.people)
    signatories = participants_text(agreement.signatories, index.people)
    where = ", ".join(place.name for place in agreement.places)
    sources = sources_text(agreement.reports, index.sources)
    return date_text(agreement.date), agreement.document, parties, signatories, where, sources


_BUILDERS: dict[str, Callable[[RunRecord, Index], RenderableType]] = {
    "meetings": _meetings,
    "people": _people,
    "organizations": _organizations,
    "places": _places,
    "dates": _dates,
    "agreements": _agreements,
}


def _table(title: str, headers: Sequence[str], rows: Iterable[Row]) -> RenderableType:
    filled = list(rows)
    table = Table(
        title=f"{title} ({len(filled)})",
        title_justify="left",
        title_style="bold",
        box=HORIZONTALS,
        show_edge=False,
        show_lines=any("\n" in str(value) for row in filled for value in row),
        pad_edge=False,
        collapse_padding=True,
    )
    for header, value in zip(headers, filled[0], strict=True):
        table.add_column(header, overflow="fold", justify="right" if isinstance(value, int) else "left")
    for row in filled:
        table.add_row(*map(_cell, row))
    return Group(table, "")


def _cell(value: str | int | Text) -> Text:
    return value if isinstance(value, Text) else Text(visible(str(value)))
