"""What each sum of money is, and whose: once per value, currency, kind and party in a document."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens

from cases.extraction.amounts.kinds import Kind, Kinds
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Amount, Charge, Penalty, Ref, Span

PUNISHMENTS = {"fine", "forfeiture", "restitution"}
SHARED = {"fine", "forfeiture", "restitution", "bribe", "embezzled", "laundered", "seized", "bail"}
JOINED = {"(", ")", ";", ",", "and", "or", "/", "[", "about", "approximately"}


@dataclass
class Row:
    """A sum with one kind and party, and every place where the text prints it so."""

    item: Sum
    kind: Kind
    party: Ref | None
    qualifiers: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)


def find(
    reading: Reading,
    mentions: Mentions,
    sums: Sequence[Sum],
    charges: Sequence[Charge],
    penalties: Sequence[Penalty],
) -> tuple[Amount, ...]:
    """Every sum with its kind and party, once per value, currency, kind and party."""
    payers: dict[tuple[object, ...], Ref] = {(p.value, p.currency, p.kind): p.party for p in penalties}
    punished: dict[tuple[object, ...], str] = {
        (p.currency, p.value): p.kind for p in penalties if p.kind in PUNISHMENTS
    }
    rows: dict[tuple[object, ...], Row] = {}
    for item, found in judged(reading, sums, charges):
        kind = found
        if not kind.sure and item.value is not None and (named := punished.get((item.currency, item.value))):
            kind = Kind(named, "penalty", True)
        key = (*size(item), kind.code)
        row = rows.setdefault(key, Row(item, kind, payers.get((item.value, item.currency, kind.code))))
        row.kind = row.kind if row.kind.sure else kind
        row.qualifiers.append(item.qualifier)
        row.spans.append(reading.span(item.start, item.end, f"amounts:{kind.rule}"))
    return tuple(amount(row) for row in settled(rows.values()))


def judged(reading: Reading, sums: Sequence[Sum], charges: Sequence[Charge]) -> Iterator[tuple[Sum, Kind]]:
    """Every sum with each of its kinds, in text order."""
    kinds = Kinds(reading, charges)
    sentences = reading.sentences
    starts = [s.start for s in sentences]
    tokens = {i for s in sums for i in range(s.start, s.end)}
    before: tuple[Sum, list[Kind]] | None = None
    for item in sums:
        sentence = sentences[max(0, bisect_right(starts, item.start) - 1)]
        found = kinds.of(item, sentence, tokens)
        if before and not found[0].sure and (is_joined(reading, before[0], item) or is_next(before, item, sentence)):
            found = before[1]
        before = (item, found)
        yield item, found[0]
        if len(found) > 1 and {found[0].code, found[1].code} == {"bribe", "laundered"}:
            yield item, found[1]  # "laundered $2m in bribes" names two kinds


def is_next(before: tuple[Sum, list[Kind]], item: Sum, sentence: Tokens) -> bool:
    """A sum after another of its sentence whose kind a word names: "fined $1m by one court and $2m by another"."""
    left, kinds = before
    return kinds[0].sure and kinds[0].code in SHARED and left.start >= sentence.start and item.start - left.end <= 12


def is_joined(reading: Reading, left: Sum, right: Sum) -> bool:
    """Two sums with nothing but a bracket, a comma or "and" between them: "£3m ($4m)"."""
    return 0 < right.start - left.end <= 3 and all(t.lower_ in JOINED for t in reading.doc[left.end : right.start])


def settled(rows: Iterable[Row]) -> list[Row]:
    """A guess gives way to what the text says of the same sum elsewhere; of several guesses the first stays."""
    rows = sorted(rows, key=lambda r: not r.kind.sure)
    kept: list[Row] = []
    for row in rows:
        if row.kind.sure or all(size(row.item) != size(k.item) for k in kept):
            kept.append(row)
    return sorted(kept, key=lambda r: r.item.start)


def size(item: Sum) -> tuple[str, float | str]:
    """What makes two sums the same: currency and value, or the words of a vague one."""
    return item.currency, item.value if item.value is not None else item.text.lower()


def amount(row: Row) -> Amount:
    """The row of a sum: exact in one place and approximate in another is approximate."""
    item = row.item
    qualifiers = set(row.qualifiers)
    qualifier = item.qualifier
    if qualifiers == {"exact", "approximately"}:
        qualifier = "approximately"
    elif qualifier == "exact" and len(qualifiers) > 1:
        qualifier = next(q for q in row.qualifiers if q != "exact")
    return Amount(
        text=item.text,
        currency=item.currency,
        qualifier=qualifier,
        kind=row.kind.code,
        spans=tuple(row.spans),
        value=item.value,
        value_min=item.value if qualifier == "at_least" else item.value_min,
        value_max=item.value if qualifier == "at_most" else item.value_max,
        party=row.party,
    )
