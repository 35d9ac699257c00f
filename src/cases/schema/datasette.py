"""Datasette's metadata from the declarations; the site adds its queries and its looks."""

from collections.abc import Mapping
from typing import Any

from cases.schema.declaration import Table
from cases.schema.loading import TABLES, dataset, summaries


def datasette_metadata(
    database: str = "cases", queries: Mapping[str, Mapping[str, Any]] | None = None
) -> dict[str, Any]:
    """Make the metadata for ``datasette``: descriptions, labels, facets, orders, licence and source.

    Args:
        database: Name of the database, that is of its file without suffix.
        queries: Ready queries of that database, in Datasette's form.
    """
    about = dataset()
    rights = {
        "license": about.license["title"],
        "license_url": about.license["path"],
        "source": about.source,
    }
    tables = {name: {**_table(table), **rights} for name, table in TABLES.items()}
    tables |= {name: {"hidden": True} for name in summaries()}
    page: dict[str, Any] = {"title": about.title, "description": about.description, **rights, "tables": tables}
    if queries:
        page["queries"] = {name: dict(query) for name, query in queries.items()}
    return {"title": about.title, "description": about.description, **rights, "databases": {database: page}}


def _table(table: Table) -> dict[str, Any]:
    metadata: dict[str, Any] = {
        "title": table.title,
        "description": f"One row is {table.row_is}. {table.description}",
        "columns": {column.name: _column_text(table, column.name) for column in table.columns},
        "facets": [column.name for column in table.columns if column.facet],
    }
    if table.label is not None:
        metadata["label_column"] = table.label
    if table.sort is not None:
        metadata["sort_desc" if table.sort_descending else "sort"] = table.sort
    return metadata


def _column_text(table: Table, name: str) -> str:
    column = table[name]
    unit = f" Unit: {column.unit}." if column.unit else ""
    null = f" Empty: {column.null_means}" if column.null_means else ""
    return f"{column.description}{unit}{null}"
