"""What changed between two builds: rows added, removed and modified, and entities that became one."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from cases.covering import BLOCK, WITHHELD, cover, cover_address, forms_of, given_words
from cases.reader import Build
from cases.schema import TABLES

Key = tuple[str, ...]
Row = Mapping[str, Any]

MERGED = ("people", "organizations")


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs; the values as text, ``None`` for an empty one."""

    row: str
    column: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Merge:
    """An entity of the old build whose words support another entity of the new one."""

    row: str
    into: str
    name: str
    into_name: str


@dataclass
class Difference:
    """What changed in one table; rows by their key."""

    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    modified: list[Change] = field(default_factory=list)
    merged: list[Merge] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.modified or self.merged)


def compare_builds(old: Build, new: Build) -> dict[str, Difference]:
    """Compare every table of two builds; a merged entity is not also listed as removed."""
    merges = _merges(old, new)
    hidden = _hidden(old, new)
    return {table: _covered(_difference(table, old, new, merges), hidden) for table in TABLES}


def _hidden(old: Build, new: Build) -> list[Row]:
    """The people of the old build whose names the new one withholds; to tell of them here would be to print them."""
    now = {row["person_id"] for row in new.load("people", engine="arrow").to_pylist() if row["name"] == WITHHELD}
    before = old.load("people", engine="arrow").to_pylist()
    return [row for row in before if row["person_id"] in now and row["name"] != WITHHELD]


def _covered(found: Difference, hidden: Sequence[Row]) -> Difference:
    if not hidden:
        return found
    forms = sorted({form for row in hidden for form in forms_of(row["name"], row["aliases"])})
    given = sorted({word for row in hidden for word in given_words(row["name"], row["aliases"])})

    def told(text: str) -> str:
        return cover(cover_address(text, forms), (), given)

    def changed(one: Change) -> Change:
        old = one.old and told(_like(one.old, one.new))
        return Change(told(one.row), one.column, old, one.new)

    return Difference(
        added=found.added,
        removed=[told(row) for row in found.removed],
        modified=[changed(one) for one in found.modified],
        merged=[replace(one, name=told(one.name)) for one in found.merged],
    )


def _like(old: str, new: str | None) -> str:
    """The old text with blocks wherever the new one has them."""
    if new is None or len(new) != len(old):
        return old
    return "".join(after if after == BLOCK else before for before, after in zip(old, new, strict=True))


def as_json(differences: Mapping[str, Difference]) -> dict[str, Any]:
    """The differences as plain values, by table."""
    return {table: asdict(difference) for table, difference in differences.items()}


def as_text(differences: Mapping[str, Difference]) -> Iterator[str]:
    """The differences as lines for a person, a table with none left out."""
    for table, difference in differences.items():
        if not difference:
            continue
        yield (
            f"{table}: {len(difference.added)} added, {len(difference.removed)} removed, "
            f"{len({change.row for change in difference.modified})} modified, {len(difference.merged)} merged"
        )
        yield from (f"  + {row}" for row in difference.added)
        yield from (f"  - {row}" for row in difference.removed)
        yield from (f"  ~ {one.row} {one.column}: {_shown(one.old)} → {_shown(one.new)}" for one in difference.modified)
        yield from (f"  > {one.row} ({one.name}) is now {one.into} ({one.into_name})" for one in difference.merged)
    if not any(differences.values()):
        yield "no difference"


def _shown(value: str | None) -> str:
    return "nothing" if value is None else value


def _difference(table: str, old: Build, new: Build, merges: Mapping[tuple[str, str], str]) -> Difference:
    before, after = _keyed(old, table), _keyed(new, table)
    gone = [key for key in before if key not in after]
    merged = [key for key in gone if (table, key[0]) in merges]
    return Difference(
        added=[_told(key) for key in after if key not in before],
        removed=[_told(key) for key in gone if key not in merged],
        modified=[change for key in before if key in after for change in _changes(key, before[key], after[key])],
        merged=[_merge(table, key, merges, before, after) for key in merged],
    )


def _merge(
    table: str, key: Key, merges: Mapping[tuple[str, str], str], before: Mapping[Key, Row], after: Mapping[Key, Row]
) -> Merge:
    into = merges[table, key[0]]
    return Merge(key[0], into, str(before[key]["name"]), str(after[into,]["name"]))


def _keyed(build: Build, table: str) -> dict[Key, Row]:
    names = TABLES[table].primary_key
    rows = build.load(table, engine="arrow").to_pylist()
    return {tuple(str(row[name]) for name in names): row for row in rows}


def _told(key: Key) -> str:
    return " ".join(key)


def _changes(key: Key, before: Row, after: Row) -> Iterator[Change]:
    for column in after:
        if (old := before.get(column)) != (new := after[column]):
            yield Change(_told(key), column, _as_text(old), _as_text(new))


def _as_text(value: Any) -> str | None:
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return "; ".join(value)
    return value.isoformat() if isinstance(value, date) else f"{value:.15g}"


def _merges(old: Build, new: Build) -> dict[tuple[str, str], str]:
    """(table, old id) → the one id of the new build that the same words support now."""
    owner: dict[tuple[str, str, int, int], str] = {}
    for row in new.load("evidence", engine="arrow").to_pylist():
        if row["table_name"] in MERGED:
            owner[row["table_name"], row["document_id"], row["start"], row["end"]] = row["row_id"]
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in old.load("evidence", engine="arrow").to_pylist():
        now = owner.get((row["table_name"], row["document_id"], row["start"], row["end"]))
        if now is not None and now != row["row_id"]:
            found[row["table_name"], row["row_id"]].add(now)
    return {place: next(iter(ids)) for place, ids in found.items() if len(ids) == 1}
