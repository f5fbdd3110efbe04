"""What a single article says as rows: written once, and only the links to what it is across articles change."""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence

from pydantic import ValidationError
from sqlite_utils import Database

from newsie.errors import InputError
from newsie.ids import content_id, content_number
from newsie.records import ArticleRecord, DateValue, Organization, Person, Place, Report
from newsie.store.sql import Row, Tables, insert_rows
from newsie.store.versions import identity_of

AnyEntity = Person | Organization | Place

TYPES: Mapping[type[AnyEntity], str] = {
    Person: "person",
    Organization: "organization",
    Place: "place",
}

_TABLES = ("articles", "article_entities", "mentions", "article_ranks", "article_roles", "dates", "article_meetings",
           "article_agreements", "reports", "attributions")  # fmt: skip
_DELETED_BY_ARTICLE = (
    "DELETE FROM mentions WHERE article_entity_id IN (SELECT id FROM article_entities WHERE article_id = :id)",
    "DELETE FROM article_ranks WHERE article_entity_id IN (SELECT id FROM article_entities WHERE article_id = :id)",
    "DELETE FROM article_roles WHERE article_entity_id IN (SELECT id FROM article_entities WHERE article_id = :id)",
    """DELETE FROM attributions WHERE report_number IN (SELECT number FROM reports WHERE
        article_meeting_id IN (SELECT id FROM article_meetings WHERE article_id = :id) OR
        article_agreement_id IN (SELECT id FROM article_agreements WHERE article_id = :id))""",
    "DELETE FROM reports WHERE article_meeting_id IN (SELECT id FROM article_meetings WHERE article_id = :id)",
    "DELETE FROM reports WHERE article_agreement_id IN (SELECT id FROM article_agreements WHERE article_id = :id)",
    "DELETE FROM article_entities WHERE article_id = :id",
    "DELETE FROM article_meetings WHERE article_id = :id",
    "DELETE FROM article_agreements WHERE article_id = :id",
    "DELETE FROM dates WHERE article_id = :id",
    "DELETE FROM articles WHERE id = :id",
)


def write_articles(db: Database, records: Sequence[ArticleRecord], fingerprint: Callable[[ArticleRecord], str]) -> None:
    """Write what articles say, linked to nothing yet. `fingerprint` tells one reading of an article from another."""
    found = [_rows_by_table(record, fingerprint(record)) for record in records]
    for table in _TABLES:
        insert_rows(db, table, (row for rows in found for row in rows[table]))


def delete_article(db: Database, article: str) -> None:
    """Delete what the article with this id says; what was computed from it is the caller's concern."""
    for statement in _DELETED_BY_ARTICLE:
        db.execute(statement, {"id": article})


def decoded_record(blob: bytes, source: str, text: str) -> ArticleRecord:
    """Return the record of an article from the columns `record`, `source` and `text`. Raises InputError if it can't."""
    try:
        record = ArticleRecord.model_validate_json(zlib.decompress(blob))
    except (zlib.error, ValidationError) as error:
        cause = f"the store's record of {source} is damaged"
        raise InputError(f"{cause}; put back a copy of the store, or add the articles to a new one") from error
    return record.model_copy(update={"article": record.article.model_copy(update={"text": text})})


def date_columns(date: DateValue | None) -> Row:
    """Return a date as the columns `date_text` to `date_basis`, null without one."""
    return {
        "date_text": date.text if date else None,
        "date_value": date.value if date else None,
        "date_from": _day(date.from_) if date else None,
        "date_to": _day(date.to) if date else None,
        "date_basis": date.basis if date else None,
    }


def rank_rows(owner: str, id_: str, person: Person) -> Iterator[Row]:
    """Yield the ranks of a person as rows whose column `owner` holds `id_`."""
    for position, rank in enumerate(person.ranks):
        yield {owner: id_, "position": position, **rank.model_dump()}


def role_rows(owner: str, id_: str, person: Person) -> Iterator[Row]:
    """Yield the roles of a person as rows whose column `owner` holds `id_`."""
    for position, role in enumerate(person.roles):
        yield {owner: id_, "position": position, **role.model_dump()}


def _day(day: object) -> str | None:
    return str(day) if day else None


def _article_row(record: ArticleRecord, fingerprint: str) -> Row:
    article = record.article
    return {
        "number": int(article.id, 16),
        "id": article.id,
        "source": article.source,
        "identity": identity_of(article),
        "url": article.url,
        "site": article.site,
        "title": article.title,
        "authors": json.dumps(article.authors, ensure_ascii=False) if article.authors else None,
        "published": _day(article.published),
        "updated": _day(article.updated),
        "language": article.language,
        "text": article.text,
        "newsie": record.generator.newsie,
        "model": record.generator.model,
        "fingerprint": fingerprint,
        "record": _encoded(record),
    }


