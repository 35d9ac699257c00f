"""Who of several accused faces what the law sets for one of the charges: "the theft count carries five years"."""

from bisect import bisect_left
from collections.abc import Sequence

from spacy.tokens import Token

from cases.extraction.penalties.groups import is_conditional, nouns
from cases.extraction.penalties.verbs import Clause
from cases.language.grammar import children
from cases.language.lexicon import starting_within
from cases.language.reading import Reading
from cases.records import Charge, Ref

JUDGED = {"pleaded_guilty", "convicted"}
PLAIN = {"the", "a", "each", "this", "that", "these", "those", "charged", "criminal", "felony", "such", "alleged",
         "all", "both", "which", "any", "every"}  # fmt: skip


class Facing:
    """The charges of one document, asked for those whom a maximum concerns."""

    def __init__(self, reading: Reading, standing: Sequence[Charge]):
        self.reading = reading
        self._standing = standing
        self._judged = {c.party for c in standing if c.status in JUDGED}

    def among(self, clause: Clause, parties: Sequence[Token], refs: list[Ref]) -> list[Ref]:
        """Of the accused those who may still be convicted, and of the charge that the words for it name."""
        still = [r for r in refs if r not in self._judged]
        if still and is_conditional(self.reading.lowered, clause.sentence):
            refs = still
        counts = [t for t in parties if t.lower_ in nouns("charge_words")]
        if len(refs) < 2 or not counts or self._is_same_for(refs):
            return refs
        words = range(counts[0].left_edge.i, max(t.right_edge.i for t in counts) + 1)
        if all(self._is_plain(self.reading.doc[i]) for i in words):
            return self._first_told(refs) if len(counts) == 1 and counts[0].tag_ == "NN" else refs
        return self._of(self._named(counts), refs)

    def _is_same_for(self, refs: Sequence[Ref]) -> bool:
        """All are accused of the same."""
        return len({frozenset((c.offence, c.conspiracy) for c in self._standing if c.party == r) for r in refs}) == 1

    @staticmethod
    def _is_plain(token: Token) -> bool:
        """No word that tells what charge it is."""
        return token.lower_ in PLAIN | nouns("charge_words") or token.tag_ in {"CD", "IN", "DT", "CC"} or token.is_punct

    def _named(self, counts: Sequence[Token]) -> tuple[set[str], bool]:
        """The offences that the words for a charge name, and whether it is for conspiracy."""
        matches = self.reading.matches["offences"]
        places = [(t.left_edge.i, max(t.i, *(c.right_edge.i for c in (t, *children(t, "prep")))) + 1) for t in counts]
        codes = {m.code for start, end in places for m in starting_within(matches, start, end)}
        conspiracy = any(w.startswith("conspir") for start, end in places for w in self.reading.lower[start:end])
        return codes - {"conspiracy"}, conspiracy

    def _of(self, named: tuple[set[str], bool], refs: Sequence[Ref]) -> list[Ref]:
        """Those accused of one of some offences, of conspiracy if it is for that; nobody if none of them is."""
        codes, conspiracy = named
        fits = [c for c in self._standing if not codes or c.offence in codes] if codes or conspiracy else []
        own = {c.party for c in fits if c.conspiracy == conspiracy} or {c.party for c in fits}
        return [r for r in refs if r in own]

    def _first_told(self, refs: list[Ref]) -> list[Ref]:
        """Those whose charge the text tells first: "the charge carries" in a release on one of several accused."""
        starts = [s.start_char for s in self.reading.sentences]
        told = {
            r: min(bisect_left(starts, s.start + 1) for c in self._standing if c.party == r for s in c.spans)
            for r in refs
        }
        return [r for r in refs if told[r] == min(told.values())]
