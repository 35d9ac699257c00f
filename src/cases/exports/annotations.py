"""The evidence as W3C Web Annotations: what each quote supports, and where it stands in its document."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from cases.exports._shared import charge_in_words, note, notes, rows
from cases.reader import Build
from cases.schema import TABLES, codes, dataset

CONTEXT = 32
"""Characters before and after a quote by which it is found again in a text that has changed."""

Words = Mapping[tuple[str, str], str]


def write(build: Build, out: Path) -> list[Path]:
    """Write ``annotations.jsonld``: a collection of one page."""
    texts = {row["document_id"]: row["text"] for row in rows(build, "texts")}
    documents = {row["document_id"]: row for row in rows(build, "documents")}
    words = _in_words(build)
    items = [
        _annotation(row, documents[row["document_id"]], texts.get(row["document_id"]), words)
        for row in rows(build, "evidence")
    ]
    collection = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:{dataset().name}:annotations",
        "type": "AnnotationCollection",
        "label": f"{dataset().title}: evidence",
        "total": len(items),
        "first": {
            "id": f"urn:{dataset().name}:annotations:1",
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    path = out / "annotations.jsonld"
    path.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return [path]


def _annotation(row: Mapping[str, Any], document: Mapping[str, Any], text: str | None, words: Words) -> dict[str, Any]:
    place = (row["table_name"], row["row_id"])
    return {
        "id": f"urn:{dataset().name}:{row['evidence_id']}",
        "type": "Annotation",
        "motivation": "describing",
        "body": {
            "id": f"urn:{dataset().name}:{row['table_name']}:{row['row_id']}",
            "type": "TextualBody",
            "format": "text/plain",
            "language": "en",
            "value": words.get(place, row["table_name"]),
        },
        "target": {
            "source": document["url"] or f"urn:{dataset().name}:document:{row['document_id']}",
            "selector": [
                {"type": "TextQuoteSelector", "exact": row["quote"], **_around(row, text)},
                {"type": "TextPositionSelector", "start": row["start"], "end": row["end"]},
            ],
        },
    }


def _around(row: Mapping[str, Any], text: str | None) -> dict[str, str]:
    if text is None:
        return {}
    start, end = row["start"], row["end"]
    return {"prefix": text[max(start - CONTEXT, 0) : start], "suffix": text[end : end + CONTEXT]}


def _in_words(build: Build) -> Words:
    """What each row says, in words that keep an allegation an allegation."""
    corrected = notes(build)
    charges = {row["charge_id"]: row for row in rows(build, "charges")}
    told: dict[tuple[str, str], str] = {}
    for table, declared in TABLES.items():
        if not declared.evidenced:
            continue
        for row in rows(build, table):
            said = "; ".join(_said(table, row, charges))
            extra = note(corrected, table, row)
            told[table, row[declared.primary_key[0]]] = f"{said}. {extra}" if extra else said
    return told


def _said(table: str, row: Mapping[str, Any], charges: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    title = TABLES[table].title
    if table in ("people", "organizations"):
        yield f"{title}: {row['name']}"
    elif table == "roles":
        yield f"{title}: {row['person']}, {row['title']}"
    elif table == "charges":
        yield f"{title}: {row['party']}, {charge_in_words(row)}"
    elif table == "charge_history":
        charge = {**charges[row["charge_id"]], "status": row["status"]}
        yield f"{title}: {charge['party']}, {charge_in_words(charge)}"
        if row["asserted_by"]:
            yield f"according to {row['asserted_by']}"
    elif table == "penalties":
        yield f"{title}: {row['party']}, {codes('penalty_kinds')[row['kind']].label}"
        yield codes("penalty_basis")[row["basis"]].label
    elif table == "amounts":
        yield f"{title}: {row['text']}, {codes('amount_kinds')[row['kind']].label}"
    else:
        yield f"{title}: {row['edtf']}, {codes('events')[row['event']].label}"
