"""Cues for boilerplate: each wording by its own example and near miss, each feature, and what they make of lines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsie.read.layout.boilerplate import find_boilerplate
from newsie.read.layout.boilerplate_rules import WordingCue, boilerplate_rules
from newsie.read.layout.line_features import Page, unmarked
from newsie.read.layout.lines import lines_of

CUES = boilerplate_rules().wording
STORY = "The two governors met again on Monday, and again they agreed on little but the date."
HEADLINE = "Governors meet for the ninth time"


def boilerplate_of(*paragraphs: str, linked: tuple[str, ...] = ()) -> list[str]:
    lines = list(lines_of("\n\n".join(paragraphs)))
    return [span.text for span in find_boilerplate(lines, {line.start for line in lines if line.text in linked})]


def features_of(text: str, line: str, titles: frozenset[int] = frozenset(), linked: bool = False) -> set[str]:
    lines = list(lines_of(text))
    index = next(n for n, one in enumerate(lines) if one.text == line)
    page = Page(lines, {lines[index].start} if linked else (), titles, titles, ())
    return set(page.features(index, page.story()))


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.name)
def test_wording_fires_on_its_example_and_not_on_its_near_miss(cue: WordingCue) -> None:
    assert cue.pattern.search(cue.example)
    assert not cue.pattern.search(cue.near_miss)


def test_no_wording_decides_alone_and_all_features_are_weighed() -> None:
    assert all(abs(cue.weight) < boilerplate_rules().threshold for cue in CUES if cue.weight > 0)
    weighed = [cue.feature for cue in boilerplate_rules().feature]
    assert sorted(weighed) == sorted(set(weighed))


@pytest.mark.parametrize(
    ("text", "line", "expected"),
    [
        (f"{STORY}\n\nHarbour\n\n{STORY}", "Harbour", {"no sentence", "few words"}),
        (f"{STORY}\n\nADA OBI", "ADA OBI", {"no sentence", "few words", "in capitals", "below the story"}),
        (f"## Harbour\n\n{STORY}", "## Harbour", {"no sentence", "few words", "heading"}),
        (f"3 March 2024\n\n{STORY}", "3 March 2024", {"no sentence", "few words", "date"}),
        (f"{STORY} He left. She stayed.", f"{STORY} He left. She stayed.", {"many sentences"}),
        (f"[Harbour](/h)\n\n{STORY}", "[Harbour](/h)", {"no sentence", "few words", "mostly a link"}),
        (f"{STORY} [Harbour](/h).", f"{STORY} [Harbour](/h).", set()),
    ],
)
def test_features(text: str, line: str, expected: set[str]) -> None:
    assert features_of(text, line) == expected


def test_features_of_what_stands_under_a_title() -> None:
    block = f"{STORY}\n\nMost read\nFerries tied up by a strike at two ports\n{STORY}"
    found = features_of(block, "Ferries tied up by a strike at two ports", titles=frozenset([1]))
    assert found == {"no sentence", "after boilerplate", "under a list's title"}
    apart = block.replace("Most read\n", "Most read\n\n")
    assert features_of(apart, "Ferries tied up by a strike at two ports", titles=frozenset([1])) == {"no sentence"}


def test_format_tells_what_is_a_link() -> None:
    assert "mostly a link" in features_of(f"{STORY}\n\nHarbour", "Harbour", linked=True)
    assert boilerplate_of(STORY, "Why ferries list in the harbour", STORY) == []
    link = "Why ferries list in the harbour"
    assert boilerplate_of(STORY, link, STORY, linked=(link,)) == [link]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Harbour", "Harbour"),
        ("[**Read more:** the port](https://port.example/a)", "Read more: the port"),
        ("- [The port](/a)", "The port"),
        ("## Most read", "Most read"),
        ("He paid 3 * 4 crowns - no more", "He paid 3 * 4 crowns - no more"),
        ("![](/a.jpg)", ""),
    ],
)
def test_marks_of_markdown(text: str, expected: str) -> None:
    assert unmarked(text) == expected


@pytest.mark.parametrize(
    "line",
    [
        # Consent, subscriptions, limits: whole paragraphs that speak to the reader.
        "We and our 640 partners store information on your device, such as cookies, to process personal data.",
        "You may withdraw your consent at any time in the privacy settings at the foot of the page.",
        "Unlimited access to all stories. Cancel anytime during your trial.",
        "Every morning our editors send out what matters. You can sign up to receive it here.",
        "Stream every match with a day pass, no contract, cancel anytime",
        # Buttons.
        "Search",
        "Log in",
        "Newsletters",
    ],
)
def test_notices_of_the_page_are_found_inside_a_story(line: str) -> None:
    assert boilerplate_of(HEADLINE, STORY, line, STORY) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "The two leaders will share intelligence on smuggling.",
        "Read the statement carefully, the minister said, and you will see that nothing was promised.",
        "Follow the river for an hour and you reach the border post where they met.",
        "Watch towers that were taken down last year will not be put up again.",
        "Subscribe to such a view and you end up alone, the governor told his guests.",
        "“You can withdraw your consent at any time,” the judge told the two brothers.",
        "The minister said that cookies, personal data and the consent of users were on the agenda.",
        "Share of the harvest: each village gets a tenth.",
        "We shall never sign, our people would not forgive us, the envoy wrote in a letter to the governor.",
        "Photographs of the meeting were shared by the palace in the evening.",
        "Sign up or go home, recruits were told by the colonel.",
        "Comments by the two ministers moved the market.",
        "Advertisement is the soul of trade, the chairman said.",
        "Tags of lost soldiers were handed over at the meeting.",
        "Download speeds have doubled since the two companies merged.",
        "Join us, the rebels told the mayor, or leave by the morning.",
        "Most read newspapers; few believe them, the minister said.",
        "Results: women's 3,000 m: 1. Jepkemoi, 2. Tadesse",
        "Contact: Ada Obi, press officer",
    ],
)
@pytest.mark.parametrize("place", ["first", "inside", "last"])
def test_news_stays(line: str, place: str) -> None:
    paragraphs = {"first": [line, STORY], "inside": [STORY, line, STORY], "last": [STORY, line]}[place]
    assert boilerplate_of(HEADLINE, *paragraphs) == []


def test_headline_between_menus_stays() -> None:
    lines = ["Sign in", "Home", "News", "Breaking", HEADLINE, "Share", STORY]
    assert boilerplate_of("\n".join(lines)) == ["Sign in", "Home", "News", "Breaking", "Share"]


def test_list_under_its_title_ends_where_prose_begins() -> None:
    block = ["READ MORE ON FERRIES", "Ferries tied up by a strike at two ports", "RING RUST", STORY]
    assert boilerplate_of(STORY + "\n" + "\n".join(block)) == block[:-1]


def test_below_the_story_short_lines_after_boilerplate_belong_to_it() -> None:
    tail = ["Tags", "Harbour", "Trade", "Most read", "Why ferries list in the old harbour"]
    assert boilerplate_of(STORY, STORY, *tail) == tail


def test_below_a_press_release_its_contacts_stay() -> None:
    assert boilerplate_of(STORY, STORY, "###", "Ada Obi", "Press officer of the port") == ["###"]


@pytest.mark.parametrize(
    ("line", "credit"),
    [
        ("He left on Monday. —AFP", "—AFP"),
        ("He left on Monday. (Reporting by Ada Obi; Editing by Bo Lind)", "(Reporting by Ada Obi; Editing by Bo Lind)"),
        ("He left on Monday. —with a report from Ada Obi", "—with a report from Ada Obi"),
    ],
)
def test_credit_behind_the_last_sentence(line: str, credit: str) -> None:
    assert boilerplate_of(STORY, line) == [credit]


def test_aside_behind_a_sentence_is_no_credit() -> None:
    assert boilerplate_of(STORY, "He left on Monday. (Nobody saw him again)") == []


def test_image_of_markdown_without_words_is_none_of_the_story() -> None:
    assert boilerplate_of(STORY, "![](/a.jpg)", STORY) == ["![](/a.jpg)"]


@given(
    st.lists(st.sampled_from([STORY, "Home", "Most read", "ADA OBI", "[a](/b)", "###", "2", "3 March 2024", "Share"]))
)
def test_boilerplate_is_of_the_text_in_order_and_never_overlaps(paragraphs: list[str]) -> None:
    text = "\n".join(paragraphs)
    spans = find_boilerplate(list(lines_of(text)))
    assert all(text[span.start : span.end] == span.text for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))
    assert all(STORY not in span.text for span in spans)
