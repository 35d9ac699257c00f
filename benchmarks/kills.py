"""Kills a rebuild at random moments and looks after each whether the old or the new build is whole.

Usage: python benchmarks/kills.py [KILLS]
"""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from sources.made import PROSE


def write(raw: Path, documents: int) -> None:
    raw.mkdir(exist_ok=True)
    texts = (PROSE.replace("Port Ellen", f"Port Ellen {number}") for number in range(documents))
    lines = (json.dumps({"id": f"document-{number}", "text": text}) for number, text in enumerate(texts))
    (raw / "corpus.jsonl").write_text("\n".join(lines))


def command(folder: Path) -> list[str]:
    return [sys.executable, "-m", "cases", "build", str(folder / "raw"), "--out", str(folder / "build")]


def state(build: Path) -> str:
    """One hash over the tables, in both their forms whole or not at all."""
    digest = sha256()
    for path in sorted((build / "parquet").glob("*.parquet")):
        digest.update(path.name.encode() + path.read_bytes())
    for name in ("cases.db", "datapackage.json", "report.json"):
        if not (build / name).is_file():
            return f"without {name}"
    return digest.hexdigest()


def rebuild(folder: Path, documents: int) -> tuple[str, float]:
    write(folder / "raw", documents)
    begin = time.perf_counter()
    subprocess.run(command(folder), check=True, capture_output=True)
    return state(folder / "build"), time.perf_counter() - begin


def kill_once(folder: Path, seconds: float) -> bool:
    """Whether the rebuild had ended before the kill."""
    process = subprocess.Popen(command(folder), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(random.uniform(0, seconds))
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        return False
    return True


def main(kills: int) -> int:
    folder = Path(tempfile.mkdtemp(prefix="kills-"))
    new, _ = rebuild(folder, 41)
    shutil.rmtree(folder / "build.cache")
    old, _ = rebuild(folder, 40)
    shutil.rmtree(folder / "build.cache")
    seconds = rebuild(folder, 41)[1] * 1.1
    counts = {"old": 0, "new": 0, "ended first": 0, "damaged": 0}
    expected = {"old": old, "new": new}
    for number in range(kills):
        if number % 2 == 0:  # every other time back to the old build, now and then without a cache
            rebuild(folder, 40)
            if number % 4 == 0:
                shutil.rmtree(folder / "build.cache")
            write(folder / "raw", 41)
        counts["ended first"] += kill_once(folder, seconds)
        found = state(folder / "build")
        name = next((name for name, value in expected.items() if value == found), "damaged")
        counts[name] += 1
    rebuild(folder, 41)
    litter = sorted(path.name for path in folder.iterdir())
    print(f"{kills} kills within {seconds:.1f} s: {counts}; after one more build: {' '.join(litter)}")
    shutil.rmtree(folder)
    return 1 if counts["damaged"] else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
