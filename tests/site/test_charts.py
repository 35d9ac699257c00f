"""Charts: their numbers, and bars as long as the numbers say."""

from collections.abc import Callable
from typing import Any

import pytest
from asking import Site, words
from porto_verde import key, made_rows


def test_the_numbers_stand_beside_the_bars(site: Site) -> None:
    tables = site.page("/charts").find_class("counts")
    assert [words(cell) for cell in tables[0].xpath(".//tbody/tr")[0]] == ["2021", "0", "1", "0", "0", "0", "0", "0"]
    sums = {words(row[0]): [words(cell) for cell in row[1:]] for row in tables[1].xpath(".//tbody/tr")}
    # "More than $40,000" is no sum to add.
    assert sums == {"Reported bribe, USD": ["", "0", "1"], "Fine, EUR": ["2,000,000", "1", "0"]}


def test_a_bar_is_as_long_as_its_number(site_of: Callable[[Any], Site]) -> None:
    rows = made_rows()
    charge = rows["charges"][0]
    for number, (land, offence) in enumerate([("FR", "bribery"), ("FR", "fraud"), ("DE", "fraud")], start=1):
        conspiracies = (False, True) if land == "DE" else (False,)
        rows["charges"] += [
            charge
            | {"charge_id": key("charges", number * 10 + c), "country": land, "offence": offence, "conspiracy": c}
            for c in conspiracies
        ]
    drawing = site_of(rows).page("/charts").find_class("drawing")[2]
    assert [float(bar.get("width")) for bar in drawing.iter("rect")] == pytest.approx([420, 210, 210])
