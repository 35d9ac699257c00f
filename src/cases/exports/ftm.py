"""FollowTheMoney entities, one JSON object per line.

Things point to the documents that prove them; intervals, which cannot, carry the quotes and the addresses instead.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from cases.exports._shared import charge_in_words, note, notes, rows
from cases.reader import Build
from cases.schema import codes

Entity = dict[str, Any]
Values = str | float | Iterable[str] | None

UNNAMED = "not named in the documents"
RECEIVED = ("bribe", "embezzled", "gain")
"""Kinds of sum whose party is the one who got it; of the others the party paid."""
PAID = ("fine", "forfeiture", "restitution", "bail")

_LANGUAGES = {"en": "eng"}
"""BCP 47 → ISO 639-3; the dataset reads English alone."""

_SCHEMAS = {
    "company": "Company",
    "bank": "Company",
    "government": "PublicBody",
    "law_enforcement": "PublicBody",
    "prosecution": "PublicBody",
    "court": "PublicBody",
    "military": "PublicBody",
}


def write(build: Build, out: Path) -> list[Path]:
    """Write ``entities.ftm.json``."""
    path = out / "entities.ftm.json"
    with path.open("w", encoding="utf-8") as file:
        for entity in entities(build):
            file.write(json.dumps(entity, ensure_ascii=False) + "\n")
    return [path]


def entities(build: Build) -> Iterator[Entity]:
    """Every entity of a build; a row's own id is the entity's, prefixed with ``cc-``."""
    maker = _Maker(build)
    yield from maker.documents()
    yield from maker.people()
    yield from maker.organizations()
    yield from maker.occupancies()
    yield from maker.cases()
    yield from maker.payments()
    yield from maker.documentation()


class _Maker:
    def __init__(self, build: Build) -> None:
        self.build = build
        self.corrected = notes(build)
        self.sources = {row["document_id"]: row for row in rows(build, "documents")}
        self.evidence: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for row in rows(build, "evidence"):
            self.evidence[row["row_id"]].append(row)

    def documents(self) -> Iterator[Entity]:
        for row in self.sources.values():
            yield _entity(
                _document(row["document_id"]),
                "Article",
                title=row["title"] or row["document_id"],
                publisher=row["publisher"],
                author=row["author"],
                publishedAt=_day(row["published"]),
                retrievedAt=_day(row["retrieved"]),
                sourceUrl=row["url"],
                language=_LANGUAGES.get((row["language"] or "").partition("-")[0]),
            )

    def people(self) -> Iterator[Entity]:
        for row in rows(self.build, "people"):
            age = _age(row)
            yield _entity(
                _id(row["person_id"]),
                "Person",
                name=row["name"],
                alias=row["aliases"],
                nationality=_country(row["nationality"]),
                notes=_present(age, note(self.corrected, "people", row)),
                proof=self._proof(row["person_id"]),
            )

    def organizations(self) -> Iterator[Entity]:
        for row in rows(self.build, "organizations"):
            yield _entity(
                _id(row["organization_id"]),
                _SCHEMAS.get(row["kind"], "Organization"),
                name=row["name"],
                alias=row["aliases"],
                country=_country(row["country"]),
                classification=codes("organization_kinds")[row["kind"]].label,
                notes=note(self.corrected, "organizations", row),
                proof=self._proof(row["organization_id"]),
            )

    def occupancies(self) -> Iterator[Entity]:
        """Offices and jobs: a position, and who held it when. The parts played in a case are none."""
        for row in rows(self.build, "roles"):
            if row["kind"] not in ("public_office", "private_office"):
                continue
            title = f"{row['title']}, {row['organization']}" if row["organization"] else row["title"]
            post = f"{_id(row['role_id'])}-post"
            body = row["organization_id"]
            yield _entity(
                post, "Position", name=title, country=_country(row["country"]), organization=body and _id(body)
            )
            yield _entity(
                _id(row["role_id"]),
                "Occupancy",
                holder=_id(row["person_id"]),
                post=post,
                startDate=row["start"],
                endDate=row["end"],
                status="former" if row["is_former"] else None,
                **self._support(row["role_id"]),
                summary=note(self.corrected, "roles", row),
            )

    def cases(self) -> Iterator[Entity]:
        names = {row["organization_id"]: row["name"] for row in rows(self.build, "organizations")}
        charges: dict[str, list[str]] = defaultdict(list)
        for row in rows(self.build, "charges"):
            charges[row["case_id"]].append(row["charge_id"])
        for row in rows(self.build, "cases"):
            yield _entity(
                _id(row["case_id"]),
                "CourtCase",
                name=f"Reported case: {row['name']}",
                country=_country(row["country"]),
                court=names.get(row["court_id"]),
                status=codes("charge_status")[row["status"]].label,
                notes=note(self.corrected, "cases", row),
                proof=self._proof(*charges[row["case_id"]]),
            )
        for row in rows(self.build, "charges"):
            yield _entity(
                _id(row["charge_id"]),
                "CourtCaseParty",
                case=_id(row["case_id"]),
                party=_id(row["person_id"] or row["organization_id"]),
                role=f"accused of {charge_in_words(row)}",
                status=codes("charge_status")[row["status"]].label,
                **self._support(row["charge_id"]),
                summary=note(self.corrected, "charges", row),
            )

    def payments(self) -> Iterator[Entity]:
        """Sums of which the documents tell who got or paid them; the other side is an unnamed party of its own."""
        for row in rows(self.build, "amounts"):
            party = row["person_id"] or row["organization_id"]
            if party is None or row["kind"] not in RECEIVED + PAID:
                continue
            key = _id(row["amount_id"])
            other = f"{key}-unnamed"
            payer, beneficiary = (other, _id(party)) if row["kind"] in RECEIVED else (_id(party), other)
            yield _entity(other, "LegalEntity", name=UNNAMED)
            yield _entity(
                key,
                "Payment",
                payer=payer,
                beneficiary=beneficiary,
                amount=row["value"],
                currency=row["currency"],
                purpose=f"{codes('amount_kinds')[row['kind']].label}, as reported: {row['text']}",
                **self._support(row["amount_id"]),
                summary=note(self.corrected, "amounts", row),
            )

    def documentation(self) -> Iterator[Entity]:
        """Which document names which person or organisation."""
        for table, column in (("people", "person_id"), ("organizations", "organization_id")):
            for row in rows(self.build, table):
                for document in self._documents(row[column]):
                    yield _entity(
                        f"{_id(row[column])}-in-{_hash(document)}",
                        "Documentation",
                        document=_document(document),
                        entity=_id(row[column]),
                        role="named in",
                    )

    def _proof(self, *row_ids: str) -> list[str]:
        return [_document(one) for one in self._documents(*row_ids)]

    def _documents(self, *row_ids: str) -> list[str]:
        return list(dict.fromkeys(one["document_id"] for row_id in row_ids for one in self.evidence[row_id]))

    def _support(self, row_id: str) -> dict[str, Values]:
        """What an interval says for itself: the quotes, and where they were published."""
        sources = [self.sources[one] for one in self._documents(row_id)]
        return {
            "description": [f"“{one['quote']}”" for one in self.evidence[row_id]],
            "sourceUrl": _present(*(one["url"] for one in sources)),
            "publisher": _present(*(one["publisher"] for one in sources)),
        }


def _entity(key: str, schema: str, **values: Values) -> Entity:
    """An entity in FollowTheMoney's form: each property a list of texts, none of them empty."""
    properties = {name: [str(v) for v in _listed(value)] for name, value in values.items()}
    return {"id": key, "schema": schema, "properties": {name: found for name, found in properties.items() if found}}


def _listed(value: Values) -> Iterable[Any]:
    if value is None or isinstance(value, (str, float)):
        return [] if value in (None, "") else [value]
    return value


def _present(*values: str | None) -> list[str]:
    return [value for value in values if value]


def _id(row_id: str) -> str:
    return f"cc-{row_id}"


def _document(document_id: str) -> str:
    return f"cc-document-{_hash(document_id)}"


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _country(code: str | None) -> str | None:
    return code and code.lower()


def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _age(row: Mapping[str, Any]) -> str | None:
    if row["age"] is None:
        return None
    return f"Aged {row['age']}" + (f" on {row['age_on']}" if row["age_on"] else "")
