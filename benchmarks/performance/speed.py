"""Ratios of the first releases, each pair measured side by side in one run."""

import json
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import length
from benchmarks.performance.running import RELEASES, build, first_lines, hashes, part, report, spent

Figures = dict[str, Any]


def measure(folder: Path, documents: int = 300, rounds: int = 5) -> Figures:
    """Rounds of all pairs, and once the profile."""
    lines = first_lines(RELEASES, documents, folder / "corpus.jsonl")
    return {
        "documents": documents,
        "rounds": [_round(lines, folder) for _ in range(rounds)],
        "pipeline": json.loads(part("pipeline", str(lines)).output),
        "lengths": json.loads(spent("-m", "benchmarks.length", "--json").output),
    }


def _round(lines: Path, folder: Path) -> Figures:
    one = build(lines, folder / "one", "--workers", "1")
    stock = part("stock", str(lines))
    rules = json.loads(part("rules", str(lines)).output)
    two = build(lines, folder / "two", "--workers", "2")
    dask = build(lines, folder / "dask", "--engine", "dask", "--workers", "2")
    made = [hashes(folder / name) for name in ("one", "two", "dask")]
    return {
        **rules,
        "build": one.processor,
        "stock": stock.processor,
        "one": one.clock,
        "two": two.clock,
        "dask": dask.clock,
        "equal": made[0] == made[1] == made[2],
        "stages": report(folder / "one")["timings"],
        "help": min(spent("-m", "cases", "--help").processor for _ in range(3)),
    }


RATIOS: tuple[tuple[str, Callable[[Figures], float], str], ...] = (
    ("build / stock pipeline (processor time)", lambda f: f["build"] / f["stock"], "≤ 0.8"),
    ("rules / pipeline under them (processor time)", lambda f: f["rules"] / f["pipeline"], "≤ 0.25"),
    ("one worker / two (clock)", lambda f: f["one"] / f["two"], "≥ 1.7"),
    ("Dask cluster of two / two workers (clock)", lambda f: f["dask"] / f["two"], "≤ 1.25"),
    ("`cases --help`, seconds (processor time)", lambda f: f["help"], "< 0.3"),
)


def told(figures: Figures) -> Iterator[str]:
    """The section of the page."""
    rounds = figures["rounds"]
    yield f"## The first {figures['documents']} releases, medians of {len(rounds)} rounds"
    yield ""
    yield "| what | target | median | all rounds |"
    yield "|---|--:|--:|---|"
    for name, ratio, target in RATIOS:
        values = [ratio(one) for one in rounds]
        yield f"| {name} | {target} | **{statistics.median(values):.3f}** | {', '.join(f'{v:.3f}' for v in values)} |"
    equal = all(one["equal"] for one in rounds)
    seconds = {name: statistics.median(one[name] for one in rounds) for name in ("build", "stock", "one")}
    yield ""
    yield (
        f"One worker, two and the Dask cluster {'gave the same bytes in every round' if equal else '**differed**'}. "
        f"Median seconds of processor: build {seconds['build']:.1f}, stock {seconds['stock']:.1f}; "
        f"throughput of one process {figures['documents'] / seconds['one']:.1f} documents a second, start included."
    )
    yield ""
    yield "## Where the time goes"
    yield ""
    yield from _profile(figures)
    yield "One document of growing length, of paragraphs of the releases in a shuffled order; processor time:"
    yield ""
    yield from length.told(figures["lengths"])
    yield ""


def _profile(figures: Figures) -> Iterator[str]:
    last = sorted(figures["rounds"], key=lambda one: one["rules"] / one["pipeline"])[len(figures["rounds"]) // 2]
    parts, whole = figures["pipeline"], sum(figures["pipeline"].values())
    yield "| part of the pipeline | share | | rules | ms a document | of the pipeline |"
    yield "|---|--:|---|---|--:|--:|"
    left = sorted(parts.items(), key=lambda entry: -entry[1])
    right = sorted(last["tables"].items(), key=lambda entry: -entry[1])
    for number in range(max(len(left), len(right))):
        one = f"{left[number][0]} | {left[number][1] / whole:.0%}" if number < len(left) else " | "
        name, taken = right[number] if number < len(right) else ("", 0.0)
        other = (
            f"{name} | {1000 * taken / figures['documents']:.1f} | {taken / last['pipeline']:.3f}" if name else " | | "
        )
        yield f"| {one} | | {other} |"
    stages = {name: statistics.median(r["stages"][name] for r in figures["rounds"]) for name in last["stages"]}
    yield ""
    yield f"Stages of a build, seconds: {', '.join(f'{name} {taken:.2f}' for name, taken in stages.items())}."
    yield ""
