"""The tables in which some prosecutors lay out a case, which a saved page gives a cell a line.

Each row begins with a line of a name, an age and a town; the lines below it tell of that person.
"""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from cases.language.ages import has_age
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.records import Ref


class Row(NamedTuple):
    """A line that a name opens.

    Attributes:
        start: Where in the text it begins.
        last: The last token of the name.
        ref: Whose name it is.
        aged: Whether an age follows the name.
    """

    start: int
    last: int
    ref: Ref
    aged: bool


def rows(reading: Reading, mentions: Mentions) -> list[Row]:
    """Every line that a person's name opens, in text order."""
    people = (m for m in mentions if m.form == "name" and m.ref.kind == "person")
    starts, text = reading.starts, reading.text
    return [
        Row(starts[m.start], m.end - 1, m.ref, has_age(reading.doc, m.end))
        for m in people
        if not text[text.rfind("\n", 0, starts[m.start]) + 1 : starts[m.start]].strip()
    ]


def row_of(table: Sequence[Row], offset: int) -> Row | None:
    """The row in which a place of the text stands: the last that begins before it."""
    row = bisect_right(table, offset, key=lambda r: r.start)
    return table[row - 1] if row else None
