"""One decision of a measure, and the figures that many of them add up to."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Verdict = Literal["found", "missed", "extra", "right", "wrong"]


@dataclass(frozen=True)
class Error:
    """A row of the error log: what kind of mistake, and the words to look for."""

    kind: str
    detail: str


@dataclass(frozen=True)
class Outcome:
    """What a measure says of one fact: found, missed or extra; right or wrong where a value is judged."""

    measure: str
    verdict: Verdict
    error: Error | None = None


@dataclass(frozen=True)
class Detection:
    """How many facts of the gold were found and missed, and how many were made up."""

    found: int
    extra: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of the predicted facts that are right; 0 without any."""
        return _share(self.found, self.found + self.extra)

    @property
    def recall(self) -> float:
        """Share of the gold facts that were found; 0 without any."""
        return _share(self.found, self.found + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return _share(2 * self.precision * self.recall, self.precision + self.recall)

    def __str__(self) -> str:
        counts = f"(tp {self.found} fp {self.extra} fn {self.missed})"
        return f"P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}  {counts}"

    def by_name(self) -> dict[str, float]:
        """Return all figures by name."""
        figures = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return figures | {"tp": self.found, "fp": self.extra, "fn": self.missed}


@dataclass(frozen=True)
class Accuracy:
    """How many values were judged, and how many of them are right."""

    right: int
    judged: int

    @property
    def accuracy(self) -> float:
        """Share of the values that are right; 0 without any."""
        return _share(self.right, self.judged)

    def __str__(self) -> str:
        return f"{self.accuracy:.3f}  ({self.right}/{self.judged})"

    def by_name(self) -> dict[str, float]:
        """Return all figures by name."""
        return {"accuracy": self.accuracy, "right": self.right, "judged": self.judged}


def detection(outcomes: Iterable[Outcome], measure: str) -> Detection:
    """Add up what was found, missed and made up by one measure."""
    verdicts = [outcome.verdict for outcome in outcomes if outcome.measure == measure]
    return Detection(verdicts.count("found"), verdicts.count("extra"), verdicts.count("missed"))


def accuracy(outcomes: Iterable[Outcome], measure: str) -> Accuracy:
    """Add up the values that one measure judged."""
    verdicts = [outcome.verdict for outcome in outcomes if outcome.measure == measure]
    return Accuracy(verdicts.count("right"), len(verdicts))


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
