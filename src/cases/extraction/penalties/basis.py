"""On what basis a penalty is told: imposed, sought, or set by law as a minimum or a maximum; or on none."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from cases.extraction.penalties.groups import is_conditional
from cases.extraction.penalties.sizes import Size
from cases.extraction.penalties.verbs import Clause, lemmas
from cases.extraction.penalties.wording import wording
from cases.language.grammar import ancestors, is_verb
from cases.language.reading import Reading
from cases.records import Ref

TO_LIFE = re.compile(r"[\s-]to[\s-]life\b")


class Bases:
    """The bases of the penalties of one document, by the words about their sizes."""

    def __init__(self, reading: Reading, text: str):
        self.reading = reading
        self.text = text

    def of(self, clause: Clause, size: Size, previous: int) -> str:
        """The basis of a size; empty if the sentence gives none."""
        verb, begin = clause.verb, clause.sentence.start_char
        paid = size.value is not None and self._is_paid(clause, size)
        if paid or (verb and (verb.basis == "foretold" or self._is_elsewhere(verb.token, size))):
            return ""
        asked = wording("sought").match(self.text, size.end, clause.sentence.end_char)
        if (verb and verb.basis == "sought") or asked or self._is_guideline(clause.sentence, size, previous):
            return "sought"
        potential = wording("potential").search(self.text, max(begin, size.start - 30), size.start)
        if potential and wording("given").search(self.text, max(begin, size.start - 60), size.start):
            potential = None
        if verb and verb.basis == "imposed" and not potential and not is_conditional(self.text, clause.sentence):
            return "" if wording("pending").search(self.text, begin, clause.sentence.end_char) else "imposed"
        if wording("minimum").search(self.text, min(previous, size.start), size.start):
            return "minimum"
        if verb or wording("maximum").search(self.text, begin, size.start):
            return "maximum"
        return "imposed" if wording("agreed").search(self.text, max(begin, size.start - 60), size.start) else ""

    def _is_elsewhere(self, verb: Token, size: Size) -> bool:
        """A size under a later verb that tells something else: "jailed for theft from the firm where he worked for"."""
        token = self.reading.doc[bisect_right(self.reading.starts, size.start) - 1]
        if verb.dep_ == "pcomp" and not verb.is_ancestor(token):
            return True
        above = next((t for t in ancestors(token) if is_verb(t)), verb)
        apart = {"relcl", "pcomp"} if size.sure else {"relcl", "pcomp", "advcl", "acl"}
        if size.kind == "ban" or above.i <= verb.i or above.lemma_ in lemmas() or above.dep_ not in apart:
            return False
        return any(t == verb for t in ancestors(above))

    def _is_guideline(self, sentence: Tokens, size: Size, previous: int) -> bool:
        """A range that the sentencing guidelines give, which the court need not follow."""
        above = wording("maximum").search(self.text, previous, size.start) or wording("minimum").search(
            self.text, previous, size.start
        )
        if size.months is None or above:
            return False
        end = min(size.end + 90, sentence.end_char)
        before = wording("guideline").search(self.text, max(sentence.start_char, size.start - 160), size.start)
        return before is not None or wording("under guidelines").search(self.text, size.end, end) is not None

    def is_in_default(self, clause: Clause, size: Size) -> bool:
        """A term in default of a fine: "or he faces nine more years", "if he does not pay, …"."""
        begin = clause.sentence.start_char
        alternative = wording("default").search(self.text, max(begin, size.start - 60), size.start)
        return alternative is not None or wording("unpaid").search(self.text, begin, size.start) is not None

    def _is_paid(self, clause: Clause, size: Size) -> bool:
        """A sum paid before anybody ordered it: "the $5,000 he paid", "returned $5,000 prior to her sentencing"."""
        if wording("paid").match(self.text, size.end):
            return True
        own = clause.verb is not None and clause.verb.token.lower_ in {"paid", "returned", "repaid"}
        sentence = clause.sentence
        return own and wording("earlier").search(self.text, sentence.start_char, sentence.end_char) is not None

    def is_annulled(self, clause: Clause, size: Size) -> bool:
        """A sentence that a higher court undid, or the lower end of one: "15 years to life"."""
        if TO_LIFE.match(self.text, size.end):
            return True
        begin = max(clause.sentence.start_char, size.start - 60)
        after = wording("annulled").match(self.text, size.end, min(size.end + 80, clause.sentence.end_char))
        return after is not None or wording("annulling").search(self.text, begin, size.start) is not None

    def is_spread(self, clause: Clause, size: Size, parties: Sequence[Ref]) -> bool:
        """What several got, and nobody alone: terms "ranging from two to five years", sums that "40 companies" paid."""
        begin = clause.sentence.start_char
        if size.value is not None and wording("tallied").search(self.text, begin, size.start):
            return True
        ranging = wording("ranging").search(self.text, clause.sentence.start_char, size.start)
        return ranging is not None or (size.low is not None and len(parties) > 1)
