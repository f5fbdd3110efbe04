"""Queries about many ids at once, and rows that are brought up to date."""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlite_utils import Database

Row = dict[str, Any]
Rows = list[tuple[Any, ...]]
Tables = dict[str, list[Row]]


def rows_of(db: Database, query: str, values: Iterable[object]) -> Rows:
    """Return what `query` selects, in which :values stands for a list of any length."""
    return _executed(db, query, values).fetchall()


def column_of(db: Database, query: str, values: Iterable[object]) -> set[Any]:
    """Return the values of the one column that `query` selects, as in `rows_of`."""
    return {row[0] for row in rows_of(db, query, values)}


def dicts_of(db: Database, query: str, values: Iterable[object]) -> list[Row]:
    """Return what `query` selects, as in `rows_of`, by the names of its columns."""
    cursor = _executed(db, query, values)
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def insert_rows(db: Database, table: str, rows: Iterable[Row]) -> None:
    """Insert rows that all have the same columns."""
    rows = iter(rows)
    for first in rows:
        columns = ", ".join(f'"{column}"' for column in first)
        values = ", ".join(f":{column}" for column in first)
        db.conn.executemany(f"INSERT INTO {table} ({columns}) VALUES ({values})", chain([first], rows))


def bring_up_to_date(
    db: Database, tables: Mapping[str, str], owners: Iterable[object], found: Sequence[Tables]
) -> None:
    """Let the rows in `found` be all rows of `owners` in these tables; what is the same already isn't touched.

    `tables` gives for each table the column in which one of `owners` stands.
    """
    owners = list(owners)
    for table, owner in tables.items():
        _replace_rows(db, table, owner, owners, [row for rows in found for row in rows[table]])


def _replace_rows(db: Database, table: str, owner: str, owners: Iterable[object], rows: Iterable[Row]) -> None:
    columns = list(db.table(table).columns_dict)
    wanted = dict.fromkeys(tuple(row.get(column) for column in columns) for row in rows)
    names = ", ".join(f'"{column}"' for column in columns)
    present = set(rows_of(db, f'SELECT {names} FROM {table} WHERE "{owner}" IN :values', owners))
    keys = db.table(table).pks
    where = " AND ".join(f'"{key}" = ?' for key in keys)
    for row in present.difference(wanted):
        db.execute(f"DELETE FROM {table} WHERE {where}", [row[columns.index(key)] for key in keys])
    fresh = (values for values in wanted if values not in present)
    insert_rows(db, table, (dict(zip(columns, values, strict=True)) for values in fresh))


def _executed(db: Database, query: str, values: Iterable[object]) -> sqlite3.Cursor:
    listed = json.dumps(list(values))
    return db.execute(query.replace(":values", "(SELECT value FROM json_each(:values))"), {"values": listed})
