"""Which labels of a cluster what newsie found in one of its articles bears."""

import re
from collections.abc import Iterable, Mapping

from newsie.evaluate.cluster_gold import Cluster, LabelledMeeting
from newsie.folding import fold
from newsie.records import ArticleRecord, Meeting, Person, Span

Labelled = Mapping[str, str]
"""The label by the id of a person or meeting of an article; whoever bears none isn't in it."""


def people_labels(cluster: Cluster, record: ArticleRecord, article: str) -> Labelled:
    """Return the labels of the people in `record`, whose name in the cluster is `article`, by their names."""
    forms = {label: by_article[article] for label, by_article in cluster.labels.people.items() if article in by_article}
    found = {person.id: _best_label(person, forms) for person in record.people}
    return {identifier: label for identifier, label in found.items() if label}


def meeting_labels(cluster: Cluster, record: ArticleRecord, article: str, people: Labelled) -> Labelled:
    """Return the labels of the meetings in `record`: of those whose quotes hold its trigger, who took part decides."""
    quoted = {
        label: (meeting, _places(meeting.reports[article], record.article.text))
        for label, meeting in cluster.labels.meetings.items()
        if article in meeting.reports
    }
    labels: dict[str, str] = {}
    for found in record.meetings:
        fitting = {label: one for label, (one, quotes) in quoted.items() if _is_quoted(found, quotes)}
        if fitting:
            labels[found.id] = max(fitting, key=lambda label: _shared(found, fitting[label], people))
    return labels


def _best_label(person: Person, forms: Mapping[str, Iterable[str]]) -> str | None:
    """The label with the form that has most words in common with a name used for the person."""
    names = [fold(mention.text).split() for mention in person.mentions if mention.kind in ("name", "alias")]
    fits = {label: max((_fit(name, form) for name in names for form in own), default=(0, 0.0))
            for label, own in forms.items()}  # fmt: skip
    best = max(fits, key=lambda label: fits[label], default=None)
    return best if best and fits[best][0] else None


def _fit(name: list[str], form: str) -> tuple[int, float]:
    """How many words of the form are in the name, and their share; 0 unless one is in the other."""
    words = fold(form).split()
    shared = len(set(words) & set(name))
    if shared < min(len(set(words)), len(set(name))):
        return 0, 0.0
    return shared, shared / max(len(words), len(name))


def _places(quotes: Iterable[str], text: str) -> list[tuple[int, int]]:
    return [found.span() for quote in quotes for found in re.finditer(re.escape(quote), text)]


def _is_quoted(meeting: Meeting, quotes: Iterable[tuple[int, int]]) -> bool:
    triggers: list[Span] = [report.trigger for report in meeting.reports]
    return any(start < trigger.end and trigger.start < end for start, end in quotes for trigger in triggers)


def _shared(meeting: Meeting, labelled: LabelledMeeting, people: Labelled) -> int:
    """How many of the labelled ones took part, less those who did not."""
    found = {people.get(one.id or "") for one in meeting.participants if one.type == "person"}
    return len(found & set(labelled.who)) - len(found - set(labelled.who))
