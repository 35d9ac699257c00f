"""Cells of Datasette's own tables: keys lead to our pages, codes stand in words."""

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup, escape

from cases.site.labels import label
from cases.site.links import link

_KEYS = {
    "person_id": "people",
    "organization_id": "organizations",
    "asserted_by_person_id": "people",
    "asserted_by_organization_id": "organizations",
    "court_id": "organizations",
    "case_id": "cases",
    "document_id": "documents",
}
_FIGURES = ("value", "value_min", "value_max", "total")


def cell(urls: Any, row: Mapping[str, Any], value: Any, column: str, table: str | None) -> Markup | None:
    """The content of a cell; nothing where Datasette's own will do.

    Args:
        urls: Datasette's builder of addresses.
        row: The whole row, as SQLite gives it.
        value: The cell's value, with its label where Datasette knows one.
        column: Name of the column.
        table: Name of the table; none for a query.
    """
    if value in (None, ""):
        return None
    if column in _KEYS:
        key, name = (value["value"], value["label"]) if isinstance(value, dict) else (value, value)
        return _anchor(link(urls, _KEYS[column], str(key)), str(name))
    if column == "evidence_id" and "document_id" in row.keys():  # noqa: SIM118 — a row of SQLite holds values
        return _anchor(link(urls, "documents", _plain(row)["document_id"], f"e-{value}"), str(value))
    if column == "row_id" and table == "evidence":
        return _anchor(link(urls, row["table_name"], str(value)), str(value))
    return _told(value, column, table)


def _told(value: Any, column: str, table: str | None) -> Markup | None:
    if column in _FIGURES and isinstance(value, (int, float)):
        return Markup(f"{value:,.15g}")
    if column == "status" and table in ("charges", "findings", "cases", "charge_history"):
        return Markup(f"<strong>{escape(label(value, 'charge_status'))}</strong>")
    return None


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    # Datasette has put the label beside the key where a column points to another table.
    values = {name: row[name] for name in row.keys()}  # noqa: SIM118 — a row of SQLite holds values
    return {name: value["value"] if isinstance(value, dict) else value for name, value in values.items()}


def _anchor(address: str, words: str) -> Markup:
    return Markup(f'<a href="{escape(address)}"><bdi>{escape(words)}</bdi></a>')
