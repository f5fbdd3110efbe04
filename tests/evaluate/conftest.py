"""Gold and predictions in shorthand: a meeting is a mapping whose `with` lists its people, "Ada Obi, Li Peng"."""

from collections.abc import Callable
from typing import Any

import pytest

from newsie.evaluate.gold import GoldArticle
from newsie.evaluate.report import Report, evaluate
from newsie.records import Findings, Generator

Shorthand = dict[str, Any]


@pytest.fixture
def judge() -> Callable[[Shorthand, Shorthand], Report]:
    """Return a function that compares the gold of one article with what was found in it."""
    return lambda gold, found: evaluate([_gold(gold)], {"a": _findings(found)})


def _gold(shorthand: Shorthand) -> GoldArticle:
    meetings = [{"kind": "meeting", "status": "held", "quote": "met", **_meeting(row)} for row in shorthand["meetings"]]
    article = {"id": "a", "category": "any", "people": [], "organizations": [], **shorthand, "meetings": meetings}
    return GoldArticle.model_validate(article)


def _findings(shorthand: Shorthand) -> Findings:
    codes = {"cameo": "040", "plover": "CONSULT"}
    defaults = {"id": "m", "kind": "meeting", "status": "held", "codes": codes, "reports": ()}
    meetings = [{**defaults, **_meeting(row)} for row in shorthand["meetings"]]
    return Findings.model_validate(
        {"generator": Generator(newsie="0", model="none"), **shorthand, "meetings": meetings}
    )


def _meeting(shorthand: Shorthand) -> Shorthand:
    names = shorthand["with"].split(", ")
    rest = {key: value for key, value in shorthand.items() if key != "with"}
    return {"participants": [{"name": name, "type": "person"} for name in names], **rest}
