"""The JSON Schema of what newsie writes."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from newsie.questions.answers import Couple, Couples, Encounter, Encounters, PersonPage, Sighting, Sightings, Who
from newsie.records import SCHEMA, ArticleRecord, Record, RunRecord

_WRITTEN: dict[str, tuple[type[Record], type[Record]]] = {
    "extract": (RunRecord, ArticleRecord),
    "who": (Who, PersonPage),
    "met": (Encounters, Encounter),
    "timeline": (Encounters, Encounter),
    "pairs": (Couples, Couple),
    "watch": (Sightings, Sighting),
}
"""The records of the object of `--format json` and of a line of `--format jsonl`, by command."""


def json_schema(command: str = "extract") -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of the object of `--format json` and of a line of `--format jsonl`.

    Every key that newsie writes is required; more are allowed, because later versions of the format may add keys.
    """
    whole, line = _WRITTEN[command]
    _, schema = models_json_schema([(whole, "serialization"), (line, "serialization")], by_alias=True)
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "$id": f"urn:{SCHEMA.replace('/', ':')}{'' if command == 'extract' else f':{command}'}",
        "title": SCHEMA,
        "description": f"Output of newsie{'' if command == 'extract' else f' {command}'}: "
        f"{_named(whole)} with --format json, {_named(line)} a line with --format jsonl.",
        "anyOf": [{"$ref": f"#/$defs/{model.__name__}"} for model in (whole, line)],
        "$defs": {name: _as_written(definition) for name, definition in schema["$defs"].items()},
    }


def _named(model: type[Record]) -> str:
    return f"{'an' if model.__name__[0] in 'AE' else 'a'} {model.__name__}"


def _as_written(definition: dict[str, Any]) -> dict[str, Any]:
    stated = {key: value for key, value in definition.items() if key != "additionalProperties"}
    return {**stated, "required": list(definition["properties"])}
