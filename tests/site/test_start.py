"""The start page and the search: from there to the words in two clicks."""

from collections.abc import Callable
from typing import Any

import pytest
from asking import Site, words
from porto_verde import ANA, CASE, key, made_rows


def test_two_clicks_from_the_start_to_the_quote(site: Site) -> None:
    start = site.page("/")
    case = site.page(start.xpath(f"//a[contains(@href, '{CASE}')]")[0].get("href"))
    path, place = case.xpath("//blockquote//a")[0].get("href").split("#")
    assert site.page(path).get_element_by_id(place).tag == "mark"


def test_the_start_page_counts_charges(site: Site) -> None:
    row = site.page("/").find_class("counts")[0].xpath(".//tbody/tr")[0]
    assert [words(cell) for cell in row] == ["Bribery", "0", "1", "0", "0", "0", "0", "0"]
    assert site.get(row.xpath(".//a/@href")[0]).status_code == 200


def test_an_empty_build_has_a_start_page(site_of: Callable[[Any], Site]) -> None:
    empty: dict[str, list[Any]] = {table: [] for table in made_rows()}
    assert "holds no case" in words(site_of(empty).page("/"))


@pytest.mark.parametrize("q", ["Férrol", "ferrol", "FERROL ana"])
def test_search_minds_neither_accents_nor_case(site: Site, q: str) -> None:
    assert any(ANA in link for link in site.page(f"/find?q={q}").xpath("//main//a/@href"))


@pytest.mark.parametrize("q", ["", "%22", "'", "a%20OR", "NEAR(", "*", "(", "%00", "x" * 500])
def test_no_question_breaks_the_search(site: Site, q: str) -> None:
    site.page(f"/find?q={q}")


def test_a_quote_is_found_at_its_place(site: Site) -> None:
    link = site.page("/find?q=charged+bribery").xpath("//main//a[contains(@href, '#e-')]/@href")[0]
    path, place = link.split("#")
    assert "charged with bribery" in words(site.page(path).get_element_by_id(place).getparent())


def test_a_word_of_the_sentence_alone_is_found_where_no_quote_says_it(site: Site) -> None:
    def found(q: str) -> list[str]:
        return [words(title) for title in site.page(f"/find?q={q}").xpath("//main//h2")]

    assert found("charged") == ["Documents", "Quotes"]
    assert found("said") == ["Quotes in sentences that say it"]


def test_the_quote_of_a_case_is_that_of_its_status(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    rows["cases"][0]["name"], rows["cases"][0]["country"] = "Ana Férrol, Portugal", "PT"
    case = site_of(rows).page("/").xpath("//main//li[.//blockquote]")[0]
    assert words(case) == "Ana Férrol, Portugal: Charged, not proven…charged with bribery on 3 March 2021…"


def test_the_same_words_of_a_document_are_found_once(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    quote = rows["evidence"][0]
    rows["evidence"] += [quote | {"evidence_id": key("evidence", number)} for number in (96, 97)]
    page = site_of(rows).page("/find?q=ferrol")
    found = [words(link) for link in page.xpath("//section[h2='Quotes']//li/a")]
    assert found == ["Ana Férrol"]
    assert page.xpath("//section[h2='Quotes']//li/a/@href") == [f"/document/porto-verde#e-{key('evidence', 0)}"]
