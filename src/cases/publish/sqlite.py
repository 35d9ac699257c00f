"""``cases.db``: the tables of the Parquet files in SQLite, with keys, indices, full-text search and summaries."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cases.errors import CasesError
from cases.schema import TABLES, Table, sqlite_checks, sqlite_ddl, sqlite_indices, summaries
from cases.schema.ddl import quoted

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 5_000
WORDS_IN_MEMORY = 16 * 1024 * 1024
"""Bytes that a search index gathers before it writes: its parts on disk are merged later, and leave holes behind."""
TOKENIZER = "unicode61 remove_diacritics 2"
"""Finds "Garcia" for "García" and the other way round."""


def build_sqlite(parquet: Path, database: Path) -> None:
    """Make the database from the Parquet files of a folder, a batch of rows at a time.

    Raises:
        CasesError: A row breaks a check or a key of its table.
    """
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        # A half-made database is thrown away with its folder, so nothing has to survive a stop.
        for pragma in ("journal_mode = OFF", "synchronous = OFF", "foreign_keys = OFF", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        # As rows come, SQLite would put the codes of a column together again for each.
        connection.execute("PRAGMA ignore_check_constraints = ON")
        for table in TABLES.values():
            _create(connection, table)
        connection.execute("BEGIN")
        for table in TABLES.values():
            _load(connection, table, parquet / f"{table.name}.parquet")
            _check(connection, table, parquet / f"{table.name}.parquet")
        connection.execute("COMMIT")
        connection.execute("PRAGMA ignore_check_constraints = OFF")
        _check_keys(connection, database)
        _index(connection)
        for name, sql in summaries().items():
            connection.execute(f"CREATE TABLE {quoted(name)} AS {sql}")


def _create(connection: sqlite3.Connection, table: Table) -> None:
    """The table and its search index, both empty."""
    connection.execute(sqlite_ddl(table.name))
    if searched := [column.name for column in table.columns if column.search]:
        _searched(connection, table).enable_fts(searched, tokenize=TOKENIZER)


def _load(connection: sqlite3.Connection, table: Table, path: Path) -> None:
    import pyarrow.parquet as pq

    places = ", ".join("?" * len(table.columns))
    statement = f"INSERT INTO {quoted(table.name)} VALUES ({places})"
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(BATCH):
            try:
                connection.executemany(statement, _rows(batch))
            except sqlite3.IntegrityError as error:
                raise _broken(path, table, error) from error


def _check(connection: sqlite3.Connection, table: Table, path: Path) -> None:
    """All checks of a table, in one question over all its rows."""
    checks = sqlite_checks(table.name)
    every = " AND ".join(f"({check})" for check in checks)
    if checks and _has_row(connection, table, f"NOT ({every})"):
        raise _broken(path, table, next(check for check in checks if _has_row(connection, table, f"NOT ({check})")))


def _has_row(connection: sqlite3.Connection, table: Table, condition: str) -> bool:
    found = connection.execute(f"SELECT 1 FROM {quoted(table.name)} WHERE {condition} LIMIT 1")
    return found.fetchone() is not None


def _broken(path: Path, table: Table, rule: object) -> CasesError:
    return CasesError(path, f"a row of {table.name} breaks a rule: {rule}", "run cases validate")


def _rows(batch: "pa.RecordBatch") -> Iterator[tuple[Any, ...]]:
    return zip(*(_values(column) for column in batch.columns), strict=True)


def _values(column: "pa.Array") -> list[Any]:
    import pyarrow as pa

    if pa.types.is_list(column.type):
        return [None if value is None else json.dumps(value, ensure_ascii=False) for value in column.to_pylist()]
    if pa.types.is_date(column.type):
        column = column.cast(pa.string())
    elif pa.types.is_boolean(column.type):
        column = column.cast(pa.int8())
    values: list[Any] = column.to_pylist()
    return values


def _check_keys(connection: sqlite3.Connection, database: Path) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchone()
    if broken is not None:
        table, row, target, _ = broken
        raise CasesError(database, f"row {row} of {table} points to no row of {target}", "run cases validate")


def _index(connection: sqlite3.Connection) -> None:
    for table in TABLES.values():
        for statement in sqlite_indices(table.name):
            connection.execute(statement)
        if any(column.search for column in table.columns):
            # The index points to rows by rowid, which VACUUM could change; nothing was deleted, so none is needed.
            fts = quoted(f"{table.name}_fts")
            connection.execute(f"INSERT INTO {fts} ({fts}, rank) VALUES ('hashsize', {WORDS_IN_MEMORY})")
            _searched(connection, table).rebuild_fts().optimize()
    connection.execute("ANALYZE")


def _searched(connection: sqlite3.Connection, table: Table) -> Any:
    import sqlite_utils  # It loads pandas, which nobody needs before the last stage of a build.

    return sqlite_utils.Database(connection).table(table.name)
