"""From sizes and verbs to penalties: whose they are and on what basis."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from cases.extraction.penalties.sizes import Size, sizes
from cases.extraction.penalties.verbs import Verb, verbs
from cases.language.grammar import antecedent
from cases.language.lexicon import load_words
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Charge, Penalty, Ref, Span

GATE = re.compile(
    r"prison|jail|sentenc|\bfine[sd]?\b|forfeit|restitution|probation|supervised|penalt|imprison|custody|disgorge"
    r"|confiscat|\blife\b|home (?:confine|detent)|community service|behind bars|incarcerat|punish|\bpay\b|repay"
    r"|\bcosts\b|faces|monitor"
)
MAXIMUM = re.compile(r"\b(?:maximum|up to|as much as|no more than|not more than|as many as|at most|as long as)\b")
MINIMUM = re.compile(r"\b(?:minimum|at least|no less than|not less than)\b")
OR_MORE = re.compile(r"\s(?:\w+\s){0,3}?or more\b|\s?-?\s?to\s(?:a\s)?life")
RESPECTIVELY = re.compile(r"\brespectively\b")
TAIL = re.compile(r"[^\n.;,]{0,24}\w\b")
CONDITION = re.compile(r"\bif (?:he |she |they |\w+ )?(?:is |are )?(?:convicted|found guilty)")
RESOLVING = re.compile(r"\s(?:\w+\s){0,3}to (?:settle|resolve|end)\b")
ORDERS = {"order", "require", "agree", "have"}
LIMIT = 280
NO_OUTCOME = {"acquitted", "dismissed"}


@cache
def nouns(name: str) -> frozenset[str]:
    """A list of words in ``words/penalties.yaml``."""
    return frozenset(load_words("penalties")[name])


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence and the verb in it that its penalties belong to."""

    sentence: Tokens
    verb: Verb | None


