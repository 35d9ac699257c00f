"""Since when and until when a position was held, where the text says so beside it."""

from bisect import bisect_left
from collections.abc import Sequence

from cases.edtf import parse_edtf
from cases.extraction.roles.holding import Held
from cases.language.reading import Reading
from cases.language.values import Expression

STARTING = {"since", "from"}
ENDING = {"until", "till", "through", "to"}
SPANNING = {"from", "between", "for", "in", "during"}
BEGINNINGS = {
    "become",
    "appoint",
    "elect",
    "name",
    "hire",
    "join",
    "found",
    "co-found",
    "establish",
    "create",
    "begin",
    "start",
    "swear",
    "promote",
    "re-elect",
}
ENDS = {"resign", "retire", "leave", "quit", "fire", "dismiss", "oust", "remove", "sack", "depart"}
PARTS = {"defendant", "witness", "victim"}
NEAR = 9
LONGEST = 12  # tokens of an expression, and the few between it and the position
BREAKS = {".", ";", ":"}


def tenure(reading: Reading, held: Held, expressions: Sequence[Expression]) -> tuple[str | None, str | None]:
    """Start and end in EDTF, each only if stated; neither if they contradict each other, or of a part in the case."""
    if held.title.code in PARTS:
        return None, None
    start = end = None
    for expression in beside(reading, held, expressions):
        first, last = ends(reading, held, expression)
        start, end = start or first, end or last
    return (None, None) if start and end and is_before_start(start, end) else (start, end)


def is_before_start(start: str, end: str) -> bool:
    """The last day of the end lies before the first day of the start."""
    first, last = parse_edtf(start).start, parse_edtf(end).end
    return first is not None and last is not None and last < first


def beside(reading: Reading, held: Held, expressions: Sequence[Expression]) -> list[Expression]:
    """The expressions in the tokens that state the position, or close after it in its clause."""
    found = []
    for i in range(bisect_left(expressions, held.first - LONGEST, key=lambda e: e.start), len(expressions)):
        expression = expressions[i]
        if expression.start >= held.last + NEAR:
            break
        if is_before(reading, held, expression) or (
            held.title.end <= expression.start and is_near(reading, held.title.right, expression.start)
        ):
            found.append(expression)
    return found


def is_before(reading: Reading, held: Held, expression: Expression) -> bool:
    """The expression stands before the position, at most the position's own verb between them."""
    if expression.end < held.first - 2 or expression.start >= held.title.left:
        return False
    if held.rule == "chained" and expression.end > held.first:
        return False  # of a title before it: "minister from 1987 to 1989, mayor"
    if any(w.isspace() or w in BREAKS or w == "and" for w in reading.words[expression.end : held.first]):
        return False  # of another sentence, or of who is named before: "A, mayor until 2010, and B, mayor"
    between = reading.doc[expression.end : held.title.left]
    return sum(t.tag_ in {"VBD", "VBZ", "VBP"} for t in between) < 2


def is_near(reading: Reading, start: int, end: int) -> bool:
    """No end of a clause, no verb and no other name stands between two tokens."""
    return all(
        not t.is_space and t.text not in BREAKS and not t.tag_.startswith("VB") and t.text not in {",", "and", "who"}
        for t in reading.doc[start : max(start, end)]
    )


def ends(reading: Reading, held: Held, expression: Expression) -> tuple[str | None, str | None]:
    """What one expression says of start and end."""
    doc = reading.doc
    word = doc[expression.start - 1].lower_ if expression.start else ""
    inner = doc[expression.start].lower_
    verbs = {t.lemma_ for t in doc[held.first : held.title.start]} | {doc[held.title.start].lemma_}
    if "/" in expression.edtf:
        if {word, inner} & (SPANNING | STARTING):
            first, last = expression.edtf.split("/")
            return first or None, None if last in {"..", ""} else last
        return None, None
    begins = bool({word, inner} & STARTING)
    over = bool({word, inner} & ENDING) or until_before(reading, held, expression)
    if begins or (verbs & BEGINNINGS and not over):
        return expression.edtf, None
    return None, expression.edtf if over or verbs & ENDS else None


def until_before(reading: Reading, held: Held, expression: Expression) -> bool:
    """A limit as in "until his resignation at the end of 2018"."""
    return any(t.lower_ in {"until", "till"} for t in reading.doc[held.title.end : expression.start])
