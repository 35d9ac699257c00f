"""The page of measurements is that of the figures beside it, and the made build that is asked is sound."""

import json
from pathlib import Path

import pytest

from benchmarks import length
from benchmarks.million import asking, maker
from benchmarks.performance.__main__ import MEASURED, PAGE, page
from cases.validation import check_files


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maker.make(tmp_path_factory.mktemp("made") / "build", 400)


def test_the_page_is_that_of_the_figures() -> None:
    measured = json.loads(MEASURED.read_text("utf8"))
    assert PAGE.read_text("utf8") == "\n".join(page(measured)) + "\n"


def test_the_made_build_is_whole(made: Path) -> None:
    assert check_files(made) == []


def test_every_question_is_asked_and_answered(made: Path) -> None:
    asked = asking.ask_questions(made, repeats=1)
    assert {one["name"] for one in asked} == asking.queries().keys()
    assert all(one["rows"] >= 0 for one in asked)
    answered = {one["name"] for one in asked if one["rows"] > 0}
    assert {"who_was_convicted", "sums_by_kind", "largest_sums", "who_accuses", "revolving_doors"} <= answered


def test_prose_of_any_length_is_made_of_paragraphs(tmp_path: Path) -> None:
    """Two paragraphs of over a hundred characters and a heading, which is left out, over and over."""
    first, second = "Ruth sold the crane. " * 6, "The port paid for it. " * 6
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(json.dumps({"id": "a", "text": f"Heading\n{first}\n{second}"}))
    prose = length.prose(corpus, 1000)
    assert len(prose) == 1000
    assert set(prose[:900].split("\n\n")[:-1]) == {first, second}
    assert prose == length.prose(corpus, 1000)


def test_a_length_is_told_for_a_thousand_characters() -> None:
    *_, last = length.told([(2_000, 0.04, 0.01)])
    assert last == "| 2,000 | 20.00 | 5.00 |"
