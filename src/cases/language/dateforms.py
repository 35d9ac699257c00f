"""From the words of one expression to EDTF: a function for each form that the pattern of dates knows.

Nothing here looks at grammar: what the words cannot say (whether a date lies ahead, which date came before) arrives in
the ``Context``.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from cases.language import calendar, datetext

YEAR = re.compile(datetext.YEAR)
NEAR = 40  # characters before a match that tell how it is meant
WORD = re.compile(r"[A-Za-z]+")
LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class Found:
    """Characters ``[start, end)`` that name a date; ``lacking`` are its month and day if it has no year of its own."""

    start: int
    end: int
    edtf: str
    form: str
    lacking: tuple[int, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against: the day of publication, whether it lies ahead, and the date before it.

    Attributes:
        day_first: Whether the text prints the day before the month in figures with slashes.
    """

    reference: date | None
    ahead: bool
    anchor: str | None
    day_first: bool = False


def is_day_first(matches: Iterable[re.Match[str]]) -> bool:
    """Whether a text prints "15/2/2023": by its dates that allow one reading alone, else the month comes first."""
    figures = [[int(n) for n in re.findall(r"\d+", m[0])] for m in matches if m.lastgroup == "slashes"]
    return any(first > LAST_MONTH for first, *_ in figures) and all(second <= LAST_MONTH for _, second, _ in figures)


def plain(match: re.Match[str], day_first: bool = False) -> str | None:
    """EDTF of a full date as printed: ISO, "2/15/2023", "15.2.2023", "February 15, 2023"; None without its year."""
    printed = match[0]
    if match.lastgroup == "iso":
        return calendar.valid(printed)
    figures = [int(n) for n in re.findall(r"\d+", printed)]
    if match.lastgroup == "slashes":
        first, second, year = figures
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        month, day = (second, first) if day_first else (first, second)
        return calendar.of_year(year, month, day) or calendar.of_year(year, day, month)
    if match.lastgroup == "dots":
        return calendar.of_year(figures[2], figures[1], figures[0])
    number = month_in(printed)
    return calendar.of_year(figures[1], number, figures[0]) if number and len(figures) == 2 else None


def month_in(printed: str) -> int | None:
    """The number of the first month that the words name."""
    return next((datetext.months()[w] for w in map(str.lower, WORD.findall(printed)) if w in datetext.months()), None)


def number_in(printed: str) -> int | None:
    """The first number of the words, in figures or letters."""
    for word in re.findall(r"[A-Za-z]+|\d+", printed.lower()):
        if word.isdigit():
            return int(word)
        if word in datetext.numbers():
            return datetext.numbers()[word]
    return None


def unit_in(printed: str) -> calendar.Unit:
    """The unit of time that the words name."""
    found = re.search(datetext.UNITS, printed.lower())
    units: dict[str, calendar.Unit] = {"day": "day", "week": "week", "month": "month", "year": "year"}
    return units[found[0]] if found else "day"


def year_of(printed: str, reference: date | None) -> int | None:
    """The year that the words give, in figures or as "last year"."""
    figures = YEAR.search(printed)
    if figures:
        return int(figures[0])
    shift = {"last year": -1, "this year": 0, "next year": 1}.get(" ".join(printed.lower().split()[-2:]))
    return reference.year + shift if reference is not None and shift is not None else None


def made(match: re.Match[str], edtf: str | None, lacking: tuple[int, int | None] | None = None) -> list[Found]:
    """The one date that a match gives, if it resolves."""
    return [Found(match.start(), match.end(), edtf or "", str(match.lastgroup), lacking)] if edtf or lacking else []


def full_date(match: re.Match[str], context: Context) -> list[Found]:
    """A day, with its year or without: "15 February", "Feb. 15, 2023"."""
    if edtf := plain(match, context.day_first):
        return made(match, edtf)
    number, figures = month_in(match[0]), re.findall(r"\d+", match[0])
    if number is None or not figures:
        return []
    day_of_month = int(figures[0])
    year = year_of(match[0], context.reference)
    if year is not None:
        return made(match, calendar.of_year(year, number, day_of_month))
    if len(figures) > 1 or not 1 <= day_of_month <= 31:
        return []
    return yearless(match, context, number, day_of_month)


