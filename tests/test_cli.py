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


HARM = "\x1b[31m\x1b]0;owned\x07"
NAMES = (
    f"a{HARM}.txt", "b\u202etxt.pdf", f"c{HARM}.yaml", f"d{HARM}.xyz", f"e{HARM}/f.txt", f"g{HARM}.jsonl", "h\ni.txt",
)  # fmt: skip
SIDECARS = (
    'title: "\\e[31m"',
    '"\\e[31m": x',
    'published: "\\e[31m"',
    'language: "\\u202e"',
    "url: \u2066",
    "\x1b[31m: x",
)
LINES = ('{"id": "\\u001b[31m", "text": "x"}', '{"id": "x", "text": "x", "\\u001b[31m": "x"}', "\x1b[31m")


def test_nothing_that_a_document_says_reaches_the_terminal_as_it_is(tmp_path: Path) -> None:
    """Names, sidecars and lines with escape sequences, control characters and marks that turn the writing round."""
    raw = tmp_path / "raw"
    files = dict.fromkeys(NAMES, "Anna Kowalski was charged with bribery in Oslo.")
    files |= {f"s{number}.yaml": sidecar for number, sidecar in enumerate(SIDECARS)}
    files |= {f"s{number}.txt": f"Bribery case {number}" for number in range(len(SIDECARS))}
    files |= {
        "good.txt": f"Anna Kowalski was charged with {HARM} bribery in Oslo on Monday." + " He denied it." * 30,
        "z.jsonl": "\n".join(LINES),
    }
    for name, text in files.items():
        (raw / name).parent.mkdir(exist_ok=True, parents=True)
        (raw / name).write_text(text, "utf8")
    build = run(tmp_path, "build", "--out", f"o{HARM}")
    assert build.returncode == 0
    assert build.stderr.count("\nrejected ") + 1 == len(NAMES) - 1 + len(SIDECARS) + len(LINES)
    told = [build]
    told += [run(tmp_path, command, str(raw / NAMES[0])) for command in ("add", "extract", "validate", "build")]
    told += [run(tmp_path, "extract", "raw/good.txt"), run(tmp_path, "validate", f"o{HARM}")]
    for one in told:
        shown = (one.stdout + one.stderr).replace("\n", "")
        assert shown.isprintable(), one
        assert "Traceback" not in shown
