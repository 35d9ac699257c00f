"""The check of one document's rows before they are published: a broken rule rejects the document, not the build."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cases.schema import TABLES
from cases.validation.columns import check_columns
from cases.validation.failure import Failure, row_key, shown
from cases.validation.rows import check_row

Row = Mapping[str, Any]
Rows = Mapping[str, Sequence[Row]]

BYSTANDERS = frozenset({"prosecutor", "judge", "lawyer", "investigator", "victim"})
"""Kinds of role whose holder is no defendant for being named near a charge."""


def check_document(rows: Rows, text: str) -> list[Failure]:
    """Check the rows that one document gives, by table.

    Args:
        rows: The rows of the tables that the document has rows in; a table that is left out is not checked.
        text: The document's text, which every span counts in.

    Returns:
        Every broken rule. Rules between rows are looked at only if each row by itself is right.
    """
    failures = [failure for table, members in rows.items() for row in members for failure in _one(table, row)]
    if failures:
        return failures
    return [
        *_unique_keys(rows),
        *_foreign_keys(rows),
        *_quotes(rows.get("evidence", ()), text),
        *_covered(rows),
        *_accused(rows),
        *_bystanders(rows),
        *_lengths(rows, text),
    ]


def _one(table: str, row: Row) -> Iterator[Failure]:
    clean = True
    for failure in check_columns(table, row):
        clean = False
        yield failure
    if clean:
        yield from check_row(table, row)


def _unique_keys(rows: Rows) -> Iterator[Failure]:
    for table, members in rows.items():
        names = TABLES[table].primary_key
        for key, count in Counter(row_key(table, row) for row in members).items():
            if count > 1:
                yield Failure(table, key, names[0], "unique key", f"{count} rows have it")


def _foreign_keys(rows: Rows) -> Iterator[Failure]:
    for table, members in rows.items():
        for key in TABLES[table].foreign_keys:
            if key.table not in rows:
                continue
            known = {row[key.reference] for row in rows[key.table]}
            for row in members:
                value = row[key.column]
                if value is not None and value not in known:
                    yield Failure(
                        table, row_key(table, row), key.column, "foreign key", f"{shown(value)} is not in {key.table}"
                    )


def _quotes(evidence: Sequence[Row], text: str) -> Iterator[Failure]:
    for row in evidence:
        yield from check_quote(row, text)


def check_quote(row: Row, text: str) -> Iterator[Failure]:
    """Check that a row of evidence quotes exactly what stands in the text between its offsets."""
    found = text[row["start"] : row["end"]]
    if found != row["quote"]:
        message = f"{shown(row['quote'])} is not {shown(found)} at {row['start']}..{row['end']}"
        yield Failure("evidence", row["evidence_id"], "quote", "quote as in the text", message)


def _covered(rows: Rows) -> Iterator[Failure]:
    supported = {(row["table_name"], row["row_id"]) for row in rows.get("evidence", ())}
    present = {
        (table, row_key(table, row)) for table, members in rows.items() if TABLES[table].evidenced for row in members
    }
    for table, key in sorted(present - supported):
        yield Failure(table, key, "", "evidence", "no row of evidence supports it")
    for table, key in sorted(supported - present):
        if table in rows:
            yield Failure("evidence", key, "row_id", "evidence for a row", f"{table} has no such row")


def _accused(rows: Rows) -> Iterator[Failure]:
    charged = {row["person_id"] for row in rows.get("charges", ())}
    for row in rows.get("people", ()):
        if row["is_accused"] != (row["person_id"] in charged):
            message = f"is {row['is_accused']}, and charges say otherwise"
            yield Failure("people", row["person_id"], "is_accused", "accused is who has a charge", message)


def _bystanders(rows: Rows) -> Iterator[Failure]:
    charged = {row["person_id"] for row in rows.get("charges", ())}
    kinds: dict[str, set[str]] = {}
    for row in rows.get("roles", ()):
        if row["person_id"] not in charged:
            kinds.setdefault(row["person_id"], set()).add(row["kind"])
    for row in rows.get("roles", ()):
        parts = sorted(kinds.get(row["person_id"], set()) & BYSTANDERS)
        if row["kind"] == "defendant" and parts:
            message = f"the {parts[0]} {row['person']} is a defendant without a charge"
            yield Failure("roles", row["role_id"], "kind", "no accused bystander", message)


def _lengths(rows: Rows, text: str) -> Iterator[Failure]:
    for row in rows.get("documents", ()):
        if row["n_chars"] != len(text):
            message = f"{row['n_chars']} is not the length of the text, {len(text)}"
            yield Failure("documents", row["document_id"], "n_chars", "length of the text", message)
    for row in rows.get("texts", ()):
        if row["text"] != text:
            yield Failure("texts", row["document_id"], "text", "text unchanged", "is not the text that was read")
