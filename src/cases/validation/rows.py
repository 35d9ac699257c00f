"""The rules that see more than one column of a row."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from cases.edtf import is_edtf, parse_edtf
from cases.schema import TABLES
from cases.validation.failure import Failure, row_key, shown

Row = Mapping[str, Any]
Broken = Iterator[tuple[str, str, str]]
"""Column, rule and message of each rule that a row breaks."""


def check_row(table: str, row: Row) -> Iterator[Failure]:
    """Check what the columns of a row say together; each column by itself is supposed to be right."""
    for column, rule, message in _broken(table, row):
        yield Failure(table, row_key(table, row), column, rule, message)


def has_row_rules(table: str) -> bool:
    """Tell whether any rule looks at whole rows of the table."""
    return table in _RULES or bool(TABLES[table].exactly_one or TABLES[table].at_most_one)


def _broken(table: str, row: Row) -> Broken:
    declared = TABLES[table]
    for columns, fewest, rule in (
        (declared.exactly_one, 1, "exactly one party"),
        (declared.at_most_one, 0, "at most one party"),
    ):
        count = sum(row[column] is not None for column in columns)
        if columns and not fewest <= count <= 1:
            yield columns[0], rule, f"{count} of {', '.join(columns)} have a value"
    if table in _RULES:
        yield from _RULES[table](row)


def _amount(row: Row) -> Broken:
    value, low, high = row["value"], row["value_min"], row["value_max"]
    if low is not None and high is not None and low > high:
        yield "value_min", "value between its bounds", f"{low} is more than value_max {high}"
    if value is not None and low is not None and value < low:
        yield "value", "value between its bounds", f"{value} is less than value_min {low}"
    if value is not None and high is not None and value > high:
        yield "value", "value between its bounds", f"{value} is more than value_max {high}"
    expected = {
        "exact": (False, None, None),
        "approximately": (False, None, None),
        "at_least": (False, value, None),
        "at_most": (False, None, value),
        "vague": (True, low, high),
    }.get(row["qualifier"])
    if expected is not None and (value is None, low, high) != expected:
        found = f"value {value}, value_min {low}, value_max {high}"
        yield "qualifier", "qualifier agrees with the values", f"{row['qualifier']} with {found}"


def _date(row: Row) -> Broken:
    if not is_edtf(row["edtf"]):
        return  # told by the rule of the column
    period = parse_edtf(row["edtf"])
    for column in ("start", "end", "precision"):
        if row[column] != getattr(period, column):
            yield column, "EDTF agrees", f"{shown(row[column])} does not agree with {row['edtf']!r}"


def _penalty(row: Row) -> Broken:
    if row["life"] and row["months"] is not None:
        yield "life", "life has no months", f"for life, and {row['months']} months"
    if (row["value"] is None) != (row["currency"] is None):
        yield "currency", "value has a currency", f"value {row['value']}, currency {shown(row['currency'])}"


def _role(row: Row) -> Broken:
    start, end = row["start"], row["end"]
    if start is None or end is None or not (is_edtf(start) and is_edtf(end)):
        return
    first, last = parse_edtf(start).start, parse_edtf(end).end
    if first is not None and last is not None and last < first:
        yield "end", "start before end", f"{end} is before {start}"


def _case(row: Row) -> Broken:
    if row["first_date"] is not None and row["last_date"] is not None and row["last_date"] < row["first_date"]:
        yield "last_date", "start before end", f"{row['last_date']} is before {row['first_date']}"


def _charge(row: Row) -> Broken:
    if row["offence"] == "conspiracy" and not row["conspiracy"]:
        yield "conspiracy", "conspiracy is conspiracy", "the offence is conspiracy, so this must be true"


def _person(row: Row) -> Broken:
    if row["age_on"] is not None and row["age"] is None:
        yield "age_on", "age on a day", "there is a day and no age"


def _evidence(row: Row) -> Broken:
    start, end, quote, sentence = row["start"], row["end"], row["quote"], row["sentence"]
    if end - start != len(quote):
        yield "end", "span as long as its quote", f"{end} - {start} is not {len(quote)}"
    if sentence is not None and quote not in sentence:
        yield "sentence", "sentence holds the quote", f"{shown(quote)} is not in {shown(sentence)}"


_RULES: Mapping[str, Callable[[Row], Broken]] = {
    "amounts": _amount,
    "cases": _case,
    "charges": _charge,
    "dates": _date,
    "evidence": _evidence,
    "people": _person,
    "penalties": _penalty,
    "roles": _role,
}