class Reader:
    """One document with its parties and accused, read for penalties."""

    def __init__(self, reading: Reading, mentions: Mentions, charges: Sequence[Charge]):
        self.reading = reading
        self.mentions = mentions
        self.charges = charges
        self.text = reading.doc.text.lower()
        open_ = [c for c in charges if c.status not in NO_OUTCOME]
        self.accused = list(dict.fromkeys(c.party for c in open_ if c.status != "alleged")) or list(
            dict.fromkeys(c.party for c in open_)
        )

    def read(self, sums: Sequence[Sum]) -> Iterator[Penalty]:
        """Penalties in text order, the same one as often as the text tells it."""
        places = [self._characters(s) for s in sums]
        starts = [p[0] for p in places]
        before: list[Ref] = []
        for sentence in self.reading.sentences:
            start, end = sentence.start_char, sentence.end_char
            if GATE.search(self.text, start, end):
                i, j = bisect_left(starts, start), bisect_left(starts, end)
                found = sizes(self.text, start, end, sums[i:j], places[i:j])
                if found:
                    yield from self._sentence(sentence, found, before)
            before = self._named(sentence.start, sentence.end) or before

    def _characters(self, item: Sum) -> tuple[int, int]:
        first, last = self.reading.doc[item.start], self.reading.doc[item.end - 1]
        return first.idx, last.idx + len(last)

    def _sentence(self, sentence: Tokens, found: list[Size], before: list[Ref]) -> Iterator[Penalty]:
        """The penalties of one sentence; ``before`` are the parties of the sentences before it."""
        seen = list(verbs(sentence))
        groups: dict[int, tuple[Verb | None, list[Size]]] = {}
        for size in found:
            verb = governing(seen, size)
            groups.setdefault(verb.token.i if verb else -1, (verb, []))[1].append(size)
        for verb, group in groups.values():
            yield from self._group(Clause(sentence, verb), group, before)

    def _group(self, clause: Clause, group: list[Size], before: list[Ref]) -> Iterator[Penalty]:
        """The penalties under one verb."""
        parties = self._parties(clause, group[0], before)
        shared = self._respective(clause.sentence, parties, group)
        previous = clause.verb.token.idx if clause.verb else clause.sentence.start_char
        for size in group:
            basis = self._basis(clause, size, previous)
            previous = size.end
            kind = self._kind(clause, size)
            if basis and kind:
                for party in shared.get(size, parties):
                    yield from self._penalties(clause, size, party, kind, basis)

    def _penalties(self, clause: Clause, size: Size, party: Ref, kind: str, basis: str) -> Iterator[Penalty]:
        spans = (self._evidence(clause, size),)
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

    def _basis(self, clause: Clause, size: Size, previous: int) -> str:
        """The basis of a size; empty if the sentence gives none."""
        local = self.text[min(previous, size.start) : size.start]
        if clause.verb and clause.verb.basis == "sought":
            return "sought"
        if clause.verb and clause.verb.basis == "imposed" and not self._conditional(clause.sentence):
            return "imposed"
        if MINIMUM.search(local):
            return "minimum"
        if (clause.verb and clause.verb.basis == "allowed") or MAXIMUM.search(
            self.text, clause.sentence.start_char, size.start
        ):
            return "maximum"
        if clause.verb and self._conditional(clause.sentence):
            return "maximum"
        return ""

    def _conditional(self, sentence: Tokens) -> bool:
        """The sentence speaks of what follows a conviction: "if convicted"."""
        return CONDITION.search(self.text, sentence.start_char, sentence.end_char) is not None

    def _kind(self, clause: Clause, size: Size) -> str:
        """The kind of a penalty, by the word beside it or by its verb."""
        if size.sure and size.kind != "payment":
            return size.kind
        if clause.verb is None:
            return ""
        lemma = clause.verb.token.lemma_
        if size.kind == "payment":
            return self._payment(clause, clause.verb.token, size)
        return size.kind if lemma in nouns("jailing") else ""

    def _payment(self, clause: Clause, verb: Token, size: Size) -> str:
        """A sum paid to settle, or that somebody was ordered or agreed to pay, is a fine."""
        if RESOLVING.match(self.text, size.end):
            return "fine"
        ordered = verb.lemma_ in ORDERS or verb.head.lemma_ in ORDERS
        gate = GATE.search(self.text, clause.sentence.start_char, clause.sentence.end_char)
        return "fine" if ordered and gate and verb.lemma_ in {"pay", "order"} else ""

    def _parties(self, clause: Clause, size: Size, before: list[Ref]) -> list[Ref]:
        """Whom the penalties under a verb fall on."""
        if clause.verb:
            refs = [r for t in clause.verb.parties if (r := self._ref(t))]
            if refs:
                return list(dict.fromkeys(refs))
            if any(t.lower_ in nouns("groups") for t in clause.verb.parties):
                return self._eligible(before) or self.accused
            if clause.verb.parties and not any(
                t.lower_ in nouns("charge_words") or not t.text[:1].isupper() for t in clause.verb.parties
            ):
                return []
        place = clause.verb.token.i if clause.verb else clause.sentence.end
        named = self._eligible(self._named(clause.sentence.start, place)) if clause.verb else []
        if clause.verb and clause.verb.basis == "imposed" and named:
            return named[-1:]
        within = [r for r in self._named(clause.sentence.start, clause.sentence.end) if r in self.accused]
        if within:
            return within
        return self.accused if len(self.accused) == 1 or (clause.verb is None or clause.verb.basis == "allowed") else []

    def _ref(self, token: Token) -> Ref | None:
        """The party that a word stands for, relative pronouns and appositions resolved."""
        token = antecedent(token)
        for _ in range(4):
            ref = self.mentions.ref(token)
            if ref is not None:
                return ref if self._may_be_party(ref) else None
            if token.dep_ == "appos":
                token = token.head
            else:
                break
        for child in token.children:
            if child.dep_ == "appos" and (ref := self.mentions.ref(child)):
                return ref if self._may_be_party(ref) else None
        return None

    def _may_be_party(self, ref: Ref) -> bool:
        return ref.kind == "person" or self.mentions.organizations[ref.index].kind not in nouns("not_party")

    def _named(self, start: int, end: int) -> list[Ref]:
        """The parties mentioned in tokens ``[start, end)``, in text order, officials left out."""
        found = []
        for i in range(start, end):
            mention = self.mentions.at(i)
            if mention and mention.start == i and not self._is_official(i):
                found.append(mention.ref)
        return list(dict.fromkeys(found))

    def _is_official(self, i: int) -> bool:
        titles = nouns("officials")
        return any(t.lower_ in titles for t in self.reading.doc[max(0, i - 3) : i])

    def _eligible(self, refs: Sequence[Ref]) -> list[Ref]:
        """Those who may have a penalty: the accused among them, else all that are no public body."""
        accused = [r for r in refs if r in self.accused]
        return accused or [r for r in refs if self._may_be_party(r) and not self.accused]

    def _respective(self, sentence: Tokens, parties: list[Ref], group: list[Size]) -> dict[Size, list[Ref]]:
        """Sizes that belong to one of several parties each: "41 and 36 months, respectively"."""
        if len(parties) < 2 or not RESPECTIVELY.search(self.text, sentence.start_char, sentence.end_char):
            return {}
        shared: dict[Size, list[Ref]] = {}
        for kind in {s.kind for s in group}:
            same = [s for s in group if s.kind == kind]
            if len(same) == len(parties):
                shared.update({size: [party] for size, party in zip(same, parties, strict=True)})
        return shared

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
