"""Reads and checks ``suppressed.yaml`` and ``corrections.yaml``; whoever writes them need not be a programmer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from cases.addresses import Remote, is_address
from cases.covering import words_of
from cases.edtf import EdtfError, parse_edtf
from cases.errors import CasesError
from cases.schema import TABLES, Column, codes

SUPPRESSED = "suppressed.yaml"
CORRECTIONS = "corrections.yaml"
CORRECTED = ("people", "organizations", "roles", "charges", "charge_history", "penalties", "amounts", "dates")
"""Tables whose values may be corrected. A document is corrected in its own sidecar, a case through its charges."""
REMOVED = ("roles", "charges", "penalties", "amounts", "dates")
"""Tables of which whole rows may be removed."""

_NAMES = "correct the name in people or organizations"
_FOLLOWS: Mapping[str, str] = {
    "party": _NAMES,
    "person": _NAMES,
    "organization": _NAMES,
    "is_accused": "correct or remove the charges",
    "start": "correct edtf",
    "end": "correct edtf",
    "precision": "correct edtf",
}
"""Columns whose values follow from others, and what is to be corrected in their place."""

_PERSON = re.compile(r"p[0-9a-f]{12}")
_REQUIRED = {"table", "row", "reason", "author", "date"}
_KEYS = _REQUIRED | {"column", "old", "new", "remove"}
_KINDS: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (float,),
    "boolean": (bool,),
    "date": (date,),
    "list": (list,),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One value that is set right, or with ``column`` null one row that is removed."""

    table: str
    row: str
    column: str | None
    old: Any
    new: Any
    reason: str
    author: str
    date: str
    place: str = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Withheld:
    """A person whose name is withheld, and what else they are called, where the documents' own words do not tell."""

    person: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendments:
    """What both files say, over all folders of sources."""

    suppressed: tuple[Withheld, ...] = ()
    corrections: tuple[Correction, ...] = ()


def read_amendments(raw: Sequence[Path | str]) -> Amendments:
    """Read the files that lie beside the sources.

    Raises:
        CasesError: A file is no YAML, or an entry is not what it must be; names file, entry and remedy.
    """
    folders = dict.fromkeys(folder for source in raw for folder in _beside(source))
    suppressed = [one for folder in folders for one in _suppressed(folder / SUPPRESSED)]
    corrections = [one for folder in folders for one in _corrections(folder / CORRECTIONS)]
    return Amendments(tuple(dict.fromkeys(suppressed)), tuple(corrections))


def _beside(source: Path | str) -> list[Path | Remote]:
    if is_address(source):
        place = Remote.at(str(source))
        return [place.parent.parent if place.is_file() else place.parent]
    source = Path(source).resolve()
    return [source.parent.parent if source.is_file() else source.parent]


def _entries(path: Path | Remote) -> list[Any]:
    if not path.is_file():
        return []
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = f"is no YAML: {' '.join(str(error).split())[:150]}"
        raise CasesError(str(path), reason, "mind the indentation") from error
    if content is None:
        return []
    if not isinstance(content, list):
        raise CasesError(str(path), "is no list", 'begin each entry with "- "')
    return content


def _suppressed(path: Path | Remote) -> list[Withheld]:
    return [_person(entry, f"{path}: entry {number}") for number, entry in enumerate(_entries(path), start=1)]


def _person(entry: Any, place: str) -> Withheld:
    also: Any = []
    if isinstance(entry, dict):
        if unknown := sorted(set(map(str, entry)) - {"person", "also", "reason", "date"}):
            raise CasesError(place, f"has the unknown key {unknown[0]}", "the keys are person, also, reason and date")
        entry, also = entry.get("person"), entry.get("also") or []
    if not isinstance(entry, str) or not _PERSON.fullmatch(entry):
        raise CasesError(place, f"{entry!r} is no person id", "copy the person_id from the table people")
    if not isinstance(also, list) or not all(isinstance(one, str) and words_of(one) for one in also):
        raise CasesError(place, "also is no list of names", "write it as [Name, Other Name]")
    return Withheld(entry, tuple(also))


