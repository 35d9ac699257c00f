"""The words of dates: one pattern, built from ``words/times.yaml``, that finds every expression of time in a text."""

import re
from functools import cache

from cases.language.lexicon import load_words

YEAR = r"(?:19|20)\d\d"
WORD = re.compile(r"[A-Za-z]+|[\d]+[A-Za-z]*")
UNITS = r"day|week|month|year"
NEVER_ALONE = {"the", "a", "an", "that", "this"}
NEXT = re.compile(r"\W*(\w{1,3})")


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
        "year": rf"(?<![$€£#§/.,\d])(?<![A-Za-z\d]-){part}(?<![\w$€£#§/]){YEAR}(?![\d%°]|[-–/.,]\d|[A-Za-z])",
        "month": rf"(?:(?:{near}|{edge})(?:\s+|-))?{month}(?!\s*\d)",
    }
    whole = "|".join(f"(?P<{name}>{form})" for name, form in forms.items())
    return re.compile(rf"(?<![A-Za-z\d])(?:{whole})", re.IGNORECASE)


@cache
def first_words() -> frozenset[str]:
    """The words, lower case, that an expression of time can begin with; a figure is one too."""
    words = load_words("times")
    listed = [*months(), *weekdays(), *numbers(), *words["parts"], *words["first_words"]]
    return frozenset(entry.split()[0] for entry in listed)


@cache
def openings() -> frozenset[str]:
    """The first three letters, lower case, of every word in the pattern."""
    return frozenset(word[:3].lower() for word in re.findall("[A-Za-z]+", re.sub(r"\\.", " ", pattern().pattern)))


def may_begin(text: str, word: re.Match[str]) -> bool:
    """Whether an expression can begin with a word: after an article a figure or another word of one must follow."""
    said = word[0].lower()
    if said not in NEVER_ALONE:
        return said[0].isdigit() or said in first_words()
    following = NEXT.match(text, word.end())
    return following is not None and (following[1][0].isdigit() or following[1].lower() in openings())


def matches(text: str) -> list[re.Match[str]]:
    """Every expression of time in a text; the long pattern is tried only where one can begin."""
    found: list[re.Match[str]] = []
    whole, end = pattern(), 0
    for word in WORD.finditer(text):
        if word.start() < end or not may_begin(text, word):
            continue
        match = whole.match(text, word.start())
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
    until = rf"(?:through|thru|until|till|up\s+to|up\s+until|to|into|-|–|—)\s*{hedge}"
    opened = re.compile(rf"(?:{begun}{until}|{comma}(?:and|&)\s+{hedge}|{comma}and\s+ending\s+{hedge})", re.IGNORECASE)
    alone = re.compile(
        rf"\s*,?\s*(?:and\s+continuing\s+|continuing\s+)?(?:through|thru|until|to|-|–|—)\s*{hedge}", re.IGNORECASE
    )
    since = re.compile(
        rf"(?:\bsince|\bever since|\bdating\s+(?:back\s+)?to|\bdates\s+back\s+to|\bdated\s+back\s+to)\s+{hedge}$",
        re.IGNORECASE,
    )
    return opened, alone, since


@cache
def opening() -> re.Pattern[str]:
    """The words before an interval: "from", "between", "during the years" …, at the end of what precedes it."""
    hedge = rf"(?:(?:{_any(load_words('times')['hedges'])})\s+)*"
    return re.compile(rf"\b(?:from|between|beginning|starting|began|started|dating\s+from)\s+{hedge}$", re.IGNORECASE)


@cache
def onwards() -> re.Pattern[str]:
    """The words after a date that leave its end open: "to the present", "onwards"."""
    return re.compile(
        r"\s*,?\s*(?:(?:to|until|through|-|–)\s+(?:the\s+)?(?:present|date|now|this\s+day|today)\b|onwards?\b)",
        re.IGNORECASE,
    )
