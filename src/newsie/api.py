"""The Python interface: `newsie.load` and `newsie.extract`."""

import datetime
from collections.abc import Iterable
from pathlib import Path

from newsie.extraction import article_records, generator
from newsie.pipeline.build import load
from newsie.read import read_articles
from newsie.read.context import ReadOptions
from newsie.records import RunRecord
from newsie.resolve.run import resolve

__all__ = ["extract", "load"]


def extract(
    paths: str | Path | Iterable[str | Path],
    *,
    published: datetime.date | None = None,
    any_language: bool = False,
    model: str | Path | None = None,
) -> RunRecord:
    """Return what stands in the articles at `paths`, resolved across them.

    `paths` are files, folders and web addresses, one or several, and "-" for standard input; `published` is the date of
    articles that don't say theirs; articles that aren't in English are left out unless `any_language`; `model` is a
    spaCy pipeline to use in place of newsie's own.
    Raises InputError for the first input that cannot be read, ModelError for an unusable model.
    """
    nlp = load(model)
    given = [paths] if isinstance(paths, str | Path) else paths
    articles = read_articles(given, ReadOptions(published=published, any_language=any_language))
    return resolve(article_records(nlp, articles), model=generator(nlp).model)
