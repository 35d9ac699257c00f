"""The words of a document as plain lists, made once: who looks at a few words need not make spaCy's tokens of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from spacy.attrs import (  # type: ignore[import-not-found]
    DEP,
    ENT_IOB,
    ENT_TYPE,
    HEAD,
    IDX,
    LEMMA,
    ORTH,
    SENT_START,
    SPACY,
    TAG,
)
from spacy.strings import StringStore
from spacy.tokens import Doc, Token

KEY = "cases.columns"
READ = [ORTH, LEMMA, TAG, DEP, ENT_TYPE, ENT_IOB, SPACY, IDX, HEAD, SENT_START]
MOST = 1 << 17  # strings kept from one document to the next
BEGINS = 3  # spaCy's mark of the first token of an entity


class Entity(NamedTuple):
    """What the model takes for a name: tokens ``[start, end)`` and what it takes them for."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Columns:
    """One value for each token.

    Attributes:
        words: As the model read it.
        lower: In lower case.
        lemmas: Dictionary form.
        tags: Penn tag.
        deps: Dependency label.
        labels: The label of the model's entity, empty where there is none.
        spaced: 1 where a blank follows.
        starts: Where in the text the token begins.
        heads: The token that it depends on; itself for a root.
        children: The tokens that depend on it, in text order.
        first: First token of its sentence.
        past: One past the last token of its sentence.
        entities: The model's entities, in text order; the only list that has not one value for each token.
    """

    words: list[str]
    lower: list[str]
    lemmas: list[str]
    tags: list[str]
    deps: list[str]
    labels: list[str]
    spaced: list[int]
    starts: list[int]
    heads: list[int]
    children: list[list[int]]
    first: list[int]
    past: list[int]
    entities: list[Entity]


class Strings(dict[int, str]):
    """The strings of spaCy's hashes, which are the same in every vocabulary, kept for the next document."""

    def of(self, hashes: list[int], store: StringStore) -> list[str]:
        """One string for each hash."""
        try:
            return [self[value] for value in hashes]
        except KeyError:
            if len(self) > MOST:
                self.clear()
            self.update((unknown, store[unknown] if unknown else "") for unknown in set(hashes).difference(self))
            return [self[value] for value in hashes]


STRINGS = Strings()


def columns(doc: Doc) -> Columns:
    """The lists of a document that the pipeline has read, which it keeps."""
    kept: Columns | None = doc.user_data.get(KEY)
    if kept is None:
        kept = doc.user_data[KEY] = read(doc)
    return kept


def read(doc: Doc) -> Columns:
    """The lists of a document; a token at a time they would take ten times as long."""
    values = doc.to_array(READ).reshape(-1, len(READ))
    words, lemmas, tags, deps, labels = (STRINGS.of(values[:, n].tolist(), doc.vocab.strings) for n in range(5))
    marks, spaced, starts = (values[:, n].tolist() for n in range(5, 8))
    heads = (values[:, 8].astype("int64") + np.arange(len(doc))).tolist()
    begins = np.flatnonzero(values[1:, 9] == 1) + 1
    edges = np.concatenate(([0], begins, [len(doc)]))
    sizes = np.diff(edges)
    return Columns(
        words=words,
        lower=[word.lower() for word in words],
        lemmas=lemmas,
        tags=tags,
        deps=deps,
        labels=labels,
        spaced=spaced,
        starts=starts,
        heads=heads,
        children=children_of(heads),
        first=np.repeat(edges[:-1], sizes).tolist(),
        past=np.repeat(edges[1:], sizes).tolist(),
        entities=entities_of(labels, marks),
    )


def children_of(heads: list[int]) -> list[list[int]]:
    """The tokens that depend on each token."""
    children: list[list[int]] = [[] for _ in heads]
    for i, head in enumerate(heads):
        if head != i:
            children[head].append(i)
    return children


def entities_of(labels: list[str], marks: list[int]) -> list[Entity]:
    """The entities of which each token has the label, and the mark of whether it begins one."""
    found: list[Entity] = []
    for i, label in enumerate(labels):
        if not label:
            continue
        if found and found[-1].end == i and marks[i] != BEGINS:
            found[-1] = Entity(found[-1].start, i + 1, label)
        else:
            found.append(Entity(i, i + 1, label))
    return found


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
    heads = columns(doc).heads
    outer = [i for i in range(start, end) if not start <= heads[i] < end or heads[i] == i]
    return doc[outer[0]] if len(outer) == 1 else doc[start:end].root
