"""What a sentence holds that can be a penalty: lengths of time, life, sums, and bans without a length."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from cases.extraction.penalties.wording import wording
from cases.language.currencies import alternatives
from cases.language.durations import PERIODS, Length, lengths
from cases.language.lexicon import load_words
from cases.language.values import Sum

LIFE = re.compile(
    r"\blife(?:-long)? (?:in (?:\w+ )?(?:prison|jail)|imprisonment|behind bars|sentences?|term|without|prison)\b"
    r"|(?<=jailed for )life\b|(?<=imprisoned for )life\b|(?<=sentenced to )life\b|(?<=prison for )life\b"
    r"|(?<=to )life\b(?= (?:in|behind)|[.,;]|$| at)"
    r"|\blifetime (?:(?:term |period )?of )?supervised release\b"
)
BREAK = re.compile(
    r"[,;:.()]\s|\s(?:and|but|while|followed by|following|in addition to|upon|plus|or|after|for|because|by"
    r"|sentenced|jailed|imprisoned)(?:\s|\Z)|\d"
)
QUALITIES = re.compile(
    r"(?:\sof)?(?:\s(?!respectively)[\w-]+,){1,2}(?=\s[\w-]+)"
)  # "three years of formal, supervised probation"
PERIOD = re.compile(r"[\s-](?:period|span|career|history|investigation)\b")
BARE = re.compile(
    r"\b(?:to|for|for a total of|of|sought|seek|demanded|requested|recommended|face[sd]?|facing|by|least|most|than|and"
    r"|serve[sd]?|serving)\s(?:[\w-]+\s){0,2}\Z"
)
PRISON = r"(?:[\w.]+ ){0,2}(?:prison|jail|penitentiary)\b"
OWN = re.compile(
    r"(?:-and-a-half)?\s+"
    rf"(?:(?:of|into|in) (?:his|her|their|its|a|the|that|which|them) (?!{PRISON})"
    r"|(?:ago|later|earlier|after|before|trial|remaining|left)\b)"
    r"|-?\s?(?:long |day )?trial\b"
)
SUSPENDED = re.compile(
    r"\bsuspended (?:(?:prison |jail )?(?:sentences?|terms?) (?:of (?:[\w-]+ ){1,4})?)?for (?:an? )?(?:period of )?\Z"
)
AFTER_TERM = re.compile(r"(?:[\s-](?:in |of )?(?:prison|jail|imprisonment|sentence|term|behind bars))*,\s")
PART_BEFORE = re.compile(r"\b(?:with|including|of which|but) (?:the )?(?:last |final |remaining )?\Z")
PART_AFTER = re.compile(
    r"(?: of (?:it|them|that|this|which|the (?:sentence|term)))?"
    r"(?: (?:is|are|was|were|being|to be|will be|fully|conditionally))* suspended\b"
)
JOINED = re.compile(r",? (?:and )?")
FREED = re.compile(r"supervised release (?:of |for )?(?:up to )?\Z")
FREED_AFTER = re.compile(r" (?:term )?of supervised release")
LIFETIME = "lifetime "
APART = re.compile(
    r"[;:]\s|\.\s|\band (?:will|would|must|has|had|have)\b"
    r"|\b(?:scheme|fraud|theft|worth|losses|embezzl\w+|stole|stealing)\b"
)
SERVED = re.compile(r"\btime (?:already )?served\b[^.;]{0,12}\Z")
JAILED = re.compile(r"\b(?:sentenced to|(?:jailed|imprisoned) for)\s(?:[\w-]+\s){0,4}\Z")
SINCE = re.compile(r" (?:after|before) ")
FELONY = re.compile(r"\bpunishable by (?:[a-z]+ ){0,5}(?:more than|over|exceeding|at least) \Z")
REPRIEVE = re.compile(r"[\s-](?:\w+ )?(?:reprieve|stay)\b")
PAID = re.compile(r"\b(?:pay|paid|pays|paying|payment|hand over)\b[^.;]*\Z")
OF_OTHER = re.compile(r"[\s-]*(?:in|of|as|for)\s(?:[\w'-]+\s){0,5}?")
OTHER_VERB = re.compile(r"(?:,|,? and)\s[a-z]+\s(?:his|her|its|their)\s")
FORFEITED = re.compile(
    r"\bforfeit (?:(?!\b(?:pay|fines?|restitution|worth|valued|from|with|for)\b)[^.;:$£€]|\.\d){4,250}?"
    r"(?:,|\band|\bincluding|\bplus)\s(?:(?:about|approximately|roughly|some|nearly|over|more than|another)\s)?\Z"
)
SAME = re.compile(r"\bforfeit (?:the|that) same amount\b")
SAME_WITHIN = 120
OF_ELSE = re.compile(r" of [a-z]")
EARNED = re.compile(r" (?:earned|received|paid to)\b")
CONVERSION = re.compile(
    r"(?:\s[\w-]+){0,3}\s?\(\s?(?:about|around|approximately|roughly|nearly|over|or|some|equivalent to|worth|then|=)?"
    r"(?:\s(?:about|around))?\s?"
    r"|,? or (?:about |around |roughly |approximately |nearly |some )?"
)
UNIT = re.compile(rf"(?<![a-z])(?:{PERIODS})")
CONVERTED = re.compile(r"\s?\([^()]{1,40}\)(?=\s)|\)(?=\s(?:fine|penalty|settlement)\b)")
YEAR = 12


@dataclass(frozen=True, slots=True)
class Size:
    """Characters ``[start, end)`` of a document that give the size of a penalty.

    Attributes:
        sure: A word beside it says what it is; otherwise the verb above must.
    """

    start: int
    end: int
    kind: str
    sure: bool
    months: float | None = None
    low: float | None = None
    life: bool = False
    value: float | None = None
    currency: str | None = None
    qualifier: str = "exact"


@cache
def words(group: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """The words of ``kinds`` or ``sums`` in ``words/penalties.yaml`` as a pattern, and the kind of each."""
    table = {str(word): str(kind) for kind, entries in load_words("penalties")[group].items() for word in entries}
    return re.compile(rf"(?<!workers' )(?<!worker's )(?<!workers )(?<!tax )\b({alternatives(table)})\b"), table


def sizes(text: str, start: int, end: int, sums: Sequence[Sum], places: Sequence[tuple[int, int]]) -> list[Size]:
    """The sizes in characters ``[start, end)`` of a lower-case text, in order; ``places`` are those of ``sums``."""
    sentence = text[start:end]
    found = [*times(sentence), *(lives(sentence) if "life" in sentence else ()), *money(sentence, start, sums, places)]
    found.sort(key=lambda s: s.start)
    return [moved(size, start) for size in found]


def moved(size: Size, by: int) -> Size:
    """The size with its offsets moved from the sentence to the document."""
    fields = {name: getattr(size, name) for name in Size.__slots__}
    return Size(**{**fields, "start": size.start + by, "end": size.end + by})


def times(sentence: str) -> Iterator[Size]:
    """Lengths of time, each with what it is by the words beside it."""
    if not UNIT.search(sentence):
        return
    previous = 0
    kind, sure = "", False
    waiting: list[Length] = []
    for length in lengths(sentence):
        if length.listed:
            waiting.append(length)
            continue
        told = kind_of(sentence, previous, length)
        joined = JOINED.fullmatch(sentence, previous, (waiting or [length])[0].start)
        apart = OF_ELSE.match(sentence, length.end)
        kind, sure = told if told[0] or apart or not joined else (kind, sure)
        previous = length.end
        for one in [*waiting, length] if kind else ():
            low = float(one.low) if one.low is not None else None
            months = None if one.hours else float(one.months)
            if not one.hours or kind == "community_service":
                yield Size(one.start, one.end, kind, sure, months=months, low=low)
        waiting = []


def kind_of(sentence: str, previous: int, length: Length) -> tuple[str, bool]:
    """The kind of a length of time, and whether a word says so; an empty kind if it is no penalty."""
    pattern, table = words("kinds")
    jailed = SINCE.match(sentence, length.end) and JAILED.search(sentence, 0, length.start)
    if (OWN.match(sentence, length.end) and not jailed) or is_part(sentence, previous, length):
        return "", False  # "three years of his sentence"
    changed = wording("changed").search(sentence, max(0, length.start - 30), length.start)
    if changed or (length.months == YEAR and FELONY.search(sentence, max(0, length.start - 80), length.start)):
        return "", False  # "a crime punishable by more than a year in prison" is any felony
    after = sentence[length.end : length.end + 60]
    if qualities := QUALITIES.match(after):
        after = qualities[0].replace(",", " ") + after[qualities.end() :]
    cut = BREAK.search(after)
    after = after[: cut.start()] if cut else after
    right = [table[m[1]] for m in pattern.finditer(after)]
    before = sentence[max(previous, length.start - 60) : length.start]
    if SUSPENDED.search(before) or SERVED.search(before) or REPRIEVE.match(sentence, length.end):
        return ("ban", True) if SUSPENDED.search(before) and "practi" in after else ("", False)
    elsewise = not right and OF_ELSE.match(sentence, length.end)
    left = [] if elsewise else [table[m[1]] for m in pattern.finditer(before)]
    named = [kind for kind in right if kind != "generic"] or [kind for kind in left[::-1] if kind != "generic"]
    if named:
        return named[0], True
    if not (right or left) and (not BARE.search(before) or PERIOD.match(sentence, length.end)):
        return "", False
    return "imprisonment", bool(right or left)


def is_part(sentence: str, previous: int, length: Length) -> bool:
    """What is suspended of a term, right after it or after "with" or "of which", is no further term."""
    if not PART_AFTER.match(sentence, length.end):
        return False
    after = previous > 0 and AFTER_TERM.fullmatch(sentence, previous, length.start) is not None
    return after or PART_BEFORE.search(sentence, previous, length.start) is not None


def lives(sentence: str) -> Iterator[Size]:
    """Life imprisonment, and supervised release for life."""
    for match in LIFE.finditer(sentence):
        freed = FREED_AFTER.match(sentence, match.end()) or FREED.search(sentence, 0, match.start())
        free = freed or match[0].startswith(LIFETIME)
        yield Size(*match.span(), "probation" if free else "imprisonment", True, life=True)


def money(sentence: str, start: int, sums: Sequence[Sum], places: Sequence[tuple[int, int]]) -> Iterator[Size]:
    """Sums that are fined, forfeited or paid back."""
    previous = 0
    kind, currency = "", ""
    for item, (first, last) in zip(sums, places, strict=True):
        place = (first - start, last - start)
        between = sentence[previous : place[0]]
        if previous and item.currency != currency and CONVERSION.fullmatch(between):
            previous = place[1]
            continue  # "a fine of €500,000 (£456,928)"
        currency = item.currency
        if kind and previous and re.fullmatch(r"\s?(?:[(),;]|and|, and|\s)+", between):
            sure = True  # "fined $50,000 and $15,000", "£3m ($4m)"
            kind = beside(sentence, place, previous) or kind
        else:
            kind = beside(sentence, place, previous)
            sure = bool(kind)
        if not kind and FORFEITED.search(sentence, 0, place[0]):
            kind, sure = "forfeiture", True
        if not kind and PAID.search(sentence[max(0, place[0] - 40) : place[0]]):
            kind = "payment"
        previous = place[1]
        if sentence[place[0] - 1 : place[0]] == "(" and re.match(r" (?:for each|per) ", sentence[place[1] :]):
            continue  # "$1 million in fines ($250,000 for each violation)"
        if kind and item.value is not None:
            yield Size(*place, kind, sure, value=item.value, currency=item.currency, qualifier=item.qualifier)
        if same := SAME.search(sentence, place[1], place[1] + SAME_WITHIN):
            yield Size(*same.span(), "forfeiture", True, value=item.value, currency=item.currency)


def beside(sentence: str, place: tuple[int, int], previous: int) -> str:
    """The kind that a word right beside a sum gives it: "a $5,000 fine", "$5,000 in restitution", "forfeit $5,000"."""
    pattern, table = words("sums")
    whole = sentence[place[1] : place[1] + 85]
    conversion = CONVERTED.match(whole)
    after = whole[conversion.end() if conversion else 0 :][:45]
    cut = re.search(r"[,;:.()]\s|\s(?:and|but|while|plus|or|to|from|after|by|who|which)\s|[$£€\d]", after)
    after = after[: cut.start()] if cut else after
    if (match := pattern.search(after)) and re.match(
        r"[\s-]*(?:(?:in|of|as|for)\s)?(?:[\w'-]+\s){0,5}?\Z", after[: match.start()]
    ):
        earned = match[1] == "compensation" and EARNED.match(after, match.end())
        return "" if earned else table[match[1]]
    before = sentence[max(previous, place[0] - 60) : place[0]]
    found = list(pattern.finditer(before))
    other = found and previous and OF_OTHER.fullmatch(before, 0, found[-1].start())
    if other and OTHER_VERB.match(before, found[-1].end()):
        return ""  # "$5,000 in taxes and penalties, repay his $2,000 loan"
    if found and len(before[found[-1].end() :].split()) <= 7 and not APART.search(before[found[-1].end() :]):
        return table[found[-1][1]]
    return ""
