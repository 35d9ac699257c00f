"""``.parquet`` beside ``.csv`` and ``.json``: any filtered table, any question."""

import io
from typing import Any
from urllib.parse import urlencode

import pyarrow as pa
import pyarrow.parquet as pq
from datasette import Response

PAGE = 1_000
LEFT_OUT = {"_size", "_next", "_shape", "_labels", "_facet", "_nofacet", "_nocount"}


async def render(datasette: Any, request: Any, rows: Any, columns: list[str], table: str | None) -> Response:
    """Answer with the rows as a Parquet file; of a table, with all rows that its filters leave, not one page."""
    content = [[row[name] for name in columns] for row in rows]
    if table is not None and not request.url_vars.get("pks"):
        columns, content = await _all(datasette, request, columns)
    arrays = [_array([row[place] for row in content]) for place in range(len(columns))]
    stream = io.BytesIO()
    pq.write_table(pa.table(arrays, names=columns), stream, compression="zstd")
    return Response(stream.getvalue(), content_type="application/vnd.apache.parquet")


async def _all(datasette: Any, request: Any, columns: list[str]) -> tuple[list[str], list[list[Any]]]:
    kept = [(name, value) for name in request.args for value in request.args.getlist(name) if name not in LEFT_OUT]
    path = request.path.removesuffix(".parquet").removeprefix(datasette.setting("base_url"))
    content: list[list[Any]] = []
    following: str | None = None
    while True:
        more: list[tuple[str, str]] = [("_next", following)] if following else []
        asked = urlencode(
            [*kept, ("_size", str(PAGE)), ("_nofacet", "1"), ("_nocount", "1"), ("_shape", "arrays"), *more]
        )
        answer = (await datasette.client.get(f"/{path.lstrip('/')}.json?{asked}")).json()
        content += answer["rows"]
        columns = answer["columns"]
        following = answer["next"]
        if not following:
            return columns, content


def _array(values: list[Any]) -> pa.Array:
    try:
        return pa.array(values)
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        # SQLite lets a query mix types in one column.
        return pa.array([None if value is None else str(value) for value in values])
