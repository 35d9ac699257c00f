"""Installs the wheel without its extras and without a network, reads from it, and prints what importing it costs.

Usage: python benchmarks/bare.py [WHEEL] [FOLDER_OF_WHEELS]

WHEEL is the one in ``dist/`` if none is named (``make wheel`` makes it). What it needs is taken from FOLDER_OF_WHEELS;
without one, pip fetches it there first.
"""

import subprocess
import sys
import tempfile
import venv
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[1]
RUNS = 9
TIMED = "import time; start = time.perf_counter(); import {}; print(time.perf_counter() - start)"
READ = """
import socket
def closed(*given, **more): raise OSError("there is no network")
socket.socket.connect = socket.getaddrinfo = closed
import cases
people, build = cases.load("people"), cases.open_build()
accused = cases.query("select count(*) as n from people where is_accused", engine="arrow")["n"][0]
quotes = cases.evidence_for(people["person_id"].iloc[0])
print(f"read from {build.path}: {len(people)} people, {accused} of them accused, {len(quotes)} quotes for the first")
"""


def run(*command: str | Path, cwd: Path) -> str:
    return subprocess.run([str(part) for part in command], cwd=cwd, check=True, capture_output=True, text=True).stdout


def main() -> None:
    given = [Path(one).resolve() for one in sys.argv[1:]]
    wheel = given[0] if given else next((ROOT / "dist").glob("corruption_cases-*.whl"))
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        wheels = given[1] if len(given) > 1 else folder / "wheels"
        if len(given) < 2:
            run(sys.executable, "-m", "pip", "download", "--quiet", "--dest", wheels, wheel, cwd=folder)
        venv.create(folder / "venv", with_pip=True)
        python = folder / "venv" / "bin" / "python"
        run(python, "-m", "pip", "install", "--quiet", "--no-index", "--find-links", wheels, wheel, cwd=folder)
        installed = len(run(python, "-m", "pip", "list", "--format", "freeze", cwd=folder).splitlines())
        print(f"Python {sys.version.split()[0]}: {installed} distributions installed without an index")
        print(run(python, "-c", READ, cwd=folder).strip())
        for module in ("cases", "pandas"):
            taken = sorted(float(run(python, "-c", TIMED.format(module), cwd=folder)) for _ in range(RUNS))
            print(f"import {module}: median {median(taken):.3f} s of {RUNS}, {taken[0]:.3f} to {taken[-1]:.3f}")


if __name__ == "__main__":
    main()
