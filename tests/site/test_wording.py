"""Sentences made of rows: who says so stands in them as a person would write it."""

import pytest
from porto_verde import made_rows

from cases.site.wording import event, penalty, step


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
    assert penalty(paid | {"currency": "USD"}) == "Halden Works Ltd faces at least another penalty: 750 USD"
    assert event(content["dates"][0] | {"event": "other", "edtf": "2021-03", "party": None}) == "2021-03: another event"
