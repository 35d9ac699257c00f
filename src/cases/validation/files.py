"""The check of a build's files: those of its descriptor, with their checksums, and equal counts in both forms."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from cases.checksum import file_checksum
from cases.schema import TABLES
from cases.schema.ddl import quoted
from cases.validation.failure import Failure

_OTHERS = frozenset({"datapackage.json", "report.json"})


def check_files(build: Path) -> list[Failure]:
    """Check that a build has the files of its descriptor, unchanged, and that SQLite has as many rows as Parquet."""
    try:
        descriptor = json.loads((build / "datapackage.json").read_text(encoding="utf-8"))
        resources = {resource["path"]: resource for resource in descriptor["resources"]}
    except (OSError, ValueError, KeyError, TypeError) as error:
        return [Failure("datapackage.json", "", "", "file", f"{build / 'datapackage.json'} cannot be read: {error}")]
    return [*_listed(build, resources), *_unlisted(build, set(resources)), *_counts(build)]


def _listed(build: Path, resources: dict[str, Any]) -> Iterator[Failure]:
    for path in ["cases.db", *(f"parquet/{table}.parquet" for table in TABLES)]:
        if path not in resources:
            yield Failure("datapackage.json", path, "", "list of files", "the file is not listed")
    for path, resource in resources.items():
        file = build / path
        if not file.is_file():
            yield Failure("datapackage.json", path, "", "list of files", "the file is missing")
        elif file_checksum(file) != resource.get("hash"):
            yield Failure("datapackage.json", path, "", "checksum", "the file was changed after it was described")


def _unlisted(build: Path, listed: set[str]) -> Iterator[Failure]:
    for file in sorted(build.rglob("*")):
        path = file.relative_to(build).as_posix()
        if file.is_file() and path not in listed | _OTHERS:
            yield Failure("datapackage.json", path, "", "list of files", "the file belongs to no build")


def _counts(build: Path) -> Iterator[Failure]:
    if not (build / "cases.db").is_file():
        return  # told by the list of files
    with closing(sqlite3.connect(f"file:{build / 'cases.db'}?mode=ro", uri=True)) as connection:
        for table in TABLES:
            yield from _count(connection, table, build / "parquet" / f"{table}.parquet")


def _count(connection: sqlite3.Connection, table: str, path: Path) -> Iterator[Failure]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        there = connection.execute(f"SELECT count(*) FROM {quoted(table)}").fetchone()[0]
        here = pq.read_metadata(path).num_rows
    except sqlite3.Error as error:
        yield Failure(table, "", "", "file", f"cases.db cannot be read: {error}")
    except (OSError, pa.ArrowInvalid):
        return  # told by the check of the tables
    else:
        if there != here:
            yield Failure(table, "", "", "equal counts", f"{here} rows in Parquet, {there} in SQLite")
