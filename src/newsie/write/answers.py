"""The answers to questions as tables: who somebody is, encounters with their evidence, pairs, and those of a list."""

import datetime
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import singledispatch

from rich.console import Group, RenderableType
from rich.text import Text

from newsie.questions.answers import (
    Acquaintance,
    Couples,
    Encounter,
    Encounters,
    PersonPage,
    Sightings,
    SourcedReport,
    Who,
)
from newsie.records import Record
from newsie.write.grid import Row, grid
from newsie.write.tables import STATUS_STYLES
from newsie.write.terminal import visible_line
from newsie.write.wording import date_text, short_names, where_text

_APPEARANCES = ("In", "On", "As", "Id")
_ENCOUNTERS = ("Date", "Who", "Where", "What", "Says who", "Id")
_OFFICES = ("Rank or role", "From", "To", "Sources")
_ACQUAINTANCES = ("Met", "Times", "Sources", "First", "Last")
_COUPLES = ("Who", "Whom", "Times", "Sources", "First", "Last")
_SIGHTINGS = ("On the list", "In the articles", "Match", "Because", "Met", "Where")


@singledispatch
def answer_tables(answer: Record, width: int) -> RenderableType:
    """Return an answer, which has something to tell, as tables for a console of `width` characters."""
    raise TypeError(f"no table for {type(answer).__name__}")


@answer_tables.register
def _(answer: Who, width: int) -> RenderableType:
    return Group(*(part for page in answer.people for part in _page(page, width)))


@answer_tables.register
def _(answer: Encounters, width: int) -> RenderableType:
    return _encounters(answer.meetings, width)


@answer_tables.register
def _(answer: Couples, width: int) -> RenderableType:
    rows = [
        (one.left, one.right, one.meetings, one.independent_sources, _day(one.first), _day(one.last))
        for one in answer.pairs
    ]
    return grid(f"Pairs ({len(rows)})", _COUPLES, rows, width)


@answer_tables.register
def _(answer: Sightings, width: int) -> RenderableType:
    names = short_names(source for one in answer.matches for source in one.sources)
    rows = [
        (
            one.listed,
            one.name,
            f"{one.verdict} {one.score:.2f}",
            ";\n".join(one.reasons),
            ";\n".join(_times(other) for other in one.met),
            "\n".join(names[source] for source in one.sources),
        )
        for one in answer.matches
    ]
    return grid(f"Matches ({len(rows)})", _SIGHTINGS, rows, width)


def _page(page: PersonPage, width: int) -> Iterator[RenderableType]:
    person = page.person
    yield Text.assemble((visible_line(person.name), "bold"), f"  {person.id}  ({visible_line(page.reason)})")
    if person.aliases:
        yield Text(f"Also called {visible_line(', '.join(person.aliases))}")
    yield ""
    names = short_names(one.source for one in page.appearances)
    appearances: list[Row] = [(names[one.source], _day(one.published), one.name, one.id) for one in page.appearances]
    yield grid(f"Articles ({len(appearances)})", _APPEARANCES, appearances, width)
    if page.offices:
        offices: list[Row] = [
            (one.text, _day(one.first), _day(one.last), "\n".join(names[source] for source in one.sources))
            for one in page.offices
        ]
        yield grid(f"Ranks and roles ({len(offices)})", _OFFICES, offices, width)
    if page.met:
        met: list[Row] = [
            (one.name, one.meetings, one.independent_sources, _day(one.first), _day(one.last)) for one in page.met
        ]
        yield grid(f"Met ({len(met)})", _ACQUAINTANCES, met, width)
    if page.meetings:
        yield _encounters(page.meetings, width)


def _encounters(meetings: Sequence[Encounter], width: int) -> RenderableType:
    names = short_names(report.source for meeting in meetings for report in meeting.reports)
    rows: list[Row] = [
        (
            date_text(meeting.date),
            ";\n".join(one.name for one in meeting.participants),
            where_text(meeting),
            Text.assemble(meeting.kind, " ", (meeting.status, STATUS_STYLES[meeting.status])),
            "\n".join(_evidence(meeting.reports, names)),
            "\n".join(dict.fromkeys((meeting.id, *(report.id for report in meeting.reports)))),
        )
        for meeting in meetings
    ]
    return grid(f"Meetings ({len(rows)})", _ENCOUNTERS, rows, width)


def _evidence(reports: Iterable[SourcedReport], names: Mapping[str, str]) -> Iterator[str]:
    """Where each report stands, who is cited, and the sentence; `names` are what to call the sources."""
    for report in reports:
        cited = f" ({', '.join(report.attributed_to)})" if report.attributed_to else ""
        yield f"{names[report.source]}{cited}: “{' '.join(report.sentence.text.split())}”"


def _times(one: Acquaintance) -> str:
    return f"{one.name} ({one.meetings})" if one.meetings > 1 else one.name


def _day(day: datetime.date | None) -> str:
    return day.isoformat() if day else ""
