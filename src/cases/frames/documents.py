"""The rows that belong to one document: itself, its text, its sums and dates, who says what, and all its evidence."""

from bisect import bisect_right
from collections.abc import Iterable
from typing import Any

from cases.edtf import parse_edtf
from cases.frames.ids import row_id
from cases.frames.joined import Joined, Row
from cases.frames.status import ORDER
from cases.records import Amount, Charge, Document, Event, Facts, Ref, Report, Span
from cases.schema import codes

LONGEST = 300


def document_rows(document: Document, facts: Facts, joined: Joined, public: bool = False) -> dict[str, list[Row]]:
    """Rows of ``documents``, ``texts``, ``amounts``, ``dates``, ``charge_history``, ``findings`` and ``evidence``.

    Args:
        document: The document.
        facts: What it says.
        joined: Which knows the rows that its facts share with other documents.
        public: Leave out the text and the sentences of a document that may not be redistributed.
    """
    withheld = public and not document.redistributable
    rows = _Rows(document, facts, joined, withheld)
    rows.shared()
    rows.charges()
    rows.sums()
    rows.events()
    return {
        "documents": [_document(document)],
        "texts": [] if withheld else [{"document_id": document.document_id, "text": document.text}],
        "amounts": list(rows.amounts.values()),
        "dates": list(rows.dates.values()),
        "charge_history": list(rows.history.values()),
        "findings": list(rows.findings.values()),
        "evidence": list(rows.evidence.values()),
    }


def _document(document: Document) -> Row:
    columns = "document_id title published retrieved publisher author url language license redistributable path sha256"
    return {name: getattr(document, name) for name in columns.split()} | {"n_chars": len(document.text)}


