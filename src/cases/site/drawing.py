"""Where the things of a drawing stand: a timeline to scale, and who is accused together with whom."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from cases.edtf import OPEN, parse_edtf
from cases.site.periods import first_told, last_told, period

WIDTH = 720
MARGIN = 40
ROW = 26
LABEL = 46
GAP = 10
LETTER = 7.7
"""How wide a letter of the drawing is on the average, and rather more."""

NAME = 22
NEIGHBOURS = 12


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text that begins at ``x`` (``start``) or ends there (``end``)."""

    x: float
    y: float
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class Moment:
    """An event at its place on the line: a bar from ``x`` to ``x2``, which are equal for a day."""

    x: float
    x2: float
    y: float
    words: Words


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events one below the other, and the years on the line above them."""

    width: int
    height: float
    moments: list[Moment]
    years: list[tuple[float, int]]
    first: str
    last: str


def timeline(events: Iterable[tuple[str, str]]) -> Timeline | None:
    """Draw events to scale.

    Args:
        events: Date (EDTF) and words of each; one whose first day is not known is left out.

    Returns:
        Nothing where all is on one day, which has no scale.
    """
    known = sorted((*_days(edtf), words, edtf) for edtf, words in events if not edtf.startswith(OPEN))
    if not known:
        return None
    first, last = known[0][0], max(end for _, end, _, _ in known)
    if first == last:
        return None
    scale = (WIDTH - 2 * MARGIN) / (last - first)

    def place(day: int) -> float:
        return round(MARGIN + (day - first) * scale, 1)

    moments = [
        _moment(place(start), place(end), LABEL + number * ROW, words, period(edtf))
        for number, (start, end, words, edtf) in enumerate(known)
    ]
    told = [edtf for *_, edtf in known]
    ends = first_told(date.fromordinal(first), told), last_told(date.fromordinal(last), told)
    return Timeline(WIDTH, LABEL + (len(known) + 1) * ROW, moments, _years(first, last, place), *ends)


def _days(edtf: str) -> tuple[int, int]:
    covered = parse_edtf(edtf)
    assert covered.start is not None  # those open at the start are left out
    return covered.start.toordinal(), (covered.end or covered.start).toordinal()


def _moment(x: float, x2: float, y: float, words: str, when: str) -> Moment:
    """The bar with its words where there is room: to the right, to the left, or above it."""
    text = f"{words}, {when}"
    needed = len(text) * LETTER
    if needed <= WIDTH - x2 - GAP:
        said = Words(x2 + GAP, y + 5, "start", text)
    elif needed <= x - GAP:
        said = Words(x - GAP, y + 5, "end", text)
    else:
        room, place, anchor = (WIDTH - x, x, "start") if x < WIDTH / 2 else (x2, x2, "end")
        said = Words(place, y - 8, anchor, f"{short(words, int(room / LETTER) - len(when) - 2)}, {when}")
    return Moment(x, x2, y, said)


def _years(first: int, last: int, place: Callable[[int], float]) -> list[tuple[float, int]]:
    begin, end = date.fromordinal(first).year, date.fromordinal(last).year
    every = max(1, math.ceil((end - begin) / 10))
    marks = [(date(year, 1, 1).toordinal(), year) for year in range(begin + 1, end + 1, every)]
    return [(place(day), year) for day, year in marks]


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody in the network, on a circle around the one whom the page is about."""

    x: float
    y: float
    name: str
    anchor: str


def network(names: Sequence[str]) -> list[Node]:
    """Place the first names on an ellipse around the middle of a drawing of 720 by 360."""
    shown = names[:NEIGHBOURS]
    nodes = []
    for number, name in enumerate(shown):
        angle = 2 * math.pi * number / len(shown) - math.pi / 2
        x, y = 360 + 170 * math.cos(angle), 180 + 140 * math.sin(angle)
        anchor = "middle" if abs(x - 360) < 60 else "start" if x > 360 else "end"
        nodes.append(Node(round(x, 1), round(y, 1), short(name, NAME), anchor))
    return nodes


def short(text: str, size: int) -> str:
    """The text in one line, cut to a number of characters."""
    line = " ".join(text.split())
    return line if len(line) <= size else line[: size - 1] + "…"
