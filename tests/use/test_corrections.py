"""Corrections: checked when they are read, applied where the old value stands, and loud where it is gone."""

import csv
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from cases import TABLES, open_build
from cases.amend import read_amendments
from cases.errors import CasesError
from cases.exports import export_build
from cases.frames.status import of_case
from cases.pipeline import build
from cases.validation import check_build

GOOD = {"table": "penalties", "row": "n000000000001", "column": "months", "old": 24, "new": 30}
ABOUT = {"reason": "court record", "author": "A. Editor", "date": "2026-01-31"}


def _written(place: Path, entries: Any) -> Path:
    """Writes the file beside a folder of sources; dates stand there as people write them, without quotes."""
    raw = place / "raw"
    raw.mkdir(exist_ok=True)
    (place / "corrections.yaml").write_text(yaml.safe_dump(entries).replace("'2026-01-31'", "2026-01-31"), "utf-8")
    return raw


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"table": "crimes"}, "values of crimes cannot be corrected"),
        ({"table": "documents", "column": "title"}, "values of documents cannot be corrected"),
        ({"column": "month"}, "penalties has no column 'month'"),
        ({"column": "person_id"}, "penalties has no column 'person_id'"),
        ({"reason": ""}, "lacks reason"),
        ({"author": None}, "lacks author"),
        ({"date": "last week"}, "date is 'last week', which is no day"),
        ({"why": "x"}, "has the unknown key why"),
        ({"new": "thirty"}, "'thirty' is no number"),
        ({"new": True}, "True is no number"),
        ({"column": "kind", "old": "fine", "new": "jail"}, "'jail' is no code of kind"),
        ({"column": "kind", "old": "fine", "new": None}, "kind cannot be empty"),
        ({"table": "dates", "column": "edtf", "old": "2023", "new": "2023-13"}, "'2023-13' is no EDTF date"),
        ({"remove": True}, "removes a row and changes a value"),
        ({"table": "people", "remove": True}, "rows of people cannot be removed"),
        ({"table": "cases", "column": "status"}, "values of cases cannot be corrected"),
        ({"column": "party"}, "penalties.party follows from other values; correct the name in people"),
        ({"table": "people", "column": "is_accused"}, "people.is_accused follows from other values"),
        ({"table": "dates", "column": "start"}, "dates.start follows from other values; correct edtf"),
    ],
)
def test_a_wrong_entry_is_told_with_its_place(tmp_path: Path, change: dict[str, Any], words: str) -> None:
    raw = _written(tmp_path, [GOOD | ABOUT, GOOD | ABOUT | change])
    with pytest.raises(CasesError) as caught:
        read_amendments([raw])
    assert words in str(caught.value)
    assert "corrections.yaml: entry 2" in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("a: b", "is no list"),
        ("- {", "is no YAML"),
        ("- p12", "'p12' is no person id"),
        ("- {who: x}", "unknown key who"),
        ("- {person: p0123456789ab, also: Crab}", "also is no list of names"),
        ("- {person: p0123456789ab, also: ['12']}", "also is no list of names"),
    ],
)
def test_a_wrong_list_of_people_is_told(tmp_path: Path, text: str, words: str) -> None:
    (tmp_path / "suppressed.yaml").write_text(text, "utf-8")
    with pytest.raises(CasesError, match=words):
        read_amendments([tmp_path / "raw"])


def test_nothing_there_is_nothing_to_amend(tmp_path: Path) -> None:
    assert read_amendments([tmp_path / "raw"]).corrections == ()


TEXT = (
    "A jury in Texas convicted Robert Smith of fraud on 4 March 2024. Judge Anna Jones sentenced Smith to 24 months in "
    "prison. Prosecutors also charged Robert Smith with bribery. Smith paid $2 million in bribes, prosecutors said."
)


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "smith.txt").write_text(TEXT, "utf-8")
    build([tmp_path / "raw"], tmp_path / "build", workers=1)
    return tmp_path


def _rows(place: Path, table: str) -> list[dict[str, Any]]:
    return open_build(place / "build").load(table, engine="arrow").to_pylist()


def _again(place: Path, *entries: dict[str, Any]) -> None:
    build([_written(place, [entry | ABOUT for entry in entries])], place / "build", workers=1)
    assert check_build(place / "build") == []


def test_values_change_everywhere_and_the_evidence_stays(place: Path) -> None:
    [smith] = [r for r in _rows(place, "people") if r["name"] == "Robert Smith"]
    [fraud] = [r for r in _rows(place, "charges") if r["offence"] == "fraud"]
    quotes = sorted(r["quote"] for r in _rows(place, "evidence"))
    _again(
        place,
        {"table": "people", "row": smith["person_id"], "column": "name", "old": "Robert Smith", "new": "Rob Smith"},
        {"table": "charges", "row": fraud["charge_id"], "column": "status", "old": "convicted", "new": "acquitted"},
    )
    assert {r["party"] for r in _rows(place, "charges")} == {"Rob Smith"}
    findings = {r["offence"]: (r["party"], r["status"]) for r in _rows(place, "findings")}
    assert findings["Fraud"] == ("Rob Smith", "acquitted")
    assert {r["offence"]: r["status"] for r in _rows(place, "charges")} == {"fraud": "acquitted", "bribery": "charged"}
    reached = {r["case_id"]: [c["status"] for c in _rows(place, "charges") if c["case_id"] == r["case_id"]]
               for r in _rows(place, "cases")}  # fmt: skip
    assert {r["case_id"]: r["status"] for r in _rows(place, "cases")} == {k: of_case(v) for k, v in reached.items()}
    assert sorted(r["quote"] for r in _rows(place, "evidence")) == quotes
    told = [(r["table_name"], r["column"], r["old"], r["new"], r["author"]) for r in _rows(place, "corrections")]
    assert told == [
        ("people", "name", "Robert Smith", "Rob Smith", "A. Editor"),
        ("charges", "status", "convicted", "acquitted", "A. Editor"),
    ]


