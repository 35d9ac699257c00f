"""What the commands print: progress, the end of a build, failures, and facts beside their quotes."""

import json
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from cases.errors import CasesError
from cases.schema import TABLES
from cases.text import visible

if TYPE_CHECKING:
    from cases.pipeline import Report
    from cases.validation import Failure

REJECTED_SHOWN = 20
COLOURS = ("cyan", "green", "yellow", "magenta", "blue", "red")
OUT = Console()
ERR = Console(stderr=True)


@contextmanager
def watched(title: str) -> Iterator[Callable[[str, int], None] | None]:
    """A line of progress while the block runs; nothing if the output is no terminal."""
    if not ERR.is_terminal:
        yield None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TextColumn("{task.completed}"), TimeElapsedColumn())
    with Progress(*columns, console=ERR, transient=True) as bar:
        task = bar.add_task(title, total=None)
        yield lambda _stage, done: bar.update(task, completed=done)


def waiting() -> None:
    """Say that another build has to end first."""
    ERR.print("cases: another build into this folder is running; waiting for it", highlight=False)


def show_report(report: "Report") -> None:
    """The end of a build: documents, rows per table, what was rejected, seconds, and where to look next."""
    title = Text(visible(f"{report.build}: {report.documents} documents"))
    table = Table(title=title, title_justify="left")
    table.add_column("table")
    table.add_column("rows", justify="right")
    for name, rows in report.tables.items():
        table.add_row(name, f"{rows:,}")
    OUT.print(table)
    for reason, count in sorted(report.skipped.items()):
        OUT.print(Text(f"skipped {count}: {reason}"))
    if report.undated:
        OUT.print(Text(f"{report.undated} without a date of publication: their relative dates stay unresolved"))
    for person in report.akin:
        told = f"{person} bears a form of a withheld name; if it is the same person, add it to suppressed.yaml"
        ERR.print(Text(told), soft_wrap=True)
    for one in report.rejected[:REJECTED_SHOWN]:
        place = f" ({one.place})" if one.place else ""
        ERR.print(Text(f"rejected {one.path}{place}: {one.reason}; {one.remedy}"), soft_wrap=True)
    if len(report.rejected) > REJECTED_SHOWN:
        ERR.print(
            Text(f"and {len(report.rejected) - REJECTED_SHOWN} more in {visible(str(report.build / 'report.json'))}")
        )
    OUT.print(
        Text(f"{len(report.rejected)} rejected, {sum(report.timings.values()):.1f} seconds; next: cases serve"),
        soft_wrap=True,
    )


def show_added(path: Path) -> None:
    """Where a document was put."""
    OUT.print(
        Text(visible(f"added {path}; next: look at {path.with_suffix('.yaml').name}, then cases build")), soft_wrap=True
    )


def versions() -> str:
    """The version of the code, and of the data that it would read."""
    from importlib import metadata

    from cases.reader import open_build

    try:
        data = f"data {(build := open_build()).version()} in {build.path}"
    except CasesError:
        data = "no data to read"
    return f"cases {metadata.version('corruption-cases')}, {data}"


def show_failures(folder: Path, failures: Sequence["Failure"]) -> None:
    """One line per failure: table, row, column, rule."""
    for one in failures:
        place = f"{one.table} {one.row or ''} {one.column or ''}".strip()
        ERR.print(Text(visible(f"{place}: {one.rule}: {one.message}")), soft_wrap=True)
    verdict = f"{len(failures)} failures" if failures else "every rule holds"
    OUT.print(Text(visible(f"{folder}: {verdict}")))


def print_json(tables: Mapping[str, Any]) -> None:
    """All rows as JSON on standard output."""
    json.dump(tables, sys.stdout, ensure_ascii=False, indent=1, default=str)
    sys.stdout.write("\n")


def show_tables(tables: Mapping[str, list[dict[str, Any]]]) -> None:
    """Each fact beside the words that support it, one colour a table."""
    quotes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in tables["evidence"]:
        quotes[row["row_id"]].append(row)
    for colour, name in zip(_endless(COLOURS), _shown(tables), strict=False):
        table = Table(title=TABLES[name].title, title_style=f"bold {colour}", title_justify="left", show_lines=True)
        table.add_column("fact", ratio=2)
        table.add_column("words", ratio=3, style=colour)
        key = TABLES[name].primary_key[0]
        for row in tables[name]:
            table.add_row(_fact(name, row), _quotes(quotes[row[key]]))
        OUT.print(table)


def _shown(tables: Mapping[str, list[dict[str, Any]]]) -> list[str]:
    return [name for name in tables if TABLES[name].evidenced and tables[name]]


def _endless(colours: Sequence[str]) -> Iterator[str]:
    while True:
        yield from colours


def _fact(table: str, row: Mapping[str, Any]) -> Text:
    """The values that a person reads: no ids, no nulls."""
    parts = []
    for column, value in row.items():
        if value not in (None, [], False) and not column.endswith("_id"):
            parts.append(f"{column}: {', '.join(value) if isinstance(value, list) else value}")
    return Text(visible("\n".join(parts), keep="\n"))


def _quotes(rows: Sequence[Mapping[str, Any]], shown: int = 3) -> Text:
    text = Text()
    for row in rows[:shown]:
        text.append(visible(" ".join(row["quote"].split())))
        text.append(f"  [{row['method']} {row['start']}–{row['end']}]\n", style="dim")
    if len(rows) > shown:
        text.append(f"and {len(rows) - shown} more", style="dim")
    text.rstrip()
    return text
