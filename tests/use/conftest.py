"""Builds on disk for those who test the use of one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from made import Rows, rows, write_build


@pytest.fixture(scope="session")
def made_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The made build."""
    return write_build(tmp_path_factory.mktemp("made") / "build", rows())


@pytest.fixture(scope="session")
def build_of(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Rows], Path]:
    """Writes a build with given rows."""
    return lambda content: write_build(tmp_path_factory.mktemp("other") / "build", content)
