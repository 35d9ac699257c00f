"""What several forms share: rows, notes on corrected values, checksums."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cases.checksum import file_checksum
from cases.reader import Build
from cases.schema import TABLES, codes

BATCH = 10_000
NOTE = "corrected_from"
NOTE_TITLE = "Corrected from"
NOTE_DESCRIPTION = "Which values of the row were set right by hand, what they were, and why."

Notes = Mapping[tuple[str, str], str]


def rows(build: Build, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table, one after the other."""
    for batch in build.load(table, engine="arrow").to_batches(max_chunksize=BATCH):
        yield from batch.to_pylist()


def notes(build: Build) -> Notes:
    """What is to be said beside a row of which a value was corrected, by table and row."""
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    for row in rows(build, "corrections"):
        if row["column"] is not None:
            old = "nothing" if row["old"] is None else row["old"]
            told[row["table_name"], row["row_id"]].append(f"{row['column']} corrected from {old} ({row['reason']})")
    return {place: "; ".join(parts) for place, parts in told.items()}


def note(corrected: Notes, table: str, row: Mapping[str, Any]) -> str | None:
    """The note of one row; a finding has that of its charge."""
    if table == "findings":
        return corrected.get(("charges", row["charge_id"]))
    return corrected.get((table, str(row[TABLES[table].primary_key[0]])))


def charge_in_words(charge: Mapping[str, Any]) -> str:
    """A charge with its status, so that an allegation never reads as a fact."""
    label = codes("offences")[charge["offence"]].label
    offence = f"conspiracy to commit {label[0].lower()}{label[1:]}" if charge["conspiracy"] else label
    return f"{offence} ({codes('charge_status')[charge['status']].label})"


def write_sums(out: Path, written: list[Path]) -> Path:
    """Write the SHA-256 of each file in the form that ``sha256sum --check`` reads."""
    lines = (f"{file_checksum(path).removeprefix('sha256:')}  {path.relative_to(out).as_posix()}\n" for path in written)
    sums = out / "SHA256SUMS"
    sums.write_text("".join(lines), encoding="utf-8")
    return sums
