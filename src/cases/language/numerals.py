"""Numbers in words: "two and a half million", "hundreds of thousands", "half a billion"."""

import re
from decimal import Decimal

UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
TENS = "ten twenty thirty forty fifty sixty seventy eighty ninety"
SMALL = {
    **{word: Decimal(value) for value, word in enumerate(UNITS.split())},
    **{word: Decimal(10 * value) for value, word in enumerate(TENS.split(), start=1)},
}
PARTS = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}
SCALES = {
    "hundred": Decimal(100),
    "thousand": Decimal(1000),
    "lakh": Decimal(100_000),
    "lac": Decimal(100_000),
    "million": Decimal(1_000_000),
    "crore": Decimal(10_000_000),
    "billion": Decimal(1_000_000_000),
    "trillion": Decimal(1_000_000_000_000),
}
MANY = {"tens": Decimal(10), "dozens": Decimal(12), **{f"{word}s": scale for word, scale in SCALES.items()}}
SEVERAL = {"several", "few", "many", "couple", "multi", "untold", "countless", "multiple", "various"}
ARTICLES = {"a", "an"}
LINKS = {"of", "and"}
NUMERALS = frozenset([*SMALL, *PARTS, *SCALES, *MANY, *SEVERAL, *ARTICLES, *LINKS])
WORD = re.compile(r"[a-z]+")


def is_vague(words: list[str]) -> bool:
    """Words that give an order of size and no number: "millions", "several thousand", "tens of millions"."""
    return any(word in SEVERAL or word in MANY for word in words)


def least(words: list[str]) -> Decimal:
    """The least that a vague number can be: two of its orders ("tens of millions": 20,000,000)."""
    product = Decimal(2)
    for word in words:
        product *= MANY.get(word) or SCALES.get(word) or 1
    return product


def number(words: list[str]) -> Decimal | None:
    """The value of a number in words; None if they hold none.

    "two and a half million" adds the half before it multiplies, "half a million" multiplies half by the scale.
    """
    total = current = Decimal(0)
    seen = False
    for word in words:
        if word in SMALL:
            current, seen = current + SMALL[word], True
        elif word in PARTS:
            current, seen = current + PARTS[word], True
        elif word == "hundred":
            current, seen = (current or Decimal(1)) * 100, True
        elif word in SCALES:
            if current or not total:
                total += (current or Decimal(1)) * SCALES[word]
            else:
                total *= SCALES[word]  # "a thousand crore"
            current, seen = Decimal(0), True
    return total + current if seen else None
