"""Why meetings are read as they are: each table row gives an article and what is said of one participant or meeting."""

import ast
from importlib import import_module
from pathlib import Path

import pytest
from spacy.language import Language

from newsie import pipeline
from newsie.explain import RULE_REASONS, article_explanations
from newsie.explanations import ArticleExplanation, MeetingReading, ParticipantReading
from newsie.pipeline import attendees
from newsie.read.articles import article_of

OBI = "Foreign Minister Ada Obi of Ghana"
LIND = "Defence Minister Tomas Lind of Norway"
MET = f"{OBI} met {LIND} in Oslo on Monday."


def explained(nlp: Language, text: str) -> ArticleExplanation:
    (explanation,) = article_explanations(nlp, [article_of(text, "a.txt")])
    return explanation


def last_meeting(nlp: Language, text: str) -> MeetingReading:
    return explained(nlp, text).meetings[-1]


def participant(nlp: Language, text: str, name: str) -> ParticipantReading:
    found = [one for one in last_meeting(nlp, text).participants if one.name == name]
    assert len(found) == 1
    return found[0]


WHO = [
    # article, participant, words, reference, reason
    (MET, "Ada Obi", "Foreign Minister Ada Obi", "name", "by name"),
    (f"{MET} Obi later met General Jan Kraus.", "Ada Obi", "Obi", "alias", "a form of the name"),
    (f"{MET} The defence minister later met General Jan Kraus.",
     "Tomas Lind", "The defence minister", "description",
     "the only one named before whom it fits (Defence Minister)"),
    (f"{OBI} arrived in Oslo. She met {LIND}.",
     "Ada Obi", "She", "pronoun", "the only person mentioned in its sentence and the one before"),
    ("Foreign Minister Ada Obi met leaders of the fishing villages.",
     "leaders of the fishing villages", "leaders of the fishing villages", "group",
     "in the article's words, as nobody is named"),
    (f"{MET} Obi was accompanied by her deputy, Carla Ruiz.",
     "Carla Ruiz", "Carla Ruiz", "name", "by name; added by the rule accompanied"),
    (f"{MET} They later spoke by telephone.",
     "Tomas Lind", "Defence Minister Tomas Lind", "name", "by name; taken up from before"),
    (f"A delegation led by General Jan Kraus called on {OBI}.",
     "Jan Kraus", "General Jan Kraus", "name", "by name; named with it"),
    (f"{OBI} led a team to Oslo with General Jan Kraus.\n\n{LIND} said he would meet Kraus.",
     "Tomas Lind", "he", "pronoun", "the subject above it, or else that of the sentence before"),
    (f"{MET}\n\nObi held talks with Lind and General Jan Kraus.",
     "Ada Obi", "Obi", "alias", "a form of the name"),
    ("Army officials from both sides met. General Jan Kraus and General Ada Obi vowed to deepen ties.",
     "Ada Obi", "General Ada Obi", "name", "by name; named right after as one of those who met"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "words", "reference", "because"), WHO)
def test_who_is_meant_and_why(nlp: Language, text: str, name: str, words: str, reference: str, because: str) -> None:
    found = participant(nlp, text, name)
    assert (found.words.text, found.reference, found.because) == (words, reference, because)


def test_what_stands_for_a_participant_in_the_sentence(nlp: Language) -> None:
    visitor = participant(nlp, f"A delegation led by General Jan Kraus called on {OBI}.", "Jan Kraus")
    assert visitor.slot is not None
    assert (visitor.slot.text, visitor.words.text, visitor.elsewhere) == ("delegation", "General Jan Kraus", None)


def test_the_sentence_of_one_who_was_added_later(nlp: Language) -> None:
    added = participant(nlp, f"{MET} Obi was accompanied by her deputy, Carla Ruiz.", "Carla Ruiz")
    assert added.elsewhere is not None
    assert added.elsewhere.text == "Obi was accompanied by her deputy, Carla Ruiz."


@pytest.mark.parametrize(
    ("text", "status", "cue"),
    [
        (MET, "held", None),
        (f"{OBI} is scheduled to meet {LIND}.", "planned", "scheduled to"),
        (f"{OBI} denied that she had met {LIND}.", "denied", "denied"),
        (f"A meeting between {OBI} and {LIND} was called off on Monday.", "cancelled", "was called off"),
    ],
)
def test_the_cue_of_the_status(nlp: Language, text: str, status: str, cue: str | None) -> None:
    found = last_meeting(nlp, text).status
    assert (found.status, found.cue.text if found.cue else None) == (status, cue)


