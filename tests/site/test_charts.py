"""Charts: their numbers stand beside them, their marks are as large as the numbers say, and no word becomes a tag."""

import asyncio
import re
from collections.abc import Callable
from typing import Any

import pytest
from asking import Site, words
from lxml import etree
from lxml.html import HtmlElement
from porto_verde import key, made_rows

from cases.site.vega import drawn


def test_the_numbers_stand_beside_the_bars(site: Site) -> None:
    tables = site.page("/charts").find_class("counts")
    assert [words(cell) for cell in tables[0].xpath(".//tbody/tr")[0]] == ["2021", "0", "1", "0", "0", "0", "0", "0"]
    sums = {words(row[0]): [words(cell) for cell in row[1:]] for row in tables[1].xpath(".//tbody/tr")}
    # "More than $40,000" is no sum to add.
    assert sums == {"Reported bribe, USD": ["", "0", "1", "40,000"], "Fine, EUR": ["2,000,000", "1", "0", ""]}


def test_vague_sums_are_drawn_apart(site: Site) -> None:
    labels = _labels(_drawings(site.page("/charts"))[1], "point")
    assert len(labels) == 2
    assert any("Fine, EUR" in one and "Total" in one for one in labels)
    assert any("Reported bribe, USD" in one and "vague" in one for one in labels)


def test_a_bar_is_as_high_as_its_number(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    case, charge, step = rows["cases"][0], rows["charges"][0], rows["charge_history"][0]
    for number, status in enumerate(("charged", "convicted", "convicted", "convicted"), start=1):
        keys = {"case_id": key("cases", number), "charge_id": key("charges", number)}
        rows["cases"].append(case | {"case_id": keys["case_id"], "country": ["FR", "DE", "US", "GB"][number - 1]}
                             | {"status": status})  # fmt: skip
        rows["charges"].append(charge | keys | {"status": status})
        rows["charge_history"].append(
            step | {"charge_id": keys["charge_id"], "charge_history_id": key("charge_history", number)}
        )
    bars = _drawings(site_of(rows).page("/charts"))[0].xpath(".//*[@aria-roledescription='bar']")
    heights = sorted(float(re.search(r"v([\d.]+)", bar.get("d"))[1]) for bar in bars)  # type: ignore[index]
    assert heights[1] / heights[0] == pytest.approx(3 / 2)


def test_offences_are_counted_by_country(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    charge = rows["charges"][0]
    for number, (land, offence) in enumerate([("FR", "bribery"), ("FR", "fraud"), ("DE", "fraud")], start=1):
        conspiracies = (False, True) if land == "DE" else (False,)
        rows["charges"] += [
            charge
            | {"charge_id": key("charges", number * 10 + c), "country": land, "offence": offence, "conspiracy": c}
            for c in conspiracies
        ]
    page = site_of(rows).page("/charts")
    table = page.find_class("counts")[2].xpath(".//tbody/tr")
    assert [words(row) for row in table] == ["Germany: fraud2", "France: bribery1", "France: fraud1"]
    assert len(_labels(_drawings(page)[2], "circle")) == 3


def test_a_word_that_is_a_tag_stays_a_word() -> None:
    evil = "<script>window.hurt=1</script>\" onload='x'"
    svg = asyncio.run(
        drawn({"data": {"values": [{"a": evil, "b": 1}]}, "mark": "bar",
               "encoding": {"y": {"field": "a", "type": "nominal"}, "x": {"field": "b", "type": "quantitative"}}})
    )  # fmt: skip
    root = etree.fromstring(str(svg).encode())
    assert not root.xpath("//*[local-name() = 'script'] | //@onload")
    assert any("window.hurt" in (text.text or "") for text in root.iter("{http://www.w3.org/2000/svg}text"))


def test_a_chart_asks_for_nothing_outside(site: Site) -> None:
    for drawing in _drawings(site.page("/charts")):
        assert not drawing.xpath(".//image | .//script | .//style | .//@href")
        assert not drawing.xpath(".//@id")  # Several drawings stand in one page.


def _drawings(page: HtmlElement) -> list[HtmlElement]:
    return list(page.xpath("//div[@role='img']/svg"))


def _labels(drawing: HtmlElement, mark: str) -> list[str]:
    return [str(label) for label in drawing.xpath(f".//*[@aria-roledescription='{mark}']/@aria-label")]
