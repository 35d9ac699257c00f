"""Whole files, each once: memory over time, the stages, and a second build with one document more."""

import gzip
import json
import math
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.performance.running import ALL, ONE_THREAD, RELEASES, part, report

Figures = dict[str, Any]
EVERY = 5.0  # seconds between two looks at the memory


def measure(folder: Path) -> Figures:
    """Both files, the stock pipeline over the smaller one, and the rebuild."""
    releases = watched(RELEASES, folder / "releases")
    again = watched(one_more(RELEASES, folder / "more.jsonl"), folder / "releases")
    return {
        "releases": releases,
        "again": again,
        "stock": part("stock", str(RELEASES)).processor,
        "all": watched(ALL, folder / "all"),
    }


def one_more(corpus: Path, into: Path) -> Path:
    """The corpus with one made document more, at its head, so that every other one moves."""
    text = "Ruth Adeyemi, a harbour master, was convicted of taking bribes in Leeds on Monday, the court said. " * 8
    line = json.dumps({"id": "one-more", "text": text, "published": "2024-03-05"})
    with gzip.open(corpus, "rt", encoding="utf8") as lines, into.open("w", encoding="utf8") as target:
        target.write(line + "\n")
        target.writelines(lines)
    return into


def watched(corpus: Path, out: Path) -> Figures:
    """A build by one process, watched; what is beside ``out`` as its cache is used."""
    command = [sys.executable, "-m", "cases", "build", str(corpus), "--out", str(out), "--workers", "1"]
    before, begin = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    process = subprocess.Popen(command, env=os.environ | ONE_THREAD, stdout=subprocess.DEVNULL)
    seen: list[tuple[float, int]] = []
    peak = 0.0
    while process.poll() is None:
        if (look := _look(process.pid)) is not None:
            now, peak = look
            seen.append((round(time.perf_counter() - begin), int(now)))
        time.sleep(EVERY if seen and time.perf_counter() - begin > EVERY else 0.2)
    if process.returncode:
        raise RuntimeError(f"the build of {corpus} failed")
    clock, after, made = time.perf_counter() - begin, resource.getrusage(resource.RUSAGE_CHILDREN), report(out)
    return {
        "documents": made["documents"],
        "clock": clock,
        "processor": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "peak_mib": peak,
        "memory": seen[:: max(1, len(seen) // 40)],
        "stages": made["timings"],
        "rows": sum(made["tables"].values()),
    }


def _look(pid: int) -> tuple[float, float] | None:
    """MiB now and MiB at most of a process; Linux only."""
    try:
        status = dict(line.split(":", 1) for line in Path(f"/proc/{pid}/status").read_text("utf8").splitlines())
        now, peak = (int(status[name].split()[0]) / 1024 for name in ("VmRSS", "VmHWM"))
    except (OSError, KeyError):
        return None
    return now, peak


def told(figures: Figures) -> Iterator[str]:
    """The section of the page."""
    small, large, again = figures["releases"], figures["all"], figures["again"]
    times = large["documents"] / small["documents"]
    bound = times * math.log(large["documents"]) / math.log(small["documents"])
    resolved = [one["stages"]["resolve"] for one in (small, large)]
    share = resolved[1] / sum(large["stages"].values())
    yield "## Whole files, each once, one process"
    yield ""
    yield "| what | target | measured |"
    yield "|---|--:|---|"
    if "stock" in figures:
        yield (
            f"| build of {small['documents']:,} releases / stock pipeline (processor time) | ≤ 0.8 | "
            f"**{small['processor'] / figures['stock']:.3f}** ({small['processor']:.0f} s / {figures['stock']:.0f} s) |"
        )
    yield (
        f"| peak memory at {large['documents']:,} documents / at {small['documents']:,} | ≤ 1.3, < 2 GiB | "
        f"**{large['peak_mib'] / small['peak_mib']:.2f}** ({large['peak_mib']:.0f} MiB / {small['peak_mib']:.0f} MiB) |"
    )
    yield (
        f"| rebuild with one document more / full build (processor time) | ≤ 0.10 | "
        f"**{again['processor'] / small['processor']:.3f}** ({again['processor']:.1f} s / {small['processor']:.0f} s) |"
    )
    yield (
        f"| resolution at {large['documents']:,} / at {small['documents']:,} | ≤ {bound:.2f} (n log n) | "
        f"**{resolved[1] / resolved[0]:.2f}** ({resolved[1]:.1f} s / {resolved[0]:.1f} s) |"
    )
    yield f"| resolution, share of the build of {large['documents']:,} | ≤ 5 % | **{share:.1%}** |"
    yield ""
    yield f"With {times:.2f} times the documents:"
    yield ""
    yield f"| stage, seconds | {small['documents']:,} | {large['documents']:,} | times |"
    yield "|---|--:|--:|--:|"
    for name, taken in small["stages"].items():
        more = large["stages"][name]
        yield f"| {name} | {taken:.1f} | {more:.1f} | {more / max(taken, 0.001):.2f} |"
    yield ""
    yield "Resident memory over time, MiB:"
    yield ""
    for one in (small, large):
        looks = one["memory"][:: max(1, len(one["memory"]) // 12)]
        yield f"- {one['documents']:,} documents: {', '.join(f'{now} at {at} s' for at, now in looks)}"
    yield ""
