"""Boilerplate: each rule by its own example and near miss, then what several of them make of a line."""

import pytest

from newsie.read.layout.boilerplate import find_boilerplate
from newsie.read.layout.boilerplate_rules import BoilerplateRule, boilerplate_rules
from newsie.read.layout.lines import lines_of

STORY = [f"The two governors met again on day {n}, and again they agreed on little but the date." for n in range(20)]
RULES = [*boilerplate_rules().line, *boilerplate_rules().sentence]
EXAMPLES = [pytest.param(rule, example, id=example) for rule in RULES for example in rule.examples]


def boilerplate_of(text: str) -> list[str]:
    return [span.text for span in find_boilerplate(list(lines_of(text)))]


def page_with(line: str, rule: BoilerplateRule) -> str:
    """A story with `line` in it at the place that the rule is for."""
    position = {"head": 1, "tail": len(STORY), "anywhere": len(STORY) // 2}[rule.where]
    return "\n\n".join([*STORY[:position], line, *STORY[position:]])


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_example_fires_its_rule_and_is_boilerplate(rule: BoilerplateRule, example: str) -> None:
    assert rule.matches(example, frozenset({rule.where}))
    line = f"{example} Follow us on Telegram." if rule.only_with_others else example
    assert boilerplate_of(page_with(line, rule)) == [line]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_near_miss_is_news(rule: BoilerplateRule) -> None:
    assert boilerplate_of(page_with(rule.near_miss, rule)) == []


@pytest.mark.parametrize("line", ["Lotto: 3, 12, 18, 22, 37, 40", "Prices near you | Crossword", "More from Business"])
def test_what_is_a_service_line_at_the_end_is_none_at_the_top(line: str) -> None:
    assert boilerplate_of("\n\n".join([STORY[0], line, *STORY[1:]])) == []
    assert boilerplate_of("\n\n".join([*STORY, line])) == [line]


def test_rules_have_names_of_their_own() -> None:
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_a_story_has_none() -> None:
    assert boilerplate_of("\n\n".join(STORY)) == []


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # Every sentence is a promo.
        ("Follow us on Telegram. All rights reserved.", ["Follow us on Telegram. All rights reserved."]),
        # News with a promo behind it, or before it where more news follows.
        ("He met Mr Obi on Monday. Click here to subscribe.", ["Click here to subscribe."]),
        # A slogan, all in capitals or titles, before a promo.
        ("Orchid News: Your City, Your News. Like our page!", ["Orchid News: Your City, Your News. Like our page!"]),
        # What begins as a promo is one to its end, if it is short.
        (
            "Sign in to comment. The Long Read comes out on Tuesdays.",
            ["Sign in to comment. The Long Read comes out on Tuesdays."],
        ),
    ],
)
def test_last_line(line: str, expected: list[str]) -> None:
    assert boilerplate_of("\n".join([*STORY, line])) == expected


def test_promo_that_opens_a_line_in_mid_story_leaves_the_news() -> None:
    line = "Subscribe to our newsletter. The general met the envoy on Monday."
    assert boilerplate_of("\n\n".join([*STORY[:10], line, *STORY[10:]])) == ["Subscribe to our newsletter."]


def test_wrapped_prose_is_not_taken_for_a_list_of_lines() -> None:
    wrapped = [
        "The delegation left for the coast in the morning, and after lunch it",
        "met the two governors, who had read the papers of the committee and",
        "share it",
        "with few. Nothing was signed, and nothing is to be signed before the",
        "summer is over.",
    ]
    assert boilerplate_of("\n".join(wrapped)) == []
    assert boilerplate_of("\n".join([*wrapped, "", "share it"])) == ["share it"]


def test_page_title_with_site_name_is_no_menu() -> None:
    assert boilerplate_of("Envoys meet in Doha | The Morning Courier\n\nThe two envoys met on Monday.") == []
