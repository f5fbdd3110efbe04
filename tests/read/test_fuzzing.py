"""Damaged documents of every format: only errors that say what to do, no hang, and articles that can be written.

`python tests/read/fuzz.py --minutes 60` goes on for longer.
"""

import io
from random import Random

import pytest

from newsie.read.context import ReadContext
from newsie.read.documents.payload import Payload
from newsie.read.formats.registry import FORMATS, format_of
from newsie.read.settings import Limits
from read.fuzz import PACKED, SEEDS, damaged, passes

CASES = 2000
INSTALLED = [format_.name for format_ in FORMATS if format_.is_installed]


@pytest.mark.parametrize("name", [*INSTALLED, "packed"])
def test_damaged_documents(name: str) -> None:
    seeds = SEEDS.get(name, PACKED)
    first = Random().randrange(2**32)  # other documents each time
    failed = [seed for seed in range(first, first + CASES) if not passes(name, damaged(seeds, Random(seed)))]
    assert failed == []


@pytest.mark.parametrize("name", INSTALLED)
def test_nothing_is_read_before_an_article_is_asked_for(name: str) -> None:
    (format_,) = [format_ for format_ in FORMATS if format_.name == name]
    payload = Payload("a", io.BytesIO(SEEDS[name][0]), Limits())
    articles = format_.read(payload, ReadContext())
    assert payload.count == 0
    assert next(articles)
    assert payload.count > 0


@pytest.mark.parametrize("name", INSTALLED)
def test_there_are_whole_documents_of_every_format(name: str) -> None:
    (format_,) = [format_ for format_ in FORMATS if format_.name == name]
    for seed in SEEDS[name]:
        payload = Payload(f"a{format_.suffixes[-1]}", io.BytesIO(seed), Limits())
        assert format_of(payload) is format_
        assert list(format_.read(payload, ReadContext()))
