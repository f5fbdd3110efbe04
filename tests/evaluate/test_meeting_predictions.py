"""The words of meetings that are judged: a row gives a text, the trigger and participants read in it."""

import pytest
from spacy.language import Language

from newsie.evaluate.meeting_gold import MarkedMeeting, MeetingDocument
from newsie.evaluate.meeting_predictions import marked_meetings
from newsie.pipeline.people_nouns import rules

OBI, LIND = "Foreign Minister Ada Obi", "Defence Minister Tomas Lind"


def read(nlp: Language, text: str, source: str = "ewt") -> list[MarkedMeeting]:
    document = MeetingDocument(id="a", source=source, text=text, meetings=())
    return list(marked_meetings(nlp, [document])["a"])


def read_words(nlp: Language, text: str, source: str = "ewt") -> list[tuple[str, list[str]]]:
    return [
        (text[one.trigger.start : one.trigger.end], [text[p.start : p.end] for p in one.participants])
        for one in read(nlp, text, source)
        if one.trigger
    ]


UNNAMED = [
    ("I met her at the market.", "met", ["I", "her"]),
    ("The teachers talked for hours.", "talked", ["The teachers"]),
    ("They were talking to the neighbours.", "talking", ["They", "the neighbours"]),
    ("The meeting ended late.", "meeting", []),
    ("The talk that she had with her brother was short.", "talk", ["she", "her brother"]),
    ("The Security Council meeting ended late.", "meeting", ["Security Council"]),
    ("The teachers announced negotiations with shipyard owners.", "negotiations", ["The teachers", "shipyard owners"]),
    ("We met a number of farmers.", "met", ["We", "a number of farmers"]),
    ("We met the neighbours and their children.", "met", ["We", "the neighbours", "their children"]),
    ("He received her at the door.", "received", ["He", "her"]),
    ("We visited the islands.", "visited", ["We", "the islands"]),
    ('"They never talked to the mayor about it," she said.', "talked", ["They", "the mayor"]),
]


@pytest.mark.parametrize(("text", "trigger", "participants"), UNNAMED)
def test_meetings_are_read_whoever_takes_part(nlp: Language, text: str, trigger: str, participants: list[str]) -> None:
    assert read_words(nlp, text) == [(trigger, participants)]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge meets the requirement.",
        "The ship received high marks.",
        "She left a message for her brother.",
        "They travelled to the coast.",
        "He ate his lunch in the garden.",
        "She put a stop to it.",
        "We met the neighbouring storm.",
    ],
)
def test_words_with_other_meanings_are_no_meetings(nlp: Language, text: str) -> None:
    assert read_words(nlp, text) == []


@pytest.mark.parametrize("thing", sorted(rules().things))
def test_nobody_meets_a_thing(nlp: Language, thing: str) -> None:
    assert read_words(nlp, f"They had a talk with {thing}.") == [("talk", ["They"])]


@pytest.mark.parametrize("somebody", ["her", "everyone", "nobody", "somebody"])
def test_somebody_is_met(nlp: Language, somebody: str) -> None:
    assert read_words(nlp, f"They had a talk with {somebody}.") == [("talk", ["They", somebody])]


def test_what_is_denied_counts_where_every_word_is_annotated(nlp: Language) -> None:
    text = f"{OBI} refused to meet {LIND}."
    assert read_words(nlp, text) == [("meet", [OBI, LIND])]
    assert read_words(nlp, text, "plover_gsr") == []


def test_what_was_not_held_does_not_count_among_events(nlp: Language) -> None:
    assert read_words(nlp, "We will talk to the mayor.") == [("talk", ["We", "the mayor"])]
    assert read_words(nlp, "We will talk to the mayor.", "plover_gsr") == []
    assert read_words(nlp, "We talked to the mayor.", "plover_gsr") == [("talked", ["We", "the mayor"])]


@pytest.mark.parametrize("source", ["plover_gsr", "re3d"])
def test_of_who_met_whom_there_are_two(nlp: Language, source: str) -> None:
    assert read_words(nlp, "The teachers talked for hours.", source) == []


def test_relations_are_between_the_sides(nlp: Language) -> None:
    text = f"{OBI} and {LIND} met General Jan Kraus."
    assert read_words(nlp, text, "re3d") == [
        ("met", [OBI, "General Jan Kraus"]),
        ("met", [LIND, "General Jan Kraus"]),
    ]
    assert read_words(nlp, f"{OBI} and {LIND} met.", "re3d") == [("met", [OBI, LIND])]


def test_relations_are_of_names(nlp: Language) -> None:
    text = f"{OBI} arrived late. She met {LIND}."
    assert read_words(nlp, text, "re3d") == [("met", [OBI, LIND])]
    assert ("met", ["She", LIND]) in read_words(nlp, text)


def test_a_place_that_is_visited_is_a_place_elsewhere(nlp: Language) -> None:
    text = "We visited Oslo."
    assert read_words(nlp, text) == [("visited", ["We", "Oslo"])]
    (visit,) = read(nlp, text, "qasrl")
    assert [text[p.start : p.end] for p in visit.participants] == ["We"]
    assert [text[p.start : p.end] for p in visit.place] == ["Oslo"]


def test_the_words_in_the_sentence_stand_for_those_named_before(nlp: Language) -> None:
    text = f"{OBI} met {LIND} in Oslo on Monday. They later spoke by telephone."
    assert read_words(nlp, text)[-1][1] == ["They"]


WHO_IS_MEANT = [
    (f"During the Tuesday meeting, {OBI} voiced concern.", [OBI]),
    (f"{OBI} spoke of a discussion she had with {LIND}.", [OBI, LIND]),
    (f"Work has begun on a board meeting, at which {OBI} is to speak.", ["board", OBI]),
    ("Following a council meeting, the mayor sold the whale.", ["council"]),
    # who took part is told
    (
        f"The harbour closed after talks between the teachers and the dockers, {OBI} said.",
        ["the teachers", "the dockers"],
    ),
]


@pytest.mark.parametrize(("text", "participants"), WHO_IS_MEANT)
def test_who_is_meant_takes_part_where_annotators_were_asked(nlp: Language, text: str, participants: list[str]) -> None:
    assert [people for _, people in read_words(nlp, text, "qasrl")][-1] == participants


def test_a_title_and_a_unit_are_one_apposition(nlp: Language) -> None:
    text = f"{OBI}, commander, Coast Guard Command recently met {LIND}."
    assert [people[-1] for _, people in read_words(nlp, text, "re3d")] == [LIND]
    assert len(read_words(nlp, text, "re3d")) == 1
