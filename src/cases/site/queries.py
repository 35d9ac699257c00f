"""The ready questions of ``queries.yaml`` in Datasette's form."""

from pathlib import Path
from typing import Any

import yaml

QUERIES = Path(__file__).parent / "queries.yaml"


def queries() -> dict[str, dict[str, Any]]:
    """Each question with its title, how to read the answer, and its SQL."""
    found = yaml.safe_load(QUERIES.read_text(encoding="utf-8"))
    return {
        name: {"title": query["title"], "description": query["about"], "sql": query["sql"], "hide_sql": True}
        for name, query in found.items()
    }
