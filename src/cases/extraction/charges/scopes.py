"""One accusing word with its scope: where the offences stand of which it accuses."""

from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import islice, takewhile

from spacy.tokens import Doc, Token

from cases.language import grammar
from cases.language.columns import columns, sentence_end, sentence_start

STOPS = {"punishable", "carry", "carries", "faces", "maximum", ";"}
REACH = 90
COUNTED_REACH = 6
FINITE = {"VBD", "VBZ", "VBP", "MD"}
TABLE = "charges:table"
# Rules that accuse of what stands in their own phrase, and end no other scope.
WITHIN = frozenset({"charges:alleged", "charges:part", "charges:question"})


@dataclass(frozen=True, slots=True)
class Accusation:
    """One accusing word.

    Attributes:
        word: The verb or noun that accuses.
        status: The status that it gives.
        accused: The words that stand for the accused.
        start: First token in which its offences are looked for.
        end: One past the last.
        rule: Name of the rule, for ``Span.method``.
        real: False if denied or only possible; it then only ends the scope of what stands before it.
    """

    word: Token
    status: str
    accused: tuple[Token, ...]
    start: int
    end: int
    rule: str
    real: bool = True


def bounded(doc: Doc, accusation: Accusation, starts: list[int]) -> Accusation:
    """The accusation with its scope cut at the next accusing verb, a new clause, or what a penalty is about."""
    word = accusation.word
    if accusation.rule in WITHIN | {"charges:dismissal", TABLE}:
        return accusation
    following = islice(starts, bisect_left(starts, accusation.start), None)
    next_one = next((i for i in following if i != word.i), len(doc))
    end = min(accusation.end, scope_end(doc, word), accusation.start + REACH, next_one)
    end = min(end, main_verb(word, end))
    words, lemmas = columns(doc).lower, columns(doc).lemmas
    for i in range(max(accusation.start, 0), end):
        carried_out = lemmas[i] == "carry" and words[i + 1 : i + 2] == ["out"]
        stop = words[i] in STOPS and not (carried_out or lists_on(doc[i]))
        if stop or opens_clause(doc[i], word) or goes_on(doc[i], word):
            end = i
            break
    return replace(accusation, start=first_place(accusation), end=end)


def lists_on(token: Token) -> bool:
    """Whether a semicolon only parts the items of a list: no clause with a subject of its own comes after it."""
    if token.text != ";":
        return False
    following = token.doc[token.i + 1 : sentence_end(token)]
    item = list(takewhile(lambda t: t.text != ";", following))
    if any(t.lemma_ == "count" for t in item[:COUNTED_REACH]):
        return True
    return not any(t.dep_ in grammar.SUBJECTS or (grammar.is_verb(t) and t.tag_ in FINITE) for t in item)


def main_verb(word: Token, end: int) -> int:
    """Where the main clause goes on after a clause that only describes: "the men charged today used banks to …"."""
    if word.dep_ not in {"acl", "relcl"}:
        return end
    return next((h.i for h in grammar.ancestors(word) if grammar.is_verb(h) and h.i > word.i), end)


def first_place(accusation: Accusation) -> int:
    """Where the scope begins: before the verb after "In addition to bribery, …"."""
    start, end = sentence_start(accusation.word), sentence_end(accusation.word)
    words = islice(columns(accusation.word.doc).lower, start, end)
    opening = list(islice((w for w in words if not w.isspace()), 3))
    return start if opening == ["in", "addition", "to"] else accusation.start


def opens_clause(token: Token, word: Token) -> bool:
    """Whether a token is the subject of a clause of its own after the accusing word."""
    if token.dep_ not in {"nsubj", "nsubjpass"} or token.lower_ in grammar.RELATIVE:
        return False
    verb = token.head
    return (
        verb.i > word.i and grammar.is_verb(verb) and verb.dep_ in {"conj", "ROOT", "parataxis"} and verb.tag_ != "VBG"
    )


def goes_on(token: Token, word: Token) -> bool:
    """Whether a verb says what else the same subject did: "acquitted X and directed a charge against Y"."""
    joined = token.dep_ == "conj" and token.head == word and word.tag_ in {"VBD", "VBN"}
    return joined and token.tag_ in {"VBD", "VBZ", "VBP"} and not grammar.is_passive(word)


def scope_end(doc: Doc, word: Token) -> int:
    """End of the sentence; after a colon, of the list that follows it."""
    said = columns(doc).words
    start, end = sentence_start(word), sentence_end(word)
    last = next((w for w in reversed(said[start:end]) if not w.isspace()), word.text)
    while last == ":" and end < len(doc):
        following = doc[end].sent
        end = following.end
        words = [t for t in following if not t.is_space]
        if words and words[0].text not in {"-", "*", "•", "–"} and not words[0].like_num:
            break
        if end >= len(doc) or ("\n\n" in doc[end - 1].text and doc[end].text not in {"-", "*", "•", "–"}):
            break
    return end
