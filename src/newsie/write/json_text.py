"""Records as JSON: exact for every string, valid UTF-8, and harmless when it is printed on a terminal."""

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsie.records import Record

# JSON itself escapes C0. DEL, C1 and the bidirectional controls command a terminal; U+0085, U+2028, U+2029 end a line
# for some readers of JSON lines, and surrogates have no UTF-8. In JSON they can only stand in strings.
_ESCAPED = re.compile(r"[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def json_object(record: "Record") -> str:
    """Return one indented JSON object, without a newline at the end."""
    return _json(record, indent=2)


def json_line(record: "Record") -> str:
    """Return one JSON object on one line, without a newline at the end."""
    return _json(record, indent=None)


def _json(record: "Record", indent: int | None) -> str:
    return json_of(record.model_dump(mode="json", by_alias=True), indent)


def json_of(value: object, indent: int | None = None) -> str:
    """Return what has no record of its own (strings, numbers, lists, dicts) as JSON, on one line without `indent`."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
