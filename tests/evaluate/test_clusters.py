"""A cluster of two short articles, judged on what newsie is said to have found in them."""

import datetime
import json

import pytest

from newsie.errors import InputError
from newsie.evaluate.cluster_gold import LabelledMeeting, read_clusters
from newsie.evaluate.cluster_report import judge_clusters
from newsie.evaluate.parts import Part
from newsie.records import (
    Article,
    ArticleRecord,
    Codes,
    DateValue,
    Generator,
    Meeting,
    Mention,
    Participant,
    Person,
    Report,
    Span,
)  # fmt: skip

TEXTS = {
    "agency": "General Ada Obi met Jan Kraus on Monday. Obi then rang Lee Park.",
    "daily": "Ada Obi held talks with Piet Vogel on Monday. Tom Obi was absent.",
}
LABELS = {
    "event": "Obi and Kraus meet.",
    "split": "dev",
    "people": {
        "obi": {"agency": ["Ada Obi", "Obi"], "daily": ["Ada Obi"]},
        "kraus": {"agency": ["Jan Kraus"], "daily": ["Piet Vogel"]},
        "park": {"agency": ["Lee Park"]},
        "tom": {"daily": ["Tom Obi"]},
    },
    "meetings": {
        "talks": {"kind": "meeting", "status": "held", "date": "2025-01-13", "who": ["obi", "kraus"],
                  "reports": {"agency": ["met Jan Kraus"], "daily": ["held talks"]}, "conflicts": ["place"]},
        "call": {"kind": "call", "status": "held", "who": ["obi", "park"], "reports": {"agency": ["rang Lee Park"]}},
    },
}  # fmt: skip
MONDAY = DateValue(text="Monday", value="2025-01-13", from_=datetime.date(2025, 1, 13), to=datetime.date(2025, 1, 13))


@pytest.fixture
def folder(tmp_path):
    cluster = tmp_path / "01_obi"
    cluster.mkdir()
    (cluster / "labels.json").write_text(json.dumps(LABELS), "utf-8")
    for name, text in TEXTS.items():
        (cluster / f"{name}.txt").write_text(text, "utf-8")
    return tmp_path


def span(text, words):
    return Span(start=text.index(words), end=text.index(words) + len(words), text=words)


def record(folder, name, people, meetings, **renamed):
    """What was found in an article: people by id and name, meetings by trigger and ids; `renamed` have another name."""
    text = TEXTS[name]
    found = [
        Person(
            id=key,
            name=renamed.get(key, form),
            mentions=(Mention(article=name, kind="name", **span(text, form).model_dump()),),
        )
        for key, form in people.items()
    ]
    return ArticleRecord(
        generator=Generator(newsie="0", model="by hand"),
        article=Article(id=name, source=str(folder / "01_obi" / f"{name}.txt"), text=text),
        people=tuple(found),
        meetings=tuple(
            Meeting(
                id=f"{name} {trigger}",
                kind="meeting",
                status="held",
                participants=tuple(Participant(id=key, name=people[key], type="person") for key in who),
                date=MONDAY,
                codes=Codes(cameo="040", plover="CONSULT"),
                reports=(Report(article=name, trigger=span(text, trigger), sentence=span(text, text), rule="by hand"),),
            )
            for trigger, who in meetings.items()
        ),
    )


@pytest.fixture
def judged(folder):
    agency = record(folder, "agency", {"o": "Ada Obi", "k": "Jan Kraus"}, {"met": ["o", "k"]})
    daily = record(folder, "daily", {"o": "Ada Obi", "k": "Piet Vogel", "t": "Tom Obi"}, {"talks": ["o", "k"]})
    return judge_clusters(read_clusters(folder), [agency, daily])


def test_people_and_reports_found_in_articles(judged):
    figures = judged.figures()
    assert (figures["person found"]["tp"], figures["person found"]["fn"]) == (5, 1)
    assert (figures["report found"]["tp"], figures["report found"]["fn"]) == (2, 1)


