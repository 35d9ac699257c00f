"""A small made-up document with the rows that a careful reader would give it."""

import copy
from datetime import date
from pathlib import Path
from typing import Any

from made import VERSION, write_build

from cases.schema import TABLES, Version, codes

TEXT = (
    "Ana Férrol, mayor of Porto Verde, was charged with bribery on 3 March 2021, prosecutor Luis Brandt said. "
    "🏛️ Férrol took more than $40,000 from Halden Works Ltd, which was fined €2 million. "
    "She faces up to 10 years in jail."
)
SENTENCES = [TEXT[: TEXT.index(" 🏛️")], TEXT[TEXT.index("Férrol took") : TEXT.index(" She")], TEXT[TEXT.index("She") :]]

Rows = dict[str, list[dict[str, Any]]]


def made_rows() -> Rows:
    """The rows of every table for ``TEXT``; each call gives fresh ones, so that a test may alter them."""
    rows: Rows = {table: [] for table in TABLES}
    rows |= copy.deepcopy(_ROWS)
    rows["evidence"] = [_evidence(number, *entry) for number, entry in enumerate(_EVIDENCE)]
    rows["offences"] = [
        {"offence": code.value, "label": code.label, "iccs": code.extra["iccs"], "uncac": code.extra["uncac"]}
        for code in codes("offences").codes
    ]
    return rows


def document_rows() -> Rows:
    """The same without the table that belongs to no document."""
    return {table: rows for table, rows in made_rows().items() if table != "offences"}


def make_build(folder: Path, rows: Rows | None = None, version: Version = VERSION) -> Path:
    """Publish rows as a build with all its products but the report."""
    return write_build(folder, rows or made_rows(), version)


def key(table: str, number: int = 0) -> str:
    """The identifier of a row of these tests."""
    return f"{TABLES[table].id_letter}{number:012x}"


def _evidence(number: int, table: str, row: str, quote: str, sentence: int) -> dict[str, Any]:
    start = TEXT.index(quote)
    return {
        "evidence_id": key("evidence", number),
        "table_name": table,
        "row_id": row,
        "document_id": "porto-verde",
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "sentence": SENTENCES[sentence],
        "method": "by hand",
    }


ANA, LUIS, HALDEN = key("people", 0), key("people", 1), key("organizations")
CASE, CHARGE = key("cases"), key("charges")
NOBODY = {"person_id": None, "organization_id": None, "party": None, "case_id": None}
BY_ANA = {"person_id": ANA, "organization_id": None, "party": "Ana Férrol", "case_id": CASE}

_EVIDENCE = [
    ("people", ANA, "Ana Férrol", 0),
    ("people", LUIS, "Luis Brandt", 0),
    ("organizations", HALDEN, "Halden Works Ltd", 1),
    ("roles", key("roles", 0), "mayor of Porto Verde", 0),
    ("roles", key("roles", 1), "was charged", 0),
    ("roles", key("roles", 2), "prosecutor Luis Brandt", 0),
    ("charges", CHARGE, "was charged with bribery", 0),
    ("charge_history", key("charge_history"), "charged with bribery on 3 March 2021", 0),
    ("penalties", key("penalties", 0), "fined €2 million", 1),
    ("penalties", key("penalties", 1), "faces up to 10 years in jail", 2),
    ("amounts", key("amounts", 0), "more than $40,000", 1),
    ("amounts", key("amounts", 1), "€2 million", 1),
    ("dates", key("dates"), "3 March 2021", 0),
]

