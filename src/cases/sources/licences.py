"""Which licences allow that a text is given on."""

from functools import cache
from importlib.resources import files
from pathlib import Path

import yaml


def is_open(licence: str | None) -> bool:
    """Whether a licence, in any of its usual spellings, is on the open list of ``schemas/codes/licences.yaml``."""
    return licence is not None and _folded(licence) in _open_licences()


def _folded(name: str) -> str:
    return " ".join(name.casefold().replace("-", " ").split())


@cache
def _open_licences() -> frozenset[str]:
    path = _list_file()
    if path is None:
        return frozenset()
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))["codes"]
    return frozenset(_folded(name) for entry in entries for name in (entry["code"], *entry.get("aliases", ())))


def _list_file() -> Path | None:
    package = Path(str(files("cases")))
    places = (package / "schemas", package.parents[1] / "schemas")
    return next((found for place in places if (found := place / "codes" / "licences.yaml").is_file()), None)
