"""CSV as the standard has it: UTF-8, nothing for null, ``""`` for an empty text, ISO dates, lists as JSON."""

import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from cases.checksum import file_checksum
from cases.exports._shared import NOTE, NOTE_DESCRIPTION, NOTE_TITLE, Notes, note, notes, rows
from cases.reader import Build
from cases.schema import TABLES, dataset, table_schema

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(build: Build, out: Path, spreadsheet: bool = False) -> list[Path]:
    """Write a file per table and ``datapackage.json``; the last column of each says which values were corrected."""
    corrected = notes(build)
    files = [_write_table(build, table, out / f"{table}.csv", corrected, spreadsheet) for table in TABLES]
    descriptor = out / "datapackage.json"
    descriptor.write_text(json.dumps(_descriptor(files), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return [*files, descriptor]


def cell(value: Any) -> str:
    """A value as text; the same text means the same value of its column."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    return str(value)


def _write_table(build: Build, table: str, path: Path, corrected: Notes, spreadsheet: bool) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write(_line([*TABLES[table].column_names, NOTE], spreadsheet))
        for row in rows(build, table):
            file.write(_line([*row.values(), note(corrected, table, row)], spreadsheet))
    return path


def _line(values: Sequence[Any], spreadsheet: bool) -> str:
    return ",".join(_field(value, spreadsheet) for value in values) + "\r\n"


def _field(value: Any, spreadsheet: bool) -> str:
    """A value as RFC 4180 has it; an empty text in quotes, which tells it from null."""
    text = cell(value)
    if spreadsheet and isinstance(value, (str, list)):
        text = _harmless(text)
    if value == "" or any(char in text for char in ',"\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _descriptor(files: list[Path]) -> dict[str, Any]:
    about = dataset()
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": about.name,
        "title": about.title,
        "description": about.description,
        "licenses": [dict(about.license)],
        "resources": [_resource(path) for path in files],
    }


def _resource(path: Path) -> dict[str, Any]:
    schema = table_schema(path.stem)
    schema["fields"].append({"name": NOTE, "type": "string", "title": NOTE_TITLE, "description": NOTE_DESCRIPTION})
    return {
        "name": path.stem,
        "title": TABLES[path.stem].title,
        "type": "table",
        "path": path.name,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": path.stat().st_size,
        "hash": file_checksum(path),
        "schema": schema,
    }
