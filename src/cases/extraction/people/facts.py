"""What the text says of a person beside the name: the age and the nationality."""

from collections.abc import Sequence
from itertools import pairwise

from cases.extraction.people.candidates import Finder
from cases.language.countries import country_of

Place = tuple[int, int, str]
OLDEST = 110
CITIZENS = {
    "national",
    "nationals",
    "citizen",
    "citizens",
    "businessman",
    "businesswoman",
    "financier",
    "billionaire",
    "tycoon",
}


def age_of(places: Sequence[Place], finder: Finder) -> int | None:
    """The age printed beside one of the mentions of a person."""
    for start, end, _ in places:
        number = age_after(end, finder) or age_before(start, finder)
        if number:
            return number
    return None


def age_after(end: int, finder: Finder) -> int | None:
    """The age in "Anna Lane, 55, of …", "Anna Lane (55)", "Anna Lane, age 55", "Anna Lane, a 55-year-old"."""
    if finder.lower[end : end + 1] not in ([","], ["("]):
        return None
    words = [*finder.lower[end : end + 5], "", "", "", "", ""]
    if words[1] in {"age", "aged", "a", "an"} and number(words[2]):
        aged = words[1] in {"age", "aged"} or words[3] == "-"
        return number(words[2]) if aged else None
    if words[2] in {",", ".", ")", ";", "and", "-"} or "\n" in words[2]:
        return number(words[1]) if words[2] != "-" or words[3].startswith("year") else None
    return compound(words[1])


def age_before(start: int, finder: Finder) -> int | None:
    """The age in "55-year-old Anna Lane"."""
    before = finder.lower[max(0, start - 5) : start]
    if before[1:] == ["-", "year", "-", "old"]:
        return number(before[0])
    return compound(before[-1]) if before else None


def compound(word: str) -> int | None:
    """The age in the single token "55-year-old"."""
    return number(word.split("-", maxsplit=1)[0]) if word.endswith("-year-old") else None


def number(word: str) -> int | None:
    """A plausible age in digits."""
    return int(word) if word.isdigit() and len(word) < 4 and 0 < int(word) <= OLDEST else None


def nationality_of(places: Sequence[Place], finder: Finder) -> str | None:
    """The one country whose national the text calls a person, next to the name."""
    if finder.lower_places.keys().isdisjoint(CITIZENS):
        return None
    found = set()
    for start, end, _ in places:
        before = finder.lower[max(0, start - 3) : start]
        after = finder.lower[end : end + 6]
        for window in (before, after if after[:1] == [","] and after[1:2] in (["a"], ["an"]) else []):
            for first, second in pairwise(window):
                if second in CITIZENS and (country := country_of(first)):
                    found.add(country)
    return found.pop() if len(found) == 1 else None
