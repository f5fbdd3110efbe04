"""The headline, by what stands above and below it."""

import pytest

from newsie.read.layout.layout import layout_of

STORY = "The governor met the bishop on Monday, and both said that they would meet again before the winter was over."


def headline_of(text: str) -> str | None:
    headline = layout_of(text).headline
    assert headline is None or text[headline.start : headline.end] == headline.text
    return headline.text if headline else None


@pytest.mark.parametrize(
    "above",
    [
        "Governor meets bishop\n\n",
        "Governor meets bishop\n",
        "Governor meets bishop\nBy Ada Obi\n",
        "Governor meets bishop\n3 May 2022\n",
        "Governor meets bishop\nPUEBLA: ",
        "# Governor meets bishop\n\n",
        " date 2022-05-03 Governor meets bishop\n\n",
        "FOR IMMEDIATE RELEASE\nMay 3, 2022\n\nGovernor meets bishop\n\n",
        "OFFICE OF THE GOVERNOR\nFor Immediate Release\nMay 3, 2022\n\nREADOUT\n\nGovernor meets bishop\n\n",
        "Home | World | Politics\n\nGovernor meets bishop\n\n",
    ],
)
def test_headline(above: str) -> None:
    assert headline_of(above + STORY) == "Governor meets bishop"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"{STORY}\n\n{STORY}",
        "Governor meets bishop",
        f"The governor met the bishop.\n\n{STORY}",
        f"PUEBLA, 3 May 2022\n\n{STORY}",
        f"PUEBLA, May 3 — Talks\n\n{STORY}",
        f"{STORY} {STORY}\n\n{STORY}",
        "The governor met the bishop on Monday, and both of\nthem said that they would meet again before winter.",
        "",
    ],
)
def test_no_headline(text: str) -> None:
    assert headline_of(text) is None
