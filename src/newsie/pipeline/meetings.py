"""The component that finds meetings: who takes part, where, when, and who says so."""

from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from newsie.pipeline import attribution, circumstances, syntax
from newsie.pipeline.attendance_rules import attendance_words
from newsie.pipeline.attendees import add_attendees
from newsie.pipeline.attribution_rules import attribution_rules
from newsie.pipeline.clauses import Clause, read_clauses
from newsie.pipeline.delegations import Delegation, Told, learn
from newsie.pipeline.elaboration import elaboration_words, name_groups
from newsie.pipeline.entities import DraftMeeting, DraftParticipant
from newsie.pipeline.extensions import register
from newsie.pipeline.frame_rules import frame_rules, trigger_words
from newsie.pipeline.frames import FrameMatch, is_counted, match_frames
from newsie.pipeline.genres import genres, is_of_the_news
from newsie.pipeline.interviews import is_interview
from newsie.pipeline.occasions import find_occasion
from newsie.pipeline.owners import is_called_off, main_person, travellers
from newsie.pipeline.participants import read_participants
from newsie.pipeline.parts import read_parts
from newsie.pipeline.people_words import is_headline, is_official, is_plural, is_somebody
from newsie.pipeline.phrases import entity_phrases
from newsie.pipeline.quotations import quoted_tokens
from newsie.pipeline.references import SIDES
from newsie.pipeline.scenes import place_later, place_on_visit, place_there
from newsie.pipeline.separate import are_bilateral, are_calls, are_of_these_two, are_separate, sides
from newsie.pipeline.sequels import find_sequels, sequel_words
from newsie.pipeline.status import read_status
from newsie.pipeline.stories import story_start

# What a parser may take for those whom people met "face to face".
ALONE = {"face", "one-on-one", "face-to-face", "head-to-head"}

# Pronouns for one party of a meeting.
UNTOLD = {"he", "she", "it", "his", "her", "its", "who"}


@Language.factory(
    "newsie_meetings",
    requires=["token.tag", "token.dep", "token.lemma", "doc.spans"],
    assigns=["doc._.meetings", "doc.spans"],
)
def make_meetings(nlp: Language, name: str) -> "Meetings":
    """Make the component; it parses simplified sentences with the tagger and the parser of `nlp`."""
    return Meetings(nlp)


class Meetings:
    """Finds meetings in a Doc with mentions: drafts in `doc._.meetings`, their triggers in `doc.spans["meetings"]`.

    Every report of an encounter is a draft of its own, without status; `newsie_status` completes and joins them.
    """

    def __init__(self, nlp: Language) -> None:
        register()
        self._nlp = nlp

    def __call__(self, doc: Doc) -> Doc:
        """Find the meetings of `doc`."""
        clauses = read_clauses(
            self._nlp,
            doc,
            entity_phrases(doc),
            trigger_words() | attendance_words() | elaboration_words() | sequel_words(),
        )
        other_genres = genres(doc)
        drafts = [draft for story in _stories(doc, clauses) for draft in draft_meetings(doc, story)]
        doc._.meetings = [draft for draft in drafts if is_of_the_news(draft, other_genres) and not is_interview(draft)]
        doc.spans["meetings"] = [meeting.trigger for meeting in doc._.meetings]
        return doc


def _stories(doc: Doc, clauses: list[Clause]) -> Iterable[list[Clause]]:
    """The parsed sentences of each story of an article: nobody of one is "the two" or "also present" in the next."""
    stories: dict[int, list[Clause]] = {}
    for clause in clauses:
        stories.setdefault(story_start(doc, clause.span.start), []).append(clause)
    return stories.values()


def draft_meetings(doc: Doc, clauses: list[Clause]) -> list[DraftMeeting]:
    """Return a draft for every report of a meeting in some parsed sentences, with those who were added later."""
    quoted = quoted_tokens(doc)
    meetings: list[DraftMeeting] = []
    told = Told()
    previous: Clause | None = None
    for clause in clauses:
        spoken_of, told.spoken_of = told.spoken_of, None
        learn(clause, told.delegations)
        for matches in match_frames(clause.copy):
            if clause.origin(matches[0].head).start not in quoted:
                told.met = [meeting.participants for meeting in _in_order_told(meetings, clause, previous)]
                drafts = (_draft(clause, match, told, spoken_of) for match in matches)
                meetings += next((draft for draft in drafts if draft), [])
        meetings += find_sequels(clause, previous, meetings)
        _date_sequence(clause, meetings)
        place_there(clause, meetings)
        place_later(clause, meetings)
        read_parts(clause, meetings)
        place_on_visit(clause, meetings)
        name_groups(clause, previous, meetings)
        add_attendees(clause, meetings, quoted)
        previous = clause
    return meetings


