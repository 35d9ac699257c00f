"""Where the things of a drawing stand: a timeline to scale, and who is accused together with whom."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

WIDTH = 720
MARGIN = 40
ROW = 26
LABEL = 46
NAME = 22
NEIGHBOURS = 12


@dataclass(frozen=True, slots=True)
class Moment:
    """An event at its place on the line: a bar from ``x`` to ``x2``, which are equal for a day."""

    x: float
    x2: float
    y: float
    label: str
    to_the_left: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events one below the other, and the years on the line above them."""

    width: int
    height: float
    moments: list[Moment]
    years: list[tuple[float, int]]
    first: str
    last: str


def timeline(events: Iterable[tuple[str, str | None, str]]) -> Timeline | None:
    """Draw events to scale.

    Args:
        events: First day, last day (ISO) and words of each; without a last day it is that of the first.

    Returns:
        Nothing where there are fewer than two events, since a single one has no scale.
    """
    known = sorted((_day(start), _day(end or start), label) for start, end, label in events)
    if len(known) < 2:
        return None
    first, last = known[0][0], max(end for _, end, _ in known)
    scale = (WIDTH - 2 * MARGIN) / max(last - first, 1)

    def place(day: int) -> float:
        return round(MARGIN + (day - first) * scale, 1)

    moments = [
        Moment(place(start), place(end), LABEL + number * ROW, short(label, 60), place(start) > WIDTH / 2)
        for number, (start, end, label) in enumerate(known)
    ]
    ends = (date.fromordinal(first).isoformat(), date.fromordinal(last).isoformat())
    return Timeline(WIDTH, LABEL + (len(known) + 1) * ROW, moments, _years(first, last, place), *ends)


def _years(first: int, last: int, place: Callable[[int], float]) -> list[tuple[float, int]]:
    begin, end = date.fromordinal(first).year, date.fromordinal(last).year
    every = max(1, math.ceil((end - begin) / 10))
    marks = [(date(year, 1, 1).toordinal(), year) for year in range(begin + 1, end + 1, every)]
    return [(place(day), year) for day, year in marks]


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


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
