"""Docs whose mentions are marked in the text, so that tests of meetings don't depend on who finds the names.

Tags: `p` a person who takes part, `x` one who doesn't, `o` an organization, `c` a country, `l` another place, `date` an
expression of time, `headline`, `dateline`, `published` the day of the article; `as='Ada Obi'` names the entity that a
description or short form stands for.
"""

import datetime

from spacy.language import Language
from spacy.tokens import Doc, Span

from markup import Expected, parse
from newsie import records
from newsie.pipeline.agreements import make_agreements
from newsie.pipeline.clauses import SYNTAX
from newsie.pipeline.entities import DraftMeeting, DraftParticipant, Entity
from newsie.pipeline.extensions import register
from newsie.pipeline.meetings import make_meetings
from newsie.pipeline.status import make_status
from newsie.records import Article, Dateline, DateValue, Role

KINDS = {"p": "PERSON", "x": "PERSON", "o": "ORG", "c": "PLACE", "l": "PLACE"}


def marked_doc(nlp: Language, text: str) -> tuple[Doc, list[Expected]]:
    """Return a parsed Doc with the mentions, entities, roles and dates that the tags of `text` say, and the tags."""
    register()
    plain, tags = parse(text)
    doc = nlp.make_doc(plain)
    doc._.article = _article(plain, tags)
    for name, pipe in nlp.pipeline:
        doc = pipe(doc) if name in SYNTAX else doc
    doc._.entities = {}
    doc.spans["mentions"] = [_mention(doc, tag) for tag in tags if tag.label in KINDS]
    doc.spans["dates"] = [_date(doc, tag) for tag in tags if tag.label == "date"]
    doc.spans["roles"] = []
    doc.spans["ranks"] = []
    return doc, tags


def _article(plain: str, tags: list[Expected]) -> Article:
    """The article that a text makes, with headline and dateline where they are tagged."""
    parts = {tag.label: {"start": tag.start, "end": tag.end, "text": plain[tag.start : tag.end]} for tag in tags}
    dateline = Dateline(**parts["dateline"]) if "dateline" in parts else None
    headline = records.Span(**parts["headline"]) if "headline" in parts else None
    published = datetime.date.fromisoformat(parts["published"]["text"]) if "published" in parts else None
    return Article(id="test", source="test", text=plain, published=published, dateline=dateline, headline=headline)


def _mention(doc: Doc, tag: Expected) -> Span:
    text = doc.text[tag.start : tag.end]
    key = tag.attributes.get("as", text)
    place_kind = "country" if tag.label == "c" else "city" if tag.label == "l" else None
    roles = (
        [Role(title=tag.attributes["role"], country=tag.attributes.get("country"))] if "role" in tag.attributes else []
    )
    doc._.entities.setdefault(key, Entity(key, KINDS[tag.label], [key], place_kind=place_kind, roles=roles))
    span = doc.char_span(tag.start, tag.end, label=KINDS[tag.label], kb_id=key)
    span._.mention_kind = tag.attributes.get("kind", "name" if key == text else "description")
    return span


def _date(doc: Doc, tag: Expected) -> Span:
    span = doc.char_span(tag.start, tag.end, label="DATE")
    day = datetime.date.fromisoformat(tag.attributes["on"]) if "on" in tag.attributes else None
    span._.date = DateValue(text=span.text, value=str(day) if day else None, from_=day, to=day)
    return span


def drafts(nlp: Language, text: str) -> list[DraftMeeting]:
    """Return the meetings that `newsie_meetings` alone finds in a marked text."""
    doc, _ = marked_doc(nlp, text)
    return list(make_meetings(nlp, "meetings")(doc)._.meetings)


def meetings(nlp: Language, text: str) -> list[DraftMeeting]:
    """Return the meetings with status, joined, that the components find in a marked text."""
    doc, _ = marked_doc(nlp, text)
    return list(make_status(nlp, "status")(make_meetings(nlp, "meetings")(doc))._.meetings)


def agreements_doc(nlp: Language, text: str) -> Doc:
    """Return a marked text after `newsie_agreements`."""
    doc, _ = marked_doc(nlp, text)
    return make_agreements(nlp, "agreements")(doc)


def who(participants: list[DraftParticipant]) -> set[str]:
    """Return the names of participants, or the words of those who have none."""
    return {participant.entity or participant.span.text for participant in participants}


def expected(text: str, *labels: str) -> set[str]:
    """Return the names of those marked with one of the labels."""
    plain, tags = parse(text)
    return {tag.attributes.get("as", plain[tag.start : tag.end]) for tag in tags if tag.label in labels}
