"""Word lists: ``words/NAME.yaml`` → one automaton over lemmas that finds every listed phrase in one pass.

A list maps a code to its phrases. Phrases are matched word by word on their dictionary forms, whatever their case:
"pleaded guilty", "pleads guilty" and "Pleading Guilty" are the one entry ``plead guilty``.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from spacy.language import Language

WORDS = Path(__file__).parent.parent / "words"


class Match(NamedTuple):
    """A listed phrase in a document: tokens ``[start, end)`` and the code that the list gives it."""

    start: int
    end: int
    code: str


@cache
def load_words(name: str) -> Any:
    """The content of ``words/NAME.yaml``."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # seven times as fast, where it is built
    return yaml.load((WORDS / f"{name}.yaml").read_text("utf8"), Loader=loader)


def phrases(name: str) -> dict[str, list[str]]:
    """The phrase list ``words/NAME.yaml``: code → phrases."""
    return {str(code): [str(p) for p in entries] for code, entries in load_words(name).items()}


class Node:
    """A place in the automaton: the codes of the phrase that ends here, and the places that further words lead to."""

    __slots__ = ("after", "keys")

    def __init__(self) -> None:
        self.keys: dict[tuple[str, str], None] = {}
        self.after: dict[str, Node] = {}

    def add(self, words: Iterable[str], key: tuple[str, str]) -> None:
        """Give the place that the words lead to a code."""
        node = self
        for word in words:
            node = node.after.setdefault(word, Node())
        node.keys[key] = None


class Lexicon:
    """All the phrase lists that the rules use, in one automaton.

    Args:
        nlp: The pipeline whose tokenizer and vocabulary the phrases share.
        names: The lists, as file names in ``words/`` without suffix.
    """

    def __init__(self, nlp: "Language", names: tuple[str, ...]):
        from cases.language.model import lemma  # here, for the lists are read where no spaCy is loaded

        self._names = names
        self._first = Node()
        for name in names:
            for code, entries in phrases(name).items():
                for entry in entries:
                    self._first.add([lemma(token.lower_) for token in nlp.make_doc(entry)], (name, code))

    def match(self, words: Sequence[str], places: Mapping[str, Sequence[int]]) -> dict[str, list[Match]]:
        """List name → its matches in text order; of overlapping matches of one list the longest stays.

        Args:
            words: The dictionary forms of a text.
            places: Dictionary form → where it stands.
        """
        found: dict[str, list[Match]] = {name: [] for name in self._names}
        first = self._first.after
        for start in self._starts(words, places):
            node, end = first.get(words[start]), start + 1
            while node is not None:
                for name, code in node.keys:
                    found[name].append(Match(start, end, code))
                node = node.after.get(words[end]) if end < len(words) else None
                end += 1
        return {name: longest(matches) for name, matches in found.items()}

    def _starts(self, words: Sequence[str], places: Mapping[str, Sequence[int]]) -> list[int]:
        """Where a phrase of one word stands, or the first two words of a longer one."""
        following = [*words[1:], ""]
        starts: list[int] = []
        for word in self._first.after.keys() & places.keys():
            node, at = self._first.after[word], places[word]
            after = node.after
            starts += at if node.keys else [i for i in at if following[i] in after]
        starts.sort()
        return starts


def starting_within(matches: Sequence[Match], start: int, end: int) -> Sequence[Match]:
    """The matches, which stand in text order, that begin at tokens ``[start, end)``; found by bisection."""
    return matches[bisect_left(matches, start, key=_start) : bisect_left(matches, end, key=_start)]


def _start(match: Match) -> int:
    return match.start


def longest(matches: list[Match]) -> list[Match]:
    """Matches, which begin in text order, less every one that overlaps a longer (or as long and earlier) one."""
    if all(before.end <= after.start for before, after in pairwise(matches)):
        return matches
    taken: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start, m.code)):
        places = range(match.start, match.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)