def _encoded(record: ArticleRecord) -> bytes:
    bare = record.model_copy(update={"article": record.article.model_copy(update={"text": ""})})
    return zlib.compress(bare.model_dump_json().encode("utf-8"))


def _rows_by_table(record: ArticleRecord, fingerprint: str) -> Tables:
    entities: tuple[AnyEntity, ...] = (*record.people, *record.organizations, *record.places)
    found = [(content_id(TYPES[type(one)], record.article.id, one.id), one) for one in entities]
    people = [(id_, one) for id_, one in found if isinstance(one, Person)]
    return {
        "articles": [_article_row(record, fingerprint)],
        "article_entities": [_entity_row(record, id_, one) for id_, one in found],
        "mentions": [row for id_, one in found for row in _mention_rows(id_, one)],
        "article_ranks": [row for id_, one in people for row in rank_rows("article_entity_id", id_, one)],
        "article_roles": [row for id_, one in people for row in role_rows("article_entity_id", id_, one)],
        "dates": list(_date_rows(record)),
        "article_meetings": list(_event_rows(record, "meeting")),
        "article_agreements": list(_event_rows(record, "agreement")),
        "reports": list(_report_rows(record)),
        "attributions": list(_attribution_rows(record)),
    }


def _entity_row(record: ArticleRecord, id_: str, one: AnyEntity) -> Row:
    starts = [mention.start for mention in one.mentions]
    return {
        "id": id_,
        "article_id": record.article.id,
        "local_id": one.id,
        "type": TYPES[type(one)],
        "name": one.name,
        "start": min(starts, default=len(record.article.text)),
        "acronym": one.acronym if isinstance(one, Organization) else None,
        "kind": one.kind if isinstance(one, Place) else None,
        "country": None if isinstance(one, Person) else one.country,
        "aliases": _listed(() if isinstance(one, Place) else one.aliases),
        "met": _listed(_met(record, one.id)),
    }


def _listed(names: Sequence[str]) -> str | None:
    return json.dumps(names, ensure_ascii=False) if names else None


def _met(record: ArticleRecord, person: str) -> tuple[str, ...]:
    """The names of the people who took part in meetings with this one, each once."""
    lists = (meeting.participants for meeting in record.meetings)
    people = ([one for one in listed if one.type == "person"] for listed in lists)
    met = (one.name for listed in people if person in {one.id for one in listed} for one in listed if one.id != person)
    return tuple(dict.fromkeys(met))


def _mention_rows(id_: str, one: AnyEntity) -> Iterator[Row]:
    ordered = sorted(one.mentions, key=lambda mention: (mention.start, mention.end))
    for position, mention in enumerate(ordered):
        yield {"article_entity_id": id_, "position": position, **mention.model_dump(exclude={"article"})}


def _date_rows(record: ArticleRecord) -> Iterator[Row]:
    for position, date in enumerate(record.dates):
        columns = date_columns(date)
        yield {
            "article_id": record.article.id,
            "position": position,
            "start": date.start,
            "end": date.end,
            "text": date.text,
            "value": date.value,
            "date_from": columns["date_from"],
            "date_to": columns["date_to"],
            "basis": date.basis,
        }


def _events(record: ArticleRecord, type_: str) -> Iterator[tuple[str, str, tuple[Report, ...]]]:
    """The meetings or agreements of an article: id in the store, id in the article, reports."""
    for one in record.meetings if type_ == "meeting" else record.agreements:
        yield content_id(type_, record.article.id, one.id), one.id, one.reports


def _event_rows(record: ArticleRecord, type_: str) -> Iterator[Row]:
    for position, (id_, local_id, reports) in enumerate(_events(record, type_)):
        start = min(report.trigger.start for report in reports)
        article = record.article.id
        yield {"id": id_, "article_id": article, "local_id": local_id, "position": position, "start": start}


def _numbered_reports(record: ArticleRecord) -> Iterator[tuple[int, str, str, int, Report]]:
    for type_ in ("meeting", "agreement"):
        for id_, _, reports in _events(record, type_):
            for position, report in enumerate(reports):
                yield content_number("report", id_, position), type_, id_, position, report


def _report_rows(record: ArticleRecord) -> Iterator[Row]:
    for number, type_, id_, position, report in _numbered_reports(record):
        yield {
            "number": number,
            "article_meeting_id": id_ if type_ == "meeting" else None,
            "article_agreement_id": id_ if type_ == "agreement" else None,
            "position": position,
            "trigger": report.trigger.text,
            "trigger_start": report.trigger.start,
            "trigger_end": report.trigger.end,
            "sentence": report.sentence.text,
            "sentence_start": report.sentence.start,
            "sentence_end": report.sentence.end,
            "rule": report.rule,
        }


def _attribution_rows(record: ArticleRecord) -> Iterator[Row]:
    for number, _, _, _, report in _numbered_reports(record):
        for position, name in enumerate(report.attributed_to):
            yield {"report_number": number, "position": position, "attributed_to": name}
