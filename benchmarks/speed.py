"""How long a build takes beside the stock pipeline, and the rules beside the pipeline under them.

Usage: python benchmarks/speed.py [--documents 300] [--rounds 1] [--corpus FILE]

All is measured side by side in one run: each part in one process of its own, with one BLAS thread, by the processor
time (user and system) of the whole process or part. Other work on the machine therefore counts little.
"""

import argparse
import gzip
import itertools
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CORPUS = Path(os.environ.get("CASES_CORPUS", ROOT.parent / "shared" / "corpus")) / "doj-releases.jsonl.gz"
ONE_THREAD = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1", "PYTHONPATH": str(ROOT / "src")}
Figures = dict[str, float]


def first_lines(corpus: Path, documents: int, into: Path) -> Path:
    """The corpus cut to its first documents."""
    with gzip.open(corpus, "rt", encoding="utf8") as lines:
        into.write_text("".join(itertools.islice(lines, documents)), "utf8")
    return into


def texts_of(lines: Path) -> list[str]:
    return [json.loads(line)["text"] for line in lines.read_text("utf8").splitlines()]


def process_seconds(arguments: list[str]) -> float:
    """Processor time of a command and of all its processes."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, env=os.environ | ONE_THREAD, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def stock(lines: Path) -> None:
    """The stock pipeline with all its parts over the texts."""
    import importlib

    from cases.language.installed import find_model

    texts = texts_of(lines)
    for _ in importlib.import_module(find_model()).load().pipe(texts):
        pass


def parts(lines: Path) -> None:
    """Prints the processor time of the pipeline under the rules, and of the rules."""
    from cases.extraction import extract_one, lexicon
    from cases.language.model import load_model
    from cases.language.reading import parse
    from cases.records import Document

    documents = [Document(str(i), text, str(i), "", language="en") for i, text in enumerate(texts_of(lines))]
    nlp, _ = load_model(), lexicon()
    for document, doc in parse(nlp, documents[:8]):  # what is compiled once per process
        extract_one(document, doc)
    begin = time.process_time()
    read = list(parse(nlp, documents))
    between = time.process_time()
    for document, doc in read:
        extract_one(document, doc)
    print(json.dumps({"pipeline": between - begin, "rules": time.process_time() - between}))


def measured(lines: Path, folder: Path) -> Figures:
    """One round."""
    me = str(Path(__file__).resolve())
    out = subprocess.run(
        [sys.executable, me, "--part", "parts", str(lines)],
        check=True,
        env=os.environ | ONE_THREAD,
        capture_output=True,
    )
    build = ["-m", "cases", "build", str(lines), "--out", str(folder / "build"), "--workers", "1", "--no-cache"]
    return {
        **json.loads(out.stdout),
        "build": process_seconds(build),
        "stock": process_seconds([me, "--part", "stock", str(lines)]),
    }


def told(rounds: list[Figures]) -> Iterator[str]:
    """Lines of a table: ratios of each round, the median first."""
    for over, under, target in (("build", "stock", 0.8), ("rules", "pipeline", 0.25)):
        ratios = sorted(figures[over] / figures[under] for figures in rounds)
        seconds = ", ".join(f"{f[over]:.1f}/{f[under]:.1f} s" for f in rounds)
        yield f"{over} / {under}: {statistics.median(ratios):.3f} (target {target}; {seconds})"


PARTS: dict[str, Callable[[Path], None]] = {"stock": stock, "parts": parts}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=CORPUS)
    parser.add_argument("--documents", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=1)
    parser.add_argument("--part", nargs=2, metavar=("NAME", "FILE"), help="run one part alone, in this process")
    chosen = parser.parse_args()
    if chosen.part:
        PARTS[chosen.part[0]](Path(chosen.part[1]))
        return
    with tempfile.TemporaryDirectory(prefix="speed-") as name:
        folder = Path(name)
        lines = first_lines(chosen.corpus, chosen.documents, folder / "corpus.jsonl")
        print(f"{chosen.documents} documents, processor time, one process, one BLAS thread")
        for line in told([measured(lines, folder) for _ in range(chosen.rounds)]):
            print(line)


if __name__ == "__main__":
    main()
