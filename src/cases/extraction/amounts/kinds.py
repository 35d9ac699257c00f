"""What a sum is: by the noun beside it, the verb that governs it, and else by its sentence and the charges."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Span as Tokens

from cases.language.lexicon import Match
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Charge

LINKS = {
    "of",
    "totaling",
    "totalling",
    "worth",
    "valued",
    "amounting",
    "exceeding",
    "reaching",
    "for",
    "at",
    "was",
    ":",
}
HEDGES = frozenset(
    [
        "over",
        "about",
        "approximately",
        "nearly",
        "almost",
        "around",
        "some",
        "more",
        "than",
        "at",
        "least",
        "up",
        "to",
        "in",
        "excess",
        "exceeding",
    ]
)
INSIDE = {"in", "of", "as"}
STOPS = {",", ";", ".", ":", "(", ")", "and", "or", "but", "plus", "while", "who", "which", "that", "than", "to"}
TENSED = {"VBD", "VBZ", "VBP", "VB", "MD"}
BEING = {"was", "were", "is", "are", "be", "been"}
EXCHANGES = ("in exchange for", "in return for")
REACH_RIGHT = 6
REACH_LEFT = 8
REACH_FROZEN = 14
FROZEN = {"frozen", "seized", "confiscated", "impounded", "restrained"}
WEAK = "weak"
OF_OFFENCE = {
    "bribery": "bribe",
    "extortion": "bribe",
    "influence_peddling": "bribe",
    "embezzlement": "embezzled",
    "theft": "embezzled",
    "money_laundering": "laundered",
    "fraud": "loss",
    "tax_evasion": "loss",
}
CRIMES = ("bribe", "embezzled", "laundered", "loss")
GUESSES = ("bribe", "embezzled", "loss", "laundered")
ACTS = ("embezzled", "laundered", "seized", "forfeiture", "bail", "restitution", "loss", "fine")
THINGS = ("asset", "gain", "payment", "contract", WEAK)
SCHEME = "scheme"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind with the rule that found it; ``sure`` if a word that governs the sum or stands beside it names it."""

    code: str
    rule: str
    sure: bool


