"""Sentences told in tables and lists, without a verb.

A saved page gives the tables of some prosecutors' releases a cell a line. Under the headings "Defendant", "Charges" and
"Sentence" each row begins with a name, an age and a town; a later line of the row says nothing but the penalty: "Four
years in state prison".

A list gives each of several people a line: "Anna Lane (born 13/7/1988), of Reading - 7-year custodial sentence".
"""

import re
from bisect import bisect_left
from collections.abc import Iterable

from spacy.tokens import Span as Tokens

from cases.extraction.penalties.sizes import Size
from cases.extraction.penalties.verbs import Clause
from cases.language.courttables import row_of, rows
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.records import Ref

HEADINGS = re.compile(
    r"^[ \t]*defendants?[ \t]*\n(?:[^\n]{0,60}\n){0,6}?[ \t]*(maximum |potential |possible )?sentences?"
    r"(?: \([^)\n]{1,30}\))?[ \t]*$",
    re.MULTILINE,
)
COLUMN = ("defendant", "defendants")  # with which the headings of a table begin
END = re.compile(r"^[ \t]*(?:circumstances|background|prosecut|case summary)", re.MULTILINE)
LONGEST = 120
LISTED = re.compile(r"(?:\)|\s[-–—:]|,)\s\Z")
FINITE = {"VBD", "VBZ", "VBP", "MD"}
CELL = re.compile(r"\s*(?:(?:ordered )?to (?:pay|serve|forfeit) |(?:a |an )?(?:maximum (?:sentence )?of |up to )?)\Z")


class Table:
    """The rows of a document's table of sentences; none where it has no such table."""

    def __init__(self, reading: Reading, mentions: Mentions, text: str):
        self.text = text
        heading = HEADINGS.search(self.text) if ends_line(reading, COLUMN) else None
        self.start = heading.end() if heading else len(self.text)
        last = END.search(self.text, self.start)
        self.end = last.start() if last else len(self.text)
        self.basis = "maximum" if heading and heading[1] else "imposed"
        named = rows(reading, mentions) if heading else []
        self._rows = [row for row in named if self.start <= row.start < self.end]

    def party(self, size: Size) -> Ref | None:
        """Whose row a size stands in, if its line says nothing before it but that somebody is to pay or serve it."""
        begin = self.text.rfind("\n", 0, size.start) + 1
        end = self.text.find("\n", size.end)
        line = (end if end >= 0 else len(self.text)) - begin
        if not self.start <= begin < self.end or line > LONGEST or not CELL.match(self.text, begin, size.start):
            return None
        row = row_of(self._rows, begin)
        return row.ref if row else None


def ends_line(reading: Reading, words: Iterable[str]) -> bool:
    """Whether a line ends right after one of the words."""
    places = (i for word in words for i in reading.lower_places.get(word, ()))
    return any("\n" in after for i in places for after in reading.words[i + 1 : i + 2])


class Lines:
    """The lines of a document that begin with a person's name."""

    def __init__(self, reading: Reading, mentions: Mentions):
        self.reading = reading
        self.named = {m.start: m for m in mentions.all if m.form == "name" and m.ref.kind == "person"}
        self._places = sorted(self.named)

    def row(self, size: Size) -> tuple[Ref, Tokens] | None:
        """The one person whom a line names, at its beginning, if no verb stands between the name and the size.

        Returns:
            The person, and the line.
        """
        text, starts = self.reading.text, self.reading.starts
        begin = text.rfind("\n", 0, size.start) + 1
        if not begin:
            return None
        first, last = bisect_left(starts, begin), bisect_left(starts, size.start)
        mention = self.named.get(first)
        if mention is None or bisect_left(self._places, last) - bisect_left(self._places, first) != 1:
            return None
        between = text[self.reading.doc[mention.end - 1].idx : size.start]
        told = any(t.tag_ in FINITE for t in self.reading.doc[mention.end : last])
        if told or not LISTED.search(between):
            return None
        end = text.find("\n", size.end)
        return mention.ref, self.reading.doc[first : bisect_left(starts, end) if end >= 0 else len(starts)]

    def listed(self, clause: Clause, size: Size) -> list[Ref]:
        """The person of an item in a list: "John Roe, 10 years; Jane Roe, 24 months"."""
        verb, sentence = clause.verb, clause.sentence
        before = self.reading.text[sentence.start_char : size.start]
        begin = max(before.rfind(mark) for mark in ";:") + sentence.start_char
        if begin < sentence.start_char or (verb and verb.token.idx > begin):
            return []
        first, last = (bisect_left(self.reading.starts, place) for place in (begin, size.start))
        return [self.named[i].ref for i in self._places[bisect_left(self._places, first) :][:1] if i < last]
