"""How fast a build with a million made roles, charges and sums answers, and how large its files are."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.million.asking import PATIENCE, analyse, ask_questions, ask_start, sizes
from benchmarks.million.maker import make


def measure(folder: Path, rows: int = 1_000_000, repeats: int = 5) -> dict[str, Any]:
    """Make the build and ask it."""
    build = make(folder / "build", rows)
    return {
        "rows": rows,
        "start": ask_start(build, repeats),
        "questions": ask_questions(build, repeats),
        "analyses": analyse(build, repeats),
        "sizes": sizes(build, folder),
    }


def told(figures: dict[str, Any]) -> Iterator[str]:
    """The section of the page."""
    start, size = figures["start"], figures["sizes"]
    yield f"## {figures['rows']:,} roles, charges and sums each, made"
    yield ""
    yield "A question is asked as the site asks it: its first 1,001 rows. The target is a median under 50 ms."
    yield ""
    yield "| question | fields | median, ms | without indices, ms | ratio |"
    yield "|---|---|--:|--:|--:|"
    yield f"| start page | | **{1000 * start['then']:.1f}** (the first time {1000 * start['first']:.0f}) | | |"
    for one in figures["questions"]:
        fields = ", ".join(f"{name} = {value}" for name, value in one["fields"].items())
        more = "> " if one["without"] >= PATIENCE else ""
        ratio = f"{more}{1000 * one['without']:.0f} | {more}{one['without'] / one['with']:.1f}"
        yield f"| {one['name']} | {fields} | **{1000 * one['with']:.1f}** | {ratio} |"
    yield ""
    yield "| analysis | DuckDB on Parquet, ms | pandas on Parquet, ms | pandas, tables in memory, ms |"
    yield "|---|--:|--:|--:|"
    for one in figures["analyses"]:
        cells = (f"{1000 * one[kind]:.0f}" for kind in ("duckdb", "pandas", "memory"))
        yield f"| {one['name']} | {' | '.join(cells)} |"
    yield ""
    megabytes = {form: f"{taken / 1e6:.0f} MB" for form, taken in size.items()}
    times = {form: f"{taken / size['parquet']:.1f} times" for form, taken in size.items()}
    yield (
        f"The tables are {megabytes['parquet']} as Parquet, {megabytes['csv']} as CSV ({times['csv']}) and "
        f"{megabytes['sqlite']} as SQLite with indices and search ({times['sqlite']})."
    )
    yield ""
