"""--field: which key or column holds which part."""

import pytest

from newsie.cli.reading import Reading
from newsie.errors import InputError


def test_fields():
    options = Reading(field=["text=data.body", "title=a=b"]).options()
    assert options.fields == {"text": "data.body", "title": "a=b"}


@pytest.mark.parametrize(
    ("field", "error"),
    [
        ("body=fulltext", "--field body: no such part of an article; choose from text, title, published"),
        ("text", "--field text: not a pair; write it as NAME=VALUE"),
    ],
)
def test_no_field(field, error):
    with pytest.raises(InputError, match=error):
        Reading(field=[field]).options()