_ROWS: Rows = {
    "documents": [
        {
            "document_id": "porto-verde",
            "title": "Mayor charged",
            "published": date(2021, 3, 4),
            "retrieved": None,
            "publisher": "The Made-up Gazette",
            "author": None,
            "url": None,
            "language": "en",
            "license": "CC0-1.0",
            "redistributable": True,
            "path": "porto-verde.txt",
            "sha256": "ab" * 32,
            "n_chars": len(TEXT),
        }
    ],
    "texts": [{"document_id": "porto-verde", "text": TEXT}],
    "people": [
        {
            "person_id": ANA,
            "name": "Ana Férrol",
            "aliases": ["Férrol"],
            "nationality": None,
            "age": 51,
            "age_on": date(2021, 3, 4),
            "is_accused": True,
        },
        {
            "person_id": LUIS,
            "name": "Luis Brandt",
            "aliases": [],
            "nationality": None,
            "age": None,
            "age_on": None,
            "is_accused": False,
        },
    ],
    "organizations": [
        {"organization_id": HALDEN, "name": "Halden Works Ltd", "aliases": [], "kind": "company", "country": None}
    ],
    "cases": [
        {
            "case_id": CASE,
            "name": "Ana Férrol",
            "person_id": ANA,
            "organization_id": None,
            "country": None,
            "court_id": None,
            "status": "charged",
            "first_date": date(2021, 3, 3),
            "last_date": date(2021, 3, 3),
        }
    ],
    "roles": [
        {
            "role_id": key("roles", number),
            "person_id": person,
            "person": name,
            "title": title,
            "kind": kind,
            "organization_id": None,
            "organization": None,
            "country": None,
            "start": None,
            "end": None,
            "is_former": False,
        }
        for number, (person, name, title, kind) in enumerate(
            [
                (ANA, "Ana Férrol", "mayor", "public_office"),
                (ANA, "Ana Férrol", "defendant", "defendant"),
                (LUIS, "Luis Brandt", "prosecutor", "prosecutor"),
            ]
        )
    ],
    "charges": [
        {
            "charge_id": CHARGE,
            "case_id": CASE,
            "person_id": ANA,
            "organization_id": None,
            "party": "Ana Férrol",
            "offence": "bribery",
            "conspiracy": False,
            "counts": None,
            "statute": None,
            "status": "charged",
            "country": None,
        }
    ],
    "charge_history": [
        {
            "charge_history_id": key("charge_history"),
            "charge_id": CHARGE,
            "status": "charged",
            "date": "2021-03-03",
            "asserted_by": "prosecutor Luis Brandt",
            "asserted_by_person_id": LUIS,
            "asserted_by_organization_id": None,
            "document_id": "porto-verde",
        }
    ],
    "penalties": [
        {
            "penalty_id": key("penalties", 0),
            "case_id": None,
            "person_id": None,
            "organization_id": HALDEN,
            "party": "Halden Works Ltd",
            "kind": "fine",
            "basis": "imposed",
            "months": None,
            "life": False,
            "value": 2_000_000.0,
            "currency": "EUR",
        },
        {
            "penalty_id": key("penalties", 1),
            "kind": "imprisonment",
            "basis": "maximum",
            "months": 120.0,
            "life": False,
            "value": None,
            "currency": None,
            **BY_ANA,
        },
    ],
    "amounts": [
        {
            "amount_id": key("amounts", 0),
            "document_id": "porto-verde",
            "text": "$40,000",
            "value": 40_000.0,
            "value_min": 40_000.0,
            "value_max": None,
            "currency": "USD",
            "qualifier": "at_least",
            "kind": "bribe",
            **BY_ANA,
        },
        {
            "amount_id": key("amounts", 1),
            "document_id": "porto-verde",
            "text": "€2 million",
            "value": 2_000_000.0,
            "value_min": None,
            "value_max": None,
            "currency": "EUR",
            "qualifier": "exact",
            "kind": "fine",
            **NOBODY,
        },
    ],
    "dates": [
        {
            "date_id": key("dates"),
            "document_id": "porto-verde",
            "text": "3 March 2021",
            "edtf": "2021-03-03",
            "start": date(2021, 3, 3),
            "end": date(2021, 3, 3),
            "precision": "day",
            "event": "charge",
            **BY_ANA,
        }
    ],
    "findings": [
        {
            "party": "Ana Férrol",
            "party_kind": "person",
            "offence": "Bribery",
            "conspiracy": False,
            "status": "charged",
            "status_date": "2021-03-03",
            "asserted_by": "prosecutor Luis Brandt",
            "country": None,
            "case_id": CASE,
            "charge_id": CHARGE,
            "quote": "was charged with bribery",
            "document_id": "porto-verde",
            "title": "Mayor charged",
            "publisher": "The Made-up Gazette",
            "published": date(2021, 3, 4),
            "url": None,
        }
    ],
}
