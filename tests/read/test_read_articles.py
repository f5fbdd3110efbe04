"""Paths in, articles out."""

import datetime
import gzip
import io
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.errors import InputError
from newsie.ids import article_id
from newsie.read import read_articles
from newsie.read.articles import article_of
from newsie.read.context import ReadOptions
from newsie.read.documents.payload import Payload
from newsie.read.formats import text
from newsie.read.formats.format import Format
from newsie.read.settings import Limits
from newsie.records import Article

STORY = "The governor met the bishop on Monday, and both said that they would meet again before the winter was over."


class Reader:
    """Reads paths and keeps what is reported."""

    def __init__(self) -> None:
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def __call__(self, *paths: str | Path, options: ReadOptions | None = None) -> list[Article]:
        return list(
            read_articles(
                paths,
                options,
                on_error=lambda error: self.errors.append(str(error)),
                on_warning=self.warnings.append,
            )
        )


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    """A reader in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Reader()


def test_article(read: Reader) -> None:
    text = f" date 2022-05-03 Governor meets bishop\n\nPUEBLA: {STORY}\n\nRead also: Bridge reopens\n"
    Path("a.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-16"))
    (article,) = read("a.txt")
    assert article.text == text
    assert article.id == article_id("a.txt", text)
    assert (article.source, article.title, article.language) == ("a.txt", "Governor meets bishop", "en")
    assert article.published == datetime.date(2022, 5, 3)
    assert [part and part.text for part in (article.header, article.headline, article.dateline)] == [
        "date 2022-05-03",
        "Governor meets bishop",
        "PUEBLA:",
    ]
    assert [span.text for span in article.boilerplate] == ["Read also: Bridge reopens"]
    assert read.errors == read.warnings == []


def test_given_day_counts_where_the_article_says_none(read: Reader) -> None:
    day = datetime.date(2020, 1, 1)
    Path("a.txt").write_text(STORY)
    Path("b.txt").write_text(f" date 2022-05-03 {STORY}")
    articles = read("a.txt", "b.txt", options=ReadOptions(published=day))
    assert [article.published for article in articles] == [day, datetime.date(2022, 5, 3)]


def test_equal_texts_have_ids_of_their_own(read: Reader) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        Path(name).write_text(STORY)
    assert [article.source for article in read(".")] == ["a.txt", "b.txt", "c.txt"]
    assert [article.id for article in read(".")] == [article_id(name, STORY) for name in ("a.txt", "b.txt", "c.txt")]


def test_articles_stream(read: Reader) -> None:
    Path("a.txt").write_text(STORY)
    articles = read_articles(["a.txt", "nowhere"], on_error=lambda error: pytest.fail(str(error)))
    assert next(articles).source == "a.txt"


def test_standard_input(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(STORY.encode("utf-8-sig"))))
    (article,) = read("-")
    assert (article.source, article.text) == ("-", STORY)


def test_bad_inputs_cost_a_line_each(read: Reader) -> None:
    Path("good.txt").write_text(STORY)
    Path("empty.txt").write_text("")
    Path("blank.txt").write_text(" \n\t\n")
    Path("header.txt").write_text(" date 2022-05-03 \n")
    Path("tool.bin").write_bytes(b"\x7fELF\x02\x01\x01\0\0\0\0")
    Path("li\nne.txt").write_text("")
    articles = read("empty.txt", "blank.txt", "header.txt", "tool.bin", "li\nne.txt", "nowhere", "good.txt")
    empty = "empty, no article in it; leave it out or put the article's text in it"
    assert [article.source for article in articles] == ["good.txt"]
    assert read.errors == [
        f"empty.txt: {empty}",
        f"blank.txt: {empty}",
        f"header.txt: {empty}",
        "tool.bin: binary, not text; save it as plain text in UTF-8",
        f"li\\nne.txt: {empty}",
        "nowhere: no such file or folder; check the path",
    ]


def test_empty_standard_input(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert read("-") == []
    assert read.errors[0].startswith("standard input: empty")


def test_closed_standard_input(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert read("-") == []
    assert read.errors == ["standard input: closed; send a text to it, or name a file"]


@pytest.mark.parametrize("size", [1_000_001, Limits().text_bytes + 10])
def test_long_line(read: Reader, size: int) -> None:
    Path("long.txt").write_bytes(b"a" * size)
    assert read("long.txt") == []
    (error,) = read.errors
    assert error.startswith(
        "long.txt: longer than the 1,000,000 characters of one article; split it, one article a file"
    )


def test_limit_can_be_raised(read: Reader) -> None:
    Path("long.txt").write_text(STORY)
    assert read("long.txt", options=ReadOptions(limits=Limits(article_characters=len(STORY) - 1))) == []
    assert read.errors[0].endswith(f"or raise the limit with --limit article-characters={2 * len(STORY)}")
    assert len(read("long.txt", options=ReadOptions(limits=Limits(article_characters=len(STORY))))) == 1


def test_limit_that_is_advised_is_enough(read: Reader) -> None:
    Path("long.txt").write_text(STORY * 100)
    assert read("long.txt", options=ReadOptions(limits=Limits(article_characters=100))) == []
    advised = int(read.errors[0].rpartition("article-characters=")[2])
    assert advised == len(STORY * 100)
    assert len(read("long.txt", options=ReadOptions(limits=Limits(article_characters=advised)))) == 1


def test_limit_for_what_nobody_knows_the_length_of(read: Reader) -> None:
    Path("long.txt.gz").write_bytes(gzip.compress((STORY * 100).encode()))
    assert read("long.txt.gz", options=ReadOptions(limits=Limits(article_characters=100))) == []
    assert read.errors[0].endswith("with --limit article-characters=N (its bytes are enough)")


def test_large_binary_file_is_said_to_be_binary(read: Reader) -> None:
    Path("big").write_bytes(b"\x7fELF\x02\x01\x01" + bytes(5_000_000))
    assert read("big") == []
    assert read.errors == ["big: binary, not text; save it as plain text in UTF-8"]


def test_file_without_permission(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    Path("a.txt").write_text(STORY)
    monkeypatch.setattr(Path, "open", refuse)
    assert read("a.txt") == []
    assert read.errors == ["a.txt: permission denied; make it readable (chmod u+r) or run as its owner"]


def test_file_that_fails_while_it_is_read(read: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(path: Path, mode: str) -> None:
        raise OSError(5, "Input/output error", str(path))

    Path("a.txt").write_text(STORY)
    monkeypatch.setattr(Path, "open", fail)
    assert read("a.txt") == []
    assert read.errors == ["a.txt: cannot be read (Input/output error); check the path and the disk"]


@pytest.mark.parametrize(
    "change", [lambda path: path.write_text(STORY[:50]), lambda path: path.write_text(STORY * 1001)]
)
def test_file_that_changes_while_it_is_read(
    read: Reader, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    def look(payload: Payload) -> Format:
        change(path)
        return text.FORMAT

    path = Path("a.txt")
    path.write_text(STORY * 1000)
    monkeypatch.setattr("newsie.read.articles.format_of", look)
    assert read("a.txt") == []
    assert read.errors == ["a.txt: changed while it was read; run it again when it is complete"]


@pytest.mark.parametrize(
    ("slow", "data"),
    [
        ("newsie.read.formats.feed.tree_of", "<rss><channel/></rss>"),
        ("newsie.read.formats.newsml.tree_of", "<nitf><body/></nitf>"),
        ("newsie.read.formats.json_articles.text_of", '{"text": "They met."}'),
        ("newsie.read.formats.csv_table.text_of", "title,text,date\nTalks,They met.,2025-01-14\n"),
    ],
)
def test_file_that_takes_too_long_before_its_first_article(
    read: Reader, monkeypatch: pytest.MonkeyPatch, slow: str, data: str
) -> None:
    def work(*_: object) -> None:
        end = process_time() + 20
        while process_time() < end:
            pass

    monkeypatch.setattr(slow, work)
    Path("a").write_text(data)
    assert read("a", options=ReadOptions(limits=Limits(page_seconds=0))) == []
    (error,) = read.errors
    assert error.startswith("a: takes more than 0 seconds to read; ")


def test_file_that_vanishes_after_it_was_found(read: Reader) -> None:
    for name in ("a.txt", "b.txt"):
        Path(name).write_text(STORY)
    articles = read_articles(["."], on_error=lambda error: read.errors.append(str(error)))
    assert next(articles).source == "a.txt"
    Path("b.txt").unlink()
    assert list(articles) == []
    assert read.errors == ["b.txt: no such file or folder; check the path"]


def test_other_language_is_said_and_left_out_unless_asked_for(read: Reader) -> None:
    french = "Le ministre a rencontré mardi l'ambassadeur, et ils ont parlé de la frontière et du commerce. " * 3
    Path("a.txt").write_text(french, encoding="utf-8")
    assert read("a.txt") == []
    assert read.warnings == ["a.txt: in French (fr), not English; --any-language reads it"]
    (article,) = read("a.txt", options=ReadOptions(any_language=True))
    assert article.language == "fr"


def test_on_error_may_end_the_run(read: Reader) -> None:
    def stop(error: InputError) -> None:
        raise error

    with pytest.raises(InputError, match=r"^nowhere: "):
        list(read_articles(["nowhere"], on_error=stop))


@given(st.text(max_size=300))
def test_any_text_makes_an_article_that_can_be_written(text: str) -> None:
    article = article_of(text, "a.txt")
    for span in (article.header, article.headline, article.dateline, *article.boilerplate):
        assert span is None or article.text[span.start : span.end] == span.text
    assert Article.model_validate_json(article.model_dump_json().encode()) == article
