"""What stock tools find: spaCy's entities, price-parser for sums, dateparser for dates. No rule of ours is in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import dateparser
import pandas as pd
import spacy
from price_parser import Price

from cases.language.installed import find_model
from cases.records import Document

CURRENCIES = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "RM": "MYR"}
SCALES = {"thousand": 1e3, "million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9}
COLUMNS = {
    "people": "person_id name aliases",
    "organizations": "organization_id name aliases kind",
    "roles": "role_id person_id title kind",
    "charges": "charge_id person_id organization_id offence conspiracy status",
    "penalties": "penalty_id person_id organization_id kind basis months life value",
    "amounts": "amount_id text value currency qualifier kind",
    "dates": "date_id text edtf event",
    "evidence": "table_name row_id document_id",
    "documents": "document_id",
}


def write(documents: list[Document], folder: Path) -> None:
    """Write the baseline's tables of the documents as a build that the scorer reads."""
    nlp = spacy.load(find_model())
    rows: dict[str, list[dict[str, Any]]] = {table: [] for table in COLUMNS}
    for document, doc in zip(documents, nlp.pipe(d.text for d in documents), strict=True):
        rows["documents"].append({"document_id": document.document_id})
        seen: set[tuple[Any, ...]] = set()
        for table, key, row in _entities(document, doc):
            if (table, key) not in seen:
                seen.add((table, key))
                row_id = f"{document.document_id}:{len(seen)}"
                rows[table].append({COLUMNS[table].split()[0]: row_id, **row})
                evidence = {"table_name": table, "row_id": row_id, "document_id": document.document_id}
                rows["evidence"].append(evidence)
    (folder / "parquet").mkdir(parents=True)
    for table, columns in COLUMNS.items():
        pd.DataFrame(rows[table], columns=columns.split()).to_parquet(folder / "parquet" / f"{table}.parquet")


def _entities(document: Document, doc: Any) -> Iterator[tuple[str, tuple[Any, ...], dict[str, Any]]]:
    for entity in doc.ents:
        if entity.label_ == "PERSON":
            yield "people", (entity.text,), {"name": entity.text, "aliases": []}
        elif entity.label_ == "ORG":
            name = entity.text.removeprefix("the ")
            yield "organizations", (name,), {"name": name, "aliases": [], "kind": "other"}
        elif entity.label_ == "MONEY" and (sum_ := _sum(doc, entity)):
            yield "amounts", sum_, {"text": entity.text, "value": sum_[0], "currency": sum_[1]} | AS_AMOUNT
        elif entity.label_ == "DATE" and (day := _day(document, entity.text)):
            yield "dates", (day,), {"text": entity.text, "edtf": day, "event": "other"}


AS_AMOUNT = {"qualifier": "exact", "kind": "other"}


def _sum(doc: Any, entity: Any) -> tuple[float, str] | None:
    start = entity.start - (entity.start > 0 and doc[entity.start - 1].text in CURRENCIES)
    price = Price.fromstring(doc[start : entity.end].text)
    if price.amount is None:
        return None
    scale = next((SCALES[t.lower_] for t in entity if t.lower_ in SCALES), 1.0)
    return float(price.amount) * scale, CURRENCIES.get(price.currency or "$", price.currency or "USD")


def _day(document: Document, text: str) -> str | None:
    settings: dict[str, Any] = {"PREFER_DATES_FROM": "past", "RETURN_AS_TIMEZONE_AWARE": False}
    if document.published:
        settings["RELATIVE_BASE"] = pd.Timestamp(document.published).to_pydatetime()
    found = dateparser.parse(text, languages=["en"], settings=settings)
    if found is None:
        return None
    if text.strip().isdigit():
        return f"{found:%Y}"
    return f"{found:%Y-%m-%d}" if any(c.isdigit() for c in text.replace(f"{found:%Y}", "")) else f"{found:%Y-%m}"
