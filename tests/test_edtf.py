"""EDTF: what each form covers, and what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cases.edtf import EdtfError, Period, is_edtf, parse_edtf


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023-02-15", Period(date(2023, 2, 15), date(2023, 2, 15), "day")),
        ("2023-02", Period(date(2023, 2, 1), date(2023, 2, 28), "month")),
        ("2024-02", Period(date(2024, 2, 1), date(2024, 2, 29), "month")),  # a leap year
        ("1999", Period(date(1999, 1, 1), date(1999, 12, 31), "year")),
        ("2006/2012", Period(date(2006, 1, 1), date(2012, 12, 31), "interval")),
        ("2006-11/2007-03-02", Period(date(2006, 11, 1), date(2007, 3, 2), "interval")),
        ("2006/2006", Period(date(2006, 1, 1), date(2006, 12, 31), "interval")),
        ("2006/..", Period(date(2006, 1, 1), None, "interval")),
        ("../2012", Period(None, date(2012, 12, 31), "interval")),
    ],
)
def test_what_a_form_covers(text: str, expected: Period) -> None:
    assert parse_edtf(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023-2-15",
        "2023-02-30",
        "2023-13",
        "0000",
        "23",
        "2023-02-15T10:00",
        "2012/2006",
        "../..",
        "2006/",
        "/2006",
        "2006/2007/2008",
        "2004~",
        "201X",
        "٢٠٢٣",  # digits, but not those of the standard
        "2023-02\n",
    ],
)
def test_what_is_refused(text: str) -> None:
    assert not is_edtf(text)
    with pytest.raises(EdtfError, match=r"EDTF|calendar|interval"):
        parse_edtf(text)


@given(st.dates(), st.dates())
def test_an_interval_of_days_holds_both(first: date, last: date) -> None:
    low, high = sorted((first, last))
    assert parse_edtf(f"{low}/{high}") == Period(low, high, "interval")
