"""Scores of a build by the collection's own script, its errors by kind, and precision by rule."""

import importlib.util
import json
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

Scores = dict[str, dict[str, float]]
PARTY = ("defendant", "party", "person")


@dataclass
class Errors:
    """Errors of one table by kind, and how many rows each method supports, right and in all."""

    kinds: Counter[str] = field(default_factory=Counter)
    right: Counter[str] = field(default_factory=Counter)
    rows: Counter[str] = field(default_factory=Counter)


def score(gold: Path, build: Path, folder: Path) -> dict[str, Any]:
    """What ``score.py`` says of a build against a folder of annotations."""
    out = build / "scores.json"
    command = [sys.executable, str(gold / "score.py"), str(build), str(folder), "--json", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    result: dict[str, Any] = json.loads(out.read_text("utf8"))
    out.unlink()
    return result


def errors(gold: Path, build: Path, folder: Path) -> dict[str, Errors]:
    """Errors by kind and precision by method, with the comparison of the collection's script."""
    scorer = _load(gold / "score.py")
    made = scorer.Build(build)
    evidence = made.t["evidence"]
    found: dict[str, Errors] = {table: Errors() for table in scorer.TABLES}
    for path in sorted((folder / "gold").glob("*.json")):
        annotation = json.loads(path.read_text("utf8"))
        here = evidence[evidence.document_id == path.stem]
        methods = here.groupby(["table_name", "row_id"])["method"].agg(lambda m: sorted(set(m))).to_dict()
        for table in scorer.TABLES:
            _compare(scorer, made, table, annotation[table], path.stem, methods, found[table])
    return found


def _compare(  # noqa: PLR0917
    scorer: ModuleType,
    made: Any,
    table: str,
    items: list[dict[str, Any]],
    document: str,
    methods: dict[tuple[str, str], list[str]],
    found: Errors,
) -> None:
    rows = made.rows(table, document)
    pairs = scorer.pair(items, rows, scorer.comparer(made, table))
    hit_items, hit_rows = {i for i, *_ in pairs}, {j for _, j, _ in pairs}
    found.kinds["wrong code"] += sum(value == 1 for *_, value in pairs)
    missed = [item for i, item in enumerate(items) if i not in hit_items]
    extra = [row for j, row in enumerate(rows) if j not in hit_rows]
    wrong_party = sum(_same_but_party(table, item, extra) for item in missed)
    found.kinds["wrong party"] += wrong_party
    found.kinds["missed"] += len(missed) - wrong_party
    found.kinds["not in the annotation"] += len(extra)
    for j, row in enumerate(rows):
        for method in methods.get((table, row[_key(table)]), []):
            found.rows[method] += 1
            found.right[method] += j in hit_rows


def _same_but_party(table: str, item: dict[str, Any], extra: list[dict[str, Any]]) -> bool:
    """A missed item has a counterpart that differs in its party; each counterpart serves once."""
    same = {"charges": ("offence",), "penalties": ("kind", "basis"), "roles": ("title", "kind")}.get(table)
    if same is None:
        return False
    for row in extra:
        if all(str(item[column]) == str(row[column]) for column in same):
            extra.remove(row)
            return True
    return False


def _key(table: str) -> str:
    return {"people": "person_id", "penalties": "penalty_id"}.get(table, f"{table[:-1]}_id")


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
