import datetime

import pytest

from newsie.records import Article, Span
from newsie.resolve.wire import body, resemblance, shingles, wire_copies

WORDS = [f"word{n}" for n in range(200)]
TEXT = " ".join(WORDS)


def article(source, text=TEXT, day=None, **parts):
    return Article(id=source, source=source, text=text, published=day and datetime.date(2025, 1, day), **parts)


def changed(every):
    """The text with every so-manieth word replaced."""
    return " ".join("other" if n % every == 0 else word for n, word in enumerate(WORDS))


@pytest.mark.parametrize(
    ("text", "copied"),
    [
        (TEXT, True),
        (TEXT.upper(), True),
        (TEXT + " " + " ".join(f"added{n}" for n in range(60)), True),
        (" ".join(WORDS[:140]), True),
        (changed(every=20), True),
        (changed(every=7), False),
        (" ".join(WORDS[:60]), False),
        (" ".join(reversed(WORDS)), False),
        ("", False),
    ],
)
def test_nearly_the_same(text, copied):
    assert wire_copies([article("a"), article("b", text)]) == ({"b": "a"} if copied else {})


def test_the_first_print_is_the_original_whatever_the_order():
    prints = [article("a"), article("b", day=15), article("c", day=14)]
    assert wire_copies(prints) == wire_copies(prints[::-1]) == {"a": "c", "b": "c"}


@pytest.mark.parametrize(
    ("url", "other", "copied"),
    [
        ("https://g.example/1", "https://g.example/1", True),
        ("https://g.example/1", "https://g.example/2", False),
        ("https://g.example/", "https://g.example/", False),
        (None, None, False),
    ],
)
def test_what_is_at_one_url_is_one_source(url, other, copied):
    prints = [article("a", url=url), article("b", "A teaser.", url=other)]
    assert wire_copies(prints) == ({"b": "a"} if copied else {})


def test_empty_articles_are_no_copies():
    assert wire_copies([article("a", ""), article("b", " — ")]) == {}


def test_a_phrase_of_hundreds_of_articles_makes_no_copies():
    phrase = "all rights are reserved by the owner "
    own = [" ".join(f"w{n}x{m}" for m in range(20)) for n in range(300)]
    assert wire_copies(article(f"a{n:03}", phrase + words) for n, words in enumerate(own)) == {}


def test_the_body_is_without_what_outlets_put_in():
    text = " date 2025-01-14 Talks held LUSAKA — They met. Read more"
    parts = {
        name: Span(start=text.index(part), end=text.index(part) + len(part), text=part)
        for name, part in (("header", " date 2025-01-14"), ("headline", "Talks held"), ("promo", "Read more"))
    }
    marked = article("a", text, header=parts["header"], headline=parts["headline"], boilerplate=(parts["promo"],))
    assert body(marked).split() == ["LUSAKA", "—", "They", "met."]


@pytest.mark.parametrize(("text", "count"), [("", 0), ("one two", 1), ("a b c d e", 1), ("a b c d e f", 2)])
def test_shingles(text, count):
    assert len(shingles(text)) == count


def test_resemblance_is_the_share_of_runs_in_common():
    assert resemblance(frozenset({1, 2, 3}), frozenset({2, 3, 4})) == 0.5
    assert resemblance(frozenset(), frozenset()) == 0.0
