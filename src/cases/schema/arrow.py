"""Arrow schemas with their descriptions, and rows as Arrow tables of exactly the declared columns."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cases.schema.declaration import Column, SchemaError, Version
from cases.schema.loading import TABLES, dataset

if TYPE_CHECKING:
    import pyarrow as pa

Row = Mapping[str, Any]


@lru_cache(maxsize=64)
def arrow_schema(table: str, version: Version | None = None) -> "pa.Schema":
    """Make the Arrow schema of a table.

    Descriptions stand in the metadata of the fields; the table's description, the licence and the versions in that of
    the schema. No clock and no path stands in it, so equal data gives equal bytes.
    """
    import pyarrow as pa

    declared = TABLES[table]
    fields = [
        pa.field(column.name, _arrow_type(column), nullable=not column.required, metadata=_field_metadata(column))
        for column in declared.columns
    ]
    metadata = {
        "title": declared.title,
        "description": declared.description,
        "row_is": declared.row_is,
        "dataset": dataset().name,
        "license": dataset().license["name"],
    }
    if version is not None:
        metadata |= {"data_version": version.data, "code_version": version.code}
    return pa.schema(fields, metadata=metadata)


def to_arrow(table: str, rows: Sequence[Row], version: Version | None = None) -> "pa.Table":
    """Turn rows into an Arrow table.

    Raises:
        SchemaError: A row lacks a declared column, has another one, or holds a value of the wrong type.
    """
    import pyarrow as pa

    check_keys(table, rows)
    schema = arrow_schema(table, version)
    try:
        arrays = [pa.array([row[field.name] for row in rows], field.type, from_pandas=False) for field in schema]
    except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError, UnicodeEncodeError) as error:
        raise SchemaError(f"{table}: {_misfit(schema, rows) or error}") from error
    for field, array in zip(schema, arrays, strict=True):
        if array.null_count and not field.nullable:
            raise SchemaError(f"{table}: {field.name} is required, and {array.null_count} rows have no value there")
    return pa.Table.from_arrays(arrays, schema=schema)


def check_keys(table: str, rows: Sequence[Row]) -> None:
    """Make sure that each row has exactly the declared columns.

    Raises:
        SchemaError: Names the first row that has not, and the columns that it lacks or has too many.
    """
    names = TABLES[table].column_names
    expected = frozenset(names)
    for index, row in enumerate(rows):
        if row.keys() != expected:
            lacks = [name for name in names if name not in row]
            extra = [name for name in row if name not in expected]
            raise SchemaError(f"{table}: row {index} lacks {lacks} and has undeclared {extra}")


def _misfit(schema: "pa.Schema", rows: Sequence[Row]) -> str | None:
    import pyarrow as pa

    for field in schema:
        for index, row in enumerate(rows):
            try:
                pa.array([row[field.name]], field.type, from_pandas=False)
            except (pa.ArrowInvalid, pa.ArrowTypeError, OverflowError, UnicodeEncodeError):
                return f"row {index}, column {field.name}: {row[field.name]!r} is no {field.type}"
    return None


def _arrow_type(column: Column) -> "pa.DataType":
    import pyarrow as pa

    types: dict[str, pa.DataType] = {
        "string": pa.string(),
        "date": pa.date32(),
        "boolean": pa.bool_(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "list": pa.list_(pa.string()),
    }
    return types[column.type]


def _field_metadata(column: Column) -> dict[str, str]:
    known = {
        "description": column.description,
        "unit": column.unit,
        "null_means": column.null_means,
        "codes": column.codes,
        "standard": column.standard,
    }
    return {key: value for key, value in known.items() if value is not None}
