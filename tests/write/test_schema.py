import json

import pytest
from jsonschema import Draft202012Validator

from newsie.write import only_tables
from newsie.write.json_text import json_line, json_object
from newsie.write.schema import json_schema

VALIDATOR = Draft202012Validator(json_schema(), format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_is_itself_valid():
    Draft202012Validator.check_schema(json_schema())
    assert json_schema()["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_both_outputs_follow_it(run, article_record):
    VALIDATOR.validate(json.loads(json_object(run)))
    VALIDATOR.validate(json.loads(json_line(article_record)))


def test_so_does_what_only_leaves(run):
    VALIDATOR.validate(json.loads(json_object(only_tables(run, ["meetings"]))))


def test_later_versions_may_add_keys(run):
    VALIDATOR.validate({**json.loads(json_object(run)), "events": []})


def without(written, *path):
    for key in path[:-1]:
        written = written[key]
    del written[path[-1]]


@pytest.mark.parametrize(
    "path",
    [
        ("articles",),
        ("agreements",),
        ("people", 0, "aliases"),
        ("people", 1, "ranks", 0, "grade"),
        ("meetings", 0, "date"),
        ("meetings", 2, "date", "from"),
        ("meetings", 2, "reports", 0, "trigger", "start"),
        ("articles", 0, "dateline"),
    ],
    ids=str,
)
def test_every_key_is_required(run, path):
    written = json.loads(json_object(run))
    without(written, *path)
    assert not VALIDATOR.is_valid(written)


@pytest.mark.parametrize(("key", "value"), [("kind", "party"), ("status", "rumoured"), ("participants", None)])
def test_values_outside_the_vocabulary_fail(run, key, value):
    written = json.loads(json_object(run))
    written["meetings"][0][key] = value
    assert not VALIDATOR.is_valid(written)
