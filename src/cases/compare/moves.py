"""Which row of an old build is which row of a new one, where its key is another: the words behind it tell.

A key depends on who is meant. When two people become one, the keys of all that is known of one of them change too; such
a row is neither removed nor added.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cases.reader import Build
from cases.schema import TABLES

Key = tuple[str, ...]
Row = Mapping[str, Any]
Span = tuple[str, int, int]
Spans = Mapping[str, Mapping[str, frozenset[Span]]]
"""Table → row → where the words stand that support it."""
Moves = dict[tuple[str, Key], Key]
"""Table and key of an old row → key of the new one."""


def keyed(build: Build, table: str) -> dict[Key, Row]:
    """The rows of a table by their keys."""
    names = TABLES[table].primary_key
    rows = build.load(table, engine="arrow").to_pylist()
    return {tuple(str(row[name]) for name in names): row for row in rows}


def find_moves(old: Build, new: Build) -> Moves:
    """Find the new keys of rows whose old ones are gone."""
    before, after = _spans(old), _spans(new)
    moves: Moves = {}
    for table in (name for name, declared in TABLES.items() if declared.evidenced):
        moves.update(_by_words(table, keyed(old, table), keyed(new, table), before, after))
    moves.update(_cases(old, new, moves))
    moves.update(_findings(old, new, moves))
    moves.update(_evidence(old, new, moves))
    return moves


def _spans(build: Build) -> Spans:
    found: dict[str, dict[str, set[Span]]] = defaultdict(lambda: defaultdict(set))
    for row in build.load("evidence", engine="arrow").to_pylist():
        found[row["table_name"]][row["row_id"]].add((row["document_id"], row["start"], row["end"]))
    return {table: {row: frozenset(spans) for row, spans in rows.items()} for table, rows in found.items()}


def _by_words(
    table: str, old: Mapping[Key, Row], new: Mapping[Key, Row], before: Spans, after: Spans
) -> Iterator[tuple[tuple[str, Key], Key]]:
    """Rows all of whose words support another row now, which they did not all support before."""
    held, holds = before.get(table, {}), after.get(table, {})
    holders: dict[Span, set[str]] = defaultdict(set)
    for row, spans in holds.items():
        for span in spans:
            holders[span].add(row)
    for key in old:
        if key in new:
            continue
        alive = [span for span in held.get(key[0], ()) if span in holders]
        shared = set[str].intersection(*(holders[span] for span in alive)) if alive else set[str]()
        heirs = [row for row in shared if not held.get(row, frozenset()).issuperset(alive)]
        if heir := _only_best(heirs, old[key], new):
            yield (table, key), (heir,)


def _only_best(heirs: Iterable[str], row: Row, new: Mapping[Key, Row]) -> str | None:
    """Of several the one that has most values of the old row; none if two have as many."""
    ranked = sorted((sum(new[heir,][name] == value for name, value in row.items()), heir) for heir in heirs)
    if not ranked or (len(ranked) > 1 and ranked[-1][0] == ranked[-2][0]):
        return None
    return ranked[-1][1]


def _cases(old: Build, new: Build, moves: Moves) -> Iterator[tuple[tuple[str, Key], Key]]:
    """A case is where its charges are."""
    there, charges = keyed(new, "cases"), keyed(new, "charges")
    found: dict[Key, set[Key]] = defaultdict(set)
    for key, charge in keyed(old, "charges").items():
        heir = charges.get(moves.get(("charges", key), key))
        if heir is not None and heir["case_id"] and charge["case_id"]:
            found[charge["case_id"],].add((heir["case_id"],))
    for case, heirs in found.items():
        if case not in there and len(heirs) == 1:
            yield ("cases", case), heirs.pop()


def _findings(old: Build, new: Build, moves: Moves) -> Iterator[tuple[tuple[str, Key], Key]]:
    there = keyed(new, "findings")
    for key, row in keyed(old, "findings").items():
        (charge,) = moves.get(("charges", (row["charge_id"],)), (row["charge_id"],))
        heir = tuple(charge if value == row["charge_id"] else value for value in key)
        if key not in there and heir in there:
            yield ("findings", key), heir


def _evidence(old: Build, new: Build, moves: Moves) -> Iterator[tuple[tuple[str, Key], Key]]:
    there = keyed(new, "evidence")
    placed = {_place(row, row["row_id"]): key for key, row in there.items()}
    for key, row in keyed(old, "evidence").items():
        (supported,) = moves.get((row["table_name"], (row["row_id"],)), (row["row_id"],))
        heir = placed.get(_place(row, supported))
        if key not in there and heir is not None:
            yield ("evidence", key), heir


def _place(row: Row, supported: str) -> tuple[Any, ...]:
    return row["table_name"], supported, row["document_id"], row["start"], row["end"]
