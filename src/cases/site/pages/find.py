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
    ("evidence", "Quotes", "select evidence.document_id as key, evidence.quote as words,"
     " evidence.document_id as beside, evidence_id"
     " from evidence_fts f join evidence on evidence.rowid = f.rowid where evidence_fts match"
     " coalesce(nullif(escape_fts(:q), ''), '\"\"') order by f.rowid limit 50"),
)  # fmt: skip


async def page(request: Any, datasette: Any) -> Response:
    """Answer with what holds all words of the question; accents make no difference."""
    q = request.args.get("q", "").replace("\0", " ").strip()[:200]
    found = []
    for table, title, sql in _SOURCES:
        hits = await store.rows(datasette, sql.format(match=_MATCH.format(table)), {"q": q}) if q else []
        for hit in hits:
            hit["anchor"] = f"e-{hit['evidence_id']}" if table == "evidence" else ""
        found.append(("documents" if table == "evidence" else table, title, hits))
    context = {"q": q, "found": found, "any_found": any(hits for _, _, hits in found)}
    return Response.html(await datasette.render_template("cases_find.html", context, request=request))
