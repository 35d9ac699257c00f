"""What a sentence holds that is a penalty without a length or a sum: bans, expulsions, death, restitution."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from cases.extraction.penalties.sizes import Size
from cases.language.currencies import alternatives
from cases.language.lexicon import load_words

LONG = re.compile(r"\b(?:for|of) (?:at least |up to )?(?:[\w-]+[\s-]){1,5}?(?:year|month)s?\b")
SIZED = re.compile(r"\d|[$£€]|\bamount\b(?! (?:that (?:will|is) )?(?:to )?be\b)|\bmillions?\b")
APART = re.compile(r"\b(?:for|after|before|while|when|because|who|which|that|if|rather|instead|violat\w+|hearing)\b")
LENGTH_OF = re.compile(r"(?:year|month|week|day)s?'? (?:of )?(?:[\w-]+ ){0,2}\Z")
MONEY = re.compile(r"[$£€]|\d[\d,]{3,}|\b(?:million|billion|crore)\b")
FOR_LIFE = re.compile(r"\bfor life\b|\blife(?:time)? ban\b")
FOR_LIFE_WITHIN = 40
REACH = 70
BEFORE = 30
GIVEN_WITHIN = 90
BETWEEN = {"from": r"\b[^;]{0,120}?\bfrom ", "of": r"\b[^;]{0,60}?\bof ", "what": r" "}
WORDS_BETWEEN = r"(?:[\w'-]+ ){0,4}?"


@dataclass(frozen=True, slots=True)
class Told:
    """A penalty without a size.

    Attributes:
        way: ``done`` if its first word is the verb done to somebody, ``ordered`` if it is the verb of what somebody
            must do, ``given`` if a verb before it gives it, ``asked`` if prosecutors ask for it.
    """

    size: Size
    way: str


@cache
def patterns() -> tuple[tuple[str, str, list[list[str]], re.Pattern[str]], ...]:
    """Of each entry of ``unsized`` in ``words/penalties.yaml`` way, kind and pattern, and of what it needs a word."""
    entries = load_words("penalties")["unsized"]
    return tuple(
        (way, str(entry["kind"]), [words for key, words in entry.items() if key != "kind"], pattern(entry))
        for way in entries
        for entry in entries[way]
    )


def pattern(entry: dict[str, Any]) -> re.Pattern[str]:
    """The words of an entry, and after them what they take away or keep somebody from, where it tells."""
    link = next((name for name in BETWEEN if name in entry), None)
    rest = f"{BETWEEN[link]}{WORDS_BETWEEN}(?:{alternatives(entry[link])})" if link else ""
    return re.compile(rf"\b(?:{alternatives(entry['words'])}){rest}\b")


def unsized(text: str, start: int, end: int, entries: Iterable[int]) -> Iterator[Told]:
    """The penalties without a size in characters ``[start, end)`` of a lower-case text, by some of the ``patterns``."""
    sentence = text[start:end]
    for way, kind, needed, words in (patterns()[n] for n in entries):
        if not all(any(word in sentence for word in each) for each in needed):
            continue
        for match in words.finditer(text, start, end):
            near = min(match.end() + FOR_LIFE_WITHIN, end)
            forever = kind == "ban" and FOR_LIFE.search(text, match.start(), near) is not None
            told = Told(Size(*match.span(), kind, True, life=forever), way)
            if not is_sized(text, told, start, end):
                yield told


def is_sized(text: str, told: Told, start: int, end: int) -> bool:
    """A length or a sum stands beside it, so that it is read elsewhere."""
    size = told.size
    near = min(size.end + REACH, end)
    if size.kind == "fine":
        return SIZED.search(text, start, end) is not None
    if size.kind in {"restitution", "forfeiture"}:
        before = told.way == "given" and MONEY.search(text, max(start, size.start - BEFORE), size.start)
        return bool(before) or SIZED.search(text, size.start, near) is not None
    if told.way in {"given", "asked"} and LENGTH_OF.search(text, max(start, size.start - REACH), size.start):
        return True
    return LONG.search(text, size.end, near) is not None


def is_given(text: str, verb_end: int, size: Size) -> bool:
    """Whether a noun stands under the verb that gives it, nothing else between: "sentenced to a year and probation"."""
    near = size.start - verb_end <= GIVEN_WITHIN
    return near and APART.search(text, verb_end, size.start) is None
