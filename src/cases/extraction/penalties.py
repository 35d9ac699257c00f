"""Penalties of a party: imposed, sought, or set by law as a minimum or maximum."""

from collections.abc import Sequence

from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Charge, Penalty


def find(reading: Reading, mentions: Mentions, sums: Sequence[Sum], charges: Sequence[Charge]) -> tuple[Penalty, ...]:
    """Penalties of every party."""
    return ()
