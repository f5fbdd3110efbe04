"""Articles in which it is easy to see a meeting that nobody reports: one is invented, no real one is lost."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from spacy.language import Language

from newsie.extraction import article_records
from newsie.read.articles import article_of
from newsie.records import ArticleRecord

TRAPS = tomllib.loads((Path(__file__).parent / "traps.toml").read_text("utf-8"))["trap"]
# A couple of whom nothing says that it is no news that they met: "Carl met Margit on a tram".
MOST_INVENTED = 1


@pytest.fixture(scope="module")
def records(nlp: Language) -> list[ArticleRecord]:
    """What newsie finds in the traps, read as one run."""
    articles = [article_of(trap["text"].lstrip(), trap["name"]) for trap in TRAPS]
    return list(article_records(nlp, articles))


def people_of(record: ArticleRecord) -> list[set[str]]:
    """The named people of each meeting of an article."""
    return [{one.name for one in meeting.participants if one.type == "person"} for meeting in record.meetings]


def invented(trap: dict[str, list[list[str]]], record: ArticleRecord) -> Iterator[set[str]]:
    """The people of each meeting that the article doesn't report."""
    reported = [set(row) for row in [*trap["meetings"], *trap.get("optional", [])]]
    for people in people_of(record):
        if not any(people <= row if people else not row for row in reported):
            yield people


def test_hardly_a_meeting_is_invented(records: list[ArticleRecord]) -> None:
    found = [
        (trap["name"], people) for trap, record in zip(TRAPS, records, strict=True) for people in invented(trap, record)
    ]
    print(f"invented meetings: {len(found)} in {len(TRAPS)} traps", *found, sep="\n")
    assert len(found) <= MOST_INVENTED


@pytest.mark.parametrize(
    "number", [n for n, trap in enumerate(TRAPS) if trap["meetings"]], ids=lambda n: TRAPS[n]["name"]
)
def test_every_meeting_that_is_reported_is_found(records: list[ArticleRecord], number: int) -> None:
    people = people_of(records[number])
    for row in TRAPS[number]["meetings"]:
        assert any(all(any(name.endswith(word) for name in found) for word in row) for found in people), row
