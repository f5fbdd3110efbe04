"""One meeting once an article: join the drafts that report the same encounter."""

from collections.abc import Iterable
from datetime import timedelta

from newsie.pipeline.entities import DraftMeeting
from newsie.pipeline.people_words import is_headline
from newsie.pipeline.unnamed import named_elsewhere
from newsie.records import DateValue

# A meeting of one of these kinds may be reported as the other: "met" in the headline, "held talks" in the text.
SAME_KIND = {"talks": "meeting", "summit": "meeting", "negotiation": "meeting"}
TAKES_PLACE = {"held", "ongoing"}
LIES_AHEAD = {"planned", "possible"}
# The rule for "A and B discussed": it doesn't say whether they met or spoke by phone.
VAGUE = "discuss"
# Before the words for a plan: "had been scheduled to", "was due to".
PAST_PLANS = {"had", "was", "were"}
NEWS = timedelta(days=45)
"""What is longer ago is no news, but what an article recalls."""

# Words with a trigger that set an encounter apart as one of the past.
BACKGROUND = {"last", "first", "previously", "ago", "previous", "earlier", "again"}
# Before a comma at the head of a sentence they begin with another event of the day.
NEXT_EVENT = {"earlier", "later", "afterwards", "afterward", "then", "subsequently"}


def join_reports(meetings: list[DraftMeeting]) -> list[DraftMeeting]:
    """Return the meetings with all reports of one encounter joined into the most informative one, in order."""
    joined: list[DraftMeeting] = []
    for meeting in meetings:
        match = next((other for other in joined if is_same_encounter(other, meeting)), None) or _topic_of(
            meeting, joined
        )
        if match is None:
            joined.append(meeting)
        else:
            joined[joined.index(match)] = _join(match, meeting)
    return _with_names(joined)


def _with_names(meetings: list[DraftMeeting]) -> list[DraftMeeting]:
    """Complete the meetings that say who took part from those that tell of the same encounter with somebody unnamed."""
    kept = list(meetings)
    for meeting in meetings:
        others = [other for other in kept if other is not meeting and _may_be_one(other, meeting)]
        match = named_elsewhere(meeting, others)
        if match is not None:
            kept = [other for other in kept if other is not meeting]
            _complete(match, meeting)
    return kept


def _may_be_one(one: DraftMeeting, other: DraftMeeting) -> bool:
    return _kinds_agree(one, other) and _status_agrees(one, other) and _dates_agree(one, other)


def _topic_of(meeting: DraftMeeting, before: list[DraftMeeting]) -> DraftMeeting | None:
    """The last meeting before "the two sides discussed trade", which names nobody and tells of what was said there.

    Or the one before "the two ministers will discuss trade", written while they meet.
    """
    met = [other for other in before if other.kind != "visit"]
    if met and _is_agenda(meeting, met[-1]):
        return met[-1]
    if meeting.rule != VAGUE or _entities(meeting) or not met or not _status_agrees(met[-1], meeting):
        return None
    return met[-1]


def _is_agenda(meeting: DraftMeeting, before: DraftMeeting) -> bool:
    """Whether "the two will discuss trade" tells, without a day of its own, of the very people who have just met."""
    if meeting.rule != VAGUE or before.rule == VAGUE or meeting.status != "planned" or before.status not in TAKES_PLACE:
        return False
    slots, met = {participant.slot for participant in meeting.participants}, _entities(before)
    return len(slots) == 1 and meeting.date is None and len(met) > 1 and _entities(meeting) == met


def is_same_encounter(one: DraftMeeting, other: DraftMeeting) -> bool:
    """Whether two drafts speak of one encounter: same people, no contradiction in kind, status, date or background."""
    if not _kinds_agree(one, other) or not _status_agrees(one, other):
        return False
    if not _people_agree(one, other) or not _dates_agree(one, other):
        return False
    if one.sentence == other.sentence and _group_words(one) != _group_words(other):
        return False  # "will receive B in Accra, where the two will meet bankers"
    if _guests_met(one, other) or _guests_met(other, one) or _is_next_event(one, other):
        return False
    return one.kind != "visit" or bool(set(one.places) & set(other.places))


def _kinds_agree(one: DraftMeeting, other: DraftMeeting) -> bool:
    same = SAME_KIND.get(one.kind, one.kind) == SAME_KIND.get(other.kind, other.kind)
    return same or VAGUE in (one.rule, other.rule)


def _status_agrees(one: DraftMeeting, other: DraftMeeting) -> bool:
    statuses = {one.status, other.status}
    if statuses == {"cancelled", "planned"}:
        return _was_planned(one if one.status == "planned" else other)
    if statuses == {"held", "denied"}:
        # What one side reports, the other denies: of people who met often only the day says which meeting is meant.
        return _entities(one) == _entities(other) and _value(one) is not None and _value(other) is not None
    return len(statuses) == 1 or statuses <= TAKES_PLACE or statuses <= LIES_AHEAD


