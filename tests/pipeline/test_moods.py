"""Sentences that ask or imagine report nothing; those that take something for granted do."""

import pytest
from spacy.language import Language

from markup import parse
from newsie.pipeline.moods import unreal_word
from newsie.pipeline.status_rules import status_rules

HABITS = status_rules().habits

SENTENCES = [
    ("Did the minister <t>meet</t> the envoy?", "?"),
    ("“Will she <t>meet</t> the envoy?”", "?"),
    ("Which president <t>met</t> the envoy in Lima?", "?"),
    ("Where did the two <t>sit</t> down?", "?"),
    ("Had the minister <t>met</t> the envoy, he would know.", "Had"),
    ("He would know, had she <t>met</t> the envoy.", "had"),
    ("Were the minister to <t>meet</t> the envoy, he would know.", "Were"),
    ("Should the two <t>meet</t>, nobody would know.", "Should"),
    # appeals
    ("She called on the president to <t>visit</t> Accra.", "called"),
    ("She called on the president and will <t>visit</t> Accra.", None),
    # taken for granted
    ("Will the minister, who <t>met</t> the envoy on Monday, resign?", None),
    ("Why did she resign after she <t>met</t> the envoy?", None),
    # statements
    ("The minister <t>met</t> the envoy.", None),
    ("She had <t>met</t> the envoy.", None),
    ("In May, had he been asked, she <t>met</t> the envoy.", None),
    ("The envoys, who were late, <t>met</t> the minister.", None),
    ("Who knows? She <t>met</t> the envoy.", None),
]


@pytest.mark.parametrize(("text", "word"), SENTENCES)
def test_word_that_shows_that_nothing_is_reported(nlp: Language, text: str, word: str | None) -> None:
    assert unreal_in(nlp, text) == word


@pytest.mark.parametrize("text", HABITS.examples)
def test_habits(nlp: Language, text: str) -> None:
    words = {*HABITS.periodic, *HABITS.regularly, *HABITS.periods}
    assert unreal_in(nlp, text) in words


@pytest.mark.parametrize("text", HABITS.near_misses)
def test_no_habits(nlp: Language, text: str) -> None:
    assert unreal_in(nlp, text) is None


def unreal_in(nlp: Language, text: str) -> str | None:
    plain, tags = parse(text)
    doc = nlp(plain)
    found = unreal_word(doc.char_span(tags[0].start, tags[0].end), doc[:])
    return found.text if found else None
