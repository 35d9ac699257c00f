"""Lengths of time as printed: "two years and six months", "one to three years", "a year and a day", "87-month"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from cases.language.numerals import SMALL, TENS, UNITS, number

MONTHS = {
    "year": Decimal(12),
    "month": Decimal(1),
    "week": Decimal(7) / 30,
    "day": Decimal(1) / 30,
}
PERIODS = "year|month|week|day|hour"
WORDS = (
    rf"(?:(?:{'|'.join([*SMALL, 'hundred', 'a', 'an', 'half'])})\b[\s-]?)+(?:(?:and[\s-])?(?:a|one)[\s-]half\b[\s-]?)?"
)
COUNT = rf"(?:\d{{1,3}}(?:,\d{{3}})*(?:\.\d+)?(?:\s?(?:½|1/2)|[\s-]and[\s-](?:a|one)[\s-]half\b)?|{WORDS})"
LENGTH = re.compile(
    rf"(?<![\w$£€.,/])(?:({COUNT})(?:[\s-]*({PERIODS})s?'?)?(?:\s?(?:to|or|-|–)[\s-]?|\s?-\s?to\s?-\s?|\sand\s(?!(?:a|one)[\s-]half)))?"
    rf"({COUNT})(?:\s?\(\d+\))?[\s-]*({PERIODS})s?'?(?:(?!\w)|(?=(?:in|of)\b))(?!-?\s?old\b)"
)
AND_HALF = re.compile(r"\sand\s(?:a|one)[\s-]half\b")
MORE = re.compile(rf"(?:,?\s(?:and\s)?|-)({COUNT})[\s-]*({PERIODS})s?'?(?!\w)(?!-?\s?old\b)")
UNITS_OF_TEN = frozenset(UNITS.split()[1:10])
LISTED = re.compile(r"(?:\d{1,3},\s)+\Z")
BETWEEN = re.compile(r"\bbetween\s(?:\w+\s)?\Z")
PLAIN = re.compile(r"\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class Length:
    """Characters ``[start, end)`` with a length of time in months; ``hours`` instead for hours.

    Attributes:
        low: The lower end of a range, in months.
        listed: The first of two lengths joined by "and" ("41 and 36 months").
    """

    start: int
    end: int
    months: Decimal
    hours: bool = False
    low: Decimal | None = None
    listed: bool = False


def lengths(text: str) -> Iterator[Length]:
    """The lengths of time in a lower-case text, in order."""
    place = 0
    while match := LENGTH.search(text, place):
        place = match.end()
        months = in_months(match[3], match[4])
        unit = match[2] or match[4]
        first = in_months(match[1], unit) if match[1] else None
        is_and = first is not None and text[match.end(1) : match.start(3)].endswith("and ")
        if first is not None and is_one_number(match[1], text[match.end(1) : match.start(3)], match[3]):
            yield Length(match.start(), place, rounded(first + months), hours=match[4] == "hour")
            continue
        apart = match[2] and not (finer(match[4], match[2]) and is_rest(match[3], match[4], match[2]))
        if first is not None and is_and and apart:  # "five years and 10 years"
            yield Length(match.start(), match.end(2) + 1, rounded(first))
            yield Length(match.start(3), place, rounded(months), hours=match[4] == "hour")
            continue
        if first is not None and is_and and match[2]:  # "two years and six months"
            yield Length(match.start(), place, rounded(first + months))
            continue
        if half := AND_HALF.match(text, place):  # "a year and a half"
            months += in_months("half", match[4])
            place = half.end()
        while (more := MORE.match(text, place)) and finer(more[2], match[4]) and is_rest(more[1], more[2], match[4]):
            months += in_months(more[1], more[2])
            place = more.end()
        if first is not None and is_and and not BETWEEN.search(text, max(0, match.start() - 24), match.start()):
            yield from listed(text, match, first)
            yield Length(match.start(3), place, rounded(months))
            continue
        low = None if first is None else rounded(first)
        yield Length(match.start(), place, rounded(months), hours=match[4] == "hour", low=low)


def is_one_number(first: str, between: str, last: str) -> bool:
    """Whether two counts in words are one: "seventy-nine", "one hundred and twenty"; "seventy to ninety" is a range."""
    words, unit = first.strip(" -").split(), last.strip(" -")
    if between.strip() == "and":
        return words[-1:] == ["hundred"] and unit.split("-")[0] in SMALL
    return between in {"", "-"} and words[-1:] != [] and words[-1] in TENS.split() and unit in UNITS_OF_TEN


def listed(text: str, match: re.Match[str], last: Decimal) -> Iterator[Length]:
    """The lengths that share the unit of the one after them: 20, 15 (and 12 years)."""
    if before := LISTED.search(text, max(0, match.start() - 60), match.start()):
        for count in PLAIN.finditer(text, before.start(), before.end()):
            yield Length(count.start(), count.end(), in_months(count[0].rstrip(","), match[4]), listed=True)
    yield Length(match.start(1), match.end(1), last, listed=True)


def finer(unit: str, than: str) -> bool:
    """A unit that is added to a coarser one before it: the months of "two years, six months"."""
    order = PERIODS.split("|")
    return order.index(unit) > order.index(than) and unit != "hour"


def is_rest(count: str, unit: str, than: str) -> bool:
    """Fewer than the coarser unit holds: "two years and six months", not "35 years and 91 months"."""
    return (unit, than) != ("month", "year") or in_months(count, unit) < MONTHS["year"]


def in_months(count: str, unit: str) -> Decimal:
    """A count of units in months; hours stay hours."""
    count = count.strip().replace("-", " ")
    if digits := PLAIN.match(count):
        value = Decimal(digits[0].replace(",", "").rstrip("."))
        if count.endswith(("½", "1/2", "half")):
            value += Decimal("0.5")
    else:
        words = count.replace("one half", "half").split()
        spoken = number([w for w in words if w not in {"a", "an"}])
        value = spoken if spoken is not None else Decimal(1)
    return value if unit == "hour" else value * MONTHS[unit]


def rounded(months: Decimal) -> Decimal:
    """Months to one decimal."""
    return months.quantize(Decimal("0.1")).normalize() if months % 1 else months
