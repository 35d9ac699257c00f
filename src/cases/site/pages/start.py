"""The start page. Datasette's own asks for the rights to every table at each visit, which took a second."""

from collections import defaultdict
from typing import Any

from datasette import Response

from cases.schema import codes, dataset
from cases.site import store
from cases.site.entries import CUT
from cases.site.pages.machines import linked_data
from cases.site.queries import queries

_CASES = """
with charging as (
  select document_id from documents d
  where exists (select 1 from charge_history h where h.document_id = d.document_id)
  order by published desc, document_id limit 200
), seen as (
  select case_id from (select case_id from cases order by last_date desc, case_id limit 20)
  union
  select case_id from charging join charge_history using (document_id) join charges using (charge_id)
), latest as (
  select c.*, max(coalesce(c.last_date, ''), coalesce(max(d.published), '')) as latest
  from seen join cases c using (case_id) join charges using (case_id) join charge_history using (charge_id)
  join documents d using (document_id)
  group by c.case_id order by latest desc, c.case_id limit 20
), shown as (
  select latest.*, (
    select e.evidence_id from charges g join charge_history h using (charge_id) join documents d using (document_id)
    join evidence e on e.row_id = h.charge_history_id
    where g.case_id = latest.case_id and h.status = latest.status
    order by d.published desc, d.document_id desc, e."start", e.evidence_id limit 1) as evidence_id
  from latest
)
select shown.*, e.document_id, e.quote, {cut} from shown left join evidence e using (evidence_id)
order by shown.latest desc, shown.case_id
"""


async def page(request: Any, datasette: Any) -> Response:
    """Answer with the start page."""
    context = {
        "metadata": datasette.metadata(),
        "start": await store.remembered(datasette, "start", _start),
        "linked_data": linked_data(request, datasette),
    }
    return Response.html(await datasette.render_template("cases_start.html", context, request=request))


async def _start(datasette: Any) -> dict[str, Any]:
    """The latest cases with a quote, the questions, the newest documents, and what there is how often."""
    counted = await store.rows(datasette, "select offence, status, count(*) as n from charges group by offence, status")
    counts: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for row in sorted(counted, key=lambda row: codes("offences").values.index(row["offence"])):
        counts[row["offence"]][row["status"]] = row["n"]
    tables = await store.rows(
        datasette,
        " union all ".join(f"select '{table}' as name, count(*) as n from {table}" for table in dataset().tables),
    )
    return {
        "cases": await store.rows(datasette, _CASES.format(cut=CUT)),
        "questions": [(name, query["title"]) for name, query in queries().items()],
        "documents": await store.rows(
            datasette,
            "select document_id, title, published from documents order by published desc, document_id limit 10",
        ),
        "counts": counts,
        "statuses": codes("charge_status").values,
        "tables": [(row["name"], row["n"]) for row in tables],
    }
