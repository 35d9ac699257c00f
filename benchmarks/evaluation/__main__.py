"""``python -m benchmarks.evaluation [PAGE]``: build, score, and write the page. Needs the annotated collection."""

import importlib.metadata
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

from benchmarks.evaluation import baseline, page, scoring
from cases.language.installed import describe_model
from cases.pipeline import build
from cases.records import Document
from cases.sources import Source, read, scan

ROOT = Path(__file__).parents[2]


def main() -> None:
    """Write the page from a fresh build of both folders."""
    gold = Path(os.environ.get("CASES_GOLD", ROOT.parent / "shared" / "gold"))
    target = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "evaluation.md"
    if not (gold / "score.py").is_file():
        sys.exit(f"{gold}: no annotated collection; set CASES_GOLD to where it is")
    with tempfile.TemporaryDirectory() as folder:
        target.write_text(evaluate(gold, Path(folder)), "utf8")


def evaluate(gold: Path, folder: Path) -> str:
    """The page's text; builds go below ``folder``."""
    scores: dict[str, dict[str, Any]] = {}
    for name in ("train", "dev"):
        build([gold / name / "raw"], folder / name, use_cache=False)
        scores[name] = scoring.score(gold, folder / name, gold / name)
        documents = [read(item) for item in scan([gold / name / "raw"]) if isinstance(item, Source)]
        baseline.write([d for d in documents if isinstance(d, Document)], folder / f"{name}-stock")
        scores[f"{name} stock"] = scoring.score(gold, folder / f"{name}-stock", gold / name)
    errors = scoring.errors(gold, folder / "train", gold / "train")
    versions = f"{describe_model()}, spaCy {importlib.metadata.version('spacy')}"
    return page.render(scores, errors, versions)


if __name__ == "__main__":
    main()
