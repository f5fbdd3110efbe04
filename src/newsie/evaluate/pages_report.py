"""`newsie evaluate --pages`: what newsie takes from pages, each part of a set by itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from newsie.errors import InputError
from newsie.evaluate.outcomes import Accuracy, Detection, Error, accuracy
from newsie.evaluate.pages_gold import ExpectedPage, read_pages
from newsie.evaluate.pages_score import VALUES, ReadPage
from newsie.evaluate.parts import Part
from newsie.read import read_articles
from newsie.read.context import ReadOptions

JUDGED = (*VALUES, "caption", "sentence kept", "boilerplate")


@dataclass(frozen=True)
class PagesReport:
    """The figures by split and measure, and the mistakes in order."""

    splits: Mapping[str, Mapping[str, Detection | Accuracy]]
    errors: tuple[Error, ...]

    def lines(self) -> Iterator[str]:
        """Yield one line for each split and measure."""
        for split, measures in self.splits.items():
            for measure, figures in measures.items():
                yield f"{split:10} {measure:15} {figures}"

    def error_lines(self, limit: int) -> Iterator[str]:
        """Yield the first `limit` mistakes as kind and detail with a tab between."""
        return (f"{error.kind}\t{error.detail}" for error in self.errors[:limit])

    def figures(self) -> dict[str, dict[str, dict[str, float]]]:
        """Return all figures by split, measure and name."""
        return {
            split: {measure: figures.by_name() for measure, figures in measures.items()}
            for split, measures in self.splits.items()
        }

    def error_rows(self, limit: int) -> list[dict[str, str]]:
        """Return the first `limit` mistakes by name of their columns."""
        return [{"kind": error.kind, "detail": error.detail} for error in self.errors[:limit]]


def pages_report(path: Path, part: Part) -> PagesReport:
    """Measure what newsie reads on the pages of a folder, or of a file that lists them.

    A page that can't be read counts as one on which nothing was found. Raises InputError for a list that cannot be used
    and for a page that isn't there.
    """
    pages = read_pages(path, part)
    for file in pages:
        if not file.is_file():
            raise InputError(f"{file}: no such file, though it is listed; put it there or correct the list")
    return report_of(_read(pages))


def report_of(pages: Iterable[ReadPage]) -> PagesReport:
    """Return the figures of pages, by the splits in the order of their names."""
    read = list(pages)
    splits = sorted({page.expected.split for page in read})
    return PagesReport(
        splits={split: _measures([page for page in read if page.expected.split == split]) for split in splits},
        errors=tuple(error for page in read for error in _errors(page)),
    )


def _read(pages: Mapping[Path, ExpectedPage]) -> Iterator[ReadPage]:
    options = ReadOptions(any_language=True)
    for file, expected in pages.items():
        article = next(read_articles([file], options, on_error=lambda error: None), None)
        yield ReadPage(expected, article)


def _measures(pages: list[ReadPage]) -> dict[str, Detection | Accuracy]:
    outcomes = [outcome for page in pages for outcome in page.outcomes()]
    words = [page.body_words() for page in pages]
    body = Detection(*(sum(getattr(one, name) for one in words) for name in ("found", "extra", "missed")))
    judged = {measure: accuracy(outcomes, measure) for measure in JUDGED}
    with_body = {"body": body} if any(page.expected.judges("body") for page in pages) else {}
    return with_body | {measure: figures for measure, figures in judged.items() if figures.judged}


def _errors(page: ReadPage) -> Iterator[Error]:
    yield from (outcome.error for outcome in page.outcomes() if outcome.error)
    yield from page.extra_lines()
