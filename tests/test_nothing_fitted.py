"""The rules know nothing of the article that the project was built on."""

import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = [*ROOT.glob("src/**/*.py"), *ROOT.glob("src/cases/words/*.yaml"), *ROOT.glob("schemas/**/*.yaml")]
RUN = 5
"""So many words in a row are a piece of a sentence, not a phrase that any text may hold."""


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


@pytest.fixture(scope="module")
def code() -> str:
    return " ".join(words("\n".join(path.read_text("utf8") for path in CODE)))


def test_no_person_of_the_article_stands_in_code_or_lists(code: str) -> None:
    annotation = json.loads((ROOT / "tests" / "data" / "garcia-luna-convicted.json").read_text("utf8"))
    names = {name for person in annotation["people"] for name in (person["name"], *person["aliases"])}
    full = [" ".join(words(name)) for name in names if len(words(name)) > 1]
    assert len(full) > 5
    assert [name for name in full if f" {name} " in f" {code} "] == []


def test_no_piece_of_its_sentences_stands_in_code_or_lists(code: str) -> None:
    [article] = (ROOT / "raw").glob("garcia-luna-convicted.txt")
    text = words(article.read_text("utf8"))
    pieces = [" ".join(text[i : i + RUN]) for i in range(len(text) - RUN + 1)]
    assert [piece for piece in pieces if f" {piece} " in f" {code} "] == []
