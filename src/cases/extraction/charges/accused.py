"""Whom an accusation falls on: by name, by a pronoun, by a list beside it, or as those accused before it."""

from collections.abc import Sequence

from spacy.tokens import Token

from cases.extraction.charges import identified, parties, plurals
from cases.extraction.charges.lead import is_sentence
from cases.extraction.charges.scopes import TALLY
from cases.extraction.charges.values import Accusation, Charged
from cases.extraction.charges.vocabulary import DOCUMENTS
from cases.language import grammar
from cases.language.columns import sentence_start
from cases.language.mentions import Mentions
from cases.records import Ref

PRONOUNS = {"he", "she", "they", "him", "her", "them"}
SEVERAL = {"were", "are", "have"}
OWN = PRONOUNS | {"his", "their"}


def accused(accusation: Accusation, before: Sequence[Charged], mentions: Mentions, officers: set[Ref]) -> list[Ref]:
    """The parties of an accusation, by the first of the ways that finds any."""
    if accusation.rule == TALLY:
        return plurals.just_charged(accusation, before)
    refs = carried(accusation, before)
    if not refs:
        named = parties.resolve(accusation.accused, mentions)
        refs = parties.without_accusers(
            [r for r in named if not misread(accusation, r, officers)], accusation, mentions
        )
    plural = any(t.tag_ in {"NNS", "NNPS"} for t in accusation.accused) or is_of_several(accusation)
    after = bool(accusation.accused) and all(t.i > accusation.word.i for t in accusation.accused)
    if "noun" not in accusation.rule and (plural or not refs) and not after:
        names = all(t.tag_ == "NNP" for t in accusation.accused)  # or no words at all
        listed = parties.listed(accusation.word, mentions, apposed=not names and not plural)
        refs = max(refs, listed, key=len) or parties.aged_before(accusation.word, mentions)
    if not refs and "noun" not in accusation.rule and accusation.accused:
        refs = identified.defendant_before(accusation.accused, mentions)
    if not refs and before and answers_document(before[-1][0].word, accusation.word):
        refs = before[-1][1]
    return refs or plurals.several(accusation, before, mentions)


def is_of_several(accusation: Accusation) -> bool:
    """Whether an auxiliary tells that the names before a verb are several: the parser may lose one of a list."""
    if any(t.tag_ != "NNP" for t in accusation.accused) or "noun" in accusation.rule:
        return False
    return any(c.lower_ in SEVERAL for c in grammar.children(accusation.word, "aux", "auxpass"))


def answers_document(earlier: Token, word: Token) -> bool:
    """Whether a document charges what an accusation before tells of: "pleaded not guilty to an indictment charging"."""
    charging = word.lemma_ == "charge" and word.dep_ in {"acl", "relcl"} and not grammar.is_passive(word)
    return charging and word.head.lemma_ in DOCUMENTS and sentence_start(earlier) == sentence_start(word)


def misread(accusation: Accusation, ref: Ref, officers: set[Ref]) -> bool:
    """Whether a pronoun or a word of page furniture was taken for a judge, a prosecutor or another officer."""
    return ref in officers and (not is_sentence(accusation.word) or all(t.lower_ in OWN for t in accusation.accused))


def carried(accusation: Accusation, before: Sequence[Charged]) -> list[Ref]:
    """Whom a pronoun stands for after another accusation of its sentence: "arraigned on charges that he …"."""
    if not before or not accusation.accused or any(t.lower_ not in PRONOUNS for t in accusation.accused):
        return []
    earlier, refs = before[-1]
    return (
        refs if sentence_start(earlier.word) == sentence_start(accusation.word) and "noun" not in earlier.rule else []
    )
