"""The words of dates: one pattern, built from ``words/times.yaml``, that finds the dates of a lower-case text."""

import re
from collections.abc import Iterator
from functools import cache

from cases.language.kept import Kept
from cases.language.lexicon import load_words
from cases.language.reading import Reading

YEAR = r"(?:19|20)\d\d"
WORD = re.compile(r"[a-z]+|\d+[a-z]*")
UNITS = r"day|week|month|year"
NEVER_ALONE = {"the", "a", "an", "that", "this"}


def _any(words: list[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(words, key=len, reverse=True))


@cache
def months() -> dict[str, int]:
    """Month name or abbreviation, lower case → its number."""
    return {name: int(number) for number, names in load_words("times")["months"].items() for name in names}


@cache
def weekdays() -> dict[str, int]:
    """Day of the week or its abbreviation, lower case → its number, Monday 0."""
    words = load_words("times")
    names = {name: number for number, name in enumerate(words["weekdays"])}
    return names | {short: names[name] for short, name in words["weekday_abbreviations"].items()}


@cache
def numbers() -> dict[str, int]:
    """Number word → number."""
    return dict(load_words("times")["numbers"])


@cache
def pattern() -> re.Pattern[str]:
    """One alternation; the name of the group that matched (``mdy``, ``year`` …) tells the form of the expression."""
    words = load_words("times")
    full = [names[0] for names in words["months"].values()]
    short = [name for names in words["months"].values() for name in names[1:]]
    month = rf"(?:(?:{_any(full)})\b|(?:{_any(short)})\b\.?)"
    long_day = rf"(?:{_any(words['weekdays'])})"
    week_day = rf"(?:(?:{_any(list(weekdays()))})\b\.?,?\s+)?"
    number = rf"(?:{_any(list(numbers()))}|\d{{1,3}})"
    part = rf"(?:(?:{_any(words['parts'])})(?:\s+|-))?"
    ordinal = r"\d{1,2}(?:st|nd|rd|th)?\b"
    of_year = rf"(?:,?\s+(?:of\s+)?(?:{YEAR}(?!\d)|last\s+year|this\s+year|next\s+year))"
    in_year = rf"(?:,?\s+{YEAR}(?!\d))?"
    hedge = r"(?:(?:about|almost|nearly|around|some|roughly|over|more\s+than|just)\s+)?"
    near = r"(?:last|this|next|this\s+past)"
    edge = r"(?:early|late|mid|the\s+end\s+of|the\s+beginning\s+of|end\s+of)"
    span = r"(?:week|weekend|month|year|spring|summer|fall|autumn|winter)"
    part_of_day = r"(?:this|last|yesterday|tomorrow)\s+(?:morning|afternoon|evening|night)"
    forms = {
        "iso": rf"{YEAR}-\d\d-\d\d(?!\d)",
        "slashes": r"\d{1,2}/\d{1,2}/(?:\d{4}|\d\d)(?![\d/])",
        "dots": rf"\d{{1,2}}\.\d{{1,2}}\.{YEAR}(?!\d)",
        "days": rf"{month}\s*{ordinal}\s*(?:-|–|to|through|thru)\s*{ordinal}{in_year}(?!\s*(?:years|months))",
        "two_days": rf"{month}\s*{ordinal}\s+(?:and|&)\s+{ordinal}{in_year}(?!\s*(?:years|months|other|counts))",
        "mdy": rf"{week_day}{month}\s*(?:the\s+)?{ordinal}{of_year}?(?!\s*(?:years|months|percent|million|:))",
        "dmy": rf"{week_day}(?:the\s+)?{ordinal}\s+(?:of\s+)?{month}{of_year}?",
        "months_of": rf"(?:the\s+)?(?:first|last)\s+(?:{number}\s+months|quarter|half)\s+of\s+{YEAR}(?!\d)",
        "year_to": rf"(?:the\s+)?(?:financial\s+|fiscal\s+)?year\s+(?:to|ended|ending)\s+(?:{month}\s+{YEAR}(?!\d))",
        "my": rf"{part}(?:last\s+)?{month}{of_year}(?![\d-]\d)",
        "day_of_week": rf"{long_day}\s+(?:of\s+)?(?:last|this|next)\s+week|(?:last|this|next)\s+week\s+on\s+{long_day}",
        "weekday": rf"(?:(?:last|this|next|this\s+past|early|earlier|late|later)\s+)?{long_day}\b",
        "ago": rf"{hedge}{number}\s+(?:{UNITS})s?\s+ago\b",
        "later": rf"{number}\s+(?:{UNITS})s?\s+(?:later|afterwards?|after\s+that|earlier|before\s+that|thereafter)\b",
        "next_one": rf"the\s+(?:very\s+)?(?:next|following)\s+(?:{UNITS})\b",
        "same": r"(?:the\s+same|that\s+same)\s+(?:day|month|year)\b",
        "period": rf"(?:(?:earlier|later|late|early)\s+)?{near}\s+{span}\b",
        "today": rf"(?:(?:earlier|later)\s+)?(?:today|tonight|yesterday|tomorrow)\b|{part_of_day}\b",
        "decade": r"(?:early|mid|late)?[\s-]*(?:the\s+)?(?:(?:19|20)\d0'?s|'\d0s|\d0s)\b",
        "years": rf"(?<![\w$€£#§/.,-]){YEAR}\s?[-–/]\s?(?:{YEAR}|\d\d)(?![\w%]|[-–/.,]\d)",
        "year": rf"(?<![$€£#§/.,\d])(?<![a-z\d]-){part}(?<![\w$€£#§/]){YEAR}(?![\d%°]|[-–/.,]\d|[a-z])",
        "month": rf"(?:(?:{near}|{edge})(?:\s+|-))?{month}(?!\s*\d)",
    }
    whole = "|".join(f"(?P<{name}>{form})" for name, form in forms.items())
    return re.compile(rf"(?<![a-z\d])(?:{whole})")


@cache
def first_words() -> frozenset[str]:
    """The words, lower case, that an expression of time can begin with; a figure is one too."""
    words = load_words("times")
    listed = [*months(), *weekdays(), *numbers(), *words["parts"], *words["first_words"]]
    return frozenset(entry.split()[0] for entry in listed)


@cache
def openings() -> frozenset[str]:
    """The first three letters of every word in the pattern."""
    return frozenset(word[:3] for word in re.findall("[a-z]+", re.sub(r"\\.", " ", pattern().pattern)))


def beginnings(word: str) -> tuple[int, ...]:
    """Where in a token an expression of time can begin."""
    found = WORD.finditer(word.lower())
    return tuple(m.start() for m in found if m[0][0].isdigit() or m[0] in first_words())


BEGINNINGS = Kept(beginnings)


def places(reading: Reading) -> Iterator[int]:
    """Where in a text an expression can begin: after an article a figure or another word of one must follow."""
    starts, after = reading.starts, [*reading.lower[1:], ""]
    for word, offsets in BEGINNINGS.among(reading.places).items():
        at = reading.places[word]
        begun = [i for i in at if may_follow(after[i])] if word.lower() in NEVER_ALONE else at
        for offset in offsets:
            yield from [starts[i] + offset for i in begun]


def may_follow(word: str) -> bool:
    """A word that can stand second in an expression, a figure, or what is no word, behind which one may come."""
    return word[:3] in openings() or not word[:1].isalpha()


def matches(reading: Reading) -> list[re.Match[str]]:
    """Every expression of time in the lower-case text; the long pattern is tried only where one can begin."""
    found: list[re.Match[str]] = []
    lowered, whole, end = reading.lowered, pattern(), 0
    for start in sorted(places(reading)):
        match = whole.match(lowered, start) if start >= end else None
        if match is not None:
            found.append(match)
            end = match.end()
    return found


@cache
def patterns_of_intervals() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Between the ends of an interval after "from" or "between"; between ends that need no such word; and "since"."""
    hedge = rf"(?:(?:{_any(load_words('times')['hedges'])})\s+)*"
    comma = r"(?:\s+\(\w+\))?\s*,?\s*"
    begun = rf"{comma}(?:(?:and|or)\s+)?(?:(?:was\s+)?(?:continuing|continued|lasted|lasting|ending|ended|running)\s+)?"
    leaving = rf"(?:(?:his|her|their|its)\s+(?:{_any(load_words('times')['endings'])})\s+(?:in|on)\s+|part\s+of\s+)?"
    until = rf"(?:through|thru|until|till|up\s+to|up\s+until|to|into|-|–|—)\s*{leaving}{hedge}"
    opened = re.compile(rf"(?:{begun}{until}|{comma}(?:and|&)\s+{hedge}|{comma}and\s+ending\s+{hedge})")
    alone = re.compile(rf"\s*,?\s*(?:and\s+continuing\s+|continuing\s+)?(?:through|thru|until|to|-|–|—)\s*{hedge}")
    founded = _any(load_words("events")["beginnings"])
    since = re.compile(
        rf"(?:\bsince(?:\s+(?:its|their|the)\s+(?:{founded})\s+(?:in|on))?|\bever since"
        rf"|\bdating\s+(?:back\s+)?to|\bdates\s+back\s+to|\bdated\s+back\s+to)\s+{hedge}$",
    )
    return opened, alone, since


@cache
def opening() -> re.Pattern[str]:
    """The words before an interval: "from", "between", "during the years" …, at the end of what precedes it."""
    hedge = rf"(?:(?:{_any(load_words('times')['hedges'])})\s+)*"
    return re.compile(rf"\b(?:from|between|beginning|starting|began|started|dating\s+from)\s+{hedge}$")


@cache
def onwards() -> re.Pattern[str]:
    """The words after a date that leave its end open: "to the present", "onwards"."""
    return re.compile(
        r"\s*,?\s*(?:(?:to|until|through|-|–)\s+(?:the\s+)?(?:present|date|now|this\s+day|today)\b|onwards?\b)",
    )
