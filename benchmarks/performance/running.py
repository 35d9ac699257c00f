"""Parts of a measurement in processes of their own, each with one BLAS thread."""

import gzip
import itertools
import json
import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
CORPORA = Path(os.environ.get("CASES_CORPUS", ROOT.parent / "shared" / "corpus"))
RELEASES, ALL = CORPORA / "doj-releases.jsonl.gz", CORPORA / "doj-all.jsonl.gz"
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}


@dataclass(frozen=True)
class Spent:
    """What a command took: seconds of processor (user and system, all its processes) and of the clock."""

    processor: float
    clock: float
    output: str


def spent(*arguments: str) -> Spent:
    """Run Python with some arguments."""
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, *arguments]
    done = subprocess.run(command, check=True, env=os.environ | ONE_THREAD, stdout=subprocess.PIPE, text=True)
    after, clock = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - begin
    return Spent(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, clock, done.stdout)


def part(name: str, *arguments: str) -> Spent:
    """Run one part of ``benchmarks.performance.parts``."""
    return spent("-m", "benchmarks.performance.parts", name, *arguments)


def build(raw: Path, out: Path, *options: str) -> Spent:
    """Run ``cases build`` without a cache."""
    return spent("-m", "cases", "build", str(raw), "--out", str(out), "--no-cache", *options)


def first_lines(corpus: Path, documents: int, into: Path) -> Path:
    """The corpus cut to its first documents."""
    with gzip.open(corpus, "rt", encoding="utf8") as lines:
        into.write_text("".join(itertools.islice(lines, documents)), "utf8")
    return into


def texts_of(lines: Path) -> list[str]:
    """The texts of a corpus, plain or gzipped."""
    with gzip.open(lines, "rt", "utf8") if lines.suffix == ".gz" else lines.open(encoding="utf8") as stream:
        return [json.loads(line)["text"] for line in stream]


def hashes(out: Path) -> dict[str, str]:
    """Hash of each table of a build."""
    return {file.name: sha256(file.read_bytes()).hexdigest() for file in sorted((out / "parquet").iterdir())}


def report(out: Path) -> dict[str, Any]:
    """The report of a build."""
    found: dict[str, Any] = json.loads((out / "report.json").read_text("utf8"))
    return found
