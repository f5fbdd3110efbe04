"""Datelines: the examples and near misses of the rule file, and where in an article one may stand."""

import pytest

from newsie.read.layout.dateline import dateline_of, find_dateline
from newsie.read.layout.dateline_rules import DatelineExample, DatelineNearMiss, dateline_rules
from newsie.read.layout.lines import lines_of
from newsie.records import Dateline


def dateline_in(text: str) -> Dateline | None:
    return find_dateline(list(lines_of(text)))


@pytest.mark.parametrize("example", dateline_rules().example, ids=lambda example: example.dateline)
def test_example(example: DatelineExample) -> None:
    dateline = dateline_in(example.text)
    assert dateline is not None
    assert dateline.text == example.dateline
    assert dateline.place is not None
    assert dateline.place.text == example.place
    assert (dateline.date.text if dateline.date else "") == example.date


@pytest.mark.parametrize("near_miss", dateline_rules().near_miss, ids=lambda near_miss: near_miss.reason)
def test_near_miss(near_miss: DatelineNearMiss) -> None:
    assert dateline_in(near_miss.text) is None


@pytest.mark.parametrize("label", dateline_rules().labels)
def test_label_is_no_place(label: str) -> None:
    assert (
        dateline_in(f"{label.upper()}: The governor met the mayor on Monday, and both sides spoke of progress.") is None
    )


@pytest.mark.parametrize("name", dateline_rules().places)
def test_place_with_an_article(name: str) -> None:
    dateline = dateline_in(f"{name.upper()}, 3 June 2022 — The governor met the mayor.")
    assert dateline is not None
    assert dateline.place is not None
    assert dateline.place.text == name.upper()


@pytest.mark.parametrize("word", dateline_rules().speech)
def test_speech_has_no_dateline(word: str) -> None:
    assert dateline_in(f"Governor: {word} said so, and the mayor and the two envoys who met here said so too.") is None


def test_offsets_count_in_the_article() -> None:
    text = "A headline\n\n   PUEBLA, May 2 (Sierra Press) —  The mayor met the bishop."
    dateline = dateline_in(text)
    assert dateline is not None
    for span in (dateline, dateline.place, dateline.date):
        assert span is not None
        assert text[span.start : span.end] == span.text


def test_place_in_ordinary_case_counts_in_the_first_line_only() -> None:
    story = "Windhoek — The president met the leader of the opposition at State House on Monday."
    assert dateline_in(story) is not None
    assert dateline_in(f"Nobody had expected it.\n\n{story}") is None


def test_photo_caption_makes_no_transcript() -> None:
    assert dateline_in("BOGURA: The minister met traders.\n\nPhoto: The minister in May.") is not None


def test_line_by_itself_needs_capitals_or_a_date() -> None:
    lines = list(lines_of("Windhoek — The president met the leader of the opposition.\nWindhoek, 3 May — The two met."))
    assert dateline_of(lines[0]) is None
    assert dateline_of(lines[1]) is not None