def test_a_removed_charge_takes_all_that_hangs_on_it(place: Path) -> None:
    [bribery] = [r for r in _rows(place, "charges") if r["offence"] == "bribery"]
    _again(place, {"table": "charges", "row": bribery["charge_id"], "remove": True})
    assert {r["offence"] for r in _rows(place, "charges")} == {"fraud"}
    assert {r["offence"] for r in _rows(place, "findings")} == {"Fraud"}
    assert bribery["charge_id"] not in {r["charge_id"] for r in _rows(place, "charge_history")}
    assert bribery["charge_id"] not in {r["row_id"] for r in _rows(place, "evidence")}
    [told] = _rows(place, "corrections")
    assert (told["row_id"], told["column"], told["new"]) == (bribery["charge_id"], None, None)


@pytest.mark.parametrize(
    ("row", "old", "words"),
    [
        (None, "pleaded_guilty", "status is 'convicted' now, not 'pleaded_guilty'"),
        ("g0", "convicted", "charges has no row g0"),
    ],
)
def test_a_value_that_is_gone_stops_the_build(place: Path, row: str | None, old: str, words: str) -> None:
    [fraud] = [r for r in _rows(place, "charges") if r["offence"] == "fraud"]
    entry = {"table": "charges", "row": row or fraud["charge_id"], "column": "status", "old": old, "new": "acquitted"}
    with pytest.raises(CasesError, match=words):
        _again(place, entry)


def test_a_case_takes_the_country_of_its_charges(place: Path) -> None:
    one, other = (
        {"table": "charges", "row": r["charge_id"], "column": "country", "old": None} for r in _rows(place, "charges")
    )
    with pytest.raises(CasesError, match=r"entry \d: charges .*: party and country of the case"):
        _again(place, one | {"new": "US"}, other | {"new": "MX"})
    _again(place, one | {"new": "MX"}, other | {"new": "MX"})
    assert [(r["name"], r["country"]) for r in _rows(place, "cases")] == [("Robert Smith, Mexico", "MX")]


def test_a_row_that_does_not_fit_together_stops_the_build(place: Path) -> None:
    [bribe] = [r for r in _rows(place, "amounts") if r["kind"] == "bribe"]
    about = {"table": "amounts", "row": bribe["amount_id"]}
    qualifier = about | {"column": "qualifier", "old": "exact", "new": "at_least"}
    with pytest.raises(CasesError, match=r"entry 1: amounts .*: qualifier agrees with the values"):
        _again(place, qualifier)
    _again(place, qualifier, about | {"column": "value_min", "old": None, "new": 2_000_000})
    assert [(r["qualifier"], r["value_min"]) for r in _rows(place, "amounts")] == [("at_least", 2_000_000)]


def test_a_corrected_name_that_is_withheld_stops_the_build(place: Path) -> None:
    [smith] = [r for r in _rows(place, "people") if r["name"] == "Robert Smith"]
    (place / "suppressed.yaml").write_text(f"- {smith['person_id']}\n", "utf-8")
    entry = {"table": "people", "row": smith["person_id"], "column": "name", "old": "Robert Smith", "new": "Rob Smith"}
    with pytest.raises(CasesError, match=r"name is '\[withheld\]' now, not 'Robert Smith'"):
        _again(place, entry)


def test_exports_tell_it_beside_each_value_that_follows(place: Path) -> None:
    [smith] = [r for r in _rows(place, "people") if r["name"] == "Robert Smith"]
    fraud, bribery = sorted(_rows(place, "charges"), key=lambda row: row["offence"], reverse=True)
    _again(
        place,
        {"table": "people", "row": smith["person_id"], "column": "name", "old": "Robert Smith", "new": "Rob Smith"},
        {"table": "charges", "row": fraud["charge_id"], "column": "status", "old": "convicted", "new": "acquitted"},
        {"table": "charges", "row": bribery["charge_id"], "column": "counts", "old": None, "new": 2},
    )
    name, status = "corrected from Robert Smith (court record)", "status corrected from convicted (court record)"
    expected = {
        "people": {"Rob Smith": f"name {name}", "Anna Jones": ""},
        "charges": {
            "fraud": f"{status}; party {name}",
            "bribery": f"counts corrected from nothing (court record); party {name}",
        },
        "findings": {"Fraud": f"{status}; party {name}", "Bribery": f"party {name}"},
        "cases": {"Rob Smith": f"name {name}"},
        "roles": {"Rob Smith": f"person {name}", "Anna Jones": ""},
        "penalties": {"Rob Smith": f"party {name}"},
    }
    opened = open_build(place / "build")
    export_build(opened, "csv", place / "csv")
    for table, told in expected.items():
        key = next(c for c in ("offence", "name", "person", "party") if c in TABLES[table].column_names)
        with (place / "csv" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
            assert {line[key]: line["corrected_from"] for line in csv.DictReader(file)} == told, table
    export_build(opened, "xlsx", place / "xlsx")
    sheet = openpyxl.load_workbook(place / "xlsx" / "cases.xlsx")["findings"]
    assert {cell.value for cell in list(sheet.columns)[-1]} == {"corrected_from", *expected["findings"].values()}
    for form, file in (("ftm", "entities.ftm.json"), ("annotations", "annotations.jsonld")):
        export_build(opened, form, place / form)
        text = (place / form / file).read_text("utf-8")
        assert f"name {name}" in text
        assert status in text
