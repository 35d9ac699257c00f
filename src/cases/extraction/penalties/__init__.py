"""Penalties of a party: imposed, sought, or set by law as a minimum or maximum.

A sentence is read for what can be a penalty (a length of time, life, a sum) and for the verbs that impose, allow or ask
for one. Each penalty belongs to the last such verb before it, its basis is that of the verb, its party whom the
verb falls on: the subject of "was sentenced", the object of "ordered him", the subject of "faces".
"""

from collections.abc import Sequence

from cases.extraction.penalties.reader import Reader
from cases.extraction.penalties.sizes import YEAR
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Charge, Penalty, Span


def find(reading: Reading, mentions: Mentions, sums: Sequence[Sum], charges: Sequence[Charge]) -> tuple[Penalty, ...]:
    """Penalties of every party, once per party, kind, basis and size.

    One without a size is left out where the party has another of its kind that has one, and "just over four years"
    where it has another with an exact length.
    """
    reader = Reader(reading, mentions, charges)
    found: dict[tuple[object, ...], tuple[Penalty, list[Span]]] = {}
    for penalty in reader.read(sums):
        key = (
            penalty.party,
            penalty.kind,
            penalty.basis,
            penalty.months,
            penalty.life,
            penalty.value,
            penalty.currency,
        )
        found.setdefault(key, (penalty, []))[1].extend(penalty.spans)
    sized = {(p.party, p.kind) for p, _ in found.values() if p.basis == "imposed" and is_sized(p)}
    told = [(p, reader.ways(spans)) for p, spans in found.values() if p.months]
    return tuple(
        Penalty(
            party=penalty.party,
            kind=penalty.kind,
            basis=penalty.basis,
            spans=tuple(spans),
            months=penalty.months,
            life=penalty.life,
            value=penalty.value,
            currency=penalty.currency,
        )
        for penalty, spans in found.values()
        if not any(is_same(penalty, reader.ways(spans), *other) for other in told)
        and (is_sized(penalty) or penalty.kind == "other" or (penalty.party, penalty.kind) not in sized)
    )


def is_same(rough: Penalty, ways: frozenset[str], exact: Penalty, others: frozenset[str]) -> bool:
    """A length told roughly is the one told exactly elsewhere, by the ``ways`` in which each is told.

    "Just over four years" are 51 months, "four years" are "four years and eight months", and who must "spend at least
    two years in jail" has a term that is no shorter.
    """
    if rough.months is None or exact.months is None or len(ways) != 1 or not others.isdisjoint({"near", "least"}):
        return False
    if (rough.party, rough.kind, rough.basis) != (exact.party, exact.kind, exact.basis):
        return False
    longer = exact.months - rough.months
    return {
        "near": abs(longer) < YEAR,
        "least": longer >= 0 and rough.basis == "imposed",
        "years": 0 < longer < YEAR and "months" in others and rough.basis == "imposed",
    }.get(next(iter(ways)), False)


def is_sized(penalty: Penalty) -> bool:
    """A length of time, life, or a sum is told."""
    return penalty.life or penalty.months is not None or penalty.value is not None
