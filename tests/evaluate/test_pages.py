"""Pages judged on what newsie is said to have read on them, by words, lines and values."""

import datetime
import json

import pytest

from newsie.errors import InputError
from newsie.evaluate.outcomes import Accuracy, Detection
from newsie.evaluate.pages_gold import ExpectedPage, read_pages
from newsie.evaluate.pages_report import pages_report, report_of
from newsie.evaluate.pages_score import ReadPage
from newsie.evaluate.parts import Part
from newsie.records import Article, Span

TITLE = "Mayor meets vicar"
BODY = ("The mayor met the vicar on Monday. Nobody else came.", "They will meet again.")
CAPTION = "The mayor at the church"
LINES = ("Read also: Bells stolen", "Share")
EXPECTED = ExpectedPage(
    file="a.html",
    split="dev",
    title=TITLE,
    body=BODY,
    captions=(CAPTION,),
    published=datetime.date(2024, 3, 4),
    updated=None,
    authors=("Ada Obi",),
    site=None,
    boilerplate=LINES,
)


def article(*lines, captions=(), boilerplate=(), **values):
    """An article of these lines, the first of them its headline, with the given lines marked."""
    text = "\n\n".join(lines)

    def spans(marked):
        return tuple(Span(start=text.index(one), end=text.index(one) + len(one), text=one) for one in marked)

    given = {"title": TITLE, "published": datetime.date(2024, 3, 4), "authors": ("Ada Obi",), **values}
    return Article(
        id="a",
        source="a.html",
        text=text,
        headline=spans([lines[0]])[0],
        captions=spans(captions),
        boilerplate=spans(boilerplate),
        **given,
    )


def measures(found, expected=EXPECTED):
    return report_of([ReadPage(expected, found)]).splits["dev"]


def errors(found, expected=EXPECTED):
    return [(error.kind, error.detail) for error in report_of([ReadPage(expected, found)]).errors]


def test_a_page_that_is_read_right_has_no_mistake():
    found = article(TITLE, CAPTION, *BODY, LINES[0], captions=[CAPTION], boilerplate=[LINES[0]])
    assert errors(found) == []
    assert measures(found) == {
        "body": Detection(14, 0, 0),
        "title": Accuracy(1, 1),
        "published": Accuracy(1, 1),
        "updated": Accuracy(1, 1),
        "authors": Accuracy(1, 1),
        "site": Accuracy(1, 1),
        "caption": Accuracy(1, 1),
        "sentence kept": Accuracy(3, 3),
        "boilerplate": Accuracy(2, 2),
    }


def test_quotation_marks_and_line_breaks_do_not_count():
    broken = article(TITLE, "“The mayor met the\nvicar on Monday”. Nobody else came.", BODY[1])
    assert measures(broken)["sentence kept"] == Accuracy(3, 3)


def test_words_lost_and_words_made_up():
    found = article(TITLE, BODY[0], "Bells were stolen.")
    assert measures(found)["body"] == Detection(10, 3, 4)
    assert ("sentence lost", "a.html: They will meet again.") in errors(found)
    assert ("not in the body", "a.html: bells were stolen") in errors(found)


def test_a_sentence_marked_as_boilerplate_is_lost():
    found = article(TITLE, *BODY, boilerplate=["Nobody else came."])
    assert ("sentence lost", "a.html: Nobody else came.") in errors(found)


def test_boilerplate_is_left_alone_on_its_line_or_as_a_phrase():
    found = article(TITLE, *BODY, "Share", "Now read also: Bells stolen")
    assert measures(found)["boilerplate"] == Accuracy(0, 2)
    assert measures(article(TITLE, *BODY, "We share the bells"))["boilerplate"] == Accuracy(2, 2)


def test_wrong_values_are_named():
    found = article(TITLE, *BODY, title="Mayor meets", published=None, site="Bell Post")
    assert [error for error in errors(found) if error[0].endswith("wrong")] == [
        ("title wrong", "a.html: Mayor meets for Mayor meets vicar"),
        ("published wrong", "a.html: nothing for 2024-03-04"),
        ("site wrong", "a.html: Bell Post for nothing"),
    ]


def test_a_page_that_cannot_be_read_has_lost_all():
    assert measures(None)["body"] == Detection(0, 0, 14)
    assert measures(None)["sentence kept"] == Accuracy(0, 3)


def test_without_a_body_all_but_the_boilerplate_is_real():
    expected = ExpectedPage(file="a.txt", split="dev", boilerplate=("Share it.",))
    found = article(TITLE, "The mayor left. Share it.", "Bells rang.", boilerplate=["Share it.", "Bells rang."])
    assert measures(found, expected) == {"sentence kept": Accuracy(1, 2), "boilerplate": Accuracy(1, 1)}
    assert errors(found, expected) == [("sentence lost", "a.txt: Bells rang.")]


def test_captions_of_texts_are_not_judged():
    assert "caption" not in measures(article(TITLE, *BODY), EXPECTED.model_copy(update={"file": "a.txt"}))


@pytest.fixture
def folder(tmp_path):
    text = "\n\n".join((TITLE, *BODY, *LINES))
    rows = [{"file": f"{split}.txt", "split": split, "body": BODY, "boilerplate": LINES} for split in ("dev", "held")]
    for row in rows:
        (tmp_path / row["file"]).write_text(text, "utf-8")
    (tmp_path / "expected.jsonl").write_text("\n".join(map(json.dumps, rows)), "utf-8")
    return tmp_path


def test_a_folder_is_read_and_each_split_measured(folder):
    report = pages_report(folder, Part())
    assert list(report.lines()) == [
        f"{split:10} {line}"
        for split in ("dev", "held")
        for line in (
            "body            P 1.000 R 1.000 F1 1.000  (tp 14 fp 0 fn 0)",
            "sentence kept   1.000  (3/3)",
            "boilerplate     1.000  (2/2)",
        )
    ]
    assert report.figures()["held"]["boilerplate"] == {"accuracy": 1.0, "right": 2, "judged": 2}


def test_a_part_of_a_folder_or_of_a_list(folder):
    assert list(pages_report(folder, Part(["held"])).splits) == ["held"]
    assert [page.split for page in read_pages(folder / "expected.jsonl", Part(["dev"], ["text"])).values()] == ["dev"]


def test_a_page_that_is_listed_must_be_there(folder):
    (folder / "held.txt").unlink()
    with pytest.raises(InputError, match=r"held\.txt: no such file, though it is listed"):
        pages_report(folder, Part())
