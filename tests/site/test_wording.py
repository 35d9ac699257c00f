"""Sentences made of rows: who says so stands in them as a person would write it."""

from typing import Any

import pytest
from porto_verde import made_rows

from cases.site.wording import amount, event, penalty, role, step


@pytest.mark.parametrize(
    ("printed", "named", "expected"),
    [
        ("A federal jury", None, "says a federal jury"),
        ("The Justice Ministry", "Justice Ministry", "says the Justice Ministry"),
        ("Two former aides", None, "say two former aides"),
        ("Evidence", None, "says evidence"),
        ("Judge Ilka Thorn", "Ilka Thorn", "says Judge Ilka Thorn"),
        ("Prosecutors", None, "say prosecutors"),
        ("Thorn", "Ilka Thorn", "says Thorn"),
        ("He", "Luis Brandt", "says Luis Brandt"),
        ("she", "Ilka Thorn", "says Ilka Thorn"),
        ("he", None, "the report does not say who says so"),
        ("One prosecutor", None, "says one prosecutor"),
        ("It", "Halden Works Ltd", "says Halden Works Ltd"),
        ("Norwegian officials familiar with the case", None, "say Norwegian officials familiar with the case"),
        ("The head of prosecutions", None, "says the head of prosecutions"),
        ("A police boss", None, "says a police boss"),
        ("Halden Works", "Halden Works", "says Halden Works"),
        (None, None, "the report does not say who says so"),
    ],
)
def test_a_speaker_stands_in_the_middle_of_a_sentence(printed: str | None, named: str | None, expected: str) -> None:
    row = made_rows()["charge_history"][0] | {"asserted_by": printed, "speaker": named}
    charge = {"party": "Ana Férrol", "offence": "bribery", "conspiracy": False}
    assert step(row | charge) == f"Ana Férrol was charged with bribery (not proven), {expected}, 2021-03-03"


def test_a_conviction_needs_no_speaker() -> None:
    row = made_rows()["charge_history"][0] | {"asserted_by": "he", "status": "convicted", "date": "2023-02"}
    charge = {"party": "Ana Férrol", "offence": "bribery", "conspiracy": False}
    assert step(row | charge) == "Ana Férrol was convicted of bribery, 2023-02"


def test_what_has_no_name_of_its_own_is_another_one() -> None:
    content = made_rows()
    paid = content["penalties"][0] | {"kind": "other", "basis": "minimum", "months": None, "value": 750.0}
    assert penalty(paid | {"currency": "USD"}) == "Halden Works Ltd faces at least another penalty of 750 USD"
    assert event(content["dates"][0] | {"event": "other", "edtf": "2021-03", "party": None}) == "2021-03: another event"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"kind": "fine", "value": 500.0, "currency": "EUR"}, "was given a fine of 500 EUR"),
        ({"kind": "imprisonment", "months": 42.0}, "was given 3 years and 6 months of imprisonment"),
        ({"kind": "imprisonment", "life": True, "basis": "maximum"}, "faces at most imprisonment for life"),
        ({"kind": "imprisonment", "months": 12.0, "value": 9.0}, "was given 1 year of imprisonment and 9 EUR"),
        ({"kind": "ban", "months": 24.0, "basis": "minimum"}, "faces at least a ban of 2 years"),
        ({"kind": "restitution", "value": 750.0}, "was ordered to pay restitution of 750 EUR"),
        ({"kind": "forfeiture"}, "was ordered to pay forfeiture"),
        ({"kind": "restitution", "value": 750.0, "basis": "maximum"}, "faces at most restitution of 750 EUR"),
        ({"kind": "fine"}, "was given a fine"),
    ],
)
def test_a_penalty_reads_as_a_sentence(row: dict[str, Any], expected: str) -> None:
    plain = made_rows()["penalties"][0] | {"value": None}
    assert penalty(plain | row) == f"Halden Works Ltd {expected}"


def test_what_is_asked_for_is_not_given() -> None:
    row = made_rows()["penalties"][0] | {"basis": "sought"}
    assert penalty(row) == "For Halden Works Ltd prosecutors ask for a fine of 2,000,000 EUR"


def test_who_pleads_speaks_for_himself() -> None:
    row = made_rows()["charge_history"][0] | {"asserted_by": None, "status": "pleaded_not_guilty", "date": "2023/.."}
    charge = {"party": "Ana Férrol", "offence": "bribery", "conspiracy": False}
    assert step(row | charge) == "Ana Férrol pleaded not guilty to bribery (not proven), from 2023"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"title": "mayor", "start": "2006"}, "Ana Férrol: mayor, from 2006"),
        ({"title": "mayor", "end": "2012-05", "is_former": True}, "Ana Férrol: former mayor, until 2012-05"),
        ({"title": "ran", "organization": "Port Office", "is_former": True}, "Ana Férrol ran Port Office"),
        ({"title": "run", "organization": "Port Office", "is_former": True}, "Ana Férrol ran Port Office"),
        (
            {"title": "owned and operated", "organization": "Halden Works", "start": "2001", "end": "2005"},
            "Ana Férrol owned and operated Halden Works, 2001 to 2005",
        ),
        ({"title": "testified", "start": "2001", "end": "2001"}, "Ana Férrol testified, 2001"),
        (
            {"title": "founder", "organization": "Halden Works", "is_former": True},
            "Ana Férrol: former founder, Halden Works",
        ),
    ],
)
def test_a_position_is_a_noun_or_a_verb(row: dict[str, Any], expected: str) -> None:
    assert role(made_rows()["roles"][0] | row) == expected


def test_a_sum_without_a_figure_stands_in_the_printed_words() -> None:
    vague = {"text": "millions of dollars", "value": None, "value_min": 2_000_000.0, "value_max": None}
    row = made_rows()["amounts"][0] | vague
    assert amount(row) == "Reported bribe: “millions of dollars” (2,000,000 USD or more), Ana Férrol"
    assert amount(row | {"value_min": None}) == "Reported bribe: millions of dollars, Ana Férrol"
