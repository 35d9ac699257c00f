"""Sums of money as printed: where they stand, their value, currency and qualifier.

A sum is found from its number outwards: a symbol before it, a scale and a currency's word after it. Sums in words
("five million dollars", "tens of thousands of pounds") are found from the currency's word backwards. What is only an
order of size ("millions", "a multi-crore scam") counts where its grammar says that it is money.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from cases.language.currencies import Context, Notation, alternatives, notation, units
from cases.language.lexicon import load_words
from cases.language.numerals import NUMERALS, SCALES, WORD, is_vague, least, number
from cases.language.reading import Reading
from cases.language.values import Sum

NUMBER = re.compile(  # the first digit stands alone, so that the engine skips to the digits of a text
    r"\d(?:\d{0,2}(?:,\d{2,3})*,\d{3}(?!\d)(?:\.\d+)?"  # 745,900,000.50 and 1,00,000
    r"|\d{0,2}(?:\.\d{3}){2,}(?!\d)(?:,\d+)?"  # 745.900.000,50
    r"|\d{0,2}(?:[ \u00a0]\d{3})+(?!\d)"  # 745 900 000
    r"|\d*(?:\.\d+)?)"
)
LETTER_SCALES = {"k": 1000, "m": 10**6, "b": 10**9, "t": 10**12}
SHORT_SCALES = {"mn": 10**6, "mln": 10**6, "mio": 10**6, "mm": 10**6, "bn": 10**9, "bln": 10**9, "tn": 10**12}
WORD_SCALES = {
    **{word: int(scale) for word, scale in SCALES.items()},
    **{f"{word}s": int(scale) for word, scale in SCALES.items() if word in {"lakh", "lac", "crore"}},
    "cr": 10**7, "trn": 10**12, "grand": 1000, "milliard": 10**9,
}  # fmt: skip
SCALE = re.compile(
    rf"(?:[ \u00a0\n-]{{0,2}}({alternatives({**WORD_SCALES, **SHORT_SCALES})})\b|([kmbt])\b|[ ](m)\b(?=[^']))"
)
RANGE = re.compile(r"\s?(-|–|—|to|and|or)\s?")
SEPARATORS = str.maketrans("", "", ", \u00a0")
GAP = re.compile(r"[\s\u00a0-]{0,2}(?:worth of )?")
DASHES = {"-", "–", "—"}
BETWEEN = re.compile(r"\b[Bb]etween\s(?:about\s|roughly\s|approximately\s)?\Z")
LONGEST_LINK = 5
INDIAN = {"lakh", "lakhs", "lac", "lacs", "crore", "crores", "cr"}
BILLS = re.compile(r"\s?-?\s?(?:dollar |euro |pound )?(?:bills?|notes?|coins?|banknotes?)\b")
FACE_VALUES = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000}
MISPRINTED = 1_000_000  # "$43,512,053 million": which of the two scales is meant, nobody knows
HEAVY = re.compile(
    r"-pound\b(?![\s-]+(?:fine|note|coin|bill|bribe|payment|bail|bond|loan|salary|fee|debt|grant|prize)s?\b)"
)
WEIGHTS = re.compile(r"\s+of\s+(?!taxpayer|public|money|cash|bribe|debt|damage|fund|aid|tax|fraud|worth|profit|state)")
BARE = re.compile(
    r"\b(?:multi[ -]?(?:million|billion|trillion|crore|lakh)s?|multi-hundred[ -]million"
    r"|(?:(?:tens|hundreds|thousands|dozens|many|several|a few)\s+(?:of\s+)?)?"
    r"(?:millions|billions|trillions|crores|lakhs))\b"
)
ORDERS = (
    "illions",
    "crores",
    "lakhs",
    "multi-",
    "multi ",
    "multimil",
    "multibil",
    "multitril",
    "multicrore",
    "multilakh",
)
PENCE = re.compile(r"p\b(?!\s*\.?m)")


@dataclass(frozen=True, slots=True)
class Found:
    """A sum by characters ``[start, end)``; ``name`` is an ISO code or the name that several currencies share."""

    start: int
    end: int
    name: str | None
    value: Decimal | None
    least: Decimal | None = None
    symbol: bool = False
    scaled: bool = False


def find(reading: Reading) -> tuple[Sum, ...]:
    """Every sum of money in text order."""
    text = reading.text
    lowered = lower(text)
    context = Context(reading.document)
    found = numeric(text, lowered, context)
    found += in_words(lowered, units(reading, lowered), taken(found))
    found += bare(lowered, found, context)
    found.sort(key=lambda f: f.start)
    return tuple(sums(reading, lowered, found, context))


def lower(text: str) -> str:
    """The text in lower case, of the same length."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return lowered.replace("\u2011", "-")


