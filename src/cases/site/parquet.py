"""``.parquet`` beside ``.csv`` and ``.json``: any filtered table, any question, with all its rows.

The rows go from SQLite into a temporary file batch by batch, and from there to the browser piece by piece: neither the
answer nor the file is ever whole in memory.
"""

import asyncio
import re
import sqlite3
import tempfile
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import IO, Any

import pyarrow as pa
import pyarrow.parquet as pq
from datasette import Response
from datasette.utils import path_with_removed_args, sqlite_timelimit
from datasette.views.base import DatasetteError

from cases.site.store import DATABASE

ROWS = 1_000_000
"""The most rows of one answer. Who wants more takes the files of ``/download``."""

SECONDS = 20
BATCH, PIECE = 10_000, 256 * 1024
_PAGE = re.compile(r"\s+limit \d+(\s+offset \d+)?\s*$")
# Answers take a while each: two at once leave the pages their share of the machine.
_TURNS = threading.BoundedSemaphore(2)


class TooManyRowsError(Exception):
    """The answer has more rows than ``ROWS``."""


class Streamed(Response):  # type: ignore[misc]  # Datasette has no types.
    """An answer out of an open file, which is closed, and gone, when it is sent."""

    def __init__(self, file: IO[bytes], content_type: str) -> None:
        super().__init__(content_type=content_type)
        self.file = file

    async def asgi_send(self, send: Any) -> None:
        """Send the file."""
        with self.file as file:
            size = file.seek(0, 2)
            file.seek(0)
            headers = self.headers | {"content-type": self.content_type, "content-length": str(size)}
            raw = [(name.encode(), value.encode()) for name, value in headers.items()]
            await send({"type": "http.response.start", "status": self.status, "headers": raw})
            while piece := file.read(PIECE):
                await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b""})


async def render(  # noqa: PLR0917 — Datasette calls it by place
    datasette: Any, request: Any, rows: Any, columns: Sequence[str], table: str | None, data: Mapping[str, Any]
) -> Response:
    """Answer with a row, with all rows that a table's filters leave, or with all rows of a question.

    Raises:
        DatasetteError: There are too many rows, or it takes too long.
    """
    if request.url_vars.get("pks"):
        return _answer(_written(columns, [[[row[name] for name in columns] for row in rows]]))
    if table and "_next" in request.args:  # All rows, whichever page was looked at.
        return Response.redirect(str(path_with_removed_args(request, {"_next"})))
    query = data["query"]
    sql = _PAGE.sub("", query["sql"]) if table else query["sql"]
    try:
        return _answer(await asyncio.to_thread(_all, datasette, sql, query["params"]))
    except TooManyRowsError as error:
        raise DatasetteError(f"More than {ROWS:,} rows: filter, or take the whole file.", status=413) from error
    except sqlite3.Error as error:
        raise DatasetteError(f"{error} (an answer may take {SECONDS} seconds)", status=400) from error
    except TimeoutError as error:
        raise DatasetteError("Busy with other answers.", status=503) from error


def _answer(file: IO[bytes]) -> Response:
    return Streamed(file, "application/vnd.apache.parquet")


def _all(datasette: Any, sql: str, parameters: Any) -> IO[bytes]:
    """Write all rows of a query, on a connection of its own.

    Raises:
        TimeoutError: Other answers did not leave a turn.
        TooManyRowsError: There are too many rows.
        sqlite3.Error: The query fails, or takes too long.
    """
    if not _TURNS.acquire(timeout=SECONDS):
        raise TimeoutError
    try:
        place = datasette.get_database(DATABASE).path
        with closing(sqlite3.connect(f"file:{place}?immutable=1", uri=True)) as connection:
            datasette._prepare_connection(connection, DATABASE)
            # Plain rows and plain text: Datasette's own forms cost a call for each value.
            connection.row_factory, connection.text_factory = None, str
            connection.execute("pragma query_only = 1")
            with sqlite_timelimit(connection, SECONDS * 1_000):
                return _of_query(connection, sql, parameters)
    finally:
        _TURNS.release()


def _of_query(connection: sqlite3.Connection, sql: str, parameters: Any) -> IO[bytes]:
    # SQLite tells no types beforehand and may mix them in a column: a first reading finds them, a second one writes.
    cursor = connection.execute(sql, parameters)
    columns = [column[0] for column in cursor.description]
    kinds: list[set[type]] = [set() for _ in columns]
    count = 0
    for batch in _batches(cursor):
        count += len(batch)
        if count > ROWS:
            raise TooManyRowsError
        _note_kinds(kinds, batch)
    return _written(columns, _batches(connection.execute(sql, parameters)), kinds)


def _batches(cursor: sqlite3.Cursor) -> Iterator[list[Any]]:
    while batch := cursor.fetchmany(BATCH):
        yield batch


def _note_kinds(kinds: list[set[type]], batch: Iterable[Sequence[Any]]) -> None:
    for known, values in zip(kinds, zip(*batch, strict=True), strict=True):
        known.update(map(type, values))


def _written(
    columns: Sequence[str], batches: Iterable[Sequence[Any]], kinds: list[set[type]] | None = None
) -> IO[bytes]:
    """Write batches of rows into a temporary file; of a single batch, the kinds of values need not be known."""
    if kinds is None:
        batches = list(batches)
        kinds = [set() for _ in columns]
        for batch in batches:
            _note_kinds(kinds, batch)
    schema = pa.schema(list(zip(columns, map(_arrow_type, kinds), strict=True)))
    file: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 — the answer closes it
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        for batch in batches:
            values = zip(*batch, strict=True)
            arrays = [_array(column, kind.type) for column, kind in zip(values, schema, strict=True)]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
    return file


def _arrow_type(kinds: set[type]) -> pa.DataType:
    known = kinds - {type(None)}
    if known == {int}:
        return pa.int64()
    if known and known <= {int, float}:
        return pa.float64()
    return pa.binary() if known == {bytes} else pa.string()


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    try:
        return pa.array(values, kind)
    except (pa.ArrowInvalid, pa.ArrowTypeError):  # Kinds are mixed in the column.
        as_one = float if pa.types.is_floating(kind) else str
        return pa.array([None if value is None else as_one(value) for value in values], kind)
