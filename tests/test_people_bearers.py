"""Whom of several who bear one name a made-up text means: (what it covers, text, how often each is named)."""

import pytest

from cases.extraction import people
from cases.language.model import load_model
from cases.language.reading import Reading, parse
from cases.records import Document

COUPLE = "Andrew Velmark led the fund. His wife, Lena Velmark, kept its books. "
YEARS = "The firm grew for many years, and people from the whole coast came to see what had been built there. "

ROWS: list[tuple[str, str, dict[str, int]]] = [
    ("she is the wife", COUPLE + "Velmark admitted that she hid it.", {"Andrew Velmark": 1, "Lena Velmark": 2}),
    ("he is the husband", COUPLE + "Velmark admitted that he hid it.", {"Andrew Velmark": 2, "Lena Velmark": 1}),
    ("no pronoun tells", COUPLE + "Velmark pleaded guilty.", {"Andrew Velmark": 2, "Lena Velmark": 1}),
    (
        "a pronoun after another name tells nothing",
        COUPLE + "Velmark told Lena Dorn that she was fired.",
        {"Andrew Velmark": 2, "Lena Velmark": 1, "Lena Dorn": 1},
    ),
    ("a title outranks the pronoun", COUPLE + "Mrs Velmark said he knew.", {"Andrew Velmark": 1, "Lena Velmark": 2}),
    (
        "father and son, whose suffix is kept up",
        f"Carl Velmark led it. {YEARS}Carl Velmark Jr. met them. Carl Velmark Jr. left. Velmark spoke.",
        {"Carl Velmark": 2, "Carl Velmark Jr.": 2},
    ),
    (
        "one man whose suffix is printed once",
        f"Carl Velmark Jr., 45, led it. {YEARS}Carl Velmark left. Velmark spoke.",
        {"Carl Velmark Jr.": 3},
    ),
    (
        "one man whose suffix the headline leaves out",
        f"Banker Carl Velmark jailed\n\nCarl Velmark Jr., 45, led it. {YEARS}Carl Velmark Jr. left.",
        {"Carl Velmark Jr.": 3},
    ),
    (
        "a rank in capital letters",
        "Detective Inspector Abel Clanmore led it. DI Clanmore spoke.",
        {"Abel Clanmore": 2},
    ),
    ("companies by their Spanish first words", "He ran Minera Mi Velma and Constructora Carlos Dorn.", {}),
]


@pytest.mark.parametrize(("what", "text", "named"), ROWS, ids=[row[0] for row in ROWS])
def test_whom_a_name_means(what: str, text: str, named: dict[str, int]) -> None:
    [(document, doc)] = parse(load_model(), [Document("made", text, "made.txt", "", language="en")])
    found, _ = people.find(Reading(document, doc))
    assert {person.name: len(person.spans) for person in found} == named