def _corrections(path: Path | Remote) -> list[Correction]:
    return [_correction(entry, f"{path}: entry {number}") for number, entry in enumerate(_entries(path), start=1)]


def _correction(entry: Any, place: str) -> Correction:
    if not isinstance(entry, dict):
        raise CasesError(place, "is no list of keys and values", "see the page on corrections")
    if unknown := sorted(set(map(str, entry)) - _KEYS):
        raise CasesError(place, f"has the unknown key {unknown[0]}", f"the keys are {', '.join(sorted(_KEYS))}")
    if missing := sorted(key for key in _REQUIRED if entry.get(key) in (None, "")):
        raise CasesError(place, f"lacks {missing[0]}", "add it")
    table, day = entry["table"], entry["date"]
    if not isinstance(day, date):
        raise CasesError(place, f"date is {day!r}, which is no day", "write it as 2026-01-31")
    common = {
        "table": table,
        "row": str(entry["row"]),
        "reason": str(entry["reason"]),
        "author": str(entry["author"]),
        "date": day.isoformat(),
        "place": place,
    }
    if entry.get("remove"):
        return Correction(**_removal(entry, place), **common)
    return Correction(**_change(entry, place), **common)


def _removal(entry: Mapping[str, Any], place: str) -> dict[str, Any]:
    if entry["table"] not in REMOVED:
        raise CasesError(place, f"rows of {entry['table']} cannot be removed", f"only those of {', '.join(REMOVED)}")
    if entry["remove"] is not True or {"column", "old", "new"} & set(entry):
        raise CasesError(place, "removes a row and changes a value", 'say either "remove: true" or column, old and new')
    return {"column": None, "old": None, "new": None}


def _change(entry: Mapping[str, Any], place: str) -> dict[str, Any]:
    table, name = entry["table"], entry.get("column")
    if table not in CORRECTED:
        raise CasesError(place, f"values of {table} cannot be corrected", f"only those of {', '.join(CORRECTED)}")
    known = [n for n in TABLES[table].column_names if not n.endswith("_id")]
    if name not in known:
        raise CasesError(place, f"{table} has no column {name!r} to correct", f"it has {', '.join(known)}")
    if name in _FOLLOWS and (table, name) not in {("roles", "start"), ("roles", "end")}:
        raise CasesError(place, f"{table}.{name} follows from other values", _FOLLOWS[name])
    if "old" not in entry or "new" not in entry:
        raise CasesError(place, "lacks old or new", "give both; null stands for an empty value")
    new = _fitting(entry["new"], TABLES[table][name], place)
    old = entry["old"]
    return {"column": name, "old": tuple(old) if isinstance(old, list) else old, "new": new}


def _fitting(value: Any, column: Column, place: str) -> Any:
    """The new value in the column's type, if it may stand there."""
    if value is None:
        if column.required:
            raise CasesError(place, f"{column.name} cannot be empty", "give a value, or remove the row")
        return None
    if column.type == "string" and isinstance(value, (date, int)) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, int) and column.type == "number" and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, _KINDS[column.type]) or (isinstance(value, bool) and column.type != "boolean"):
        raise CasesError(place, f"{value!r} is no {column.type}", f"give a {column.type} for {column.name}")
    if column.codes is not None and value not in codes(column.codes).values:
        raise CasesError(place, f"{value!r} is no code of {column.name}", f"see the list {column.codes}")
    if column.format == "edtf":
        try:
            parse_edtf(value)
        except EdtfError as error:
            raise CasesError(
                place, f"{value!r} is no EDTF date", "write 2023-02-15, 2023-02, 2023 or 2006/2012"
            ) from error
    return tuple(value) if isinstance(value, list) else value
