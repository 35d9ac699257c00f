"""The rules between the rows of a build, as queries over its tables."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from cases.schema import TABLES, ForeignKey, Table, codes
from cases.validation.document import BYSTANDERS
from cases.validation.failure import Failure, shown

if TYPE_CHECKING:
    import duckdb


def check_between(connection: "duckdb.DuckDBPyConnection") -> Iterator[Failure]:
    """Check keys, references, evidence, and what one table says of another.

    Args:
        connection: Has a view for every declared table.
    """
    for table in TABLES.values():
        yield from _unique(connection, table)
        for key in table.foreign_keys:
            yield from _foreign_key(connection, table, key)
        if table.evidenced:
            yield from _evidence(connection, table)
    for table_name, column, rule, query in _rules():
        for row, message in connection.execute(query).fetchall():
            yield Failure(table_name, row, column, rule, message)


def _key(table: Table) -> str:
    return " || '/' || ".join(f't."{column}"' for column in table.primary_key)


def _unique(connection: "duckdb.DuckDBPyConnection", table: Table) -> Iterator[Failure]:
    query = f"SELECT {_key(table)} AS key, count(*) FROM {table.name} t GROUP BY 1 HAVING count(*) > 1 ORDER BY 1"
    for row, count in connection.execute(query).fetchall():
        yield Failure(table.name, row, table.primary_key[0], "unique key", f"{count} rows have it")


def _foreign_key(connection: "duckdb.DuckDBPyConnection", table: Table, key: ForeignKey) -> Iterator[Failure]:
    query = (
        f'SELECT {_key(table)}, t."{key.column}" FROM {table.name} t '
        f'ANTI JOIN {key.table} r ON t."{key.column}" = r."{key.reference}" '
        f'WHERE t."{key.column}" IS NOT NULL ORDER BY 1'
    )
    for row, value in connection.execute(query).fetchall():
        yield Failure(table.name, row, key.column, "foreign key", f"{shown(value)} is not in {key.table}")


def _evidence(connection: "duckdb.DuckDBPyConnection", table: Table) -> Iterator[Failure]:
    supported = f"(SELECT row_id FROM evidence WHERE table_name = '{table.name}')"
    bare = f"SELECT {_key(table)} FROM {table.name} t ANTI JOIN {supported} e ON e.row_id = {_key(table)} ORDER BY 1"
    for (row,) in connection.execute(bare).fetchall():
        yield Failure(table.name, row, "", "evidence", "no row of evidence supports it")
    stray = (
        f"SELECT e.evidence_id, e.row_id FROM evidence e ANTI JOIN {table.name} t ON e.row_id = {_key(table)} "
        f"WHERE e.table_name = '{table.name}' ORDER BY 1"
    )
    for row, value in connection.execute(stray).fetchall():
        yield Failure("evidence", row, "row_id", "evidence for a row", f"{table.name} has no row {shown(value)}")


def _rules() -> Iterator[tuple[str, str, str, str]]:
    """Table, column, rule and a query for key and message of each row that breaks it."""
    yield (
        "people",
        "is_accused",
        "accused is who has a charge",
        "SELECT person_id, 'is ' || is_accused || ', and charges say otherwise' FROM people "
        "WHERE is_accused <> (person_id IN (SELECT person_id FROM charges WHERE person_id IS NOT NULL)) ORDER BY 1",
    )
    yield (
        "roles",
        "kind",
        "no accused bystander",
        "SELECT d.role_id, 'the ' || min(b.kind) || ' ' || d.person || ' is a defendant without a charge' "
        "FROM roles d JOIN evidence f ON f.row_id = d.role_id JOIN evidence g USING (document_id) "
        "JOIN roles b ON b.role_id = g.row_id AND b.person_id = d.person_id "
        f"WHERE d.kind = 'defendant' AND b.kind IN {_list(BYSTANDERS)} "
        "AND d.person_id NOT IN (SELECT person_id FROM charges WHERE person_id IS NOT NULL) "
        "GROUP BY d.role_id, d.person ORDER BY 1",
    )
    yield (
        "charges",
        "case_id",
        "party and country of the case",
        "SELECT h.charge_id, 'differs from case ' || c.case_id FROM charges h JOIN cases c USING (case_id) "
        "WHERE h.person_id IS DISTINCT FROM c.person_id OR h.organization_id IS DISTINCT FROM c.organization_id "
        "OR (h.country IS NOT NULL AND h.country IS DISTINCT FROM c.country) ORDER BY 1",
    )
    yield (
        "cases",
        "status",
        "status of the charges",
        f"SELECT case_id, 'is ' || status || ', its charges make it ' || expected FROM ({_case_status()}) "
        "WHERE status <> expected ORDER BY 1",
    )
    yield (
        "cases",
        "case_id",
        "case has a charge",
        "SELECT case_id, 'no charge belongs to it' FROM cases ANTI JOIN charges USING (case_id) ORDER BY 1",
    )
    yield from _text_rules()
    for table, column, entity in _DISPLAYED:
        yield _display(table, column, entity)


def _case_status() -> str:
    """Query each case's status beside the one that its charges make it."""
    order = ", ".join(f"'{value}'" for value in codes("charge_status").values)
    ended = "('acquitted', 'dismissed')"
    return f"""
        SELECT case_id, c.status AS status, coalesce(
            arg_max(h.status, list_position([{order}], h.status)) FILTER (h.status NOT IN {ended}),
            CASE WHEN c.status IN {ended} THEN c.status ELSE min(h.status) END
        ) AS expected FROM cases c JOIN charges h USING (case_id) GROUP BY case_id, c.status
    """


