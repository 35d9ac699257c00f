"""Sums of money as printed: where they stand, their value, currency and qualifier."""

from cases.language.reading import Reading
from cases.language.values import Sum


def find(reading: Reading) -> tuple[Sum, ...]:
    """Every sum of money in text order."""
    return ()
