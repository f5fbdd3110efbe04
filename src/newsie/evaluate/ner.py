"""Names found in annotated texts: precision, recall and F1 by class, exactly and with titles and the like cut off.

`exact` asks for the same characters and class; `norm` for the same bare name (see `ner_spans`).
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from newsie.evaluate.ner_gold import CLASSES, Name, NerDocument, gold_names
from newsie.evaluate.ner_spans import bare_name

Mode = Literal["exact", "norm"]
MODES: tuple[Mode, ...] = ("exact", "norm")
ALL = "ALL"

Predictions = Mapping[str, Sequence[Name]]
"""The names found, by the id of their document."""


class Percentages(NamedTuple):
    """Figures in percent, rounded to one place."""

    precision: float
    recall: float
    f1: float


Table = Mapping[tuple[Mode, str], Percentages]
"""The figures by mode and class; the last class is "ALL" classes together."""


@dataclass(frozen=True)
class Score:
    """How many names are right, how many were found and how many there are."""

    right: int
    found: int
    annotated: int

    @property
    def precision(self) -> float:
        """Share of the names found that are right; 0 without any."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of the annotated names that were found; 0 without any."""
        return self.right / self.annotated if self.annotated else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 if both are."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def percentages(self) -> Percentages:
        """Return precision, recall and F1 in percent."""
        both = self.precision + self.recall
        # Multiplied before it is divided, so that what lies between two roundings falls as in other scorers.
        f1 = 200 * self.precision * self.recall / both if both else 0.0
        return Percentages(round(100 * self.precision, 1), round(100 * self.recall, 1), round(f1, 1))


def scores(documents: Iterable[NerDocument], found: Predictions) -> dict[tuple[Mode, str], Score]:
    """Return the score of each mode and class, and of "ALL" classes together.

    A document without predictions counts as one in which nothing was found.
    """
    right: Counter[tuple[Mode, str]] = Counter()
    totals: Counter[tuple[str, str]] = Counter()
    for document in documents:
        gold, names = gold_names(document), found.get(document.id, ())
        totals.update(("annotated", name.kind) for name in gold)
        totals.update(("found", name.kind) for name in names)
        right.update(("exact", name.kind) for name in {*gold} & {*names})
        right.update(("norm", name.kind) for name in _bare(document, gold) & _bare(document, names))
    return {(mode, label): _score(mode, kinds, right, totals) for mode in MODES for label, kinds in _rows()}


def table(documents: Iterable[NerDocument], found: Predictions) -> Table:
    """Return the scores in percent."""
    return {row: score.percentages() for row, score in scores(documents, found).items()}


def _bare(document: NerDocument, names: Iterable[Name]) -> set[Name]:
    return {bare_name(document.text, name) for name in names}


def _rows() -> Iterator[tuple[str, tuple[str, ...]]]:
    yield from ((kind, (kind,)) for kind in CLASSES)
    yield ALL, CLASSES


def _score(
    mode: Mode, kinds: tuple[str, ...], right: Counter[tuple[Mode, str]], totals: Counter[tuple[str, str]]
) -> Score:
    return Score(
        right=sum(right[mode, kind] for kind in kinds),
        found=sum(totals["found", kind] for kind in kinds),
        annotated=sum(totals["annotated", kind] for kind in kinds),
    )
