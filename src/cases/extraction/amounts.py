"""What each sum of money is, and whose."""

from collections.abc import Sequence

from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Amount, Charge, Penalty


def find(
    reading: Reading,
    mentions: Mentions,
    sums: Sequence[Sum],
    charges: Sequence[Charge],
    penalties: Sequence[Penalty],
) -> tuple[Amount, ...]:
    """Every sum with its kind and party, once per value, currency, kind and party."""
    return ()
