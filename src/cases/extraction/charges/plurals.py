"""Whom a plural stands for after others were accused: "They have pleaded not guilty", "All three were convicted"."""

from collections.abc import Sequence

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from cases.extraction.charges import parties
from cases.extraction.charges.values import Accusation, Charged
from cases.language import grammar
from cases.language.columns import columns, sentence_start
from cases.language.mentions import Mentions
from cases.records import Ref

GROUP = {"they", "them", "their", "all", "each"}
TOGETHER = {"each", "both", "all", "defendants"}
REACH = 70


def several(accusation: Accusation, before: Sequence[Charged], mentions: Mentions) -> list[Ref]:
    """The parties of "both", "they" or "all three": the last plural subject, else those accused together before."""
    words = {t.lower_ for t in accusation.accused}
    if (of_all := defendants(accusation.accused)) is not None:
        return together(before, of_all)
    if "both" in words:
        return list(dict.fromkeys(ref for _, refs in reversed(before) for ref in refs))[:2]
    number = next((parties.NUMBERS.index(w) for w in words if w in parties.NUMBERS), None)
    if not words & GROUP and number is None:
        return []
    start = sentence_start(accusation.word)
    candidates = [subjects_within(accusation.word.doc[start : accusation.word.i], mentions)] if "their" in words else []
    if start:
        candidates.append(subjects_within(accusation.word.doc[start - 1].sent, mentions))
    candidates += [refs for a, refs in reversed(before) if 0 <= accusation.word.i - a.word.i < REACH]
    return next((c for c in candidates if len(c) > 1 and number in {None, len(c)}), [])


def just_charged(accusation: Accusation, before: Sequence[Charged]) -> list[Ref]:
    """Whom the last accusation of a crime before a list of charges names, if it stands beside the list."""
    near = [refs for a, refs in before if refs and a.status != "alleged" and accusation.word.i - a.word.i < REACH]
    return near[-1] if near else []


def defendants(words: Sequence[Token]) -> int | None:
    """How many "the defendants", "both defendants" or "each of the three defendants" are; 0 if not told."""
    if len(words) != 1:
        return None
    told = [words[0], *grammar.prepositional(words[0], "of")] if words[0].lower_ in TOGETHER else [words[0]]
    noun = next((t for t in told if t.lower_ == "defendants"), None)
    if noun is None or any(c.lower_ in {"other", "some", "many", "most"} for c in noun.children):
        return None
    if "both" in {t.lower_ for t in [*told, *noun.children]}:
        return 2
    return parties.counted(noun) or 0


def together(before: Sequence[Charged], number: int) -> list[Ref]:
    """The largest group accused at once of a crime, if it is as many as are counted."""
    groups = [refs for a, refs in before if a.status != "alleged" and len(refs) > 1]
    largest = max(groups, key=len, default=[])
    return largest if number in {0, len(largest)} else []


def subjects_within(words: Tokens, mentions: Mentions) -> list[Ref]:
    """The people joined as the subject of some words: "A and B …", "The brothers, A and B, …"."""
    doc, deps = words.doc, columns(words.doc).deps
    own = (doc[i] for i in range(words.start, words.end) if deps[i] in grammar.SUBJECTS)
    subjects = (n for t in own for n in [t, *grammar.children(t, "appos")])
    heads = [t for t in subjects if grammar.children(t, "conj")]
    found = parties.resolve([c for t in heads[:1] for c in grammar.conjuncts(t)], mentions)
    return [ref for ref in found if ref.kind == "person"]
