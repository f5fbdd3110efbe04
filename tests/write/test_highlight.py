import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from newsie.records import Article, ArticleRecord, Generator, Mention, Organization, Person, Span
from newsie.write.highlight import article_text
from newsie.write.terminal import visible


def record_of(text, *, people=(), organizations=(), boilerplate=()):
    """An article in which the given (start, end) pairs are mentions or boilerplate."""

    def mentions(spans):
        return tuple(Mention(start=s, end=e, text=text[s:e], article="a", kind="name") for s, e in spans)

    return ArticleRecord(
        generator=Generator(newsie="1", model="m"),
        article=Article(
            id="a",
            source="a.txt",
            text=text,
            boilerplate=tuple(Span(start=s, end=e, text=text[s:e]) for s, e in boilerplate),
        ),
        people=(Person(id="p", name="P", mentions=mentions(people)),),
        organizations=(Organization(id="o", name="O", mentions=mentions(organizations)),),
    )


def bracketed(record):
    return article_text(record, color=False).plain


def test_brackets_without_colour(article_record):
    text, legend = bracketed(article_record).split("\n\n")
    assert text == (
        "General [PERSON Ada Obi], Nigeria's chief of defence staff, met Kari Holm in [PLACE Oslo] on [DATE Tuesday], "
        "the [ORG Fjord Post] ([ORG FP]) said. [PERSON Obi] will [MEETING visit] Accra [DATE soon]. "
        "The [ORG Ministry of [PLACE Oslo] Affairs] [AGREEMENT signed] a memorandum with [ORG Lagos Shipping]. "
        "[BOILERPLATE Share this story!]"
    )
    assert legend == "[MEETING …]  [AGREEMENT …]  [PERSON …]  [ORG …]  [PLACE …]  [DATE …]  [BOILERPLATE …]"


def test_colours_and_legend(article_record):
    stream = io.StringIO()
    Console(file=stream, force_terminal=True, color_system="standard", width=300).print(
        article_text(article_record, color=True)
    )
    text, legend = stream.getvalue().split("\n\n")
    for shown in ("\x1b[1;36mAda Obi\x1b[0m", "\x1b[1;37;41mvisit\x1b[0m", "\x1b[2mShare this story!\x1b[0m"):
        assert shown in text
    assert "\x1b[32mplace\x1b[0m" in legend


@pytest.mark.parametrize(
    ("people", "organizations", "shown"),
    [
        ([(0, 2)], [], "[PERSON ab]cdef"),
        ([(1, 3)], [(0, 6)], "[ORG a[PERSON bc]def]"),
        ([(0, 6)], [(0, 6)], "[ORG [PERSON abcdef]]"),
        ([(0, 4)], [(2, 6)], "[PERSON ab[ORG cd]][ORG ef]"),
        ([(0, 2), (2, 4)], [], "[PERSON ab][PERSON cd]ef"),
        ([(0, 2), (0, 2)], [(3, 3)], "[PERSON ab]cdef"),
        ([], [], "abcdef"),
    ],
)
def test_nested_and_crossing_marks(people, organizations, shown):
    assert bracketed(record_of("abcdef", people=people, organizations=organizations)).split("\n\n")[0] == shown


def test_an_article_without_anything():
    assert bracketed(record_of("")) == "\n\nNothing found."


def test_one_empty_line_before_the_legend():
    assert bracketed(record_of("Ada\n", people=[(0, 3)])) == "[PERSON Ada]\n\n[PERSON …]"


def test_markup_and_terminal_commands_are_text():
    text = "[red]x[/red] \x1b[2J\u202e"
    assert bracketed(record_of(text)).startswith("[red]x[/red] \\x1b[2J\\u202e\n")
    assert article_text(record_of(text), color=True).plain.startswith("[red]x[/red] \\x1b[2J\\u202e\n")


SPANS = st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)).map(sorted).map(tuple), max_size=6)


@given(st.text("ab\x1b\n ", min_size=12, max_size=12), SPANS, SPANS, SPANS)
def test_any_marks_leave_the_text_as_it_is(text, people, organizations, boilerplate):
    record = record_of(text, people=people, organizations=organizations, boilerplate=boilerplate)
    assert article_text(record, color=True).plain.startswith(visible(text))
    unmarked = bracketed(record)
    for mark in ("[PERSON ", "[ORG ", "[BOILERPLATE ", "]"):
        unmarked = unmarked.replace(mark, "")
    assert unmarked.startswith(visible(text))
