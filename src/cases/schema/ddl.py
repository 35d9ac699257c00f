"""SQLite statements for the declared tables: STRICT, with keys and with checks for all that a column promises."""

from collections.abc import Iterator

from cases.schema.declaration import Column, Table
from cases.schema.loading import TABLES, codes

_TYPES = {
    "string": "TEXT",
    "date": "TEXT",
    "boolean": "INTEGER",
    "integer": "INTEGER",
    "number": "REAL",
    "list": "TEXT",
}


def sqlite_ddl(table: str) -> str:
    """Make the CREATE TABLE statement of a table; dates are ISO 8601 text, lists JSON text, booleans 0 or 1."""
    declared = TABLES[table]
    lines = [
        *(_column(column) for column in declared.columns),
        f"PRIMARY KEY ({_names(declared.primary_key)})",
        *(_foreign_key(key.column, key.table, key.reference) for key in declared.foreign_keys),
        *(f"CHECK ({check})" for check in _party_checks(declared)),
    ]
    return f"CREATE TABLE {quoted(table)} (\n  " + ",\n  ".join(lines) + "\n) STRICT"


def sqlite_checks(table: str) -> list[str]:
    """Make the conditions of a table's checks: none of them is false in a row that may stay."""
    declared = TABLES[table]
    of_columns = (check for column in declared.columns for check in _checks(column, quoted(column.name)))
    return [*of_columns, *_party_checks(declared)]


def sqlite_indices(table: str) -> list[str]:
    """Make the CREATE INDEX statements of a table: foreign keys, facets and columns that rows are looked up by."""
    declared = TABLES[table]
    foreign = {key.column for key in declared.foreign_keys}
    wanted = [c.name for c in declared.columns if c.name in foreign or c.facet or c.index or c.name == declared.sort]
    single = [
        f"CREATE INDEX {quoted(f'{table}_{name}')} ON {quoted(table)} ({quoted(name)})"
        for name in wanted
        if declared.primary_key[0] != name
    ]
    return [*single, *(_index(table, number, held) for number, held in enumerate(declared.indices, start=1))]


def _index(table: str, number: int, held: str) -> str:
    columns, where, condition = held.partition(" where ")
    return f"CREATE INDEX {quoted(f'{table}_{number}')} ON {quoted(table)} ({columns}){where}{condition}"


def quoted(name: str) -> str:
    """Quote an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _names(names: tuple[str, ...]) -> str:
    return ", ".join(quoted(name) for name in names)


def _foreign_key(column: str, table: str, reference: str) -> str:
    return f"FOREIGN KEY ({quoted(column)}) REFERENCES {quoted(table)} ({quoted(reference)})"


def _column(column: Column) -> str:
    name = quoted(column.name)
    parts = [name, _TYPES[column.type]]
    if column.required:
        parts.append("NOT NULL")
    parts += [f"CHECK ({check})" for check in _checks(column, name)]
    return " ".join(parts)


def _checks(column: Column, name: str) -> Iterator[str]:
    if column.codes is not None:
        yield f"{name} IN ({', '.join(_text(value) for value in codes(column.codes).values)})"
    if column.type == "boolean":
        yield f"{name} IN (0, 1)"
    if column.type == "list":
        yield f"json_type({name}) = 'array'"
    if column.type == "date":
        yield f"{name} IS date({name}, '+0 days')"  # without a modifier SQLite lets 30 February pass
    if column.minimum is not None:
        yield f"{name} >= {column.minimum:g}"
    if column.maximum is not None:
        yield f"{name} <= {column.maximum:g}"
    if column.min_length is not None:
        yield f"length({name}) >= {column.min_length}"
    if column.max_length is not None:
        yield f"length({name}) <= {column.max_length}"


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"


def _party_checks(table: Table) -> Iterator[str]:
    for columns, comparison in ((table.exactly_one, "="), (table.at_most_one, "<=")):
        if columns:
            count = " + ".join(f"({quoted(column)} IS NOT NULL)" for column in columns)
            yield f"{count} {comparison} 1"
