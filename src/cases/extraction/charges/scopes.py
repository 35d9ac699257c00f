"""One accusing word with its scope: where the offences stand of which it accuses."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from spacy.tokens import Doc, Token

from cases.extraction.charges.values import Accusation
from cases.language import grammar
from cases.language.columns import columns, sentence_end, sentence_start
from cases.language.reading import Reading

STOPS = {"punishable", "carry", "carries", "faces", "maximum", ";"}
REACH = 90
COUNTED_REACH = 6
FINITE = {"VBD", "VBZ", "VBP"}
MAIN = {"conj", "ROOT", "parataxis"}
TABLE = "charges:table"
TALLY = "charges:tally"  # "The charges include …", of whom the text has just accused
# Rules that accuse of what stands in their own phrase, and end no other scope.
WITHIN = frozenset({"charges:alleged", "charges:part", "charges:question", TALLY})
CLOSED = WITHIN | {"charges:dismissal", TABLE}  # whose scope is cut already


class Scopes:
    """Where the scopes of a document's accusations end, whichever they are.

    Args:
        reading: Of the document.
        starts: Where its accusing words stand, in text order.
    """

    def __init__(self, reading: Reading, starts: list[int]):
        self._doc = reading.doc
        self._starts = starts
        self._stops = stops(reading)

    def bounded(self, accusation: Accusation, skipped: int = -1) -> Accusation:
        """The accusation with its scope cut at the next accusing verb, a new clause, or what a penalty is about.

        Args:
            accusation: With its scope open to the end.
            skipped: Where an accusing word stands that does not end the scope, beside its own.
        """
        word = accusation.word
        if accusation.rule in CLOSED:
            return accusation
        following = islice(self._starts, bisect_left(self._starts, accusation.start), None)
        next_one = next((i for i in following if i not in {word.i, skipped}), len(self._doc))
        end = min(accusation.end, scope_end(self._doc, word), accusation.start + REACH, next_one)
        end = self._first_end(word, max(accusation.start, 0), min(end, main_verb(word, end)))
        return accusation._replace(start=first_place(accusation), end=end)

    def _first_end(self, word: Token, start: int, end: int) -> int:
        """Where tokens ``[start, end)`` turn to something else; else their end."""
        stops = self._stops
        stop = bisect_left(stops, start)
        end = min([end, *stops[stop : stop + 1]])
        return min([end, *(i for i in [*clauses(word, end), *going_on(word)] if i >= start)])


def stops(reading: Reading) -> list[int]:
    """Where a text speaks of a penalty or makes a pause."""
    words, lemmas = reading.lower, reading.lemmas
    places = sorted(i for stop in STOPS for i in reading.lower_places.get(stop, ()))
    return [
        i
        for i in places
        if not (lemmas[i] == "carry" and words[i + 1 : i + 2] == ["out"])
        and not (words[i] == ";" and lists_on(reading.doc[i]))
    ]


def clauses(word: Token, end: int) -> Iterator[int]:
    """The subjects of the clauses of their own after the accusing word, up to the sentence of a token."""
    said = columns(word.doc)
    deps, tags = said.deps, said.tags
    for i in range(word.i + 1, said.past[end - 1]):
        if deps[i] in MAIN and tags[i].startswith("VB") and tags[i] != "VBG":
            subjects = (c for c in said.children[i] if said.deps[c] in {"nsubj", "nsubjpass"})
            yield from (c for c in subjects if said.lower[c] not in grammar.RELATIVE and said.lemmas[c] != "count")


def lists_on(token: Token) -> bool:
    """Whether a semicolon only parts the items of a list: no clause with a subject of its own comes after it."""
    said, end = columns(token.doc), sentence_end(token)
    item = range(token.i + 1, next((i for i in range(token.i + 1, end) if said.words[i] == ";"), end))
    if "count" in said.lemmas[item.start : min(item.stop, item.start + COUNTED_REACH)]:
        return True
    return not any(said.deps[i] in grammar.SUBJECTS or said.tags[i] in FINITE for i in item)


def main_verb(word: Token, end: int) -> int:
    """Where the main clause goes on after a clause that only describes: "the men charged today used banks to …"."""
    if word.dep_ not in {"acl", "relcl"}:
        return end
    return next((h.i for h in grammar.ancestors(word) if grammar.is_verb(h) and h.i > word.i), end)


def first_place(accusation: Accusation) -> int:
    """Where the scope begins: before the verb after "In addition to bribery, …"."""
    word = accusation.word
    start, said = sentence_start(word), columns(word.doc).lower
    if "addition" not in said[start : word.i]:
        return accusation.start
    opening = list(islice((w for w in islice(said, start, word.i) if not w.isspace()), 3))
    return start if opening == ["in", "addition", "to"] else accusation.start


def going_on(word: Token) -> list[int]:
    """The verbs that say what else the same subject did: "acquitted X and directed a charge against Y"."""
    if word.tag_ not in {"VBD", "VBN"}:
        return []
    said = columns(word.doc)
    found = [c for c in said.children[word.i] if said.deps[c] == "conj" and said.tags[c] in FINITE]
    return [] if found and grammar.is_passive(word) else found


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
