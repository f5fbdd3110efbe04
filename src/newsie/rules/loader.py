"""Read a rule file, check it against its schema, and name file and line of what is wrong."""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Annotated, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError

from newsie.errors import RulesError


class RuleModel(BaseModel):
    """Base of the schemas that rule files are checked against: immutable, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid")


def _ignoring_case(pattern: object) -> object:
    return f"(?i){pattern}" if isinstance(pattern, str) else pattern


CaselessPattern = Annotated[re.Pattern[str], BeforeValidator(_ignoring_case)]
"""The type of a pattern in a rule file that matches capitals and small letters alike."""

Rules = TypeVar("Rules", bound=RuleModel)


def load_rules(name: str, schema: type[Rules]) -> Rules:
    """Return `rules/<name>.toml` as a `schema`, read once. Raises RulesError with file and line if it does not fit."""
    rules = _loaded(name, schema)
    assert isinstance(rules, schema)
    return rules


@cache
def _loaded(name: str, schema: type[RuleModel]) -> RuleModel:
    return parse_rules(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"), f"{name}.toml", schema)


def load_lines(file: str) -> list[str]:
    """Return the lines of `rules/<file>`, a list that a script has made, without the comments that begin with "#"."""
    lines = files(__package__).joinpath(file).read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


def parse_rules(text: str, source: str, schema: type[Rules]) -> Rules:
    """Return the TOML `text` as a `schema`. Raises RulesError that starts `<source>:<line>:`."""
    try:
        return schema.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise RulesError(f"{source}:{line[1] if line else 1}: not TOML: {error}; correct the file") from error
    except ValidationError as error:
        first = error.errors()[0]
        line_number = _line_of(text, first["loc"])
        where = ".".join(str(part) for part in first["loc"])
        raise RulesError(f"{source}:{line_number}: {where}: {first['msg']}; correct the entry") from error


def _line_of(text: str, location: tuple[int | str, ...]) -> int:
    """The line (from 1) of a TOML text where the key at `location` stands, or the table that should hold it."""
    line = 0
    lines = text.splitlines()
    for key, following in zip(location, (*location[1:], None), strict=True):
        if not isinstance(key, str):
            continue
        named = re.compile(rf"\s*(\[*)\s*\"?{re.escape(key)}\"?\b")
        starts = [(n, match[1]) for n, row in enumerate(lines[line:], line) if (match := named.match(row))]
        # A number behind the key counts tables of this name; behind a plain key it is a place in its list.
        occurrence = following if isinstance(following, int) and starts and starts[0][1] == "[[" else 0
        if len(starts) > occurrence:
            line = starts[occurrence][0]
    return line + 1
