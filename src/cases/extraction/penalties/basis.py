"""On what basis a penalty is told: imposed, sought, or set by law as a minimum or a maximum; or on none."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from cases.extraction.penalties.groups import is_conditional
from cases.extraction.penalties.parties import Clause
from cases.extraction.penalties.sizes import Size
from cases.extraction.penalties.verbs import lemmas
from cases.language.grammar import ancestors, is_verb
from cases.language.reading import Reading
from cases.records import Ref

MAXIMUM = re.compile(
    r"\b(?:maximum|up to|as much as|no more than|not more than|no greater than|not greater than|as many as|at most"
    r"|as long as)\b"
)
POTENTIAL = re.compile(
    r"\b(?:potential|possible) (?:\w+ )?\Z|\bmaximum (?:\w+ )?(?:(?:fine|term|sentence|penalty) )?(?:of )?\Z"
)
MINIMUM = re.compile(
    r"\b(?:minimum|at least|no less than|not less than)\b"
    r"|\bmandatory (?:(?:consecutive |additional )?(?:prison |jail )?(?:term|sentence) of )?(?:an? )?\Z"
)
RANGING = re.compile(r"\brang(?:ing|es?|ed)\b")
PENDING = re.compile(
    r"\bif (?:it is |this is |they are )?(?:accepted|approved) by (?:the |a )?(?:\w+ )?(?:court|judge)\b"
)
EARLIER = re.compile(r"\b(?:prior to|before) (?:today's |the |his |her |their )?(?:plea|sentenc\w+)\b")
OVERTURNED = "overturned|quashed|annulled|vacated|reversed|thrown out|voided|set aside"
ANNULLED = re.compile(rf"[^.;,]{{0,30}}?\b(?:was|were|has been|had been) (?:later |since |then )?(?:{OVERTURNED})\b")
ANNULLING = re.compile(
    rf"\b(?:{OVERTURNED}|threw out) (?:an? |the |his |her |\w+'s )?(?:\w+ )?(?:(?:sentence|term) of )?\Z"
)
TO_LIFE = re.compile(r"[\s-]to[\s-]life\b")
ORDERED = re.compile(
    r"\b(?:promised|agreed(?:-upon)?|negotiated) sentence of\b|\b(?:order|judgment) of (?:restitution|forfeiture)\b"
)
SOUGHT = re.compile(
    r"(?: in (?:prison|jail)| behind bars| (?:sentence|term))?,? (?:that |which )?"
    r"(?:(?:had been |was |were )?(?:sought|requested|recommended|demanded|asked for|urged|proposed) by|"
    r"(?:(?:the|federal|state|public) ){0,2}(?:prosecut\w+|government|state|crown)(?: \w+)?(?: had| have| has)? "
    r"(?:sought|requested|recommended|demanded|asked for|wanted|urged|proposed))\b"
)
IN_DEFAULT = re.compile(r"\bor (?:else )?(?:to )?(?:(?:he|she|they|will|must) )*(?:face|serve|spend|go)\w*\b[^.;]*\Z")
UNPAID = re.compile(
    r"\b(?:if|should|unless) (?:he|she|they|it|\w+) (?:do(?:es)? not|doesn't|don't|fails?|failed|did not) (?:to )?"
    r"(?:pay|make|repay|complete|comply)\b"
)
GUIDELINE = re.compile(r"\bguidelines?(?:,| (?:range|call|recommend|suggest|provide|of)\b)")
UNDER_GUIDELINE = re.compile(r"\bunder (?:the |an )?(?:\w+ ){0,4}guidelines?\b")
GIVEN = re.compile(
    r"\b(?:given|handed|received|imposed|got|serve|sentenced (?:\w+ )?to) (?:a|the) (?:statutory )?maximum "
    r"[^.;,]{0,25}\Z"
)
DONE = re.compile(r"\s(?:that |which )?(?:he|she|they|it) (?:(?:had|has|have) )?(?:already )?(?:re)?paid\b")


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
        asked = SOUGHT.match(self.text, size.end, clause.sentence.end_char)
        if (verb and verb.basis == "sought") or asked or self._is_guideline(clause.sentence, size, previous):
            return "sought"
        potential = POTENTIAL.search(self.text, max(begin, size.start - 30), size.start)
        if potential and GIVEN.search(self.text, max(begin, size.start - 60), size.start):
            potential = None
        if verb and verb.basis == "imposed" and not potential and not is_conditional(self.text, clause.sentence):
            return "" if PENDING.search(self.text, begin, clause.sentence.end_char) else "imposed"
        if MINIMUM.search(self.text, min(previous, size.start), size.start):
            return "minimum"
        if verb or MAXIMUM.search(self.text, begin, size.start):
            return "maximum"
        return "imposed" if ORDERED.search(self.text, max(begin, size.start - 60), size.start) else ""

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
        above = MAXIMUM.search(self.text, previous, size.start) or MINIMUM.search(self.text, previous, size.start)
        if size.months is None or above:
            return False
        end = min(size.end + 90, sentence.end_char)
        before = GUIDELINE.search(self.text, max(sentence.start_char, size.start - 160), size.start)
        return before is not None or UNDER_GUIDELINE.search(self.text, size.end, end) is not None

    def is_in_default(self, clause: Clause, size: Size) -> bool:
        """A term in default of a fine: "or he faces nine more years", "if he does not pay, …"."""
        begin = clause.sentence.start_char
        alternative = IN_DEFAULT.search(self.text, max(begin, size.start - 60), size.start)
        return alternative is not None or UNPAID.search(self.text, begin, size.start) is not None

    def _is_paid(self, clause: Clause, size: Size) -> bool:
        """A sum paid before anybody ordered it: "the $5,000 he paid", "returned $5,000 prior to her sentencing"."""
        if DONE.match(self.text, size.end):
            return True
        own = clause.verb is not None and clause.verb.token.lower_ in {"paid", "returned", "repaid"}
        sentence = clause.sentence
        return own and EARLIER.search(self.text, sentence.start_char, sentence.end_char) is not None

    def is_annulled(self, clause: Clause, size: Size) -> bool:
        """A sentence that a higher court undid, or the lower end of one: "15 years to life"."""
        if TO_LIFE.match(self.text, size.end):
            return True
        begin = max(clause.sentence.start_char, size.start - 60)
        after = ANNULLED.match(self.text, size.end, min(size.end + 80, clause.sentence.end_char))
        return after is not None or ANNULLING.search(self.text, begin, size.start) is not None

    def is_spread(self, clause: Clause, size: Size, parties: Sequence[Ref]) -> bool:
        """A range within which the terms of several lie: "sentences ranging from two to five years"."""
        ranging = RANGING.search(self.text, clause.sentence.start_char, size.start)
        return ranging is not None or (size.low is not None and len(parties) > 1)
