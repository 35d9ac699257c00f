"""``cases diff``: one more document, one correction and one merged person are told as exactly that."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from made import Rows, row, rows
from typer.testing import CliRunner

from cases import open_build
from cases.cli import app
from cases.compare import Change, Merge, as_text, compare_builds
from cases.pipeline import build


def _later() -> Rows:
    """One more document; Ron Ito is joined with Zoë Núñez; his charge's status and case follow; one value differs."""
    content = rows()
    content["documents"].append(
        row("documents", document_id="d-3", redistributable=False, path="d-3.txt", sha256="2" * 64, n_chars=3)
    )
    content["people"] = content["people"][:1]
    for table in ("charges", "penalties", "cases"):
        for one in content[table]:
            one["person_id"] = "p000000000001"
    for one in content["evidence"]:
        if one["row_id"] == "p000000000002":
            one["row_id"] = "p000000000001"
    content["people"][0]["age"] = 55
    return content


def test_what_changed_is_told(made_build: Path, build_of: Callable[[Rows], Path]) -> None:
    found = compare_builds(open_build(made_build), open_build(build_of(_later())))
    assert found["documents"].added == ["d-3"]
    assert found["people"].removed == []
    assert found["people"].merged == [Merge("p000000000002", "p000000000001", "Ron Ito", "Zoë Núñez")]
    assert found["people"].modified == [Change("p000000000001", "age", "54", "55")]
    assert found["charges"].modified == [Change("g000000000002", "person_id", "p000000000002", "p000000000001")]
    assert not found["organizations"]
    lines = list(as_text(found))
    assert "people: 0 added, 0 removed, 1 modified, 1 merged" in lines
    assert "  > p000000000002 (Ron Ito) is now p000000000001 (Zoë Núñez)" in lines
    assert "  ~ p000000000001 (Zoë Núñez) age: 54 → 55" in lines
    assert "  ~ g000000000002 (Ron Ito, fraud, convicted) person_id: p000000000002 → p000000000001" in lines


def test_equal_builds_do_not_differ(made_build: Path) -> None:
    assert list(as_text(compare_builds(open_build(made_build), open_build(made_build)))) == ["no difference"]


def test_machines_get_json(made_build: Path, build_of: Callable[[Rows], Path]) -> None:
    done = CliRunner().invoke(app, ["diff", str(made_build), str(build_of(_later())), "--json"])
    assert done.exit_code == 0
    assert json.loads(done.output)["documents"] == {"added": ["d-3"], "removed": [], "modified": [], "merged": []}


