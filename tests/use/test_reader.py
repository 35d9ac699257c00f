"""The Python package: what is read, into which types, and how failures are told."""

import inspect
import pkgutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from made import TEXT, rows

import cases
from cases.extras import missing_part

FORMULA = '=HYPERLINK("x"),\n@b'


@pytest.fixture
def build(made_build: Path) -> cases.Build:
    return cases.open_build(made_build)


@pytest.fixture
def as_default(made_build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CASES_BUILD", str(made_build))


@pytest.mark.parametrize("table", list(cases.TABLES))
def test_every_engine_reads_the_same_values(build: cases.Build, made_build: Path, table: str) -> None:
    expected = rows()[table]
    file = made_build / "parquet" / f"{table}.parquet"
    assert build.load(table, engine="arrow").to_pylist() == expected
    assert build.load(table, engine="polars").to_dicts() == expected
    assert build.query(f"from {table}", engine="arrow").to_pylist() == expected
    assert _plain(build.load(table)) == expected
    assert pl.read_parquet(file).to_dicts() == expected
    assert duckdb.read_parquet(str(file)).to_arrow_table().to_pylist() == expected
    assert _plain(pd.read_parquet(file, dtype_backend="pyarrow")) == expected


def _plain(frame: pd.DataFrame) -> list[dict[str, Any]]:
    return [
        {key: None if value is pd.NA else value for key, value in member.items()} for member in frame.to_dict("records")
    ]


TYPES: dict[str, tuple[Any, str, str, str]] = {
    "string": (pl.String(), "VARCHAR", "string[pyarrow]", "string"),
    "integer": (pl.Int64(), "BIGINT", "int64[pyarrow]", "Int64"),
    "number": (pl.Float64(), "DOUBLE", "double[pyarrow]", "Float64"),
    "boolean": (pl.Boolean(), "BOOLEAN", "bool[pyarrow]", "boolean"),
    "date": (pl.Date(), "DATE", "date32[day][pyarrow]", "object"),
    "list": (pl.List(pl.String()), "VARCHAR[]", "list<element: string>[pyarrow]", "object"),
}
"""Of a declared type: that of polars, of DuckDB, of pandas with Arrow and of pandas with its own nullable types."""


@pytest.mark.parametrize("table", list(cases.TABLES))
def test_every_engine_has_the_right_types(build: cases.Build, made_build: Path, table: str) -> None:
    file = made_build / "parquet" / f"{table}.parquet"
    columns = cases.TABLES[table].columns
    nullable = pd.read_parquet(file, dtype_backend="numpy_nullable").dtypes
    found = {
        name: (of_polars, str(of_duckdb), str(build.load(table).dtypes[name]), str(nullable[name]))
        for (name, of_polars), of_duckdb in zip(
            pl.read_parquet_schema(file).items(), duckdb.read_parquet(str(file)).types, strict=True
        )
    }
    assert found == {column.name: TYPES[column.type] for column in columns}


@pytest.mark.parametrize("table", list(cases.TABLES))
def test_types_survive_pandas(build: cases.Build, tmp_path: Path, table: str) -> None:
    frame = build.load(table)
    frame.to_parquet(tmp_path / "again.parquet")
    plain = pq.read_schema(made := tmp_path / "again.parquet").remove_metadata()
    declared = build.load(table, engine="arrow").schema
    assert [(f.name, f.type) for f in plain] == [(f.name, f.type) for f in declared]
    pd.testing.assert_frame_equal(pd.read_parquet(made, dtype_backend="pyarrow"), frame)


def test_types_are_the_ones_to_work_with(build: cases.Build) -> None:
    people = build.load("people")
    assert people["age"].sum() == 54
    assert people["age_on"].iloc[0] == date(2024, 2, 29)
    assert people["aliases"].iloc[0] == ["Núñez", 'the "Crab"']
    assert people[people["is_accused"]].shape[0] == 2
    assert people["nationality"].isna().tolist() == [False, True]


@pytest.mark.parametrize(
    ("sql", "parameters", "expected"),
    [
        ("select name from people where age > ?", [50], ["Zoë Núñez"]),
        ("select party from charges where status = $status", {"status": "convicted"}, ["Ron Ito"]),
        ("select name from people where name = ?", ["x' or 1=1 --"], []),
        ("select title from documents where title = ?", [FORMULA], [FORMULA]),
        ("select c.party from charges c join cases using (case_id) order by 1", None, ["Ron Ito", "Zoë Núñez"]),
    ],
)
def test_query_binds_parameters(build: cases.Build, sql: str, parameters: Any, expected: list[str]) -> None:
    assert build.query(sql, parameters, engine="arrow").column(0).to_pylist() == expected


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda b: b.load("crimes"), "there is no table 'crimes'; there are findings, cases"),
        (lambda b: b.query("select * from crimes"), "the SQL does not run: Catalog Error"),
        (lambda b: b.query("create table x (y int)"), "this SQL is no query"),
        (lambda b: b.query("select 1; drop table people"), "this SQL is no query"),
        (lambda b: b.query("copy people to 'x.csv'"), "this SQL is no query"),
        (lambda b: b.load("people", engine="excel"), "there is no engine 'excel'"),
        (lambda b: b.evidence_for("p0"), "there is no evidence for a row 'p0'"),
        (lambda b: b.document("d-9"), "there is no document 'd-9'"),
    ],
)
def test_failures_are_told_in_one_line(build: cases.Build, call: Any, words: str) -> None:
    with pytest.raises(cases.CasesError) as caught:
        call(build)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_evidence_comes_with_its_context(build: cases.Build) -> None:
    found = build.evidence_for("g000000000001")
    assert found["quote"].tolist() == ["Zoë Núñez took a bribe", "She denied it"]
    assert all(quote in context for quote, context in zip(found["quote"], found["context"], strict=True))
    assert found["context"].iloc[1] == TEXT
    assert found["publisher"].tolist() == ["The Clarion"] * 2
    assert [TEXT[a:b] for a, b in zip(found["start"], found["end"], strict=True)] == found["quote"].tolist()


