from newsie.explanations import (
    ArticleExplanation,
    DateReading,
    Dismissal,
    MeetingReading,
    OccasionReading,
    ParticipantReading,
    PassedOverReading,
    PlaceReading,
    ReportReading,
    StatusReading,
)
from newsie.records import Article, DateValue, Span
from newsie.write.explanation import explanation_text

TEXT = "OSLO - \x1b[31mAda Obi\nand Jan\u2028Kraus, who is host, may not meet villagers. They met again on Friday."


def words(quoted: str) -> Span:
    start = TEXT.index(quoted)
    return Span(start=start, end=start + len(quoted), text=quoted)


SENTENCE = words(TEXT[TEXT.index("\x1b") : TEXT.index(" They")])
REPORT = ReportReading(rule="meet", trigger=words("meet"), sentence=SENTENCE)
OTHER = ReportReading(rule="meet", trigger=words("met"), sentence=words("They met again on Friday."))
MEETING = MeetingReading(
    kind="meeting",
    report=REPORT,
    participants=(
        ParticipantReading(
            name="Ada \x1b[31mObi", type="person", words=words("Ada Obi"), reference="name", because="by name"
        ),
        ParticipantReading(
            name="Jan Kraus",
            type="person",
            part="host",
            words=words("They"),
            slot=words("host"),
            elsewhere=OTHER.sentence,
            reference="pronoun",
            because="one of two",
        ),
        ParticipantReading(name="villagers", type="group", words=words("villagers"), reference="group", because="so"),
    ),
    status=StatusReading(status="possible", cue=words("may")),
    date=DateReading(value=DateValue(text="Friday"), words=words("Friday"), elsewhere=True),
    places=(
        PlaceReading(name="Oslo", words=words("OSLO"), elsewhere=True, in_dateline=True),
        PlaceReading(name="Mali"),
    ),
    occasion=OccasionReading(words=words("again"), elsewhere=True),
    attributed_to=("Wire", "Radio"),
    joined=(OTHER,),
)
LINES = r"""a\x1b.txt

meeting possible, by the rule meet
  \x1b[31m[PERSON Ada Obi] and Jan Kraus, who is [PERSON host], [CUE may] not [MEETING meet] [GROUP villagers].
  Who     Ada \x1b[31mObi: “Ada Obi”, by name
          Jan Kraus (host): for “host”, “They”, one of two, in another sentence
          villagers: “villagers”, so
  From    [PERSON They] met [OCCASION again] on [DATE Friday].
  Status  possible: “may”
  When    “Friday”, of a day that the article doesn't tell, in another sentence
  Where   Oslo: “OSLO”, in the dateline
          Mali: not named in the article
  At      “again”, in another sentence
  Source  Wire, Radio
  Also    by the rule meet
          They [MEETING met] again on Friday.

no meeting, though the rule meet fits
  \x1b[31mAda Obi and Jan Kraus, who is host, may [CUE not] [MEETING meet] villagers.
  Status  none: “not”
"""


def explanation(*meetings: MeetingReading, dismissed: tuple[Dismissal, ...] = ()) -> ArticleExplanation:
    article = Article(id="a", source="a\x1b.txt", text=TEXT)
    return ArticleExplanation(article=article, meetings=meetings, dismissed=dismissed)


def test_every_line() -> None:
    dismissal = Dismissal(report=REPORT, status=StatusReading(status="none", cue=words("not")))
    assert explanation_text(explanation(MEETING, dismissed=(dismissal,)), color=False).plain == LINES


def test_without_a_cue_and_with_a_known_day() -> None:
    known = DateValue.model_validate({"text": "Friday", "from": "2025-01-17", "to": "2025-01-17", "basis": "relative"})
    update = {"status": StatusReading(status="held"), "date": DateReading(value=known, words=words("Friday"))}
    plain = explanation_text(explanation(MEETING.model_copy(update=update)), color=False).plain
    assert "  Status  held: no word says otherwise\n  When    2025-01-17: “Friday”, relative\n" in plain


def test_styles_in_place_of_brackets() -> None:
    colored = explanation_text(explanation(MEETING), color=True)
    assert "[" not in colored.plain.replace("[31m", "")
    assert "bold white on red" in {str(span.style) for span in colored.spans}


def test_passages_that_were_passed_over_if_asked_for() -> None:
    passage = PassedOverReading(report=OTHER, because="too few")
    passed_over = explanation().model_copy(update={"passed_over": (passage,)})
    shown = r"""a\x1b.txt

No sentence reports a meeting.

passed over, though the rule meet fits
  They [MEETING met] again on Friday.
  Why     too few
"""
    assert explanation_text(passed_over, color=False, with_passed_over=True).plain == shown
    assert "passed over" not in explanation_text(passed_over, color=False).plain
