"""Which sentences can tell of a penalty, by single words looked up once for a document; the others are not read."""

import re
from collections import defaultdict
from functools import cache

from cases.language.columns import columns
from cases.language.kept import Kept
from cases.language.lexicon import load_words
from cases.language.reading import Reading

Told = tuple[bool, tuple[int, ...]]


def told_by(word: str) -> Told | None:
    """Whether a printed word is a sign of a penalty with a size, and the entries without one whose word it is."""
    lower = word.lower()
    sign = lower in sign_words() or sign_parts().search(lower) is not None
    entries = tuple(keys().get(lower, ()))
    return (sign, entries) if sign or entries else None


KNOWN = Kept(told_by)


@cache
def sign_words() -> frozenset[str]:
    """Words that are a sign of a penalty with a size."""
    return frozenset(load_words("penalties")["signs"]["words"])


@cache
def sign_parts() -> re.Pattern[str]:
    """The parts of words that are one."""
    return re.compile("|".join(map(re.escape, load_words("penalties")["signs"]["parts"])))


@cache
def keys() -> dict[str, list[int]]:
    """Longest word of each phrase without a size → the numbers of its entries, as ``unsized.patterns`` counts them."""
    entries = [entry for group in load_words("penalties")["unsized"].values() for entry in group]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for phrase in entry["words"]:
            found[max(phrase.split(), key=len)].append(number)
    return dict(found)


def signs(reading: Reading) -> tuple[set[int], dict[int, list[int]]]:
    """First tokens of the sentences with a sign of a penalty with a size, and of those with a word of one without."""
    first, lower, places = columns(reading.doc).first, reading.lower, reading.places
    signed: set[int] = set()
    listed: defaultdict[int, set[int]] = defaultdict(set)
    for word, told in KNOWN.among(places).items():
        sentences = {first[i] for i in places[word]}
        if told[0]:
            signed |= sentences
        for start in sentences if told[1] else ():
            listed[start].update(told[1])
    for word, before in load_words("penalties")["signs"]["after"].items():
        signed.update(first[i] for i in places.get(word, ()) if i and lower[i - 1] == before)
    return signed, {start: sorted(numbers) for start, numbers in listed.items()}
