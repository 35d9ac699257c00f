"""Load the spaCy pipeline: only the parts that the rules use, with our own sentence breaks and lemmas around them.

Tags, heads and entities come from the model. ``token.lemma_`` is filled from simplemma's table by ``lemmas`` below,
so the model's own lemmatizer and attribute ruler (a quarter of its time) stay out; ``token.pos_`` is empty, use
``tag_``.
"""

import importlib
import re
from functools import cache
from typing import Any

import numpy as np
import simplemma
from spacy.attrs import LEMMA, LOWER, SENT_START  # type: ignore[import-not-found]
from spacy.language import Language
from spacy.tokens import Doc

from cases.language.installed import DEFAULT_MODEL, find_model
from cases.language.product import use_numpy
from cases.language.recognition import use_walk

UNUSED = ["lemmatizer", "attribute_ruler"]
SHORT_LINE = 60
STOPS = {".", "!", "?"}
LONGEST_CLAUSE = 400  # tokens without a full stop; no sentence of a release has as many
LONGEST_PARAGRAPH = 1000  # tokens after which the next full stop ends a sentence, whatever the parser thinks
BULLET = re.compile(r"\s*(?:[-*•–]|\d+[.)])\s")


@Language.component("cases_breaks")
def breaks(doc: Doc) -> Doc:
    """Start a sentence after an empty line, after a line break that ends a short line, and in what never ends.

    The rules look through whole sentences, so one without an end would take time with the square of its length.
    """
    line = since_start = since_stop = 0
    text = doc.text
    starts = np.zeros((len(doc), 1), dtype="uint64")
    for token in doc[:-1]:
        since_start += 1
        since_stop = 0 if token.text in STOPS else since_stop + 1
        begins = since_stop >= LONGEST_CLAUSE or (since_start >= LONGEST_PARAGRAPH and since_stop == 0)
        if "\n" in token.text:
            begins |= token.text.count("\n") > 1 or line < SHORT_LINE or bool(BULLET.match(text, doc[token.i + 1].idx))
            line = 0
        else:
            line += len(token.text_with_ws)
        if begins:
            starts[token.i + 1] = 1
            since_start = since_stop = 0
    # At once: set token by token, each looks through all the document.
    return doc.from_array([SENT_START], starts)  # type: ignore[arg-type]


@cache
def lemma(word: str) -> str:
    """The dictionary form of one lower-case word ("stolen" → "steal"), by simplemma's English table."""
    return str(simplemma.lemmatize(word, "en")).lower() if word.isalpha() else word


@Language.component("cases_lemmas")
def lemmas(doc: Doc) -> Doc:
    """Fill ``token.lemma_`` of every token from the table, once per different word."""
    if not len(doc):
        return doc
    words, places = np.unique(doc.to_array([LOWER]), return_inverse=True)
    strings = doc.vocab.strings
    ids = np.array([strings.add(lemma(strings[int(word)])) for word in words], dtype="uint64")
    return doc.from_array([LEMMA], ids[places].reshape(-1, 1))  # type: ignore[arg-type]


@cache
def load_model(name: str = DEFAULT_MODEL) -> Language:
    """The installed pipeline less its unused parts, loaded once per process."""
    package: Any = importlib.import_module(find_model(name))
    nlp: Language = package.load(exclude=UNUSED)
    nlp.add_pipe("cases_breaks", first=True)
    nlp.add_pipe("cases_lemmas", last=True)
    nlp.max_length = 10**9
    use_numpy(nlp)
    use_walk(nlp)
    return nlp
