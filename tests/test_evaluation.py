"""The figures of the evaluation page are those of the extraction as it is, where the annotated documents are."""

import re
import sys
from pathlib import Path

import pytest

from cases.pipeline import build

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.evaluation import scoring  # noqa: E402

COLUMNS = {"train": slice(1, 5), "dev": slice(5, 9)}
PRECISION_OF = ("charges", "penalties", "roles")


def printed(folder: str) -> dict[str, list[float]]:
    """Table → precision, recall, F1 and strict F1 as the page has them."""
    page = (ROOT / "docs" / "evaluation.md").read_text("utf8")
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in re.findall(r"^\|.*\|$", page, re.M)]
    return {row[0]: [float(c) for c in row[COLUMNS[folder]]] for row in rows if len(row) == 10 and _is_figure(row[1])}


def _is_figure(cell: str) -> bool:
    return re.fullmatch(r"[01]\.\d{3}", cell) is not None


@pytest.fixture(scope="module", params=["train", "dev"])
def scored(request: pytest.FixtureRequest, gold: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, dict]:
    out = tmp_path_factory.mktemp("scored") / "build"
    build([gold / request.param / "raw"], out, use_cache=False)
    return request.param, scoring.score(gold, out, gold / request.param)["tables"]


def test_the_page_is_fresh(scored: tuple[str, dict]) -> None:
    folder, tables = scored
    fresh = {
        name: [round(row[key], 3) for key in ("precision", "recall", "f1", "strict_f1")] for name, row in tables.items()
    }
    assert printed(folder) == fresh, "run `make evaluation`"


def test_precision_comes_before_recall(scored: tuple[str, dict]) -> None:
    _, tables = scored
    assert all(tables[name]["precision"] >= 0.85 for name in PRECISION_OF)


def test_the_first_article_is_read_whole(gold: Path, seed_build: Path) -> None:
    tables = scoring.score(gold, seed_build, gold / "seed")["tables"]
    assert {name: (row["f1"], row["strict_f1"]) for name, row in tables.items()} == dict.fromkeys(tables, (1.0, 1.0))
