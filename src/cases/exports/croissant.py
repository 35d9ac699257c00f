"""The Parquet files with a description in Croissant 1.0, which is schema.org/Dataset as JSON-LD."""

import json
import shutil
from pathlib import Path
from typing import Any

from cases.checksum import file_checksum
from cases.reader import Build
from cases.schema import TABLES, Column, Table, dataset

CONFORMS = "http://mlcommons.org/croissant/1.0"
_TYPES = {
    "string": "sc:Text",
    "list": "sc:Text",
    "date": "sc:Date",
    "boolean": "sc:Boolean",
    "integer": "sc:Integer",
    "number": "sc:Float",
}


def write(build: Build, out: Path) -> list[Path]:
    """Write the Parquet files and ``croissant.json``."""
    folder = out / "parquet"
    folder.mkdir(exist_ok=True)
    files = [Path(shutil.copyfile(build.path / "parquet" / f"{t}.parquet", folder / f"{t}.parquet")) for t in TABLES]
    path = out / "croissant.json"
    path.write_text(json.dumps(_description(build, files), ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return [*files, path]


def _description(build: Build, files: list[Path]) -> dict[str, Any]:
    about = dataset()
    return {
        "@context": _CONTEXT,
        "@type": "sc:Dataset",
        "conformsTo": CONFORMS,
        "name": about.name,
        "alternateName": about.title,
        "description": f"{about.description.strip()} {about.notice}",
        "keywords": list(about.keywords),
        "license": about.license["path"],
        "url": f"urn:{about.name}",
        "version": _version(build),
        "isAccessibleForFree": True,
        "citeAs": f"The maintainers of {about.name}: {about.title}, version {_version(build)}",
        "creator": {"@type": "sc:Organization", "name": f"The maintainers of {about.name}"},
        "distribution": [_file(path) for path in files],
        "recordSet": [_records(TABLES[path.stem]) for path in files],
    }


def _version(build: Build) -> str:
    metadata = build.load("documents", engine="arrow").schema.metadata or {}
    known: bytes = metadata.get(b"code_version", b"0.0.0")
    return known.decode()


def _file(path: Path) -> dict[str, Any]:
    return {
        "@type": "cr:FileObject",
        "@id": path.name,
        "name": path.name,
        "contentUrl": f"parquet/{path.name}",
        "contentSize": f"{path.stat().st_size} B",
        "encodingFormat": "application/x-parquet",
        "sha256": file_checksum(path).removeprefix("sha256:"),
    }


def _records(table: Table) -> dict[str, Any]:
    return {
        "@type": "cr:RecordSet",
        "@id": table.name,
        "name": table.name,
        "description": f"One row is {table.row_is}. {table.description}",
        "key": [{"@id": f"{table.name}/{name}"} for name in table.primary_key],
        "field": [_field(table, column) for column in table.columns],
    }


def _field(table: Table, column: Column) -> dict[str, Any]:
    """A column. Where it points is said in words: mlcroissant joins on ``references``, and loses records by it."""
    points = (f"Points to {key.table}/{key.reference}." for key in table.foreign_keys if key.column == column.name)
    field: dict[str, Any] = {
        "@type": "cr:Field",
        "@id": f"{table.name}/{column.name}",
        "name": column.name,
        "description": " ".join([column.description, *points]),
        "dataType": _TYPES[column.type],
        "source": {"fileObject": {"@id": f"{table.name}.parquet"}, "extract": {"column": column.name}},
    }
    if column.type == "list":
        field["repeated"] = True
    return field


_CONTEXT: dict[str, Any] = {
    "@language": "en",
    "@vocab": "https://schema.org/",
    "citeAs": "cr:citeAs",
    "column": "cr:column",
    "conformsTo": "dct:conformsTo",
    "cr": "http://mlcommons.org/croissant/",
    "rai": "http://mlcommons.org/croissant/RAI/",
    "data": {"@id": "cr:data", "@type": "@json"},
    "dataType": {"@id": "cr:dataType", "@type": "@vocab"},
    "dct": "http://purl.org/dc/terms/",
    "examples": {"@id": "cr:examples", "@type": "@json"},
    "extract": "cr:extract",
    "field": "cr:field",
    "fileProperty": "cr:fileProperty",
    "fileObject": "cr:fileObject",
    "fileSet": "cr:fileSet",
    "format": "cr:format",
    "includes": "cr:includes",
    "isLiveDataset": "cr:isLiveDataset",
    "jsonPath": "cr:jsonPath",
    "key": "cr:key",
    "md5": "cr:md5",
    "parentField": "cr:parentField",
    "path": "cr:path",
    "recordSet": "cr:recordSet",
    "references": "cr:references",
    "regex": "cr:regex",
    "repeated": "cr:repeated",
    "replace": "cr:replace",
    "sc": "https://schema.org/",
    "separator": "cr:separator",
    "source": "cr:source",
    "subField": "cr:subField",
    "transform": "cr:transform",
}
