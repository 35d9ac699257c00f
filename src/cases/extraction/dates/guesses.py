"""What happened on a date that no listed word governs: by the words around it, by who acted, else by its sentence."""

from collections.abc import Container
from dataclasses import dataclass, field

from spacy.tokens import Token

from cases.edtf import parse_edtf
from cases.extraction.dates.vocabulary import (
    fixing,
    hints,
    moments,
    noun_events,
    official_kinds,
    private_acts,
    verb_events,
)
from cases.language.columns import sentence_end, sentence_start
from cases.language.grammar import ancestors, is_passive, is_verb, subjects
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Ref

SKIPPED = {"IN", "DT", "RB", "TO"}


@dataclass(frozen=True, slots=True)
class Guess:
    """The word that a guess stands on, the event and the rule."""

    word: Token
    event: str
    rule: str


@dataclass
class Guesses:
    """Guesses for the dates of one document.

    Args:
        reading: The document.
        mentions: Who is meant by which words.
        accused: The parties that the document charges.
    """

    reading: Reading
    mentions: Mentions
    accused: Container[Ref] = field(default_factory=frozenset)

    def of(self, expression: Expression, root: Token, lasting: bool) -> Guess:
        """The likeliest event of a date."""
        governing = next((w for w in ancestors(root) if is_verb(w)), root)
        guess = self.fixed(root) or self.beside(root)
        if guess is not None and not (lasting and guess.event in moments()):
            return guess
        if self.lies_ahead(expression):
            return Guess(governing, "other", "ahead")
        if (event := self.by_actor(governing)) is not None and not lasting:
            return Guess(governing, event, "actor")
        sentence = slice(sentence_start(root), sentence_end(root))
        hinted = any(not hints().isdisjoint(words[sentence]) for words in (self.reading.lower, self.reading.lemmas))
        return Guess(governing, "conduct" if lasting or hinted else "other", "sentence")

    def fixed(self, root: Token) -> Guess | None:
        """What is fixed for a day: "awaiting trial, presently scheduled for March"."""
        lemmas, first = self.reading.lemmas, sentence_start(root)
        if fixing().isdisjoint(lemmas[max(first, root.i - 8) : root.i]):
            return None
        for i in reversed(range(max(first, root.i - 14), root.i)):
            event = noun_events().get(lemmas[i])
            if event in (moments() | {"trial"}) - {"statement", "charge", "resolution"}:
                return Guess(self.reading.doc[i], str(event), "fixed")
        return None

    def beside(self, root: Token) -> Guess | None:
        """The verb right before a date: "the settlement announced today"."""
        first = root.left_edge.i - 1
        i = first
        while i > sentence_start(root) and self.reading.doc[i].tag_ in SKIPPED and self.reading.lower[i] != "that":
            i -= 1
        token = self.reading.doc[i]
        event = verb_events().get(token.lemma_) if is_verb(token) and i >= sentence_start(root) else None
        return Guess(token, event, "beside-verb") if event and (i == first or event != "statement") else None

    def lies_ahead(self, expression: Expression) -> bool:
        """A date after the day of publication, on which nobody has done anything yet."""
        published = self.reading.document.published
        start = parse_edtf(expression.edtf).start
        return bool(published and start and start > published)

    def by_actor(self, verb: Token) -> str | None:
        """Conduct if one of the accused acts, other if an office of the state does."""
        if not is_verb(verb):
            return None
        refs = [ref for token in subjects(verb) for ref in self.mentions.refs(token)]
        if any(ref in self.accused for ref in refs):
            return None if is_passive(verb) or verb.lemma_ in private_acts() else "conduct"
        bodies = [self.mentions.organizations[r.index].kind for r in refs if r.kind == "organization"]
        return "other" if refs and len(bodies) == len(refs) and set(bodies) <= official_kinds() else None
