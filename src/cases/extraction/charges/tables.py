"""Charges that a release lays out in lines: a name with an age, "Charged with the following counts:", the counts."""

from collections.abc import Iterator

from spacy.tokens import Doc

from cases.extraction.charges.scopes import TABLE
from cases.extraction.charges.values import Accusation
from cases.language.courttables import row_of, rows
from cases.language.lexicon import load_words
from cases.language.mentions import Mentions
from cases.language.reading import Reading

WORDS = load_words("charge_words")["tables"]
STATUS: dict[str, str] = {word: status for status, words in WORDS["status"].items() for word in words}
ENDS = frozenset(WORDS["ends"])
LINE = 14
LINES = 15
BEFORE = 400
COUNTS = ("count", "counts", "charge", "charges")


def find(reading: Reading, mentions: Mentions) -> Iterator[Accusation]:
    """One accusation for each list of counts ("… to the following felony counts:"), on whom its row names."""
    doc, words = reading.doc, reading.lower
    colons = [i + 1 for word in COUNTS for i in reading.lower_places.get(word, ()) if words[i + 1 : i + 2] == [":"]]
    table = [row for row in rows(reading, mentions) if row.aged] if colons else []
    for colon in sorted(colons):
        start = line_start(doc, colon)
        verb = next((t for t in doc[start:colon] if t.lower_ in STATUS), None)
        row = row_of(table, reading.starts[start])
        near = row is not None and reading.starts[start] - row.start < BEFORE
        if row is None or not near or verb is None or not breaks(doc, colon + 1):
            continue
        end = list_end(doc, colon + 1)
        status = "pleaded_not_guilty" if "not" in words[start:colon] else STATUS[verb.lower_]
        yield Accusation(verb, status, (doc[row.last],), colon + 1, end, TABLE)


def breaks(doc: Doc, at: int) -> bool:
    """Whether a line ends before a token, or with it."""
    return at >= len(doc) or "\n" in doc[at].text or "\n" in doc[at - 1].text


def line_start(doc: Doc, at: int) -> int:
    """First token of the line of a token."""
    while at > 0 and "\n" not in doc[at - 1].text:
        at -= 1
    return at


def list_end(doc: Doc, start: int) -> int:
    """Where the lines of counts end: before a line that is long or begins with another subject."""
    at, end = start, start
    for _ in range(LINES):
        while at < len(doc) and doc[at].is_space:
            at += 1
        last = next((i for i in range(at, min(at + LINE, len(doc))) if breaks(doc, i + 1)), None)
        if last is None or ENDS & {t.lower_ for t in doc[at : last + 1]}:
            break
        at = end = last + 1
    return end
