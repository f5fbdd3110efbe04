"""The layout of whole articles, and the properties that every layout has."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.read.layout.layout import Layout, layout_of, story_start
from newsie.records import Span

STORY = "The governor met the bishop on Monday, and both said that they would meet again before the winter was over."
PAGE = f""" date 2022-05-03 Governor meets bishop

By Ada Obi

PUEBLA, May 2 (Sierra Press) — {STORY}

Photo: The governor with the bishop in 2019.

Read also: Bridge reopens
"""


def spans_of(layout: Layout) -> list[Span]:
    parts = (layout.header, layout.headline, layout.dateline, *layout.boilerplate)
    return sorted((part for part in parts if part), key=lambda span: span.start)


def test_page() -> None:
    layout = layout_of(PAGE)
    assert [span.text for span in spans_of(layout)] == [
        "date 2022-05-03",
        "Governor meets bishop",
        "By Ada Obi",
        "PUEBLA, May 2 (Sierra Press) —",
        "Read also: Bridge reopens",
    ]
    assert layout.published == datetime.date(2022, 5, 3)


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f" date 2022-05-03 {STORY}", datetime.date(2022, 5, 3)),
        (f"date 2022-05-03\n{STORY}", datetime.date(2022, 5, 3)),
        (f" date 2022-05-03 PUEBLA, June 1, 2020 — {STORY}", datetime.date(2022, 5, 3)),
        (f" date 2022-13-03 PUEBLA, June 1, 2020 — {STORY}", datetime.date(2020, 6, 1)),
        (f"May 3, 2022\n\nPUEBLA, June 1, 2020 — {STORY}", datetime.date(2022, 5, 3)),
        (f"PUEBLA, June 1 — {STORY}", None),
        (f"PUEBLA, 03/04/2022 — {STORY}", None),
        (f"{STORY} It was June 1, 2020.", None),
        (f"The date 2022-05-03 was set. {STORY}", None),
        ("date 2022-05-031 was a misprint", None),
    ],
)
def test_published(text: str, published: datetime.date | None) -> None:
    assert layout_of(text).published == published


def test_story_starts_behind_the_header() -> None:
    assert story_start(" date 2022-05-03 The") == len(" date 2022-05-03")
    assert story_start("The date 2022-05-03") == 0


PIECES = st.sampled_from(
    [
        " date 2022-05-03 ",
        "PUEBLA, May 2 —",
        "Puebla:",
        "By Ada Obi",
        "Read more",
        "\n",
        "\n\n",
        "\r",
        ". ",
        " | ",
        "# ",
    ]
)


@given(st.lists(st.one_of(PIECES, st.text()), max_size=30).map("".join))
def test_parts_are_in_the_text_and_do_not_overlap(text: str) -> None:
    layout = layout_of(text)
    spans = spans_of(layout)
    inner = [part for part in (layout.dateline and (layout.dateline.place, layout.dateline.date)) or () if part]
    for span in (*spans, *inner):
        assert text[span.start : span.end] == span.text
        assert span.text
    for before, after in pairwise(spans):
        assert before.end <= after.start
    assert list(layout.boilerplate) == sorted(layout.boilerplate, key=lambda span: span.start)
    assert not any("\n" in span.text for span in layout.boilerplate)
