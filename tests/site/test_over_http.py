"""Reading the files over HTTP: DuckDB asks for parts only, and pandas, polars and pyarrow read what it reads."""

import io
from collections.abc import Iterator
from importlib import resources
from pathlib import Path
from typing import Any

import duckdb
import pytest
from asking import served
from porto_verde import key, made_rows, make_build

ROWS = 60_000
QUOTE = "x" * 20


class Counter:
    """Writes down each request and how many bytes went out for it."""

    def __init__(self, app: Any) -> None:
        self.app = app
        self.seen: list[dict[str, Any]] = []

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        one = {"method": scope["method"], "range": headers.get(b"range", b"").decode(), "status": 0, "bytes": 0}
        self.seen.append(one)

        async def counted(message: Any) -> None:
            one["status"] = message.get("status", one["status"])
            one["bytes"] += len(message.get("body", b""))
            await send(message)

        await self.app(scope, receive, counted)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    rows = made_rows()
    first = rows["evidence"][0]
    rows["evidence"] = [
        first | {"evidence_id": key("evidence", number), "quote": f"{number * 7919 % 1_000_003:x}{QUOTE}"}
        | {"sentence": f"{number * 104_729 % 999_983:x} {QUOTE}", "start": number, "end": number + 1}
        for number in range(ROWS)
    ]  # fmt: skip
    return make_build(tmp_path_factory.mktemp("large") / "build", rows)


@pytest.fixture(scope="module")
def counted(large: Path) -> Iterator[tuple[str, Counter]]:
    counters: list[Counter] = []

    def around(app: Any) -> Counter:
        counters.append(Counter(app))
        return counters[0]

    with served(large, around) as base:
        yield f"{base}/download/parquet/evidence.parquet", counters[0]


def test_duckdb_reads_a_column_by_parts_alone(large: Path, counted: tuple[str, Counter]) -> None:
    address, counter = counted
    database = duckdb.connect(config={"autoinstall_known_extensions": False})
    _load_httpfs(database)
    counter.seen.clear()
    assert database.sql(f"select sum(\"start\") from '{address}'").fetchall() == [(ROWS * (ROWS - 1) // 2,)]
    whole = (large / "parquet" / "evidence.parquet").stat().st_size
    heads = [one for one in counter.seen if one["method"] == "HEAD"]
    reads = [one for one in counter.seen if one["method"] == "GET"]
    assert reads
    assert {(one["status"], one["range"][:6]) for one in reads} == {(206, "bytes=")}, counter.seen
    assert all(one["bytes"] == 0 for one in heads)
    assert sum(one["bytes"] for one in reads) < whole / 4, counter.seen
    assert len(counter.seen) <= 8


def _load_httpfs(database: Any) -> None:
    """The extension as PyPI has it, which fits one version of DuckDB alone."""
    name = f"v{duckdb.__version__}/httpfs.duckdb_extension"
    package = pytest.importorskip("duckdb_extension_httpfs", reason="duckdb-extension-httpfs is not installed")
    extension = resources.files(package) / "extensions" / name
    if not extension.is_file():
        pytest.skip(f"the httpfs extension that is installed is not for DuckDB {duckdb.__version__}")
    database.execute(f"load '{extension}'")


def test_polars_reads_by_parts(counted: tuple[str, Counter]) -> None:
    polars = pytest.importorskip("polars")
    address, counter = counted
    counter.seen.clear()
    assert polars.scan_parquet(address).select(polars.col("start").sum()).collect().item() == ROWS * (ROWS - 1) // 2
    assert {one["status"] for one in counter.seen if one["method"] == "GET"} == {206}


def test_pandas_and_pyarrow_read_the_file(counted: tuple[str, Counter]) -> None:
    import httpx
    import pandas as pd
    import pyarrow.parquet as pq

    address, _ = counted
    assert len(pd.read_parquet(address, columns=["start"])) == ROWS
    assert pq.read_table(io.BytesIO(httpx.get(address).content), columns=["start"]).num_rows == ROWS


def test_the_footer_comes_by_its_distance_from_the_end(counted: tuple[str, Counter]) -> None:
    import httpx

    answer = httpx.get(counted[0], headers={"Range": "bytes=-4"})
    assert (answer.status_code, answer.content, answer.headers["content-length"]) == (206, b"PAR1", "4")
