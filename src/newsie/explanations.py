"""Why newsie says what it says of each meeting: plain records, beside those of the record format and no part of it.

Offsets are characters, half-open, counted in the article's text.
"""

from typing import Literal

from newsie.records import Article, DateValue, MeetingKind, MentionKind, Part, ParticipantType, Record, Span, Status

Reference = MentionKind | Literal["group"]


class ParticipantReading(Record):
    """Who takes part, the words that say so, what kind of reference they are, and why they mean this one.

    `slot` holds what fills the place in the trigger's sentence if that isn't `words`: "they", "a delegation";
    `elsewhere` the sentence of the words if they stand in another.
    """

    name: str
    type: ParticipantType
    part: Part | None = None
    words: Span
    slot: Span | None = None
    elsewhere: Span | None = None
    reference: Reference
    because: str


class StatusReading(Record):
    """The status ("none" of what is no meeting), and the words that decided it; null if none say anything else."""

    status: Status | Literal["none"]
    cue: Span | None = None


class DateReading(Record):
    """When it was, and the words that say so. `elsewhere` tells that they stand outside of the trigger's sentence."""

    value: DateValue
    words: Span
    elsewhere: bool = False


class PlaceReading(Record):
    """Where it was, and the words that say so, if any name it.

    `elsewhere` tells that they stand outside of the trigger's sentence, perhaps in the dateline.
    """

    name: str
    words: Span | None = None
    elsewhere: bool = False
    in_dateline: bool = False


class OccasionReading(Record):
    """The event on which it took place, in the article's words; `elsewhere`, that another sentence has them."""

    words: Span
    elsewhere: bool = False


class ReportReading(Record):
    """One passage about a meeting: the rule that fired, its trigger, and the sentence."""

    rule: str
    trigger: Span
    sentence: Span


class MeetingReading(Record):
    """One meeting of an article with the reasons for all that is said of it."""

    kind: MeetingKind
    report: ReportReading
    participants: tuple[ParticipantReading, ...]
    status: StatusReading
    date: DateReading | None = None
    places: tuple[PlaceReading, ...] = ()
    occasion: OccasionReading | None = None
    attributed_to: tuple[str, ...] = ()
    joined: tuple[ReportReading, ...] = ()


class Dismissal(Record):
    """A passage that would report a meeting if its cue ("refused to") didn't say that there was none."""

    report: ReportReading
    status: StatusReading


class PassedOverReading(Record):
    """A passage in which a rule fits, but in which no meeting was read, and why."""

    report: ReportReading
    because: str


class ArticleExplanation(Record):
    """The meetings of one article, and the passages that were taken for none: by a cue, and for other reasons."""

    article: Article
    meetings: tuple[MeetingReading, ...] = ()
    dismissed: tuple[Dismissal, ...] = ()
    passed_over: tuple[PassedOverReading, ...] = ()


class RunExplanation(Record):
    """The object of `newsie explain --format json`."""

    articles: tuple[ArticleExplanation, ...] = ()
