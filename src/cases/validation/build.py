"""The check of a whole build as it was published, in batches: its columns, its rows, and what binds the tables."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cases.errors import CasesError
from cases.schema import TABLES, arrow_schema, pandera_schema
from cases.validation.between import check_between
from cases.validation.document import check_quote
from cases.validation.failure import Failure, row_key, shown
from cases.validation.files import check_files
from cases.validation.rows import check_row, has_row_rules

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

BATCH = 20_000
TEXTS_AT_ONCE = 500


def check_build(build: Path) -> list[Failure]:
    """Check all that a build holds: its files against its descriptor, and its tables.

    Returns:
        Every broken rule; empty for a sound build.

    Raises:
        CasesError: There is nothing of a build.
    """
    if not (build / "parquet").is_dir() and not (build / "datapackage.json").is_file():
        raise CasesError(build, "is no build: it has neither tables nor datapackage.json", "make one: cases build")
    return [*check_files(build), *check_tables(build / "parquet")]


def check_tables(parquet: Path) -> list[Failure]:
    """Check the Parquet files of a folder; this is also the check before the other products are made from them.

    Returns:
        Every broken rule. What binds the tables is looked at only if each file has the declared columns.
    """
    failures = [failure for table in TABLES for failure in _schema(table, parquet / f"{table}.parquet")]
    if failures:
        return failures
    for table in TABLES:
        failures += _rows(table, parquet / f"{table}.parquet")
    with closing(_connect(parquet)) as connection:
        failures += check_between(connection)
        failures += _quotes(connection, parquet / "texts.parquet")
    return failures


def check_joins(parquet: Path) -> list[Failure]:
    """Check the rules between rows and tables alone: what each document's own check cannot see, before publication."""
    with closing(_connect(parquet)) as connection:
        return list(check_between(connection))


def _schema(table: str, path: Path) -> Iterator[Failure]:
    import pyarrow.parquet as pq

    if not path.is_file():
        yield Failure(table, "", "", "file", f"{path} is missing")
        return
    try:
        found = pq.read_schema(path)
    except (OSError, ValueError) as error:  # pyarrow tells a broken file as a ValueError
        yield Failure(table, "", "", "file", f"{path} cannot be read: {error}")
        return
    expected = arrow_schema(table)
    for field in expected:
        index = found.get_field_index(field.name)
        if index < 0:
            yield Failure(table, "", field.name, "columns", "the declared column is missing")
        elif found.field(index).type != field.type:
            message = f"is {found.field(index).type}, declared {field.type}"
            yield Failure(table, "", field.name, "type", message)
    for name in found.names:
        if name not in expected.names:
            yield Failure(table, "", name, "columns", "the column is not declared")
    if set(found.names) == set(expected.names) and found.names != expected.names:
        yield Failure(table, "", "", "columns", f"are in the order {found.names}")


def _rows(table: str, path: Path) -> Iterator[Failure]:
    import pyarrow.parquet as pq

    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(BATCH):
            broken = list(_columns(table, batch))
            yield from broken
            if has_row_rules(table):
                yield from _row_rules(table, batch, {failure.row for failure in broken})


def _columns(table: str, batch: "pa.RecordBatch") -> Iterator[Failure]:
    import pandas as pd
    from pandera.errors import SchemaErrors

    frame = batch.to_pandas(types_mapper=pd.ArrowDtype)
    try:
        pandera_schema(table).validate(frame, lazy=True)
    except SchemaErrors as errors:
        for case in errors.failure_cases.itertuples(index=False):
            yield _failure(table, batch, case)


def _failure(table: str, batch: "pa.RecordBatch", case: Any) -> Failure:
    """Tell one of pandera's failure cases; ``index`` is missing where it is about a whole column."""
    key = "" if case.index is None else _key(table, batch, int(case.index))
    rule = "required" if case.check == "not_nullable" else str(case.check)
    if "unique" in rule:
        rule = "unique key"
    return Failure(table, key, str(case.column), rule, f"{shown(case.failure_case)} breaks it")


def _key(table: str, batch: "pa.RecordBatch", index: int) -> str:
    return row_key(table, {name: batch.column(name)[index].as_py() for name in TABLES[table].primary_key})


def _row_rules(table: str, batch: "pa.RecordBatch", broken: set[str]) -> Iterator[Failure]:
    for row in batch.to_pylist():
        if row_key(table, row) not in broken:
            yield from check_row(table, row)


def _connect(parquet: Path) -> "duckdb.DuckDBPyConnection":
    import duckdb

    connection = duckdb.connect(config={"memory_limit": "1GB", "threads": 2})
    for table in TABLES:
        path = str(parquet / f"{table}.parquet").replace("'", "''")
        connection.execute(f"CREATE VIEW {table} AS SELECT * FROM read_parquet('{path}')")
    return connection


def _quotes(connection: "duckdb.DuckDBPyConnection", texts: Path) -> Iterator[Failure]:
    """Check every quote against its text, a few hundred texts at a time."""
    import pyarrow.parquet as pq

    with pq.ParquetFile(texts) as file:
        for batch in file.iter_batches(TEXTS_AT_ONCE):
            by_id = dict(zip(batch.column("document_id").to_pylist(), batch.column("text").to_pylist(), strict=True))
            yield from _lengths(connection, by_id)
            found = connection.execute(
                'SELECT evidence_id, document_id, start, "end", quote FROM evidence'
                " WHERE list_contains($ids, document_id)",
                {"ids": list(by_id)},
            )
            while rows := found.fetchmany(BATCH):
                for evidence_id, document_id, start, end, quote in rows:
                    row = {"evidence_id": evidence_id, "start": start, "end": end, "quote": quote}
                    yield from check_quote(row, by_id[document_id])


def _lengths(connection: "duckdb.DuckDBPyConnection", texts: dict[str, str]) -> Iterator[Failure]:
    found = connection.execute(
        "SELECT document_id, n_chars FROM documents WHERE list_contains($ids, document_id)", {"ids": list(texts)}
    )
    for document_id, n_chars in found.fetchall():
        if n_chars != len(texts[document_id]):
            message = f"{n_chars} is not the length of the text, {len(texts[document_id])}"
            yield Failure("documents", document_id, "n_chars", "length of the text", message)
