"""What newsie finds in the texts of the gold: extracted now, or read from an earlier run."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from newsie.evaluate.gold import GoldArticle
from newsie.evaluate.jsonl import read_jsonl
from newsie.records import ArticleRecord


def read_predictions(path: Path) -> Mapping[str, ArticleRecord]:
    """Return the records of a JSON Lines file (`newsie extract --format jsonl`) by the id of their article in the gold.

    That id is the name of the source without its ending. Raises InputError for a file or line that cannot be used.
    """
    return _by_id(read_jsonl(path, ArticleRecord))


def extract_predictions(gold: Iterable[GoldArticle], folder: Path, model: Path | None) -> Mapping[str, ArticleRecord]:
    """Run newsie on `<id>.txt` of each gold article and return the records by id.

    Raises InputError for a text that cannot be read, ModelError for an unusable model.
    """
    from newsie.extraction import article_records  # spaCy, which reading earlier predictions can do without
    from newsie.pipeline.build import load
    from newsie.read import read_articles

    texts = [folder / f"{article.id}.txt" for article in gold]
    return _by_id(article_records(load(model), read_articles(texts)))


def _by_id(records: Iterable[ArticleRecord]) -> dict[str, ArticleRecord]:
    return {Path(record.article.source).stem: record for record in records}