def _in_order_told(meetings: list[DraftMeeting], clause: Clause, previous: Clause | None) -> list[DraftMeeting]:
    """The meetings so far; the first, of which the article is, comes last for "this is the third meeting of the two".

    It does so in the sentence behind it, too: "They saw each other in May".
    """
    counted = is_counted(clause.copy) or (previous is not None and is_counted(previous.copy))
    return [*meetings, *meetings[:1]] if counted else meetings


def _date_sequence(clause: Clause, meetings: list[DraftMeeting]) -> None:
    """Give undated meetings of a clause with "in the afternoon" or "an hour later" the day of the last dated one.

    The afternoon in which people will meet is not that of a meeting that was held.
    """
    text = f" {clause.span.text.lower()} "
    if not any(f" {words}" in text for words in frame_rules().same_day):
        return
    days: dict[bool, Span | None] = {}
    for meeting in (meeting for meeting in meetings if meeting.kind != "visit"):
        if meeting.sentence == clause.span and meeting.date is None:
            meeting.date = days.get(_is_to_come(meeting))
        if meeting.date is not None:
            days[_is_to_come(meeting)] = meeting.date


def _is_to_come(meeting: DraftMeeting) -> bool:
    """Whether a meeting is planned."""
    return read_status(meeting.trigger, meeting.sentence) in ("planned", "possible")


def _draft(clause: Clause, match: FrameMatch, told: Told, spoken_of: Delegation | None) -> list[DraftMeeting]:
    """The meetings that a frame reports in a clause: one, or one with each of those who were met separately.

    `spoken_of` is the delegation of the clause before, for "they".
    """
    people_only = match.frame.parties != "any"
    subjects = read_participants(
        clause, _clear(clause, match), told, people_only=people_only or match.is_setting, part=match.subject_part
    )
    if spoken_of is not None and match.others and [token.lower_ for token in match.subjects] == ["they"]:
        they, part = clause.origin(match.subjects[0]), match.subject_part
        subjects = [DraftParticipant(m.span, m.entity, part, slot=they) for m in spoken_of.members]
    if not match.subjects and is_called_off(match.head):
        subjects = travellers(told) if match.frame.parties == "place" else main_person(told)
    if match.frame.parties == "place":
        places = _destinations(clause, match.others)
        visitors = [subject for subject in subjects if subject.entity or _is_definite(subject.span)]
        if not places or not _is_news(visitors, 1):
            return []
        return [_meeting(clause, match, visitors, places, find_occasion(clause, match.head))]
    others = read_participants(clause, match.others, told, people_only=people_only, part=match.other_part)
    others = [other for other in others if not any(_same(other, subject) for subject in subjects)]
    everybody = subjects + others
    subjects, others = _outermost(subjects, everybody), _outermost(others, everybody)
    if (
        _only_refers_back(subjects + others, told)
        or not _enough(match, subjects, others)
        or _is_of_body(clause, match, subjects + others)
    ):
        return []
    occasion = find_occasion(clause, match.head)
    places = circumstances.find_places(clause, match.head, occasion)
    apart = not are_of_these_two(match.head, subjects, others) and (
        are_separate(match.head, match.others)
        or (match.frame.kind == "call" and are_calls(clause, match.head, match.others))
        or (match.subject_part is None and are_bilateral(clause, subjects, others))
    )
    drafts = [_meeting(clause, match, people, places, occasion) for people in sides(apart, subjects, others)]
    return [draft for draft in drafts if not _tells_no_more(match, draft, told)]


def _tells_no_more(match: FrameMatch, draft: DraftMeeting, told: Told) -> bool:
    """Whether "their talks focused on trade" speaks of what those who met last have just been told to have done."""
    if not told.met or draft.date is not None or not any(token.lower_ == "their" for token in match.subjects):
        return False
    met = {participant.entity for participant in told.met[-1]}
    is_held = read_status(draft.trigger, draft.sentence) == "held"
    return is_held and {participant.entity for participant in draft.participants} <= met


def _clear(clause: Clause, match: FrameMatch) -> list[Token]:
    """The subjects without a bare "they" who meet somebody else: nobody says whether all who met before are meant.

    If the sentence before has several people for its subject, it is plain that they are.
    """
    return [token for token in match.subjects if clause.topics or not (match.others and token.lower_ == "they")]


def _only_refers_back(people: list[DraftParticipant], told: Told) -> bool:
    """Whether one side is "the sides", or all are, where others met before, "the ministers": no new meeting is told."""
    spans = [person.span for person in people if person.entity is None]
    bare = [span for span in spans if len(span) == 2 and span[0].lower_ == "the" and is_plural(span)]
    told_before = any(sum(p.entity is not None for p in met) > 1 for met in told.met)
    # "The sides" are those of whom the article speaks anyway.
    return any(span[1].lemma_.lower() in SIDES for span in bare) or (told_before and 0 < len(bare) == len(people))


