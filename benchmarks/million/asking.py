"""The ready questions, the start page and three analyses, asked of a build of made rows; and the size of its files.

Every ready question of the site is asked as the site asks it (its first 1,001 rows), once with and once without the
indices, with its fields empty and filled; the start page is asked as a visitor gets it.
"""

import asyncio
import csv
import shutil
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow.parquet as pq
from datasette.utils import escape_fts

from cases.schema import TABLES, summaries
from cases.site.queries import queries
from cases.site.serve import open_site

SHOWN = 1_001
PATIENCE = 20.0  # seconds after which a question without indices is given up
FIELDS: Mapping[str, tuple[str, ...]] = {
    "name": ("", "Badoke"),
    "country": ("", "DE"),
    "offence": ("", "bribery"),
    "currency": ("", "EUR"),
    "words": ("bribery badoke", "bribery"),
    "months": ("",),
}
ANALYSES: dict[str, tuple[str, Callable[[dict[str, Any]], object]]] = {
    "convictions by offence": (
        "select offence, count(*) n from charges where status = 'convicted' group by offence order by n desc",
        lambda t: t["charges"][t["charges"].status == "convicted"].groupby("offence").size().sort_values(),
    ),
    "bribes by country": (
        "select c.country, sum(a.value) total from amounts a join cases c using (case_id)"
        " where a.kind = 'bribe' group by c.country order by total desc",
        lambda t: (
            t["amounts"][t["amounts"].kind == "bribe"].merge(t["cases"], on="case_id").groupby("country")["value"].sum()
        ),
    ),
    "people with most roles": (
        "select person_id, person, count(*) n from roles group by person_id, person order by n desc limit 20",
        lambda t: t["roles"].groupby(["person_id", "person"]).size().nlargest(20),
    ),
}


def seconds(call: Callable[[], object], repeats: int) -> float:
    """Median of several calls."""
    taken = []
    for _ in range(repeats):
        begin = time.perf_counter()
        call()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken)


def opened(database: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"file:{database}?immutable=1", uri=True)
    connection.create_function("escape_fts", 1, escape_fts)
    return connection


def ask(connection: sqlite3.Connection, sql: str, values: Mapping[str, str]) -> int:
    """As many rows as the site shows; -1 where that takes too long."""
    end = time.perf_counter() + PATIENCE
    connection.set_progress_handler(lambda: time.perf_counter() > end, 100_000)
    try:
        return len(connection.execute(sql, values).fetchmany(SHOWN))
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
        return -1


def questions() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Each ready question with its fields empty and, where it has some, filled."""
    for name, query in queries().items():
        fields = [field for field in FIELDS if f":{field}" in query["sql"]]
        for number in range(max((len(FIELDS[field]) for field in fields), default=1)):
            yield name, query["sql"], {field: FIELDS[field][min(number, len(FIELDS[field]) - 1)] for field in fields}


def without_indices(database: Path) -> Path:
    """A copy of a database without its indices but those of keys."""
    bare = database.with_name("bare.db")
    shutil.copyfile(database, bare)
    with closing(sqlite3.connect(bare, isolation_level=None)) as connection:
        found = connection.execute("select name from sqlite_master where type = 'index' and sql is not null").fetchall()
        for (name,) in found:
            connection.execute(f'drop index "{name}"')
        connection.execute("analyze")
    return bare


def ask_questions(build: Path, repeats: int) -> list[dict[str, Any]]:
    """Seconds of each question with indices and summaries, and without both."""
    found = []
    with closing(opened(build / "cases.db")) as fast, closing(opened(without_indices(build / "cases.db"))) as bare:
        for name, sql, values in questions():
            rows = ask(fast, sql, values)
            quick = seconds(partial(ask, fast, sql, values), repeats)
            instead = next((kept for summary, kept in summaries().items() if summary in sql), sql)
            slow = seconds(partial(ask, bare, instead, values), 1)
            fields = {field: value for field, value in values.items() if value}
            found.append({"name": name, "fields": fields, "rows": rows, "with": quick, "without": slow})
    return found


def ask_start(build: Path, repeats: int) -> dict[str, float]:
    """Seconds of the start page, the first time and then."""
    site = open_site(build)

    def get() -> None:
        assert asyncio.run(site.client.get("/")).status_code == 200

    return {"first": seconds(get, 1), "then": seconds(get, repeats)}


def analyse(build: Path, repeats: int) -> list[dict[str, Any]]:
    """Seconds of DuckDB on Parquet, of pandas that reads the same columns, and of pandas that has them in memory."""
    parquet, found = build / "parquet", []
    with closing(duckdb.connect()) as connection:
        for table in TABLES:
            connection.execute(f"create view {table} as select * from '{parquet / f'{table}.parquet'}'")
        for name, (sql, frames) in ANALYSES.items():
            read = partial(_read, parquet, sql)
            ready = read()
            found.append(
                {
                    "name": name,
                    "duckdb": seconds(lambda: connection.execute(sql).fetchall(), repeats),  # noqa: B023 — called at once
                    "pandas": seconds(lambda: frames(read()), repeats),  # noqa: B023
                    "memory": seconds(lambda: frames(ready), repeats),  # noqa: B023
                }
            )
    return found


def _read(parquet: Path, sql: str) -> dict[str, pd.DataFrame]:
    used = [table for table in ("charges", "amounts", "cases", "roles") if table in sql]
    columns = {table: [c for c in TABLES[table].column_names if c in sql] for table in used}
    return {table: pd.read_parquet(parquet / f"{table}.parquet", columns=columns[table]) for table in used}


def sizes(build: Path, folder: Path) -> dict[str, int]:
    """Bytes of all tables as Parquet, as CSV and as SQLite."""
    written = 0
    for file in (build / "parquet").iterdir():
        target = folder / "table.csv"
        with target.open("w", newline="") as stream:
            writer = csv.writer(stream)
            for batch in pq.ParquetFile(file).iter_batches(50_000):
                writer.writerows(zip(*(column.to_pylist() for column in batch.columns), strict=True))
        written += target.stat().st_size
        target.unlink()
    parquet = sum(file.stat().st_size for file in (build / "parquet").iterdir())
    return {"parquet": parquet, "csv": written, "sqlite": (build / "cases.db").stat().st_size}
