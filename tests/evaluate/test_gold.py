import json
import re

import pytest

from newsie.errors import InputError
from newsie.evaluate.gold import read_gold

ARTICLE = {"id": "a1", "category": "civil", "people": [], "organizations": [], "meetings": []}
MEETING = {"kind": "call", "status": "held", "participants": [], "quote": "rang"}


def _file(tmp_path, *articles):
    path = tmp_path / "gold.jsonl"
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), "utf-8")
    return path


def test_what_no_measure_reads_is_left_aside(tmp_path):
    (article,) = read_gold(_file(tmp_path, ARTICLE | {"phenomena": ["met"], "published": None}))
    assert (article.id, article.meetings) == ("a1", ())


def test_names_and_alternatives_may_stand_alone(tmp_path):
    meeting = MEETING | {"date": "2024-05", "date_alt": "2024-06", "status_alt": ["planned"], "place_alt": ""}
    optional = {"people_optional": ["Old Marlowe"], "organizations_optional": [{"name": "Harbour Post"}]}
    (article,) = read_gold(_file(tmp_path, ARTICLE | optional | {"meetings": [meeting]}))
    assert article.people_optional[0].name == "Old Marlowe"
    assert article.organizations_optional[0].name == "Harbour Post"
    assert article.meetings[0].dates == ("2024-05", "2024-06")
    assert (article.meetings[0].status_alt, article.meetings[0].place_alt) == (("planned",), ())


def test_only_one_category(tmp_path):
    path = _file(tmp_path, ARTICLE, ARTICLE | {"id": "a2", "category": "military"})
    assert [article.id for article in read_gold(path, "military")] == ["a2"]
    with pytest.raises(InputError, match="no article of category naval; give one of civil, military"):
        read_gold(path, "naval")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", r"gold\.jsonl:2: Invalid JSON.*; correct the line"),
        ("[]", r"gold\.jsonl:2: Input should be an object"),
        (json.dumps({"id": "a2"}), r"gold\.jsonl:2: category: Field required; correct the line"),
        (
            json.dumps(ARTICLE | {"meetings": [MEETING | {"status": "hold"}]}),
            r"gold\.jsonl:2: meetings\.0\.status: Input should be 'held'",
        ),
        (
            json.dumps(ARTICLE | {"meetings": [MEETING | {"date": "2024-02-30"}]}),
            r"gold\.jsonl:2: meetings\.0\.date: .*day is out of range",
        ),
    ],
)
def test_a_bad_line_is_named(tmp_path, line, message):
    path = tmp_path / "gold.jsonl"
    path.write_text(json.dumps(ARTICLE) + "\n" + line + "\n", "utf-8")
    with pytest.raises(InputError, match=message) as caught:
        read_gold(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "message"),
    [(b"", "holds no annotated article"), (b"\n \n", "holds no annotated article"), (b"\xff{}", "not UTF-8")],
)
def test_a_bad_file_is_named(tmp_path, content, message):
    path = tmp_path / "gold.jsonl"
    path.write_bytes(content)
    with pytest.raises(InputError, match=f"^{re.escape(str(path))}: {message}"):
        read_gold(path)


def test_a_missing_file_is_named(tmp_path):
    with pytest.raises(InputError, match=r"nowhere\.jsonl: No such file or directory; give a JSON Lines file"):
        read_gold(tmp_path / "nowhere.jsonl")
