"""The documentation: every block of code runs as written, every command and function is described, the site builds."""

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import pytest
import yaml

import cases
from cases.amend import read_amendments
from cases.cli import app

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
PAGES = [*sorted(p for p in DOCS.rglob("*.md") if "dictionary" not in p.parts), ROOT / "README.md"]
FENCE = re.compile(r"^( *)```(\w+)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
TARGETS = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))


@dataclass(frozen=True)
class Block:
    """A fenced block of a page, without its indentation."""

    language: str
    code: str


def _blocks(page: Path) -> list[Block]:
    found = FENCE.findall(page.read_text("utf-8"))
    return [
        Block(language, "\n".join(line.removeprefix(pad) for line in code.split("\n"))) for pad, language, code in found
    ]


@pytest.fixture(scope="module")
def place(seed_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as a reader has it: sources, and a build of them."""
    folder = tmp_path_factory.mktemp("reader")
    shutil.copytree(ROOT / "raw", folder / "raw")
    shutil.copytree(seed_build, folder / "build")
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_python_runs_as_written(page: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)
    monkeypatch.delenv("CASES_BUILD", raising=False)
    known: dict[str, object] = {}
    for block in _blocks(page):
        if block.language == "python":
            exec(compile(block.code, str(page), "exec"), known)


def _serves(words: list[str], place: Path) -> None:
    """The command answers with a page; on a free port in place of the printed one, and stopped after that."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    words = [port if before == "--port" else word for before, word in zip(["", *words], words, strict=False)]
    words += [] if "--port" in words else ["--port", port]
    base = words[words.index("--base-url") + 1] if "--base-url" in words else "/"
    command = [sys.executable, "-m", "cases", *words]
    server = subprocess.Popen(command, cwd=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        assert _answer(f"http://127.0.0.1:{port}{base}") == 200, words
    finally:
        server.terminate()
        server.wait(30)


def _answer(address: str, seconds: float = 60) -> int | None:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        with suppress(OSError), urlopen(address, timeout=20) as page:
            return int(page.status)
        time.sleep(0.2)
    return None


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_commands_run_as_written(page: Path, place: Path) -> None:
    lines = [line for block in _blocks(page) if block.language == "console" for line in block.code.splitlines() if line]
    for line in lines:
        program, *words = line.partition("#")[0].removeprefix("$ ").split()
        if program == "make":
            assert set(words) <= TARGETS, line
            continue
        assert program == "cases", line
        if words[0] == "serve":
            _serves(words, place)
            continue
        command = [sys.executable, "-m", "cases", *words]
        done = subprocess.run(command, cwd=place, env=os.environ, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}\n{done.stderr}"


def test_the_files_of_people_are_what_the_build_reads(tmp_path: Path) -> None:
    fix = [b.code for b in _blocks(DOCS / "how-to" / "fix-a-value.md") if b.language == "yaml"]
    withhold = [b.code for b in _blocks(DOCS / "how-to" / "withhold-a-name.md") if b.language == "yaml"]
    (tmp_path / "corrections.yaml").write_text("\n".join(fix), "utf-8")
    (tmp_path / "suppressed.yaml").write_text("\n".join(withhold), "utf-8")
    read = read_amendments([tmp_path / "raw"])
    assert [(one.table, one.old, one.new) for one in read.corrections] == [("charges", "convicted", "acquitted")]
    assert [one.person for one in read.suppressed] == ["p0123456789ab"]


def test_the_sidecar_of_the_docs_is_read(tmp_path: Path) -> None:
    [sidecar] = [b.code for b in _blocks(DOCS / "how-to" / "add-an-article.md") if b.language == "yaml"]
    assert yaml.safe_load(sidecar)["published"].isoformat() == "2024-03-06"
    (tmp_path / "raw").mkdir()
    (tmp_path / "raw" / "mayor.txt").write_text("Prosecutors charged Maria Lopez with bribery.", "utf-8")
    (tmp_path / "raw" / "mayor.yaml").write_text(sidecar, "utf-8")
    stored = cases.build(tmp_path / "raw", tmp_path / "build").document("mayor")
    assert (stored.publisher, stored.redistributable) == ("The Clarion", True)


def test_every_function_is_described() -> None:
    page = (DOCS / "reference.md").read_text("utf-8")
    assert [name for name in cases.__all__ if f"cases.{name}" not in page] == []


def test_every_command_is_described() -> None:
    page = (DOCS / "reference.md").read_text("utf-8")
    commands = [c.name or c.callback.__name__ for c in app.registered_commands if c.callback]
    assert len(commands) >= 5
    assert [name for name in commands if f"`cases {name} " not in page] == []


def test_the_site_builds(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    start = (tmp_path / "site" / "index.html").read_text("utf-8")
    assert "Quick start" in start
    assert "fonts.googleapis.com" not in start