def taken(found: Sequence[Found]) -> set[int]:
    """The characters of sums already found."""
    return {i for f in found for i in range(f.start, f.end)}


def numeric(text: str, lowered: str, context: Context) -> list[Found]:
    """Sums with a number in digits."""
    table = notation()
    parts = [read_number(text, lowered, match, table, context) for match in NUMBER.finditer(text)]
    return [p for p in share(text, parts) if p.name and not is_face_value(lowered, p)]


def read_number(text: str, lowered: str, match: re.Match[str], table: Notation, context: Context) -> Found:
    """One number with what stands around it; its ``name`` is None if nothing there is a currency."""
    start, end = match.span()
    value = decimal(match[0])
    before = table.symbol_before.search(text, max(0, start - 7), start)
    end, scale, scale_word = read_scale(lowered, end)
    value *= scale
    name = before[1] if before else None
    if name in table.letters and not credible(name, value, scale > 1 or "," in match[0], table, context):
        name, before = None, None
    if name:
        name = table.symbols[name]
        start = before.start(1) if before else start
    elif start and (text[start - 1].isalnum() or text[start - 1] in ".,"):
        return Found(start, end, None, value, scaled=scale > 1)
    word = read_word(lowered, end, table)
    if word and not (name and word[1] in table.hundredths):
        end, unit = word
        if unit in table.hundredths:
            name, value = table.hundredths[unit], value / 100
        elif name is None or table.shared.get(name) is not None:
            name = table.words[unit]
    elif (
        name is None
        and PENCE.match(lowered, end)
        and "£" in text
        and scale == 1
        and value < 10_000
        and value not in {480, 720, 1080}
    ):
        name, value, end = "GBP", value / 100, end + 1
    elif name is None and scale_word in INDIAN and not counts_things(lowered, end, table):
        name = "INR"
    elif name is None and text[end : end + 1] in "€£" and text[end : end + 1]:
        name, end = table.symbols[text[end]], end + 1
    told = None if scale > 1 and decimal(match[0]) >= MISPRINTED else value
    return Found(start, end, name, told, symbol=before is not None, scaled=scale > 1)


def decimal(printed: str) -> Decimal:
    """The value of digits with separators of thousands."""
    if printed.count(".") > 1:
        printed = printed.replace(".", "").replace(",", ".")
    return Decimal(printed.translate(SEPARATORS))


def read_scale(lowered: str, end: int) -> tuple[int, int, str]:
    """The scale after a number ("2 lakh crore" has two): where it ends, its factor, its last word."""
    factor, last = 1, ""
    while match := SCALE.match(lowered, end):
        word = match[1] or match[2] or match[3]
        if last and not match[1]:
            break
        factor *= WORD_SCALES.get(word) or SHORT_SCALES.get(word) or LETTER_SCALES[word]
        end, last = match.end(), word
    return end, factor, last


def read_word(lowered: str, end: int, table: Notation) -> tuple[int, str] | None:
    """The currency's word right after a number: where it ends, and the word; no weight, no verb."""
    gap = GAP.match(lowered, end)
    assert gap is not None
    match = table.word.match(lowered, gap.end())
    if match is None or is_weight(lowered, match):
        return None
    return match.end(), match[1]


def is_weight(lowered: str, unit: re.Match[str]) -> bool:
    """Pounds "of" a thing that is no money, and the pound after a hyphen: "an eight-pound trophy"."""
    if not unit[1].startswith("pound"):
        return False
    return bool(WEIGHTS.match(lowered, unit.end()) or HEAVY.match(lowered, max(unit.start() - 1, 0)))


def credible(name: str, value: Decimal, large: bool, table: Notation, context: Context) -> bool:
    """A symbol that is a mere letter counts before a large number in a document of one of its countries."""
    codes = table.shared.get(name, {}).get("codes") or [table.symbols[name]]
    return (large or value >= 10_000) and any(context.speaks_of(code) for code in codes)


