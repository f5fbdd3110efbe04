"""Small records as a store has them, and what a store holds."""

import sqlite3
from functools import partial

import pytest

import hand_records
from newsie.ids import article_id
from newsie.store.add import add_records
from newsie.store.connection import store_at
from newsie.store.schema import rebuild_search


@pytest.fixture(scope="session")
def news():
    """The helpers that write small records by hand; `news.article` gives articles the ids of a store."""
    copy = type(hand_records)("stored_records")
    copy.__dict__.update(hand_records.__dict__, article=partial(hand_records.article, id_=article_id))
    return copy


@pytest.fixture(scope="session")
def dump():
    """A function that returns all rows of a store, those of the search index among them, as SQL."""

    def lines(path):
        connection = sqlite3.connect(path)
        try:
            return list(connection.iterdump())
        finally:
            connection.close()

    return lines


@pytest.fixture(scope="session")
def build():
    """A function that adds lists of records to the store at a path, one list after the other."""

    def built(path, *batches):
        with store_at(path, create=True) as db:
            added = [add_records(db, batch) for batch in batches]
            rebuild_search(db)
        return added

    return built
