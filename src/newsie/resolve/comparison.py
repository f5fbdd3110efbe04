"""What every comparison of two things returns: a verdict, and why."""

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["same", "unsure", "different"]


@dataclass(frozen=True)
class Comparison:
    """Whether two records are one, why, and how much speaks for it besides the name (0: nothing)."""

    verdict: Verdict
    reasons: tuple[str, ...]
    evidence: int = 0
