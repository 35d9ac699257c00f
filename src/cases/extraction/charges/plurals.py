"""Whom a plural stands for after others were accused: "They have pleaded not guilty", "All three were convicted"."""

from collections.abc import Sequence

from spacy.tokens import Token

from cases.extraction.charges import parties
from cases.extraction.charges.scopes import Accusation
from cases.language import grammar
from cases.language.mentions import Mentions
from cases.records import Ref

GROUP = {"they", "them", "all"}
REACH = 70


def several(accusation: Accusation, before: Sequence[tuple[Accusation, list[Ref]]], mentions: Mentions) -> list[Ref]:
    """The parties of "both", "they" or "all three": the last plural subject, else those accused together before."""
    words = {t.lower_ for t in accusation.accused}
    if "both" in words:
        return list(dict.fromkeys(ref for _, refs in reversed(before) for ref in refs))[:2]
    number = next((parties.NUMBERS.index(w) for w in words if w in parties.NUMBERS), None)
    if not words & GROUP and number is None:
        return []
    sentence = accusation.word.sent
    candidates = [subjects_before(sentence.start, accusation.word, mentions)]
    candidates += [refs for a, refs in reversed(before) if 0 <= accusation.word.i - a.word.i < REACH]
    return next((c for c in candidates if len(c) > 1 and number in {None, len(c)}), [])


def subjects_before(start: int, word: Token, mentions: Mentions) -> list[Ref]:
    """The people joined as the subject of the sentence that ends where another starts."""
    if not start:
        return []
    sentence = word.doc[start - 1].sent
    heads = [t for t in sentence if t.dep_ in grammar.SUBJECTS and grammar.children(t, "conj")]
    found = parties.resolve([c for t in heads[:1] for c in grammar.conjuncts(t)], mentions)
    return [ref for ref in found if ref.kind == "person"]