# Two spellings become one person when a third document shows that the same people stand around both.
DOCUMENTS = {
    "a": "Prosecutors in Texas charged Maria Lopez, a former mayor, with bribery on Monday. Judge Anna Jones sentenced "
    "Robert Smith to 24 months in prison for fraud.",
    "b": "Mariah Lopez, a former mayor, pleaded guilty to bribery in Texas. Judge Anna Jones fined Mariah Lopez "
    "$3,000. Mariah Lopez took a bribe of $70,000 in 2019. Prosecutor Peter Miller spoke to reporters.",
}
THIRD = "Prosecutor Peter Miller met Maria Lopez."
CORRECTION = """- {{table: penalties, row: {}, column: months, old: 24, new: 30,
   reason: court record, author: A. Editor, date: 2026-01-31}}"""


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Builds ``old``, and ``new`` with one more document, one correction and one merged person."""
    place = tmp_path_factory.mktemp("compared")
    raw = place / "raw"
    raw.mkdir()
    for day, (name, text) in enumerate(DOCUMENTS.items(), start=6):
        (raw / f"{name}.txt").write_text(text, "utf-8")
        (raw / f"{name}.yaml").write_text(f"published: 2024-03-0{day}", "utf-8")
    build([raw], place / "old", workers=1)
    (raw / "c.txt").write_text(THIRD, "utf-8")
    [sentence] = [row for row in _rows(place / "old", "penalties") if row["months"] == 24]
    (place / "corrections.yaml").write_text(CORRECTION.format(sentence["penalty_id"]), "utf-8")
    build([raw], place / "new", workers=1)
    return place


def _rows(folder: Path, table: str) -> list[dict[str, Any]]:
    return open_build(folder).load(table, engine="arrow").to_pylist()


def _ids(folder: Path, table: str, **wanted: str) -> str:
    [row] = [row for row in _rows(folder, table) if wanted.items() <= row.items()]
    return str(next(iter(row.values())))


def test_one_document_one_correction_one_merged_person(place: Path) -> None:
    maria, mariah = (_ids(place / "old", "people", name=name) for name in ("Maria Lopez", "Mariah Lopez"))
    done = CliRunner().invoke(app, ["diff", str(place / "old"), str(place / "new")])
    assert done.exit_code == 0
    lines = done.output.splitlines()
    told = dict(line.split(": ") for line in lines if not line.startswith(" "))
    assert {table: told[table] for table in ("people", "charges", "cases", "documents", "texts", "corrections")} == {
        "people": "0 added, 0 removed, 1 modified, 1 merged",
        "charges": "0 added, 0 removed, 1 modified, 1 merged",
        "cases": "0 added, 0 removed, 1 modified, 1 merged",
        "documents": "1 added, 0 removed, 0 modified, 0 merged",
        "texts": "1 added, 0 removed, 0 modified, 0 merged",
        "corrections": "1 added, 0 removed, 0 modified, 0 merged",
    }
    pleaded = _ids(place / "old", "charges", party="Mariah Lopez")
    fine = _ids(place / "old", "penalties", kind="fine")
    assert {
        f"  > {mariah} (Mariah Lopez) is now {maria} (Mariah Lopez)",
        f"  ~ {maria} (Mariah Lopez) name: Maria Lopez → Mariah Lopez",
        f"  ~ {maria} (Mariah Lopez) aliases:  → Maria Lopez",
        f"  > {pleaded} is now {_ids(place / 'new', 'charges', offence='bribery')}",
        f"  ~ {fine} (Mariah Lopez) penalty_id: {fine} → {_ids(place / 'new', 'penalties', kind='fine')}",
        f"  ~ {fine} (Mariah Lopez) person_id: {mariah} → {maria}",
        f"  ~ {_ids(place / 'old', 'penalties', kind='imprisonment')} (Robert Smith) months: 24 → 30",
        f"  + {_ids(place / 'new', 'corrections', author='A. Editor')}",
        "  + c",
    } <= set(lines)


def test_machines_are_told_the_same(place: Path) -> None:
    done = CliRunner().invoke(app, ["diff", str(place / "old"), str(place / "new"), "--json"])
    told = json.loads(done.output)
    maria, mariah = (_ids(place / "old", "people", name=name) for name in ("Maria Lopez", "Mariah Lopez"))
    assert told["people"]["merged"] == [
        {"row": mariah, "into": maria, "name": "Mariah Lopez", "into_name": "Mariah Lopez"}
    ]
    assert {table: one["added"] for table, one in told.items() if one["added"] and table != "evidence"} == {
        "documents": ["c"],
        "texts": ["c"],
        "corrections": [_ids(place / "new", "corrections", author="A. Editor")],
    }
    of_third = [row["evidence_id"] for row in _rows(place / "new", "evidence") if row["document_id"] == "c"]
    assert sorted(told["evidence"]["added"]) == sorted(of_third)
    assert [table for table, one in told.items() if one["removed"]] == []
    sentence = _ids(place / "old", "penalties", kind="imprisonment")
    changed = [one for one in told["penalties"]["modified"] if one["row"] == sentence]
    assert changed == [{"row": sentence, "column": "months", "old": "24", "new": "30"}]


def test_a_removed_row_is_no_row_that_shares_its_words(made_build: Path, build_of: Callable[[Rows], Path]) -> None:
    content = rows()
    content["charges"].append({**content["charges"][1], "charge_id": "g000000000003", "offence": "bribery"})
    content["evidence"].append({**content["evidence"][4], "evidence_id": "e0000000000ff", "row_id": "g000000000003"})
    found = compare_builds(open_build(build_of(content)), open_build(made_build))
    assert found["charges"].removed == ["g000000000003"]
    assert found["charges"].merged == []
