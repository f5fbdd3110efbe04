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
    (
        "title: >\n  The talks of\n  Port Alma\ndate: 2025-01-14",
        {"title": "The talks of Port Alma", "date": "2025-01-14"},
    ),
    ("title: >-2  # wrapped\n    Talks\n    end\n", {"title": "Talks end"}),
    ("summary: >\n  They met.\n\n  They\n  left.", {"summary": "They met.\nThey left."}),
    ("summary: |+\n  They met:\n    - Obi\n  title: none\n\n", {"summary": "They met:\n  - Obi\ntitle: none"}),
    ("summary: |\ntitle: Talks", {"summary": "", "title": "Talks"}),
    ("title: Talks of\n  Port Alma # last\nurl: a", {"title": "Talks of Port Alma", "url": "a"}),
    ("title: \"Obi: 'the talks\n  of # 2025'\"", {"title": "Obi: 'the talks of # 2025'"}),
    ("title: Talks\n# a comment\n  # and one\n\n", {"title": "Talks"}),
    ("title: > 5 hours of talks", {"title": "> 5 hours of talks"}),
    ("title: # none yet", {"title": []}),
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
        "---\ntitle: >\nThey met.\n---\n",
        "---\n  They met.\n- They left.\n---\n",
        "---\ntitle: Talks\n",
        "a\n---\nb: c\n---",
        "",
    ],
)
def test_text_without_front_matter(text):
    assert front_matter(text) == ({}, 0)