def yearless(match: re.Match[str], context: Context, number: int, day_of_month: int | None) -> list[Found]:
    """A month or a day of it, resolved if the publication date is known; else it waits for the year of a neighbour."""
    edtf = context.reference and calendar.nearest(number, day_of_month, context.reference, context.ahead)
    return made(match, edtf or None, (number, day_of_month))


def month_of_year(match: re.Match[str], context: Context) -> list[Found]:
    """A month with its year: "late March 2015", "April last year"."""
    number, year = month_in(match[0]), year_of(match[0], context.reference)
    return made(match, calendar.of_year(year, number)) if year is not None and number is not None else []


def month_alone(match: re.Match[str], context: Context) -> list[Found]:
    """A month without a year: "in March", "last December", "mid-April"."""
    number = month_in(match[0])
    if number is None:
        return []
    first = match[0].lower().split()[0]
    if context.reference is not None and first in {"last", "next"}:
        ahead = first == "next"
        away = calendar.moved(context.reference.replace(day=1), 1 if ahead else -1, "month")
        return made(match, calendar.nearest(number, None, away, ahead))
    return yearless(match, context, number, None)


def year_alone(match: re.Match[str], context: Context) -> list[Found]:
    """A year, with a season or a part of it: "2019", "late 2010"."""
    return made(match, year_text(match[0]))


def year_text(printed: str) -> str | None:
    """The first year of the words as EDTF."""
    figures = YEAR.search(printed)
    return figures[0] if figures else None


def two_years(match: re.Match[str], context: Context) -> list[Found]:
    """A range of years: "2006-2012", "1979-81"."""
    first, second = re.findall(r"\d+", match[0])
    return made(match, calendar.valid(f"{first}/{second if len(second) == 4 else first[:2] + second}"))


def two_days(match: re.Match[str], context: Context) -> list[Found]:
    """Two days of one month: "March 3-5, 2015" is an interval, "March 3 and 5" is two days."""
    number, figures = month_in(match[0]), [int(n) for n in re.findall(r"\d+", match[0])]
    if number is None:
        return []
    year = figures[2] if len(figures) > 2 else None
    if year is None and context.reference is not None:
        point = calendar.nearest(number, figures[0], context.reference, context.ahead)
        year = int(point[:4]) if point else None
    if year is None:
        return []
    first, last = (calendar.of_year(year, number, d) for d in figures[:2])
    if first is None or last is None:
        return []
    if match.lastgroup == "days":
        return made(match, calendar.joined(first, last))
    return [*made(match, first), *made(match, last)]


def today(match: re.Match[str], context: Context) -> list[Found]:
    """Today, yesterday, tomorrow, this morning, last night."""
    if context.reference is None:
        return []
    printed = match[0].lower()
    shift = 1 if "tomorrow" in printed else -1 if "yesterday" in printed or printed.startswith("last") else 0
    return made(match, calendar.day(context.reference + timedelta(days=shift)))


def weekday_in(printed: str) -> int | None:
    """The number of the day of the week that the words name, Monday 0."""
    return next(
        (datetext.weekdays()[w] for w in map(str.lower, WORD.findall(printed)) if w in datetext.weekdays()), None
    )


def day_of_week(match: re.Match[str], context: Context) -> list[Found]:
    """A day of the week: "Friday", "last Tuesday", "Monday last week"."""
    number, printed = weekday_in(match[0]), match[0].lower()
    if context.reference is None or number is None:
        return []
    if match.lastgroup == "day_of_week":
        shift = -1 if "last" in printed else 1 if "next" in printed else 0
        monday = context.reference - timedelta(days=context.reference.weekday())
        return made(match, calendar.day(monday + timedelta(days=7 * shift + number)))
    ahead = (context.ahead and not printed.startswith(("last", "earlier"))) or printed.startswith(("next", "later"))
    strictly = printed.startswith(("last", "next"))
    return made(match, calendar.day(calendar.weekday(number, context.reference, ahead, strictly)))


