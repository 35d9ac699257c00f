"""From sizes and verbs to penalties: whose they are and on what basis."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from cases.extraction.penalties.basis import Bases
from cases.extraction.penalties.groups import is_anybody, is_conditional, nouns
from cases.extraction.penalties.parties import Parties
from cases.extraction.penalties.signs import signs
from cases.extraction.penalties.sizes import Size, sizes
from cases.extraction.penalties.tables import Lines, Table
from cases.extraction.penalties.unsized import Told, is_given, unsized
from cases.extraction.penalties.verbs import (
    Clause,
    Verb,
    imposing,
    is_due,
    is_own_will,
    is_prosecuting,
    revoking,
    verbs,
)
from cases.extraction.penalties.wording import wording
from cases.language.grammar import children, has_child, is_passive, is_verb, patients
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Charge, Penalty, Ref, Span

ROUGHLY = re.compile(r"\b(?:just over|just under|about|around|nearly|almost|roughly|some) \Z")
AT_LEAST = re.compile(r"\b(?:at least|more than|over|no less than|not less than|a minimum of) \Z")
OR_MORE = re.compile(r"\s(?:\w+\s){0,3}?or more\b|\s?-?\s?to\s(?:a\s)?life")
RESPECTIVELY = re.compile(r"\brespectively\b")
TAIL = re.compile(r"[^\n.;,]{0,24}\w\b")
RESTORING = re.compile(
    r"\s(?:to\s(?:[\w'.-]+\s){1,5})?for (?:the |its |their )?(?:loss|damage)|\s(?:in|as|of) (?:[\w-]+ ){0,2}damages\b"
)
BY_KIND = re.compile(r"[^.;$]{0,70}?\bfor (?:each |an |any )?(individual|compan|corporat|organi[sz]ation|business)")
PERSONAL = {"imprisonment", "community_service"}
SATISFYING = re.compile(
    r"\s(?:\w+\s){0,3}to satisfy (?:an? |the |his |her |its )?(?:\w+ ){0,2}?(forfeiture|money judg)"
)
ORDERS = {"order", "require", "agree", "have"}
BARELY = re.compile(r" (?:for )?(?:(?:at least|up to|about|around|between|more than|a further|only) )?")
ALONE = re.compile(r"\s?(?:[.;,]|\Z|and\b|but\b|for\b|in (?:prison|jail)\b|behind\b)")
ASIDE = {"pcomp", "advcl", "acl"}
FOR_NAME = re.compile(r" for [A-Z]")
BOTH = re.compile(r"\b(?:both|each)(?: to be)? followed by (?:an? (?:\w+ of )?)?\Z")
MODALS = {"will", "would", "may", "might", "could", "can", "'ll"}
LIMIT = 280


class Reader:
    """One document with its parties and accused, read for penalties."""

    def __init__(self, reading: Reading, mentions: Mentions, charges: Sequence[Charge]):
        self.reading = reading
        self.parties = Parties(reading, mentions, charges)
        self.text = reading.lowered
        self.table = Table(reading, mentions, self.text)
        self.lines = Lines(reading, mentions)
        self.together: list[Ref] = []
        self._ways: dict[Span, str] = {}
        self.bases = Bases(reading, self.text)

    def read(self, sums: Sequence[Sum]) -> Iterator[Penalty]:
        """Penalties in text order, the same one as often as the text tells it."""
        places = [self._characters(s) for s in sums]
        starts = [p[0] for p in places]
        signed, entries = signs(self.reading)
        before: list[Ref] = []
        waiting: list[Tokens] = []
        for sentence in self.reading.sentences:
            if sentence.start in signed or sentence.start in entries:
                before = self._last_named(waiting) or before
                waiting = []
                start, end = sentence.start_char, sentence.end_char
                if self.reading.is_teaser(start):
                    continue
                i, j = bisect_left(starts, start), bisect_left(starts, end)
                found = sizes(self.text, start, end, sums[i:j], places[i:j]) if sentence.start in signed else []
                if found:
                    yield from self._sentence(sentence, found, before)
                yield from self._unsized(sentence, entries.get(sentence.start, ()), before)
            waiting.append(sentence)

    def _last_named(self, sentences: Sequence[Tokens]) -> list[Ref]:
        """The parties of the last of some sentences that names any."""
        for sentence in reversed(sentences):
            named = self.parties.named(sentence.start, sentence.end)
            if named and not self.reading.is_teaser(sentence.start_char):
                return named
        return []

    def _characters(self, item: Sum) -> tuple[int, int]:
        span = self.reading.span(item.start, item.end, "")
        return span.start, span.end

    def _sentence(self, sentence: Tokens, found: list[Size], before: list[Ref]) -> Iterator[Penalty]:
        """The penalties of one sentence; ``before`` are the parties of the sentences before it."""
        for size in [s for s in found if s.sure]:
            if (party := self.table.party(size)) is not None:
                found.remove(size)
                yield from self._penalties(Clause(sentence, None), size, party, size.kind, self.table.basis)
            elif (row := self.lines.row(size)) is not None:
                found.remove(size)
                yield from self._penalties(Clause(row[1], None), size, row[0], size.kind, "imposed")
        seen = list(verbs(sentence))
        groups: dict[int, tuple[Verb | None, list[Size]]] = {}
        for size in found:
            verb = governing(seen, size)
            groups.setdefault(verb.token.i if verb else -1, (verb, []))[1].append(size)
        for verb, group in groups.values():
            yield from self._group(Clause(sentence, verb), group, before)
        imposing = [v for v, _ in groups.values() if v and v.basis == "imposed"]
        self.together = self.parties.told(imposing[0]) if len(imposing) == 1 else []

    def _group(self, clause: Clause, group: list[Size], before: list[Ref]) -> Iterator[Penalty]:
        """The penalties under one verb."""
        if clause.verb and any(map(is_anybody, clause.verb.parties)):
            return
        parties = self.parties.under(clause, before)
        if clause.verb and clause.verb.basis == "imposed":
            self.parties.note(clause.sentence, parties)
        if not parties and clause.verb and clause.verb.basis == "sought" and set(self.together) == set(before):
            parties = self.together
        shared = self._respective(clause.sentence, parties, group)
        previous = clause.verb.token.idx if clause.verb else clause.sentence.start_char
        for size in group:
            if self.bases.is_in_default(clause, size):
                continue
            basis = self.bases.of(clause, size, previous)
            if self._is_unshared(clause.sentence, size, group, shared):
                continue
            own = (
                self._all_named(clause, size)
                or self.lines.listed(clause, size)
                or self.parties.own(clause, size, previous)
            )
            previous = size.end
            kind = self._kind(clause, size)
            if basis == "imposed" and (self.bases.is_annulled(clause, size)):
                continue
            if basis == "imposed" and self.bases.is_spread(clause, size, parties):
                continue
            if clause.verb is None and basis == "imposed" and len(parties) > 1:
                continue  # "an agreed sentence of five years" of one of several
            if basis and kind:
                for party in self._of_kind(size, own or shared.get(size, parties)):
                    if basis == "imposed" and party not in self.parties.punished:
                        self.parties.punished.append(party)
                    yield from self._penalties(clause, size, party, kind, basis)

    def _penalties(self, clause: Clause, size: Size, party: Ref, kind: str, basis: str) -> Iterator[Penalty]:
        spans = (self._evidence(clause, size),)
        if size.months is not None:
            self._ways[spans[0]] = self._way(size)
        if basis == "maximum" and size.months is not None and OR_MORE.match(self.text, size.end):
            basis = "minimum"
        yield Penalty(
            party=party,
            kind=kind,
            basis=basis,
            spans=spans,
            months=size.months,
            life=size.life,
            value=size.value,
            currency=size.currency,
        )

    def _way(self, size: Size) -> str:
        """How a length is told: ``near`` ("about two years"), ``least``, in ``years`` alone, with ``months``."""
        before = max(0, size.start - 20)
        if ROUGHLY.search(self.text, before, size.start):
            return "near"
        if AT_LEAST.search(self.text, before, size.start):
            return "least"
        printed = self.text[size.start : size.end]
        return "" if "year" not in printed else "months" if "month" in printed else "years"

    def ways(self, spans: Iterable[Span]) -> frozenset[str]:
        """In what ways the places that tell of a penalty tell its length."""
        return frozenset(self._ways.get(span, "") for span in spans)

    def _unsized(self, sentence: Tokens, entries: Iterable[int], before: list[Ref]) -> Iterator[Penalty]:
        """Penalties without a size: "was struck off the roll", "ordered to pay restitution"."""
        for told in unsized(self.text, sentence.start_char, sentence.end_char, entries):
            verb, size = self._verb_of(sentence, told), told.size
            basis = "sought" if told.way == "asked" else "imposed"
            if verb is None or verb.basis != basis or is_conditional(self.text, sentence):
                continue
            to_come = told.way == "done" and has_child(verb.token, {"aux"}, MODALS)
            if basis == "imposed" and (to_come or not verb.parties):
                continue
            clause = Clause(sentence, verb)
            strictly = size.kind == "other" and told.way == "done"
            named = told.way == "asked" and any(r.kind == "person" for r in self.parties.within(sentence))
            whom = self.parties.told(verb, strictly) if strictly or named else self.parties.under(clause, before)
            for party in self._of_kind(size, whom):
                if size.kind != "other" or party in self.parties.accused:
                    yield from self._penalties(clause, size, party, size.kind, basis)

    def _verb_of(self, sentence: Tokens, told: Told) -> Verb | None:
        """The verb that imposes a penalty without a size."""
        size = told.size
        token = self.reading.doc[bisect_right(self.reading.starts, size.start) - 1]
        if told.way in {"given", "asked"}:
            return self._verb_before(sentence, told)
        if token.lower_ == "be":
            token = token.head
        if told.way == "ordered":
            side = "patient" if is_passive(token) else "subject"
            courtly = size.kind != "other" or wording("courtly").search(
                self.text, sentence.start_char, sentence.end_char
            )
            return imposing(token, side) if courtly and is_due(token, nouns("ordering")) else None
        if token.lemma_ in nouns("revoking"):
            return revoking(token, nouns("revocable"))
        if size.kind == "other" and token.dep_ in ASIDE:
            return None
        return imposing(token, "patient") if is_passive(token) or patients(token) or not is_verb(token) else None

    def _verb_before(self, sentence: Tokens, told: Told) -> Verb | None:
        """The last verb before a noun, if it gives what the noun names, or prosecutors ask for it."""
        last = next((v for v in reversed(list(verbs(sentence))) if v.token.idx < told.size.start), None)
        if last is None or (
            told.way == "given" and RESPECTIVELY.search(self.text, sentence.start_char, sentence.end_char)
        ):
            return None
        if told.way == "asked":
            return last if is_prosecuting(last.token) else None
        giving = last.token.lemma_ in nouns("giving")
        return last if giving and is_given(self.text, last.token.idx + len(last.token), told.size) else None

    def _of_kind(self, size: Size, parties: list[Ref]) -> list[Ref]:
        """The people or the companies among the parties, where the law sets a penalty for each: "for individuals"."""
        if size.kind in PERSONAL:
            parties = [p for p in parties if p.kind == "person"]
        match = BY_KIND.match(self.text, size.end)
        if match is None:
            return parties
        kind = "person" if match[1] == "individual" else "organization"
        return [p for p in parties if p.kind == kind]

    def _kind(self, clause: Clause, size: Size) -> str:
        """The kind of a penalty, by the word beside it or by its verb."""
        if clause.verb and self._is_no_penalty(clause.verb.token, size.kind):
            return ""
        if size.sure and size.kind != "payment":
            return size.kind
        if clause.verb is None:
            return ""
        if size.kind == "imprisonment" and self._is_asked(clause.verb, size):
            return "imprisonment"
        lemma = clause.verb.token.lemma_
        if size.kind == "payment":
            return self._payment(clause, clause.verb.token, size)
        serves = lemma in {"serve", "serving"} and ALONE.match(self.text, size.end)
        return size.kind if lemma in nouns("jailing") or serves else ""

    @staticmethod
    def _is_no_penalty(verb: Token, kind: str) -> bool:
        """A verb that keeps a court from imposing a term, or tells of a repayment that nobody ordered."""
        forbidden = kind == "imprisonment" and verb.lemma_ in nouns("forbidding")
        return forbidden or (kind == "restitution" and is_own_will(verb, nouns("ordering")))

    def _is_asked(self, verb: Verb, size: Size) -> bool:
        """A bare length of time that prosecutors ask for: "prosecutors had sought 15 years"."""
        if wording("sought").match(self.text, size.end):
            return True
        asking = verb.basis == "sought" and is_prosecuting(verb.token)
        near = BARELY.fullmatch(self.text, verb.token.idx + len(verb.token), size.start)
        alone = near is not None and ALONE.match(self.text, size.end) is not None
        return asking and (alone or FOR_NAME.match(self.reading.text, size.end) is not None)

    def _payment(self, clause: Clause, verb: Token, size: Size) -> str:
        """A sum paid to settle, or that somebody was ordered or agreed to pay, is a fine."""
        if wording("illicit").search(self.text, size.end, min(size.end + 40, clause.sentence.end_char)):
            return ""
        if RESTORING.match(self.text, size.end):
            return "restitution"
        if SATISFYING.match(self.text, size.end):
            return "forfeiture"
        if wording("resolving").match(self.text, size.end):
            return "fine"
        due = any(c.lower_ in {"will", "must"} for c in children(verb, "aux"))
        ordered = due or verb.lemma_ in ORDERS or verb.head.lemma_ in ORDERS
        gate = wording("settling").search(self.text, clause.sentence.start_char, clause.sentence.end_char)
        gate = gate or (self._is_owed(clause, size) if self._is_body(clause) else None)
        return "fine" if ordered and gate and verb.lemma_ in {"pay", "order"} else ""

    def _is_owed(self, clause: Clause, size: Size) -> re.Match[str] | None:
        """Words that a payment is one for a wrong: to the government, or for breaking the law."""
        begin = max(clause.sentence.start_char, size.start - 90)
        after = wording("owed").match(self.text, size.end, clause.sentence.end_char)
        return after or wording("owing").search(self.text, begin, size.start)

    def _is_body(self, clause: Clause) -> bool:
        """A company pays: a person's "payment to the authorities" may be a bribe."""
        return all(r.kind == "organization" for r in self.parties.under(clause, []))

    def _all_named(self, clause: Clause, size: Size) -> list[Ref]:
        """All whom a sentence names before a size that follows each of theirs: "both followed by two years"."""
        follows = BOTH.search(self.text, max(clause.sentence.start_char, size.start - 40), size.start)
        return self.parties.before(clause.sentence, size) if follows else []

    def _respective(self, sentence: Tokens, parties: list[Ref], group: list[Size]) -> dict[Size, list[Ref]]:
        """Sizes that belong to one of several parties each: "41 and 36 months, respectively"."""
        if not RESPECTIVELY.search(self.text, sentence.start_char, sentence.end_char):
            return {}
        shared: dict[Size, list[Ref]] = {}
        for kind in {s.kind for s in group}:
            same = [s for s in group if s.kind == kind]
            for each in (parties, self.parties.before(sentence, same[0])):
                if len(each) == len(same) > 1:
                    shared.update({size: [party] for size, party in zip(same, each, strict=True)})
                    break
        return shared

    def _is_unshared(self, sentence: Tokens, size: Size, group: list[Size], shared: Mapping[Size, list[Ref]]) -> bool:
        """One of several sizes that belong to one person each, where the text does not tell to whom."""
        several = sum(s.kind == size.kind for s in group) > 1
        told = size in shared or not RESPECTIVELY.search(self.text, sentence.start_char, sentence.end_char)
        return several and not told

    def _evidence(self, clause: Clause, size: Size) -> Span:
        """The words from the sentence's beginning, or as near to it as fits, to the size and what it is."""
        text = self.reading.text
        tail = TAIL.match(text, size.end, clause.sentence.end_char)
        end = tail.end() if tail else size.end
        start = max(clause.sentence.start_char, end - LIMIT)
        while text[start].isspace() or (start > clause.sentence.start_char and text[start - 1].isalnum()):
            start += 1
        return Span(start, end, f"penalties:{clause.verb.token.lemma_ if clause.verb else 'noun'}")


def governing(seen: Sequence[Verb], size: Size) -> Verb | None:
    """The last verb before a size, or the first after it."""
    earlier = [v for v in seen if v.token.idx < size.start]
    return earlier[-1] if earlier else seen[0] if seen else None
