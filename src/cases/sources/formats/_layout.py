"""Lines of pages → paragraphs: what a page breaks for want of room is joined, what it sets apart stays apart."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

SENTENCE_END = re.compile(r"[.!?:…][\"'”’)\]]*$")
BULLET = re.compile(r"(?:[•▪◦●–—*-]|\(?[a-z0-9]{1,3}[.)])\s")
PAGE_NUMBER = re.compile(r"(?:page |- ?)?\d{1,4}(?: of \d{1,4}| ?-|/\d{1,4})?", re.IGNORECASE)
DIGITS = re.compile(r"\d+")
WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)?")
WIDER_GAP = 1.2  # times the usual distance of two lines
FULL_LINE = 0.95  # of the longest; where the next word would have had room, the writer began a new line
SIZE_CHANGE = 0.15
REPEATED = 3  # pages on which a first or last line must stand to be a running head


@dataclass(frozen=True, slots=True)
class Piece:
    """Some text as it is drawn: at what height of the page, in what size."""

    text: str
    height: float
    size: float


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line."""

    text: str
    height: float
    size: float


def height(cm: list[float], tm: list[float]) -> float:
    """How high on the page a text begins, from its two transformations."""
    return float(tm[4] * cm[1] + tm[5] * cm[3] + cm[5])


def lines(pieces: list[Piece]) -> list[Line]:
    """The lines of a page in the order in which they are drawn, white space in them as single spaces."""
    found: list[Line] = []
    texts: list[str] = []
    first: Piece | None = None
    for piece in pieces:
        for number, part in enumerate(piece.text.split("\n")):
            if number:
                found += _line(texts, first)
                texts, first = [], None
            texts.append(part)
            if first is None and part.strip():
                first = piece
    return found + _line(texts, first)


def _line(texts: list[str], first: Piece | None) -> list[Line]:
    return [] if first is None else [Line(" ".join("".join(texts).split()), first.height, first.size)]


def paragraphs(pages: list[list[Line]]) -> str:
    """The text of all pages, a blank line between paragraphs, without running heads and page numbers."""
    printed = [page for page in _without_heads(pages) if page]
    every = [line for page in printed for line in page]
    if not every:
        return ""
    usual, longest = _usual_gaps(printed), max(len(line.text) for line in every)
    vocabulary = Counter(word.lower() for line in every for word in WORDS.findall(line.text))
    return "\n\n".join(_joined(group, vocabulary) for group in _groups(every, usual, longest))


def _without_heads(pages: list[list[Line]]) -> Iterator[list[Line]]:
    heads = Counter(DIGITS.sub("0", line.text) for page in pages for line in {id(x): x for x in _edges(page)}.values())
    for page in pages:
        edges = {id(line) for line in _edges(page) if _is_head(line.text, heads)}
        yield [line for line in page if id(line) not in edges]


def _edges(page: list[Line]) -> list[Line]:
    return page[:2] + page[-2:]


def _is_head(text: str, heads: Counter[str]) -> bool:
    return PAGE_NUMBER.fullmatch(text) is not None or heads[DIGITS.sub("0", text)] >= REPEATED


def _usual_gaps(pages: list[list[Line]]) -> dict[float, float]:
    """The distance of two lines of one paragraph by the size of the lower one; headings and notes have their own."""
    gaps = defaultdict(list)
    for above, below in (pair for page in pages for pair in pairwise(page)):
        if above.height - below.height > 1:
            gaps[below.size].append(above.height - below.height)
    if not gaps:
        return {}
    body = max(gaps, key=lambda size: len(gaps[size]))
    spacing = _tenth(gaps[body]) / (abs(body) or 1)
    return {size: _tenth(gaps[size]) if size == body else min(_tenth(gaps[size]), spacing * abs(size)) for size in gaps}


def _tenth(values: list[float]) -> float:
    """The smallest that a tenth of all do not undercut."""
    return sorted(values)[len(values) // 10]


def _groups(every: list[Line], usual: dict[float, float], longest: int) -> Iterator[list[str]]:
    group: list[str] = []
    for number, line in enumerate(every):
        if group and _begins(every[number - 1], line, usual, longest):
            yield group
            group = []
        group.append(line.text)
    yield group


def _begins(above: Line, line: Line, usual: dict[float, float], longest: int) -> bool:
    """Whether a line begins a paragraph."""
    gap = above.height - line.height
    ended = SENTENCE_END.search(above.text) is not None
    if gap < 0:  # a new page or column
        return ended
    if gap > WIDER_GAP * usual.get(line.size, gap) or abs(above.size - line.size) > SIZE_CHANGE * above.size:
        return True
    with_next = len(above.text) + 1 + len(line.text.split(" ", 1)[0])
    return ended and (with_next < FULL_LINE * longest or BULLET.match(line.text) is not None)


def _joined(group: list[str], vocabulary: Counter[str]) -> str:
    text = group[0]
    for line in group[1:]:
        if text.endswith("\u00ad"):
            text = text[:-1] + line
        elif text.endswith("-") and line[:1].islower():
            text = _hyphenated(text, line, vocabulary)
        else:
            text = f"{text} {line}"
    return text


def _hyphenated(text: str, line: str, vocabulary: Counter[str]) -> str:
    """A hyphen at the end of a line goes if the document has the word without it elsewhere, and stays if in doubt."""
    left = re.search(r"[^\W\d_]+(?=-$)", text)
    right = re.match(r"[^\W\d_]+", line)
    if left and right and vocabulary[(left[0] + right[0]).lower()] > vocabulary[f"{left[0]}-{right[0]}".lower()]:
        return text[:-1] + line
    return text + line
