"""The stages behind the commands, imported when they are called: spaCy takes most of a second."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from newsie.cli.messages import Messages
from newsie.cli.output import check_no_input
from newsie.cli.reading import Reading
from newsie.errors import NewsieError

if TYPE_CHECKING:
    from newsie.explanations import ArticleExplanation
    from newsie.records import Article, ArticleRecord, Judgement, RunRecord

Made = TypeVar("Made")


def article_stream(
    paths: Sequence[str], reading: Reading, model: Path | None, messages: Messages
) -> "Iterator[ArticleRecord]":
    """Return what stands in each article at `paths`, one after the other; inputs that can't be read go to `messages`.

    If reading is strict, the first of them is raised instead, after what stands in the articles before it. Raises
    InputError for an option that is no good, ModelError for an unusable model.
    """
    return extracted(articles_at(paths, reading, messages), model)


def extracted(articles: "Iterable[Article]", model: Path | None) -> "Iterator[ArticleRecord]":
    """Return what stands in each of these articles. Raises ModelError for an unusable model."""
    from newsie.extraction import article_records
    from newsie.pipeline.build import load

    return _to_the_end(partial(article_records, load(model)), articles)


def explanation_stream(
    paths: Sequence[str], reading: Reading, model: Path | None, messages: Messages
) -> "Iterator[ArticleExplanation]":
    """Return why the meetings of each article at `paths` were found, with the same errors as `article_stream`."""
    articles = articles_at(paths, reading, messages)

    from newsie.explain import article_explanations
    from newsie.pipeline.build import load

    return _to_the_end(partial(article_explanations, load(model)), articles)


def _to_the_end(
    stage: "Callable[[Iterator[Article]], Iterator[Made]]", articles: "Iterable[Article]"
) -> Iterator[Made]:
    """Yield what a stage that works in batches makes of articles; an error among them comes after all before it."""
    errors: list[NewsieError] = []

    def until_error() -> "Iterator[Article]":
        try:
            yield from articles
        except NewsieError as error:
            errors.append(error)

    yield from stage(until_error())
    for error in errors:
        raise error


def articles_at(paths: Sequence[str], reading: Reading, messages: Messages) -> "Iterator[Article]":
    """Return the articles at `paths`, with the errors of `article_stream` but those of the model."""
    options = reading.options()
    if reading.errors:
        check_no_input("--errors", reading.errors, paths)
        messages.record_errors(reading.errors)

    from newsie.read import read_articles
    from newsie.read.context import raise_error

    return read_articles(
        paths,
        options,
        on_error=raise_error if reading.strict else messages.error,
        on_warning=messages.warning,
        on_foreign=messages.foreign,
    )


def warned_of(records: "Iterable[ArticleRecord]", messages: Messages) -> "Iterator[ArticleRecord]":
    """Pass records on, with a warning for those in English in which nothing was found; of others the reader warns."""
    for record in records:
        found = record.people or record.organizations or record.places or record.meetings
        if not found and record.article.language in (None, "en"):
            source = record.article.source
            messages.warning(f"{source}: no person, organization, place or meeting found; check that it is news")
        yield record


def joined(
    records: "Iterable[ArticleRecord]", model: Path | None, judgements: "Iterable[Judgement]" = ()
) -> "RunRecord":
    """Return the articles of a run with `model` resolved across one another, as they were judged by hand."""
    from newsie.model import model_name
    from newsie.resolve.run import resolve

    return resolve(records, model=model_name(model), judgements=judgements)


def judgements_in(file: Path | None) -> "list[Judgement]":
    """Return the judgements in a file that `newsie judgements --export` has written; none without a file.

    Raises InputError if it can't be read, or for the first line that is no judgement.
    """
    if file is None:
        return []
    from newsie.evaluate.jsonl import read_jsonl
    from newsie.records import Judgement

    return list(read_jsonl(file, Judgement))
