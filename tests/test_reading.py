"""A read document: its tokens as lists, for passes that need no grammar."""

from typing import TYPE_CHECKING

import pytest

from cases.language.reading import Reading, parse
from cases.records import Document

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: "Language", text: str) -> Reading:
    ((document, doc),) = parse(nlp, [Document("d", text, "d", "", language="en")])
    return Reading(document, doc)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He stole $5 million.\n\nShe didn’t.", id="curly quotes, empty line"),
        pytest.param("", id="nothing"),
        pytest.param("Straße   Peña \U0001f600 took bribes", id="more than ASCII, several spaces"),
        pytest.param("A word. " * 20_000, id="read in pieces"),
    ],
)
def test_lists_are_what_the_tokens_say(nlp: "Language", text: str) -> None:
    reading = read(nlp, text)
    tokens = list(reading.doc)
    assert reading.words == [t.text for t in tokens]
    assert reading.lower == [t.lower_ for t in tokens]
    assert reading.lemmas == [t.lemma_ for t in tokens]
    assert reading.starts == [t.idx for t in tokens]
    assert len(reading.plain) == len(text)
