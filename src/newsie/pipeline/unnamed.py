"""Encounters told with somebody unnamed that the article tells with the name elsewhere: "met the new naval chief"."""

from collections.abc import Sequence

from spacy.tokens import Span

from newsie import countries
from newsie.pipeline.entities import DraftMeeting, DraftParticipant, Entity
from newsie.pipeline.office_groups import country_codes
from newsie.pipeline.people_nouns import rules
from newsie.pipeline.people_words import COUNTS, is_headline
from newsie.pipeline.protagonists import countries_of, is_such

PAIRS = {word for word, count in COUNTS.items() if count == 2}


def named_elsewhere(meeting: DraftMeeting, others: Sequence[DraftMeeting]) -> DraftMeeting | None:
    """Return the only one of some meetings that can be meant where others say who the unnamed are; else None.

    Those named take part in both; each of the unnamed fits one person of the other meeting: of a headline a country or
    an office will do, in the text both have to agree. "Both leaders" are two people of the only meeting of two, and
    "the Omani and Ghanaian ministers", or "Oman and Ghana", those who are from there.
    """
    codes = _countries(meeting)
    if meeting.kind == "visit" or not (_groups(meeting) or codes):
        return None
    lists = [other for other in others if other.kind != "visit" and len(_people(other)) > 1]
    if _is_pair(meeting):
        return lists[0] if _are_of_one_pair(lists) else None
    names_all = _are_of_each if codes else _names_all
    lists = [other for other in lists if names_all(meeting, other)]
    return lists[0] if len(lists) == 1 else None


def _groups(meeting: DraftMeeting) -> list[DraftParticipant]:
    return [participant for participant in meeting.participants if participant.entity is None]


def _named(meeting: DraftMeeting) -> set[str]:
    return {participant.entity for participant in meeting.participants if participant.entity}


def _people(meeting: DraftMeeting) -> list[Entity]:
    known: dict[str, Entity] = meeting.trigger.doc._.entities or {}
    found = [known[p.entity] for p in meeting.participants if p.entity in known]
    return [entity for entity in found if entity.kind == "PERSON"]


def _is_pair(meeting: DraftMeeting) -> bool:
    """Whether all that is told of who met is "both leaders", "the two ministers"."""
    words = {token.lower_ for token in meeting.participants[0].span}
    return len(meeting.participants) == 1 and bool(words & PAIRS) and "countries" not in words


def _are_of_one_pair(meetings: Sequence[DraftMeeting]) -> bool:
    """Whether there are meetings, and all of them are of the same two people."""
    pairs = {frozenset(person.key for person in _people(meeting)) for meeting in meetings}
    return len(pairs) == 1 and all(len(pair) == 2 for pair in pairs)


def _countries(meeting: DraftMeeting) -> list[str]:
    """The codes of two countries or more, if nobody else is told to have met than they or their officials."""
    spans = [participant.span for participant in meeting.participants]
    if any(span.label_ in ("PERSON", "ORG") for span in spans):
        return []
    if len(spans) == 1:
        return country_codes(spans[0])
    codes = [countries.country_code(span.text) for span in spans]
    return [code for code in codes if code is not None] if None not in codes else []


def _are_of_each(meeting: DraftMeeting, other: DraftMeeting) -> bool:
    """Whether the people of another meeting are such, and one of each country; that of one may be left out."""
    codes, people = _countries(meeting), _people(other)
    nouns = [group.span.root.lemma_.lower() for group in _groups(meeting)]
    if not all(_is_definite(group.span) for group in _groups(meeting)):
        return False  # "leaders from Oman and Ghana" may be others
    if not all(is_such(person, noun) for person in people for noun in nouns):
        return False
    from_there = [[code for code in codes if code in countries_of(person)] for person in people]
    found = {code for known in from_there for code in known}
    stateless = [person for person in people if not countries_of(person)]
    alone = all(len(known) < 2 for known in from_there)
    return alone and len(codes) == len(people) == len(found) + len(stateless) and len(stateless) < 2


def _is_definite(words: Span) -> bool:
    """Whether words mean certain people: "the ministers"; a headline has no articles."""
    return words[0].lower_ == "the" or is_headline(words)


def _names_all(meeting: DraftMeeting, other: DraftMeeting) -> bool:
    """Whether the other meeting has all who are named, and for each of the unnamed somebody more whom the words fit."""
    named = _named(meeting)
    if not named or not named <= _named(other):
        return False
    left = [person for person in _people(other) if person.key not in named]
    for group in _groups(meeting):
        fitting = [person for person in left if _fits(group.span, person)]
        if len(fitting) > 1:
            fitting = [person for person in fitting if is_such(person, group.span.root.lemma_.lower())]
        if len(fitting) != 1:
            return False
        left.remove(fitting[0])
    return True


def _fits(words: Span, person: Entity) -> bool:
    """Whether words for one person who is not named can mean this one."""
    if words.root.tag_ in ("NNS", "NNPS"):
        return False
    country, known = countries.country_in(words.text), countries_of(person)
    lemma = words.root.lemma_.lower()
    if country is not None and known:
        return country in known and (is_headline(words) or is_such(person, lemma))
    return lemma not in rules().anybody and is_such(person, lemma)