def _is_of_body(clause: Clause, match: FrameMatch, people: list[DraftParticipant]) -> bool:
    """Whether one person was at an organization's own meeting, "the council's session": nobody says who met whom."""
    own = {clause.origin(token) for token in match.head.children if token.dep_ in ("poss", "compound")}
    rest = [person for person in people if person.span.label_ != "ORG" or person.slot not in own]
    return len(rest) < len(people) and not match.others and not _is_news(rest, 2)


def _outermost(people: list[DraftParticipant], everybody: list[DraftParticipant]) -> list[DraftParticipant]:
    """Those who are not named within the words for a group: "the minister of Ghana" is no meeting with Ghana."""
    groups = [other.span for other in everybody if other.entity is None]
    return [p for p in people if not any(_is_within(p.span, group) for group in groups)]


def _is_within(span: Span, group: Span) -> bool:
    return group.start <= span.start and span.end <= group.end and len(span) < len(group)


def _same(one: DraftParticipant, other: DraftParticipant) -> bool:
    return one.entity == other.entity if one.entity else one.span == other.span


def _enough(match: FrameMatch, subjects: list[DraftParticipant], others: list[DraftParticipant]) -> bool:
    """Whether the slots that the frame asks for are filled: both sides, or one side with several members."""
    if subjects and others:
        return _is_news(subjects + others, 2)
    if others and (match.frame.gathering or match.head.lemma_.lower() in match.frame.nouns):
        return _is_news(others, 2) and not _lacks_one(match)
    # Whom or what they met is told: an unknown, "the press", or no one ("met the deadline", but "meet face to face").
    others_told = [token for token in match.others if token.lower_ not in ALONE and not _is_aside(token)]
    told = bool(others_told) and (syntax.is_verb(match.head) or any(is_somebody(token) for token in others_told))
    return bool(subjects) and match.frame.alone and not told and _is_news(subjects, 2)


def _lacks_one(match: FrameMatch) -> bool:
    """Whether it is told who met the others, but not whom "he" means: nobody says that these met each other."""
    return not match.frame.gathering and any(token.lower_ in UNTOLD for token in match.subjects)


def _is_aside(token: Token) -> bool:
    """Whether a parser took what explains a place for an object: "met at Elm Base, the old fort, on Monday".

    Or what explains how they met: "sat down on Monday, with a flag between them".
    """
    before = token.left_edge.i - 1
    if before > 0 and token.doc[before].lower_ == "with" and not is_somebody(token):
        before -= 1
    return before >= 0 and token.doc[before].text == ","


def _is_news(participants: list[DraftParticipant], least: int) -> bool:
    """Whether they are enough, a plural counting as several, and one of them is named or holds an office."""
    count = sum(1 if participant.entity or not is_plural(participant.span) else 2 for participant in participants)
    if not participants:
        return False
    in_sentence = any(p.entity for p in participants) or not is_headline(participants[0].span)
    return count >= least and in_sentence and any(p.entity or is_official(p.span) for p in participants)


def _is_definite(span: Span) -> bool:
    """Whether a group's words mean somebody in particular: "the foreign minister", "Oman's envoys", no "officers"."""
    return span[0].lower_ == "the" or any(token.tag_ in ("PRP$", "POS") for token in span)


def _destinations(clause: Clause, tokens: list[Token]) -> list[str]:
    inner = [place for token in tokens if clause.phrase(token) is None for place in _places_of(token)]
    mentions = [phrase.mention for token in (*tokens, *inner) if (phrase := clause.phrase(token)) is not None]
    return [mention.kb_id_ for mention in mentions if mention.label_ in ("PLACE", "ORG")]


def _places_of(token: Token) -> list[Token]:
    """What may name the place of a common noun: "a shipyard in Accra", "the Accra shipyard"."""
    compounds = [child for child in token.children if child.dep_ in ("compound", "nmod")]
    return compounds + syntax.prepositional(token, circumstances.AT) if token.pos_ == "NOUN" else []


def _meeting(
    clause: Clause, match: FrameMatch, participants: list[DraftParticipant], places: list[str], occasion: Span | None
) -> DraftMeeting:
    trigger = clause.original(match.trigger)
    return DraftMeeting(
        kind=match.frame.kind,
        trigger=Span(clause.span.doc, trigger.start, trigger.end, label="MEETING", span_id=match.frame.rule),
        sentence=clause.span,
        rule=match.frame.rule,
        participants=participants,
        cameo=match.frame.cameo,
        plover_mode=match.frame.plover_mode,
        places=places,
        occasion=occasion,
        date=circumstances.find_date(clause, match.head, attribution_rules().speech),
        attributed_to=attribution.find_sources(clause, match.head),
    )
