"""Exports: each read back by the standard's own tool or by the format's usual reader, with equal values."""

import csv
import hashlib
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import networkx
import openpyxl
import pandas as pd
import pyarrow as pa
import pytest
from frictionless import Package
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made import TEXT, Rows, row, rows, write_build
from pyarrow.csv import ConvertOptions, ParseOptions, read_csv
from rdflib import DC, RDF, RDFS, SDO, Graph, Namespace, URIRef
from rdflib.collection import Collection
from typer.testing import CliRunner

from cases import TABLES, open_build
from cases.cli import app
from cases.errors import CasesError
from cases.exports import FORMS, export_build

FORMULA = '=HYPERLINK("x"),\n@b'
CORRECTED = "age corrected from 45 (Digits swapped by the paper)"
TOOLS = Path(sys.executable).parent


@pytest.fixture(scope="module")
def exported(made_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The folder of an export of the made build."""
    done: dict[str, Path] = {}

    def get(form: str) -> Path:
        if form not in done:
            done[form] = tmp_path_factory.mktemp(form)
            export_build(open_build(made_build), form, done[form])
        return done[form]

    return get


@pytest.mark.parametrize("form", list(FORMS))
def test_checksums_are_those_of_the_files(exported: Callable[[str], Path], form: str) -> None:
    folder = exported(form)
    listed = dict(reversed(line.split("  ")) for line in (folder / "SHA256SUMS").read_text().splitlines())
    files = {p.relative_to(folder).as_posix(): p for p in folder.rglob("*") if p.is_file() and p.name != "SHA256SUMS"}
    assert listed == {name: hashlib.sha256(path.read_bytes()).hexdigest() for name, path in files.items()}


def test_without_a_build_named_it_writes_what_the_package_reads(
    made_build: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CASES_BUILD", str(made_build))
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(app, ["export", "annotations"])
    assert done.output == "export/annotations: 2 files\n"
    assert (tmp_path / "export" / "annotations" / "annotations.jsonld").is_file()


def test_a_form_that_is_none(made_build: Path, tmp_path: Path) -> None:
    with pytest.raises(CasesError, match="there is no form 'pdf'; take one of csv, xlsx"):
        export_build(open_build(made_build), "pdf", tmp_path)


# CSV

READERS: dict[str, Callable[[str], Any]] = {
    "string": str,
    "integer": int,
    "number": float,
    "boolean": {"true": True, "false": False}.__getitem__,
    "date": date.fromisoformat,
    "list": json.loads,
}


TELLS = {"quoting": csv.QUOTE_NOTNULL} if sys.version_info >= (3, 13) else {}
"""Python's own reader tells "" from nothing from 3.13 on; before, an empty text is read as null is."""


def _read_csv(path: Path) -> list[dict[str, Any]]:
    """The rows by the csv module, in their types."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = [
            line | {c: None for c in line if not TELLS and line[c] == ""} for line in csv.DictReader(file, **TELLS)
        ]
    return [_typed(path.stem, line) for line in lines]


def _read_csv_with_arrow(path: Path) -> list[dict[str, Any]]:
    """The rows by Arrow, in their types."""
    texts = {name: pa.string() for name in (*TABLES[path.stem].column_names, "corrected_from")}
    options = ConvertOptions(
        column_types=texts, null_values=[""], strings_can_be_null=True, quoted_strings_can_be_null=False
    )
    table = read_csv(path, parse_options=ParseOptions(newlines_in_values=True), convert_options=options)
    return [_typed(path.stem, line) for line in table.to_pylist()]


def _typed(table: str, line: dict[str, str | None]) -> dict[str, Any]:
    return {
        column.name: None if (cell := line[column.name]) is None else READERS[column.type](cell)
        for column in TABLES[table].columns
    }


def _without_empty(content: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{name: None if value == "" else value for name, value in one.items()} for one in content]


@pytest.mark.parametrize("table", list(TABLES))
def test_csv_is_read_back_exactly(exported: Callable[[str], Path], table: str) -> None:
    assert _read_csv(exported("csv") / f"{table}.csv") == rows()[table]


TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0", include_characters='\n\r",🦀'), max_size=20
)
PEOPLE = st.lists(
    st.fixed_dictionaries(
        {
            "name": TEXTS.filter(bool),
            "aliases": st.lists(TEXTS, max_size=3),
            "nationality": st.none() | st.just("MX"),
            "age": st.none() | st.integers(0, 130),
            "age_on": st.none() | st.dates(),
            "is_accused": st.booleans(),
        }
    ),
    max_size=5,
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PEOPLE, st.lists(st.floats(0, 1e18), max_size=3), st.lists(st.none() | TEXTS, max_size=3))
def test_any_table_survives_csv(people: list[dict[str, Any]], sums: list[float], authors: list[str | None]) -> None:
    content = {table: list[dict[str, Any]]() for table in TABLES}
    content["people"] = [row("people", person_id=f"p{i:012x}", **one) for i, one in enumerate(people)]
    told = rows()["documents"][0]
    content["documents"] = [told] + [
        told | {"document_id": f"e-{i}", "author": author, "title": author} for i, author in enumerate(authors)
    ]
    content["amounts"] = [
        row("amounts", amount_id=f"a{i:012x}", document_id="d-1", text="x", value=value, currency="USD",
            qualifier="exact", kind="other")
        for i, value in enumerate(sums)
    ]  # fmt: skip
    with tempfile.TemporaryDirectory() as place:
        build = open_build(write_build(Path(place) / "build", content))
        export_build(build, "csv", Path(place) / "csv")
        for table in ("people", "amounts", "documents"):
            path = Path(place) / "csv" / f"{table}.csv"
            assert _read_csv(path) == (content[table] if TELLS else _without_empty(content[table]))
            assert _read_csv_with_arrow(path) == content[table]


def test_csv_quotes_what_has_to_be_quoted(build_of: Callable[[Rows], Path], tmp_path: Path) -> None:
    content = rows()
    content["documents"][0] |= {"author": "", "title": 'A "b", c', "publisher": "a\nb", "url": " plain'; 1"}
    export_build(open_build(build_of(content)), "csv", tmp_path)
    lines = (tmp_path / "documents.csv").read_bytes().decode().split("\r\n")
    assert lines[1].startswith('d-1,"A ""b"", c",2024-02-29,,"a\nb","", plain\'; 1,en,,true,a/d-1.txt,0000')
    assert lines[2].startswith("d-2,,,,,,,,,false,d-2.txt,1111")


def test_csv_says_what_was_corrected(exported: Callable[[str], Path]) -> None:
    with (exported("csv") / "people.csv").open(encoding="utf-8", newline="") as file:
        assert [line["corrected_from"] for line in csv.DictReader(file)] == [CORRECTED, ""]


def test_csv_for_spreadsheets_holds_no_formula(made_build: Path, tmp_path: Path) -> None:
    export_build(open_build(made_build), "csv", tmp_path, spreadsheet=True)
    with (tmp_path / "documents.csv").open(encoding="utf-8", newline="") as file:
        assert [line["title"] for line in csv.DictReader(file)] == ["'" + FORMULA, ""]


def test_frictionless_accepts_the_csv(exported: Callable[[str], Path]) -> None:
    report = Package(str(exported("csv") / "datapackage.json")).validate()
    assert report.valid, report.flatten(["rowNumber", "fieldName", "type", "note"])


def test_frictionless_finds_a_wrong_cell(exported: Callable[[str], Path], tmp_path: Path) -> None:
    for path in exported("csv").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    people = tmp_path / "people.csv"
    people.write_text(people.read_text("utf-8").replace("MX,54,", "MX,fifty,"), "utf-8")
    assert not Package(str(tmp_path / "datapackage.json")).validate().valid


# xlsx


def test_workbook(exported: Callable[[str], Path]) -> None:
    workbook = openpyxl.load_workbook(exported("xlsx") / "cases.xlsx")
    assert workbook.sheetnames == [table for table in TABLES if table != "texts"]
    title = workbook["documents"]["B2"]
    assert (title.data_type, title.value) == ("s", FORMULA)
    head, first, _ = workbook["people"].iter_rows(values_only=True)
    told = dict(zip(head, first, strict=True))
    assert told["aliases"] == 'Núñez; the "Crab"'
    assert (told["age"], told["age_on"].date(), told["is_accused"]) == (54, date(2024, 2, 29), True)
    assert told["corrected_from"] == CORRECTED
    assert not [c for sheet in workbook for line in sheet.iter_rows() for c in line if c.data_type == "f"]


# FollowTheMoney


@pytest.fixture(scope="module")
def entities(exported: Callable[[str], Path]) -> dict[str, dict[str, Any]]:
    lines = (exported("ftm") / "entities.ftm.json").read_text("utf-8").splitlines()
    made = [json.loads(line) for line in lines]
    assert len({entity["id"] for entity in made}) == len(made)
    return {entity["id"]: entity for entity in made}


def test_ftm_accepts_the_entities(exported: Callable[[str], Path], tmp_path: Path) -> None:
    source, out = exported("ftm") / "entities.ftm.json", tmp_path / "out.json"
    command = [TOOLS / "ftm", "validate", "-i", source, "-o", out]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    before = [json.loads(line) for line in source.read_text("utf-8").splitlines()]
    after = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert [(e["id"], set(e["properties"])) for e in after] == [(e["id"], set(e["properties"])) for e in before]


def test_ftm_entities_make_a_graph(entities: dict[str, dict[str, Any]]) -> None:
    from followthemoney import model
    from followthemoney.graph import Graph

    graph = Graph()
    for entity in entities.values():
        proxy = model.get_proxy(entity)
        proxy.schema.validate(entity)
        graph.add(proxy)
    drawn = networkx.Graph([(edge.source_id, edge.target_id) for edge in graph.iteredges()])
    zoe = next(node for node in graph.iternodes() if node.value == "cc-p000000000001")
    reached = networkx.node_connected_component(drawn, zoe.id)
    case = next(node for node in graph.iternodes() if node.value == "cc-c000000000001")
    assert case.id in reached
    pointed = {v for e in entities.values() for n, vs in e["properties"].items() for v in vs if n in LINKS}
    assert pointed <= set(entities)


LINKS = {"holder", "post", "case", "party", "payer", "beneficiary", "document", "entity", "proof", "organization"}


def test_ftm_says_who_is_what(entities: dict[str, dict[str, Any]]) -> None:
    charge = entities["cc-g000000000001"]
    assert charge["schema"] == "CourtCaseParty"
    assert charge["properties"]["role"] == ["accused of Bribery (Pleaded not guilty)"]
    assert charge["properties"]["description"] == ["“Zoë Núñez took a bribe”", "“She denied it”"]
    assert charge["properties"]["sourceUrl"] == ["https://news.example/d-1"]
    [proof] = entities["cc-c000000000001"]["properties"]["proof"]
    assert entities[proof]["properties"]["publisher"] == ["The Clarion"]
    occupancy = entities["cc-r000000000001"]["properties"]
    assert (occupancy["startDate"], occupancy["endDate"], occupancy["status"]) == (["2006"], ["2012"], ["former"])
    payment = entities["cc-a000000000001"]["properties"]
    assert payment["beneficiary"] == ["cc-p000000000001"]
    assert payment["purpose"] == ["Reported bribe, as reported: a loan"]
    assert entities[payment["payer"][0]]["properties"]["name"] == ["not named in the documents"]
    assert CORRECTED in entities["cc-p000000000001"]["properties"]["notes"]
    assert entities["cc-o000000000001"]["schema"] == "PublicBody"


# Annotations


def test_annotations_point_to_the_words(exported: Callable[[str], Path]) -> None:
    collection = json.loads((exported("annotations") / "annotations.jsonld").read_text("utf-8"))
    items = collection["first"]["items"]
    assert collection["total"] == len(items) == len(rows()["evidence"])
    for item in items:
        quote, position = item["target"]["selector"]
        assert TEXT[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in TEXT
    bodies = {item["body"]["id"]: item["body"]["value"] for item in items}
    said = bodies["urn:corruption-cases:charges:g000000000001"]
    assert said == "Charges and allegations: Zoë Núñez, Bribery (Pleaded not guilty)"
    assert bodies["urn:corruption-cases:people:p000000000001"].endswith(CORRECTED)
    assert {item["target"]["source"] for item in items} == {"https://news.example/d-1"}


OA, AS = Namespace("http://www.w3.org/ns/oa#"), Namespace("http://www.w3.org/ns/activitystreams#")
LITERALS = {"value": RDF.value, "label": RDFS.label, "format": DC.format, "language": DC.language}
TERMS = {
    "id": "@id",
    "type": "@type",
    "motivation": {"@id": OA.motivatedBy, "@type": "@vocab"},
    "items": {"@id": AS.items, "@container": "@list"},
    "first": {"@id": AS["first"], "@type": "@id"},
    "total": AS.totalItems,
    "startIndex": AS.startIndex,
    "AnnotationCollection": AS.OrderedCollection,
    "AnnotationPage": AS.OrderedCollectionPage,
    **{
        name: {"@id": OA[f"has{name.capitalize()}"], "@type": "@id"}
        for name in ("body", "target", "source", "selector")
    },
    **{name: OA[name] for name in ("exact", "prefix", "suffix", "start", "end", "describing", "Annotation")},
    **{name: OA[name] for name in ("TextualBody", "TextQuoteSelector", "TextPositionSelector")},
    **LITERALS,
}
"""The terms that we use, as the Web Annotation Vocabulary of the W3C has them; nothing is fetched."""


@pytest.mark.parametrize("which", ["made_build", "seed_build"])
def test_annotations_are_rdf_of_the_standard(which: str, request: pytest.FixtureRequest, tmp_path: Path) -> None:
    build = open_build(request.getfixturevalue(which))
    export_build(build, "annotations", tmp_path)
    collection = json.loads((tmp_path / "annotations.jsonld").read_text("utf-8"))
    assert collection.pop("@context") == "http://www.w3.org/ns/anno.jsonld"
    assert _terms(collection) <= TERMS.keys()
    graph = Graph().parse(data=json.dumps({"@context": TERMS, **collection}), format="json-ld")
    [page] = graph.objects(URIRef("urn:corruption-cases:annotations"), AS["first"])
    listed = Collection(graph, graph.value(page, AS["items"]))
    texts = {row["document_id"]: row["text"] for row in build.load("texts", engine="arrow").to_pylist()}
    evidence = {
        f"urn:corruption-cases:{row['evidence_id']}": row for row in build.load("evidence", engine="arrow").to_pylist()
    }
    assert sorted(map(str, listed)) == sorted(evidence)
    for one in graph.subjects(RDF.type, OA.Annotation):
        assert graph.value(one, OA.motivatedBy) == OA.describing
        [body], [target] = graph.objects(one, OA.hasBody), graph.objects(one, OA.hasTarget)
        assert graph.value(body, RDF.type) == OA.TextualBody
        assert str(graph.value(body, RDF.value))
        assert isinstance(graph.value(target, OA.hasSource), URIRef)
        selectors = {graph.value(s, RDF.type): s for s in graph.objects(target, OA.hasSelector)}
        quote, place = selectors.pop(OA.TextQuoteSelector), selectors.pop(OA.TextPositionSelector)
        assert not selectors
        text = texts[evidence[str(one)]["document_id"]]
        start, end = graph.value(place, OA.start).toPython(), graph.value(place, OA.end).toPython()
        around = [str(graph.value(quote, OA[name])) for name in ("prefix", "exact", "suffix")]
        assert around == [text[max(start - 32, 0) : start], text[start:end], text[end : end + 32]]


def _terms(value: Any) -> set[str]:
    """The keys of a JSON value, with the names of its types."""
    if isinstance(value, list):
        return set().union(*map(_terms, value))
    if not isinstance(value, dict):
        return set()
    return set(value) | ({value["type"]} if "type" in value else set()) | set().union(*map(_terms, value.values()))


# Croissant


def test_croissant_is_valid_and_loads(exported: Callable[[str], Path]) -> None:
    import mlcroissant

    path = exported("croissant") / "croissant.json"
    done = subprocess.run(
        [TOOLS / "mlcroissant", "validate", "--jsonld", path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    dataset = mlcroissant.Dataset(jsonld=str(path))
    assert {one.name for one in dataset.metadata.record_sets} == set(TABLES)
    for table, content in rows().items():
        loaded = [{k.partition("/")[2]: _plain(v) for k, v in one.items()} for one in dataset.records(table)]
        assert loaded == content, table


def _plain(value: Any) -> Any:
    """A value as mlcroissant gives it: texts as bytes, days as timestamps, of whole columns without a value too."""
    if isinstance(value, list):
        return [_plain(one) for one in value]
    if isinstance(value, bytes):
        return value.decode()
    if isinstance(value, pd.Timestamp):
        return value.date()
    return None if pd.isna(value) else value


def test_croissant_is_a_dataset_of_schema_org(exported: Callable[[str], Path]) -> None:
    graph = Graph().parse(exported("croissant") / "croissant.json", format="json-ld")
    [dataset] = graph.subjects(RDF.type, SDO.Dataset)
    for name in ("name", "description", "license", "url", "version", "creator", "keywords"):
        assert list(graph.objects(dataset, SDO[name])), name
    assert len(list(graph.objects(dataset, SDO.distribution))) == len(TABLES)


def test_withheld_names_reach_no_export(build_of: Callable[[Rows], Path], tmp_path: Path) -> None:
    content = json.loads(
        json.dumps(rows(), default=str, ensure_ascii=False).replace("Zoë Núñez", "█████████").replace("Núñez", "█████")
    )
    typed = {t: [{**new, **_dates(old)} for new, old in zip(content[t], rows()[t], strict=True)] for t in TABLES}
    build = open_build(build_of(typed))
    for form in FORMS:
        export_build(build, form, tmp_path / form)
    for path in tmp_path.rglob("*"):
        if path.is_file():
            assert "Núñez".encode() not in path.read_bytes(), path
            assert b"N\\u00fa" not in path.read_bytes(), path


def _dates(one: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in one.items() if isinstance(value, date)}
