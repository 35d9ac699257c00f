"""Values set right by hand: each is checked against what it replaces, and fails the build if that is gone."""

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from cases.amend.files import Correction
from cases.edtf import parse_edtf
from cases.errors import CasesError
from cases.resolve import Resolution
from cases.schema import TABLES, codes

Row = dict[str, Any]


@dataclass
class Corrections:
    """The corrections of one build, and which of them found their value.

    Attributes:
        masked: Withholds names, in the new values and in what the table ``corrections`` says.
        applied: Those that found their value.
        changed: The row of each of them, as it is now.
    """

    entries: Sequence[Correction]
    masked: Callable[[str], str] = str
    applied: set[Correction] = field(default_factory=set)
    changed: list[tuple[Correction, Row]] = field(default_factory=list)

    @property
    def removed_charges(self) -> frozenset[str]:
        """Ids of the charges that are to go, and all that hangs on them."""
        return frozenset(one.row for one in self.entries if one.table == "charges" and one.column is None)

    def names(self, resolution: Resolution) -> Resolution:
        """Correct display names first, since other tables repeat them."""
        people = [self._named("people", row.person_id, row) for row in resolution.person_rows]
        bodies = [self._named("organizations", row.organization_id, row) for row in resolution.organization_rows]
        return replace(resolution, person_rows=tuple(people), organization_rows=tuple(bodies))

    def _named(self, table: str, key: str, row: Any) -> Any:
        for one in self._of(table, key):
            if one.column == "name":
                self._match(one, row.name)
                row = replace(row, name=self._new(one))
        return row

    def dropped(self, charge_ids: Iterable[str]) -> None:
        """Note which charges were there to be removed."""
        there = set(charge_ids)
        self.applied |= {one for one in self.entries if one.row in there and one.row in self.removed_charges}

    def apply(self, table: str, rows: list[Row]) -> list[Row]:
        """Correct and remove rows of a table; evidence of removed rows goes with them."""
        if not self.entries:
            return rows
        if table == "findings":
            return [self._finding(row) for row in rows]
        if table == "evidence":
            gone = {(one.table, one.row) for one in self.entries if one.column is None}
            return [row for row in rows if (row["table_name"], row["row_id"]) not in gone]
        key = TABLES[table].primary_key[0]
        return [row for row in rows if self._kept(table, row[key], row)]

    def _kept(self, table: str, key: str, row: Row) -> bool:
        for one in self._of(table, key):
            if one in self.applied:
                continue
            if one.column is None:
                self.applied.add(one)
                return False
            self._match(one, row[one.column])
            _set(table, row, one, self._new(one))
            self.changed.append((one, row))
        return True

    def _finding(self, row: Row) -> Row:
        """A finding repeats its charge: what was corrected there is corrected here, where it reads the same."""
        for one in self._of("charges", row["charge_id"]):
            if one.column not in ("status", "offence", "conspiracy", "country"):
                continue
            old, new = (codes("offences")[v].label if one.column == "offence" else v for v in (one.old, one.new))
            if row[one.column] == old:
                row[one.column] = new
        return row

    def rows(self) -> list[Row]:
        """The rows of the table ``corrections``.

        Raises:
            CasesError: The value that one of them corrects is gone.
        """
        for one in self.entries:
            if one not in self.applied:
                raise CasesError(one.place, f"{one.table} has no row {one.row}", "remove the entry, or name its row")
        return [self._row(one) for one in self.entries]

    def _row(self, one: Correction) -> Row:
        said = "\x1f".join([one.table, one.row, one.column or "", one.date])
        return {
            "correction_id": "x" + hashlib.sha256(said.encode()).hexdigest()[:12],
            "table_name": one.table,
            "row_id": one.row,
            "column": one.column,
            "old": self._told(one.old),
            "new": self._told(one.new),
            "reason": self.masked(one.reason),
            "author": self.masked(one.author),
            "date": one.date,
        }

    def _told(self, value: Any) -> str | None:
        text = _as_text(value)
        return None if text is None else self.masked(text)

    def _of(self, table: str, key: str) -> list[Correction]:
        return [one for one in self.entries if one.table == table and one.row == key]

    def _new(self, one: Correction) -> Any:
        """The new value; a name that is withheld is withheld here too."""
        if isinstance(one.new, tuple):
            return tuple(map(self.masked, one.new))
        return self.masked(one.new) if isinstance(one.new, str) else one.new

    def _match(self, one: Correction, current: Any) -> None:
        if _as_text(current) not in (_as_text(one.old), self._told(one.old)):
            told = f"{one.table} {one.row}: {one.column} is {_as_text(current)!r} now, not {_as_text(one.old)!r}"
            raise CasesError(one.place, told, "look whether the correction still holds")
        self.applied.add(one)


def _set(table: str, row: Row, one: Correction, new: Any) -> None:
    assert one.column is not None
    row[one.column] = new
    if (table, one.column) == ("dates", "edtf"):
        period = parse_edtf(new)
        row |= {"start": period.start, "end": period.end, "precision": period.precision}


def _as_text(value: Any) -> str | None:
    """A value as the table ``corrections`` prints it."""
    if value is None:
        return None
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (int, float)):
        return f"{value:.15g}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (list, tuple)):
        return "; ".join(map(str, value))
    return str(value)
