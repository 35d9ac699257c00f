"""Serving: which build to whom, and the tables and queries as Datasette shows them."""

import asyncio
import json
import re
import shutil
import socket
from itertools import pairwise
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from asking import Site, words
from datasette.app import Datasette
from lxml import html
from porto_verde import ANA, made_rows, make_build

from cases.errors import CasesError
from cases.schema import TABLES, datasette_metadata
from cases.site.queries import queries
from cases.site.serve import serve
from cases.validation import is_public


def test_a_build_with_closed_texts_stays_at_home(tmp_path: Path) -> None:
    rows = made_rows()
    rows["documents"][0]["redistributable"] = False
    build = make_build(tmp_path / "build", rows)
    assert not is_public(build / "cases.db")
    with pytest.raises(CasesError, match="--public"):
        serve(build, host="0.0.0.0")


def test_open_texts_may_travel(porto_verde: Path) -> None:
    assert is_public(porto_verde / "cases.db")


def test_a_taken_port_is_said_in_one_line(porto_verde: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        with pytest.raises(CasesError, match="--port"):
            serve(porto_verde, port=other.getsockname()[1])


def test_no_build_is_said_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CasesError, match="make one: cases build"):
        serve(tmp_path / "none")


@pytest.mark.parametrize("table", TABLES)
def test_a_table_page_describes_itself(site: Site, table: str) -> None:
    page = site.page(f"/cases/{table}")
    assert TABLES[table].description.split(".")[0] in words(page)


def test_foreign_keys_show_names(site: Site) -> None:
    assert "Ana Férrol" in words(site.page("/cases/charges").xpath("//td[contains(@class, 'col-person_id')]")[0])


@pytest.mark.parametrize("name", queries())
def test_a_query_answers_and_explains_itself(site: Site, name: str) -> None:
    page = site.page(f"/cases/{name}")
    assert queries()[name]["title"] in words(page)
    assert not page.find_class("message-error")


def test_nothing_can_be_written(site: Site) -> None:
    assert site.get("/cases.json?sql=delete+from+people").status_code == 400
    assert not site.datasette.get_database("cases").is_mutable


def test_a_cell_leads_to_our_page_and_words_the_charge(site: Site) -> None:
    page = site.page("/cases/charges")
    assert page.xpath("//td[contains(@class, 'col-person_id')]/a/@href") == [f"/person/{ANA}"]
    assert words(page.xpath("//td[contains(@class, 'col-status')]")[0]) == "Charged, not proven"


def test_a_large_figure_can_be_read(site: Site) -> None:
    for path, column in (("/cases/amounts?kind=fine", "value"), ("/cases/sums_by_kind", "total")):
        cells = [words(cell) for cell in site.page(path).xpath(f"//td[contains(concat(@class, ' '), 'col-{column} ')]")]
        assert "2,000,000" in cells, path
    assert "2000000.0" in site.get("/cases/amounts.csv?kind=fine").text


CHARGED = "Ana Férrol was charged with bribery (not proven), says prosecutor Luis Brandt, 2021-03-03"


@pytest.mark.parametrize(
    ("path", "words_", "quotes"),
    [
        ("charges", CHARGED, "1"),
        ("charge_history", CHARGED, "1"),
        ("amounts?kind=fine", "Fine: 2,000,000 EUR", "1"),
        ("amounts?kind=fine&_col=text", None, "1"),  # The page lacks the columns that a sentence is made of.
        ("people", None, "1"),
        ("cases", None, "1"),
        ("findings", None, "1"),
        ("documents", None, "13"),
    ],
)
def test_a_row_stands_in_words_with_its_quotes(site: Site, path: str, words_: str | None, quotes: str) -> None:
    page = site.page(f"/cases/{path}")
    assert [words(cell) for cell in page.xpath("//td[@class='in-words']")][:1] == ([words_] if words_ else [])
    cell = page.xpath("//td[@class='quotes']")[0]
    assert words(cell) == quotes
    for link in cell.xpath(".//a/@href"):
        assert len(site.page(link).xpath("//tbody/tr")) == int(quotes)


def test_a_table_without_words_of_its_own_counts_none(site: Site) -> None:
    assert not site.page("/cases/offences").find_class("quotes")


def test_answers_tell_the_browser_to_run_nothing_of_a_document(site: Site) -> None:
    headers = site.get(f"/person/{ANA}").headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert "unsafe-inline" not in policy["script-src"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-robots-tag"] == "noindex"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
@pytest.mark.parametrize("path", ["/", "/cases/charges", "/cases/sums_by_kind", f"/person/{ANA}", "/download/cases.db"])
def test_nothing_is_written(site: Site, method: str, path: str) -> None:
    answer = site.get(path, method)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD, OPTIONS")
    assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    "page", ["/", f"/person/{ANA}", "/cases/evidence?_facet=sentence&_facet_size=1", "/cases/sums_by_kind"]
)
@pytest.mark.parametrize("kept", [True, False])
def test_below_a_path_every_address_keeps_it(porto_verde: Path, page: str, kept: bool) -> None:
    below = Site(porto_verde, "/x/y/")

    def answered(path: str) -> Any:
        return asyncio.run(below.datasette.client.request("GET", path, avoid_path_rewrites=True))

    # A proxy keeps the path or takes it off.
    answer = answered(f"/x/y{page}" if kept else page)
    assert answer.status_code == 200
    tree = html.fromstring(answer.text)
    addresses = [urlsplit(one) for one in (*tree.xpath("//@href"), *tree.xpath("//@action"), *tree.xpath("//@src"))]
    ours = {one.path for one in addresses if one.path and one.netloc in ("", "localhost")}
    assert ours
    assert {path[:5] for path in ours} == {"/x/y/"}
    assert not [path for path in ours if "/x/y/x/" in path]
    assert {path: answered(path).status_code for path in ours} == dict.fromkeys(ours, 200)


