"""Sentences made of rows: who says so stands in them as a person would write it."""

import pytest
from porto_verde import made_rows

from cases.site.wording import step


@pytest.mark.parametrize(
    ("printed", "named", "expected"),
    [
        ("A federal jury", None, "says a federal jury"),
        ("The Justice Ministry", "Justice Ministry", "says the Justice Ministry"),
        ("Two former aides", None, "says two former aides"),
        ("Evidence", None, "says evidence"),
        ("Judge Ilka Thorn", "Ilka Thorn", "says Judge Ilka Thorn"),
        ("Prosecutors", None, "says prosecutors"),
        ("Thorn", "Ilka Thorn", "says Thorn"),
        ("He", "Luis Brandt", "says Luis Brandt"),
        ("she", "Ilka Thorn", "says Ilka Thorn"),
        ("he", None, "the report does not say who says so"),
        ("One prosecutor", None, "says one prosecutor"),
        ("It", "Halden Works Ltd", "says Halden Works Ltd"),
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
