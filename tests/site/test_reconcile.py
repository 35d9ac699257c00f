"""Reconciliation by its protocol: a batch over HTTP, suggestions, a preview, values, and answers of the declared form.

The forms below are this project's reading of the Reconciliation Service API 0.2 of the W3C community group.
"""

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import httpx
import pytest
from asking import Site, served
from jsonschema import Draft202012Validator
from porto_verde import ANA, HALDEN, LUIS, key, made_rows

TEXT = {"type": "string", "minLength": 1}
TYPED = {"type": "array", "items": {"type": "object", "required": ["id", "name"], "properties": {"id": TEXT}}}
ENTITY = {"id": TEXT, "name": TEXT, "description": {"type": "string"}, "type": TYPED, "notable": TYPED}
CANDIDATE = {
    "type": "object",
    "required": ["id", "name", "type", "score", "match"],
    "additionalProperties": False,
    "properties": ENTITY
    | {
        "score": {"type": "number"},
        "match": {"type": "boolean"},
        "features": {
            "type": "array",
            "items": {
                "required": ["id", "value"],
                "properties": {"id": TEXT, "value": {"type": ["boolean", "number"]}},
            },
        },
    },
}
RESULTS = {
    "type": "object",
    "additionalProperties": {
        "type": "object",
        "required": ["result"],
        "properties": {"result": {"type": "array", "items": CANDIDATE}},
    },
}
SUGGESTED = {
    "type": "object",
    "required": ["result"],
    "properties": {"result": {"type": "array", "items": {"required": ["id", "name"], "properties": ENTITY}}},
}
TEMPLATE = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}
PLACE = {"type": "object", "required": ["service_url", "service_path"]}
MANIFEST = {
    "type": "object",
    "required": ["versions", "name", "identifierSpace", "schemaSpace"],
    "properties": {
        "versions": {"contains": {"const": "0.2"}},
        "name": TEXT,
        "identifierSpace": {"type": "string", "pattern": "^https?://"},
        "schemaSpace": {"type": "string", "pattern": "^https?://"},
        "documentation": {"type": "string", "pattern": "^https?://"},
        "defaultTypes": TYPED,
        "view": {"required": ["url"], "properties": {"url": TEMPLATE}},
        "preview": {
            "required": ["url", "width", "height"],
            "properties": {"url": TEMPLATE, "width": {"type": "integer"}, "height": {"type": "integer"}},
        },
        "suggest": {"properties": {"entity": PLACE, "property": PLACE, "type": PLACE}, "additionalProperties": False},
        "extend": {"properties": {"propose_properties": PLACE, "property_settings": {"type": "array"}}},
        "batchSize": {"type": "integer"},
    },
    "additionalProperties": False,
}
EXTENSION = {
    "type": "object",
    "required": ["meta", "rows"],
    "properties": {
        "meta": {"type": "array", "items": {"required": ["id", "name"]}},
        "rows": {
            "additionalProperties": {
                "additionalProperties": {
                    "type": "array",
                    "items": {"properties": {"str": {"type": "string"}}, "additionalProperties": False},
                }
            }
        },
    },
}


def of_form(form: dict[str, Any], content: Any) -> Any:
    Draft202012Validator(form).validate(content)
    return content


def reconcile(site: Site, **queries: Any) -> Any:
    answer = site.get("/reconcile?queries=" + json.dumps(queries).replace(" ", "%20"))
    assert answer.status_code == 200
    return of_form(RESULTS, answer.json())


def test_a_client_finds_its_way_over_http(porto_verde: Any) -> None:
    with served(porto_verde) as base, httpx.Client(headers={"Origin": "http://127.0.0.1:3333"}) as client:
        manifest = of_form(MANIFEST, client.get(f"{base}/reconcile").json())

        batch = {"q0": {"query": "ana ferrol", "type": "person"}, "q1": {"query": "Halden Works Ltd", "limit": 1}}
        answer = client.post(f"{base}/reconcile", data={"queries": json.dumps(batch)})
        assert answer.headers["access-control-allow-origin"] == "*"
        results = of_form(RESULTS, answer.json())
        assert [(name, of["result"][0]["id"], of["result"][0]["match"]) for name, of in results.items()] == [
            ("q0", ANA, True),
            ("q1", HALDEN, True),
        ]

        places = {what: place["service_url"] + place["service_path"] for what, place in manifest["suggest"].items()}
        found = of_form(SUGGESTED, client.get(places["entity"], params={"prefix": "fér"}).json())
        assert [one["id"] for one in found["result"]] == [ANA]
        assert client.get(places["type"], params={"prefix": "org"}).json()["result"][0]["id"] == "organization"
        assert client.get(places["property"], params={"prefix": "nat"}).json()["result"][0]["id"] == "nationality"

        preview = client.get(manifest["preview"]["url"].replace("{{id}}", ANA))
        assert "Ana Férrol was charged with bribery (not proven)" in preview.text
        assert "frame-ancestors *" in preview.headers["content-security-policy"]
        assert "X-Frame-Options" not in preview.headers
        page = client.get(manifest["view"]["url"].replace("{{id}}", HALDEN), follow_redirects=True)
        assert str(page.url) == f"{base}/organization/{HALDEN}"

        place = manifest["extend"]["propose_properties"]
        proposed = client.get(place["service_url"] + place["service_path"], params={"type": "person"}).json()
        asked = {"ids": [ANA, LUIS, "Q42"], "properties": [{"id": one["id"]} for one in proposed["properties"]]}
        told = client.post(f"{base}/reconcile", data={"extend": json.dumps(asked)}).json()
        rows = of_form(EXTENSION, told)["rows"]
        assert (rows[ANA]["aliases"], rows[ANA]["is_accused"]) == ([{"str": "Férrol"}], [{"str": "true"}])
        assert (rows[LUIS]["is_accused"], rows["Q42"]["aliases"]) == ([{"str": "false"}], [])


