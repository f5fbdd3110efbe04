"""`newsie evaluate --clusters`: who and what is one across articles, who says so, and where they disagree."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsie.evaluate.cluster_gold import Cluster, read_clusters
from newsie.evaluate.cluster_links import meeting_labels, people_labels
from newsie.evaluate.cluster_score import (
    Labelled,
    Merged,
    found_outcomes,
    gold_people,
    gold_reports,
    joined_outcomes,
    pair_outcomes,
    record_outcomes,
)
from newsie.evaluate.outcomes import Accuracy, Detection, Error, Outcome, accuracy, detection
from newsie.evaluate.parts import Part
from newsie.records import ArticleRecord
from newsie.resolve.meetings import cluster_meetings, merged_meeting
from newsie.resolve.run import identify, in_order_of_sources, independent_texts, origins_by_article, sightings_of
from newsie.resolve.wire import wire_copies

DETECTED = ("person found", "person", "person joined", "report found", "meeting", "meeting joined", "conflict")
JUDGED = ("sources", "status", "date")
QUOTED = 60


@dataclass(frozen=True)
class ClusterReport:
    """The figures of each measure, and the mistakes in order."""

    measures: dict[str, Detection | Accuracy]
    errors: tuple[Error, ...]

    def lines(self) -> Iterator[str]:
        """Yield one line a measure."""
        for measure, figures in self.measures.items():
            yield f"{measure:15} {figures}"

    def error_lines(self, limit: int) -> Iterator[str]:
        """Yield the first `limit` mistakes as kind and detail with a tab between."""
        return (f"{error.kind}\t{error.detail}" for error in self.errors[:limit])

    def figures(self) -> dict[str, dict[str, float]]:
        """Return all figures by measure and name."""
        return {measure: figures.by_name() for measure, figures in self.measures.items()}

    def error_rows(self, limit: int) -> list[dict[str, str]]:
        """Return the first `limit` mistakes by name of their columns."""
        return [{"kind": error.kind, "detail": error.detail} for error in self.errors[:limit]]


@dataclass(frozen=True)
class _Labelling:
    """The labels of what was found, by the ids of the article and of the person or meeting."""

    people: Mapping[tuple[str, str], Labelled]
    meetings: Mapping[tuple[str, str], Labelled]


def cluster_report(folder: Path, part: Part, model: Path | None) -> ClusterReport:
    """Measure what newsie, with `model` (by default its own), takes for one across the articles of a folder.

    All clusters are one run, so that what is put together across clusters counts, too. Raises InputError for a file
    that cannot be used, ModelError for an unusable model.
    """
    clusters = read_clusters(folder, part)
    from newsie.extraction import article_records  # spaCy, which a wrong file need not wait for
    from newsie.pipeline.build import load
    from newsie.read import read_articles

    texts = [path for cluster in clusters for path in cluster.texts]
    return judge_clusters(clusters, article_records(load(model), read_articles(texts)))


def judge_clusters(clusters: Iterable[Cluster], records: Iterable[ArticleRecord]) -> ClusterReport:
    """Compare what stands in the articles, put together as a run does, with the labels of their clusters."""
    known = list(clusters)
    ordered = in_order_of_sources(records)
    labels = _labelling(known, ordered)
    articles = [record.article for record in ordered]
    same_text = independent_texts(articles, wire_copies(articles))
    identities = identify(ordered, same_text)
    people: dict[str, list[Labelled]] = defaultdict(list)
    for record in ordered:
        for person in record.people:
            key = (record.article.id, person.id)
            people[identities.records[key].id].append(labels.people[key])
    origins = origins_by_article(ordered, identities, same_text)
    merged = [
        Merged(merged_meeting(group, origins), [labels.meetings[one.article.id, one.meeting.id] for one in group])
        for group in cluster_meetings(sightings_of(ordered, identities))
    ]
    return _report(_outcomes(known, list(people.values()), merged))


def _outcomes(clusters: list[Cluster], people: list[list[Labelled]], merged: list[Merged]) -> Iterator[Outcome]:
    reports, optional = (list(gold_reports(clusters, optional=kind)) for kind in (False, True))
    meetings = [one.reports for one in merged]
    yield from found_outcomes("person found", gold_people(clusters), people)
    yield from pair_outcomes("person", gold_people(clusters), (), people)
    yield from found_outcomes("report found", reports, meetings)
    yield from pair_outcomes("meeting", reports, optional, meetings)
    yield from joined_outcomes("person joined", gold_people(clusters), people)
    yield from joined_outcomes("meeting joined", reports, meetings)
    yield from record_outcomes(clusters, merged)


def _report(outcomes: Iterable[Outcome]) -> ClusterReport:
    decided = list(outcomes)
    return ClusterReport(
        measures={measure: detection(decided, measure) for measure in DETECTED}
        | {measure: accuracy(decided, measure) for measure in JUDGED},
        errors=tuple(outcome.error for outcome in decided if outcome.error),
    )


def _labelling(clusters: Iterable[Cluster], records: Iterable[ArticleRecord]) -> _Labelling:
    by_name = {cluster.name: cluster for cluster in clusters}
    people: dict[tuple[str, str], Labelled] = {}
    meetings: dict[tuple[str, str], Labelled] = {}
    for record in records:
        source = Path(record.article.source)
        cluster, article = by_name[source.parent.name], source.stem
        persons = people_labels(cluster, record, article)
        encounters = meeting_labels(cluster, record, article, persons)
        for person in record.people:
            label = _labelled(cluster, article, persons.get(person.id), person.name)
            people[record.article.id, person.id] = label
        for meeting in record.meetings:
            label = _labelled(cluster, article, encounters.get(meeting.id), meeting.reports[0].sentence.text)
            meetings[record.article.id, meeting.id] = label
    return _Labelling(people, meetings)


def _labelled(cluster: Cluster, article: str, label: str | None, words: str) -> Labelled:
    return Labelled(cluster.name, article, label or "", "" if label else " ".join(words.split())[:QUOTED])
