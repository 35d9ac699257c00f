"""Addresses of our pages, below the base address of the site."""

from typing import Any

from datasette.utils import tilde_encode

PAGES = {"people": "person", "organizations": "organization", "cases": "case", "documents": "document"}


def link(urls: Any, table: str, key: str, anchor: str = "") -> str:
    """The address of the page of a row; of Datasette's own row page where the table has no page of ours.

    Args:
        urls: Datasette's builder of addresses, ``urls`` in a template.
        table: Name of the table.
        key: Key of the row, as it is in the table.
        anchor: A place on the page.
    """
    address = str(urls.path(f"{PAGES[table]}/{tilde_encode(key)}")) if table in PAGES else row(urls, table, key)
    return address + (f"#{anchor}" if anchor else "")


def row(urls: Any, table: str, key: str) -> str:
    """The address of Datasette's own page of a row."""
    return str(urls.path(f"cases/{tilde_encode(table)}/{tilde_encode(key)}"))
