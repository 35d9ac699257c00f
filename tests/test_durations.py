"""Lengths of time in words and figures, in months."""

import pytest

from cases.language.durations import lengths

LENGTHS = [
    ("seventy-nine years", [948]),
    ("seventy-nine (79) years", [948]),
    ("twenty-one months", [21]),
    ("forty five years", [540]),
    ("one hundred and twenty months", [120]),
    ("one hundred twenty-one months", [121]),
    ("a thirty-five-year sentence", [420]),
    ("87-month", [87]),
    ("two years and six months", [30]),
    ("41 and 36 months", [41, 36]),
    ("four years and 30 months", [48, 30]),
    ("thirty and forty months", [30, 40]),
    ("five to seven years", [84]),
    ("twenty-one to twenty-seven months", [27]),
    ("three and one-half years", [42]),
    ("three and a half years", [42]),
    ("3 and one-half years", [42]),
    ("a year and a half", [18]),
    ("one-half year", [6]),
    ("a 45-year-old man", []),
]


@pytest.mark.parametrize(("text", "months"), LENGTHS, ids=[text for text, _ in LENGTHS])
def test_lengths(text: str, months: list[int]) -> None:
    assert [float(length.months) for length in lengths(text)] == months


@pytest.mark.parametrize(
    ("text", "low"), [("five to seven years", 60), ("twenty-one to thirty months", 21), ("seventy-nine years", None)]
)
def test_the_lower_end_of_a_range(text: str, low: int | None) -> None:
    [length] = lengths(text)
    assert (float(length.low) if length.low is not None else None) == low
