"""A document with everything that was read from it marked in its text."""

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from datasette import Response
from datasette.utils import tilde_decode

from cases.schema import TABLES
from cases.site import store
from cases.site.corrected import corrections_of
from cases.site.entries import STEP
from cases.site.marking import Span, marked, spans
from cases.site.wording import SENTENCES

READ = ("charges", "charge_history", "penalties", "amounts", "dates", "roles", "people", "organizations")


@dataclass(frozen=True, slots=True)
class Finding:
    """A row that the document supports, as a sentence, with the places that support it."""

    table: str
    row_id: str
    sentence: str
    status: str | None
    places: list[Span]
    corrected: list[str]


async def page(request: Any, datasette: Any) -> Response:
    """Answer with the page of a document; of its quotes alone where the build does not hold the text."""
    key = tilde_decode(request.url_vars["key"])
    document = await store.one(datasette, "documents", key)
    evidence = await store.rows(
        datasette,
        'select * from evidence where document_id = :key order by "start", "end" desc, evidence_id',
        {"key": key},
    )
    text = await store.rows(datasette, "select text from texts where document_id = :key", {"key": key})
    ordered = spans(evidence)
    context = {
        "document": document,
        "text": list(marked(text[0]["text"], ordered)) if text else None,
        "quotes": evidence,
        "findings": await _findings(datasette, key, ordered),
        "tables": TABLES,
    }
    return Response.html(await datasette.render_template("cases_document.html", context, request=request))


async def _findings(datasette: Any, key: str, ordered: list[Span]) -> dict[str, list[Finding]]:
    places: dict[str, list[Span]] = defaultdict(list)
    for span in ordered:
        places[span.row_id].append(span)
    return {table: found for table in READ if (found := await _of_table(datasette, table, key, places))}


async def _of_table(datasette: Any, table: str, key: str, places: dict[str, list[Span]]) -> list[Finding]:
    row_key = TABLES[table].primary_key[0]
    # Steps of a charge are worded with its party and offence.
    charge = " left join charges c using (charge_id)" if table == "charge_history" else ""
    more = f", {STEP}" if table == "charge_history" else ""
    found = await store.rows(
        datasette,
        f"""select h.*{more} from {table} h{charge} where h.{row_key} in
            (select row_id from evidence where document_id = :key and table_name = :table)""",
        {"key": key, "table": table},
    )
    told = await corrections_of(datasette, [row[row_key] for row in found])
    made = [
        Finding(table, key, SENTENCES[table](row), row.get("status"), places[key], told[key])
        for row in found
        if (key := row[row_key])
    ]
    return sorted(made, key=lambda finding: (finding.places[0].start, finding.row_id))
