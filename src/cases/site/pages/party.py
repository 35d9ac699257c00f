"""The page of a person or an organisation: how each charge ended first, then how it came to that."""

from collections.abc import Iterable, Iterator
from typing import Any

from datasette import Response
from datasette.utils import tilde_decode

from cases.schema import TABLES
from cases.site import store
from cases.site.corrected import corrections_of
from cases.site.drawing import network, timeline
from cases.site.entries import Entry, charges_of, entries, quotes_of, told_once
from cases.site.labels import label
from cases.site.wording import offence

_BESIDE = """
select party, person_id, organization_id, count(distinct document_id) as documents
from charge_history join charges using (charge_id)
where document_id in (select document_id from charge_history join charges c using (charge_id) where c.{column} = :key)
  and {column} is not :key
group by person_id, organization_id order by documents desc, party limit 50
"""


async def person(request: Any, datasette: Any) -> Response:
    """The page of a person."""
    return await _page(request, datasette, "people", "person_id")


async def organization(request: Any, datasette: Any) -> Response:
    """The page of an organisation."""
    return await _page(request, datasette, "organizations", "organization_id")


async def headline(datasette: Any, table: str, key: str) -> dict[str, Any]:
    """A name and its charges, outcomes first; no party where the key is none."""
    column = TABLES[table].primary_key[0]
    found = await store.rows(datasette, f"select * from {table} where {column} = :key", {"key": key})
    charges = await charges_of(datasette, f"c.{column} = :key", key) if found else []
    return {"party": found[0] if found else None, "charges": charges, "key": key}


async def _page(request: Any, datasette: Any, table: str, column: str) -> Response:
    key = tilde_decode(request.url_vars["key"])
    party = store.readable(await store.one(datasette, table, key))

    async def of(other: str, order: str) -> list[Entry]:
        sql = f"select * from {other} where {column} = :key order by {order}"
        return told_once(await entries(datasette, other, await store.rows(datasette, sql, {"key": key})))

    charges = await charges_of(datasette, f"c.{column} = :key", key)
    dates = await of("dates", "start is null, start, date_id")
    beside = await store.rows(datasette, _BESIDE.format(column=column), {"key": key})
    context = {
        "table": table,
        "party": party,
        "corrected": (await corrections_of(datasette, [key]))[key],
        "charges": charges,
        "penalties": await of("penalties", "basis, kind, penalty_id"),
        "amounts": await of("amounts", "kind, value desc, amount_id"),
        "roles": await of("roles", '"start" is null, "start", title, role_id'),
        "dates": dates,
        "timeline": timeline(moments(dates, charges)),
        "cases": await store.rows(
            datasette, f"select * from cases where {column} = :key order by country", {"key": key}
        ),
        "beside": beside,
        "nodes": network([row["party"] for row in beside]),
        "named": _by_document((await quotes_of(datasette, [key]))[key]),
    }
    return Response.html(await datasette.render_template("cases_party.html", context, request=request))


def moments(dates: Iterable[Entry], charges: Iterable[Entry]) -> Iterator[tuple[str, str]]:
    """Date (EDTF) and words of what a timeline shows: events of the table ``dates``, and dated steps of charges."""
    events = [(entry.row["edtf"], label(entry.row["event"], "events")) for entry in dates]
    steps = (step.row for charge in charges for step in charge.steps if step.row["date"])
    said = [(row["date"], f"{label(row['status'], 'charge_status')}: {offence(row)}") for row in steps]
    yield from dict.fromkeys(events + said)


def _by_document(quotes: Iterable[store.Row]) -> list[list[store.Row]]:
    """The places of a name, by document; each form of the name once in a document."""
    places: dict[str, dict[str, store.Row]] = {}
    for quote in quotes:
        places.setdefault(quote["document_id"], {}).setdefault(quote["quote"], quote)
    return [list(forms.values()) for forms in places.values()]
