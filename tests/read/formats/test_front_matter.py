"""The front matter of Markdown: its keys and values, and what is none."""

import pytest

from newsie.read.formats.front_matter import front_matter

FIELDS = [
    ("title: Talks end", {"title": "Talks end"}),
    ("title: \"Obi: 'talks' end\" # draft", {"title": "Obi: 'talks' end"}),
    ("title: 'The envoy''s day'", {"title": "The envoy's day"}),
    ("date: 2025-01-14 # local", {"date": "2025-01-14"}),
    ("url: https://g.example/1#top", {"url": "https://g.example/1#top"}),
    ('authors: [Ada Obi, "Jan Kraus"]', {"authors": ["Ada Obi", "Jan Kraus"]}),
    ("authors:\n  - Ada Obi\n- name: Jan Kraus", {"authors": ["Ada Obi", "Jan Kraus"]}),
    ("# a comment\n\ntitle: Talks\nimage:\n  src: a.png", {"title": "Talks", "image": []}),
    ("summary: >\n  They met.\ntitle: Talks", {"summary": [], "title": "Talks"}),
]


@pytest.mark.parametrize(("lines", "fields"), FIELDS)
def test_keys_and_values(lines, fields):
    text = f"---\n{lines}\n---\nThey met."
    found, start = front_matter(text)
    assert found == fields
    assert text[start:] == "They met."


@pytest.mark.parametrize(
    "text",
    [
        "title: Talks\n---\n",
        "---\nThey met.\n---\nNote: this",
        "---\n---\n",
        "---\ntitle: Talks\n",
        "a\n---\nb: c\n---",
        "",
    ],
)
def test_text_without_front_matter(text):
    assert front_matter(text) == ({}, 0)
