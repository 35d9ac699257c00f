"""Whether a text is prose at all: a table of figures or a dump of code is none."""

import re

from cases.sources.items import SourceError

LETTERS = re.compile(r"[^\W\d_]+")
LONGEST_WORD = 40
SHARE = 0.5
TEXT_LIMIT = 2_000_000


def check(text: str) -> None:
    """Lets pass what can be read as prose.

    Raises:
        SourceError: The text is empty, too long, or less than half of it is words.
    """
    if not text.strip():
        raise SourceError("the document has no text", "remove it, or recognise the text of a scan (OCR) first")
    if len(text) > TEXT_LIMIT:
        raise SourceError(f"the text is over {TEXT_LIMIT:,} characters", "split the document")
    if word_share(text) < SHARE:
        raise SourceError("less than half of the text is words", "keep tables, code and listings out of raw")


def word_share(text: str) -> float:
    """Letters in words of at most 40 letters, per character that is no white space."""
    visible = sum(map(len, text.split()))
    if not visible:
        return 0.0
    return sum(n for n in map(len, LETTERS.findall(text)) if n <= LONGEST_WORD) / visible
