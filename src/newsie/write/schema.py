"""The JSON Schema of what newsie writes."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from newsie.records import SCHEMA, ArticleRecord, RunRecord


def json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the object of `--format json` and of a line of `--format jsonl`.

    Every key that newsie writes is required; more are allowed, because later versions of the format may add keys.
    """
    _, schema = models_json_schema([(RunRecord, "serialization"), (ArticleRecord, "serialization")], by_alias=True)
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:{SCHEMA.replace('/', ':')}",
        "title": SCHEMA,
        "description": "Output of newsie: a RunRecord with --format json, an ArticleRecord a line with --format jsonl.",
        "anyOf": [{"$ref": "#/$defs/RunRecord"}, {"$ref": "#/$defs/ArticleRecord"}],
        "$defs": {name: _as_written(definition) for name, definition in schema["$defs"].items()},
    }


def _as_written(definition: dict[str, Any]) -> dict[str, Any]:
    stated = {key: value for key, value in definition.items() if key != "additionalProperties"}
    return {**stated, "required": list(definition["properties"])}
