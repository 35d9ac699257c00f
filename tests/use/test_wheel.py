"""The wheel: what is in it, what is not, and that it fails with one line where nothing was built."""

import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from made import Rows, rows

ROOT = Path(__file__).parents[2]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what a wheel is made of, without a build."""
    for name in ("src", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "hatch_build.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path


def _wheel(checkout: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel"]
    return subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)


def test_without_a_build_it_says_so_in_one_line(checkout: Path) -> None:
    done = _wheel(checkout)
    assert done.returncode != 0
    assert "holds no built dataset; make one first: make build" in done.stderr + done.stdout
    assert "Traceback" not in done.stderr


def test_it_carries_the_public_tables_and_leaves_the_tree_alone(
    checkout: Path, build_of: Callable[[Rows], Path], tmp_path: Path
) -> None:
    content = rows()
    content["documents"][0]["redistributable"] = False
    content["documents"][1]["redistributable"] = True
    content["texts"] = [{"document_id": "d-1", "text": "secret"}, {"document_id": "d-2", "text": "shared!"}]
    content["evidence"][0]["document_id"] = "d-2"
    shutil.copytree(build_of(content), checkout / "build")
    done = _wheel(checkout)
    assert done.returncode == 0, done.stderr
    assert not (checkout / "src" / "cases" / "data").exists()

    [wheel] = (checkout / "dist").glob("corruption_cases-*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "installed")
    package = tmp_path / "installed" / "cases"
    assert (package / "py.typed").is_file()
    assert (package / "schemas" / "codes" / "offences.yaml").is_file()
    data = package / "data" / "parquet"
    assert pq.read_table(data / "texts.parquet").to_pylist() == [{"document_id": "d-2", "text": "shared!"}]
    sentences = pq.read_table(data / "evidence.parquet")["sentence"].to_pylist()
    assert sentences[0] == rows()["evidence"][0]["sentence"]
    assert sentences[1:] == [None] * (len(sentences) - 1)
    original = checkout / "build" / "parquet" / "people.parquet"
    assert pq.read_table(data / "people.parquet").equals(pq.read_table(original), check_metadata=True)
