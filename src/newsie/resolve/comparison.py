"""What every comparison of two things returns: a verdict, its reasons, and how sure it is."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "unsure", "different"]

MERGE = 0.8
"""Two records are one from this score on."""

CERTAIN = 0.99
"""The highest score: no comparison of texts is certain."""

DOUBT_LEFT = 0.6
"""The share of the doubt that a point of evidence leaves."""


@dataclass(frozen=True)
class Comparison:
    """Whether two records are one, and why.

    `evidence` is how much speaks for it besides the name (0: nothing), `score` how sure it is (0 to 1).
    """

    verdict: Verdict
    reasons: tuple[str, ...]
    evidence: int = 0
    score: float = 0.0


def score(verdict: Verdict, needed: int, points: int) -> float:
    """Return how likely two records are one, whose names need some points of evidence and that share others.

    At least MERGE for "same", less for "unsure", 0 for "different".
    """
    if verdict == "different":
        return 0.0
    doubt = (1 - MERGE) * DOUBT_LEFT ** (points - needed)
    likely = min(1 - doubt, CERTAIN) if verdict == "same" else min(1 - doubt, MERGE - 0.01)
    return round(max(likely, 0.01), 2)
