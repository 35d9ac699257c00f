"""A build reads what is new and nothing else, and its tables do not depend on what it did not read."""

import json
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest
from sources.made import PROSE

from cases import pipeline, worker
from cases.errors import CasesError

TEXTS = [PROSE.replace("Port Ellen", f"Port {name}") for name in ("Ada", "Bell", "Cole", "Dorn")]


def hashes(build: Path) -> dict[str, str]:
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in (build / "parquet").iterdir()}


def corpus(folder: Path, texts: list[str]) -> Path:
    folder.mkdir(exist_ok=True)
    lines = [json.dumps({"id": sha256(text.encode()).hexdigest()[:8], "text": text}) for text in texts]
    (folder / "news.jsonl").write_text("\n".join(lines))
    return folder


def test_only_what_is_new_is_read(tmp_path: Path) -> None:
    raw = corpus(tmp_path / "raw", TEXTS[1:])
    assert pipeline.build([raw], tmp_path / "build", workers=1).reused == 0
    corpus(raw, TEXTS)  # the new one comes first: every other moves down a line
    report = pipeline.build([raw], tmp_path / "build", workers=1)
    assert (report.documents, report.reused) == (4, 3)
    fresh = pipeline.build([raw], tmp_path / "fresh", workers=1, use_cache=False)
    assert fresh.reused == 0
    assert hashes(tmp_path / "build") == hashes(tmp_path / "fresh")
    assert not (tmp_path / "fresh.cache").exists()


def test_damaged_cache_is_remade(tmp_path: Path) -> None:
    raw = corpus(tmp_path / "raw", TEXTS)
    pipeline.build([raw], tmp_path / "build", workers=1)
    before = hashes(tmp_path / "build")
    (database,) = (tmp_path / "build.cache").glob("*.db")
    database.write_bytes(b"damaged" * 5000)
    assert pipeline.build([raw], tmp_path / "build", workers=1).reused == 0
    assert hashes(tmp_path / "build") == before


def test_extraction_that_raises_rejects_its_document_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = corpus(tmp_path / "raw", TEXTS)
    whole = worker.rows_alone

    def raising(document, facts):  # type: ignore[no-untyped-def]
        if "Port Cole" in document.text:
            raise ZeroDivisionError("no\x1b[31m reason")
        return whole(document, facts)

    monkeypatch.setattr(worker, "rows_alone", raising)
    report = pipeline.build([raw], tmp_path / "build", workers=1)
    (rejection,) = report.rejected
    assert (report.documents, rejection.path) == (3, "news.jsonl#3")
    written = json.loads((tmp_path / "build" / "report.json").read_text())
    assert "ZeroDivisionError" in written["rejected"][0]["traceback"]
    monkeypatch.undo()
    assert pipeline.build([raw], tmp_path / "build", workers=1).documents == 4


def test_no_document_is_an_error_and_leaves_the_old_build(tmp_path: Path) -> None:
    raw = corpus(tmp_path / "raw", TEXTS)
    pipeline.build([raw], tmp_path / "build", workers=1)
    before = hashes(tmp_path / "build")
    corpus(raw, ["7 7 7"])
    with pytest.raises(CasesError, match="no document could be built"):
        pipeline.build([raw], tmp_path / "build", workers=1)
    assert hashes(tmp_path / "build") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [".build.lock", "build", "build.cache", "raw"]


@pytest.mark.parametrize(
    ("broken", "told"), [(("_check_joins", "build_sqlite"), "_check_joins"), (("build_sqlite",), "build_sqlite")]
)
def test_what_is_wrong_at_the_end_is_told_and_leaves_the_old_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: tuple[str, ...], told: str
) -> None:
    raw = corpus(tmp_path / "raw", TEXTS[:1])
    pipeline.build([raw], tmp_path / "build", workers=1)
    before = hashes(tmp_path / "build")

    def breaking(stage: str) -> Callable[..., None]:
        def broke(*_: object) -> None:
            time.sleep(0.2 * (stage == "_check_joins"))
            raise CasesError(stage, "is broken", "mend it")

        return broke

    for stage in broken:
        monkeypatch.setattr(pipeline, stage, breaking(stage))
    with pytest.raises(CasesError, match=told):
        pipeline.build([raw], tmp_path / "build", workers=1)
    assert hashes(tmp_path / "build") == before
    assert not list(tmp_path.glob(".build.tmp*"))
