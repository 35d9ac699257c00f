"""``python -m benchmarks.performance [SECTION…]``: measure some sections, and write the page from all.

Sections: ``speed`` (default; the first 300 releases, five rounds), ``million`` (a million made rows), ``growth`` (whole
files, an hour). Figures of sections that are not measured now are those of last time.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import million
from benchmarks.performance import growth, machine, speed
from benchmarks.performance.running import ROOT

MEASURED = Path(__file__).parent / "measured.json"
PAGE = ROOT / "docs" / "performance.md"
INTRODUCTION = """Written by `make benchmark` from what was measured, with one BLAS thread in every process. The two
sides of a ratio are measured in one run on one machine, one after the other. Processor time is user and system time of
all processes of a command, their start included: other work on the machine counts little in it. Where several processes
are compared it must be the clock, and there it counts."""
Told = Callable[[dict[str, Any]], Iterator[str]]
SECTIONS: dict[str, tuple[Callable[..., dict[str, Any]], Told]] = {
    "speed": (speed.measure, speed.told),
    "growth": (growth.measure, growth.told),
    "million": (million.measure, million.told),
}


def main() -> None:
    """Measure and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sections", nargs="*", default=["speed"])
    parser.add_argument("--rounds", type=int, default=5, help="of the section speed")
    parser.add_argument("--page-only", action="store_true", help="measure nothing, write the page anew")
    chosen = parser.parse_args()
    if unknown := set(chosen.sections) - SECTIONS.keys():
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    measured = json.loads(MEASURED.read_text("utf8")) if MEASURED.is_file() else {}
    for section in [] if chosen.page_only else chosen.sections:
        options = {"rounds": chosen.rounds} if section == "speed" else {}
        with tempfile.TemporaryDirectory(prefix="performance-") as folder:
            figures = SECTIONS[section][0](Path(folder), **options)
        measured[section] = {**figures, "machine": machine.described(), "load": os.getloadavg()[2]}
        MEASURED.write_text(json.dumps(measured, indent=1) + "\n", "utf8")
    PAGE.write_text("\n".join(page(measured)) + "\n", "utf8")


def page(measured: dict[str, Any]) -> Iterator[str]:
    """The lines of the page."""
    yield "# How fast it is"
    yield ""
    yield from INTRODUCTION.splitlines()
    for section, (_, told) in SECTIONS.items():
        if section in measured:
            yield ""
            yield from told(measured[section])
            yield f"*Measured on: {measured[section]['machine']}.*"
            yield f"*Mean load in the quarter of an hour before the end: {measured[section]['load']:.1f}.*"


if __name__ == "__main__":
    main()
