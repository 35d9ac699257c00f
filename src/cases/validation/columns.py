"""The rules of single columns as plain functions, made once from the declarations: fast enough for every document."""

import math
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from cases.edtf import is_edtf
from cases.schema import TABLES, Column, codes
from cases.validation.failure import Failure, row_key, shown

Holds = Callable[[Any], bool]


def check_columns(table: str, row: Mapping[str, Any]) -> Iterator[Failure]:
    """Check the columns of a row: that they are the declared ones, and each value by itself."""
    rules = _rules(table)
    if row.keys() != rules.keys():
        yield from _wrong_keys(table, row, rules)
        return
    for name, (required, tests) in rules.items():
        value = row[name]
        if value is None:
            if required:
                yield Failure(table, row_key(table, row), name, "required", "has no value")
            continue
        for rule, holds in tests:
            if not holds(value):
                yield Failure(table, row_key(table, row), name, rule, f"{shown(value)} breaks it")
                break  # the later rules suppose the earlier ones


def _wrong_keys(table: str, row: Mapping[str, Any], rules: Mapping[str, Any]) -> Iterator[Failure]:
    for name in rules.keys() - row.keys():
        yield Failure(table, row_key(table, row), name, "columns", "the declared column is missing")
    for name in row.keys() - rules.keys():
        yield Failure(table, row_key(table, row), name, "columns", "the column is not declared")


@lru_cache(maxsize=64)
def _rules(table: str) -> Mapping[str, tuple[bool, tuple[tuple[str, Holds], ...]]]:
    return {column.name: (column.required, tuple(_tests(column))) for column in TABLES[table].columns}


def _tests(column: Column) -> Iterator[tuple[str, Holds]]:
    yield f"type {column.type}", _TYPE_TESTS[column.type]
    if column.codes is not None:
        yield f"codes {column.codes}", frozenset(codes(column.codes).values).__contains__
    if column.format == "edtf":
        yield "EDTF", is_edtf
    if column.pattern is not None:
        matches = re.compile(column.pattern).fullmatch
        yield f"pattern {column.pattern}", lambda value: matches(value) is not None
    yield from _bounds(column)


def _bounds(column: Column) -> Iterator[tuple[str, Holds]]:
    low, high = column.minimum, column.maximum
    shortest, longest = column.min_length, column.max_length
    if low is not None:
        yield f"minimum {low:g}", lambda value: bool(value >= low)
    if high is not None:
        yield f"maximum {high:g}", lambda value: bool(value <= high)
    if shortest is not None:
        yield f"minLength {shortest}", lambda value: len(value) >= shortest
    if longest is not None:
        yield f"maxLength {longest}", lambda value: len(value) <= longest


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


_TYPE_TESTS: Mapping[str, Holds] = {
    "string": lambda value: type(value) is str,
    "date": lambda value: type(value) is date,
    "boolean": lambda value: type(value) is bool,
    "integer": lambda value: type(value) is int,
    "number": _is_number,
    "list": _is_list,
}
