"""Reconciliation of people and organisations (Reconciliation Service API 0.2, as OpenRefine speaks it)."""

import json
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from datasette import Response

from cases.language.names import fold
from cases.site import store

TYPES = {"person": ("people", "Person"), "organization": ("organizations", "Organisation")}
CANDIDATES, SHOWN, QUERIES = 200, 10, 50
OPEN = {"access-control-allow-origin": "*"}


async def service(request: Any, datasette: Any) -> Response:
    """Answer with the manifest of the service, or with candidates for a batch of queries."""
    given = request.args.get("queries")
    if request.method == "POST":
        given = (await request.post_vars()).get("queries")
    if given is None:
        return Response.json(_manifest(request, datasette), headers=OPEN)
    try:
        queries = json.loads(given)
        asked = {
            str(name): (str(query["query"]), query.get("type"), query.get("limit")) for name, query in queries.items()
        }
    except (ValueError, TypeError, KeyError, AttributeError):
        return Response.json({"error": "queries is no object of reconciliation queries"}, status=400, headers=OPEN)
    if len(asked) > QUERIES:
        return Response.json({"error": f"more than {QUERIES} queries at once"}, status=413, headers=OPEN)
    answers = {name: {"result": await _candidates(datasette, *query)} for name, query in asked.items()}
    return Response.json(answers, headers=OPEN)


def _manifest(request: Any, datasette: Any) -> dict[str, Any]:
    here = datasette.absolute_url(request, datasette.urls.instance())
    return {
        "versions": ["0.2"],
        "name": "People and organisations in corruption cases",
        "identifierSpace": f"{here}id",
        "schemaSpace": f"{here}schema",
        "defaultTypes": [{"id": kind, "name": title} for kind, (_, title) in TYPES.items()],
        "view": {"url": f"{here}id/{{{{id}}}}"},
        "batchSize": QUERIES,
    }


async def _candidates(datasette: Any, name: str, kind: Any, limit: Any) -> list[dict[str, Any]]:
    kinds = [kind] if kind in TYPES else list(TYPES)
    found = [candidate for one in kinds for candidate in await _of_kind(datasette, name.replace("\0", " ")[:200], one)]
    found.sort(key=lambda candidate: (-candidate["score"], candidate["id"]))
    sure = [candidate for candidate in found if candidate["score"] == 100]
    if len(sure) == 1:
        sure[0]["match"] = True
    return found[: limit if isinstance(limit, int) and 0 < limit <= SHOWN else SHOWN]


async def _of_kind(datasette: Any, name: str, kind: str) -> list[dict[str, Any]]:
    table, title = TYPES[kind]
    words = " OR ".join('"' + word.replace('"', '""') + '"' for word in name.split())
    rows = await store.rows(
        datasette,
        f"""select t.* from {table}_fts f join {table} t on t.rowid = f.rowid
        where {table}_fts match :words order by f.rank limit :limit""",
        {"words": words or '""', "limit": CANDIDATES},
    )
    key = f"{kind}_id"
    return [
        {
            "id": row[key],
            "name": row["name"],
            "type": [{"id": kind, "name": title}],
            "score": _score(name, row),
            "match": False,
        }
        for row in rows
    ]


def _score(name: str, row: Mapping[str, Any]) -> int:
    """How alike the name and the nearest of a row's names are: 100 for equal but for case and accents."""
    names = [row["name"], *json.loads(row["aliases"])]
    return round(100 * max(SequenceMatcher(None, fold(name), fold(other)).ratio() for other in names))


async def view(request: Any, datasette: Any) -> Response:
    """Lead from an identifier to its page."""
    key = request.url_vars["key"]
    kind = "person" if key.startswith("p") else "organization"
    return Response.redirect(str(datasette.urls.path(f"{kind}/{key}")))
