"""JSON as it streams: never more in memory than an article can need."""

import io

import pytest

from newsie.read.formats.json_stream import JsonError, JsonStream, parsed

MANY_KEYS = "{" + ",".join(f'"{number}":0' for number in range(4_100_000)) + "}"


def test_objects_of_millions_of_keys_are_not_taken_in() -> None:
    with pytest.raises(JsonError, match="too much for one value"):
        parsed(MANY_KEYS, len(MANY_KEYS))
    with pytest.raises(JsonError, match="too much for one value"):
        list(JsonStream(io.StringIO(MANY_KEYS), len(MANY_KEYS)).values())
