"""What several forms share: rows, notes on corrected values, checksums."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cases.checksum import file_checksum
from cases.reader import Build
from cases.schema import TABLES, codes

BATCH = 10_000
NAMED = ("people", "organizations")
NOTE = "corrected_from"
NOTE_TITLE = "Corrected from"
NOTE_DESCRIPTION = "Which values of the row were set right by hand, what they were, and why."

_REPEATED = ("status", "offence", "conspiracy", "country")
"""Columns of a charge that a finding has too."""


@dataclass(frozen=True, slots=True)
class Told:
    """One corrected value: its column, what it is now, and what is to be said of it."""

    column: str
    new: str | None
    words: str


@dataclass(frozen=True, slots=True)
class Notes:
    """What people have set right.

    Attributes:
        values: Table and row → what was corrected there.
        names: Person or organization → what is to be said wherever its corrected name is repeated.
        parties: Charge → who is charged, where names were corrected.
    """

    values: Mapping[tuple[str, str], Sequence[Told]]
    names: Mapping[str, str]
    parties: Mapping[str, str]


def rows(build: Build, table: str) -> Iterator[dict[str, Any]]:
    """The rows of a table, one after the other."""
    for batch in build.load(table, engine="arrow").to_batches(max_chunksize=BATCH):
        yield from batch.to_pylist()


def notes(build: Build) -> Notes:
    """What is to be said beside rows of which a value was corrected."""
    values: dict[tuple[str, str], list[Told]] = defaultdict(list)
    names: dict[str, str] = {}
    for row in rows(build, "corrections"):
        if row["column"] is None:
            continue
        words = f"corrected from {'nothing' if row['old'] is None else row['old']} ({row['reason']})"
        values[row["table_name"], row["row_id"]].append(Told(row["column"], row["new"], f"{row['column']} {words}"))
        if row["table_name"] in NAMED and row["column"] == "name":
            names[row["row_id"]] = words
    charges = rows(build, "charges") if names else ()
    return Notes(values, names, {row["charge_id"]: row["person_id"] or row["organization_id"] for row in charges})


def note(corrected: Notes, table: str, row: Mapping[str, Any]) -> str | None:
    """The note of one row, also on names and on values of its charge that it repeats."""
    if table == "findings":
        said = [one.words for one in corrected.values.get(("charges", row["charge_id"]), ()) if _repeats(row, one)]
        parties = {"party": corrected.parties.get(row["charge_id"], "")}
    else:
        said = [one.words for one in corrected.values.get((table, str(row[TABLES[table].primary_key[0]])), ())]
        parties = {} if table in NAMED else _named(row)
    said += [f"{column} {corrected.names[key]}" for column, key in parties.items() if key in corrected.names]
    return "; ".join(said) or None


def _named(row: Mapping[str, Any]) -> dict[str, str]:
    """Column with a display name → whom it names."""
    found: dict[str, str] = {}
    for key, shown in (("person_id", "person"), ("organization_id", "organization")):
        if row.get(key):
            found[next(column for column in (shown, "party", "name") if column in row)] = row[key]
    return found


def _repeats(finding: Mapping[str, Any], one: Told) -> bool:
    """Tell whether a finding has the corrected value of its charge; its document may tell another."""
    if one.column not in _REPEATED:
        return False
    new = codes("offences")[one.new].label if one.column == "offence" and one.new else one.new
    value = finding[one.column]
    return (str(value).lower() if isinstance(value, bool) else value) == new


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
