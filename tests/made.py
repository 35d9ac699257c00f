"""Writes a build of any rows; and the rows of ``tests/data/made-build.yaml``, which hold every awkward value.

``porto_verde`` has the rows of a document that keeps every rule.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from cases.publish.datapackage import write_datapackage
from cases.publish.parquet import ParquetWriter
from cases.publish.sqlite import build_sqlite
from cases.schema import TABLES, Version

MADE = Path(__file__).parent / "data" / "made-build.yaml"
VERSION = Version(data="0123456789abcdef", code="1.2.3")
TEXT: str = yaml.safe_load(MADE.read_text(encoding="utf-8"))["text"]

Rows = Mapping[str, Sequence[Mapping[str, Any]]]


def rows() -> dict[str, list[dict[str, Any]]]:
    """The rows of the made build, by table, every column there."""
    tables = yaml.safe_load(MADE.read_text(encoding="utf-8"))["tables"]
    tables["evidence"] = [_placed(number, entry) for number, entry in enumerate(tables["evidence"], start=1)]
    return {table: [row(table, **entry) for entry in tables[table]] for table in TABLES}


def row(table: str, **values: Any) -> dict[str, Any]:
    """A row with the values given and null elsewhere."""
    assert values.keys() <= set(TABLES[table].column_names), (table, values)
    return {name: values.get(name) for name in TABLES[table].column_names}


def _placed(number: int, entry: Mapping[str, Any]) -> dict[str, Any]:
    start = TEXT.index(entry["quote"])
    place = {"document_id": "d-1", "start": start, "end": start + len(entry["quote"])}
    return {"evidence_id": f"e{number:012x}", **entry, **place, "method": "made"}


def write_build(folder: Path, content: Rows, version: Version = VERSION) -> Path:
    """Publish rows as a build with all its products but the report."""
    with ParquetWriter(folder / "parquet", version) as writer:
        for table, members in content.items():
            writer.write(table, members)
    build_sqlite(folder / "parquet", folder / "cases.db")
    write_datapackage(folder, version)
    return folder
