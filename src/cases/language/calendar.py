"""Calendar arithmetic on EDTF text: what a month or day without a year, "last week" or "six months later" comes to."""

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

from cases.edtf import EdtfError, parse_edtf

Unit = Literal["day", "week", "month", "year"]


def day(moment: date) -> str:
    """A day as EDTF."""
    return moment.isoformat()


def month(moment: date) -> str:
    """The month of a day as EDTF."""
    return f"{moment.year:04}-{moment.month:02}"


def valid(edtf: str | None) -> str | None:
    """The text if it is an EDTF day, month, year or interval of the calendar, else None."""
    try:
        parse_edtf(edtf or "")
    except EdtfError:
        return None
    return edtf


def of_year(year: int, number: int | None = None, day_of_month: int | None = None) -> str | None:
    """Year, month and day as EDTF; None for a day that no calendar has."""
    text = f"{year:04}"
    if number is not None:
        text += f"-{number:02}"
    if day_of_month is not None:
        text += f"-{day_of_month:02}"
    return valid(text)


def nearest(number: int, day_of_month: int | None, reference: date, ahead: bool) -> str | None:
    """A month, or a day of it, without a year: the nearest one not after the reference, or not before it if ahead."""
    here = (reference.month, reference.day if day_of_month else 0)
    asked = (number, day_of_month or 0)
    year = reference.year
    if ahead and asked < here:
        year += 1
    if not ahead and asked > here:
        year -= 1
    return of_year(year, number, day_of_month)


def weekday(number: int, reference: date, ahead: bool, strictly: bool = False) -> date:
    """The nearest such day of the week (Monday 0) not after the reference, or not before it if ahead."""
    distance = (number - reference.weekday()) % 7 if ahead else (reference.weekday() - number) % 7
    if strictly and distance == 0:
        distance = 7
    return reference + timedelta(days=distance if ahead else -distance)


def week(reference: date, shift: int = 0) -> str:
    """Monday to Sunday of the reference's week, or of one so many weeks away, as an interval."""
    monday = reference + timedelta(days=7 * shift - reference.weekday())
    return f"{day(monday)}/{day(monday + timedelta(days=6))}"


def moved(moment: date, count: int, unit: Unit) -> date:
    """The day so many units away; a day that its month lacks becomes the month's last."""
    if unit in {"day", "week"}:
        return moment + timedelta(days=count * (7 if unit == "week" else 1))
    months = moment.year * 12 + moment.month - 1 + count * (12 if unit == "year" else 1)
    year, number = divmod(months, 12)
    return date(year, number + 1, min(moment.day, monthrange(year, number + 1)[1]))


def shifted(edtf: str, count: int, unit: Unit) -> str | None:
    """A date so many units away from another, no finer than either; None where the other is coarser than the unit.

    ``2018-04`` and six months is ``2018-10``; ``2018-04-03`` and two years is ``2020``; ``2018`` and a month is none.
    """
    period = parse_edtf(edtf)
    start = period.start if count < 0 or period.precision != "interval" else period.end
    if start is None or (period.precision == "year" and unit != "year"):
        return None
    if unit in {"day", "week"} and period.precision == "month":
        return None
    try:
        there = moved(start, count, unit)
    except (ValueError, OverflowError):
        return None
    return {"day": day(there), "week": day(there), "month": month(there), "year": f"{there.year:04}"}[unit]


def joined(left: str, right: str) -> str | None:
    """From one date to another: the interval from the first's start to the last's end; None if it runs backwards."""
    return valid(f"{left.split('/', maxsplit=1)[0]}/{right.rsplit('/', maxsplit=1)[-1]}")


def months_of(year: int, first: int, count: int) -> str:
    """So many months of a year from the first one on, as an interval of months."""
    return f"{year:04}-{first:02}/{year:04}-{first + count - 1:02}"


def year_to(edtf: str) -> str | None:
    """The twelve months that end with a month: ``2018-04/2019-03`` for ``2019-03``."""
    period = parse_edtf(edtf)
    if period.precision != "month" or period.start is None:
        return None
    return f"{month(moved(period.start, -11, 'month'))}/{edtf}"


def lasting(edtf: str, count: int, unit: Unit) -> str | None:
    """So many units from the end of a date on: ``2012/2018`` for six years from ``2006/2012``."""
    start, end = edtf.rsplit("/", maxsplit=1)[-1], shifted(edtf, count, unit)
    return joined(start[: len(end)], end) if end else None
