"""``datapackage.json``: what is in a build, as a Frictionless Data Package v2, with sizes and checksums."""

import json
from pathlib import Path
from typing import Any

from cases.checksum import file_checksum
from cases.schema import TABLES, Version, dataset, table_schema

DESCRIPTOR = "datapackage.json"
_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"


def write_datapackage(build: Path, version: Version) -> None:
    """Describe the files of a build, which must all be there, in its ``datapackage.json``."""
    text = json.dumps(describe(build, version), ensure_ascii=False, indent=2)
    (build / DESCRIPTOR).write_text(text + "\n", encoding="utf-8")


def describe(build: Path, version: Version) -> dict[str, Any]:
    """Make the descriptor of a build. It names no time of day, so equal files give an equal descriptor."""
    about = dataset()
    resources = [_table_resource(build, table) for table in TABLES]
    if (build / "cases.db").is_file():
        resources.append(_database_resource(build))
    return {
        "$schema": _PROFILE,
        "name": about.name,
        "title": about.title,
        "description": about.description,
        "version": f"{version.code}+{version.data}",
        "keywords": list(about.keywords),
        "licenses": [dict(about.license)],
        "notice": about.notice,
        "sources": [{"title": about.source}],
        "resources": resources,
    }


def _table_resource(build: Path, table: str) -> dict[str, Any]:
    declared = TABLES[table]
    return {
        "name": table,
        "title": declared.title,
        "description": f"One row is {declared.row_is}. {declared.description}",
        "type": "table",
        **_file(build, f"parquet/{table}.parquet", "parquet", "application/vnd.apache.parquet"),
        "schema": table_schema(table),
    }


def _database_resource(build: Path) -> dict[str, Any]:
    return {
        "name": "database",
        "title": "The same tables in SQLite",
        "description": "All tables in one database, with keys, indices and full-text search; lists are JSON text.",
        **_file(build, "cases.db", "sqlite", "application/vnd.sqlite3"),
    }


def _file(build: Path, path: str, form: str, mediatype: str) -> dict[str, Any]:
    file = build / path
    return {
        "path": path,
        "format": form,
        "mediatype": mediatype,
        "bytes": file.stat().st_size,
        "hash": file_checksum(file),
    }
