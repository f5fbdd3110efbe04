"""`newsie evaluate --names`: which pairs of people are taken for one, and why the wrong ones were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from newsie.evaluate.name_pairs_gold import NamePair, read_name_pairs
from newsie.evaluate.outcomes import Accuracy, Detection
from newsie.evaluate.parts import Part
from newsie.resolve.comparison import Comparison
from newsie.resolve.evidence import compare

STRANGERS = "same surname"
"""The kind of the pairs of relatives and other bearers of one family name."""


@dataclass(frozen=True)
class Judged:
    """A pair, and what newsie says of it."""

    pair: NamePair
    found: Comparison

    @property
    def wrong(self) -> bool:
        """Whether two are taken for one, or one for two."""
        return (self.found.verdict == "same") != (self.pair.verdict == "same")

    def row(self) -> dict[str, str]:
        """Kind, both names, what is right and what newsie says, the score and its reasons, by name of their columns."""
        pair, found = self.pair, self.found
        return {
            "kind": pair.kind,
            "pair": f"{pair.left} / {pair.right}",
            "verdict": f"{pair.verdict} taken for {found.verdict}",
            "score": f"{found.score:.2f}",
            "reasons": "; ".join(found.reasons),
        }


@dataclass(frozen=True)
class NamePairsReport:
    """All pairs as newsie judges them."""

    judged: Sequence[Judged]

    @property
    def same(self) -> Detection:
        """How many pairs of one person were found, missed and made up."""
        verdicts = [(one.pair.verdict == "same", one.found.verdict == "same") for one in self.judged]
        return Detection(verdicts.count((True, True)), verdicts.count((False, True)), verdicts.count((True, False)))

    @property
    def verdicts(self) -> Accuracy:
        """How many pairs have the right one of the three verdicts."""
        return Accuracy(sum(one.found.verdict == one.pair.verdict for one in self.judged), len(self.judged))

    @property
    def merged_strangers(self) -> int:
        """How many pairs of different people of one surname are taken for one."""
        strangers = [one for one in self.judged if one.pair.kind == STRANGERS and one.pair.verdict == "different"]
        return sum(one.found.verdict == "same" for one in strangers)

    def lines(self) -> Iterator[str]:
        """Yield one line a measure."""
        yield f"same           {self.same}"
        yield f"verdict        {self.verdicts}"
        yield f"same surname   {self.merged_strangers} different pairs taken for one"

    def error_lines(self, limit: int) -> Iterator[str]:
        """Yield the first `limit` pairs that are wrongly taken for one or for two."""
        yield from ("\t".join(row.values()) for row in self.error_rows(limit))

    def error_rows(self, limit: int) -> list[dict[str, str]]:
        """Return them by name of their columns."""
        return [one.row() for one in self.judged if one.wrong][:limit]

    def figures(self) -> dict[str, dict[str, float]]:
        """Return all figures by measure and name."""
        return {
            "same": self.same.by_name(),
            "verdict": self.verdicts.by_name(),
            "same surname": {"merged": self.merged_strangers},
        }


def name_pairs_report(path: Path, part: Part) -> NamePairsReport:
    """Compare the pairs of a file that are in `part`. Raises InputError for a file that cannot be used."""
    return report_of(read_name_pairs(path, part))


def report_of(pairs: Sequence[NamePair]) -> NamePairsReport:
    """Compare pairs of people."""
    return NamePairsReport([Judged(pair, compare(*pair.profiles())) for pair in pairs])
