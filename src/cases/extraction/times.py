"""Expressions that resolve to a calendar day, month, year or interval, before anyone asks what happened then.

One pattern finds the expressions; each form is resolved by a function of its own against the day of publication, in
text order, so that "six months later" counts from the date before it. Neighbours that an "and" or a "to" ties become
one interval.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from spacy.tokens import Token

from cases.edtf import parse_edtf
from cases.language import calendar, datetext
from cases.language.currencies import alternatives
from cases.language.dateforms import FORMS, Context, Found, is_day_first, plain
from cases.language.grammar import ancestors
from cases.language.lexicon import load_words
from cases.language.reading import Reading
from cases.language.values import Expression

AROUND = 24
ONE_SIDE = re.compile(r"\b(?:(before|prior to)|after|beyond) \Z", re.IGNORECASE)
HEAD = 900
LINE = 80
LATE = timedelta(days=31)
FULL = {"iso", "slashes", "mdy", "dmy", "dots"}
DAYS = {"mdy", "dmy", "weekday"}


def find(reading: Reading) -> tuple[Expression, ...]:
    """Every date expression that resolves, in text order."""
    text, starts = reading.lowered, reading.starts
    matches = [m for m in datetext.matches(reading) if is_date(m, text) and is_capital(m, reading.plain)]
    day_first = is_day_first(matches)
    reference = dateline(matches, text, reading.document.published, day_first)
    matches = [m for m in matches if not is_heading(m, text, reference, day_first)]
    expressions = []
    for found in intervals(list(resolved(matches, reading, reference, day_first)), text):
        start, end = bisect_right(starts, found.start) - 1, bisect_right(starts, found.end - 1)
        expressions.append(Expression(start, end, reading.text[found.start : found.end], found.edtf))
    return tuple(expressions)


def is_date(match: re.Match[str], text: str) -> bool:
    """The words around the match leave it a date: no "Section 2001", no "may", no copyright line."""
    form = match.lastgroup
    start, end = max(0, match.start() - AROUND), match.end() + AROUND
    if form == "decade" or names().search(text, start, end):
        return False
    before, after = no_years()
    return form != "year" or not (before.search(text, start, match.start()) or after.match(text, match.end(), end))


def is_capital(match: re.Match[str], text: str) -> bool:
    """A month alone, whose name ends the expression ("late March"), is printed with a capital."""
    last = match[0].rstrip(".").replace("-", " ").rfind(" ") + 1
    return match.lastgroup != "month" or text[match.start() + last].isupper()


@cache
def names() -> re.Pattern[str]:
    """Names that hold a word of time and are no date."""
    return re.compile(alternatives(load_words("times")["names"]))


@cache
def no_years() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words before four digits, and those after them, that make them no year."""
    before, after = (alternatives(load_words("times")[name]) for name in ("before_no_year", "after_no_year"))
    return re.compile(rf"(?<![^\W\d_])(?:{before})\s*\Z"), re.compile(rf"\s*(?:{after})(?![^\W\d_])")


@cache
def listed(name: str) -> frozenset[str]:
    """A list of ``words/times.yaml``."""
    return frozenset(load_words("times")[name])


def dateline(
    matches: Sequence[re.Match[str]], text: str, published: date | None, day_first: bool = False
) -> date | None:
    """The day that "today" means: that of a line of its own at the head, a month before the publication at most."""
    if published is None:
        return None
    for match in matches:
        if match.start() > HEAD:
            break
        if (
            match.lastgroup in FULL
            and is_own_line(match, text)
            and (edtf := plain(match, day_first))
            and len(edtf) == 10
        ):
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


def is_heading(match: re.Match[str], text: str, reference: date | None, day_first: bool) -> bool:
    """The day of publication as the head of the document prints it, which is no event: "Admin | July 30, 2024"."""
    if match.start() > HEAD:
        return False
    if match.lastgroup == "iso" and text[: match.start()].strip() == "date":
        return True
    if match.lastgroup not in FULL or reference is None:
        return False
    start, end = text.rfind("\n", 0, match.start()) + 1, text.find("\n", match.end(), match.end() + LINE)
    last = end if end >= 0 else min(len(text), match.end() + LINE)
    return last - start < LINE and plain(match, day_first) == reference.isoformat()


def resolved(
    matches: Sequence[re.Match[str]], reading: Reading, reference: date | None, day_first: bool
) -> Iterator[Found]:
    """Each match with its EDTF, where it has one, in text order."""
    anchor = None
    for match in matches:
        form = str(match.lastgroup)
        token = reading.doc[bisect_right(reading.starts, match.end() - 1) - 1]
        if form == "month" and not is_month(token, match[0]):
            continue
        context = Context(reference, is_ahead(token, form), anchor, day_first)
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
    for word in ancestors(token):
        told = direction(word, form)
        if told is not None:
            return told
    return False


def direction(word: Token, form: str) -> bool | None:
    """Whether one governing word says that the date lies ahead (True) or behind (False); None if it says neither."""
    lower, lemma, tag = word.lower_, word.lemma_, word.tag_
    if lower in listed("behind"):
        return False
    if lower in listed("until") and form in DAYS:
        return True
    if lemma in listed("ahead") and not any(c.lower_ in {"up", "aside"} for c in word.children):
        return True
    if not tag.startswith("VB"):
        return None
    auxiliaries = {c.lower_ for c in word.children if c.dep_ in {"aux", "auxpass"}}
    present = tag in {"VBZ", "VBP"} and lemma in listed("ahead_in_present") and not auxiliaries
    if present or auxiliaries & {"will", "'ll", "shall", "wo"}:
        return True
    return False if tag in {"VBD", "VBZ", "VBP"} and "to" not in auxiliaries else None


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
    if found.form == "year" and (side := ONE_SIDE.search(before)):
        edtf = f"../{found.edtf}" if side[1] else f"{found.edtf}/.."  # "before 1998", "after 2014"
        return replace(found, edtf=edtf)
    if since.search(before) or (after and found.form != "today"):
        return replace(found, edtf=f"{found.edtf}/..", end=after.end() if after else found.end)
    return found
