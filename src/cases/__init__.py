"""Reporting on corruption cases as data that can be cited.

>>> import cases
>>> cases.load("findings")              # or cases.findings()
>>> cases.query("select * from charges where status = ?", ["convicted"])
>>> cases.evidence_for(charge_id)       # the words behind a row
"""

from cases.api import (
    amounts,
    build,
    cases,
    charge_history,
    charges,
    corrections,
    dates,
    document,
    documents,
    evidence,
    evidence_for,
    extract,
    findings,
    load,
    offences,
    organizations,
    penalties,
    people,
    query,
    roles,
    texts,
)
from cases.errors import CasesError
from cases.reader import Build, Engine, NotInBuildError, StoredDocument, open_build
from cases.schema import TABLES

__all__ = [
    "TABLES",
    "Build",
    "CasesError",
    "Engine",
    "NotInBuildError",
    "StoredDocument",
    "__version__",
    "amounts",
    "build",
    "cases",
    "charge_history",
    "charges",
    "corrections",
    "dates",
    "document",
    "documents",
    "evidence",
    "evidence_for",
    "extract",
    "findings",
    "load",
    "offences",
    "open_build",
    "organizations",
    "penalties",
    "people",
    "query",
    "roles",
    "texts",
]


def __getattr__(name: str) -> str:
    if name == "__version__":
        from importlib.metadata import version

        return version("corruption-cases")
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
