"""Which people and organisations a name may mean, how surely, and what is known of them."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

from cases.language.names import fold
from cases.site import store
from cases.site.labels import country, label

TYPES = {"person": ("people", "Person"), "organization": ("organizations", "Organisation")}
CANDIDATES, SHOWN = 200, 10
CONTRADICTED = 25
"""What each property that speaks against a candidate takes from its score."""

_KEY = re.compile(r"[po][0-9a-f]{12}")
Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Property:
    """A value of an entity.

    Attributes:
        read: The values of a row, in the forms that somebody may write; the first is the one that is shown.
    """

    title: str
    read: Callable[[Mapping[str, Any]], list[str]]


_ALIASES = Property("Other names", lambda row: list(json.loads(row["aliases"])))


def _land(column: str) -> Callable[[Mapping[str, Any]], list[str]]:
    return lambda row: [country(row[column]), row[column]] if row[column] else []


PROPERTIES: dict[str, dict[str, Property]] = {
    "person": {
        "nationality": Property("Nationality", _land("nationality")),
        "is_accused": Property("Accused in a report", lambda row: ["true", "yes"] if row["is_accused"] else ["false"]),
        "aliases": _ALIASES,
    },
    "organization": {
        "kind": Property("Kind of organisation", lambda row: _kind(row["kind"])),
        "country": Property("Country", _land("country")),
        "aliases": _ALIASES,
    },
}


def _kind(code: str | None) -> list[str]:
    return [label(code, "organization_kinds"), code] if code else []


@dataclass(frozen=True, slots=True)
class Query:
    """What a client asks for one of its rows."""

    name: str
    kinds: tuple[str, ...]
    limit: int
    properties: tuple[tuple[str, tuple[str, ...]], ...]

    @staticmethod
    def of(asked: Mapping[str, Any]) -> "Query":
        """Read a query of the protocol.

        Raises:
            KeyError: It has neither a name nor properties.
            AttributeError, TypeError, ValueError: It has not the form of one.
        """
        properties = tuple((str(one["pid"]), _values(one["v"])) for one in asked.get("properties") or [])
        if "query" not in asked and not properties:
            raise KeyError("query")
        kinds = asked.get("type") or []
        known = tuple(kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind in TYPES)
        limit = asked.get("limit")
        size = limit if isinstance(limit, int) and 0 < limit <= SHOWN else SHOWN
        return Query(str(asked.get("query") or "").replace("\0", " ")[:200], known or tuple(TYPES), size, properties)


def _values(given: Any) -> tuple[str, ...]:
    several = given if isinstance(given, list) else [given]
    return tuple(str(one.get("id", one.get("name", ""))) if isinstance(one, dict) else str(one) for one in several)


async def candidates(datasette: Any, query: Query) -> list[Row]:
    """Candidates for a query, best first; one that alone bears the very name, with nothing against it, is a match.

    A surname alone may be anybody's: it never is a match for a person.
    """
    found = [one for kind in query.kinds for one in await _of_kind(datasette, query, kind)]
    found.sort(key=lambda one: (-one["score"], one["id"]))
    sure = [one for one in found if one["score"] == 100]
    if len(sure) == 1:
        sure[0]["match"] = kind_of(sure[0]["id"]) != "person" or len(query.name.split()) > 1
    return found[: query.limit]


async def _of_kind(datasette: Any, query: Query, kind: str) -> list[Row]:
    words = " OR ".join(_quoted(word) for word in query.name.split())
    return [_candidate(query, row, kind) for row in await _found(datasette, kind, words, CANDIDATES)]


def _candidate(query: Query, row: Row, kind: str) -> Row:
    alike = _alike(query.name, row)
    agreeing = {name: _agrees(row, kind, name, values) for name, values in query.properties}
    features = [{"id": "name", "value": alike}]
    features += [{"id": name, "value": agrees} for name, agrees in agreeing.items() if agrees is not None]
    against = sum(agrees is False for agrees in agreeing.values())
    return {
        **_entity(row, kind, "type"),
        "score": max(0, alike - CONTRADICTED * against),
        "match": False,
        "features": features,
    }


def _agrees(row: Row, kind: str, name: str, values: tuple[str, ...]) -> bool | None:
    """Whether a property of a row is one of the values; none where either side does not tell."""
    known = PROPERTIES[kind][name].read(row) if name in PROPERTIES[kind] else []
    wanted = {fold(value) for value in values if value}
    return None if not known or not wanted else bool(wanted & {fold(value) for value in known})


def _alike(name: str, row: Mapping[str, Any]) -> int:
    """How alike the name and the nearest of a row's names are: 100 for equal but for case and accents.

    "Férrol, Ana" is read as "Ana Férrol" too.
    """
    surname, comma, given = name.partition(",")
    forms = [name, f"{given.strip()} {surname.strip()}"] if comma else [name]
    names = [row["name"], *json.loads(row["aliases"])]
    return round(100 * max(SequenceMatcher(None, fold(form), fold(other)).ratio() for form in forms for other in names))


async def starting_with(datasette: Any, prefix: str, first: int) -> list[Row]:
    """Entities with a name that holds the words, the last one only begun."""
    words = [_quoted(word) for word in prefix.split()]
    if not words:
        return []
    match = " ".join(words) + " *"
    found = [
        _entity(row, kind, "notable") for kind in TYPES for row in await _found(datasette, kind, match, first + SHOWN)
    ]
    return found[first : first + SHOWN]


def _quoted(word: str) -> str:
    return '"' + word.replace('"', '""') + '"'


async def _found(datasette: Any, kind: str, match: str, limit: int) -> list[Row]:
    table = TYPES[kind][0]
    return await store.rows(
        datasette,
        f"""select t.* from {table}_fts f join {table} t on t.rowid = f.rowid
        where {table}_fts match :match order by f.rank limit :limit""",
        {"match": match or '""', "limit": limit},
    )


def _entity(row: Row, kind: str, types: str) -> Row:
    told = [one.read(row)[0] for name, one in PROPERTIES[kind].items() if name != "is_accused" and one.read(row)]
    said = (["accused in a report"] if row.get("is_accused") else []) + told
    return {
        "id": row[f"{kind}_id"],
        "name": row["name"],
        "description": ", ".join(said)[:200],
        types: [{"id": kind, "name": TYPES[kind][1]}],
    }


def kind_of(key: str) -> str | None:
    """The type of an entity, by its identifier; none where it is no identifier."""
    return None if not _KEY.fullmatch(key) else "person" if key.startswith("p") else "organization"


async def extended(datasette: Any, ids: list[str], wanted: list[str]) -> Row:
    """The values of entities, in the form of a data extension."""
    rows: dict[str, dict[str, list[dict[str, str]]]] = {}
    for key in ids:
        kind = kind_of(key)
        found = await _rows_of(datasette, kind, key) if kind else []
        known = PROPERTIES[kind] if kind else {}
        rows[key] = {name: _cells(known.get(name), found) for name in wanted}
    titles = {name: one.title for known in PROPERTIES.values() for name, one in known.items()}
    return {"meta": [{"id": name, "name": titles.get(name, name)} for name in wanted], "rows": rows}


async def _rows_of(datasette: Any, kind: str, key: str) -> list[Row]:
    return await store.rows(datasette, f"select * from {TYPES[kind][0]} where {kind}_id = :key", {"key": key})


def _cells(wanted: Property | None, found: list[Row]) -> list[dict[str, str]]:
    values = wanted.read(found[0]) if wanted and found else []
    # Of a code, the words alone; of names, all.
    return [{"str": value} for value in (values if wanted is _ALIASES else values[:1])]
