"""Charges that a release lays out in lines: a name with an age, "Charged with the following counts:", the counts."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from cases.extraction.charges.scopes import TABLE
from cases.extraction.charges.values import Accusation
from cases.language.lexicon import load_words
from cases.language.reading import Reading

WORDS = load_words("charge_words")["tables"]
STATUS: dict[str, str] = {word: status for status, words in WORDS["status"].items() for word in words}
ENDS = frozenset(WORDS["ends"])
LINE = 14
LINES = 15
BEFORE = 40
COLON = 5


def find(reading: Reading) -> Iterator[Accusation]:
    """One accusation for each list of counts, on whom the last line with an age names."""
    doc = reading.doc
    for i in reading.lower_places.get("following", ()):
        colon = next((t.i for t in doc[i + 1 : i + COLON] if t.text == ":"), None)
        start = line_start(doc, i)
        verb = next((t for t in doc[start:i] if t.lower_ in STATUS), None)
        name = aged(doc, start)
        if colon is None or verb is None or name is None or not breaks(doc, colon + 1):
            continue
        end = list_end(doc, colon + 1)
        status = "pleaded_not_guilty" if "not" in reading.lower[start:i] else STATUS[verb.lower_]
        yield Accusation(verb, status, (name,), colon + 1, end, TABLE)


def breaks(doc: Doc, at: int) -> bool:
    """Whether a line ends before a token, or with it."""
    return at >= len(doc) or "\n" in doc[at].text or "\n" in doc[at - 1].text


def line_start(doc: Doc, at: int) -> int:
    """First token of the line of a token."""
    while at > 0 and "\n" not in doc[at - 1].text:
        at -= 1
    return at


def aged(doc: Doc, before: int) -> Token | None:
    """The last word of the name before the nearest age between commas: "Jane Mary Roe, 57, Newport Beach"."""
    for i in range(before - 1, max(before - BEFORE, 1), -1):
        number = doc[i]
        if number.text.isdigit() and len(number.text) == 2 and doc[i - 1].text == "," and doc[i + 1].text == ",":
            return doc[i - 2]
    return None


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
