"""What changed between two builds: rows added, removed and modified, and rows that became one.

A row whose key alone is another, since its person is now one with another, is modified.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, replace
from datetime import date
from typing import Any

from cases.compare.moves import Key, Moves, Row, find_moves, keyed
from cases.covering import BLOCK, WITHHELD, cover, cover_address, forms_of, given_words
from cases.reader import Build
from cases.schema import TABLES


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs; the values as text, ``None`` for an empty one."""

    row: str
    column: str
    old: str | None
    new: str | None


@dataclass(frozen=True, slots=True)
class Merge:
    """A row of the old build whose words support another row in the new one, with the names of people and bodies."""

    row: str
    into: str
    name: str | None = None
    into_name: str | None = None


@dataclass
class Difference:
    """What changed in one table; rows by their key, with ``labels`` of those that have a name, a party or a title."""

    added: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    modified: list[Change] = field(default_factory=list)
    merged: list[Merge] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.modified or self.merged)


def compare_builds(old: Build, new: Build) -> dict[str, Difference]:
    """Compare every table of two builds; a row that is merged or has a new key is neither removed nor added."""
    moves = find_moves(old, new)
    hidden = _hidden(old, new)
    return {table: _covered(_difference(table, old, new, moves), hidden) for table in TABLES}


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
        merged=[replace(one, name=one.name and told(one.name)) for one in found.merged],
        labels={told(row): told(label) for row, label in found.labels.items()},
    )


def _like(old: str, new: str | None) -> str:
    """The old text with blocks wherever the new one has them."""
    if new is None or len(new) != len(old):
        return old
    return "".join(after if after == BLOCK else before for before, after in zip(old, new, strict=True))


def as_json(differences: Mapping[str, Difference]) -> dict[str, Any]:
    """The differences as plain values, by table."""
    told = {table: asdict(difference) for table, difference in differences.items()}
    for one in told.values():
        del one["labels"]
    return told


def as_text(differences: Mapping[str, Difference]) -> Iterator[str]:
    """The differences as lines for a person, a table with none left out."""
    for table, difference in differences.items():
        if not difference:
            continue
        yield (
            f"{table}: {len(difference.added)} added, {len(difference.removed)} removed, "
            f"{len({change.row for change in difference.modified})} modified, {len(difference.merged)} merged"
        )
        yield from (f"  + {_named(row, difference.labels.get(row))}" for row in difference.added)
        yield from (f"  - {_named(row, difference.labels.get(row))}" for row in difference.removed)
        for one in difference.modified:
            row = _named(one.row, difference.labels.get(one.row))
            yield f"  ~ {row} {one.column}: {_shown(one.old)} → {_shown(one.new)}"
        yield from (
            f"  > {_named(one.row, one.name)} is now {_named(one.into, one.into_name)}" for one in difference.merged
        )
    if not any(differences.values()):
        yield "no difference"


def _shown(value: str | None) -> str:
    return "nothing" if value is None else value


def _named(row: str, name: str | None) -> str:
    return row if name is None else f"{row} ({name})"


def _difference(table: str, old: Build, new: Build, moves: Moves) -> Difference:
    before, after = keyed(old, table), keyed(new, table)
    moved = {key: moves[table, key] for key in before if (table, key) in moves}
    heirs = Counter(moved.values())
    merged = {key: heir for key, heir in moved.items() if heir in before or heirs[heir] > 1}
    same = {key: moved.get(key, key) for key in before if key not in merged}
    rows = {**before, **after, **{key: after[heir] for key, heir in same.items() if heir in after}}
    return Difference(
        added=[_told(key) for key in after if key not in before and key not in heirs],
        removed=[_told(key) for key, heir in same.items() if heir not in after],
        modified=[
            one for key, heir in same.items() if heir in after for one in _changes(key, before[key], after[heir])
        ],
        merged=[
            Merge(_told(key), _told(heir), before[key].get("name"), after[heir].get("name"))
            for key, heir in merged.items()
        ],
        labels={_told(key): label for key, row in rows.items() if (label := _label(row))},
    )


def _label(row: Row) -> str | None:
    """What a person calls a row: the name of whom it is about; an offence never without its status."""
    names = ("name", "party", "person", "title")
    about = next((str(row[name]) for name in names if row.get(name)), None)
    return ", ".join([about, row["offence"], row["status"]]) if about and "offence" in row else about


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
