"""The faster matrix product changes nothing, and neither does the size of a batch."""

import pytest
import spacy.attrs as column
from spacy.language import Language
from thinc.api import NumpyOps

from cases.language.product import use_numpy
from cases.language.reading import parse
from cases.records import Document

SENTENCES = [
    "Ruth Adeyemi, the former harbour master of Port Ellen, was convicted of bribery in Leeds on 5 March 2024.",
    "Halden Marine Ltd was fined £1.2m last month.\n\nIts director, Tomás Okafor, had pleaded not guilty",
    "The jury heard that she “sold the berth list” to a dredging firm for two years.",
]
DOCUMENTS = [
    Document(str(n), " ".join(SENTENCES[n % 3 :] * (1 + n % 5)) + f" Case {n}.", str(n), "0") for n in range(70)
]


def annotations(nlp: Language, batch: int) -> list[bytes]:
    columns = [column.TAG, column.HEAD, column.DEP, column.ENT_TYPE, column.ENT_IOB, column.SENT_START, column.LEMMA]
    return [doc.to_array(columns).tobytes() for _, doc in parse(nlp, DOCUMENTS, batch)]


@pytest.fixture(scope="module")
def expected(nlp: Language) -> list[bytes]:
    return annotations(nlp, 64)


def test_batches_of_1_and_64_give_the_same(nlp: Language, expected: list[bytes]) -> None:
    assert annotations(nlp, 1) == expected


def test_numpy_gives_what_the_model_gives_by_itself(nlp: Language, expected: list[bytes]) -> None:
    own = NumpyOps()
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if model is not None else ():
            layer.ops = own
    try:
        assert annotations(nlp, 64) == expected
    finally:
        use_numpy(nlp)
