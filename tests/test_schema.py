"""What newsie writes follows the schema that it prints, its offsets are those of the articles, its ids lead somewhere.

On the seeds, and on two development articles that report the same events.
"""

import json

import pytest
from jsonschema import Draft202012Validator

SEEDS = ["seeds/"]
SAME_EVENTS = ["tests/quality/articles/d004.txt", "tests/quality/articles/d039.txt"]
ENTITIES = ("people", "organizations", "places")
EVENTS = ("meetings", "agreements")
TABLE_OF_TYPE = {"person": "people", "organization": "organizations", "country": "places"}


@pytest.fixture(scope="module")
def outputs(run_newsie):
    """All outputs by name: "run" of both kinds of articles, and a line for each article."""
    runs = {str(paths): run_newsie("extract", *paths, "--json").stdout for paths in (SEEDS, SAME_EVENTS)}
    lines = run_newsie("extract", *SEEDS, *SAME_EVENTS, "--format", "jsonl").stdout.splitlines()
    return {name: json.loads(text) for name, text in {**runs, **dict(enumerate(lines))}.items()}


@pytest.fixture(scope="module", params=[str(SEEDS), str(SAME_EVENTS), *range(4)])
def output(request, outputs):
    return outputs[request.param]


def articles_of(output):
    return {article["id"]: article for article in output.get("articles", [output.get("article")])}


def spans(value, article=None):
    """Every stretch of characters anywhere in an output, with the id of its article."""
    if isinstance(value, list):
        for item in value:
            yield from spans(item, article)
    elif isinstance(value, dict):
        inside = value["id"] if "source" in value else value.get("article", article)
        if "start" in value:
            yield inside, value
        for key, item in value.items():
            if key != "article" or isinstance(item, dict):
                yield from spans(item, inside)


def test_there_is_a_line_for_each_article(outputs):
    assert len(outputs) == 6


def test_follows_the_schema(run_newsie, output):
    schema = json.loads(run_newsie("schema").stdout)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [error.json_path for error in validator.iter_errors(output)] == []


def test_every_offset_is_that_of_its_text(output):
    found = list(spans(output))
    texts = {identifier: article["text"] for identifier, article in articles_of(output).items()}
    assert [span for article, span in found if texts[article][span["start"] : span["end"]] != span["text"]] == []
    assert [span for _, span in found if not span["text"].strip()] == []
    assert len(found) > 20


def test_every_entity_has_an_id_of_its_own(output):
    ids = [*articles_of(output), *(record["id"] for table in ENTITIES for record in output[table])]
    assert len(ids) == len(set(ids)) > 10


def test_every_event_has_an_id_of_its_own(outputs):
    for output in outputs.values():
        ids = [event["id"] for table in EVENTS for event in output[table]]
        assert len(ids) == len(set(ids))


def test_every_participant_is_the_record_that_its_id_names(output):
    names = {table: {record["id"]: record["name"] for record in output[table]} for table in ENTITIES}
    fields = ("participants", "parties", "signatories")
    for one in [one for table in EVENTS for event in output[table] for field in fields for one in event.get(field, [])]:
        if one["type"] == "group":
            assert one["id"] is None
        else:
            assert names[TABLE_OF_TYPE[one["type"]]][one["id"]] == one["name"]


def test_every_place_of_an_event_is_the_record_that_its_id_names(output):
    names = {record["id"]: record["name"] for table in ("organizations", "places") for record in output[table]}
    for place in [place for table in EVENTS for event in output[table] for place in event["places"]]:
        assert names[place["id"]] == place["name"]


def test_every_date_is_an_interval_or_unknown(output):
    events = [event["date"] for table in EVENTS for event in output[table] if event["date"]]
    for date in [*output["dates"], *events]:
        assert (date["from"] is None) == (date["to"] is None) == (date["basis"] is None)
        assert not date["from"] or date["from"] <= date["to"]


def test_every_report_is_of_an_article_and_its_trigger_in_the_sentence(output):
    for report in [report for table in EVENTS for event in output[table] for report in event["reports"]]:
        assert report["article"] in articles_of(output)
        assert report["sentence"]["start"] <= report["trigger"]["start"]
        assert report["trigger"]["end"] <= report["sentence"]["end"]


def test_both_kinds_of_output_have_the_same_keys(outputs):
    run, line = outputs[str(SEEDS)], outputs[0]
    assert run.keys() - {"articles"} == line.keys() - {"article"}
