"""All measures over all annotated articles, and how they are printed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from newsie.evaluate.gold import GoldArticle
from newsie.evaluate.meetings import meeting_outcomes, negative_outcomes
from newsie.evaluate.organizations import organization_outcomes
from newsie.evaluate.outcomes import Accuracy, Detection, Error, Outcome, accuracy, detection
from newsie.evaluate.pairs import held_pair_outcomes, pair_outcomes
from newsie.evaluate.people import people_outcomes
from newsie.records import Findings, Generator

DETECTED = ("people", "organizations", "rank", "role title", "pair", "pair held", "meeting")
JUDGED = ("place", "date", "status", "kind")

NOTHING = Findings(generator=Generator(newsie="", model=""))
"""What stands in an article that has no prediction."""


@dataclass(frozen=True)
class Report:
    """The figures of each measure, the meetings output in articles that have none, and the mistakes in order."""

    measures: dict[str, Detection | Accuracy]
    negative_meetings: int
    negative_articles: int
    errors: tuple[tuple[str, Error], ...]

    def lines(self) -> Iterator[str]:
        """Yield one line a measure."""
        for measure, figures in self.measures.items():
            yield f"{measure:14} {figures}"
        yield f"negatives      {self.negative_meetings} meetings in {self.negative_articles} articles without any"

    def error_lines(self, limit: int) -> Iterator[str]:
        """Yield the first `limit` mistakes as article, kind and detail with tabs between."""
        for article, error in self.errors[:limit]:
            yield f"{article}\t{error.kind}\t{error.detail}"

    def figures(self) -> dict[str, dict[str, float]]:
        """Return all figures by measure and name."""
        negatives: dict[str, float] = {"meetings": self.negative_meetings, "articles": self.negative_articles}
        return {measure: figures.by_name() for measure, figures in self.measures.items()} | {"negatives": negatives}

    def error_rows(self, limit: int) -> list[dict[str, str]]:
        """Return the first `limit` mistakes by name of their columns."""
        return [
            {"article": article, "kind": error.kind, "detail": error.detail} for article, error in self.errors[:limit]
        ]


def evaluate(gold: Iterable[GoldArticle], predictions: Mapping[str, Findings]) -> Report:
    """Compare what was found in each article, by its id, with the gold; all is missed in one without prediction."""
    judged = [(article, predictions.get(article.id, NOTHING)) for article in gold]
    decided = [(article.id, outcome) for article, findings in judged for outcome in _outcomes(article, findings)]
    outcomes = [outcome for _, outcome in decided]
    negatives = [findings for article, findings in judged if not article.meetings]
    return Report(
        measures={measure: detection(outcomes, measure) for measure in DETECTED}
        | {measure: accuracy(outcomes, measure) for measure in JUDGED},
        negative_meetings=sum(len(findings.meetings) for findings in negatives),
        negative_articles=len(negatives),
        errors=tuple((article, outcome.error) for article, outcome in decided if outcome.error),
    )


def _outcomes(article: GoldArticle, findings: Findings) -> Iterator[Outcome]:
    """All decisions on one article, in the order in which the mistakes are listed."""
    return chain(
        people_outcomes(article, findings),
        organization_outcomes(article, findings),
        negative_outcomes(article, findings),
        pair_outcomes(article, findings),
        held_pair_outcomes(article, findings),
        meeting_outcomes(article, findings),
    )
