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
    found = {}
    for item in sums:
        key = (item.value, item.currency, "other", item.text if item.value is None else "")
        if key not in found:
            found[key] = Amount(
                text=item.text,
                currency=item.currency,
                qualifier=item.qualifier,
                kind="other",
                spans=(reading.span(item.start, item.end, "amounts:money-pattern"),),
                value=item.value,
                value_min=item.value_min,
                value_max=item.value_max,
            )
    return tuple(found.values())
