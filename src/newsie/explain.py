"""Read off a Doc why each meeting was found as it was: beside `collect`, the other door out of spaCy."""

from collections.abc import Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from newsie import records
from newsie.collect import date_value, participant_type, span_of
from newsie.explanations import (
    ArticleExplanation,
    DateReading,
    Dismissal,
    MeetingReading,
    OccasionReading,
    ParticipantReading,
    PassedOverReading,
    PlaceReading,
    Reference,
    ReportReading,
    StatusReading,
)
from newsie.extraction import article_docs
from newsie.pipeline import attendance_rules, owners, pronouns, sequels
from newsie.pipeline.elaboration import JOINTLY, MEMBERS
from newsie.pipeline.entities import DraftMeeting, DraftParticipant, Entity
from newsie.pipeline.passed_over import passed_over
from newsie.pipeline.spans import group

REASONS = {
    "name": "by name",
    "alias": "a form of the name",
    "group": "in the article's words, as nobody is named",
    "description": "the only one named before whom it fits{facts}",
    "pronoun": "the subject above it, or else that of the sentence before",
}
PRONOUN_REASONS = {
    pronouns.SOLE: "the only person mentioned in its sentence and the one before",
    pronouns.SUBJECT: "the only subject of the sentence before",
}
RULE_REASONS = {
    MEMBERS: "named as a member of the group that met",
    JOINTLY: "named right after as one of those who met",
    owners.ON_THE_VISIT: "the one on the visit that was called off, who is spoken of before",
    owners.MAIN_PERSON: "the one in most meetings of the article, as it doesn't say whose meeting this is",
    sequels.SAME_HOST: "the host of the meeting before",
}

PASSED_OVER_REASONS = {
    "quotation": "it stands in a quotation",
    "genre": "the article is about sport, or a story",
    "participants": "too few of those who take part are named, or hold an office",
}


def article_explanations(nlp: Language, articles: Iterable[records.Article]) -> Iterator[ArticleExplanation]:
    """Yield, in order and in small batches, why the meetings of each article were found as they were."""
    for doc, reading in article_docs(nlp, articles):
        yield reading.in_article(explain(doc))


def explain(doc: Doc) -> ArticleExplanation:
    """Return the reasons for the meetings that newsie's components have left in `doc`, and for those dismissed."""
    explainer = _Explainer(doc)
    return ArticleExplanation(
        article=doc._.article,
        meetings=tuple(map(explainer.meeting, doc._.meetings or [])),
        dismissed=tuple(
            Dismissal(report=_report(draft), status=StatusReading(status="none", cue=_optional(draft.cue)))
            for draft in doc._.dismissed or []
        ),
        passed_over=tuple(
            PassedOverReading(
                report=ReportReading(
                    rule=passage.rule, trigger=span_of(passage.trigger), sentence=span_of(passage.sentence)
                ),
                because=PASSED_OVER_REASONS[passage.reason],
            )
            for passage in passed_over(doc)
        ),
    )


