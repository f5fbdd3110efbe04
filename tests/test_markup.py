import pytest

from markup import Expected, parse


def test_marks_become_offsets_of_the_plain_text():
    plain, expected = parse("Then <rank name='General' retired=\"true\">Gen (Retd)</rank> Beg <met>met</met> him.")
    assert plain == "Then Gen (Retd) Beg met him."
    assert expected == [Expected("rank", 5, 15, {"name": "General", "retired": "true"}), Expected("met", 20, 23)]


def test_marks_nest():
    plain, expected = parse("<outer><inner>a</inner> b</outer>")
    assert [(mark.label, plain[mark.start : mark.end]) for mark in expected] == [("outer", "a b"), ("inner", "a")]


@pytest.mark.parametrize("text", ["<rank>Gen", "Gen</rank>", "<rank><met>Gen</rank></met>"])
def test_unbalanced_marks_are_errors(text):
    with pytest.raises(ValueError, match="close"):
        parse(text)
