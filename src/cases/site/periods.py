"""Dates as a person says them, no more precise than the documents tell."""

from collections.abc import Iterable
from datetime import date

from cases.edtf import OPEN, parse_edtf


def period(edtf: str) -> str:
    """A date in words: "2001 to 2005", "from 2006", "until 2012"; a day, a month or a year as it is."""
    first, slash, last = edtf.partition("/")
    if not slash or first == last:
        return first
    if last == OPEN:
        return f"from {first}"
    return f"until {last}" if first == OPEN else f"{first} to {last}"


def points(dates: Iterable[str]) -> list[str]:
    """The days, months and years that dates are made of, the most precise last."""
    return sorted({point for edtf in dates for point in edtf.split("/") if point != OPEN}, key=len)


def first_told(day: date, dates: Iterable[str]) -> str:
    """A first day as it is told: the year, where out of a whole year it was made; else the day."""
    return {parse_edtf(point).start: point for point in points(dates)}.get(day, day.isoformat())


def last_told(day: date, dates: Iterable[str]) -> str:
    """A last day as it is told: the year, where out of a whole year it was made; else the day."""
    return {parse_edtf(point).end: point for point in points(dates)}.get(day, day.isoformat())
