"""The parts of a saved web page that tell of other texts: the titles under "Recent News", lines such as "Link to: …".

Who and what is named there is named in the document; the accusations and sentences there belong to other texts.
"""

import re
from collections.abc import Iterator
from functools import cache

from cases.language.lexicon import load_words

LINE = re.compile(r"[^\n]*\S[^\n]*")
PROSE = 220


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of words in ``words/furniture.yaml``."""
    return tuple(load_words("furniture")[name])


def teasers(text: str) -> Iterator[tuple[int, int]]:
    """Character ranges of the lines that tell of other texts, in order.

    They reach from a line such as "Recent News" to the next line that is too long for a title or a first sentence.
    """
    start = None
    for match in LINE.finditer(text):
        line = match[0].strip(" \t\r*#>|-:").lower()
        prose = len(line) > PROSE and not line.endswith(("…", "..."))
        if start is not None and prose:
            yield start, match.start()
            start = None
        elif line in words("others"):
            start = match.start() if start is None else start
        elif start is None and line.startswith(words("links")):
            yield match.span()
    if start is not None:
        yield start, len(text)
