"""What each sum of money is, and whose: once per value, currency, kind and party in a document."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from spacy.tokens import Span as Tokens

from cases.extraction.amounts.kinds import Kinds
from cases.extraction.amounts.parties import Parties
from cases.extraction.amounts.turns import Kind
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Amount, Charge, Penalty, Ref, Role, Span

PUNISHMENTS = {"fine", "forfeiture", "restitution"}
SHARED = {"fine", "forfeiture", "restitution", "bribe", "embezzled", "laundered", "seized", "bail", "payment"}
JOINED = {"(", ")", ";", ",", "and", "or", "/", "[", "about", "approximately"}


@dataclass
class Row:
    """A sum with one kind and party, and every place where the text prints it so."""

    item: Sum
    kind: Kind
    party: Ref | None
    qualifiers: list[str] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)

    def absorb(self, other: "Row") -> None:
        """Take over the places of the same sum without a party."""
        self.item = min(self.item, other.item, key=lambda s: s.start)
        self.kind = self.kind if self.kind.sure else other.kind
        self.qualifiers += other.qualifiers
        self.spans = sorted([*self.spans, *other.spans], key=lambda s: s.start)


class Payers:
    """Who is fined, forfeits or pays back which sum, and where the text says so."""

    def __init__(self, penalties: Sequence[Penalty]):
        self._by_size: dict[tuple[object, ...], list[Penalty]] = {}
        for penalty in penalties:
            self._by_size.setdefault((penalty.currency, penalty.value), []).append(penalty)

    def _at(self, item: Sum, place: Span) -> list[Penalty]:
        """The penalties of a sum's size that the text tells where it prints the sum."""
        same = self._by_size.get((item.currency, item.value), []) if item.value is not None else []
        return [p for p in same if any(s.start <= place.start < s.end for s in p.spans)]

    def kind(self, item: Sum, place: Span) -> str | None:
        """The kind of the penalty that a sum is."""
        return next((p.kind for p in self._at(item, place) if p.kind in PUNISHMENTS), None)

    def of(self, item: Sum, kind: str, place: Span) -> list[Ref]:
        """Those on whom a sum is imposed."""
        return list(dict.fromkeys(p.party for p in self._at(item, place) if p.kind == kind))


def find(
    reading: Reading,
    mentions: Mentions,
    sums: Sequence[Sum],
    charges: Sequence[Charge],
    penalties: Sequence[Penalty],
    *,
    roles: Sequence[Role] = (),
) -> tuple[Amount, ...]:
    """Every sum with its kind and party, once per value, currency, kind and party."""
    parties = Parties(reading, mentions, charges, roles)
    payers = Payers(penalties)
    rows: dict[tuple[object, ...], Row] = {}
    last: tuple[Sum, Kind, Sequence[Ref | None]] | None = None
    for item, found in judged(reading, mentions, sums, charges):
        kind = found
        place = reading.span(item.start, item.end, "")
        owners: Sequence[Ref | None]
        if last and is_conversion(reading, last[0], item):
            _, kind, owners = last
        else:
            named = payers.kind(item, place)
            if named and (not kind.sure or (kind.code, named) == ("loss", "restitution")):
                kind = Kind(named, "penalty", True)  # "pay $5 million in damages"
            owners = payers.of(item, kind.code, place) or [parties.of(item, kind.code)]
        last = (item, kind, owners)
        key = (*size(item), kind.code)
        span = Span(place.start, place.end, f"amounts:{kind.rule}")
        for party in owners:
            row = rows.setdefault((*key, party), Row(item, kind, party))
            row.kind = row.kind if row.kind.sure else kind
            row.qualifiers.append(item.qualifier)
            row.spans.append(span)
    return tuple(amount(row) for row in settled(owned(rows.values())))


def owned(rows: Iterable[Row]) -> list[Row]:
    """A sum printed once with its party and once without is the party's."""
    rows = list(rows)
    kept = [r for r in rows if r.party]
    owners = {(*size(r.item), r.kind.code): r for r in reversed(kept)}
    for row in rows:
        if row.party is None:
            same = owners.get((*size(row.item), row.kind.code))
            if same is None:
                kept.append(row)
            else:
                same.absorb(row)
    return sorted(kept, key=lambda r: r.item.start)


def judged(
    reading: Reading, mentions: Mentions, sums: Sequence[Sum], charges: Sequence[Charge]
) -> Iterator[tuple[Sum, Kind]]:
    """Every sum with each of its kinds, in text order."""
    kinds = Kinds(reading, mentions, charges)
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
    return kinds[0].sure and kinds[0].code in SHARED and left.start >= sentence.start and item.start - left.end <= 14


def is_joined(reading: Reading, left: Sum, right: Sum) -> bool:
    """Two sums with nothing but a bracket, a comma or "and" between them: "£3m ($4m)"."""
    return 0 < right.start - left.end <= 3 and JOINED.issuperset(reading.lower[left.end : right.start])


def is_conversion(reading: Reading, left: Sum, right: Sum) -> bool:
    """A sum in brackets that is what the one before it comes to in another money: "$1.1bn (£842m)"."""
    joined = 0 < right.start - left.end <= 2 and left.currency != right.currency
    return joined and reading.lower[left.end] == "("


def settled(rows: Iterable[Row]) -> list[Row]:
    """A guess gives way to what the text says of the same sum elsewhere; of several guesses the first stays."""
    kept: list[Row] = []
    kinds: dict[tuple[str, float | str], set[str]] = defaultdict(set)
    for row in sorted(rows, key=lambda r: not r.kind.sure):
        if row.kind.sure or kinds[size(row.item)] <= {row.kind.code}:
            kept.append(row)
            kinds[size(row.item)].add(row.kind.code)
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
