"""Small records as a store has them, and a store of them in memory."""

from functools import partial

import pytest

import hand_records
from newsie.ids import article_id
from newsie.store.add import add_records
from newsie.store.connection import store_in_memory


@pytest.fixture(scope="session")
def news():
    """The helpers that write small records by hand; `news.article` gives articles the ids of a store."""
    copy = type(hand_records)("questioned_records")
    copy.__dict__.update(hand_records.__dict__, article=partial(hand_records.article, id_=article_id))
    return copy


@pytest.fixture(scope="session")
def talk(news):
    """A function that makes an article in which all who are named meet; the rest are options of `news.meeting`."""

    def written(source, names, date=None, *, published=None, text=None, organizations=(), places=(), at="", **options):
        bodies = {one.name for one in (*organizations, *places)}
        people = [news.person(name.strip()) for name in names.split(",") if name.strip() not in bodies]
        return news.article(
            source, published=published, text=text, people=people, organizations=organizations, places=places,
            meetings=[news.meeting(names, date, at, **options)],
        )  # fmt: skip

    return written


@pytest.fixture
def store():
    """A function that adds records to a store in memory, and returns its database."""
    with store_in_memory() as db:

        def filled(*records):
            add_records(db, records)
            return db

        yield filled
