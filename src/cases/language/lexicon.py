"""Word lists: ``words/NAME.yaml`` → one automaton over lemmas that finds every listed phrase in one pass.

A list maps a code to its phrases. Phrases are matched word by word on their dictionary forms, whatever their case:
"pleaded guilty", "pleads guilty" and "Pleading Guilty" are the one entry ``plead guilty``.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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


class Lexicon:
    """All the phrase lists that the rules use, in one matcher.

    Args:
        nlp: The pipeline whose tokenizer and vocabulary the phrases share.
        names: The lists, as file names in ``words/`` without suffix.
    """

    def __init__(self, nlp: "Language", names: tuple[str, ...]):
        from spacy.matcher import PhraseMatcher  # here, for the lists are read where no spaCy is loaded

        from cases.language.model import lemmas

        self._matcher = PhraseMatcher(nlp.vocab, attr="LEMMA")
        self._keys: dict[int, tuple[str, str]] = {}
        self._names = names
        for name in names:
            for code, entries in phrases(name).items():
                key = f"{name}\t{code}"
                self._matcher.add(key, [lemmas(nlp.make_doc(entry)) for entry in entries])
                self._keys[nlp.vocab.strings[key]] = (name, code)

    def match(self, doc: "Doc") -> dict[str, list[Match]]:
        """List name → its matches in text order; of overlapping matches of one list the longest stays."""
        found: dict[str, list[Match]] = {name: [] for name in self._names}
        for key, start, end in self._matcher(doc):
            name, code = self._keys[key]
            found[name].append(Match(start, end, code))
        return {name: longest(matches) for name, matches in found.items()}


def starting_within(matches: Sequence[Match], start: int, end: int) -> Sequence[Match]:
    """The matches, which stand in text order, that begin at tokens ``[start, end)``; found by bisection."""
    return matches[bisect_left(matches, start, key=_start) : bisect_left(matches, end, key=_start)]


def _start(match: Match) -> int:
    return match.start


def longest(matches: list[Match]) -> list[Match]:
    """Drop every match that overlaps a longer (or as long and earlier) one; text order."""
    taken: set[int] = set()
    kept = []
    for match in sorted(matches, key=lambda m: (m.start - m.end, m.start, m.code)):
        places = range(match.start, match.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(match)
    return sorted(kept, key=lambda m: m.start)
