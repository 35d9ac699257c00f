"""Expressions that resolve to a calendar day, month, year or interval, before anyone asks what happened then."""

from cases.language.reading import Reading
from cases.language.values import Expression


def find(reading: Reading) -> tuple[Expression, ...]:
    """Every date expression that resolves, in text order."""
    return ()