def counts_things(lowered: str, end: int, table: Notation) -> bool:
    """The number counts people, shares, acres … and no money."""
    word = re.compile(r"[\s-]*(?:\w+ )?(\w+)").match(lowered, end)
    following = re.compile(r"[\s-]*(\w+)(?:[\s-]+(\w+))?").match(lowered, end)
    words = [w for w in following.groups() if w] if word and following else []
    return any(w in table.not_money or w.removesuffix("s") in table.not_money for w in words)


def is_face_value(lowered: str, part: Found) -> bool:
    """A denomination: "$100 bills", "a €500 note"."""
    return part.value in FACE_VALUES and not part.scaled and BILLS.match(lowered, part.end) is not None


def share(text: str, parts: list[Found]) -> list[Found]:
    """Both ends of a range share currency and scale: "$3-5 million", "between 1 and 2 million euros"."""
    parts = list(parts)
    for i in range(1, len(parts)):
        gap = parts[i].start - parts[i - 1].end
        if gap <= LONGEST_LINK and (link := RANGE.fullmatch(text, parts[i - 1].end, parts[i].start)):
            parts[i - 1], parts[i] = as_range(text, parts[i - 1], parts[i], link[1])
    return parts


def as_range(text: str, left: Found, right: Found, word: str) -> tuple[Found, Found]:
    """Two numbers linked by ``word``, each with the currency and scale that the other prints for both."""
    tight = word in DASHES or word == "to" or (word == "and" and is_between(text, left.start))
    if left.symbol and right.name is None and tight and (right.scaled or word in DASHES):
        right = replace(right, name=left.name)
    elif right.name and left.name is None and not right.symbol and (tight or word == "or"):
        left = replace(left, name=right.name)
    if left.name and right.scaled and not left.scaled and tight and left.value is not None and left.value < 1000:
        left = replace(left, value=left.value * scale_of(text, right), scaled=True)
    return left, right


def is_between(text: str, start: int) -> bool:
    """The word "between" stands right before."""
    return BETWEEN.search(text, max(0, start - 30), start) is not None


def scale_of(text: str, part: Found) -> int:
    """The factor that stands after a sum's digits."""
    digits = NUMBER.search(text, part.start)
    assert digits is not None
    return read_scale(lower(text[digits.end() : part.end + 1]), 0)[1]


def in_words(lowered: str, units: Iterable[re.Match[str]], used: set[int]) -> list[Found]:
    """Sums whose number is in words or is none: "five million dollars", "millions of dollars"."""
    table = notation()
    found = []
    for match in units:
        if match.start() in used:
            continue
        start, words = words_before(lowered, match.start())
        if not words or (is_weight(lowered, match) and "illion" not in lowered[start : match.start()]):
            continue
        if match[1] in table.hundredths:
            value = number(words)
            if value is not None and not is_vague(words):
                found.append(Found(start, match.end(), table.hundredths[match[1]], value / 100))
        elif is_vague(words):
            found.append(Found(start, match.end(), table.words[match[1]], None, least(words)))
        elif (value := number(words)) is not None and value > 1:  # "one dollar" is a rate
            found.append(Found(start, match.end(), table.words[match[1]], value))
    return found


def words_before(lowered: str, end: int) -> tuple[int, list[str]]:
    """The number words that end right before ``end``, and where the first of them begins."""
    begin = max(0, end - 70)
    words = [(m.start() + begin, m[0]) for m in WORD.finditer(lowered[begin:end])]
    kept: list[tuple[int, str]] = []
    right = end
    for start, word in reversed(words):
        gap = lowered[start + len(word) : right].strip(" \u00a0\n-")
        if gap and gap != "":
            break
        parts = [word.removeprefix("multi")] if word.startswith("multi") and word != "multi" else []
        if parts and parts[0] in SCALES:
            kept += [(start, parts[0]), (start, "multi")]
        elif word in NUMERALS or (word in {"worth", "u", "us"} and not kept):
            kept.append((start, word))
        else:
            break
        right = start
    while kept and kept[-1][1] in {"of", "and", "worth"}:
        kept.pop()
    kept.reverse()
    if len(kept) > 1 and kept[0][1] in {"a", "an"} and kept[1][1] == "multi":
        kept = kept[1:]
    if all(word in {"a", "an", "of", "and", "worth", "u", "us"} for _, word in kept):
        return end, []
    return kept[0][0], [word for _, word in kept]


