"""Currencies as texts write them: symbols, words, and which one is meant where several share a name."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, cached_property
from typing import Any
from urllib.parse import urlsplit

from cases.language.kept import Kept
from cases.language.lexicon import load_words
from cases.language.reading import Reading
from cases.records import Document

LETTERS = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Notation:
    """The compiled word list ``words/currencies.yaml``.

    Attributes:
        symbols: Symbol before a number → ISO 4217 code, or the shared name that stands for several.
        words: Lower-case word after a number → the same.
        hundredths: Word for a hundredth → ISO code of the whole.
        letters: Symbols that are too short to be believed before a small number.
    """

    symbols: dict[str, str]
    words: dict[str, str]
    hundredths: dict[str, str]
    letters: frozenset[str]
    shared: dict[str, Any]
    places: dict[str, tuple[str, ...]]
    not_money: frozenset[str]

    @cached_property
    def symbol_before(self) -> re.Pattern[str]:
        """Matches a symbol at the end of a slice that ends where a number begins."""
        return re.compile(rf"(?<![A-Za-z$£€])({alternatives(self.symbols)})[ \u00a0-]?$")

    @cached_property
    def word(self) -> re.Pattern[str]:
        """Matches a currency's word in a lower-case text."""
        return re.compile(rf"\b({alternatives({**self.words, **self.hundredths})})(?!\w)")

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The letters with which a currency's words begin."""
        return frozenset(re.split(r"[\W\d_]", word)[0] for word in (*self.words, *self.hundredths))

    @cached_property
    def place(self) -> re.Pattern[str]:
        """Matches every place that tells a currency."""
        return re.compile(rf"(?<![\w.])({alternatives(self.currencies_of)})(?!\w)")

    @cached_property
    def currencies_of(self) -> dict[str, tuple[str, ...]]:
        """Place → the currencies that it speaks for."""
        found: dict[str, tuple[str, ...]] = {}
        for code, places in self.places.items():
            for place in places:
                found[place] = (*found.get(place, ()), code)
        return found


def alternatives(words: Any) -> str:
    """The words as a regular expression, the longest first, by their first letters: most places fail at once."""
    rests: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda w: (-len(w), w)):
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in rests.items())


@cache
def notation() -> Notation:
    """The word list, read once per process."""
    data = load_words("currencies")
    symbols, words, places = {}, {}, {}
    for code, entry in data["currencies"].items():
        if code not in data["not_codes"]:
            symbols[code] = code
        symbols.update(dict.fromkeys(entry.get("symbols", ()), code))
        words.update(dict.fromkeys(entry.get("words", ()), code))
        places[code] = tuple(entry.get("places", ()))
    words.update({code.lower(): code for code in symbols if code.isalpha() and code in data["currencies"]})
    for name in data["shared"]:
        (words if name.islower() and len(name) > 2 else symbols)[name] = name
    plurals = {f"{word}s": code for word, code in words.items() if not word.endswith("s") and len(word) > 3}
    return Notation(
        symbols=symbols,
        words={word.lower(): code for word, code in {**plurals, **words}.items()},
        hundredths=data["hundredths"],
        letters=frozenset(data["letters"]),
        shared=data["shared"],
        places=places,
        not_money=frozenset(word.lower() for word in data["not_money"]),
    )


def beginnings(word: str) -> tuple[int, ...]:
    """Where in a token the words of a currency can begin."""
    return tuple(m.start() for m in LETTERS.finditer(word.lower()) if m[0] in notation().first_words)


BEGINNINGS = Kept(beginnings)


def units(reading: Reading, lowered: str) -> Iterator[re.Match[str]]:
    """The words of currencies in text order."""
    starts, places, end = reading.starts, reading.places, 0
    begun = [starts[i] + at for word, ats in BEGINNINGS.among(places).items() for at in ats for i in places[word]]
    for start in sorted(begun):
        match = notation().word.match(lowered, start) if start >= end else None
        if match is not None:
            end = match.end()
            yield match


@dataclass
class Context:
    """What one document says about where it is, for the currencies that share a name."""

    document: Document
    _chosen: dict[str, str | None] = field(default_factory=dict)

    @cached_property
    def places(self) -> Counter[str]:
        """How often the document names a place of each currency."""
        counts: Counter[str] = Counter()
        table = notation()
        for match in table.place.finditer(f"{self.document.title or ''}\n{self.document.text[:60_000]}"):
            for code in table.currencies_of[match[1]]:
                counts[code] += 1
        return counts

    @cached_property
    def host(self) -> str:
        """The host of the document's address, or the publisher if it is written as one."""
        return (urlsplit(self.document.url or "").hostname or self.document.publisher or "").lower()

    def currency(self, name: str) -> str | None:
        """The ISO code of a symbol's or word's entry; None if several share it and the document does not tell."""
        shared = notation().shared.get(name)
        if shared is None:
            return name
        if name not in self._chosen:
            self._chosen[name] = self._choose(shared)
        return self._chosen[name]

    def speaks_of(self, code: str) -> bool:
        """The document names a place of the currency."""
        return self.places[code] > 0

    def _choose(self, shared: dict[str, Any]) -> str | None:
        for suffix, code in shared.get("home", {}).items():
            if self.host.endswith(suffix) and self.places[code] > self.places["USD"]:
                return str(code)
        named = [code for code in shared.get("codes", ()) if self.places[code]]
        if named:
            return str(max(named, key=lambda code: self.places[code]))
        otherwise = shared.get("otherwise")
        return str(otherwise) if otherwise else None
