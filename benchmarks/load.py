"""How many readers the pages bear: wrk over each kind of page, beside a bare Datasette over the same database.

Needs wrk (on Debian: apt-get install wrk). Up to 500 addresses of each kind are asked for: first with a cookie, so
that each answer is made anew, then without one, so that the pages that are kept in memory come from there.

    python -m benchmarks.load build [--seconds 20] [--connections 16]
"""

import argparse
import os
import re
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from cases.site.serve import SETTINGS

MOST = 500
BARE = "table, bare Datasette"
SCRIPT = """
local paths = {{}}
for line in io.lines("{file}") do paths[#paths + 1] = line end
local place = math.random(#paths)
request = function()
  place = place % #paths + 1
  return wrk.format("GET", paths[place])
end
"""
UNITS = {"us": 0.001, "ms": 1.0, "s": 1_000.0, "m": 60_000.0}
WIDTH = 34


@dataclass(frozen=True, slots=True)
class Result:
    """Milliseconds of half and of 99 % of the answers, answers a second, and what went wrong."""

    median: float
    worst: float
    rate: float
    wrong: str


def addresses(database: Path) -> dict[str, list[str]]:
    """Addresses of each kind of page, spread over the whole build."""
    with sqlite3.connect(f"file:{database}?immutable=1", uri=True) as connection:

        def spread(sql: str) -> list[str]:
            found = [str(row[0]) for row in connection.execute(sql)]
            return found[:: max(1, len(found) // MOST)][:MOST]

        people = spread("select person_id from people order by is_accused desc, person_id")
        documents = spread("select document_id from documents order by document_id")
        cases = spread("select case_id from cases order by case_id")
        groups = connection.execute("select distinct offence, status from charges order by offence, status").fetchall()
    tables = [f"/cases/charges?offence={offence}&status={status}" for offence, status in groups]
    return {
        "start": ["/"],
        "table": tables,
        "person": [f"/person/{key}" for key in people],
        "document": [f"/document/{key}" for key in documents],
        "case": [f"/case/{key}" for key in cases],
        "search": [f"/find?q={word}" for word in ("bribery", "fraud", "bank", "minister", "guilty", "million")],
        "JSON, table": [path.replace("?", ".json?", 1) for path in tables],
        "JSON, row": [f"/cases/people/{key}.json" for key in people],
    }


@contextmanager
def serving(command: list[str], **environment: str) -> Iterator[str]:
    """A server on a free port of this machine, from its first answer on."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    server = subprocess.Popen(
        [*command, "--port", str(port)], stdout=subprocess.DEVNULL, env={**os.environ, **environment}
    )
    try:
        _wait_for(base)
        yield base
    finally:
        server.terminate()
        server.wait()


def _wait_for(base: str) -> None:
    for _ in range(300):
        try:
            urllib.request.urlopen(f"{base}/cases.json").close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    sys.exit(f"{base} does not answer")


def driven(base: str, paths: list[str], asked: argparse.Namespace, anew: bool = True) -> Result:
    """Drive wrk over addresses, after a short turn that warms the server up."""
    with tempfile.TemporaryDirectory() as folder:
        listed, script = Path(folder) / "paths", Path(folder) / "paths.lua"
        listed.write_text("\n".join(paths) + "\n", encoding="utf-8")
        script.write_text(SCRIPT.format(file=listed), encoding="utf-8")
        wrk = ["wrk", "--threads", "1", "--connections", str(asked.connections), "--timeout", "30s", "--script", script]
        wrk += ["--latency", *(["--header", "Cookie: anew=1"] if anew else []), base, "--duration"]
        subprocess.run([*wrk, "2s"], check=True, capture_output=True)
        ran = subprocess.run([*wrk, f"{asked.seconds}s"], check=True, capture_output=True, text=True)
    return read(ran.stdout)


def read(said: str) -> Result:
    """The numbers out of what wrk prints."""
    quantiles = {
        part: float(size) * UNITS[unit] for part, size, unit in re.findall(r"(\d+)%\s+([\d.]+)(us|ms|s|m)", said)
    }
    rate = re.search(r"Requests/sec:\s+([\d.]+)", said)
    wrong = re.findall(r"Non-2xx.*|Socket errors.*", said)
    return Result(quantiles["50"], quantiles["99"], float(rate[1]) if rate else 0.0, "; ".join(wrong))


def main() -> None:
    """Measure and print; the exit code is 1 where a page errs or is slower than twice the bare page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("build", type=Path)
    parser.add_argument("--seconds", type=int, default=20)
    parser.add_argument("--connections", type=int, default=16)
    asked = parser.parse_args()
    database = asked.build / "cases.db"
    settings = [word for name, value in SETTINGS.items() for word in ("--setting", name, str(int(value)))]
    bare = [sys.executable, "-m", "datasette", "serve", "--immutable", str(database), *settings]
    ours = [sys.executable, "-m", "cases", "serve", str(asked.build)]
    kinds = addresses(database)
    measured: list[tuple[str, Result]] = []
    with serving(bare, DATASETTE_LOAD_PLUGINS="") as base:
        measured.append((BARE, driven(base, kinds["table"], asked)))
    with serving(ours) as base:
        for kind, paths in kinds.items():
            title = f"{kind} ({len(paths)})"
            measured.append((title, driven(base, paths, asked)))
            measured.append((f"{title}, remembered", driven(base, paths, asked, anew=False)))
    limit = measured[0][1].median
    print(f"{'page (addresses)':<{WIDTH}}{'median ms':>12}{'99 % ms':>12}{'a second':>12}{'of bare':>10}  errors")
    for title, one in measured:
        numbers = f"{one.median:>12.1f}{one.worst:>12.1f}{one.rate:>12.1f}{one.median / limit:>10.2f}"
        print(f"{title:<{WIDTH}}{numbers}  {one.wrong or 'none'}")
    sys.exit(any(one.wrong or one.median > 2 * limit for _, one in measured))


if __name__ == "__main__":
    main()
