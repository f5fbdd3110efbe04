"""The gate of identity: pairs of names, one half tuned on and one held out. Figures as `newsie evaluate --names`."""

from pathlib import Path

import pytest

from newsie.evaluate.name_pairs_report import name_pairs_report
from newsie.evaluate.parts import Part

PAIRS = Path(__file__).parents[1] / "resolve" / "name_pairs.tsv"
FLOORS = {"dev": 0.95, "held-out": 0.95}


@pytest.mark.parametrize("split", FLOORS)
def test_pairs_of_one_person_are_found(split):
    report = name_pairs_report(PAIRS, Part([split]))
    assert report.same.f1 >= FLOORS[split]
    assert report.merged_strangers == 0
