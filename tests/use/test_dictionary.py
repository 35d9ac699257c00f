"""The data dictionary in the docs is that of the declarations and of the dataset."""

from pathlib import Path

import pytest

from cases import TABLES, open_build
from cases.dictionary import pages, write_pages
from cases.schema import vocabularies

FOLDER = Path(__file__).parents[2] / "docs" / "dictionary"


def test_the_pages_are_fresh(seed_build: Path) -> None:
    made = pages(open_build(seed_build))
    there = {path.relative_to(FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in FOLDER.rglob("*.md")}
    stale = sorted(path for path in made.keys() | there.keys() if made.get(path) != there.get(path))
    assert not stale, "these pages are stale: run `make docs`"


@pytest.mark.parametrize("table", list(TABLES))
def test_every_column_is_described(made_build: Path, table: str) -> None:
    page = pages(open_build(made_build))[f"{table}.md"]
    for column in TABLES[table].columns:
        assert f"`{column.name}`" in page
        assert column.description.split(".")[0].replace("|", "\\|")[:40] in page


def test_shares_and_examples_are_those_of_the_rows(made_build: Path) -> None:
    page = pages(open_build(made_build))["people.md"]
    [age] = [line for line in page.splitlines() if line.startswith("| `age` ")]
    assert "integer, in years" in age
    assert age.endswith("| The documents do not state it. | 50% | `54` |")
    [aliases] = [line for line in page.splitlines() if line.startswith("| `aliases` ")]
    assert aliases.endswith('| never null | 0% | `Núñez; the "Crab"` |')


def test_pages_of_tables_that_are_no_more_go(made_build: Path, tmp_path: Path) -> None:
    (tmp_path / "crimes.md").write_text("old")
    write_pages(open_build(made_build), tmp_path)
    assert not (tmp_path / "crimes.md").exists()
    assert (tmp_path / "codes" / "offences.md").is_file()
    assert len(list((tmp_path / "codes").iterdir())) == len(vocabularies())
