"""What programs read: feed, linked data, robots, reconciliation, Parquet of any table or question."""

import io
import json
from typing import Any

import pyarrow.parquet as pq
import pytest
from asking import Site
from hostile import HOSTILE, hostile_build
from lxml import etree
from porto_verde import ANA

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
