"""Reconciliation of people and organisations (Reconciliation Service API 0.2, as OpenRefine speaks it)."""

import json
from collections.abc import Mapping
from typing import Any

from datasette import Response

from cases.site.matching import PROPERTIES, SHOWN, TYPES, Query, candidates, extended, kind_of, starting_with
from cases.site.pages.party import headline

QUERIES = 50
OPEN = {
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "GET, POST, OPTIONS",
    "access-control-allow-headers": "Content-Type",
}


async def service(request: Any, datasette: Any) -> Response:
    """Answer with the manifest, with candidates for a batch of queries, or with values of entities."""
    given = await _parameters(request)
    if request.method == "OPTIONS":
        return Response.text("", status=204, headers=OPEN)
    try:
        if "queries" in given:
            return await _answers(datasette, given["queries"])
        if "extend" in given:
            asked = json.loads(given["extend"])
            ids, wanted = [str(key) for key in asked["ids"]], [str(one["id"]) for one in asked["properties"]]
            if len(ids) > QUERIES:
                return _refused(413, f"more than {QUERIES} identifiers at once")
            return _json(await extended(datasette, ids, wanted))
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return _refused(400, "this is no object of the reconciliation protocol")
    return _json(_manifest(request, datasette))


async def _parameters(request: Any) -> Mapping[str, str]:
    if request.method == "POST":
        posted: Mapping[str, str] = await request.post_vars()
        return posted
    return {name: request.args[name] for name in request.args}


async def _answers(datasette: Any, given: str) -> Response:
    asked = {str(name): Query.of(query) for name, query in json.loads(given).items()}
    if len(asked) > QUERIES:
        return _refused(413, f"more than {QUERIES} queries at once")
    return _json({name: {"result": await candidates(datasette, query)} for name, query in asked.items()})


def _json(content: Any, status: int = 200) -> Response:
    return Response.json(content, status=status, headers=OPEN)


def _refused(status: int, why: str) -> Response:
    return _json({"status": "error", "message": why}, status)


def _manifest(request: Any, datasette: Any) -> dict[str, Any]:
    here = datasette.absolute_url(request, datasette.urls.instance())
    return {
        "versions": ["0.2"],
        "name": "People and organisations in corruption cases",
        "documentation": here,
        "identifierSpace": f"{here}id/",
        "schemaSpace": f"{here}cases",
        "defaultTypes": [{"id": kind, "name": title} for kind, (_, title) in TYPES.items()],
        "view": {"url": f"{here}id/{{{{id}}}}"},
        "preview": {"url": f"{here}reconcile/preview?id={{{{id}}}}", "width": 420, "height": 200},
        "suggest": {
            what: {"service_url": here.rstrip("/"), "service_path": f"/reconcile/suggest/{what}"}
            for what in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": here.rstrip("/"), "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
        "batchSize": QUERIES,
    }


async def suggest(request: Any, datasette: Any) -> Response:
    """Complete what a person has begun to write: an entity, a property or a type."""
    prefix = request.args.get("prefix", "").replace("\0", " ").strip()[:200]
    cursor = request.args.get("cursor", "0")
    first = int(cursor) if cursor.isascii() and cursor.isdecimal() and len(cursor) < 6 else 0
    what = request.url_vars["what"]
    if what == "entity":
        return _json({"result": await starting_with(datasette, prefix, first)})
    known = {kind: title for kind, (_, title) in TYPES.items()} if what == "type" else _properties()
    found = [{"id": key, "name": name} for key, name in known.items() if prefix.lower() in name.lower()]
    return _json({"result": found[first : first + SHOWN]})


def _properties() -> dict[str, str]:
    return {name: one.title for properties in PROPERTIES.values() for name, one in properties.items()}


async def properties(request: Any, datasette: Any) -> Response:
    """Tell which values can be fetched for entities of a type."""
    kind = request.args.get("type", "")
    found = [{"id": name, "name": one.title} for name, one in PROPERTIES.get(kind, {}).items()]
    return _json({"type": kind, "properties": found})


async def preview(request: Any, datasette: Any) -> Response:
    """A few words about an entity, for a frame in another program."""
    kind = kind_of(request.args.get("id", ""))
    found = await headline(datasette, TYPES[kind][0], request.args["id"]) if kind else {"party": None}
    body = await datasette.render_template("cases_preview.html", {**found, "kind": kind}, request=request)
    return Response.html(body, status=200 if found["party"] else 404, headers=OPEN)


async def view(request: Any, datasette: Any) -> Response:
    """Lead from an identifier to its page."""
    key = request.url_vars["key"]
    return Response.redirect(str(datasette.urls.path(f"{kind_of(key)}/{key}")))
