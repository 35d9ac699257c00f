"""What a sum is: by the noun beside it, the verb that governs it, and else by its sentence and the charges."""

from collections import Counter
from collections.abc import Sequence

from spacy.tokens import Span as Tokens

from cases.extraction.amounts.turns import BEING, THINGS, WEAK, Kind, Turns, context
from cases.language.columns import columns
from cases.language.grammar import ancestors, children
from cases.language.lexicon import Match, starting_within
from cases.language.mentions import Mentions
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
    "on",
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
CLOSING = {";", ".", "who", "which", "while", "out"}
TENSED = {"VBD", "VBZ", "VBP", "VB", "MD"}
CLAUSAL = {*TENSED, "VBG"}
REACH_RIGHT = 6
REACH_LEFT = 8
TOLD = {"loss", "restitution"}  # kinds whose verbs are nouns of other kinds too
FRAMES = {"case", "cases", "trial", "probe", "investigation"}
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
SCHEME = "scheme"


class Kinds:
    """The kinds of the sums of one document."""

    def __init__(self, reading: Reading, mentions: Mentions, charges: Sequence[Charge]):
        self.reading = reading
        self.mentions = mentions
        self.accused = {c.party for c in charges}
        self.nouns = reading.matches["amount_nouns"]
        self.known = frozenset(self.nouns)
        self.verbs = [
            m
            for m in reading.matches["amount_verbs"]
            if m.code not in TOLD or reading.tags[m.start].startswith("VB")  # no "electricity bill"
        ]
        offences = Counter(OF_OFFENCE[c.offence] for c in charges if c.offence in OF_OFFENCE)
        self.usual = offences.most_common(1)[0][0] if offences else None
        self.turns = Turns(reading, self.nouns, self.verbs, self.usual)

    def of(self, item: Sum, sentence: Tokens, others: set[int]) -> list[Kind]:
        """The kinds of one sum, the surest first; ``others`` are the tokens of the sentence's other sums."""
        nouns = [m for m in starting_within(self.nouns, sentence.start, sentence.end) if not overlaps(m, item)]
        verbs = [m for m in starting_within(self.verbs, sentence.start, sentence.end) if not overlaps(m, item)]
        right = self._right(item, nouns, others)
        left = self._left(item, nouns, others)
        verb = self._verb(item, verbs)
        if special := self.turns.of(item, sentence, right, left):
            return [special]
        if verb and verb.sure and verb.code in ACTS and all(k is None or k.code in THINGS for k in (right, left)):
            return [verb]
        if left and right and left.code in ACTS and right.code in THINGS:
            return [left]
        found = [k for k in (right, left, verb) if k]
        strong = [k for k in found if k.code != WEAK]
        if strong:
            return strong
        return [self._context(item, sentence, [*nouns, *verbs], bool(found))]

    def _right(self, item: Sum, nouns: list[Match], others: set[int]) -> Kind | None:
        """The noun after a sum: "$2m bribe", "$2m in cash bribes"; the last noun of a compound is its head."""
        lower, tags = self.reading.lower, self.reading.tags
        end = self._end(item)
        first = lower[end] if end < len(lower) else ""
        best = None
        for match in nouns:
            if not end <= match.start <= end + REACH_RIGHT:
                continue
            between = range(end, match.start)
            if any(tags[i] in TENSED or lower[i] in STOPS or i in others for i in between):
                break
            links = [lower[i] for i in between if tags[i] == "IN" and lower[i] != "worth"]
            if any(w not in INSIDE for w in links) or len(links) > 1 or (best and links and best.end < match.start):
                break
            if best and match.end - match.start == 1 and lower[match.start] in FRAMES:
                continue  # "the $2m helicopter deal case" is about the deal
            best = match
        rule = "in-noun" if first in INSIDE or first == "worth" else "noun-after"
        if best and rule == "in-noun" and lower[best.end - 1] == "funds" and best.code == "asset":
            return Kind(WEAK, rule, True)  # "$2m in public funds" is money
        return Kind(plain(best.code), rule, True) if best else None

    def _end(self, item: Sum) -> int:
        """One past the last token of a sum, its conversion in brackets included: "$10m (£8m) in bribes"."""
        lower = self.reading.lower
        if lower[item.end : item.end + 1] == [")"] and lower[item.start - 1] == "(":
            return item.end + 1
        if lower[item.end : item.end + 1] == ["("]:
            for i, word in enumerate(lower[item.end + 1 : item.end + 12], start=item.end + 2):
                if word == ")":
                    return i
        return item.end

    def _left(self, item: Sum, nouns: list[Match], others: set[int]) -> Kind | None:
        """The noun before a sum: "bribes of $2m", "restitution in the amount of $2m"."""
        lower, tags = self.reading.lower, self.reading.tags
        for match in reversed(nouns):
            if match.end > item.start:
                continue
            if item.start - match.end > REACH_LEFT:
                return None
            between, places = lower[match.end : item.start], range(match.end, item.start)
            if any(word in CLOSING for word in between) or any(i in others for i in places):
                return None
            if all(word in HEDGES for word in between) or any(word in LINKS for word in between):
                if any(tags[i] in CLAUSAL and lower[i] not in LINKS and lower[i] not in BEING for i in places):
                    return None
                return Kind(plain(match.code), "noun-before", True)
            return None
        return None

    def _verb(self, item: Sum, verbs: list[Match]) -> Kind | None:
        """The last verb before a sum, or the passive or relative clause right after it."""
        doc = self.reading.doc
        deps = columns(doc).deps
        before = [m for m in verbs if m.end <= item.start and deps[m.start] != "amod"]  # no "stolen funds"
        after = [m for m in verbs if item.end <= m.start <= item.end + 5 and self._is_about(item, m)]
        if after:
            return Kind(self._measured(after[0]), "verb", True)
        if before:
            above = {t.i for t in ancestors(doc[item.start])}
            governors = [m for m in before if not above.isdisjoint(range(m.start, m.end))]
            chosen = governors[-1] if governors else before[-1]
            near = item.start - chosen.end <= REACH_LEFT
            return Kind(self._measured(chosen), "verb", near or bool(governors))
        return None

    def _is_about(self, item: Sum, verb: Match) -> bool:
        """A verb after a sum that the sum is done to: "$2m was seized", "$2m stolen from", "the $2m it owed"."""
        token = self.reading.doc[verb.start]
        inside = range(item.start, item.end)
        if token.tag_ == "VBN":
            behind = self.reading.lower[item.end : verb.start]
            return not behind or any(w in BEING for w in behind) or token.head.i in inside
        return token.dep_ == "relcl" and token.head.i in inside and token.tag_ in {"VBD", "VBZ", "VBP"}

    def _measured(self, verb: Match) -> str:
        """The kind of a verb; of one that only measures, that of its subject: "the contracts were valued at $2m"."""
        token = self.reading.doc[verb.start]
        if verb.code == "asset" and token.lemma_ in context("measuring"):
            named = {
                m.code for t in children(token, "nsubj", "nsubjpass") for m in self.nouns if m.start <= t.i < m.end
            }
            return next((code for code in sorted(named) if code not in {WEAK, SCHEME}), verb.code)
        return verb.code

    def _context(self, item: Sum, sentence: Tokens, cues: list[Match], moved: bool) -> Kind:
        """Without a word that governs the sum: the nearest word for a crime in its sentence, then the charges."""
        strong = [m for m in cues if m.code not in {*THINGS, SCHEME}]
        crimes = [m for m in strong if m.code in CRIMES]
        usual = self.usual if self.usual in GUESSES and self._is_about_accused(sentence) else None
        if moved and crimes and not usual:
            return Kind(nearest(item, crimes).code, "sentence", False)
        named = [m for m in strong if m.end <= item.start and m in self.known]
        if moved and usual and not named:
            return Kind(usual, "charges", False)
        if strong:
            return Kind(nearest(item, strong).code, "sentence", False)
        if usual:
            return Kind(usual, "charges", False)
        return Kind("payment" if moved else "other", "weak", False)

    def _is_about_accused(self, sentence: Tokens) -> bool:
        """Whether a sentence speaks of somebody accused, by name or not: a sum in another is none of the crime's."""
        return any(m.ref in self.accused for m in self.mentions.within(sentence.start, sentence.end))


def plain(code: str) -> str:
    """The kind for a list's code: the size of a scheme is what it cost."""
    return "loss" if code == SCHEME else code


def overlaps(match: Match, item: Sum) -> bool:
    """A listed word that is a part of the sum itself."""
    return match.start < item.end and item.start < match.end


def nearest(item: Sum, matches: Sequence[Match]) -> Match:
    """The match that stands nearest to a sum; of two as near the one before it."""
    return min(matches, key=lambda m: (max(m.start - item.end, item.start - m.end), m.start))