def test_context_falls_back_to_the_sentence(build_of: Any) -> None:
    content = rows()
    content["texts"] = []
    found = cases.open_build(build_of(content)).evidence_for("p000000000001")
    assert found["context"].tolist() == ["Zoë Núñez took a bribe, “a loan” 🦀, prosecutors said."]


def test_document(build: cases.Build) -> None:
    held, left_out = build.document("d-1"), build.document("d-2")
    assert (held.text, held.published, held.publisher) == (TEXT, date(2024, 2, 29), "The Clarion")
    assert (left_out.text, left_out.n_chars, left_out.title) == (None, 7, None)


def test_the_environment_names_the_build(as_default: None) -> None:
    assert cases.load("people", engine="arrow").num_rows == 2
    assert cases.query("select count(*) from charges", engine="arrow").column(0).to_pylist() == [2]
    assert cases.document("d-1").text == TEXT
    assert len(cases.evidence_for("p000000000002")) == 1


@pytest.mark.parametrize("table", list(cases.TABLES))
def test_each_table_has_its_function(as_default: None, table: str) -> None:
    read = getattr(cases, table)
    assert isinstance(read(), pd.DataFrame)
    assert isinstance(read(engine="arrow"), pa.Table)
    assert isinstance(read(engine="polars"), pl.DataFrame)
    assert len(read.__doc__) > 30
    assert read.__name__ == table


def test_a_folder_that_is_no_build_is_refused(tmp_path: Path) -> None:
    with pytest.raises(cases.CasesError, match=r"is no build: parquet/findings\.parquet is not there; make one"):
        cases.open_build(tmp_path)


def test_a_build_folder_of_something_else_is_not_read(
    tmp_path: Path, made_build: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("CASES_BUILD", raising=False)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "datapackage.json").write_text('{"name": "another"}')
    with pytest.raises(cases.CasesError, match="there is no build to read"):
        cases.open_build()
    (tmp_path / "build" / "datapackage.json").unlink()
    (tmp_path / "build").rmdir()
    (tmp_path / "build").symlink_to(made_build)
    assert cases.open_build().path == made_build


def test_no_public_function_is_named_like_a_module() -> None:
    modules = {module.name for module in pkgutil.iter_modules(cases.__path__)}
    functions = {name for name in cases.__all__ if inspect.isfunction(getattr(cases, name))}
    assert len(functions) > 15
    assert not modules & functions


def test_a_missing_part_names_its_extra(build: cases.Build, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(cases.CasesError, match=r"pip install 'corruption-cases\[polars\]'"):
        build.load("people", engine="polars")


def test_importing_loads_no_library() -> None:
    program = (
        "import sys, cases; print([m for m in ('spacy', 'pandas', 'pyarrow', 'duckdb', 'numpy') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_interface_is_documented() -> None:
    assert set(cases.TABLES) <= set(cases.__all__)
    functions = [getattr(cases, name) for name in cases.__all__ if inspect.isfunction(getattr(cases, name))]
    assert all(inspect.getdoc(function) for function in functions)


def test_extract_reads_a_text_in_memory(nlp: object) -> None:
    tables = cases.extract("Prosecutors charged Maria Lopez, a former mayor, on Monday.", published="2024-03-06")
    assert set(tables) == set(cases.TABLES)
    assert tables["people"]["name"].tolist() == ["Maria Lopez"]
    assert tables["evidence"].dtypes["start"] == "int64[pyarrow]"


def test_extract_refuses_an_impossible_day() -> None:
    with pytest.raises(cases.CasesError, match="published is '2024-02-30', which is no day"):
        cases.extract("Ana Ruiz was arrested.", published="2024-02-30")


@pytest.mark.parametrize(
    ("module", "words"),
    [
        ("spacy", "pip install 'corruption-cases[build]'"),
        ("markdown_it.main", "pip install 'corruption-cases[build]'"),
        ("datasette", "pip install 'corruption-cases[site]'"),
        ("xlsxwriter", "pip install 'corruption-cases[xlsx]'"),
        ("elsewhere", "pip install elsewhere"),
    ],
)
def test_what_to_install(module: str, words: str) -> None:
    assert str(missing_part(ModuleNotFoundError(name=module))).endswith(words)
