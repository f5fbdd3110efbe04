"""One meeting as one article has it, with what is needed to compare it with what other articles have."""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from newsie.countries import capital_code, country_code
from newsie.folding import fold
from newsie.ids import content_id
from newsie.records import Article, DateValue, Meeting, Role
from newsie.resolve.places import place_key

Roles = Mapping[str, tuple[Role, ...]]

HAPPENED = frozenset({"held", "ongoing"})
AHEAD = frozenset({"planned", "possible"})

UNDATED_DAYS = 10
"""News reports what happened, or will happen, within so many days of its publication if it does not say when."""

PRECISE_DAYS = 7
"""A date up to this long tells one meeting of two people from their next one."""

VAGUE_DAYS = 31
"""A date longer than this ("last year") cannot tell which of their meetings is meant."""


COPIED_LENGTH = 60
"""Two articles that have a sentence of so many characters in common have copied it."""


@dataclass(frozen=True)
class Window:
    """The days, first to last, within which a meeting falls, and whether the article dates it itself."""

    first: datetime.date
    last: datetime.date
    dated: bool

    @cached_property
    def days(self) -> int:
        """The number of days."""
        return (self.last - self.first).days + 1

    @cached_property
    def precise(self) -> bool:
        """Whether the article itself dates the meeting to within a week."""
        return self.dated and self.days <= PRECISE_DAYS

    @cached_property
    def vague(self) -> bool:
        """Whether the article's own date is too long to tell meetings apart."""
        return self.dated and self.days > VAGUE_DAYS

    def overlaps(self, other: "Window") -> bool:
        """Whether there is a day in both."""
        return self.first <= other.last and other.first <= self.last

    def follows(self, other: "Window") -> bool:
        """Whether each is one day that the article names, and they are next to each other."""
        days = {self.first.toordinal(), other.last.toordinal()}
        single = self.dated and other.dated and self.days == other.days == 1
        return single and max(days) - min(days) == 1

    def within(self, other: "Window") -> bool:
        """Whether all days are days of the other, too."""
        return other.first <= self.first and self.last <= other.last


@dataclass(frozen=True)
class Sighting:
    """A meeting of one article, its ids those of the run. `order` is the article's position in the run.

    `places` are the keys of the names of its places under their kind: country, city, region, facility. `realms` are the
    codes of the countries among them, and of those whose capital is among them: who visits the one visits the other.
    `roles` are those that the article gives people who took part, by their ids.
    """

    article: Article
    order: int
    meeting: Meeting
    window: Window
    places: Mapping[str, frozenset[str]]
    realms: frozenset[str]
    roles: Roles

    @cached_property
    def key(self) -> str:
        """The id that the meeting has in a run if no earlier article reports it."""
        return content_id("meeting", self.article.id, self.meeting.id)

    @cached_property
    def position(self) -> tuple[int, int]:
        """Where the run reports it: article, offset."""
        return self.order, min(report.trigger.start for report in self.meeting.reports)

    @cached_property
    def happened(self) -> bool:
        """Whether the article says that it was held, or is."""
        return self.meeting.status in HAPPENED

    @cached_property
    def sentences(self) -> frozenset[str]:
        """The sentences that report it, folded, if they are long enough to be copied rather than written twice."""
        folded = (fold(report.sentence.text) for report in self.meeting.reports)
        return frozenset(sentence for sentence in folded if len(sentence) >= COPIED_LENGTH)

    @cached_property
    def people(self) -> tuple[str, ...]:
        """The ids of the people who took part, in the order of the text."""
        return tuple(one.id for one in self.meeting.participants if one.id and one.type == "person")

    @cached_property
    def participants(self) -> tuple[str, ...]:
        """The ids of all who took part and have a record; groups in their own words identify nothing."""
        return tuple(one.id for one in self.meeting.participants if one.id and one.type != "group")

    @cached_property
    def place_names(self) -> frozenset[str]:
        """The keys of the names of all places."""
        return frozenset().union(*self.places.values())


def sighting(
    article: Article, order: int, meeting: Meeting, place_kinds: Mapping[str, str], roles: Roles | None = None
) -> Sighting:
    """Return a meeting in a form to compare.

    `place_kinds` gives the kind of each place and seat by its id, `roles` those of people by theirs, as in the article.
    """
    places: dict[str, frozenset[str]] = {}
    for place in meeting.places:
        kind = place_kinds.get(place.id or "", "unknown")
        places[kind] = places.get(kind, frozenset()) | {place_key(place.name)}
    days = window(meeting.date, meeting.status, article.published)
    return Sighting(article, order, meeting, days, places, frozenset(_realms(meeting, places)), roles or {})


def _realms(meeting: Meeting, places: Mapping[str, frozenset[str]]) -> Iterator[str]:
    for place in meeting.places:
        countries = place_key(place.name) in places.get("country", ())
        code = country_code(place.name) if countries else capital_code(place.name)
        if code:
            yield code


def window(date: DateValue | None, status: str, published: datetime.date | None) -> Window:
    """Return the days on which a meeting can have been: those of its date, else those about the day of publication."""
    if date and date.from_ and date.to:
        return Window(date.from_, date.to, dated=True)
    if published is None:
        return Window(datetime.date.min, datetime.date.max, dated=False)
    before = 0 if status in AHEAD else UNDATED_DAYS
    after = 0 if status in HAPPENED else UNDATED_DAYS
    return Window(_shifted(published, -before), _shifted(published, after), dated=False)


def _shifted(day: datetime.date, days: int) -> datetime.date:
    """The day so many days later, or the last one that there is."""
    ordinal = day.toordinal() + days
    return datetime.date.fromordinal(min(max(ordinal, 1), datetime.date.max.toordinal()))
