"""Expressions that resolve to a calendar day, month, year or interval, before anyone asks what happened then.

One pattern finds the expressions; each form is resolved by a function of its own against the day of publication, in
text order, so that "six months later" counts from the date before it. Neighbours that an "and" or a "to" ties become
one interval.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from spacy.tokens import Token

from cases.edtf import parse_edtf
from cases.language import calendar, datetext
from cases.language.grammar import ancestors, is_verb
from cases.language.lexicon import load_words
from cases.language.reading import Reading
from cases.language.values import Expression

HEAD = 900
LINE = 80
LATE = timedelta(days=31)
FULL = {"iso", "slashes", "mdy", "dmy", "dots"}
DAYS = {"mdy", "dmy", "weekday"}
YEAR = re.compile(datetext.YEAR)
WORD = re.compile(r"[A-Za-z]+")


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
    """What an expression is resolved against: the day of publication, whether it lies ahead, and the date before it."""

    reference: date | None
    ahead: bool
    anchor: str | None


def find(reading: Reading) -> tuple[Expression, ...]:
    """Every date expression that resolves, in text order."""
    text = reading.doc.text
    starts = [token.idx for token in reading.doc]
    matches = [m for m in datetext.pattern().finditer(text) if is_date(m, text)]
    reference = dateline(matches, text, reading.document.published)
    matches = [m for m in matches if not is_heading(m, text, reference)]
    expressions = []
    for found in intervals(list(resolved(matches, reading, starts, reference)), text):
        start, end = bisect_right(starts, found.start) - 1, bisect_right(starts, found.end - 1)
        expressions.append(Expression(start, end, reading.text[found.start : found.end], found.edtf))
    return tuple(expressions)


def is_date(match: re.Match[str], text: str) -> bool:
    """The words around the match leave it a date: no "Section 2001", no "may", no copyright line."""
    form, words = match.lastgroup, load_words("times")
    before, after = (
        text[max(0, match.start() - 24) : match.start()].lower(),
        text[match.end() : match.end() + 24].lower(),
    )
    if form == "decade":
        return False
    if form == "month" and not match[0][first_of_month(match[0])].isupper():
        return False
    around = f"{before}{match[0].lower()}{after}"
    if any(name in around for name in words["names"]):
        return False
    if form == "year":
        return not (ends_with(before, words["before_no_year"]) or starts_with(after, words["after_no_year"]))
    return True


def first_of_month(printed: str) -> int:
    """Where the month begins in "late March": its last word."""
    return printed.rstrip(".").replace("-", " ").rfind(" ") + 1


def ends_with(before: str, words: Sequence[str]) -> bool:
    """The text ends with one of the words."""
    before = before.rstrip()
    return any(before.endswith(w) and not before[: -len(w)][-1:].isalpha() for w in words)


def starts_with(after: str, words: Sequence[str]) -> bool:
    """The text begins with one of the words."""
    after = after.lstrip()
    return any(after.startswith(w) and not after[len(w) : len(w) + 1].isalpha() for w in words)


def dateline(matches: Sequence[re.Match[str]], text: str, published: date | None) -> date | None:
    """The day that "today" means: that of a line of its own at the head, a month before the publication at most."""
    if published is None:
        return None
    for match in matches:
        if match.start() > HEAD:
            break
        if match.lastgroup in FULL and is_own_line(match, text) and (edtf := plain(match)) and len(edtf) == 10:
            moment = date.fromisoformat(edtf)
            if published - LATE <= moment <= published:
                return moment
    return published


def is_own_line(match: re.Match[str], text: str) -> bool:
    """Nothing but the date stands in the line."""
    start = text.rfind("\n", 0, match.start()) + 1
    end = text.find("\n", match.end())
    rest = text[start : match.start()] + text[match.end() : end if end >= 0 else len(text)]
    return not rest.strip(" \t.,|:-–")


def is_heading(match: re.Match[str], text: str, reference: date | None) -> bool:
    """The day of publication as the head of the document prints it, which is no event: "Admin | July 30, 2024"."""
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end())
    if match.lastgroup == "iso" and text[: match.start()].strip().lower() == "date":
        return True
    if match.start() > HEAD or match.lastgroup not in FULL or reference is None:
        return False
    short = (end if end >= 0 else len(text)) - start < LINE
    return short and plain(match) == reference.isoformat()


def resolved(
    matches: Sequence[re.Match[str]], reading: Reading, starts: Sequence[int], reference: date | None
) -> Iterator[Found]:
    """Each match with its EDTF, where it has one, in text order."""
    anchor = None
    for match in matches:
        form = str(match.lastgroup)
        token = reading.doc[bisect_right(starts, match.end() - 1) - 1]
        if form == "month" and not is_month(token, match[0]):
            continue
        context = Context(reference, is_ahead(token, form), anchor)
        for found in FORMS[form](match, context):
            if found.edtf:
                yield found
                anchor = found.edtf


def is_month(token: Token, printed: str) -> bool:
    """A month and not a name or an auxiliary: "In May", "the March request", not "April Jones", "May God help"."""
    if token.ent_type_ in {"PERSON", "ORG", "GPE", "FAC", "PRODUCT", "WORK_OF_ART"}:
        return False
    if token.lower_ in {"may", "march", "mar", "jan", "sep", "dec"} and " " not in printed:
        return token.tag_.startswith("NN") and (
            token.ent_type_ == "DATE" or token.nbor(-1).tag_ == "IN" if token.i else False
        )
    return True


def is_ahead(token: Token, form: str) -> bool:
    """The words that govern the date speak of the future: "will appear on Friday", "in custody until 8 December"."""
    words = load_words("times")
    for word in ancestors(token):
        if word.lower_ in words["behind"]:
            return False
        if word.lower_ in words["until"] and form in DAYS:
            return True
        if word.lemma_ in words["ahead"] and not (
            word.lower_ == "set" and any(c.lower_ == "up" for c in word.children)
        ):
            return True
        if not is_verb(word):
            continue
        auxiliaries = {c.lower_ for c in word.children if c.dep_ in {"aux", "auxpass"}}
        if auxiliaries & {"will", "'ll", "shall", "wo"}:
            return True
        if word.tag_ in {"VBZ", "VBP"} and word.lemma_ in words["ahead_in_present"] and not auxiliaries:
            return True
        if word.tag_ in {"VBD", "VBZ", "VBP"} and "to" not in auxiliaries:
            return False
    return False


def plain(match: re.Match[str]) -> str | None:
    """EDTF of a full date as printed: ISO, "2/15/2023", "15.2.2023", "February 15, 2023"; None if its year is missing."""
    printed = match[0]
    if match.lastgroup == "iso":
        return calendar.valid(printed)
    figures = [int(n) for n in re.findall(r"\d+", printed)]
    if match.lastgroup == "slashes":
        first, second, year = figures
        year += 0 if year > 99 else 2000 if year < 50 else 1900
        return calendar.of_year(year, first, second) or calendar.of_year(year, second, first)
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
    if edtf := plain(match):
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


def intervals(dates: list[Found], text: str) -> list[Found]:
    """Join neighbours that are the two ends of an interval, and open the end of what is said to last since or on."""
    joined: list[Found] = []
    i = 0
    while i < len(dates):
        left = dates[i]
        both = interval(left, dates[i + 1], text) if i + 1 < len(dates) else None
        if both is not None:
            joined.append(both)
            i += 2
            continue
        i += 1
        if left.edtf:
            joined.append(opened(left, text))
    return joined


def interval(left: Found, right: Found, text: str) -> Found | None:
    """The interval between two neighbours, if the words before and between them make one."""
    opened_by, alone, _ = datetext.patterns_of_intervals()
    gap, before = text[left.end : right.start], text[max(0, left.start - 60) : left.start]
    if len(gap) > 60 or not right.edtf or "/" in right.edtf:
        return None
    told = datetext.opening().search(before) is not None
    years = left.form == right.form == "year" and int(right.edtf) - int(left.edtf) == 1
    if not (
        (told and opened_by.fullmatch(gap))
        or (exact(left, right) and alone.fullmatch(gap))
        or (years and gap.strip() == "and")
    ):
        return None
    start = borrowed(left, right.edtf)
    edtf = start and calendar.joined(start, right.edtf)
    return Found(left.start, right.end, edtf, "interval") if edtf else None


def exact(left: Found, right: Found) -> bool:
    """Both ends are calendar dates in figures, so that a bare "to" or dash between them can only mean an interval."""
    return all(f.form in {"mdy", "dmy", "my", "year", "iso", "slashes"} for f in (left, right))


def borrowed(left: Found, right: str) -> str | None:
    """The left end's EDTF; one without a year takes that of the right end, or the year before it."""
    if left.lacking is None:
        return left.edtf
    end = parse_edtf(right).start
    return calendar.nearest(*left.lacking, end, ahead=False) if end else None


def opened(found: Found, text: str) -> Found:
    """The date, or the interval that it opens: "since 2016", "from 2012 to the present"."""
    _, _, since = datetext.patterns_of_intervals()
    if "/" in found.edtf:
        return found
    before = text[max(0, found.start - 60) : found.start]
    after = datetext.onwards().match(text, found.end)
    if since.search(before) or (after and found.form != "today"):
        return replace(found, edtf=f"{found.edtf}/..", end=after.end() if after else found.end)
    return found