def test_pairs_across_articles(judged):
    assert {name: judged.figures()[name]["tp"] for name in ("person", "person joined", "meeting")} == {
        "person": 1, "person joined": 1, "meeting": 0
    }  # fmt: skip
    assert judged.figures()["person"]["fp"] == 0


def test_mistakes_are_named(judged):
    assert [line.replace("\t", ": ") for line in judged.error_lines(9)] == [
        "missed person found: 01_obi/agency park",
        "person kept apart: 01_obi/agency kraus = 01_obi/daily kraus",
        "missed report found: 01_obi/agency call",
        "meeting kept apart: 01_obi/agency talks = 01_obi/daily talks",
    ]
    assert judged.error_rows(1) == [{"kind": "missed person found", "detail": "01_obi/agency park"}]


@pytest.fixture
def both(folder):
    """Both articles, with Kraus in one spelling."""
    agency = record(folder, "agency", {"o": "Ada Obi", "k": "Jan Kraus"}, {"met": ["o", "k"]})
    return [agency, record(folder, "daily", {"o": "Ada Obi", "k": "Piet Vogel"}, {"talks": ["o", "k"]}, k="Jan Kraus")]


def test_a_merged_meeting_is_judged_by_sources_conflicts_status_and_date(folder, both):
    figures = judge_clusters(read_clusters(folder), both).figures()
    assert (figures["meeting"]["tp"], figures["meeting"]["fp"], figures["meeting joined"]["fn"]) == (1, 0, 0)
    assert [figures[name]["accuracy"] for name in ("sources", "status", "date")] == [1, 1, 1]
    assert (figures["conflict"]["tp"], figures["conflict"]["fn"]) == (0, 1)


def test_strangers_put_together_are_a_mistake(folder):
    records = [
        record(folder, "agency", {"p": "Lee Park"}, {}, p="Jan Kraus"),
        record(folder, "daily", {"p": "Tom Obi"}, {}, p="Jan Kraus"),
    ]
    report = judge_clusters(read_clusters(folder), records)
    assert "person put together\t01_obi/agency park = 01_obi/daily tom" in list(report.error_lines(99))


@pytest.mark.parametrize("found", [1, 2])
def test_optional_meetings_are_no_loss(folder, both, found):
    path = folder / "01_obi" / "labels.json"
    labels = json.loads(path.read_text("utf-8"))
    labels["meetings"]["talks"]["optional"] = True
    path.write_text(json.dumps(labels), "utf-8")
    figures = judge_clusters(read_clusters(folder), both[:found]).figures()
    assert (figures["meeting"]["fp"], figures["meeting"]["fn"]) == (0, 0)


@pytest.mark.parametrize(("articles", "sources"), [("abc", 2), ("ab", 1), ("ac", 2), ("c", 1), ("cde", 3)])
def test_articles_that_stand_together_are_one_source(articles, sources):
    meeting = LabelledMeeting(kind="meeting", status="held", who=(), reports={}, sources=(("a", "b"),))
    assert meeting.independent(set(articles)) == sources


@pytest.mark.parametrize(
    ("labels", "message"),
    [
        ("{}", "labels.json: event: Field required; correct the labels"),
        ("no", "labels.json: Invalid JSON"),
    ],
)
def test_labels_that_cannot_be_used(folder, labels, message):
    (folder / "01_obi" / "labels.json").write_text(labels, "utf-8")
    with pytest.raises(InputError, match=message.replace(".", r"\.")):
        read_clusters(folder)


def test_folders_that_cannot_be_used(folder, tmp_path):
    with pytest.raises(InputError, match="the parts are dev/any genre"):
        read_clusters(folder, Part(["held_out"], []))
    for name in TEXTS:
        (folder / "01_obi" / f"{name}.txt").unlink()
    with pytest.raises(InputError, match="has labels but no text"):
        read_clusters(folder)
    with pytest.raises(InputError, match="holds no"):
        read_clusters(tmp_path / "nowhere")