def _was_planned(meeting: DraftMeeting) -> bool:
    """Whether a plan is told as one of the past, "had been scheduled to meet": of a meeting called off."""
    cue = meeting.cue
    return cue is not None and any(token.lower_ in PAST_PLANS for token in cue.doc[max(cue.start - 2, 0) : cue.end])


def _people_agree(one: DraftMeeting, other: DraftMeeting) -> bool:
    mine, theirs = _entities(one), _entities(other)
    if one.kind == "visit":
        return bool(mine & theirs)
    if not mine or not theirs:
        return _group_words(one) == _group_words(other)
    return (mine <= theirs or theirs <= mine) and (len(mine & theirs) > 1 or _group_words(one) == _group_words(other))


def _guests_met(reception: DraftMeeting, meeting: DraftMeeting) -> bool:
    """Whether a meeting is one of guests alone: A and B met, and then the mayor "hosted the two at a lunch"."""
    hosts = {participant.entity for participant in reception.participants if participant.part == "host"}
    met = _entities(meeting)
    return meeting.rule != VAGUE and len(met) > 1 and met < _entities(reception) and bool(hosts) and not met & hosts


def _is_next_event(one: DraftMeeting, other: DraftMeeting) -> bool:
    """Whether the later of two reports opens with "Earlier," and tells of fewer people or more: of another event."""
    earlier, later = sorted((one, other), key=lambda meeting: meeting.sentence.start)
    opening = [token.lower_ for token in later.sentence if not token.is_space][:2]
    opens_next = opening[1:] == [","] and opening[0] in NEXT_EVENT
    return opens_next and _entities(one) != _entities(other) and not is_headline(earlier.sentence)


def _entities(meeting: DraftMeeting) -> set[str]:
    return {participant.entity for participant in meeting.participants if participant.entity}


def _group_words(meeting: DraftMeeting) -> set[str]:
    return {participant.span.text.lower() for participant in meeting.participants if not participant.entity}


def _dates_agree(one: DraftMeeting, other: DraftMeeting) -> bool:
    mine, theirs = _value(one), _value(other)
    if mine is not None and theirs is not None and mine.from_ and mine.to and theirs.from_ and theirs.to:
        return mine.from_ <= theirs.to and theirs.from_ <= mine.to
    if _is_background(one) or _is_background(other) or _is_old_behind(one, other) or _is_old_behind(other, one):
        return False
    return mine is None or theirs is None or mine.text == theirs.text


def _is_old_behind(one: DraftMeeting, other: DraftMeeting) -> bool:
    """Whether a dated meeting of long before the article is told behind an undated one, which is the article's news.

    In front of it, it may be the one of which the article goes on to tell.
    """
    value, article = _value(one), one.trigger.doc._.article
    published = article.published if article is not None else None
    if value is None or value.to is None or published is None or _value(other) is not None:
        return False
    return published - value.to > NEWS and other.trigger.start < one.trigger.start


def _value(meeting: DraftMeeting) -> DateValue | None:
    value: DateValue | None = meeting.date._.date if meeting.date is not None else None
    return value


def _is_background(meeting: DraftMeeting) -> bool:
    """Whether it is told as one of the past; "had met" says so but where somebody reports it ("said that they had")."""
    doc, trigger = meeting.trigger.doc, meeting.trigger
    near = doc[max(meeting.sentence.start, trigger.start - 3) : min(meeting.sentence.end, trigger.end + 4)]
    had = not meeting.attributed_to and trigger.start > meeting.sentence.start and trigger[0].tag_ == "VBN"
    return any(token.lower_ in BACKGROUND for token in near) or (had and doc[trigger.start - 1].lower_ == "had")


def _join(one: DraftMeeting, other: DraftMeeting) -> DraftMeeting:
    """The more informative of two drafts, completed from the other."""
    main, rest = (other, one) if _information(other) > _information(one) else (one, other)
    known = _entities(main)
    main.participants += [person for person in rest.participants if person.entity and person.entity not in known]
    return _complete(main, rest)


def _complete(main: DraftMeeting, rest: DraftMeeting) -> DraftMeeting:
    """A draft with what another one of the same encounter, and of the same people, knows more."""
    main.status = "denied" if rest.status == "denied" else main.status
    main.places = main.places or rest.places
    main.date = main.date or rest.date
    main.occasion = main.occasion or rest.occasion
    if rest.status == "cancelled":
        main.status, main.cue = rest.status, rest.cue
    main.joined += [rest, *rest.joined]
    main.attributed_to = list(_unique([*main.attributed_to, *rest.attributed_to]))
    return main


def _information(meeting: DraftMeeting) -> tuple[bool, int, bool, bool]:
    return meeting.rule != VAGUE, len(_entities(meeting)), meeting.date is not None, bool(meeting.places)


def _unique(values: Iterable[str]) -> Iterable[str]:
    return dict.fromkeys(values)
