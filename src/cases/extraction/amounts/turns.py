"""Turns of phrase that tell what a sum is, whatever verb governs it: frozen, given, paid to settle, in exchange."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from cases.language.columns import columns
from cases.language.grammar import ancestors, children, is_verb, subjects
from cases.language.lexicon import Match, load_words, starting_within
from cases.language.reading import Reading
from cases.language.values import Sum

EXCHANGES = ("in exchange for", "in return for")
GIVEN = {"exchange", "return"}
REACH_FROZEN = 14
FROZEN = {"frozen", "seized", "confiscated", "impounded", "restrained"}
WEAK = "weak"
THINGS = ("asset", "gain", "payment", "contract", WEAK)
BEING = {"was", "were", "is", "are", "be", "been"}


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind with the rule that found it; ``sure`` if a word that governs the sum or stands beside it names it."""

    code: str
    rule: str
    sure: bool


class Turns:
    """The turns of phrase of one document.

    Args:
        reading: The document.
        nouns: The nouns of ``words/amount_nouns.yaml`` in it.
        verbs: The verbs of ``words/amount_verbs.yaml`` in it.
        usual: The kind of sums of its most frequent charge.
    """

    def __init__(self, reading: Reading, nouns: Sequence[Match], verbs: Sequence[Match], usual: str | None):
        self.reading = reading
        self.nouns = nouns
        self.verbs = verbs
        self.usual = usual

    def of(self, item: Sum, sentence: Tokens, right: Kind | None, left: Kind | None) -> Kind | None:
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
        if told := self._told(item, sentence, things):
            return told
        return Kind("bribe", "exchange", True) if self._exchanged(item, [right, left]) else None

    def _told(self, item: Sum, sentence: Tokens, things: set[str]) -> Kind | None:
        """What the verb above a sum and those around it make of it: a claim paid, a settlement, a reward, a gift."""
        verb = governing(self.reading.doc[item.start])
        if verb is None or things - {*THINGS}:
            return None
        if "gain" in things and self._is_hidden(verb, sentence):
            return Kind("laundered", "proceeds", True)
        doers = {w.lower_ for s in subjects(verb) for w in (s, *children(s, "compound"))}
        if verb.lemma_ == "pay" and doers & context("programmes"):
            return Kind("loss", "claim", True)
        if verb.lemma_ == "receive" and doers & context("informers"):
            return Kind("payment", "reward", True)
        after = self.reading.lemmas[item.end : item.end + 4]
        if verb.lemma_ == "pay" and "to" in after and context("ending") & set(after):
            return Kind("fine", "settlement", True)
        worth = self.reading.lower[item.start - 1] == "worth" or verb.lemma_ == "worth"
        is_gift = worth and self.usual == "bribe" and self._names_bribes(verb.sent)
        return Kind("bribe", "gift", True) if is_gift else None

    def _names_bribes(self, sentence: Tokens) -> bool:
        return any(m.code == "bribe" for m in starting_within(self.nouns, sentence.start, sentence.end))

    def _is_given(self, item: Sum, sentence: Tokens) -> bool:
        """A thing that changes hands in a case of bribery: "received watches worth $6,000"."""
        spoken = [m for m in self.verbs if sentence.start <= m.start and m.end <= item.start]
        before = [m for m in spoken if m.code != "asset"]  # "worth" says what the thing costs, not what became of it
        return bool(before) and before[-1].code in {WEAK, "bribe"}

    def _is_listed(self, item: Sum, sentence: Tokens) -> bool:
        """A line of expenses: "$2,500 for a pair of sneakers"."""
        lower = self.reading.lower
        following = item.end < sentence.end and lower[item.end] == "for"
        return following and not any(word.isalpha() for word in lower[sentence.start : item.start])

    @staticmethod
    def _is_hidden(verb: Token, sentence: Tokens) -> bool:
        """Proceeds of a crime that are moved to hide where they come from."""
        lemmas = columns(sentence.doc).lemmas[sentence.start : sentence.end]
        return verb.lemma_ in context("moving") and not context("hiding").isdisjoint(lemmas)

    def _is_source(self, item: Sum) -> bool:
        """What money is taken from: "stole money from a $2bn fund"."""
        lead = self.reading.lower[max(0, item.start - 2) : item.start]
        return lead in (["from", "a"], ["from", "the"])

    def _exchanged(self, item: Sum, beside: list[Kind | None]) -> bool:
        """Money in exchange for something: "protection in exchange for a $1m donation"."""
        if any(k and k.code not in {*THINGS} for k in beside):
            return False
        left = self.reading.lower[max(0, item.start - 8) : item.start]
        right = self.reading.lower[item.end : item.end + 12]
        if GIVEN.isdisjoint(left) and GIVEN.isdisjoint(right):
            return False
        before, after = " ".join(left), " ".join(right)
        return any(e in before for e in EXCHANGES) or (
            any(e in after for e in EXCHANGES) and all(k is None or k.code == WEAK for k in beside)
        )

    def _is_frozen(self, item: Sum, sentence: Tokens) -> bool:
        """Assets that are to be frozen: "ordered assets worth $2m held by X to be frozen"."""
        lower = self.reading.lower
        after = range(item.end, min(sentence.end, item.end + REACH_FROZEN))
        return any(lower[i] in FROZEN and lower[i - 1] in BEING for i in after)


@cache
def context(key: str) -> frozenset[str]:
    """The words of a key of ``words/amount_context.yaml``."""
    return frozenset(str(word) for word in load_words("amount_context")[key])


def governing(token: Token) -> Token | None:
    """The verb above a token."""
    return next((t for t in ancestors(token) if is_verb(t)), None)
