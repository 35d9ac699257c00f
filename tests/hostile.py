"""A build of documents that want to do harm: script, SQL, Markdown, bidi marks, words without an end."""

from pathlib import Path
from typing import Any

from porto_verde import made_rows, make_build

HOSTILE = (
    "<script>window.hurt=1</script>",
    "\"><img src=x onerror='window.hurt=1'>",
    "'; drop table people; -- {{ 7*7 }} {% raw %}",
    "[link](javascript:window.hurt=1) ](//evil.example) **x**",
    "\u202egnp.txe\u2066 \u200f\u200b\x07 {{constructor.constructor('window.hurt=1')()}}",
    "W" * 10_000,
    "</style></svg><svg onload=window.hurt=1>&amp;&#60;",
)


def hostile_build(folder: Path) -> Path:
    """One document, person, organisation and charge for each text."""
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in made_rows()}
    rows["offences"] = made_rows()["offences"]
    for number, text in enumerate(HOSTILE):
        for table, members in _rows(number, text).items():
            rows[table] += members
    return make_build(folder, rows)


def _rows(number: int, text: str) -> dict[str, list[dict[str, Any]]]:
    made = made_rows()
    person, organization, case, charge = (f"{letter}{number:012x}" for letter in "pocg")
    document, quote = f"{text[:60]}/{number}", text[:300]
    party = {"person_id": person, "organization_id": None, "party": text, "case_id": case}
    keys = {"roles": "r", "penalties": "n", "amounts": "a", "dates": "d"}
    rows = {
        "documents": [
            made["documents"][0]
            | {
                "document_id": document,
                "title": text,
                "publisher": text,
                "author": text,
                "url": "javascript:window.hurt=1",
                "license": text,
                "path": document,
                "n_chars": len(text),
            }
        ],
        "texts": [{"document_id": document, "text": text}],
        "people": [made["people"][0] | {"person_id": person, "name": text, "aliases": [text]}],
        "organizations": [
            made["organizations"][0] | {"organization_id": organization, "name": text, "aliases": [text]}
        ],
        "cases": [made["cases"][0] | {"case_id": case, "name": text, "person_id": person, "court_id": organization}],
        "charges": [made["charges"][0] | party | {"charge_id": charge, "statute": text}],
        "charge_history": [
            made["charge_history"][0]
            | {
                "charge_history_id": f"h{number:012x}",
                "charge_id": charge,
                "asserted_by": text,
                "asserted_by_person_id": person,
                "document_id": document,
            }
        ],
        "roles": [
            made["roles"][0]
            | {
                "person_id": person,
                "person": text,
                "title": text,
                "organization": text,
                "organization_id": organization,
            }
        ],
        "penalties": [made["penalties"][1] | party],
        "amounts": [made["amounts"][0] | party | {"document_id": document, "text": text, "value": None}],
        "dates": [made["dates"][0] | party | {"document_id": document, "text": text}],
        "findings": [
            made["findings"][0]
            | {
                "party": text,
                "asserted_by": text,
                "case_id": case,
                "charge_id": charge,
                "quote": quote,
                "document_id": document,
                "title": text,
                "publisher": text,
                "url": "javascript:window.hurt=1",
            }
        ],
    }
    for table, letter in keys.items():
        rows[table][0][f"{table.removesuffix('s') if table != 'penalties' else 'penalty'}_id"] = (
            f"{letter}{number:012x}"
        )
    rows["evidence"] = [
        {
            "evidence_id": f"e{number:06x}{place:06x}",
            "table_name": table,
            "row_id": next(iter(rows[table][0].values())),
            "document_id": document,
            "start": 0,
            "end": len(quote),
            "quote": quote,
            "sentence": quote,
            "method": "made",
        }
        for place, table in enumerate(
            ("people", "organizations", "charges", "charge_history", "roles", "penalties", "amounts", "dates")
        )
    ]
    return rows


def pages() -> list[str]:
    """The addresses of every page about them."""
    from datasette.utils import tilde_encode

    from cases.schema import TABLES
    from cases.site.queries import queries

    found = ["/", "/find?q=script", "/find?q=%3Cscript%3E", "/download", "/charts"]
    for number, text in enumerate(HOSTILE):
        found += [f"/{kind}/{letter}{number:012x}" for kind, letter in
                  (("person", "p"), ("organization", "o"), ("case", "c"))]  # fmt: skip
        found.append(f"/document/{tilde_encode(f'{text[:60]}/{number}')}")
        found += [f"/reconcile/preview?id={letter}{number:012x}" for letter in "po"]
        found.append(f"/cases/people/p{number:012x}")
    return [*found, *(f"/cases/{name}" for name in (*TABLES, *queries()))]
