"""A table of a run as CSV, for a spreadsheet: one row per meeting, person, organization, place, date or agreement.

Several values in a cell are separated by "; ", sentences by " | "; a meeting's ranks, roles and parts are in the
order of its participants. A cell that a spreadsheet would take for a formula (it starts with = + - @, a tab or a line
end, and goes on) gets an apostrophe before it, as OWASP advises in "CSV Injection"; characters that a terminal would
obey are written out. JSON has the exact text.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from newsie.records import (
    DateValue,
    Organization,
    Participant,
    Person,
    Place,
    PlaceReference,
    Report,
    RunRecord,
)
from newsie.write.terminal import visible
from newsie.write.wording import Index, articles_of, by_date, by_mentions, index_of, main_role, rank_text, role_text

Row = Sequence[str | int | date | None]

# The wide forms count for spreadsheets in East Asian languages. `visible` writes a carriage return out.
_FORMULA = re.compile(r"[=+\-@\t\n＝＋－＠].", re.DOTALL)

_COLUMNS = {
    "meetings": "date_from date_to date_text kind status participants ranks roles places attributed_to sources "
    "sentence id participant_ids place_ids article_ids parts place_countries occasion cameo plover plover_mode "
    "cameo_event plover_event plover_event_mode",
    "people": "name ranks roles aliases mentions sources id article_ids",
    "organizations": "name acronym aliases country mentions sources id article_ids",
    "places": "name kind country mentions sources id article_ids",
    "dates": "from to text value basis source start end article_id",
    "agreements": "date_from date_to date_text document parties signatories places attributed_to sources "
    "sentence id party_ids signatory_ids place_ids article_ids subject witnesses witness_ids "
    "place_countries cameo plover",
}


def csv_text(run: RunRecord, table: str) -> str:
    """Return the table (of newsie.write.TABLES) with its header line, comma-separated, lines ended by a newline."""
    return csv_of(_COLUMNS[table].split(), _ROWS[table](run, index_of(run)))


def csv_of(columns: Sequence[str], rows: Iterable[Row]) -> str:
    """Return rows under a header line, comma-separated, lines ended by a newline; no cell is a formula."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow(map(_cell, row))
    return text.getvalue()


def _cell(value: str | int | date | None) -> str:
    text = visible("" if value is None else str(value))
    return f"'{text}" if _FORMULA.match(text) else text


def joined(values: Iterable[str | None]) -> str:
    """Return several values as one cell."""
    return "; ".join(value or "" for value in values)


def _meetings(run: RunRecord, index: Index) -> Iterator[Row]:
    for meeting in by_date(run.meetings, index.order):
        people = [index.people.get(participant.id or "") for participant in meeting.participants]
        yield (
            *_days(meeting.date),
            meeting.kind,
            meeting.status,
            _names(meeting.participants),
            joined(person.ranks[0].name if person and person.ranks else None for person in people),
            joined(_role(person) for person in people),
            _names(meeting.places),
            *_reports(meeting.reports, index),
            meeting.id,
            _ids(meeting.participants),
            _ids(meeting.places),
            _articles(meeting.reports),
            joined(participant.part for participant in meeting.participants),
            _countries(meeting.places),
            meeting.occasion.text if meeting.occasion else None,
            *meeting.codes.model_dump().values(),
        )


def _agreements(run: RunRecord, index: Index) -> Iterator[Row]:
    for agreement in by_date(run.agreements, index.order):
        yield (
            *_days(agreement.date),
            agreement.document,
            _names(agreement.parties),
            _names(agreement.signatories),
            _names(agreement.places),
            *_reports(agreement.reports, index),
            agreement.id,
            _ids(agreement.parties),
            _ids(agreement.signatories),
            _ids(agreement.places),
            _articles(agreement.reports),
            agreement.subject,
            _names(agreement.witnesses),
            _ids(agreement.witnesses),
            _countries(agreement.places),
            agreement.codes.cameo,
            agreement.codes.plover,
        )


def _people(run: RunRecord, index: Index) -> Iterator[Row]:
    for person in by_mentions(run.people):
        ranks = joined(map(rank_text, person.ranks))
        yield person.name, ranks, joined(map(role_text, person.roles)), joined(person.aliases), *_seen(person, index)


def _organizations(run: RunRecord, index: Index) -> Iterator[Row]:
    for found in by_mentions(run.organizations):
        yield found.name, found.acronym, joined(found.aliases), found.country, *_seen(found, index)


def _places(run: RunRecord, index: Index) -> Iterator[Row]:
    for place in by_mentions(run.places):
        yield place.name, place.kind, place.country, *_seen(place, index)


def _dates(run: RunRecord, index: Index) -> Iterator[Row]:
    for found in sorted(run.dates, key=lambda found: (index.order.get(found.article, 0), found.start)):
        days = found.from_, found.to, found.text, found.value, found.basis
        yield *days, index.sources.get(found.article), found.start, found.end, found.article


_ROWS: dict[str, Callable[[RunRecord, Index], Iterator[Row]]] = {
    "meetings": _meetings,
    "people": _people,
    "organizations": _organizations,
    "places": _places,
    "dates": _dates,
    "agreements": _agreements,
}


def _days(value: DateValue | None) -> Row:
    return (value.from_, value.to, value.text) if value else ("", "", "")


def _role(person: Person | None) -> str | None:
    role = main_role(person) if person else None
    return role_text(role) if role else None


def _names(named: Iterable[Participant | PlaceReference]) -> str:
    return joined(one.name for one in named)


def _ids(named: Iterable[Participant | PlaceReference]) -> str:
    return joined(one.id for one in named)


def _countries(places: Iterable[PlaceReference]) -> str:
    return joined(place.country for place in places)


def _reports(reports: Sequence[Report], index: Index) -> Row:
    """Who is cited, the sources, and the sentences, each once."""
    cited = dict.fromkeys(name for report in reports for name in report.attributed_to)
    sources = dict.fromkeys(index.sources.get(report.article) for report in reports)
    sentences = dict.fromkeys(report.sentence.text for report in reports)
    return joined(cited), joined(sources), " | ".join(sentences)


def _articles(reports: Iterable[Report]) -> str:
    return joined(dict.fromkeys(report.article for report in reports))


def _seen(entity: Person | Organization | Place, index: Index) -> Row:
    """The number of mentions, the sources, the entity's id and the articles' ids."""
    articles = articles_of(entity.mentions)
    return len(entity.mentions), joined(map(index.sources.get, articles)), entity.id, joined(articles)
