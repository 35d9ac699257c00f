"""The page of a case: one accused party before the courts of one country."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from datasette import Response
from datasette.utils import tilde_decode

from cases.edtf import OPEN
from cases.site import store
from cases.site.drawing import timeline
from cases.site.entries import Entry, charges_of, entries, told_once
from cases.site.pages.party import moments
from cases.site.periods import first_told, last_told, period


async def page(request: Any, datasette: Any) -> Response:
    """Answer with the page of a case."""
    key = tilde_decode(request.url_vars["key"])
    case = await store.one(datasette, "cases", key)

    async def of(other: str, order: str) -> list[Entry]:
        sql = f"select * from {other} where case_id = :key order by {order}"
        return told_once(await entries(datasette, other, await store.rows(datasette, sql, {"key": key})))

    charges = await charges_of(datasette, "c.case_id = :key", key)
    dates = await of("dates", "start is null, start, date_id")
    context = {
        "case": case,
        "accused": charges[0].row["party"] if charges else case["name"],
        "court": await store.one(datasette, "organizations", case["court_id"]) if case["court_id"] else None,
        "charges": charges,
        "penalties": await of("penalties", "basis, kind, penalty_id"),
        "amounts": await of("amounts", "kind, value desc, amount_id"),
        "when": _when(case, dates, charges),
        "dates": dates,
        "timeline": timeline(moments(dates, charges)),
        "documents": await store.rows(
            datasette,
            """select d.document_id, d.title, d.publisher, d.published from documents d where document_id in
            (select document_id from charge_history join charges using (charge_id) where case_id = :key)
            order by published desc, document_id""",
            {"key": key},
        ),
    }
    return Response.html(await datasette.render_template("cases_case.html", context, request=request))


def _when(case: store.Row, dates: Iterable[Entry], charges: Iterable[Entry]) -> str:
    """From when to when the documents date its steps, as precisely as they do."""
    told = [step.row["date"] for charge in charges for step in charge.steps if step.row["date"]]
    told += [entry.row["edtf"] for entry in dates]
    first, last = case["first_date"], case["last_date"]
    begun = first_told(date.fromisoformat(first), told) if first else OPEN
    ended = last_told(date.fromisoformat(last), told) if last else OPEN
    return period(f"{begun}/{ended}") if first or last else ""
