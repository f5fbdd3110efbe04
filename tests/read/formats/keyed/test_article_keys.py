"""The rules of article_keys.toml: every key leads to its part, however it is written, and the near misses don't."""

import json

import pytest

from newsie.read.formats.keyed.article_keys import KeyedArticle, article_keys, folded, keys_of, values_at

RULES = article_keys().parts


def strings(value):
    """All strings in a value."""
    if isinstance(value, dict | list):
        return [text for one in (value.values() if isinstance(value, dict) else value) for text in strings(one)]
    return [value]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.part)
def test_examples(rule):
    example, near_miss = (KeyedArticle(json.loads(text)) for text in (rule.example, rule.near_miss))
    assert strings(list(example.values(rule.part))) == ["*"]
    assert list(near_miss.values(rule.part)) == []


@pytest.mark.parametrize(("part", "key"), [(rule.part, key) for rule in RULES for key in rule.keys])
def test_every_key_in_every_spelling(part, key):
    words = key.split("_")
    for spelling in (key, key.upper(), " ".join(words), words[0] + "".join(map(str.title, words[1:])), "-".join(words)):
        assert list(KeyedArticle({spelling: "*"}).values(part)) == ["*"]


@pytest.mark.parametrize("part", sorted({rule.part for rule in RULES}))
def test_no_key_is_given_twice(part):
    assert len(keys_of(part)) == len(set(keys_of(part)))


def test_inner_object_of_a_search_engine_is_not_the_site():
    article = KeyedArticle({"_index": "news", "_source": {"title": "Talks end", "source": "Gazette"}})
    assert list(article.values("site")) == ["Gazette"]
    assert folded("_source") != folded("source")


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("data.body", ["A"]),
        ("DATA.Body", ["A"]),
        ("dc.body", ["B"]),
        ("bodies.1.value", ["D"]),
        ("bodies.2.value", []),
        ("bodies.0", [{"value": "C"}]),
        ("bodies.first", []),
        ("data.body.more", []),
        ("data.none", []),
        ("data", [{"body": "A"}]),
        ("none", []),
    ],
)
def test_value_at_a_path(path, found):
    fields = {"data": {"body": "A"}, "dc.body": "B", "bodies": [{"value": "C"}, {"value": "D"}]}
    assert list(values_at(fields, path)) == found