@pytest.mark.parametrize(
    "path",
    ["/reconcile", "/reconcile?queries=[]", "/reconcile/suggest/entity?prefix=a", "/reconcile/suggest/type",
     "/reconcile/properties", f"/reconcile/preview?id={ANA}", "/reconcile/preview?id=x"],
)  # fmt: skip
def test_other_sites_may_read_every_answer(site: Site, path: str) -> None:
    assert site.get(path).headers["access-control-allow-origin"] == "*"


def test_a_browser_that_asks_first_is_answered(site: Site) -> None:
    answer = site.get("/reconcile", method="OPTIONS", Origin="http://127.0.0.1:3333")
    assert (answer.status_code, answer.headers["access-control-allow-methods"]) == (204, "GET, POST, OPTIONS")


def test_a_name_without_its_accent_is_matched(site: Site) -> None:
    best = reconcile(site, q0={"query": "ANA FERROL"})["q0"]["result"][0]
    assert (best["id"], best["score"], best["match"]) == (ANA, 100, True)


@pytest.mark.parametrize(("written", "match"), [("FERROL, Ana", True), ("Férrol", False), ("Ana", False)])
def test_a_surname_alone_is_nobody_for_sure(site: Site, written: str, match: bool) -> None:
    best = reconcile(site, q0={"query": written})["q0"]["result"][0]
    assert (best["id"], best["match"]) == (ANA, match)


def test_an_alias_is_matched_and_a_type_kept(site: Site) -> None:
    answer = reconcile(
        site, a={"query": "Férrol", "type": "person"}, b={"query": "Halden Works", "type": ["organization"]}
    )
    assert answer["a"]["result"][0]["id"] == ANA
    assert [(one["id"], one["match"]) for one in answer["b"]["result"]] == [(HALDEN, False)]


@pytest.mark.parametrize(
    ("value", "score", "match"),
    [
        ("France", 100, True),
        ("fr", 100, True),
        ({"id": "FR"}, 100, True),
        (["BR", "FR"], 100, True),
        ("Brazil", 75, False),
        ("", 100, True),  # An empty cell says nothing.
    ],
)
def test_a_property_speaks_for_or_against(
    site_of: Callable[[Any], Site], value: object, score: int, match: bool
) -> None:
    rows = made_rows()
    rows["people"][0]["nationality"] = "FR"
    query = {"query": "Ana Férrol", "properties": [{"pid": "nationality", "v": value}]}
    best = reconcile(site_of(rows), q=query)["q"]["result"][0]
    assert (best["score"], best["match"]) == (score, match)


def test_of_two_with_one_name_none_is_a_match(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    rows["people"].append(rows["people"][0] | {"person_id": key("people", 7)})
    found = reconcile(site_of(rows), q={"query": "Ana Férrol"})["q"]["result"]
    assert [(one["score"], one["match"]) for one in found] == [(100, False), (100, False)]


@pytest.mark.parametrize("queries", ["[]", "x", '{"q": 1}', '{"q": {}}', "[" * 20_000])
def test_what_is_no_query_is_refused(site: Site, queries: str) -> None:
    assert site.get(f"/reconcile?queries={queries}").status_code == 400


@pytest.mark.parametrize("given", ["[]", "{}", '{"ids": 1, "properties": []}', '{"ids": [], "properties": [1]}'])
def test_what_asks_for_no_values_is_refused(site: Site, given: str) -> None:
    assert site.get(f"/reconcile?extend={given}").status_code == 400


def test_too_many_at_once_are_refused(site: Site) -> None:
    many = json.dumps({f"q{number}": {"query": "a"} for number in range(51)})
    assert site.get(f"/reconcile?queries={many}").status_code == 413


@pytest.mark.parametrize("query", ["", '"', "a OR", "NEAR(", "\u0000", "*"])
def test_no_name_breaks_it(site: Site, query: str) -> None:
    reconcile(site, q={"query": query})
    assert site.get(f"/reconcile/suggest/entity?prefix={quote(query)}").status_code == 200


def test_nobody_is_nobody(site: Site) -> None:
    assert site.get("/reconcile/preview?id=p000000009999").status_code == 404
    assert site.get("/reconcile/preview").status_code == 404
