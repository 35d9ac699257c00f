"""A build is the same, byte for byte, however many processes read its documents."""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from sources.made import PROSE

from cases import pipeline

DOCUMENTS = 40  # two batches


def hashes(build: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in (build / "parquet").iterdir()}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Documents of several lengths about people who differ by name."""
    folder = tmp_path_factory.mktemp("raw")
    texts = (PROSE.replace("Ruth", f"Ruth {chr(65 + n % 26)}.") + f"\n\nNote {n}." * (n % 7) for n in range(DOCUMENTS))
    lines = (json.dumps({"id": f"document-{number}", "text": text}) for number, text in enumerate(texts))
    (folder / "corpus.jsonl").write_text("\n".join(lines))
    return folder


@pytest.fixture(scope="module")
def alone(corpus: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What one process makes of the corpus."""
    out = tmp_path_factory.mktemp("alone") / "build"
    report = pipeline.build([corpus], out, workers=1, use_cache=False)
    assert report.documents + len(report.rejected) == DOCUMENTS
    assert report.tables["charges"] > 0
    return hashes(out)


def test_two_workers_make_the_same_bytes(corpus: Path, alone: dict[str, str], tmp_path: Path) -> None:
    pipeline.build([corpus], tmp_path / "build", workers=2, use_cache=False)
    assert hashes(tmp_path / "build") == alone


def test_the_process_that_waits_for_workers_loads_no_language_pipeline() -> None:
    code = "import sys, cases.pipeline; print([m for m in ('spacy', 'thinc', 'trafilatura') if m in sys.modules])"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"
