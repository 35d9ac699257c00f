"""The column of sentences in the tables of some prosecutors' releases, which a saved page gives a cell a line.

Under the headings "Defendant", "Charges" and "Sentence" each row begins with a name, an age and a town; a later line of
the row says nothing but the penalty: "Four years in state prison".
"""

import re
from bisect import bisect_right

from cases.extraction.penalties.sizes import Size
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.records import Ref

HEADINGS = re.compile(
    r"^[ \t]*defendants?[ \t]*\n(?:[^\n]{0,60}\n){0,6}?[ \t]*(maximum |potential |possible )?sentences?"
    r"(?: \([^)\n]{1,30}\))?[ \t]*$",
    re.MULTILINE,
)
END = re.compile(r"^[ \t]*(?:circumstances|background|prosecut|case summary)", re.MULTILINE)
LONGEST = 120
CELL = re.compile(r"\s*(?:(?:ordered )?to (?:pay|serve|forfeit) |(?:a |an )?(?:maximum (?:sentence )?of |up to )?)\Z")


class Table:
    """The rows of a document's table of sentences; none where it has no such table."""

    def __init__(self, reading: Reading, mentions: Mentions, text: str):
        self.text = text
        heading = HEADINGS.search(self.text)
        self.start = heading.end() if heading else len(self.text)
        last = END.search(self.text, self.start)
        self.end = last.start() if last else len(self.text)
        self.basis = "maximum" if heading and heading[1] else "imposed"
        named = [m for m in mentions.all if heading and m.form == "name" and m.ref.kind == "person"]
        rows = [(reading.doc[m.start].idx, m.ref) for m in named if self._opens(reading.doc[m.start].idx)]
        self._starts = [start for start, _ in rows]
        self._refs = [ref for _, ref in rows]

    def _opens(self, offset: int) -> bool:
        """A name at the beginning of a line of the table."""
        line = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        return self.start <= offset < self.end and not line.strip()

    def party(self, size: Size) -> Ref | None:
        """Whose row a size stands in, if its line says nothing before it but that somebody is to pay or serve it."""
        begin = self.text.rfind("\n", 0, size.start) + 1
        end = self.text.find("\n", size.end)
        line = (end if end >= 0 else len(self.text)) - begin
        if not self.start <= begin < self.end or line > LONGEST or not CELL.match(self.text, begin, size.start):
            return None
        row = bisect_right(self._starts, begin)
        return self._refs[row - 1] if row else None
