"""A build is the same, byte for byte, however many processes read its documents."""

import json
import os
import signal
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest
from distributed import LocalCluster
from sources.made import PROSE

from cases import cluster, engine, pipeline

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


def test_a_cluster_makes_the_same_bytes(corpus: Path, alone: dict[str, str], tmp_path: Path) -> None:
    run = cluster.dask(workers=1)
    pipeline.build([corpus], tmp_path / "build", run=run, use_cache=False)
    assert hashes(tmp_path / "build") == alone


def test_the_bytes_are_the_same_though_workers_are_killed(
    corpus: Path, alone: dict[str, str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Both workers are killed when the first of ten batches is done."""
    monkeypatch.setattr(engine, "BATCH", 4)
    killed: list[int] = []
    with LocalCluster(n_workers=2, threads_per_worker=1, silence_logs=50, **cluster.AT_HOME) as there:

        def kill(stage: str, done: int) -> None:
            if not killed:
                killed.extend(worker.pid for worker in there.workers.values())
                for process in killed:
                    os.kill(process, signal.SIGKILL)

        run = cluster.dask(there.scheduler_address)
        pipeline.build([corpus], tmp_path / "build", run=run, use_cache=False, progress=kill)
    assert len(killed) == 2
    assert hashes(tmp_path / "build") == alone


def test_the_process_that_waits_for_workers_loads_no_language_pipeline() -> None:
    code = "import sys, cases.pipeline; print(sorted({'spacy', 'thinc', 'trafilatura', 'pandas'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "[]\n"


def test_a_worker_loads_nothing_that_was_loaded_for_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PROSE, "utf8")
    code = (
        "import cases.loaded\nfrom cases import extraction, sources, worker\n"
        f"(item,) = sources.scan([{str(tmp_path / 'a.txt')!r}])\n"
        "assert worker.work([sources.load(item)], model='en_core_web_sm')[0][:1] == worker.TAKEN\n"
        "print(extraction.load_model.cache_info().misses, extraction.lexicon.cache_info().misses)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "1 1\n"
