"""The data dictionary: a page per table and per code list, from the declarations and from what a build holds.

``python -m cases.dictionary BUILD FOLDER`` writes the pages.
"""

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cases.reader import Build, open_build
from cases.schema import TABLES, Code, Column, Table, Vocabulary, dataset, vocabularies

EXAMPLE = 60
"""Longest example that a page shows, in characters."""

_HEAD = "<!-- Generated from schemas/ and the built dataset: make docs. Do not edit. -->\n\n"


def pages(build: Build) -> dict[str, str]:
    """Make every page of the dictionary, by path."""
    made = {"index.md": _index(build)}
    made |= {f"{name}.md": _table_page(table, build) for name, table in TABLES.items()}
    made |= {f"codes/{name}.md": _codes_page(vocabulary) for name, vocabulary in vocabularies().items()}
    return {path: _HEAD + text for path, text in made.items()}


def write_pages(build: Build, folder: Path) -> None:
    """Write the dictionary into a folder, and remove the pages of tables and lists that are no more."""
    made = pages(build)
    for path, text in made.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for page in folder.rglob("*.md"):
        if page.relative_to(folder).as_posix() not in made:
            page.unlink()


def _index(build: Build) -> str:
    rows = [
        [f"[{name}]({name}.md)", table.row_is, str(build.load(name, engine="arrow").num_rows)]
        for name, table in TABLES.items()
    ]
    lists = [[f"[{name}](codes/{name}.md)", v.title, str(len(v.codes))] for name, v in vocabularies().items()]
    return (
        f"# Data dictionary\n\n{dataset().description.strip()}\n\n"
        f"Numbers of rows, shares of nulls and examples are those of the dataset in this repository.\n\n"
        f"## Tables\n\n{_grid(['table', 'one row is', 'rows'], rows)}\n"
        f"## Code lists\n\n{_grid(['list', 'what', 'codes'], lists)}"
    )


def _table_page(table: Table, build: Build) -> str:
    rows = build.load(table.name, engine="arrow").to_pylist()
    columns = [_column_row(table, column, rows) for column in table.columns]
    return (
        f"# {table.title}: `{table.name}`\n\n{table.description}\n\n"
        + "".join(f"- {fact}\n" for fact in _facts(table, len(rows)))
        + "\n"
        + _grid(["column", "type", "what it holds", "null means", "null", "example"], columns)
    )


def _facts(table: Table, rows: int) -> Iterator[str]:
    yield f"One row is {table.row_is}."
    yield f"Key: {', '.join(f'`{name}`' for name in table.primary_key)}."
    if table.foreign_keys:
        links = (f"`{key.column}` → [`{key.table}`]({key.table}.md)" for key in table.foreign_keys)
        yield f"Points to: {', '.join(links)}."
    if table.exactly_one:
        yield f"Exactly one of {', '.join(f'`{name}`' for name in table.exactly_one)} has a value."
    if table.at_most_one:
        yield f"At most one of {', '.join(f'`{name}`' for name in table.at_most_one)} has a value."
    if table.evidenced:
        yield "Every row has at least one row in [`evidence`](evidence.md)."
    yield f"Rows in this dataset: {rows}."


def _column_row(table: Table, column: Column, rows: list[dict[str, Any]]) -> list[str]:
    values = [row[column.name] for row in rows]
    present = [value for value in values if value is not None]
    share = f"{1 - len(present) / len(values):.0%}" if values else "–"
    key = " (key)" if column.name in table.primary_key else ""
    return [
        f"`{column.name}`{key}",
        _type(column),
        f"{column.description}{_notes(column)}",
        column.null_means or "never null",
        share,
        _example(present),
    ]


def _type(column: Column) -> str:
    kind = "EDTF text" if column.format == "edtf" else "list of text" if column.type == "list" else column.type
    return f"{kind}, in {column.unit}" if column.unit else kind


def _notes(column: Column) -> str:
    notes = ""
    if column.codes:
        notes += f" Codes: [{column.codes}](codes/{column.codes}.md)."
    if column.standard:
        notes += f" Standard: {column.standard}."
    return notes


def _example(present: list[Any]) -> str:
    value = next((v for v in present if v not in ([], "")), None)
    if value is None:
        return ""
    text = "; ".join(value) if isinstance(value, list) else str(value).lower() if value in (True, False) else str(value)
    short = " ".join(text.split())
    return f"`{short[:EXAMPLE].replace('`', chr(39))}{'…' if len(short) > EXAMPLE else ''}`"


def _codes_page(vocabulary: Vocabulary) -> str:
    extras = sorted({key for code in vocabulary.codes for key in code.extra})
    rows = [_code_row(code, extras) for code in vocabulary.codes]
    standard = f"Standard: {vocabulary.standard}.\n\n" if vocabulary.standard else ""
    return (
        f"# {vocabulary.title}: `{vocabulary.name}`\n\n{vocabulary.description.strip()}\n\n{standard}"
        + f"Used in: {', '.join(_users(vocabulary.name)) or 'the build itself'}.\n\n"
        + _grid(["code", "label", "description", *extras], rows)
    )


def _code_row(code: Code, extras: list[str]) -> list[str]:
    more = [_plain(code.extra, key) for key in extras]
    return [f"`{code.value}`", code.label, code.description or "", *more]


def _plain(extra: Mapping[str, Any], key: str) -> str:
    value = extra.get(key)
    return "; ".join(map(str, value)) if isinstance(value, (list, tuple)) else "" if value is None else str(value)


def _users(name: str) -> list[str]:
    return [
        f"[`{table.name}.{column.name}`](../{table.name}.md)"
        for table in TABLES.values()
        for column in table.columns
        if column.codes == name
    ]


def _grid(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(_cell(value) for value in line)} |\n" for line in lines)


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    write_pages(open_build(sys.argv[1]), Path(sys.argv[2]))