def period(match: re.Match[str], context: Context) -> list[Found]:
    """A week, month, year or season told from today: "earlier this month", "last week", "next year"."""
    if context.reference is None:
        return []
    printed = match[0].lower()
    shift = 1 if "next" in printed else -1 if "last" in printed or "past" in printed else 0
    if "weekend" in printed:
        ahead = shift >= 0 and context.ahead
        saturday = calendar.weekday(
            5, context.reference, ahead, strictly=shift < 0 and context.reference.weekday() == 5
        )
        return made(match, f"{calendar.day(saturday)}/{calendar.day(saturday + timedelta(days=1))}")
    if "week" in printed:
        return made(match, calendar.week(context.reference, shift))
    if "month" in printed:
        return made(match, calendar.month(calendar.moved(context.reference.replace(day=1), shift, "month")))
    return made(match, calendar.of_year(context.reference.year + shift))


def ago(match: re.Match[str], context: Context) -> list[Found]:
    """A distance back from today; weeks and days with "almost" or "about" give the month."""
    count, unit = number_in(match[0]), unit_in(match[0])
    if context.reference is None or count is None or (unit == "year" and count > 100):
        return []
    there = calendar.moved(context.reference, -count, unit)
    vague = match[0].lower().startswith(("about", "almost", "nearly", "around", "some", "roughly", "over", "more"))
    if unit == "year":
        return made(match, f"{there.year:04}")
    return made(match, calendar.month(there) if unit == "month" or vague else calendar.day(there))


def later(match: re.Match[str], context: Context) -> list[Found]:
    """A distance from the date before: "six months later", "two years earlier", "the next day", "that same year"."""
    printed = match[0].lower()
    if context.anchor is None:
        return []
    if match.lastgroup == "same":
        return made(match, truncated(context.anchor, unit_in(printed)))
    count = 1 if match.lastgroup == "next_one" else number_in(printed)
    if count is None or count > 100:
        return []
    before = match.string[max(0, match.start() - NEAR) : match.start()]
    if before.rstrip().lower().endswith("for") and match.lastgroup == "later":
        return made(match, calendar.lasting(context.anchor, count, unit_in(printed)))
    back = "earlier" in printed or "before" in printed
    return made(match, calendar.shifted(context.anchor, -count if back else count, unit_in(printed)))


def truncated(edtf: str, unit: calendar.Unit) -> str | None:
    """The day, month or year of a date that is at least as fine as that."""
    length = {"day": 10, "week": 10, "month": 7, "year": 4}[unit]
    return edtf[:length] if "/" not in edtf and len(edtf) >= length else None


def part_of_year(match: re.Match[str], context: Context) -> list[Found]:
    """Some months of a year: "the first three months of 2020", "the last quarter of 2014"."""
    printed = match[0].lower()
    year = year_text(printed)
    count = 3 if "quarter" in printed else 6 if "half" in printed else number_in(printed.split("months", maxsplit=1)[0])
    if year is None or count is None or not 1 <= count <= 12:
        return []
    return made(match, calendar.months_of(int(year), 1 if "first" in printed else 13 - count, count))


def year_to(match: re.Match[str], context: Context) -> list[Found]:
    """Twelve months up to one: "the year to March 2019"."""
    number, year = month_in(match[0]), year_text(match[0])
    end = calendar.of_year(int(year), number) if year and number else None
    return made(match, calendar.year_to(end) if end else None)


FORMS: dict[str, Callable[[re.Match[str], Context], list[Found]]] = {
    "iso": full_date,
    "slashes": full_date,
    "dots": full_date,
    "mdy": full_date,
    "dmy": full_date,
    "days": two_days,
    "two_days": two_days,
    "my": month_of_year,
    "month": month_alone,
    "year": year_alone,
    "years": two_years,
    "months_of": part_of_year,
    "year_to": year_to,
    "today": today,
    "weekday": day_of_week,
    "day_of_week": day_of_week,
    "period": period,
    "ago": ago,
    "later": later,
    "next_one": later,
    "same": later,
}
