"""The list that `newsie watch` looks for: a name on each line, or entities of FollowTheMoney."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from newsie.errors import InputError
from newsie.read.documents.decode import decode

COMMENT = "#"
PERSON_SCHEMA = "Person"
NAMED_SCHEMAS = frozenset({"Organization", "Company", "LegalEntity", "PublicBody"})
"""The schemata of FollowTheMoney for bodies that news names (https://followthemoney.tech/explorer/)."""

ADVICE = "give a name on each line, or the lines of an entities.ftm.json"


@dataclass(frozen=True)
class Listed:
    """One of the list: every form of the name, the first the one to show, and what else the list says.

    `countries` are ISO 3166-1 alpha-2 codes, `positions` titles of offices.
    """

    id: str | None
    names: tuple[str, ...]
    is_person: bool = True
    positions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()


class _Properties(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")

    name: tuple[str, ...] = ()
    alias: tuple[str, ...] = ()
    weak_alias: tuple[str, ...] = Field(default=(), alias="weakAlias")
    country: tuple[str, ...] = ()
    nationality: tuple[str, ...] = ()
    citizenship: tuple[str, ...] = ()
    position: tuple[str, ...] = ()


class _Entity(BaseModel):
    """An entity of FollowTheMoney, as far as it is read here."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    id: str
    schema_: str = Field(alias="schema")
    properties: _Properties


def read_list(path: Path) -> Iterator[Listed]:
    """Yield those on the list at `path`, people and named bodies; addresses, sanctions and the like are passed over.

    Raises InputError if the file can't be read, or for the first line that is no entity among entities.
    """
    lines = [(number, line.strip()) for number, line in enumerate(_text(path).split("\n"), start=1)]
    wanted = [(number, line) for number, line in lines if line and not line.startswith(COMMENT)]
    if not wanted:
        raise InputError(f"{path}: names nobody; {ADVICE}")
    if not wanted[0][1].startswith("{"):
        yield from (Listed(None, (line,)) for _, line in wanted)
        return
    for number, line in wanted:
        listed = _listed(_entity(line, f"{path}:{number}"))
        if listed:
            yield listed


def _text(path: Path) -> str:
    try:
        return decode(path.read_bytes(), str(path))
    except OSError as error:
        raise InputError(f"{path}: {error.strerror}; {ADVICE}") from error


def _entity(line: str, where: str) -> _Entity:
    try:
        return _Entity.model_validate_json(line)
    except ValidationError as error:
        raise InputError(f"{where}: no entity of FollowTheMoney; {ADVICE}") from error


def _listed(entity: _Entity) -> Listed | None:
    found = entity.properties
    # A weak alias ("the Engineer") is what others may be called too: it would match strangers.
    names = tuple(dict.fromkeys((*found.name, *found.alias)))
    if not names or entity.schema_ not in {PERSON_SCHEMA, *NAMED_SCHEMAS}:
        return None
    countries = dict.fromkeys(code.upper() for code in (*found.country, *found.nationality, *found.citizenship))
    return Listed(entity.id, names, entity.schema_ == PERSON_SCHEMA, found.position, tuple(countries))
