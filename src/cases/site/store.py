"""Reading the database for our pages; every value goes in as a parameter."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from datasette.utils.asgi import NotFound

from cases.schema import TABLES

DATABASE = "cases"
Row = dict[str, Any]


async def rows(datasette: Any, sql: str, parameters: Mapping[str, Any] | Sequence[Any] | None = None) -> list[Row]:
    """All rows of a query."""
    found = await datasette.get_database(DATABASE).execute(sql, parameters or {}, truncate=False)
    return [dict(row) for row in found.rows]


async def one(datasette: Any, table: str, key: str) -> Row:
    """The row of a key.

    Raises:
        NotFound: There is none.
    """
    found = await rows(
        datasette, f'select * from "{table}" where "{TABLES[table].primary_key[0]}" = :key', {"key": key}
    )
    if not found:
        raise NotFound(f"There is no {key} in {table}.")
    return found[0]


def json_list(values: Sequence[str]) -> str:
    """A list as one parameter, for ``json_each``."""
    return json.dumps(list(values))


def readable(row: Row) -> Row:
    """The row with its lists read from JSON."""
    return {name: json.loads(value) if name == "aliases" else value for name, value in row.items()}