def bare(lowered: str, found: Sequence[Found], context: Context) -> list[Found]:
    """Orders of size without a currency ("made billions", "a multi-crore scam"), in the document's currency."""
    used = taken(found)
    table = notation()
    bare: list[Found] = []
    if not any(word in lowered for word in ORDERS):
        return bare
    for match in BARE.finditer(lowered):
        if match.start() in used or match.end() - 1 in used or counts_things(lowered, match.end(), table):
            continue
        words = WORD.findall(match[0].replace("multi", "multi "))
        is_multi = words[0] == "multi"
        if not is_multi and not is_money(lowered, match):
            continue
        indian = words[-1].removesuffix("s") in INDIAN
        name = "INR" if indian else nearest(match.start(), found, context)
        bare.append(Found(match.start(), match.end(), name, None, least(words)))
    return bare


def nearest(place: int, found: Sequence[Found], context: Context) -> str:
    """The currency of the sum that stands nearest; US dollars where the document has none."""
    named = [f for f in found if f.name and context.currency(f.name)]
    sum_ = min(named, key=lambda f: abs(f.start - place), default=None)
    return (context.currency(sum_.name) if sum_ and sum_.name else None) or "USD"


@cache
def spending() -> re.Pattern[str]:
    """Verbs whose bare "millions" are money."""
    return re.compile(rf"\b(?:{alternatives(load_words('qualifiers')['spending'])})\s+(?:\w+\s+){{0,2}}$")


def is_money(lowered: str, match: re.Match[str]) -> bool:
    """Bare "millions" after a verb of paying or taking, not followed by what they count."""
    if re.compile(r"\s+of\s").match(lowered, match.end()):
        return False
    return spending().search(lowered, max(0, match.start() - 40), match.start()) is not None


def sums(reading: Reading, lowered: str, found: Sequence[Found], context: Context) -> Iterator[Sum]:
    """The sums with their tokens, currencies and qualifiers."""
    starts = reading.starts
    previous: tuple[Found, str] | None = None
    for item in found:
        code = context.currency(item.name) if item.name else None
        if code is None:
            continue
        first = bisect_right(starts, item.start) - 1
        last = bisect_right(starts, item.end - 1)
        if item.value is None:
            qualifier = "vague"
        elif previous and re.fullmatch(r"\s?[(\[;/]\s?|;\s", lowered[previous[0].end : item.start]):
            qualifier = previous[1]  # "up to $5m (£3.7m)"
        else:
            qualifier = qualify(lowered, item)
        previous = (item, qualifier)
        value = None if item.value is None else float(item.value)
        yield Sum(
            start=first,
            end=last,
            text=reading.text[item.start : item.end],
            currency=code,
            qualifier=qualifier,
            value=value,
            value_min=float(item.least) if item.least is not None else value if qualifier == "at_least" else None,
            value_max=value if qualifier == "at_most" else None,
        )


@cache
def qualifiers() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str], dict[str, list[str]]]:
    """``words/qualifiers.yaml`` compiled: words before, words after, their codes, and what forbids them."""
    data = load_words("qualifiers")
    codes = ("at_least", "at_most", "approximately")
    before = {word: code for code in codes for word in data[code]["before"]}
    after = {word: code for code in codes for word in data[code]["after"]}
    between = rf"(?:(?:{alternatives(data['between'])})\s+)*"
    return (
        re.compile(rf"(?:(\w+)\s+)?(?<![\w-])({alternatives(before)})\s*{between}[(\"']?\Z"),
        re.compile(rf"(?:[\s,(-]+({alternatives(after)})\b|(\+))"),
        before,
        after,
        data["unless_after"],
    )


def qualify(lowered: str, item: Found) -> str:
    """How exact a sum is by the words around it."""
    before, after, before_codes, after_codes, unless = qualifiers()
    if match := before.search(lowered, max(0, item.start - 45), item.start):
        word, qualifier = match[1], match[2]
        if word not in unless.get(qualifier, ()):
            return before_codes[qualifier]
    if match := after.match(lowered, item.end):
        return "at_least" if match[2] else after_codes[match[1]]
    return "exact"
