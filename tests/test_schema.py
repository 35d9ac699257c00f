"""The declarations hold together, and all that is derived from them agrees with them."""

import json
import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from porto_verde import made_rows

from cases.schema import (
    TABLES,
    Column,
    SchemaError,
    Version,
    arrow_schema,
    codes,
    dataset,
    datasette_metadata,
    is_open_license,
    pandera_schema,
    sqlite_ddl,
    summaries,
    table_schema,
    to_arrow,
    vocabularies,
)
from cases.schema.loading import schemas_folder

COLUMNS = [(table.name, column) for table in TABLES.values() for column in table.columns]

SEVERAL_TYPES = {"start", "end"}
"""In "roles" an EDTF text, in "dates" a day, in "evidence" an offset: names that other tools rely on."""


def test_the_contract_tables_are_declared() -> None:
    expected = (
        "documents texts cases people organizations roles charges charge_history penalties amounts dates evidence "
        "offences findings corrections"
    )
    assert set(TABLES) == set(expected.split())


@pytest.mark.parametrize(
    ("table", "columns"),
    [
        (
            "documents",
            "document_id title published retrieved publisher author url language license redistributable path sha256 "
            "n_chars",
        ),
        ("texts", "document_id text"),
        ("cases", "case_id name person_id organization_id country court_id status first_date last_date"),
        ("people", "person_id name aliases nationality age age_on is_accused"),
        ("organizations", "organization_id name aliases kind country"),
        ("roles", "role_id person_id person title kind organization_id organization country start end is_former"),
        (
            "charges",
            "charge_id case_id person_id organization_id party offence conspiracy counts statute status country",
        ),
        (
            "charge_history",
            "charge_history_id charge_id status date asserted_by asserted_by_person_id asserted_by_organization_id "
            "document_id",
        ),
        ("penalties", "penalty_id case_id person_id organization_id party kind basis months life value currency"),
        (
            "amounts",
            "amount_id document_id text value value_min value_max currency qualifier kind person_id organization_id "
            "party case_id",
        ),
        ("dates", "date_id document_id text edtf start end precision event person_id organization_id party case_id"),
        ("evidence", "evidence_id table_name row_id document_id start end quote sentence method"),
        ("offences", "offence label iccs uncac"),
        (
            "findings",
            "party party_kind offence conspiracy status status_date asserted_by country case_id charge_id quote "
            "document_id title publisher published url",
        ),
        ("corrections", "correction_id table_name row_id column old new reason author date"),
    ],
)
def test_columns_that_other_tools_rely_on(table: str, columns: str) -> None:
    assert list(TABLES[table].column_names) == columns.split()


@pytest.mark.parametrize(("table", "column"), COLUMNS, ids=lambda value: getattr(value, "name", value))
def test_a_column_is_described_for_a_reader(table: str, column: Column) -> None:
    assert column.title and column.description.endswith(".")
    assert bool(column.null_means) != column.required, "either never null, or it says what null means"
    if column.type == "number":
        assert column.unit
    if column.codes is not None:
        assert codes(column.codes).values
    if column.format == "edtf":
        assert column.standard and column.standard.startswith("EDTF")


def test_a_shared_name_has_one_type() -> None:
    types: dict[str, set[str]] = {}
    for _, column in COLUMNS:
        types.setdefault(column.name, set()).add(column.type)
    assert {name for name, found in types.items() if len(found) > 1} == SEVERAL_TYPES


@pytest.mark.parametrize("table", TABLES)
def test_keys_labels_and_orders_are_columns(table: str) -> None:
    declared = TABLES[table]
    named = {*declared.primary_key, *declared.exactly_one, *declared.at_most_one, declared.label, declared.sort}
    assert named - {None} <= set(declared.column_names)
    assert all(declared[column].required for column in declared.primary_key)
    for key in declared.foreign_keys:
        assert TABLES[key.table].primary_key == (key.reference,)
        assert declared[key.column].type == TABLES[key.table][key.reference].type


def test_every_identifier_of_a_row_is_a_foreign_key() -> None:
    loose = [
        (table.name, column.name)
        for table in TABLES.values()
        for column in table.columns
        if column.name.endswith("_id")
        and (column.name,) != table.primary_key
        and column.name not in {key.column for key in table.foreign_keys}
    ]
    assert loose == [("evidence", "row_id"), ("corrections", "row_id")]  # they point into several tables


