"""Reading the database for our pages; every value goes in as a parameter."""

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

from datasette.utils.asgi import NotFound

from cases.schema import TABLES

DATABASE = "cases"
T = TypeVar("T")

_remembered: "WeakKeyDictionary[Any, dict[str, Any]]" = WeakKeyDictionary()
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


async def remembered(datasette: Any, name: str, make: Callable[[Any], Awaitable[T]]) -> T:
    """What a function makes of the whole database, made once per site: the database never changes under it."""
    kept = _remembered.setdefault(datasette, {})
    if name not in kept:
        kept[name] = await make(datasette)
    found: T = kept[name]
    return found
