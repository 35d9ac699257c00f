"""Every declared column is filled by some build of real sources: none is a promise without a keeper."""

from pathlib import Path

import pyarrow.parquet as pq
import pytest

from cases.pipeline import build
from cases.schema import TABLES

ARTICLE = """Former Harbour Director Sentenced for Bribery and Money Laundering

A federal jury in the U.S. District Court for the District of Oregon convicted Swedish citizen Peter Lindqvist, 58,
on March 3, 2020, on three counts of bribery in violation of 18 U.S.C. § 201, prosecutors said.

Lindqvist was director of the Astoria Harbour Commission from 2009 to 2015. He took more than $250,000 in bribes and
laundered up to $90,000. Judge Maria Stone sentenced Lindqvist to 48 months in prison and fined him $75,000 on Monday.

U.S. Attorney Helen Brandt said that Lindqvist had stolen $10,000. Dredge Masters LLC was charged with bribery, the
Justice Department said.
Dredge Masters LLC pleaded guilty to bribery and was sentenced to pay a fine of $2 million.

Joseph Tanaka was sentenced to life in prison for murder in 2019.
"""
SIDECAR = """title: Former Harbour Director Sentenced
published: 2020-09-16
retrieved: 2020-09-20
publisher: The Astoria Ledger
author: R. Fielding
url: https://ledger.example/harbour
language: en
license: CC-BY-4.0
"""
CORRECTIONS = """- table: people
  row: {row}
  column: age
  old: 58
  new: 59
  reason: the court's register says so
  author: A. Editor
  date: 2021-01-05
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("columns")
    (place / "raw").mkdir()
    (place / "raw" / "harbour.txt").write_text(ARTICLE, "utf8")
    (place / "raw" / "harbour.yaml").write_text(SIDECAR, "utf8")
    build([place / "raw"], place / "build", workers=1, use_cache=False)
    people = pq.read_table(place / "build" / "parquet" / "people.parquet").to_pylist()
    [row] = [p["person_id"] for p in people if p["name"] == "Peter Lindqvist"]
    (place / "corrections.yaml").write_text(CORRECTIONS.format(row=row), "utf8")
    build([place / "raw"], place / "build", workers=1, use_cache=False)
    return place / "build" / "parquet"


@pytest.mark.parametrize("table", sorted(TABLES))
def test_every_declared_column_is_filled(folder: Path, seed_build: Path, table: str) -> None:
    filled: set[str] = set()
    for parquet in (folder, seed_build / "parquet"):
        content = pq.read_table(parquet / f"{table}.parquet")
        filled |= {name for name in content.column_names if content[name].null_count < len(content)}
    assert filled == set(TABLES[table].column_names)
