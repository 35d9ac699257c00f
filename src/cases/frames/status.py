"""The furthest status of a charge between documents, and of a case over its charges (the contract's order)."""

from collections.abc import Iterable

ORDER = (
    "alleged",
    "charged",
    "pleaded_not_guilty",
    "pleaded_guilty",
    "convicted",
    "acquitted",
    "dismissed",
)
GUILTY = ("convicted", "pleaded_guilty")
ENDED = ("acquitted", "dismissed")
OUTCOMES = frozenset((*GUILTY, *ENDED))


def later(first: str, second: str) -> str:
    """What two documents come to, the first published before the second: a later outcome wins, else the furthest."""
    if second in OUTCOMES:
        return second
    return max(first, second, key=ORDER.index)


def of_case(statuses: Iterable[str]) -> str:
    """Guilty if any charge is; else the furthest of the open ones; acquitted or dismissed only if all ended so."""
    found = set(statuses)
    for status in GUILTY:
        if status in found:
            return status
    if still_open := found - OUTCOMES:
        return max(still_open, key=ORDER.index)
    return next(status for status in ENDED if status in found)
