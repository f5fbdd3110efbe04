"""The story of a mail, without what mail has above and below it."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mails import STORY, message, read_mail
from newsie.read.formats.mail.story import MailRule, mail_rules, paragraphs_of, story_in, subject_title


def story_text(text: str) -> str:
    return "\n\n".join(paragraph.text for paragraph in story_in(paragraphs_of(text)).paragraphs)


@pytest.mark.parametrize("rule", mail_rules().subject, ids=lambda rule: rule.name)
def test_marks_before_a_subject(rule: MailRule) -> None:
    for example in rule.examples:
        assert subject_title(f"{example}Two met") == "Two met"
    assert subject_title(rule.near_miss) == rule.near_miss


@pytest.mark.parametrize("rule", mail_rules().footer, ids=lambda rule: rule.name)
def test_footers(rule: MailRule) -> None:
    for example in rule.examples:
        assert story_text(f"{STORY}\n\n{example}\nPuebla, 5 May Street") == STORY
        assert story_text(f"{example}\n\n{STORY}") == STORY
    assert story_text(f"{STORY}\n\n{rule.near_miss}") == f"{STORY}\n\n{rule.near_miss}"


@pytest.mark.parametrize(
    "below",
    [
        "-- \nAda Obi\nPress officer",
        "--\nAda Obi",
        "-- \nYou received this message because you are subscribed.\nTo unsubscribe, write to us.",
        "_______________________________________________\nPress mailing list\nPress@lists.state.example",
        "On Mon, 13 Jan 2025 at 10:00, Jan Kraus <jan@dio.example> wrote:\n> Will you come?\n>\n> Jan",
        "> Will you come?\n> Jan",
        "-----Original Message-----\nFrom: Jan Kraus\nSent: Monday, January 13, 2025\nTo: Ada\n"
        "Subject: Will you?\n\nWill you come?",
    ],
)
def test_what_mail_has_below_a_story(below: str) -> None:
    assert story_text(f"{STORY}\n\n{below}\n") == STORY


def test_two_hyphens_in_a_long_text_are_no_signature() -> None:
    text = "\n\n".join([STORY, "--", *[f"Item {n}: they met." for n in range(20)]])
    assert story_text(text) == text


def test_greater_signs_of_a_story_that_is_all_quoted() -> None:
    quoted = "\n".join(f"> {line}".rstrip() for line in STORY.split("\n"))
    assert story_text(f"FYI.\n\nOn Monday, Ada wrote:\n{quoted}") == f"FYI.\n\n{STORY}"


@pytest.mark.parametrize(
    "headers",
    [
        "---------- Forwarded message ---------\nFrom: Ada Obi <ada@state.example>\n"
        "Date: Mon, Jan 13, 2025 at 10:00 AM\n"
        "Subject: PRESS RELEASE: Two met\nTo: <desk@paper.example>",
        "Begin forwarded message:\n\nFrom: Ada Obi <ada@state.example>\nSubject: Two met\n"
        "Date: 13 January 2025 at 10:00:00 GMT",
        "________________________________\nFrom: Ada Obi <ada@state.example>\n"
        "Sent: Monday, January 13, 2025 10:00 AM\n"
        "To: Desk\nSubject: Two met",
        "*From:* Ada Obi <ada@state.example> *Sent:* Monday, January 13, 2025 *To:* Desk *Subject:* FW: Two met",
    ],
)
def test_forwarded_release_has_its_own_headers(headers: str) -> None:
    draft = read_mail(message(f"Worth a line?\n\n{headers}\n\n{STORY}\n", "Fwd: Two met").as_bytes()).draft
    assert draft.text == f"Two met\n\n{STORY}\n"
    assert (draft.title, draft.authors, draft.site) == ("Two met", ("Ada Obi",), "state.example")
    assert draft.published == datetime.date(2025, 1, 13)


def test_release_that_repeats_its_subject() -> None:
    draft = read_mail(message(f"FOR IMMEDIATE RELEASE\n\nGovernor meets Bishop\n\n{STORY}").as_bytes()).draft
    assert draft.text == f"Governor meets bishop\n\nFOR IMMEDIATE RELEASE\n\n{STORY}\n"


@given(st.text(alphabet="ab >-_\n.:", max_size=300))
def test_story_is_part_of_any_text(text: str) -> None:
    marks = str.maketrans("", "", "> \n")
    assert set(story_text(text).translate(marks)) <= set(text.translate(marks))
