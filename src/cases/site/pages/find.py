"""One search over people, organisations, quotes and documents."""

from typing import Any

from datasette import Response

from cases.site import store

_MATCH = "rowid in (select rowid from {0}_fts where {0}_fts match coalesce(nullif(escape_fts(:q), ''), '\"\"'))"
_SOURCES = (
    ("people", "People", "select person_id as key, name as words, iif(is_accused, 'accused in a report', '') as beside"
     " from people where {match} order by is_accused desc, name limit 25"),
    ("organizations", "Organisations", "select organization_id as key, name as words, '' as beside"
     " from organizations where {match} order by name limit 25"),
    ("documents", "Documents", "select document_id as key, coalesce(title, document_id) as words, published as beside"
     " from documents where {match} order by published desc, document_id limit 25"),
)  # fmt: skip
_QUOTES = """
select e.document_id as key, e.quote as words, coalesce(d.title, d.document_id) as beside,
  'e-' || evidence_id as anchor, min(e.rowid) as place -- of which all the other columns are
from (select rowid from evidence_fts
    where evidence_fts match {column} || '(' || coalesce(nullif(escape_fts(:q), ''), '""') || ')'
    order by rowid limit 1000) f
join evidence e on e.rowid = f.rowid join documents d using (document_id)
group by e.document_id, e.quote order by place limit 50
"""


async def page(request: Any, datasette: Any) -> Response:
    """Answer with what holds all words of the question; accents make no difference."""
    q = request.args.get("q", "").replace("\0", " ").strip()[:200]
    found = [
        (table, title, await _hits(datasette, sql.format(match=_MATCH.format(table)), q))
        for table, title, sql in _SOURCES
    ]
    quotes = await _hits(datasette, _QUOTES.format(column="'quote : '"), q)
    if quotes:
        found.append(("documents", "Quotes", quotes))
    else:
        found.append(
            ("documents", "Quotes in sentences that say it", await _hits(datasette, _QUOTES.format(column="''"), q))
        )
    context = {"q": q, "found": found, "any_found": any(hits for _, _, hits in found)}
    return Response.html(await datasette.render_template("cases_find.html", context, request=request))


async def _hits(datasette: Any, sql: str, q: str) -> list[store.Row]:
    return await store.rows(datasette, sql, {"q": q}) if q else []
