"""What the search below RAW finds, and the one error by which a source is turned away."""

import unicodedata
from dataclasses import dataclass, field

from cases.addresses import Remote
from cases.records import Rejection
from cases.text import visible

SHOWN = 200  # characters of a document's own words that a message repeats


@dataclass(frozen=True, slots=True)
class Source:
    """A candidate document: where its bytes are, small enough to travel to another process.

    Attributes:
        path: Relative to RAW, ``/`` between folders; for a line of JSONL ``file#line``.
        location: The file to open.
        suffix: Lower case, without the dot: ``txt``, ``html`` …; ``jsonl`` for a line of a corpus.
        sidecar: The metadata file beside it.
        data: The bytes where they were already at hand: a line of JSONL.
    """

    path: str
    location: str | Remote
    suffix: str
    sidecar: str | Remote | None = None
    data: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that is no document and is counted only."""

    path: str
    reason: str


Item = Source | Skipped | Rejection


class SourceError(Exception):
    """A source that cannot become a document: why, what to do about it, and where in the file."""

    def __init__(self, reason: str, remedy: str, place: str | None = None) -> None:
        """Takes one clear line each."""
        super().__init__(reason)
        self.reason = reason
        self.remedy = remedy
        self.place = place

    def rejection(self, path: str) -> Rejection:
        """The line of the report for the source at ``path``, safe to print."""
        place = None if self.place is None else visible(self.place)
        return Rejection(visible(path), visible(self.reason), visible(self.remedy), place)


def quoted(text: str) -> str:
    """A document's own words for a message: visible, shortened, in quotation marks."""
    shown = visible(text[:SHOWN])
    return f"“{shown}…”" if len(text) > SHOWN else f"“{shown}”"


def clean_name(text: str) -> bool:
    """Whether a name can stand in ids, paths and terminals as it is: no control or undecodable characters."""
    return all(unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} and c not in BIDI for c in text)


BIDI = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")  # they reorder what a terminal shows
