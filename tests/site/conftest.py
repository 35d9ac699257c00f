"""A site over a small made build, asked without a network."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from asking import Site
from porto_verde import make_build


@pytest.fixture(scope="session")
def porto_verde(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_build(tmp_path_factory.mktemp("porto-verde") / "build")


@pytest.fixture(scope="session")
def site(porto_verde: Path) -> Site:
    return Site(porto_verde)


@pytest.fixture
def site_of(tmp_path: Path) -> Callable[[Any], Site]:
    return lambda rows: Site(make_build(tmp_path / "build", rows))