_DISPLAYED = (
    ("charges", "party", "person_id"),
    ("charges", "party", "organization_id"),
    ("penalties", "party", "person_id"),
    ("penalties", "party", "organization_id"),
    ("amounts", "party", "person_id"),
    ("amounts", "party", "organization_id"),
    ("dates", "party", "person_id"),
    ("dates", "party", "organization_id"),
    ("roles", "person", "person_id"),
    ("roles", "organization", "organization_id"),
)
"""Table and column of each display name, and the column that says whose it is."""


def _display(table: str, column: str, entity: str) -> tuple[str, str, str, str]:
    named = "people" if entity == "person_id" else "organizations"
    key = TABLES[table].primary_key[0]
    query = (
        f"SELECT t.{key}, coalesce(t.{column}, 'null') || ' is not ' || n.name FROM {table} t "
        f"JOIN {named} n USING ({entity}) WHERE t.{column} IS DISTINCT FROM n.name ORDER BY 1"
    )
    return table, column, "display name", query


def _text_rules() -> Iterator[tuple[str, str, str, str]]:
    yield (
        "documents",
        "document_id",
        "text of a redistributable document",
        "SELECT document_id, 'its text is missing' FROM documents ANTI JOIN texts USING (document_id) "
        "WHERE redistributable ORDER BY 1",
    )
    yield (
        "evidence",
        "sentence",
        "sentence where the text is",
        "SELECT evidence_id, 'the sentence is missing' FROM evidence SEMI JOIN texts USING (document_id) "
        "WHERE sentence IS NULL ORDER BY 1",
    )
    yield (
        "evidence",
        "sentence",
        "no sentence of a withheld text",
        "SELECT evidence_id, 'the text is withheld, and the sentence is not' FROM evidence "
        "ANTI JOIN texts USING (document_id) WHERE sentence IS NOT NULL ORDER BY 1",
    )
    yield (
        "findings",
        "offence",
        "label of the offence",
        "SELECT charge_id || '/' || document_id, f.offence || ' is not ' || o.label FROM findings f "
        "JOIN charges h USING (charge_id) JOIN offences o ON o.offence = h.offence WHERE f.offence <> o.label "
        "ORDER BY 1",
    )
    yield (
        "charges",
        "charge_id",
        "charge has a history",
        "SELECT charge_id, 'has no row in charge_history' FROM charges ANTI JOIN charge_history USING (charge_id) "
        "ORDER BY 1",
    )


def _list(values: frozenset[str]) -> str:
    return "(" + ", ".join(f"'{value}'" for value in sorted(values)) + ")"
