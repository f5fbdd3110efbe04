"""Where and when a meeting took place, in its own sentence and in others."""

import pytest
from spacy.language import Language

from meeting_docs import drafts

MARIA, JAN, TOM, LEE = "<p>Maria Lund</p>", "<p>Jan Kraus</p>", "<p>Tom Reed</p>", "<p>Lee Park</p>"

SCENES = [
    (
        f"{MARIA} arrived in <l>Accra</l> on <date>Monday</date>. There <p>Maria Lund</p> met {JAN}.",
        ["Accra"],
        "Monday",
    ),
    (f"{MARIA} arrived in <l>Accra</l> on <date>Monday</date>. <p>Maria Lund</p> met {JAN}.", [], None),
    (f"{MARIA} visited <l>Accra</l>. During the visit, <p>Maria Lund</p> met {JAN}.", ["Accra"], None),
    (f"{MARIA} visited <l>Accra</l>. During the storm, <p>Maria Lund</p> met {JAN}.", [], None),
    (f"{TOM} visited <l>Accra</l>. During the visit, {MARIA} met {JAN}.", [], None),
    (f"{MARIA} visited <l>Elm Base</l>. Upon arrival, she was greeted by {JAN}.", ["Elm Base"], None),
    (f"{MARIA} visited <l>Elm Base</l>. Upon reflection, she called on {JAN}.", [], None),
    # a visit of the same sentence, or of one before in the paragraph
    (f"During her visit to <l>Accra</l>, {MARIA} met {JAN}.", ["Accra"], None),
    (f"During his visit to <l>Accra</l>, {TOM} said that {MARIA} had met {JAN}.", [], None),
    (f"{MARIA} met {JAN} before her visit to <l>Accra</l>.", [], None),
    (f"During her visit to <l>Accra</l>, {MARIA} praised the police. She met {JAN}.", ["Accra"], None),
    (f"{MARIA} visited <l>Accra</l>.\n\nDuring the visit, she met {TOM}. She met {JAN}.", ["Accra"], None),
    (f"During her visit to <l>Accra</l>, {MARIA} praised the police. She will meet {JAN}.", [], None),
    (f"During her visit to <l>Accra</l>, {MARIA} praised the police.\n\nShe met {JAN}.", [], None),
    (f"{MARIA} met {JAN}. The talks, at <l>Elm Palace</l>, were hosted by {TOM}.", ["Elm Palace"], None),
    (f"{MARIA} met {JAN}. During the meeting held at <l>Elm Palace</l>, they spoke of fish.", ["Elm Palace"], None),
    (f"{MARIA} met {JAN}. During their meeting in <l>Accra</l>, they spoke of fish.", ["Accra"], None),
    (f"{MARIA} met {JAN}. The meeting at <l>Elm Palace</l> dealt with fish.", ["Elm Palace"], None),
    (f"{MARIA} met {JAN}. At the meeting, they spoke of the fish in <l>Accra</l>.", [], None),
    (f"{MARIA} met {JAN}. The meeting was the last before the gala in <l>Accra</l>.", [], None),
    (f"{MARIA} met {JAN}. The fair, at <l>Elm Palace</l>, was opened by <x>Tom Reed</x>.", [], None),
]


@pytest.mark.parametrize(("text", "places", "date"), SCENES)
def test_place_and_day_told_in_another_sentence(nlp: Language, text: str, places: list[str], date: str | None) -> None:
    meeting = next(meeting for meeting in reversed(drafts(nlp, text)) if meeting.kind != "visit")
    assert (meeting.places, meeting.date.text if meeting.date is not None else None) == (places, date)


@pytest.mark.parametrize("meeting", [f"the meeting with {TOM}", "her meeting"])
def test_another_meeting_keeps_its_place(nlp: Language, meeting: str) -> None:
    text = f"{MARIA} met {JAN}. At {meeting} in <l>Accra</l>, {LEE} smiled."
    assert drafts(nlp, text)[0].places == []


