"""The recogniser that is walked from here: the entities of spaCy's own walk, whatever the batch."""

import importlib

import pytest
from porto_verde import TEXT
from spacy.tokens import Doc

from cases.language.installed import find_model
from cases.language.model import load_model
from cases.language.recognition import Walked, use_walk, walked

TEXTS = [
    "Maria Okonjo was fined $2.5 million on Friday, said the Ministry of Roads in Belgium.",
    "",
    "   \n",
    "Nobody was named.",
    TEXT,
    "Ten days later, two Ghanaian officers and Tirana Bank AG met in New Harbour.",
]
EXPECTED = [
    ("Maria Okonjo", "PERSON"),
    ("$2.5 million", "MONEY"),
    ("Friday", "DATE"),
    ("the Ministry of Roads", "ORG"),
    ("Belgium", "GPE"),
]


def entities(doc: Doc) -> list[tuple[str, str]]:
    return [(one.text, one.label_) for one in doc.ents]


def test_entities() -> None:
    assert entities(load_model()(TEXTS[0])) == EXPECTED


@pytest.mark.parametrize("size", [1, 2, 64])
def test_as_the_recogniser_itself(size: int) -> None:
    nlp = load_model()
    own = importlib.import_module(find_model()).load(exclude=["lemmatizer", "attribute_ruler"])
    own.add_pipe("cases_breaks", first=True)
    expected = [entities(doc) for doc in own.pipe(TEXTS)]
    assert sum(map(len, expected)) > 15
    assert [entities(doc) for doc in nlp.pipe(TEXTS, batch_size=size)] == expected


def test_it_stands_where_the_recogniser_stood() -> None:
    nlp = importlib.import_module(find_model()).load()
    before = nlp.pipe_names
    use_walk(nlp)
    assert nlp.pipe_names == before
    assert isinstance(nlp.get_pipe("ner"), Walked)


def test_labels_that_training_never_saw_are_not_given() -> None:
    nlp = importlib.import_module(find_model()).load(exclude=["lemmatizer", "attribute_ruler"])
    recognizer = nlp.get_pipe("ner")
    nlp.remove_pipe("ner")
    doc = nlp(TEXTS[0])
    given = []
    for unseen in ([], [n for n, move in enumerate(recognizer.move_names) if move.endswith("PERSON")]):
        recognizer.model.attrs["unseen_classes"] = set(unseen)
        for states in (walked(recognizer, [doc]), recognizer.predict([doc])):
            told = doc.copy()
            recognizer.set_annotations([told], states)
            given.append(entities(told))
    assert given[0] == given[1] != given[2] == given[3]
