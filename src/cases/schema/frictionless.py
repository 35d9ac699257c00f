"""Table Schemas (Frictionless Data Package v2) from the declarations."""

from typing import Any

from cases.schema.declaration import Column, Table
from cases.schema.loading import TABLES, codes

_TYPES = {"list": "array"}
"""A list is a list in Parquet and a JSON array in text formats: ``array`` covers both."""

EDTF_PATTERN = r"(\.\.|\d{4}(-\d{2}(-\d{2})?)?)(/(\.\.|\d{4}(-\d{2}(-\d{2})?)?))?"


def table_schema(table: str) -> dict[str, Any]:
    """Make the Table Schema of a table. Keys that are ours (``unit``, ``nullMeans`` …) stand beside the standard's."""
    declared = TABLES[table]
    schema: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
        "fields": [_field(column) for column in declared.columns],
        "primaryKey": list(declared.primary_key),
    }
    if declared.foreign_keys:
        schema["foreignKeys"] = _foreign_keys(declared)
    return schema


def _foreign_keys(table: Table) -> list[dict[str, Any]]:
    return [
        {"fields": [key.column], "reference": {"resource": key.table, "fields": [key.reference]}}
        for key in table.foreign_keys
    ]


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES.get(column.type, column.type),
        "title": column.title,
        "description": column.description,
        "constraints": _constraints(column),
    }
    if column.format == "uri":
        field["format"] = "uri"
    if column.codes is not None:
        field["categories"] = [{"value": code.value, "label": code.label} for code in codes(column.codes).codes]
    ours = {"unit": column.unit, "nullMeans": column.null_means, "codes": column.codes, "standard": column.standard}
    return field | {key: value for key, value in ours.items() if value is not None}


def _constraints(column: Column) -> dict[str, Any]:
    limits = {
        "required": column.required or None,
        "unique": column.unique or None,
        "pattern": EDTF_PATTERN if column.format == "edtf" else column.pattern,
        "minimum": column.minimum,
        "maximum": column.maximum,
        "minLength": column.min_length,
        "maxLength": column.max_length,
        "enum": list(codes(column.codes).values) if column.codes is not None else None,
    }
    return {name: limit for name, limit in limits.items() if limit is not None}