class Kinds:
    """The kinds of the sums of one document."""

    def __init__(self, reading: Reading, charges: Sequence[Charge]):
        self.reading = reading
        self.nouns = reading.matches["amount_nouns"]
        self.verbs = reading.matches["amount_verbs"]
        offences = Counter(OF_OFFENCE[c.offence] for c in charges if c.offence in OF_OFFENCE)
        self.usual = offences.most_common(1)[0][0] if offences else None

    def of(self, item: Sum, sentence: Tokens, others: set[int]) -> list[Kind]:
        """The kinds of one sum, the surest first; ``others`` are the tokens of the sentence's other sums."""
        nouns = [m for m in self.nouns if sentence.start <= m.start < sentence.end and not overlaps(m, item)]
        verbs = [m for m in self.verbs if sentence.start <= m.start < sentence.end and not overlaps(m, item)]
        right = self._right(item, nouns, others)
        left = self._left(item, nouns, others)
        verb = self._verb(item, verbs)
        if special := self._special(item, sentence, right, left):
            return [special]
        if verb and verb.sure and verb.code in ACTS and all(k is None or k.code in THINGS for k in (right, left)):
            return [verb]
        if left and right and left.code in ACTS and right.code in THINGS:
            return [left]
        found = [k for k in (right, left, verb) if k]
        strong = [k for k in found if k.code != WEAK]
        if strong:
            return strong
        return [self._context(item, [*nouns, *verbs], bool(found))]

    def _special(self, item: Sum, sentence: Tokens, right: Kind | None, left: Kind | None) -> Kind | None:
        """A kind that a turn of phrase gives a sum, whatever its verb."""
        if left and left.code == "asset" and self._is_frozen(item, sentence):
            return Kind("seized", "frozen", True)
        if right and right.code == "asset" and self._is_source(item):
            return right
        things = {k.code for k in (right, left) if k}
        if self.usual == "bribe" and things == {"asset"} and self._is_given(item, sentence):
            return Kind("bribe", "gift", True)
        if self._is_listed(item, sentence):
            return Kind("payment", "list", True)
        return Kind("bribe", "exchange", True) if self._exchanged(item, [right, left]) else None

    def _is_given(self, item: Sum, sentence: Tokens) -> bool:
        """A thing that changes hands in a case of bribery: "received watches worth $6,000"."""
        spoken = [m for m in self.verbs if sentence.start <= m.start and m.end <= item.start]
        before = [m for m in spoken if m.code != "asset"]  # "worth" says what the thing costs, not what became of it
        return bool(before) and before[-1].code in {WEAK, "bribe"}

    def _is_listed(self, item: Sum, sentence: Tokens) -> bool:
        """A line of expenses: "$2,500 for a pair of sneakers"."""
        doc = self.reading.doc
        lead = doc[sentence.start : item.start]
        return item.end < sentence.end and doc[item.end].lower_ == "for" and not any(t.is_alpha for t in lead)

    def _is_source(self, item: Sum) -> bool:
        """What money is taken from: "stole money from a $2bn fund"."""
        lead = [t.lower_ for t in self.reading.doc[max(0, item.start - 2) : item.start]]
        return lead in (["from", "a"], ["from", "the"])

    def _exchanged(self, item: Sum, beside: list[Kind | None]) -> bool:
        """Money in exchange for something: "protection in exchange for a $1m donation"."""
        if any(k and k.code not in {*THINGS} for k in beside):
            return False
        before = self.reading.doc[max(0, item.start - 8) : item.start].text.lower()
        after = self.reading.doc[item.end : item.end + 12].text.lower()
        return any(before.find(e) >= 0 for e in EXCHANGES) or (
            any(after.find(e) >= 0 for e in EXCHANGES) and all(k is None or k.code == WEAK for k in beside)
        )

    def _is_frozen(self, item: Sum, sentence: Tokens) -> bool:
        """Assets that are to be frozen: "ordered assets worth $2m held by X to be frozen"."""
        after = self.reading.doc[item.end : min(sentence.end, item.end + REACH_FROZEN)]
        return any(t.lower_ in FROZEN and self.reading.doc[t.i - 1].lower_ in BEING for t in after)

    def _right(self, item: Sum, nouns: list[Match], others: set[int]) -> Kind | None:
        """The noun after a sum: "$2m bribe", "$2m in cash bribes"; the last noun of a compound is its head."""
        doc = self.reading.doc
        end = self._end(item)
        first = doc[end].lower_ if end < len(doc) else ""
        best = None
        for match in nouns:
            if not end <= match.start <= end + REACH_RIGHT:
                continue
            between = doc[end : match.start]
            if any(t.tag_ in TENSED or t.lower_ in STOPS or t.i in others for t in between):
                break
            links = [t.lower_ for t in between if t.tag_ == "IN" and t.lower_ != "worth"]
            if any(w not in INSIDE for w in links) or len(links) > 1 or (best and links and best.end <= between[-1].i):
                break
            best = match
        rule = "in-noun" if first in INSIDE or first == "worth" else "noun-after"
        if best and rule == "in-noun" and doc[best.end - 1].lower_ == "funds" and best.code == "asset":
            return Kind(WEAK, rule, True)  # "$2m in public funds" is money
        return Kind(plain(best.code), rule, True) if best else None

    def _end(self, item: Sum) -> int:
        """One past the last token of a sum, its conversion in brackets included: "$10m (£8m) in bribes"."""
        doc = self.reading.doc
        if item.end < len(doc) and doc[item.end].lower_ == ")" and doc[item.start - 1].lower_ == "(":
            return item.end + 1
        if item.end < len(doc) and doc[item.end].lower_ == "(":
            for token in doc[item.end + 1 : item.end + 12]:
                if token.lower_ == ")":
                    return token.i + 1
        return item.end

    def _left(self, item: Sum, nouns: list[Match], others: set[int]) -> Kind | None:
        """The noun before a sum: "bribes of $2m", "restitution in the amount of $2m"."""
        doc = self.reading.doc
        for match in reversed(nouns):
            if match.end > item.start:
                continue
            if item.start - match.end > REACH_LEFT:
                return None
            between = doc[match.end : item.start]
            if any(t.lower_ in {";", ".", "who", "which", "while"} or t.i in others for t in between):
                return None
            if all(t.lower_ in HEDGES for t in between) or any(t.lower_ in LINKS for t in between):
                if any(t.tag_ in {*TENSED, "VBG"} and t.lower_ not in LINKS | BEING for t in between):
                    return None
                return Kind(plain(match.code), "noun-before", True)
            return None
        return None

    def _verb(self, item: Sum, verbs: list[Match]) -> Kind | None:
        """The last verb before a sum, or the passive right after it."""
        doc = self.reading.doc
        before = [m for m in verbs if m.end <= item.start and doc[m.start].dep_ != "amod"]  # no "stolen funds"
        after = [m for m in verbs if item.end <= m.start <= item.end + 5]
        if after and self.reading.doc[after[0].start].tag_ == "VBN":
            return Kind(after[0].code, "verb", True)
        if before:
            near = item.start - before[-1].end <= REACH_LEFT
            return Kind(before[-1].code, "verb", near)
        return None

    def _context(self, item: Sum, cues: list[Match], moved: bool) -> Kind:
        """Without a word that governs the sum: the nearest word for a crime in its sentence, then the charges."""
        strong = [m for m in cues if m.code not in {*THINGS, SCHEME}]
        crimes = [m for m in strong if m.code in CRIMES]
        if moved and crimes:
            return Kind(nearest(item, crimes).code, "sentence", False)
        if moved and self.usual in GUESSES:
            return Kind(str(self.usual), "charges", False)
        if strong:
            return Kind(nearest(item, strong).code, "sentence", False)
        if self.usual in GUESSES:
            return Kind(str(self.usual), "charges", False)
        return Kind("payment" if moved else "other", "weak", False)


def plain(code: str) -> str:
    """The kind for a list's code: the size of a scheme is what it cost."""
    return "loss" if code == SCHEME else code


def overlaps(match: Match, item: Sum) -> bool:
    """A listed word that is a part of the sum itself."""
    return match.start < item.end and item.start < match.end


def nearest(item: Sum, matches: Sequence[Match]) -> Match:
    """The match that stands nearest to a sum; of two as near the one before it."""
    return min(matches, key=lambda m: (max(m.start - item.end, item.start - m.end), m.start))
