"""What programs read: feed, linked data, robots, reconciliation, Parquet of any table or question."""

import io
import json
from typing import Any
from urllib.parse import quote

import feedparser
import pyarrow.parquet as pq
import pytest
from asking import Site
from hostile import HOSTILE, hostile_build
from lxml import etree
from porto_verde import ANA
from rdflib import RDF, Graph, URIRef

from cases.schema import TABLES
from cases.site import parquet

SCHEMA = "https://schema.org/"
ATOM = "{http://www.w3.org/2005/Atom}"


def test_robots_keep_people_out_of_search_engines(site: Site) -> None:
    assert "Disallow: /person/" in site.get("/robots.txt").text.splitlines()


def test_a_language_model_is_told_how_to_word_it(site: Site) -> None:
    said = site.get("/llms.txt").text
    assert "as an allegation" in said
    assert "/cases/who_was_convicted" in said


def test_the_feed_is_xml_whatever_the_titles(tmp_path: Any) -> None:
    answer = Site(hostile_build(tmp_path / "build")).get("/feed.atom")
    entries = etree.fromstring(answer.content).findall(f"{ATOM}entry")
    assert len(entries) == len(HOSTILE)
    assert HOSTILE[0] in [entry.findtext(f"{ATOM}title") for entry in entries]


def test_the_feed_parses_as_atom(site: Site) -> None:
    answer = site.get("/feed.atom")
    feed = feedparser.parse(answer.content)
    assert (feed.bozo, feed.version, feed.encoding) == (False, "atom10", "utf-8")
    [entry] = feed.entries
    assert (entry.title, entry.updated, entry.link) == (
        "Mayor charged",
        "2021-03-04T00:00:00Z",
        "http://localhost/document/porto-verde",
    )
    assert entry.id == entry.link
    assert feed.feed.links[0].rel == "self"


def test_the_feed_of_hostile_titles_parses_and_runs_nothing(tmp_path: Any) -> None:
    feed = feedparser.parse(Site(hostile_build(tmp_path / "build")).get("/feed.atom").content)
    assert not feed.bozo
    assert {detail.title_detail.type for detail in feed.entries} == {"text/plain"}


def test_the_start_page_is_linked_data(site: Site) -> None:
    said = json.loads(site.page("/").xpath("//script[@type='application/ld+json']/text()")[0])
    assert said.pop("@context") == "https://schema.org/"
    # schema.org's own context is not to be had without a network; its words are all that is needed of it.
    graph = Graph().parse(data=json.dumps({"@context": {"@vocab": SCHEMA}, **said}), format="json-ld")
    [dataset] = graph.subjects(RDF.type, URIRef(f"{SCHEMA}Dataset"))
    assert {str(value) for value in graph.objects(dataset, URIRef(f"{SCHEMA}license"))} == {
        "https://creativecommons.org/licenses/by/4.0/"
    }
    files = [
        str(graph.value(part, URIRef(f"{SCHEMA}contentUrl")))
        for part in graph.objects(dataset, URIRef(f"{SCHEMA}distribution"))
    ]
    assert len(files) == len(TABLES)
    for file in files:
        assert site.get(file.removeprefix("http://localhost"), method="HEAD").status_code == 200


def test_the_start_page_describes_the_dataset(site: Site) -> None:
    said = json.loads(site.page("/").xpath("//script[@type='application/ld+json']/text()")[0])
    assert (said["@type"], said["license"]) == ("Dataset", "https://creativecommons.org/licenses/by/4.0/")


@pytest.mark.parametrize(
    ("path", "rows"),
    [
        ("/cases/evidence.parquet?_size=3", 13),  # The whole table, not one page.
        ("/cases/evidence.parquet?table_name=roles&_size=1", 3),
        ("/cases/who_says_what.parquet?name=Ana", 1),
        (f"/cases/people/{ANA}.parquet", 1),
    ],
)
def test_parquet_of_any_table_and_question(site: Site, path: str, rows: int) -> None:
    answer = site.get(path)
    assert answer.status_code == 200, answer.text[:300]
    assert pq.read_table(io.BytesIO(answer.content)).num_rows == rows


MANY = (
    "with recursive n(i) as (select 0 union all select i + 1 from n where i < {}) "
    "select i, i * 0.5 as half, iif(i % 2, i, 'x') as mixed, null as blank from n"
)


def asked(site: Site, sql: str) -> Any:
    return site.get("/cases.parquet?sql=" + quote(sql))


def test_a_question_gives_all_its_rows_and_one_kind_of_value_to_a_column(site: Site) -> None:
    found = pq.read_table(io.BytesIO(asked(site, MANY.format(24_999)).content))
    assert found.num_rows == 25_000  # Datasette's own answers stop at 1,000.
    assert [str(column.type) for column in found.schema] == ["int64", "double", "string", "string"]
    assert found.slice(24_998).to_pylist() == [
        {"i": 24_998, "half": 12_499.0, "mixed": "x", "blank": None},
        {"i": 24_999, "half": 12_499.5, "mixed": "24999", "blank": None},
    ]


def test_no_row_at_all_is_a_file_too(site: Site) -> None:
    found = pq.read_table(io.BytesIO(site.get("/cases/who_says_what.parquet?name=nobody").content))
    assert (found.num_rows, "asserted_by" in found.column_names) == (0, True)


def test_too_many_rows_are_refused_and_not_cut(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "ROWS", 20_000)
    assert asked(site, MANY.format(20_000)).status_code == 413
    assert asked(site, MANY.format(19_999)).status_code == 200


def test_an_answer_that_takes_too_long_is_refused(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "SECONDS", 0.01)
    assert asked(site, MANY.format(400_000)).status_code == 400


def test_the_page_that_was_looked_at_is_no_filter(site: Site) -> None:
    answer = site.get("/cases/evidence.parquet?_next=e000000000003&table_name=roles")
    assert (answer.status_code, answer.headers["location"]) == (302, "/cases/evidence.parquet?table_name=roles")


@pytest.mark.parametrize("sql", ["delete from people", "pragma query_only = 0", "select nothing from nowhere"])
def test_a_file_of_anything_but_a_question_is_refused(site: Site, sql: str) -> None:
    assert asked(site, sql).status_code == 400