def test_the_letters_of_identifiers_differ() -> None:
    letters = [table.id_letter for table in TABLES.values() if table.id_letter]
    assert len(letters) == len(set(letters)) == 11


def test_every_code_list_is_used_and_labelled() -> None:
    used = {column.codes for _, column in COLUMNS}
    assert set(vocabularies()) - used == {"open_licenses"}
    for vocabulary in vocabularies().values():
        assert all(code.label for code in vocabulary.codes)
        assert len(set(vocabulary.values)) == len(vocabulary.values)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("charge_status", "alleged charged pleaded_not_guilty pleaded_guilty convicted acquitted dismissed"),
        ("penalty_basis", "imposed maximum minimum sought"),
        ("amount_qualifiers", "exact approximately at_least at_most vague"),
        ("date_precision", "day month year interval"),
        (
            "organization_kinds",
            "company bank government law_enforcement prosecution court military political criminal_group media ngo "
            "other",
        ),
        (
            "role_kinds",
            "public_office private_office criminal_group defendant prosecutor judge lawyer investigator spokesperson "
            "witness victim associate family",
        ),
        ("penalty_kinds", "imprisonment probation fine forfeiture restitution community_service ban other"),
        (
            "amount_kinds",
            "bribe embezzled laundered loss gain fine forfeiture restitution seized bail contract payment asset other",
        ),
        (
            "events",
            "conduct investigation arrest charge plea trial conviction sentencing resolution appeal hearing statement "
            "tenure extradition other",
        ),
    ],
)
def test_a_closed_list(name: str, expected: str) -> None:
    assert list(codes(name).values) == expected.split()


def test_the_tables_with_evidence_are_the_ones_that_evidence_may_name() -> None:
    assert set(codes("table_names").values) == {table.name for table in TABLES.values() if table.evidenced}


@pytest.mark.parametrize(
    ("offence", "iccs", "uncac"),
    [("bribery", "07031", "15, 16, 21"), ("tax_evasion", "08041", None), ("other", "1109", None)],
)
def test_international_codes(offence: str, iccs: str, uncac: str | None) -> None:
    assert (codes("offences")[offence].extra["iccs"], codes("offences")[offence].extra["uncac"]) == (iccs, uncac)


def test_an_accusation_never_reads_as_a_fact() -> None:
    labels = codes("charge_status")
    for status in ("alleged", "charged"):
        assert "no criminal charge" in labels[status].label or "not proven" in labels[status].label
    for kind in ("bribe", "embezzled", "laundered"):
        assert codes("amount_kinds")[kind].label.startswith("Reported")
    assert codes("role_kinds")["defendant"].label == "Accused"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("CC-BY-4.0", True),
        ("cc by 4.0", True),
        ("https://creativecommons.org/licenses/by/4.0", True),
        (" Public domain (US Government work)", True),
        ("copyright of the publisher", False),
        ("local-government press release", False),
        ("CC BY-NC 4.0", False),
        ("", False),
        (None, False),
    ],
)
def test_open_licences(text: str | None, expected: bool) -> None:
    assert is_open_license(text) is expected


def test_countries_and_currencies_are_texts() -> None:
    assert codes("countries")["NO"].label == "Norway"  # YAML would read a bare NO as false
    assert len(codes("countries").values) == 250
    assert all(len(value) == 3 for value in codes("currencies").values)


def test_an_unknown_list_is_an_error() -> None:
    with pytest.raises(SchemaError, match="no code list 'colours'"):
        codes("colours")


@pytest.mark.parametrize("table", TABLES)
def test_arrow_schema(table: str) -> None:
    schema = arrow_schema(table, Version("d" * 16, "1.2.3"))
    assert schema.names == list(TABLES[table].column_names)
    assert schema.metadata[b"data_version"] == b"d" * 16
    assert schema.metadata[b"code_version"] == b"1.2.3"
    assert schema.metadata[b"license"] == b"CC-BY-4.0"
    for field in schema:
        assert field.metadata[b"description"].decode() == TABLES[table][field.name].description
        assert field.nullable != TABLES[table][field.name].required