def test_a_passage_that_is_no_meeting(nlp: Language) -> None:
    explanation = explained(nlp, f"{OBI} refused to meet {LIND}.")
    assert explanation.meetings == ()
    (dismissed,) = explanation.dismissed
    assert dismissed.status.cue is not None
    assert (dismissed.report.rule, dismissed.status.cue.text) == ("meet", "refused to")


@pytest.mark.parametrize(
    ("text", "trigger", "because"),
    [
        ("The villagers met Ada Obi's driver.", "met", "too few of those who take part are named, or hold an office"),
        (f'Carla Ruiz said: "I wish {OBI} met {LIND} soon."', "met", "it stands in a quotation"),
    ],
)
def test_a_passage_that_was_passed_over(nlp: Language, text: str, trigger: str, because: str) -> None:
    explanation = explained(nlp, text)
    assert explanation.meetings == ()
    assert [(one.report.trigger.text, one.because) for one in explanation.passed_over] == [(trigger, because)]


def test_what_is_a_meeting_is_not_passed_over(nlp: Language) -> None:
    text = f"{MET} Obi refused to meet General Jan Kraus.\n\nObi and Lind held talks."
    assert explained(nlp, text).passed_over == ()


@pytest.mark.parametrize(
    ("text", "words", "in_dateline"),
    [
        (MET, "Oslo", False),
        (f"OSLO, Jan 14 (Wire) - {OBI} met {LIND} here on Monday.", "OSLO", True),
    ],
)
def test_where_a_place_was_read(nlp: Language, text: str, words: str, in_dateline: bool) -> None:
    (place,) = last_meeting(nlp, text).places
    assert place.words is not None
    assert (place.words.text, place.in_dateline, place.elsewhere) == (words, in_dateline, in_dateline)


def test_where_a_date_was_read(nlp: Language) -> None:
    date = last_meeting(nlp, MET).date
    assert date is not None
    assert (date.words.text, date.elsewhere) == ("Monday", False)


def test_reports_of_one_meeting(nlp: Language) -> None:
    meeting = last_meeting(nlp, f"{MET}\n\nObi and Lind held talks.")
    assert [(report.rule, report.sentence.text) for report in meeting.joined] == [
        ("hold talks", "Obi and Lind held talks.")
    ]


def test_offsets_are_those_of_the_article_as_given(nlp: Language) -> None:
    text = MET.replace("Tomas", "To\u00admas")
    explanation = explained(nlp, text)
    words = explanation.meetings[0].participants[1].words
    assert words.text == text[words.start : words.end] == "Defence Minister To\u00admas Lind"
    assert explanation.article.text == text


def test_an_article_without_a_meeting(nlp: Language) -> None:
    explanation = explained(nlp, "The harbour was closed on Monday.")
    assert (explanation.meetings, explanation.dismissed) == ((), ())


def test_where_an_occasion_was_read(nlp: Language) -> None:
    occasion = last_meeting(nlp, f"{OBI} met {LIND} on the sidelines of the Harbour Forum in Oslo.").occasion
    assert occasion is not None
    assert (occasion.words.text, occasion.elsewhere) == ("Harbour Forum", False)


def test_every_rule_that_adds_somebody_has_its_reason() -> None:
    """Whatever rule the pipeline gives a participant is a constant with words of its own, or one of attendance."""
    given = set()
    for file in sorted(Path(pipeline.__path__[0]).glob("*.py")):
        for call in (node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)):
            if isinstance(call.func, ast.Name) and call.func.id in ("DraftParticipant", "replace"):
                module = import_module(f"newsie.pipeline.{file.stem}")
                rules = [keyword.value for keyword in call.keywords if keyword.arg == "rule"]
                given |= {getattr(module, rule.id, rule.id) for rule in rules if isinstance(rule, ast.Name)}
                assert all(isinstance(rule, ast.Name) for rule in rules)
    assert given - {"rule"} == set(RULE_REASONS)
    assert not {entry.rule for entry in attendees.rules().attendance} & set(RULE_REASONS)


ADDED = [
    (f"{LIND} called on {OBI} in Oslo. He was followed by General Jan Kraus.", "the host of the meeting before"),
    (f"{OBI} arrived in Oslo on Monday. A trip to Lima was cancelled.",
     "the one on the visit that was called off, who is spoken of before"),
    (f"{MET} Obi also met General Jan Kraus. A meeting with bankers was postponed.",
     "the one in most meetings of the article, as it doesn't say whose meeting this is"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "reason"), ADDED)
def test_why_somebody_was_added(nlp: Language, text: str, reason: str) -> None:
    assert participant(nlp, text, "Ada Obi").because.endswith(f"; {reason}")
