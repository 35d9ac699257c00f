"""No sentence is so long that looking through it takes time with the square of the text's length."""

import pytest
from spacy.language import Language

CLAUSE = "and the harbour master of Port Ellen took bribes from Halden Marine in Leeds "


@pytest.mark.parametrize(
    ("text", "longest"),
    [
        (CLAUSE * 200, 401),
        ("word " * 3000, 401),
        ("[ " * 3000, 401),
        ("No . " * 3000, 1001),
        ("word\n" * 3000, 401),
    ],
)
def test_longest_sentence(nlp: Language, text: str, longest: int) -> None:
    doc = nlp(text)
    assert max(len(sentence) for sentence in doc.sents) <= longest
    assert doc.text == text


def test_common_sentences_are_left_whole(nlp: Language) -> None:
    doc = nlp((CLAUSE * 10).capitalize().strip() + ". Ruth Adeyemi was convicted.")
    assert len(list(doc.sents)) == 2