class _Rows:
    """The rows of one document while they are made, each table by id."""

    def __init__(self, document: Document, facts: Facts, joined: Joined, withheld: bool):
        self.document, self.facts, self.joined, self.withheld = document, facts, joined, withheld
        self.key = document.document_id
        self.starts = [start for start, _ in facts.sentences]
        self.amounts: dict[str, Row] = {}
        self.dates: dict[str, Row] = {}
        self.history: dict[str, Row] = {}
        self.findings: dict[str, Row] = {}
        self.evidence: dict[str, Row] = {}

    def shared(self) -> None:
        """Evidence of the rows that documents share."""
        resolution = self.joined.resolution
        for index, person in enumerate(self.facts.people):
            self.support("people", resolution.people[self.key, index], person.spans)
        for index, body in enumerate(self.facts.organizations):
            self.support("organizations", resolution.organizations[self.key, index], body.spans)
        for index, role in enumerate(self.facts.roles):
            self.support("roles", self.joined.role_ids[self.key, index], role.spans)
        for index, penalty in enumerate(self.facts.penalties):
            self.support("penalties", self.joined.penalty_ids[self.key, index], penalty.spans)

    def charges(self) -> None:
        """History and findings of the document's charges."""
        for index, charge in enumerate(self.facts.charges):
            charge_id = self.joined.charge_ids.get((self.key, index))
            if charge_id is None:  # removed by a correction
                continue
            self.support("charges", charge_id, charge.spans)
            for report in charge.reports:
                self.report(charge_id, report)
            self.finding(index, charge)

    def report(self, charge_id: str, report: Report) -> None:
        """One row of ``charge_history``: a charge × a status × who says so."""
        history_id = row_id("charge_history", charge_id, report.status, report.asserted_by, self.key)
        speaker = self.party(report.asserted_by_party)
        row = self.history.setdefault(
            history_id,
            {
                "charge_history_id": history_id,
                "charge_id": charge_id,
                "status": report.status,
                "date": report.date,
                "asserted_by": report.asserted_by,
                "asserted_by_person_id": speaker["person_id"],
                "asserted_by_organization_id": speaker["organization_id"],
                "document_id": self.key,
            },
        )
        row["date"] = row["date"] or report.date
        self.support("charge_history", history_id, [report.span])

    def finding(self, index: int, charge: Charge) -> None:
        """One row of ``findings``; of two charges that the join made one, the furthest speaks."""
        place = (self.key, index)
        charge_id = self.joined.charge_ids[place]
        known = self.findings.get(charge_id)
        if known and ORDER.index(known["status"]) >= ORDER.index(charge.status):
            return
        decisive = [r for r in charge.reports if r.status == charge.status]
        party = self.joined.party(self.key, charge.party)
        quote = decisive[0].span if decisive else charge.spans[0]
        self.findings[charge_id] = {
            "party": self.joined.name(party),
            "party_kind": party.kind,
            "offence": codes("offences")[charge.offence].label,
            "conspiracy": charge.conspiracy,
            "status": charge.status,
            "status_date": next((r.date for r in decisive if r.date), None),
            "asserted_by": next((r.asserted_by for r in decisive if r.asserted_by), None),
            "country": self.joined.country[place],
            "case_id": self.joined.case_ids[place],
            "charge_id": charge_id,
            "quote": self.document.text[quote.start : quote.end],
            "document_id": self.key,
            "title": self.document.title,
            "publisher": self.document.publisher,
            "published": self.document.published,
            "url": self.document.url,
        }

    def sums(self) -> None:
        """Rows of ``amounts``: a sum × a kind × a party, once."""
        for amount in self.facts.amounts:
            party = self.party(amount.party)
            sum_ = amount.text if amount.value is None else amount.value
            key = (self.key, sum_, amount.currency, amount.kind, party["person_id"] or party["organization_id"])
            amount_id = row_id("amounts", *key)
            self.amounts.setdefault(amount_id, self._amount(amount_id, amount, party))
            self.support("amounts", amount_id, amount.spans)

    def _amount(self, amount_id: str, amount: Amount, party: Row) -> Row:
        columns = "text value value_min value_max currency qualifier kind"
        return {
            "amount_id": amount_id,
            "document_id": self.key,
            **{name: getattr(amount, name) for name in columns.split()},
            **party,
            "case_id": self.case(amount.party),
        }

    def events(self) -> None:
        """Rows of ``dates``: a date × an event × a party, once."""
        for event in self.facts.dates:
            party = self.party(event.party)
            key = (self.key, event.edtf, event.event, party["person_id"] or party["organization_id"])
            date_id = row_id("dates", *key)
            self.dates.setdefault(date_id, self._date(date_id, event, party))
            self.support("dates", date_id, event.spans)

    def _date(self, date_id: str, event: Event, party: Row) -> Row:
        period = parse_edtf(event.edtf)
        return {
            "date_id": date_id,
            "document_id": self.key,
            "text": event.text,
            "edtf": event.edtf,
            "start": period.start,
            "end": period.end,
            "precision": period.precision,
            "event": event.event,
            **party,
            "case_id": self.case(event.party),
        }

    def party(self, ref: Ref | None) -> Row:
        """The columns that name a party, all null where there is none."""
        if ref is None:
            return {"person_id": None, "organization_id": None, "party": None}
        party = self.joined.party(self.key, ref)
        return party.columns(self.joined.name(party))

    def case(self, ref: Ref | None) -> str | None:
        """The case that a fact of this party belongs to."""
        return self.joined.case_for(self.key, self.joined.party(self.key, ref) if ref else None)

    def support(self, table: str, key: str, spans: Iterable[Span]) -> None:
        """Rows of ``evidence`` for the spans of one row."""
        for span in spans:
            evidence_id = row_id("evidence", table, key, self.key, span.start, span.end)
            self.evidence.setdefault(evidence_id, self._evidence(evidence_id, table, key, span))

    def _evidence(self, evidence_id: str, table: str, key: str, span: Span) -> dict[str, Any]:
        return {
            "evidence_id": evidence_id,
            "table_name": table,
            "row_id": key,
            "document_id": self.key,
            "start": span.start,
            "end": span.end,
            "quote": self.document.text[span.start : span.end],
            "sentence": None if self.withheld else self.sentence(span),
            "method": span.method,
        }

    def sentence(self, span: Span) -> str:
        """The sentence around a span, at most ``LONGEST`` characters: a longer one is cut around its quote."""
        place = max(bisect_right(self.starts, span.start) - 1, 0)
        start, end = self.facts.sentences[place] if self.facts.sentences else (span.start, span.end)
        start, end = min(start, span.start), max(end, span.end)
        if end - start > LONGEST:
            start = max(start, min(span.start - (LONGEST - (span.end - span.start)) // 2, end - LONGEST))
            end = max(min(end, start + LONGEST), span.end)
        return self.document.text[start:end].strip()
