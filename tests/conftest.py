"""What the tests share: the language model, loaded once, and the places of the data."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from spacy.language import Language

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="session")
def nlp() -> "Language":
    """The language pipeline; it takes seconds to load, so every test shares it."""
    from cases.language.model import load_model

    return load_model()


@pytest.fixture(scope="session")
def raw() -> Path:
    """The folder of the source documents that the project ships."""
    return ROOT / "raw"


@pytest.fixture(scope="session")
def gold() -> Path:
    """The annotated collection outside the project: ``$CASES_GOLD``, else a folder beside the checkout."""
    folder = Path(os.environ.get("CASES_GOLD", ROOT.parent / "shared" / "gold"))
    if not (folder / "score.py").is_file():
        pytest.skip(f"no annotated collection at {folder}; set CASES_GOLD to where it is")
    return folder


@pytest.fixture(scope="session")
def seed_build(tmp_path_factory: pytest.TempPathFactory, raw: Path) -> Path:
    """The dataset of ``raw/``, built once."""
    from cases.pipeline import build

    out = tmp_path_factory.mktemp("seed") / "build"
    build([raw], out, workers=1)
    return out