@pytest.mark.parametrize(
    ("table", "column", "expected"),
    [
        ("people", "aliases", pa.list_(pa.string())),
        ("people", "age", pa.int64()),
        ("people", "age_on", pa.date32()),
        ("people", "is_accused", pa.bool_()),
        ("amounts", "value", pa.float64()),
        ("roles", "start", pa.string()),
        ("dates", "start", pa.date32()),
        ("evidence", "start", pa.int64()),
    ],
)
def test_arrow_types(table: str, column: str, expected: pa.DataType) -> None:
    assert arrow_schema(table).field(column).type == expected


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"nickname": "x"}, r"people: row 1 lacks \[\] and has undeclared \['nickname'\]"),
        ({"age": "old"}, r"people: row 1, column age: 'old' is no int64"),
        ({"age_on": "2021-03-03"}, r"row 1, column age_on"),
        ({"name": None}, r"people: name is required, and 1 rows have no value there"),
        ({"name": "\ud800"}, r"row 1, column name"),
    ],
)
def test_rows_that_are_refused(change: dict[str, Any], message: str) -> None:
    rows = made_rows()["people"]
    rows[1] |= change
    with pytest.raises(SchemaError, match=message):
        to_arrow("people", rows)


def test_a_row_that_lacks_a_column_is_refused() -> None:
    rows = made_rows()["people"]
    del rows[0]["age"]
    with pytest.raises(SchemaError, match=r"people: row 0 lacks \['age'\]"):
        to_arrow("people", rows)


@pytest.mark.parametrize("table", TABLES)
def test_pandera_schema(table: str) -> None:
    schema = pandera_schema(table)
    assert list(schema.columns) == list(TABLES[table].column_names)
    assert schema.strict is True


PERSON = {
    "person_id": "p000000000000",
    "name": "Ana",
    "aliases": "[]",
    "nationality": "ES",
    "age": 1,
    "age_on": "2020-02-29",
    "is_accused": 0,
}


@pytest.mark.parametrize(
    "change",
    [
        {"nationality": "UK"},
        {"age": 131},
        {"age": "old"},
        {"age_on": "2021-02-29"},
        {"is_accused": 2},
        {"aliases": "{}"},
        {"aliases": None},
        {"name": ""},
        {"name": None},
    ],
)
def test_sqlite_refuses_what_is_not_declared(change: dict[str, Any]) -> None:
    database = sqlite3.connect(":memory:")
    database.execute(sqlite_ddl("people"))
    insert = f"INSERT INTO people VALUES ({', '.join(':' + name for name in PERSON)})"
    database.execute(insert, PERSON)
    with pytest.raises(sqlite3.IntegrityError):
        database.execute(insert, PERSON | {"person_id": "p000000000001"} | change)


def test_datasette_metadata() -> None:
    queries = {"who": {"sql": "select 1", "title": "Who"}}
    metadata = datasette_metadata(queries=queries)
    page = metadata["databases"]["cases"]
    assert page["queries"] == queries
    assert list(page["tables"]) == [*TABLES, *summaries()]
    assert page["tables"]["summary_who_accuses"] == {"hidden": True}
    charges = page["tables"]["charges"]
    assert charges["facets"] == ["offence", "conspiracy", "status", "country"]
    assert charges["label_column"] == "offence"
    assert charges["license"] and charges["source"]
    assert page["tables"]["documents"]["sort_desc"] == "published"
    assert "Empty: The documents do not tell it." in charges["columns"]["counts"]
    json.dumps(metadata)


def test_table_schema_for_frictionless() -> None:
    fields = {field["name"]: field for field in table_schema("charges")["fields"]}
    assert fields["status"]["constraints"] == {"required": True, "enum": list(codes("charge_status").values)}
    assert fields["status"]["categories"][0]["value"] == "alleged"
    assert table_schema("people")["fields"][2]["type"] == "array"
    assert {"fields": ["case_id"], "reference": {"resource": "cases", "fields": ["case_id"]}} in table_schema(
        "charges"
    )["foreignKeys"]


def test_the_dataset_is_described() -> None:
    assert dataset().license["name"] == "CC-BY-4.0"
    assert "not a finding of guilt" in " ".join(dataset().description.split())


def test_importing_loads_no_data_library() -> None:
    code = (
        "import sys, cases.schema as s; heavy = {'pandas', 'pandera', 'pyarrow', 'yaml', 'duckdb'} & set(sys.modules); "
        "sys.exit(', '.join(heavy) or 0)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[1] / "src")


def test_a_day_stays_a_day() -> None:
    table = to_arrow("documents", made_rows()["documents"])
    assert table.column("published").to_pylist() == [date(2021, 3, 4)]


def test_every_file_of_the_folder_is_declared() -> None:
    stems = {path.stem for path in schemas_folder().glob("*.yaml")}
    assert stems == {*TABLES, "dataset"}
