"""``cases diff``: one more document, one correction and one merged person are told as exactly that."""

import json
from collections.abc import Callable
from pathlib import Path

from made import Rows, row, rows
from typer.testing import CliRunner

from cases import open_build
from cases.cli import app
from cases.compare import Change, Merge, as_text, compare_builds


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
    assert "  ~ p000000000001 age: 54 → 55" in lines


def test_equal_builds_do_not_differ(made_build: Path) -> None:
    assert list(as_text(compare_builds(open_build(made_build), open_build(made_build)))) == ["no difference"]


def test_machines_get_json(made_build: Path, build_of: Callable[[Rows], Path]) -> None:
    done = CliRunner().invoke(app, ["diff", str(made_build), str(build_of(_later())), "--json"])
    assert done.exit_code == 0
    assert json.loads(done.output)["documents"] == {"added": ["d-3"], "removed": [], "modified": [], "merged": []}
