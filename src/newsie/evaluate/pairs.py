"""Who met whom: unordered pairs of people who are participants of one meeting."""

from collections.abc import Iterable, Iterator
from itertools import combinations

from newsie.evaluate.gold import GoldArticle, GoldMeeting, GoldParticipant
from newsie.evaluate.names import Forms, same_person
from newsie.evaluate.outcomes import Error, Outcome
from newsie.evaluate.participants import gold_forms, predicted_forms
from newsie.records import Findings, Meeting

Pair = tuple[Forms, Forms]


def pair_outcomes(article: GoldArticle, findings: Findings) -> Iterator[Outcome]:
    """Judge the pairs of all core meetings, with a row in the error log for each mistake."""
    wanted = _gold_pairs(article, article.core_meetings)
    predicted = _predicted_pairs(findings, findings.meetings)
    neutral = _neutral_pairs(article)
    for pair in wanted:
        if _is_among(pair, predicted):
            yield Outcome("pair", "found")
        else:
            yield Outcome("pair", "missed", Error("missed pair", _display(pair)))
    for pair in predicted:
        if not _is_among(pair, wanted) and not _is_among(pair, neutral):
            yield Outcome("pair", "extra", Error("extra pair", _display(pair)))


def held_pair_outcomes(article: GoldArticle, findings: Findings) -> Iterator[Outcome]:
    """Judge the pairs of the meetings that took place, held or ongoing."""
    wanted = _gold_pairs(article, filter(_is_held, article.core_meetings))
    predicted = _predicted_pairs(findings, filter(_is_held, findings.meetings))
    neutral = _neutral_held_pairs(article)
    for pair in wanted:
        yield Outcome("pair held", "found" if _is_among(pair, predicted) else "missed")
    for pair in predicted:
        if not _is_among(pair, wanted) and not _is_among(pair, neutral):
            yield Outcome("pair held", "extra")


def _is_held(meeting: Meeting | GoldMeeting) -> bool:
    return meeting.status in ("held", "ongoing")


def _gold_pairs(article: GoldArticle, meetings: Iterable[GoldMeeting]) -> list[Pair]:
    """The pairs of all meetings, each once; but two namesakes in one meeting are two people, and so are their pairs."""
    pairs: list[Pair] = []
    for meeting in meetings:
        pairs += [pair for pair in _pairs(article, meeting.participants) if not _is_among(pair, pairs)]
    return pairs


def _predicted_pairs(findings: Findings, meetings: Iterable[Meeting]) -> list[Pair]:
    pairs: list[Pair] = []
    for meeting in meetings:
        people = [predicted_forms(findings, one) for one in meeting.participants if one.type == "person"]
        for pair in combinations(people, 2):
            if not _is_among(pair, pairs):
                pairs.append(pair)
    return pairs


def _neutral_pairs(article: GoldArticle) -> list[Pair]:
    """Pairs that count neither way: of optional meetings, with optional participants, within one list group."""
    pairs = [pair for meeting in article.meetings for pair in _pairs(article, meeting.everyone)]
    groups: dict[str, list[GoldParticipant]] = {}
    for meeting in article.core_meetings:
        if meeting.list_group is not None:
            groups.setdefault(meeting.list_group, []).extend(meeting.participants)
    return pairs + [pair for participants in groups.values() for pair in _pairs(article, participants)]


def _neutral_held_pairs(article: GoldArticle) -> list[Pair]:
    """Pairs that count neither way when only what was held does.

    They are those of optional meetings, of meetings whose status has alternatives, and of held ones in a list group.
    """
    return [
        pair
        for meeting in article.meetings
        if meeting.optional or meeting.status_alt or (_is_held(meeting) and meeting.list_group)
        for pair in _pairs(article, meeting.everyone)
    ]


def _pairs(article: GoldArticle, participants: Iterable[GoldParticipant]) -> list[Pair]:
    return list(combinations([gold_forms(article, one) for one in participants if one.type == "person"], 2))


def _is_among(pair: Pair, pairs: Iterable[Pair]) -> bool:
    return any(_same_pair(pair, other) for other in pairs)


def _same_pair(first: Pair, second: Pair) -> bool:
    (a, b), (c, d) = first, second
    return (same_person(a, c) and same_person(b, d)) or (same_person(a, d) and same_person(b, c))


def _display(pair: Pair) -> str:
    return f"{pair[0][0]} + {pair[1][0]}"
