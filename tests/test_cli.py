"""The command line as a person meets it: exit codes, and one line for an error."""

import subprocess
import sys
from pathlib import Path

import pytest


def run(place: Path, *words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "cases", *words]
    return subprocess.run(command, cwd=place, capture_output=True, text=True, check=False)


def test_the_version_names_code_and_data(seed_build: Path, tmp_path: Path) -> None:
    assert run(seed_build.parent, "--version").stdout.startswith("cases 0.1.0, data ")
    assert "no data to read" in run(tmp_path, "--version").stdout


@pytest.mark.parametrize(
    ("covers", "words", "code", "said"),
    [
        ("no such folder", ("build", "nowhere", "--out", "b"), 1, "nowhere"),
        ("a call that is wrong", ("build", "--wrokers", "2"), 2, "--wrokers"),
        ("a scheduler without a cluster", ("build", "--scheduler", "tcp://127.0.0.1:1"), 2, "goes with --engine dask"),
        ("no build to check", ("validate", "nowhere"), 1, "nowhere: is no build"),
        ("no such document", ("extract", "nowhere.txt"), 1, "nowhere.txt"),
    ],
)
def test_an_error_is_told_without_a_traceback(
    tmp_path: Path, covers: str, words: tuple[str, ...], code: int, said: str
) -> None:
    done = run(tmp_path, *words)
    assert (done.returncode, "Traceback" in done.stderr) == (code, False), covers
    assert said in done.stderr, covers


def test_strict_refuses_what_was_rejected(tmp_path: Path) -> None:
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "good.txt").write_text("Anna Kowalski was charged with bribery in Oslo on Monday.", "utf8")
    (tmp_path / "raw" / "empty.txt").write_text("", "utf8")
    assert run(tmp_path, "build", "--out", "loose").returncode == 0
    done = run(tmp_path, "build", "--out", "strict", "--strict")
    assert done.returncode == 1
    assert "empty.txt" in done.stderr