class _Explainer:
    """Reads one Doc; knows what its mentions mean."""

    def __init__(self, doc: Doc):
        self.doc = doc
        self.entities: dict[str, Entity] = doc._.entities or {}
        self.mentions = {(span.start, span.end, span.kb_id_): span for span in group(doc, "mentions")}

    def meeting(self, draft: DraftMeeting) -> MeetingReading:
        """The reasons for one meeting."""
        return MeetingReading(
            kind=draft.kind,
            report=_report(draft),
            participants=tuple(self.participants(draft)),
            status=StatusReading(status=draft.status, cue=_optional(draft.cue)),
            date=_date(draft),
            places=tuple(self.place(draft, key) for key in dict.fromkeys(draft.places)),
            occasion=_occasion(draft),
            attributed_to=tuple(draft.attributed_to),
            joined=tuple(map(_report, draft.joined)),
        )

    def participants(self, draft: DraftMeeting) -> Iterator[ParticipantReading]:
        """The participants as the record has them: each name once."""
        seen: set[str] = set()
        for participant in draft.participants:
            entity = self.entities.get(participant.entity or "")
            name = entity.names[0] if entity else " ".join(participant.span.text.split())
            if name not in seen:
                seen.add(name)
                yield self.participant(draft, participant, entity, name)

    def participant(
        self, draft: DraftMeeting, participant: DraftParticipant, entity: Entity | None, name: str
    ) -> ParticipantReading:
        """Whom the words of one participant mean, and why."""
        span, slot = participant.span, participant.slot
        return ParticipantReading(
            name=name,
            type=participant_type(entity),
            part=participant.part,
            words=span_of(span),
            slot=span_of(slot) if slot is not None and _are_apart(span, slot) else None,
            elsewhere=None if _is_within(span, draft.sentence) else span_of(span.sent),
            reference=self.reference(participant),
            because="; ".join([self.reason(participant, entity), *_circumstances(draft, participant)]),
        )

    def reference(self, participant: DraftParticipant) -> Reference:
        """What kind of reference a participant's words are."""
        if participant.entity is None:
            return "group"
        mention = self._mention(participant)
        if mention is not None:
            kind: Reference = mention._.mention_kind
            return kind
        return "pronoun" if all(token.pos_ == "PRON" for token in participant.span) else "description"

    def reason(self, participant: DraftParticipant, entity: Entity | None) -> str:
        """Why the words mean this one."""
        mention, reference = self._mention(participant), self.reference(participant)
        if reference == "pronoun" and mention is not None and mention.id_ in PRONOUN_REASONS:
            return PRONOUN_REASONS[mention.id_]
        return REASONS[reference].format(facts=_facts(entity))

    def place(self, draft: DraftMeeting, key: str) -> PlaceReading:
        """Where a place was read: in the sentence as near to the trigger as can be, else where it is named first."""
        mentions = [mention for mention in group(self.doc, "mentions") if mention.kb_id_ == key]
        here = [mention for mention in mentions if _is_within(mention, draft.sentence)]
        nearest = sorted(here, key=lambda mention: abs(mention.start - draft.trigger.start))
        words = next(iter([*nearest, *mentions]), None)
        article: records.Article | None = self.doc._.article
        dateline = article.dateline if article is not None else None
        return PlaceReading(
            name=self.entities[key].names[0],
            words=_optional(words),
            elsewhere=not here,
            in_dateline=words is not None and dateline is not None and words.start_char < dateline.end,
        )

    def _mention(self, participant: DraftParticipant) -> Tokens | None:
        """The mention that a participant's words are, None if they were resolved for this meeting only."""
        span = participant.span
        return self.mentions.get((span.start, span.end, participant.entity or ""))


def _facts(entity: Entity | None) -> str:
    """What is known of a person that a description may fit: " (General, Chief of Army Staff)"."""
    if entity is None:
        return ""
    known = [*(rank.name for rank in entity.ranks), *(role.title for role in entity.roles)]
    return f" ({', '.join(dict.fromkeys(known))})" if known else ""


def _circumstances(draft: DraftMeeting, participant: DraftParticipant) -> Iterator[str]:
    """How a participant comes to the meeting, if not by filling a slot of the trigger."""
    span, slot = participant.span, participant.slot
    if slot is not None and _are_apart(span, slot):
        yield "taken up from before" if span.start < slot.start else "named with it"
    if participant.rule is not None:
        yield _rule_reason(participant.rule)
    elif not _is_within(slot or span, draft.sentence) and draft.joined:
        yield "from another report of the meeting"


def _rule_reason(rule: str) -> str:
    """Why a rule adds somebody; those of rules/attendance.toml have names that say it."""
    if rule in {entry.rule for entry in attendance_rules.rules().attendance}:
        return f"added by the rule {rule}"
    return RULE_REASONS[rule]


def _date(draft: DraftMeeting) -> DateReading | None:
    value = date_value(draft.date)
    if draft.date is None or value is None:
        return None
    return DateReading(value=value, words=span_of(draft.date), elsewhere=not _is_within(draft.date, draft.sentence))


def _occasion(draft: DraftMeeting) -> OccasionReading | None:
    if draft.occasion is None:
        return None
    return OccasionReading(words=span_of(draft.occasion), elsewhere=not _is_within(draft.occasion, draft.sentence))


def _report(draft: DraftMeeting) -> ReportReading:
    return ReportReading(rule=draft.rule, trigger=span_of(draft.trigger), sentence=span_of(draft.sentence))


def _optional(span: Tokens | None) -> records.Span | None:
    return span_of(span) if span is not None else None


def _are_apart(span: Tokens, other: Tokens) -> bool:
    return span.end <= other.start or other.end <= span.start


def _is_within(span: Tokens, outer: Tokens) -> bool:
    return outer.start <= span.start < outer.end
