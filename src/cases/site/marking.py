"""Cutting a text at its spans, so that overlapping marks nest and every span has one place to link to."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a text that supports a row."""

    start: int
    end: int
    evidence_id: str
    table: str
    row_id: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What comes next in a marked text: a mark opens, a mark closes, or a stretch of the text.

    Attributes:
        span: The mark that opens; for a stretch of text, the innermost mark around it.
        first: Whether the mark opens for the first time; one that crosses another is cut and opens again.
    """

    kind: Literal["open", "close", "text"]
    span: Span | None = None
    text: str = ""
    first: bool = True


def spans(rows: Iterable[Mapping[str, Any]]) -> list[Span]:
    """The spans of rows of ``evidence``, outer ones first."""
    found = [Span(row["start"], row["end"], row["evidence_id"], row["table_name"], row["row_id"]) for row in rows]
    return sorted(found, key=lambda span: (span.start, -span.end, span.evidence_id))


def marked(text: str, ordered: Iterable[Span]) -> Iterator[Piece]:
    """Cut a text into stretches and marks that are properly nested.

    Args:
        text: The text that offsets count in.
        ordered: Its spans as ``spans`` orders them.
    """
    open_marks: list[Span] = []
    place = 0
    for span in ordered:
        yield from _until(text, place, span.start, open_marks)
        place = span.start
        outer = [mark for mark in open_marks if mark.end < span.end]
        if outer:  # A mark that ends within the new one: cut it here, and let it go on inside.
            depth = open_marks.index(outer[0])
            inner = open_marks[depth:]
            yield from (Piece("close") for _ in inner)
            reopened = sorted([span, *inner], key=lambda mark: -mark.end)
            yield from (Piece("open", mark, first=mark is span) for mark in reopened)
            open_marks[depth:] = reopened
        else:
            yield Piece("open", span)
            open_marks.append(span)
    yield from _until(text, place, len(text), open_marks)
    yield from (Piece("close") for _ in open_marks)


def _until(text: str, place: int, goal: int, open_marks: list[Span]) -> Iterator[Piece]:
    """The text from one place to another, closing the marks that end on the way."""
    while open_marks and open_marks[-1].end <= goal:
        mark = open_marks[-1]
        if mark.end > place:
            yield Piece("text", mark, text[place : mark.end])
            place = mark.end
        yield Piece("close")
        open_marks.pop()
    if goal > place:
        yield Piece("text", open_marks[-1] if open_marks else None, text[place:goal])
