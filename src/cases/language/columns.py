"""The words of a document as plain lists, made once: who looks at a few words need not make spaCy's tokens of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from spacy.attrs import IDX, LEMMA, LOWER, ORTH, SENT_START, SPACY, TAG  # type: ignore[import-not-found]
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

KEY = "cases.columns"
MOST = 1 << 17  # strings kept from one document to the next


@dataclass(frozen=True, slots=True)
class Columns:
    """One value for each token.

    Attributes:
        words: As the model read it.
        lower: In lower case.
        lemmas: Dictionary form.
        tags: Penn tag.
        spaced: 1 where a blank follows.
        starts: Where in the text the token begins.
        first: First token of its sentence.
        past: One past the last token of its sentence.
    """

    words: list[str]
    lower: list[str]
    lemmas: list[str]
    tags: list[str]
    spaced: list[int]
    starts: list[int]
    first: list[int]
    past: list[int]


class Strings:
    """The strings of spaCy's hashes, which are the same in every vocabulary, kept for the next document."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}

    def of(self, hashes: list[int], store: StringStore) -> list[str]:
        """One string for each hash."""
        known = self._known if len(self._known) < MOST else {}
        self._known = known
        for unknown in set(hashes).difference(known):
            known[unknown] = store[unknown] if unknown else ""
        return [known[value] for value in hashes]


STRINGS = Strings()


def columns(doc: Doc) -> Columns:
    """The lists of a document that the pipeline has read, which it keeps."""
    kept: Columns | None = doc.user_data.get(KEY)
    if kept is None:
        kept = doc.user_data[KEY] = read(doc)
    return kept


def read(doc: Doc) -> Columns:
    """The lists of a document; a token at a time they would take ten times as long."""
    values = doc.to_array([ORTH, LOWER, LEMMA, TAG, SPACY, IDX, SENT_START]).reshape(-1, 7)
    words, lower, lemmas, tags = (STRINGS.of(values[:, n].tolist(), doc.vocab.strings) for n in range(4))
    begins = np.flatnonzero(values[1:, 6] == 1) + 1
    edges = np.concatenate(([0], begins, [len(doc)]))
    sizes = np.diff(edges)
    first, past = np.repeat(edges[:-1], sizes).tolist(), np.repeat(edges[1:], sizes).tolist()
    spaced, starts = values[:, 4].tolist(), values[:, 5].tolist()
    return Columns(words, lower, lemmas, tags, spaced, starts, first, past)


def placed(words: Iterable[str]) -> dict[str, list[int]]:
    """Word → where it stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        places[word].append(i)
    return dict(places)


def sentence_start(token: Token) -> int:
    """First token of a token's sentence."""
    return columns(token.doc).first[token.i]


def sentence_end(token: Token) -> int:
    """One past the last token of a token's sentence."""
    return columns(token.doc).past[token.i]


def lower(doc: Doc, start: int, end: int) -> list[str]:
    """The tokens ``[start, end)`` in lower case; a start before the document is its beginning."""
    return columns(doc).lower[max(start, 0) : end]


def root(doc: Doc, start: int, end: int) -> Token:
    """The word of tokens ``[start, end)`` on which the others depend."""
    return doc[start] if end - start == 1 else doc[start:end].root