@pytest.mark.parametrize(
    ("asked", "led_to"),
    [
        ("/cases/charges/", "/x/y/cases/charges"),
        ("/cases/charges.parquet?_next=1", "/x/y/cases/charges.parquet"),
        ("/cases/charges?_filter_column_1=offence&_filter_op_1=exact&_filter_value_1=bribery",
         "/x/y/cases/charges?offence__exact=bribery"),
        (f"/id/{ANA}", f"/x/y/person/{ANA}"),
    ],
)  # fmt: skip
def test_whoever_is_led_on_stays_below_the_path(porto_verde: Path, asked: str, led_to: str) -> None:
    client = Site(porto_verde, "/x/y/").datasette.client
    answer = asyncio.run(client.request("GET", f"/x/y{asked}", avoid_path_rewrites=True, follow_redirects=False))
    assert (answer.status_code, answer.headers["location"]) == (302, led_to)


def test_a_page_says_where_to_report_an_error(porto_verde: Path) -> None:
    open_to = Site(porto_verde, contact="mailto:desk@news.example")
    assert open_to.page(f"/person/{ANA}").find_class("report")[0].xpath(".//a/@href") == ["mailto:desk@news.example"]
    with pytest.raises(CasesError, match="mailto"):
        Site(porto_verde, contact="javascript:1")


def _published(build: Path, folder: Path) -> Site:
    """As ``datasette publish`` makes it: the database alone, beside its descriptions."""
    shutil.copy(build / "cases.db", folder)
    metadata = json.loads(json.dumps(datasette_metadata("cases", queries())))
    plain = Site(build)
    plain.datasette = Datasette(immutables=[str(folder / "cases.db")], metadata=metadata)
    return plain


def test_a_plain_datasette_with_the_plugin_shows_the_pages(porto_verde: Path, tmp_path: Path) -> None:
    plain = _published(porto_verde, tmp_path)
    for path in ("/", f"/person/{ANA}", "/document/porto-verde", "/cases/charges", "/cases/sums_by_kind", "/charts"):
        plain.page(path)


def test_a_database_published_alone_offers_no_file_that_is_not_there(porto_verde: Path, tmp_path: Path) -> None:
    plain = _published(porto_verde, tmp_path)
    page = plain.page("/download")
    assert page.xpath("//table//a/@href") == ["/download/cases.db"]
    said = json.loads(plain.page("/").xpath("//script[@type='application/ld+json']/text()")[0])
    offered = {part["contentUrl"] for part in said["distribution"]}
    offered |= {found for code in page.xpath("//pre") for found in re.findall(r'https?://[^"\']+', words(code))}
    assert len(offered) == len(TABLES)
    for address in offered:
        answer = plain.get(address.removeprefix("http://localhost"))
        assert (answer.status_code, answer.content[:4]) == (200, b"PAR1"), address


def test_an_address_that_is_not_there_fills_no_log(
    porto_verde: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _published(porto_verde, tmp_path).get("/nowhere").status_code == 404
    assert "locals" not in "".join(capsys.readouterr())


@pytest.mark.parametrize("path", ["/cases", "/cases/amounts?_facet=kind", "/cases/who_was_convicted"])
def test_fields_are_labelled_and_headings_skip_no_level(site: Site, path: str) -> None:
    page = site.page(path)
    fields = page.xpath("//main//select | //main//input[@type='text' or @type='search'] | //main//textarea")
    for one in fields:
        named = one.get("aria-label") or page.xpath(f"//label[@for='{one.get('id')}']") or one.xpath("ancestor::label")
        assert named, one.attrib
    levels = [int(heading.tag[1]) for heading in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_the_workings_of_the_search_are_no_tables(site: Site) -> None:
    assert site.get("/cases/people_fts_idx").status_code == 403
    links = site.page("/cases?_show_hidden=1").xpath("//main//a/@href")
    assert "/cases/people" in links
    assert not [link for link in links if "_fts" in link]
    assert len(site.get("/cases/people.json?_search=ferrol&_shape=array").json()) == 1


def test_the_page_of_an_error_looks_like_the_others(site: Site) -> None:
    assert "/cases.css" in site.get("/nowhere").text


def test_a_quote_stands_once_in_the_answer(site: Site) -> None:
    """However many rows rest on it."""
    rows = site.get("/cases/words_in_quotes.json?words=bribery&_shape=objects").json()["rows"]
    places = [(row["quote"], row["document_id"]) for row in rows]
    assert len(places) == len(set(places))
    assert {"charges"} <= {table for row in rows for table in row["tables"].split(",")}


def test_a_key_of_any_letters_leads_to_the_rows_that_point_to_it(tmp_path: Path) -> None:
    rows = {
        table: [one | ({"document_id": "A&B #1 + 2%"} if "document_id" in one else {}) for one in members]
        for table, members in made_rows().items()
    }
    site = Site(make_build(tmp_path / "build", rows))
    page = site.page("/cases/documents/A~26B+~231+~2B+2~25")
    links = [link for link in page.xpath("//main//li/a/@href") if "document_id=" in link]
    assert links
    for link in links:
        assert site.page(link).xpath("//tbody/tr"), link
