"""A value that a person has set right says so, and from what, wherever it stands."""

from collections.abc import Callable
from typing import Any

import pytest
from asking import Site, words
from porto_verde import ANA, CASE, CHARGE, key, made_rows


@pytest.fixture
def corrected(site_of: Callable[[Any], Site]) -> Site:
    rows = made_rows()
    rows["corrections"] = [
        {"correction_id": key("corrections", number), "table_name": table, "row_id": row, "column": column}
        | {"old": old, "new": "x", "reason": reason, "author": "A. Reader", "date": "2024-05"}
        for number, (table, row, column, old, reason) in enumerate(
            [
                ("charges", CHARGE, "status", "convicted", "the verdict was quashed"),
                ("people", ANA, "nationality", None, "see <b>page 2</b>"),
                ("amounts", key("amounts", 0), "value", "4000", "a nought was lost"),
            ]
        )
    ]  # fmt: skip
    return site_of(rows)


STATUS = "Status corrected from “convicted”, 2024-05: the verdict was quashed"
NATIONALITY = "Nationality corrected from nothing, 2024-05: see <b>page 2</b>"
VALUE = "Value corrected from “4000”, 2024-05: a nought was lost"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (f"/person/{ANA}", {STATUS, NATIONALITY, VALUE}),
        (f"/case/{CASE}", {STATUS, VALUE}),
        ("/document/porto-verde", {STATUS, NATIONALITY, VALUE}),
        ("/cases/charges", {STATUS}),
        ("/cases/findings", {STATUS}),
        (f"/cases/people/{ANA}", {NATIONALITY}),
    ],
)
def test_a_page_says_what_was_corrected(corrected: Site, path: str, expected: set[str]) -> None:
    assert {words(note) for note in corrected.page(path).find_class("corrected")} == expected


def test_nothing_is_said_where_nothing_was_corrected(site: Site) -> None:
    assert not site.page(f"/person/{ANA}").find_class("corrected")
