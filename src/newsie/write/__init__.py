"""Records out: a file per format, and the choices that they share.

`json_text`, `csv_text`, `tables` and `highlight` are pure: records in, text or something that rich can render out.
Nothing heavy is imported here, because the command line needs the names of the formats for its `--help`.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from newsie.records import Findings

FindingsT = TypeVar("FindingsT", bound="Findings")

TABLES = ("meetings", "people", "organizations", "places", "dates", "agreements")


class Format(StrEnum):
    """What `newsie extract` can write."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"


def only_tables(findings: FindingsT, names: Collection[str]) -> FindingsT:
    """Return `findings` with those lists emptied that `names` (of TABLES) leaves out; the schema wants every key."""
    return findings.model_copy(update={name: () for name in TABLES if name not in names})
