"""Which sentences can tell of a penalty, by single words looked up once for a document; the others are not read."""

from collections import defaultdict
from functools import cache, lru_cache

from cases.language.columns import columns
from cases.language.lexicon import load_words
from cases.language.reading import Reading


@lru_cache(maxsize=1 << 16)
def is_sign(word: str) -> bool:
    """A lower-case word without which no sentence tells the size of a penalty."""
    data = load_words("penalties")["signs"]
    return word in data["words"] or any(part in word for part in data["parts"])


def signed(reading: Reading) -> set[int]:
    """First tokens of the sentences that hold a sign of a penalty with a size."""
    after = load_words("penalties")["signs"]["after"]
    first, lower = columns(reading.doc).first, reading.lower
    found = {first[i] for word, at in reading.places.items() if is_sign(word.lower()) for i in at}
    for word, before in after.items():
        found.update(first[i] for i in reading.places.get(word, ()) if i and lower[i - 1] == before)
    return found


@cache
def keys() -> dict[str, list[int]]:
    """Longest word of each phrase without a size → the numbers of its entries, as ``unsized.patterns`` counts them."""
    entries = [entry for group in load_words("penalties")["unsized"].values() for entry in group]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        for phrase in entry["words"]:
            found[max(phrase.split(), key=len)].append(number)
    return dict(found)


def listed(reading: Reading) -> dict[int, list[int]]:
    """First token of a sentence → the entries without a size of which it holds a word."""
    table, first = keys(), columns(reading.doc).first
    found: defaultdict[int, set[int]] = defaultdict(set)
    for word, at in reading.places.items():
        if numbers := table.get(word.lower()):
            for i in at:
                found[first[i]].update(numbers)
    return {start: sorted(numbers) for start, numbers in found.items()}
