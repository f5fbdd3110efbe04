"""What is one across articles: no figure on the clusters falls below its floor; the pairs of the development articles.

The three reports of one event and the two wire copies among the development articles are those that their gold names.
"""

import hashlib
import json
import tomllib
from pathlib import Path

import pytest

from newsie.evaluate.cluster_report import cluster_report
from newsie.evaluate.parts import Part
from newsie.extraction import article_records
from newsie.pipeline.build import load
from newsie.read import read_articles
from newsie.resolve.run import resolve

HERE = Path(__file__).parent
CLUSTERS = HERE.parent / "clusters"
GATES = tomllib.loads((HERE / "floors.toml").read_text("utf-8"))["clusters"]
SPLITS = [name for name in GATES if name != "corpus"]
GOLD = [json.loads(line) for line in (HERE / "gold.jsonl").read_text("utf-8").splitlines()]
SAME_EVENT = {frozenset((one["id"], one["same_event_as"])) for one in GOLD if one.get("same_event_as")}
COPIES = {frozenset((one["id"], one["wire_copy_of"])) for one in GOLD if one.get("wire_copy_of")}


def test_the_clusters_are_those_that_the_floors_were_measured_on():
    content = "".join(path.read_text("utf-8") for path in sorted(CLUSTERS.glob("*/*.*")))
    assert hashlib.sha256(content.encode("utf-8")).hexdigest() == GATES["corpus"]


@pytest.mark.parametrize("split", SPLITS)
def test_no_figure_is_below_its_floor(split):
    figures = cluster_report(CLUSTERS, Part([split], []), model=None).figures()
    floors = {(measure, figure): floor for measure, row in GATES[split].items() for figure, floor in row.items()}
    assert {key: floor for key, floor in floors.items() if figures[key[0]][key[1]] < floor} == {}


@pytest.fixture(scope="module")
def run():
    texts = sorted((HERE / "articles").glob("*.txt"))
    return resolve(article_records(load(None), read_articles(texts)))


@pytest.fixture(scope="module")
def shared(run):
    """The meetings of which several articles tell, each with their names."""
    names = {article.id: Path(article.source).stem for article in run.articles}
    told = [(meeting, frozenset(names[report.article] for report in meeting.reports)) for meeting in run.meetings]
    return [(meeting, articles) for meeting, articles in told if len(articles) > 1]


def test_reports_of_one_event_are_put_together_and_no_others(shared):
    assert {articles for _, articles in shared} == SAME_EVENT | COPIES


def test_wire_copies_are_found_and_count_once(run, shared):
    names = {article.id: Path(article.source).stem for article in run.articles}
    copies = [(article.id, article.wire_copy_of) for article in run.articles if article.wire_copy_of]
    assert {frozenset(names[one] for one in pair) for pair in copies} == COPIES
    sources = {pair: {meeting.independent_sources for meeting, told in shared if told == pair}
               for pair in SAME_EVENT | COPIES}  # fmt: skip
    assert sources == {pair: {1} if pair in COPIES else {2} for pair in SAME_EVENT | COPIES}