PLACES = [
    (f"{MARIA} met {JAN} in the northern city of <l>Tamale</l>.", ["Tamale"]),
    (f"{MARIA} met {JAN} at the <o>Naval Club</o> in <l>Accra</l>.", ["Naval Club", "Accra"]),
    (f"In <l>Accra</l>, {MARIA} met {JAN}.", ["Accra"]),
    (f"While in <l>Accra</l> on the last leg of her trip, {MARIA} met {JAN}.", ["Accra"]),
    (f"{MARIA} arrived in <l>Accra</l> and met {JAN}.", ["Accra"]),
    (f"{MARIA} is due in <l>Accra</l>, where she met {JAN}.", ["Accra"]),
    (f"<dateline><l>ACCRA</l></dateline>: {MARIA} met {JAN} here.", ["ACCRA"]),
    (f"{MARIA} met {JAN} at the <o>Naval Board</o> headquarters.", ["Naval Board"]),
    (f"{MARIA} met {JAN} at the <o>Naval Board</o> gala.", []),
    (f"{MARIA} and {JAN} discussed the crisis in <l>Accra</l>.", []),
    (f"{MARIA} held talks with {JAN} on the situation in <l>Accra</l>.", []),
    (f"{MARIA} held talks with {JAN} in <l>Accra</l> on the harbour.", ["Accra"]),
    (f"{MARIA} welcomed {JAN} to <l>Elm Palace</l>.", ["Elm Palace"]),
    (f"{MARIA} received a delegation led by {JAN} at <l>Elm Palace</l>.", ["Elm Palace"]),
    (f"{MARIA} received {JAN} and his delegation in <l>Accra</l>.", ["Accra"]),
    (f"{MARIA} is due in <l>Accra</l> to meet {JAN}.", ["Accra"]),
    (f"{MARIA} will travel to <l>Accra</l> to meet {JAN}.", ["Accra"]),
    (f"In <l>Accra</l>, {MARIA} is due to hold talks with {JAN}.", ["Accra"]),
    (f"{MARIA} met {JAN} on the sidelines of the <o>Coastal Forum</o>.", []),
    (f"{MARIA} met {JAN} on the sidelines of the <o>Coastal Forum</o> in <l>Accra</l>.", ["Accra"]),
    (f"{MARIA}, who was born in <l>Accra</l>, met {JAN}.", []),
    (f"{MARIA} met {JAN} in the country's capital <l>Accra</l>.", ["Accra"]),
    (f"<dateline><l>LIMA</l></dateline>: {MARIA} met {JAN} in her country's capital.", []),
    (f"{MARIA} met {JAN} in the coastal town of <l>Tema</l>.", ["Tema"]),
    (f"{MARIA} met {JAN} ahead of the gala in <l>Accra</l>.", []),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_place(nlp: Language, text: str, places: list[str]) -> None:
    text = text.replace("she met", "<p as='Maria Lund' kind='pronoun'>she</p> met")
    assert [meeting.places for meeting in drafts(nlp, text) if meeting.kind != "visit"] == [places]


DATES = [
    (f"{MARIA} met {JAN} on <date>Monday</date>.", "Monday"),
    (f"{MARIA} held talks with {JAN} on <date>Monday</date>, the ministry said.", "Monday"),
    (f"{MARIA} met {JAN}, the ministry said on <date>Monday</date>.", None),
    (f"On <date>Monday</date> {MARIA} landed and met {JAN}.", "Monday"),
    (f"{MARIA} received a delegation led by {JAN} on <date>Monday</date>.", "Monday"),
    (f"In this file photo taken on <date>Monday</date>, {MARIA} meets with {JAN} in <l>Accra</l>.", "Monday"),
    (f"In this photo released on <date>Monday</date>, {MARIA} meets with {JAN} in <l>Accra</l>.", None),
    (f"In a spirit of steps taken on <date>Monday</date>, {MARIA} meets with {JAN} in <l>Accra</l>.", None),
    (f"A meeting of {MARIA} with {JAN}, which was to have taken place on <date>Monday</date>, was put off.", "Monday"),
    (f"{MARIA} met {JAN}, who left on <date>Monday</date>.", None),
    (f"{MARIA} met {JAN} for the first time since <date>May</date>.", None),
    (f"{MARIA} met {JAN} for the second time in <date>2023</date>.", None),
    (f"{MARIA} met {JAN} for the first time in <date>2023</date>.", "2023"),
    (f"{MARIA} met {JAN} for a short time on <date>Monday</date>.", "Monday"),
    (f"{MARIA} met {JAN} after the talks held on <date>Monday</date>.", None),
    (f"A meeting between {MARIA} and {JAN} planned for <date>Monday</date> has been postponed.", "Monday"),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_date(nlp: Language, text: str, date: str | None) -> None:
    meeting = next(meeting for meeting in drafts(nlp, text) if meeting.kind != "visit")
    assert (meeting.date.text if meeting.date is not None else None) == date


def test_a_sequence_keeps_the_day(nlp: Language) -> None:
    text = f"{MARIA} met {JAN} on <date on='2024-05-06'>Monday</date>. An hour later, <p>Maria Lund</p> met {TOM}."
    assert [meeting.date.text for meeting in drafts(nlp, text)] == ["Monday", "Monday"]


def test_a_sequence_goes_back_to_the_last_day_named(nlp: Language) -> None:
    text = (
        f"{MARIA} met {JAN} on <date on='2024-05-06'>Monday</date>. The meeting was held in Oslo. "
        f"Earlier in the day, <p>Maria Lund</p> met {TOM}. <p>Maria Lund</p> has also met <p>Lee Park</p>."
    )
    days = [meeting.date and meeting.date.text for meeting in drafts(nlp, text)]
    assert (days[0], days[-2], days[-1]) == ("Monday", "Monday", None)


@pytest.mark.parametrize(
    "first", ["spoke by phone with <p>Jan Kraus</p>", "met <p>Jan Kraus</p> on <date>Monday</date>"]
)
def test_the_place_of_a_plan_is_not_that_of_what_was_before(nlp: Language, first: str) -> None:
    found = drafts(nlp, f"<p>Ada Obi</p> {first}. They will meet in person at the summit in <l>Accra</l>.")
    assert found[0].places == []
    assert found[1].places == ["Accra"]


def test_the_place_that_a_later_sentence_tells_of_the_meeting(nlp: Language) -> None:
    found = drafts(nlp, "<p>Ada Obi</p> met <p>Jan Kraus</p>. The meeting was held in <l>Accra</l>.")
    assert found[0].places == ["Accra"]
