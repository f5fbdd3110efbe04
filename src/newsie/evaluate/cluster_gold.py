"""Clusters of reports on one event, labelled across articles: a folder each, of texts and one `labels.json`.

People and meetings have a label each. Under a person stand the forms of the name that each article uses, under a
meeting quotes of each article that hold the words that tell of it. An article is named as its file, without `.txt`.
"""

from collections.abc import Iterator
from pathlib import Path

from pydantic import Field, ValidationError

from newsie.errors import InputError
from newsie.evaluate.gold import GoldDate, GoldModel
from newsie.evaluate.jsonl import first_fault, read_text
from newsie.evaluate.parts import WHOLE, Part, of_part
from newsie.records import MeetingKind, Status

LABELS = "labels.json"


class LabelledMeeting(GoldModel):
    """One meeting of a cluster: what a reader of all its articles knows of it.

    Articles that stand together in `sources` are one independent source of it, every other one is one by itself.
    `conflicts` are the fields on which articles contradict each other. An `optional` one is right if found and no loss
    if not.
    """

    kind: MeetingKind
    status: Status
    date: GoldDate | None = None
    who: tuple[str, ...]
    reports: dict[str, tuple[str, ...]]
    sources: tuple[tuple[str, ...], ...] = ()
    conflicts: tuple[str, ...] = ()
    optional: bool = False

    def independent(self, articles: set[str]) -> int:
        """Return how many independent sources these articles are."""
        together = [shared for source in self.sources if (shared := articles & set(source))]
        return len(articles) - sum(len(shared) - 1 for shared in together)


class Labels(GoldModel):
    """A `labels.json`: people as label, article, forms of the name."""

    event: str
    split: str = "all"
    people: dict[str, dict[str, tuple[str, ...]]]
    meetings: dict[str, LabelledMeeting]


class Cluster(GoldModel):
    """A folder of articles on one event with its labels; `texts` are the paths of its articles."""

    name: str
    labels: Labels
    texts: tuple[Path, ...] = Field(min_length=1)
    genre: str | None = None

    @property
    def split(self) -> str:
        """The part of the set that it is in."""
        return self.labels.split


def read_clusters(folder: Path, part: Part = WHOLE) -> list[Cluster]:
    """Return the clusters in a folder, or of a part of it, in the order of their names.

    Raises InputError for labels that cannot be used, and if no cluster is left.
    """
    return of_part(list(_clusters(folder)), part, folder)


def _clusters(folder: Path) -> Iterator[Cluster]:
    for path in sorted(folder.glob(f"*/{LABELS}")):
        texts = tuple(sorted(path.parent.glob("*.txt")))
        if not texts:
            raise InputError(f"{path.parent}: has labels but no text; put its articles beside them")
        yield Cluster(name=path.parent.name, labels=_labels(path), texts=texts)


def _labels(path: Path) -> Labels:
    try:
        return Labels.model_validate_json(read_text(path))
    except ValidationError as error:
        raise InputError(f"{path}: {first_fault(error)}; correct the labels") from error
