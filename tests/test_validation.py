"""Every rule: a sound build passes, and each altered value is named by table, row, column and rule."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from porto_verde import ANA, CASE, CHARGE, HALDEN, LUIS, TEXT, Rows, document_rows, key, made_rows, make_build

from cases.publish.parquet import ParquetWriter
from cases.schema import arrow_schema
from cases.validation import Failure, check_build, check_document, check_files, check_tables

Alter = Callable[[Rows], object]


def put(table: str, number: int, **values: Any) -> Alter:
    """Alter a row."""
    return lambda rows: rows[table][number].update(values)


def drop(table: str, number: int) -> Alter:
    """Remove a row."""
    return lambda rows: rows[table].pop(number)


def repeat(table: str) -> Alter:
    """Put the first row a second time."""
    return lambda rows: rows[table].append(dict(rows[table][0]))


BROKEN = [
    # a column by itself
    (put("charges", 0, offence="treason"), ("charges", CHARGE, "offence", "codes offences")),
    (put("people", 1, nationality="UK"), ("people", LUIS, "nationality", "codes countries")),
    (put("dates", 0, edtf="2021-02-30"), ("dates", key("dates"), "edtf", "EDTF")),
    (put("charge_history", 0, date="March 2021"), ("charge_history", key("charge_history"), "date", "EDTF")),
    (put("charges", 0, counts=0), ("charges", CHARGE, "counts", "minimum 1")),
    (put("people", 0, age=200), ("people", ANA, "age", "maximum 130")),
    (put("documents", 0, sha256="AB"), ("documents", "porto-verde", "sha256", "pattern [0-9a-f]{64}")),
    # the columns of a row together
    (put("charges", 0, organization_id=HALDEN), ("charges", CHARGE, "person_id", "exactly one party")),
    (put("charges", 0, person_id=None), ("charges", CHARGE, "person_id", "exactly one party")),
    (put("dates", 0, organization_id=HALDEN), ("dates", key("dates"), "person_id", "at most one party")),
    (
        put("charge_history", 0, asserted_by_organization_id=HALDEN),
        ("charge_history", key("charge_history"), "asserted_by_person_id", "at most one party"),
    ),
    (put("dates", 0, end=date(2021, 3, 4)), ("dates", key("dates"), "end", "EDTF agrees")),
    (put("dates", 0, start=None), ("dates", key("dates"), "start", "EDTF agrees")),
    (put("dates", 0, precision="month"), ("dates", key("dates"), "precision", "EDTF agrees")),
    (put("amounts", 0, value=39_999.0), ("amounts", key("amounts"), "value", "value between its bounds")),
    (put("amounts", 0, value_max=10.0), ("amounts", key("amounts"), "value_min", "value between its bounds")),
    (put("amounts", 1, value_min=1.0), ("amounts", key("amounts", 1), "qualifier", "qualifier agrees with the values")),
    (
        put("amounts", 0, qualifier="vague"),
        ("amounts", key("amounts"), "qualifier", "qualifier agrees with the values"),
    ),
    (put("penalties", 1, life=True), ("penalties", key("penalties", 1), "life", "life has no months")),
    (put("penalties", 0, currency=None), ("penalties", key("penalties"), "currency", "value has a currency")),
    (put("roles", 0, start="2020", end="2019-12"), ("roles", key("roles"), "end", "start before end")),
    (put("charges", 0, offence="conspiracy"), ("charges", CHARGE, "conspiracy", "conspiracy is conspiracy")),
    (put("people", 1, age_on=date(2021, 1, 1)), ("people", LUIS, "age_on", "age on a day")),
    (put("cases", 0, last_date=date(2020, 1, 1)), ("cases", CASE, "last_date", "start before end")),
    (
        put("evidence", 0, sentence="Another one."),
        ("evidence", key("evidence"), "sentence", "sentence holds the quote"),
    ),
    (put("evidence", 0, end=99), ("evidence", key("evidence"), "end", "span as long as its quote")),
    # the text
    (
        put("evidence", 1, quote="Luis Brendt", sentence="Luis Brendt"),
        ("evidence", key("evidence", 1), "quote", "quote as in the text"),
    ),
    (put("documents", 0, n_chars=5), ("documents", "porto-verde", "n_chars", "length of the text")),
    # between rows
    (put("charges", 0, person_id=key("people", 9)), ("charges", CHARGE, "person_id", "foreign key")),
    (put("cases", 0, court_id=key("organizations", 9)), ("cases", CASE, "court_id", "foreign key")),
    (repeat("charges"), ("charges", CHARGE, "charge_id", "unique key")),
    (repeat("findings"), ("findings", f"{CHARGE}/porto-verde", "charge_id", "unique key")),
    (drop("evidence", 12), ("dates", key("dates"), "", "evidence")),
    (put("people", 0, is_accused=False), ("people", ANA, "is_accused", "accused is who has a charge")),
    (put("people", 1, is_accused=True), ("people", LUIS, "is_accused", "accused is who has a charge")),
    (put("roles", 1, person_id=LUIS, person="Luis Brandt"), ("roles", key("roles", 1), "kind", "no accused bystander")),
]

IN_A_BUILD_ONLY = [
    (put("charges", 0, country="ES"), ("charges", CHARGE, "case_id", "party and country of the case")),
    (put("cases", 0, status="convicted"), ("cases", CASE, "status", "status of the charges")),
    (put("charges", 0, party="A. Ferrol"), ("charges", CHARGE, "party", "display name")),
    (put("amounts", 0, party=None), ("amounts", key("amounts"), "party", "display name")),
    (put("findings", 0, offence="bribery"), ("findings", f"{CHARGE}/porto-verde", "offence", "label of the offence")),
    (put("offences", 0, offence="fraud"), ("offences", "fraud", "offence", "unique key")),
    (drop("texts", 0), ("documents", "porto-verde", "document_id", "text of a redistributable document")),
    (put("evidence", 2, sentence=None), ("evidence", key("evidence", 2), "sentence", "sentence where the text is")),
    (put("evidence", 0, row_id=key("people", 9)), ("evidence", key("evidence"), "row_id", "evidence for a row")),
    (drop("charge_history", 0), ("charges", CHARGE, "charge_id", "charge has a history")),
]


def places(failures: list[Failure]) -> list[tuple[str, str, str, str]]:
    return [(failure.table, failure.row, failure.column, failure.rule) for failure in failures]


def test_a_sound_document_passes() -> None:
    assert check_document(document_rows(), TEXT) == []


@pytest.mark.parametrize(("alter", "expected"), BROKEN, ids=[f"{e[0]}-{e[2]}-{e[3]}" for _, e in BROKEN])
def test_a_document_with_a_broken_rule(alter: Alter, expected: tuple[str, str, str, str]) -> None:
    rows = document_rows()
    alter(rows)
    assert expected in places(check_document(rows, TEXT))


@pytest.mark.parametrize(
    ("alter", "expected"),
    [
        (lambda rows: rows["people"][0].pop("age"), ("people", ANA, "age", "columns")),
        (put("people", 0, nickname="x"), ("people", ANA, "nickname", "columns")),
        (put("people", 0, name=None), ("people", ANA, "name", "required")),
        (put("people", 0, age="51"), ("people", ANA, "age", "type integer")),
        (put("people", 0, is_accused=1), ("people", ANA, "is_accused", "type boolean")),
        (put("people", 0, aliases=["a", 1]), ("people", ANA, "aliases", "type list")),
        (put("dates", 0, start="2021-03-03"), ("dates", key("dates"), "start", "type date")),
        (put("penalties", 1, months=float("nan")), ("penalties", key("penalties", 1), "months", "type number")),
        (put("evidence", 0, quote="x" * 301, sentence=None), ("evidence", key("evidence"), "quote", "maxLength 300")),
        (put("texts", 0, text="another"), ("texts", "porto-verde", "text", "text unchanged")),
    ],
)
def test_a_document_whose_rows_no_file_would_hold(alter: Alter, expected: tuple[str, str, str, str]) -> None:
    rows = document_rows()
    alter(rows)
    assert expected in places(check_document(rows, TEXT))


def write_tables(folder: Path, rows: Rows) -> Path:
    with ParquetWriter(folder) as writer:
        for table, members in rows.items():
            writer.write(table, members)
    return folder


@pytest.mark.parametrize(
    ("alter", "expected"), BROKEN + IN_A_BUILD_ONLY, ids=[f"{e[0]}-{e[2]}-{e[3]}" for _, e in BROKEN + IN_A_BUILD_ONLY]
)
def test_tables_with_a_broken_rule(tmp_path: Path, alter: Alter, expected: tuple[str, str, str, str]) -> None:
    rows = made_rows()
    alter(rows)
    assert expected in places(check_tables(write_tables(tmp_path, rows)))


def test_a_sound_build_passes(tmp_path: Path) -> None:
    assert check_build(make_build(tmp_path)) == []


def test_a_public_build_without_a_closed_text_passes(tmp_path: Path) -> None:
    rows = made_rows()
    rows["documents"][0]["redistributable"] = False
    rows["texts"] = []
    for row in rows["evidence"]:
        row["sentence"] = None
    assert check_build(make_build(tmp_path, rows)) == []
    rows["evidence"][3]["sentence"] = "A sentence around mayor of Porto Verde."
    assert places(check_tables(write_tables(tmp_path / "again", rows))) == [
        ("evidence", key("evidence", 3), "sentence", "no sentence of a withheld text")
    ]


def test_a_failure_is_told_in_one_line() -> None:
    failure = Failure("charges", CHARGE, "offence", "codes offences", "'treason' breaks it")
    assert str(failure) == f"charges row {CHARGE} column offence: codes offences: 'treason' breaks it"


def test_files_that_were_altered(tmp_path: Path) -> None:
    build = make_build(tmp_path)
    with closing(sqlite3.connect(build / "cases.db")) as database, database:
        database.execute("DELETE FROM dates")
    (build / "parquet" / "notes.txt").write_text("mine")
    (build / "parquet" / "texts.parquet").unlink()
    assert sorted(places(check_files(build))) == [
        ("datapackage.json", "cases.db", "", "checksum"),
        ("datapackage.json", "parquet/notes.txt", "", "list of files"),
        ("datapackage.json", "parquet/texts.parquet", "", "list of files"),
        ("dates", "", "", "equal counts"),
    ]
    assert ("texts", "", "", "file") in places(check_build(build))


def test_a_descriptor_that_lists_too_little(tmp_path: Path) -> None:
    build = make_build(tmp_path)
    descriptor = json.loads((build / "datapackage.json").read_text())
    descriptor["resources"] = [one for one in descriptor["resources"] if one["name"] != "people"]
    (build / "datapackage.json").write_text(json.dumps(descriptor))
    assert set(places(check_files(build))) == {("datapackage.json", "parquet/people.parquet", "", "list of files")}


@pytest.mark.parametrize("content", ["", "[]", "{}"])
def test_a_descriptor_that_is_none(tmp_path: Path, content: str) -> None:
    build = make_build(tmp_path)
    (build / "datapackage.json").write_text(content)
    assert ("datapackage.json", "", "", "file") in places(check_build(build))


def test_columns_that_are_not_the_declared_ones(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, made_rows())
    path = folder / "offences.parquet"
    table = pq.read_table(path).drop_columns("iccs").append_column("more", pa.nulls(25))
    pq.write_table(table.set_column(1, "label", pa.array([1] * 25)), path)
    assert sorted(places(check_tables(folder))) == [
        ("offences", "", "iccs", "columns"),
        ("offences", "", "label", "type"),
        ("offences", "", "more", "columns"),
    ]


def test_a_missing_value_is_named(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, made_rows())
    path = folder / "people.parquet"
    nullable = pa.schema([field.with_nullable(True) for field in arrow_schema("people")])
    rows = pq.read_table(path).to_pylist()
    rows[1]["name"] = None
    pq.write_table(pa.Table.from_pylist(rows, nullable), path)
    assert ("people", LUIS, "name", "required") in places(check_tables(folder))


def test_a_broken_file_is_named(tmp_path: Path) -> None:
    folder = write_tables(tmp_path, made_rows())
    (folder / "roles.parquet").write_bytes(b"PAR1 no more")
    assert places(check_tables(folder)) == [("roles", "", "", "file")]
