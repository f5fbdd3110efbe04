"""Stages that need no model: each path is an article, in which one person is met; or fails, or has nothing in it."""

import pytest

from newsie.errors import InputError
from newsie.ids import article_id
from newsie.model import model_name
from newsie.records import (
    Article,
    ArticleRecord,
    Codes,
    Generator,
    Meeting,
    Mention,
    Participant,
    Person,
    Report,
    RunRecord,
    Span,
)
from newsie.version import VERSION

GENERATOR = Generator(newsie="0.1.0", model="en_newsie 0.1.0")
TEXT = "We met Ada Obi."


def record_of(path, id_=None):
    article = Article(id=id_ or path, source=path, text=TEXT)
    if "empty" in path:
        return ArticleRecord(generator=GENERATOR, article=article)
    ada = Person(
        id="p", name="Ada Obi", mentions=(Mention(article=article.id, start=7, end=14, text="Ada Obi", kind="name"),)
    )
    meeting = Meeting(
        id=f"m-{path}",
        kind="meeting",
        status="held",
        participants=(Participant(id="p", name="Ada Obi", type="person"),),
        codes=Codes(cameo="040", plover="CONSULT"),
        reports=(
            Report(
                article=article.id,
                trigger=Span(start=3, end=6, text="met"),
                sentence=Span(start=0, end=15, text=TEXT),
                rule="met",
            ),
        ),
    )
    return ArticleRecord(generator=GENERATOR, article=article, people=(ada,), meetings=(meeting,))


def article_stream(paths, published, model, messages):
    for path in paths:
        if "bad" in path:
            messages.error(InputError(f"{path}: is not text; give a text file"))
        elif "interrupt" in path:
            raise KeyboardInterrupt
        else:
            yield record_of(path)


def articles_at(paths, published, messages):
    for path in paths:
        if "bad" in path:
            messages.error(InputError(f"{path}: is not text; give a text file"))
        else:
            yield Article(id=article_id(path, TEXT), source=path, text=TEXT)


def extracted(articles, model):
    """What stands in articles; the reading of one that interrupts ends the command, after a portion before it."""
    made_by = Generator(newsie=VERSION, model=model_name(model))
    for article in articles:
        if "interrupt" in article.source:
            raise KeyboardInterrupt
        yield record_of(article.source, article.id).model_copy(update={"generator": made_by})


def joined(records, model, judgements=()):
    records = list(records)
    return RunRecord(
        generator=GENERATOR,
        articles=tuple(record.article for record in records),
        people=records[0].people if records else (),
        meetings=tuple(meeting for record in records for meeting in record.meetings),
    )


@pytest.fixture
def stages(monkeypatch):
    """Put the stages above in the place of newsie's own; returns the first of them."""
    monkeypatch.setattr("newsie.cli.extract.article_stream", article_stream)
    monkeypatch.setattr("newsie.cli.extract.joined", joined)
    monkeypatch.setattr("newsie.cli.show.article_stream", article_stream)
    monkeypatch.setattr("newsie.cli.add.articles_at", articles_at)
    monkeypatch.setattr("newsie.cli.add.extracted", extracted)
    return article_stream
