"""The words of the meetings that newsie reads in texts, in the terms of the corpus that they are compared with.

A corpus annotates every meeting that is spoken of, whoever takes part; a record of newsie wants people who are named,
and a meeting of the news. So what is judged is, besides the meetings of the records, every other place where a frame
for meetings fits, with the words that fill its slots: pronouns and common nouns too. A corpus of events that took
place is compared with what newsie takes for held only.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import combinations, product

from spacy.language import Language
from spacy.tokens import Doc, Span

from newsie.evaluate.meeting_gold import MarkedMeeting, MeetingDocument, Words
from newsie.evaluate.meeting_passages import MeetingWords, words_of
from newsie.evaluate.meeting_score import MarkedMeetings
from newsie.extraction import article_docs
from newsie.pipeline.entities import DraftMeeting, DraftParticipant
from newsie.pipeline.passed_over import passed_over
from newsie.pipeline.spans import group
from newsie.read.articles import article_of
from newsie.read.moved import Move

SINGULAR = {"he", "she", "him", "his", "her"}
# What is planned is an AGREE there, what is refused a REJECT: of meetings it has those that took place.
ONLY_HELD = frozenset(("plover_gsr",))
HELD = frozenset(("held", "ongoing"))
# These have no meeting but with two who took part, the others every word for one.
WHO_MET_WHOM = frozenset(("plover_gsr", "re3d"))
# Between two of the two sides each, as the names of entities.
RELATIONS = frozenset(("re3d",))
# Its annotators answered "who met?" by name, with whom the sentence speaks of.
WHO_IS_MEANT = frozenset(("qasrl",))
# The place that somebody visits is one of the two who are annotated.
VISITED_TAKES_PART = frozenset(("ewt", "plover_gsr"))


def marked_meetings(nlp: Language, documents: Sequence[MeetingDocument]) -> MarkedMeetings:
    """Return the meetings that newsie's pipeline `nlp` reads in each document, read as an article."""
    articles = (article_of(document.text, document.id, document.published) for document in documents)
    docs = article_docs(nlp, articles)
    return {
        document.id: list(_meetings(doc, document.source, reading.characters.original))
        for document, (doc, reading) in zip(documents, docs, strict=True)
    }


def _meetings(doc: Doc, corpus: str, original: Move) -> Iterator[MarkedMeeting]:
    for meeting in meeting_words(doc):
        if corpus in ONLY_HELD and meeting.status not in HELD:
            continue
        if corpus in WHO_IS_MEANT:
            meant = [_named(span) for span in (*meeting.participants, *meeting.understood)]
            meeting = replace(meeting, participants=list(dict.fromkeys(meant)))
        for one in _relations(meeting) if corpus in RELATIONS else [meeting]:
            words = _marked(one, original, visited_takes_part=corpus in VISITED_TAKES_PART)
            if corpus not in WHO_MET_WHOM or len(words.participants) > 1:
                yield words


def _relations(meeting: MeetingWords) -> Iterator[MeetingWords]:
    """Each of two who met, by name: one on either side of the trigger if there are such, else any two."""
    people = [_named(span) for span in meeting.participants]
    before = [span for span in people if span.start < meeting.trigger.start]
    after = [span for span in people if span.start > meeting.trigger.start]
    for two in product(before, after) if before and after else combinations(people, 2):
        yield replace(meeting, participants=two)


def _named(span: Span) -> Span:
    """The last name before a pronoun of whoever it means, else the only one in its sentence; other words stay."""
    mentions = group(span.doc, "mentions")
    if span[0].pos_ != "PRON" or len(span) > 1:
        return span
    keys = {m.kb_id_ for m in mentions if (m.start, m.end) == (span.start, span.end)}
    named = [m for m in mentions if m[0].pos_ != "PRON" and m.label_ == "PERSON"]
    names = [m for m in named if m.kb_id_ in keys and m.start < span.start]
    here = [
        m for m in named if not keys and span[0].lower_ in SINGULAR and m.start < span.start and m.sent == span.sent
    ]
    return names[-1] if names else here[0] if len({m.kb_id_ for m in here}) == 1 else span


def meeting_words(doc: Doc) -> Iterator[MeetingWords]:
    """Yield the words of the meetings of a Doc, of those that its text denies, and of every other frame that fits."""
    for draft in doc._.meetings or []:
        yield _of_draft(draft, draft.status)
    for draft in doc._.dismissed or []:
        yield _of_draft(draft, "none")
    for passage in passed_over(doc):
        words = words_of(passage)
        if words is not None:
            yield words


def _of_draft(draft: DraftMeeting, status: str) -> MeetingWords:
    participants = dict.fromkeys(_words_in_sentence(participant, draft.sentence) for participant in draft.participants)
    return MeetingWords(draft.kind, status, draft.trigger, list(participants), list(_place_mentions(draft)), draft.date)


def _words_in_sentence(participant: DraftParticipant, sentence: Span) -> Span:
    """The words for a participant in a meeting's sentence: the name with all that belongs to it, or "they", "a team".

    The name alone if it stands beside the slot: "a delegation led by Ada Obi".
    """
    span, slot = participant.span, participant.slot
    if slot is None:
        return span
    is_elsewhere = not sentence.start <= span.start < sentence.end
    return slot if is_elsewhere or (slot.start <= span.start and span.end <= slot.end) else span


def _marked(meeting: MeetingWords, original: Move, *, visited_takes_part: bool) -> MarkedMeeting:
    def words(spans: Iterable[Span]) -> tuple[Words, ...]:
        moved = (original(span.start_char, span.end_char) for span in spans)
        return tuple(Words(start=start, end=end) for start, end in moved)

    visited = meeting.places if meeting.kind == "visit" and visited_takes_part else ()
    return MarkedMeeting(
        kind=meeting.kind,
        trigger=words([meeting.trigger])[0],
        participants=words([*meeting.participants, *visited]),
        place=words(meeting.places),
        time=words([meeting.date] if meeting.date is not None else []),
    )


def _place_mentions(draft: DraftMeeting) -> Iterator[Span]:
    """For each place of a meeting the mention in its sentence that is nearest to the trigger."""
    here = [m for m in group(draft.trigger.doc, "mentions") if draft.sentence.start <= m.start < draft.sentence.end]
    for key in draft.places:
        mentions: Iterable[Span] = (mention for mention in here if mention.kb_id_ == key)
        yield from sorted(mentions, key=lambda mention: abs(mention.start - draft.trigger.start))[:1]
