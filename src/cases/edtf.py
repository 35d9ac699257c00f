"""Extended Date/Time Format (ISO 8601-2:2019), the part that this dataset uses: days, months, years and intervals.

``2023-02-15``, ``2023-02``, ``2023``, ``2006/2012``, ``2006/..`` and ``../2012``. Uncertain dates, seasons and
unspecified digits are not used, so they are errors here.
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

Precision = Literal["day", "month", "year", "interval"]

OPEN = ".."
_POINT = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


class EdtfError(ValueError):
    """The text is no date in the part of EDTF that this dataset uses."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that an EDTF expression covers, both included; ``None`` is an open end of an interval."""

    start: date | None
    end: date | None
    precision: Precision


@lru_cache(maxsize=65536)
def parse_edtf(text: str) -> Period:
    """Read an EDTF expression as its first day, its last day and its precision.

    Args:
        text: Such as ``2023-02``.

    Returns:
        For ``2023-02``: 2023-02-01, 2023-02-28, ``month``.

    Raises:
        EdtfError: The text is not EDTF, names an impossible day, or its interval ends before it starts.
    """
    first, slash, last = text.partition("/")
    if not slash:
        return _point(first, text)
    if first == last == OPEN:
        raise EdtfError(f"{text!r} is an interval that is open at both ends")
    start = None if first == OPEN else _point(first, text).start
    end = None if last == OPEN else _point(last, text).end
    if start is not None and end is not None and end < start:
        raise EdtfError(f"{text!r} is an interval that ends before it starts")
    return Period(start, end, "interval")


def is_edtf(text: str) -> bool:
    """Tell whether ``parse_edtf`` reads the text."""
    try:
        parse_edtf(text)
    except EdtfError:
        return False
    return True


def _point(text: str, whole: str) -> Period:
    match = _POINT.fullmatch(text)
    if match is None:
        raise EdtfError(f"{whole!r} is no EDTF day, month, year or interval")
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None  # the pattern has it
    try:
        if month is None:
            return Period(date(year, 1, 1), date(year, 12, 31), "year")
        if day is None:
            return Period(date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1]), "month")
        return Period(date(year, month, day), date(year, month, day), "day")
    except (ValueError, calendar.IllegalMonthError):
        raise EdtfError(f"{whole!r} names a day or month that no calendar has") from None
