"""Judge what newsie takes for one person or meeting across the articles of clusters: pairs of what stands in two.

A pair is right if both bear one label, wrong if they do not, or if only one bears any; it is missed if one of the two
was not found at all, too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from newsie.evaluate.cluster_gold import Cluster, LabelledMeeting
from newsie.evaluate.outcomes import Error, Outcome, Verdict
from newsie.records import Meeting
from newsie.resolve.clusters import by_key


class Labelled(NamedTuple):
    """What bears a label in an article; if it bears none, `label` is empty and `words` say what it is."""

    cluster: str
    article: str
    label: str
    words: str = ""


Pair = frozenset[Labelled]


@dataclass(frozen=True)
class Merged:
    """A meeting of the run, and what its reports are labelled."""

    meeting: Meeting
    reports: Sequence[Labelled]


def gold_people(clusters: Iterable[Cluster]) -> Iterator[Labelled]:
    """Yield every person in every article."""
    for cluster in clusters:
        for label, articles in cluster.labels.people.items():
            yield from (Labelled(cluster.name, article, label) for article in articles)


def gold_reports(clusters: Iterable[Cluster], *, optional: bool) -> Iterator[Labelled]:
    """Yield every report of every meeting; of the optional ones or of the others."""
    for cluster in clusters:
        for label, meeting in cluster.labels.meetings.items():
            if meeting.optional == optional:
                yield from (Labelled(cluster.name, article, label) for article in meeting.reports)


def found_outcomes(measure: str, gold: Iterable[Labelled], found: Iterable[Iterable[Labelled]]) -> Iterator[Outcome]:
    """Judge what was found in single articles, which no comparison across articles can make up for."""
    known = {one for group in found for one in group}
    for one in gold:
        error = Error(f"missed {measure}", _text(one))
        yield Outcome(measure, "found") if one in known else Outcome(measure, "missed", error)


def pair_outcomes(
    measure: str, gold: Iterable[Labelled], optional: Iterable[Labelled], found: Iterable[Iterable[Labelled]]
) -> Iterator[Outcome]:
    """Judge the pairs of what was put together; those of `optional` ones are right, and no loss."""
    wanted, neutral = _gold_pairs(gold), _gold_pairs(optional)
    predicted = {pair for group in found for pair in _pairs(group)}
    for pair in sorted(wanted, key=sorted):
        error = Error(f"{measure} kept apart", _pair_text(pair))
        yield Outcome(measure, "found") if pair in predicted else Outcome(measure, "missed", error)
    for pair in sorted(predicted - wanted - neutral, key=sorted):
        if any(one.label for one in pair):
            yield Outcome(measure, "extra", Error(f"{measure} put together", _pair_text(pair)))


def joined_outcomes(measure: str, gold: Iterable[Labelled], found: Iterable[Iterable[Labelled]]) -> Iterator[Outcome]:
    """Judge the pairs of which both were found: what comparing reports, not reading articles, keeps apart."""
    known = {one for group in found for one in group}
    predicted = {pair for group in found for pair in _pairs(group)}
    for pair in _gold_pairs(one for one in gold if one in known):
        yield Outcome(measure, "found" if pair in predicted else "missed")


def record_outcomes(clusters: Iterable[Cluster], merged: Iterable[Merged]) -> Iterator[Outcome]:
    """Judge sources, conflicts, status and date of each meeting that two articles or more rightly share."""
    labelled = {(cluster.name, label): one for cluster in clusters for label, one in cluster.labels.meetings.items()}
    for one in merged:
        labels = {(report.cluster, report.label) for report in one.reports}
        articles = {report.article for report in one.reports}
        if len(labels) == 1 and len(articles) > 1 and (label := labels.pop()) in labelled:
            yield from _one_record(labelled[label], one.meeting, articles, " ".join(label))


def _one_record(gold: LabelledMeeting, found: Meeting, articles: set[str], name: str) -> Iterator[Outcome]:
    sources = gold.independent(articles)
    yield _judged("sources", str(sources), str(found.independent_sources), name)
    if articles == set(gold.reports):
        yield _judged("status", gold.status, found.status, name)
    if gold.date and found.date:
        yield _judged("date", gold.date, found.date.value or "", name)
    said = {conflict.field for conflict in found.conflicts}
    wanted = set(gold.conflicts)
    yield from (Outcome("conflict", "found") for _ in said & wanted)
    yield from (_wrong_conflict("missed", name, field) for field in sorted(wanted - said))
    yield from (_wrong_conflict("extra", name, field) for field in sorted(said - wanted))


def _wrong_conflict(verdict: Verdict, name: str, field: str) -> Outcome:
    return Outcome("conflict", verdict, Error(f"{verdict} conflict", f"{name} {field}"))


def _judged(measure: str, gold: str, found: str, name: str) -> Outcome:
    if gold == found:
        return Outcome(measure, "right")
    return Outcome(measure, "wrong", Error(measure, f"{name}: {found} instead of {gold}"))


def _gold_pairs(labelled: Iterable[Labelled]) -> set[Pair]:
    groups = by_key(labelled, lambda one: (one.cluster, one.label))
    return {pair for group in groups.values() for pair in _pairs(group)}


def _pairs(group: Iterable[Labelled]) -> Iterator[Pair]:
    """Yield the pairs of what stands in two articles."""
    for left, right in combinations(dict.fromkeys(group), 2):
        if (left.cluster, left.article) != (right.cluster, right.article):
            yield frozenset({left, right})


def _pair_text(pair: Pair) -> str:
    return " = ".join(_text(one) for one in sorted(pair))


def _text(one: Labelled) -> str:
    return f"{one.cluster}/{one.article} {one.label or one.words}"
