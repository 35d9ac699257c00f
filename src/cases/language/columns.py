"""The words of a document as plain lists, made once: who looks at a few words need not make spaCy's tokens of them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

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

if TYPE_CHECKING:
    from numpy.typing import NDArray

KEY = "cases.columns"
READ = [ORTH, LEMMA, TAG, DEP, ENT_TYPE, ENT_IOB, SPACY, IDX, HEAD, SENT_START]
MOST = 1 << 17  # strings kept from one document to the next
NONE: list[int] = []
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


class Strings:
    """The strings of spaCy's hashes, which are the same in every vocabulary, kept for the next document."""

    def __init__(self) -> None:
        self._kept: dict[int, str] = {}  # no subclass: in a plain one a word is found in half the time

    def of(self, hashes: list[int], store: StringStore) -> list[str]:
        """One string for each hash."""
        kept = self._kept
        try:
            return list(map(kept.__getitem__, hashes))
        except KeyError:
            if len(kept) > MOST:
                kept.clear()
            kept.update((unknown, store[unknown] if unknown else "") for unknown in set(hashes).difference(kept))
            return list(map(kept.__getitem__, hashes))


STRINGS = Strings()


def columns(doc: Doc) -> Columns:
    """The lists of a document that the pipeline has read, which it keeps."""
    try:  # asked a thousand times of a document: no call of a method, no test
        kept: Columns = doc.user_data[KEY]
    except KeyError:
        kept = doc.user_data[KEY] = read(doc)
    return kept


def read(doc: Doc) -> Columns:
    """The lists of a document; a token at a time they would take ten times as long."""
    values: NDArray[np.uint64] = doc.to_array(READ).reshape(-1, len(READ))  # type: ignore[assignment]
    strings = doc.vocab.strings
    words, lemmas, tags, deps = (STRINGS.of(values[:, n].tolist(), strings) for n in range(4))
    entities = entities_of(values[:, 4:6], strings)
    spaced, starts = (values[:, n].tolist() for n in (6, 7))
    heads = (values[:, 8].astype("int64") + np.arange(len(doc))).tolist()
    first: list[int] = []
    past: list[int] = []
    for start, end in pairwise([0, *(np.flatnonzero(values[1:, 9] == 1) + 1).tolist(), len(doc)]):
        first += [start] * (end - start)
        past += [end] * (end - start)
    return Columns(
        words=words,
        lower=[word.lower() for word in words],
        lemmas=lemmas,
        tags=tags,
        deps=deps,
        labels=labels_of(entities, len(doc)),
        spaced=spaced,
        starts=starts,
        heads=heads,
        children=children_of(heads),
        first=first,
        past=past,
        entities=entities,
    )


def children_of(heads: list[int]) -> list[list[int]]:
    """The tokens that depend on each token; most have none."""
    children: list[list[int]] = [NONE] * len(heads)
    for i, head in enumerate(heads):
        if head == i:
            continue
        if children[head]:
            children[head].append(i)
        else:
            children[head] = [i]
    return children


def entities_of(values: "NDArray[np.uint64]", store: StringStore) -> list[Entity]:
    """The entities, of which each token has the label (0 outside) and the mark of whether it begins one."""
    inside = values[:, 0] != 0
    begins, ends = inside.copy(), inside.copy()
    begins[1:] &= (values[1:, 1] == BEGINS) | ~inside[:-1]
    ends[:-1] &= begins[1:] | ~inside[1:]
    first, last = np.flatnonzero(begins), np.flatnonzero(ends)
    labels = STRINGS.of(values[first, 0].tolist(), store)
    return list(map(Entity, first.tolist(), (last + 1).tolist(), labels))


def labels_of(entities: list[Entity], size: int) -> list[str]:
    """The label of the entity at each token."""
    labels = [""] * size
    for start, end, label in entities:
        labels[start:end] = [label] * (end - start)
    return labels


def placed(words: Iterable[str]) -> dict[str, list[int]]:
    """Word → where it stands."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for i, word in enumerate(words):
        places[word].append(i)
    return dict(places)


def regrouped(places: dict[str, list[int]], keys: Sequence[str]) -> dict[str, list[int]]:
    """The places by what ``keys`` has for each, which is the same at all places of a word."""
    found: dict[str, list[int]] = {}
    for at in places.values():
        key = keys[at[0]]
        found[key] = sorted(found[key] + at) if key in found else at
    return found


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
