"""Turn a Doc into an ArticleRecord: the door out of spaCy."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from newsie import countries, records
from newsie.codes import CONSULTED, THIRD_LOCATION, is_third_location, meeting_codes
from newsie.ids import content_id
from newsie.pipeline.entities import DraftAgreement, DraftMeeting, DraftParticipant, Entity
from newsie.pipeline.protagonists import countries_of
from newsie.pipeline.spans import group


def collect(doc: Doc, generator: records.Generator) -> records.ArticleRecord:
    """Return what newsie's components have left in `doc`, whose article is `doc._.article`.

    Ids are derived from the article's id and the name, so that they are unique within the record and stable.
    """
    collector = _Collector(doc)
    return records.ArticleRecord(
        generator=generator,
        article=doc._.article,
        people=tuple(collector.people()),
        organizations=tuple(collector.organizations()),
        places=tuple(collector.places()),
        dates=tuple(collector.dates()),
        meetings=tuple(collector.meetings()),
        agreements=tuple(collector.agreements()),
    )


class _Collector:
    """Reads one Doc; knows the ids that its entities get."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.article: records.Article = doc._.article
        self.entities: dict[str, Entity] = doc._.entities or {}
        self.ids = {key: content_id(self.article.id, key, entity.names) for key, entity in self.entities.items()}

    def people(self) -> Iterator[records.Person]:
        for entity in self._of_kind("PERSON"):
            yield records.Person(
                id=self.ids[entity.key],
                name=entity.names[0],
                aliases=tuple(entity.names[1:]),
                ranks=tuple(entity.ranks),
                roles=tuple(entity.roles),
                mentions=tuple(self._mentions(entity)),
            )

    def organizations(self) -> Iterator[records.Organization]:
        for entity in self._of_kind("ORG"):
            yield records.Organization(
                id=self.ids[entity.key],
                name=entity.names[0],
                acronym=entity.acronym,
                aliases=tuple(entity.names[1:]),
                country=entity.country,
                mentions=tuple(self._mentions(entity)),
            )

    def places(self) -> Iterator[records.Place]:
        for entity in self._of_kind("PLACE"):
            yield records.Place(
                id=self.ids[entity.key],
                name=entity.names[0],
                kind=entity.place_kind,
                country=entity.country,
                mentions=tuple(self._mentions(entity)),
            )

    def dates(self) -> Iterator[records.DateMention]:
        for span in group(self.doc, "dates"):
            value: records.DateValue = span._.date
            yield records.DateMention(
                article=self.article.id,
                start=span.start_char,
                end=span.end_char,
                **value.model_copy(update={"text": span.text}).model_dump(by_alias=False),
            )

    def meetings(self) -> Iterator[records.Meeting]:
        for draft in self.doc._.meetings or []:
            yield records.Meeting(
                id=self._event_id("meeting", draft, draft.kind, draft.participants),
                kind=draft.kind,
                status=draft.status,
                participants=tuple(self._participants(draft.participants)),
                places=tuple(self._place_references(draft.places)),
                occasion=self._occasion(draft.occasion),
                date=_meeting_date(draft),
                codes=self._codes(draft),
                reports=(self._report(draft),),
            )

    def agreements(self) -> Iterator[records.Agreement]:
        for draft in self.doc._.agreements or []:
            yield records.Agreement(
                id=self._event_id("agreement", draft, draft.document, [*draft.parties, *draft.signatories]),
                document=draft.document,
                subject=" ".join(draft.subject.text.split()) if draft.subject is not None else None,
                parties=tuple(self._participants(draft.parties)),
                signatories=tuple(self._participants(draft.signatories)),
                witnesses=tuple(self._participants(draft.witnesses)),
                places=tuple(self._place_references(draft.places)),
                date=date_value(draft.date),
                reports=(self._report(draft),),
            )

    def _event_id(
        self, event: str, draft: DraftMeeting | DraftAgreement, kind: str, participants: Iterable[DraftParticipant]
    ) -> str:
        """An id that tells apart the events of one trigger too: "called on A and B separately"."""
        who = [(one.entity, one.span.start_char) for one in participants]
        return content_id(self.article.id, event, draft.trigger.start_char, kind, who)

    def _of_kind(self, kind: str) -> Iterator[Entity]:
        return (entity for entity in self.entities.values() if entity.kind == kind)

    def _mentions(self, entity: Entity) -> Iterator[records.Mention]:
        for span in group(self.doc, "mentions"):
            if span.kb_id_ == entity.key:
                yield records.Mention(
                    article=self.article.id,
                    start=span.start_char,
                    end=span.end_char,
                    text=span.text,
                    kind=span._.mention_kind,
                )

    def _participants(self, drafts: Iterable[DraftParticipant]) -> Iterator[records.Participant]:
        """The participants, each entity once, in the order of the draft."""
        seen: set[str] = set()
        for draft in drafts:
            entity = self.entities.get(draft.entity) if draft.entity else None
            name = entity.names[0] if entity else " ".join(draft.span.text.split())
            if name not in seen:
                seen.add(name)
                identifier = self.ids[entity.key] if entity else None
                yield records.Participant(id=identifier, name=name, type=participant_type(entity), part=draft.part)

    def _place_references(self, keys: Iterable[str]) -> Iterator[records.PlaceReference]:
        """The places; a seat, which may be an embassy, lies where the others say."""
        found = [self.entities[key] for key in dict.fromkeys(keys)]
        stated = {place.country for place in found if place.kind == "PLACE" and place.country}
        common = stated.pop() if len(stated) == 1 else None
        for place in found:
            country = place.country if place.kind == "PLACE" else None
            yield records.PlaceReference(id=self.ids[place.key], name=place.names[0], country=country or common)

    def _codes(self, draft: DraftMeeting) -> records.Codes:
        """The codes of the frame; a meeting in a country that nobody comes from is at a third location."""
        where = {place.country for place in self._place_references(draft.places)}
        people = [self.entities[one.entity] if one.entity else None for one in draft.participants]
        origins = [countries_of(entity) if entity else set() for entity in people]
        cameo, mode = draft.cameo, draft.plover_mode
        if cameo == CONSULTED and len(where) == 1 and is_third_location(where.pop(), origins):
            cameo, mode = THIRD_LOCATION
        return meeting_codes(cameo, mode, draft.status)

    def _occasion(self, span: Tokens | None) -> records.Occasion | None:
        if span is None:
            return None
        return records.Occasion(article=self.article.id, **span_of(span).model_dump())

    def _report(self, draft: DraftMeeting | DraftAgreement) -> records.Report:
        return records.Report(
            article=self.article.id,
            trigger=span_of(draft.trigger),
            sentence=span_of(draft.sentence),
            attributed_to=tuple(draft.attributed_to),
            rule=draft.rule,
        )


def participant_type(entity: Entity | None) -> records.ParticipantType:
    """Return what kind of participant an entity is; without one it is a group."""
    if entity is None:
        return "group"
    if entity.kind == "PLACE":
        return "country" if countries.country_code(entity.names[0]) else "group"
    return "person" if entity.kind == "PERSON" else "organization"


def span_of(tokens: Tokens) -> records.Span:
    """Return the characters of some tokens."""
    return records.Span(start=tokens.start_char, end=tokens.end_char, text=tokens.text)


def _meeting_date(draft: DraftMeeting) -> records.DateValue | None:
    """The date of a meeting; it is assumed where no report of it holds the date, but the visit or the sequence does."""
    value = date_value(draft.date)
    sentences = [report.sentence for report in (draft, *draft.joined)]
    if value is None or draft.date is None or any(s.start <= draft.date.start < s.end for s in sentences):
        return value
    return value.model_copy(update={"basis": value.basis and "assumed"})


def date_value(span: Tokens | None) -> records.DateValue | None:
    """Return the value of a date of the article with the date's own words."""
    if span is None:
        return None
    value: records.DateValue = span._.date
    return value.model_copy(update={"text": span.text})
