"""Sums of money: value, currency and qualifier, in every notation."""

from datetime import date

import pytest
from spacy.language import Language

from cases.extraction import money
from cases.language.reading import Reading
from cases.records import Document

CASES = [
    ("a decimal with a letter", "It cost $745.9m.", [("$745.9m", 745_900_000, "USD", "exact")]),
    ("ringgit", "He took RM42 million.", [("RM42 million", 42_000_000, "MYR", "exact")]),
    ("a word after the number", "He took 1.2 million euros.", [("1.2 million euros", 1_200_000, "EUR", "exact")]),
    ("crore", "A scam of Rs 64 crore in India.", [("Rs 64 crore", 640_000_000, "INR", "exact")]),
    ("lakh crore", "It lost Rs 1.76 lakh crore.", [("Rs 1.76 lakh crore", 1_760_000_000_000, "INR", "exact")]),
    ("a number in words", "He took five million dollars.", [("five million dollars", 5_000_000, "USD", "exact")]),
    ("a half", "She stole half a million dollars.", [("half a million dollars", 500_000, "USD", "exact")]),
    ("vague", "He took millions of dollars.", [("millions of dollars", None, "USD", "vague")]),
    ("a hyphen", "A $2-million bribe.", [("$2-million", 2_000_000, "USD", "exact")]),
    (
        "a range shares its scale",
        "Between $5 and $10 million.",
        [("$5", 5_000_000, "USD", "exact"), ("$10 million", 10_000_000, "USD", "exact")],
    ),
    (
        "a conversion keeps the qualifier",
        "He got up to $5m (£3.7m).",
        [("$5m", 5_000_000, "USD", "at_most"), ("£3.7m", 3_700_000, "GBP", "at_most")],
    ),
    ("more than", "They stole more than $300,000.", [("$300,000", 300_000, "USD", "at_least")]),
    ("or more", "A theft of $100,000 or more.", [("$100,000", 100_000, "USD", "at_least")]),
    ("nearly", "It paid nearly $336m.", [("$336m", 336_000_000, "USD", "approximately")]),
    ("a dispute over is no bound", "A dispute over $5 million.", [("$5 million", 5_000_000, "USD", "exact")]),
    ("pesos by the country", "In Mexico he took 3 billion pesos.", [("3 billion pesos", 3e9, "MXN", "exact")]),
    (
        "pesos by another country",
        "In Argentina he took 15 million pesos.",
        [("15 million pesos", 15e6, "ARS", "exact")],
    ),
    ("pesos of no country", "He took 3 billion pesos.", []),
    ("Hong Kong", "He got HK$11.18 million.", [("HK$11.18 million", 11_180_000, "HKD", "exact")]),
    ("cents", "It costs 50 cents.", [("50 cents", 0.5, "USD", "exact")]),
    ("no float noise", "He paid $1,513.49.", [("$1,513.49", 1513.49, "USD", "exact")]),
    ("naira by a letter", "In Nigeria he took N100 million.", [("N100 million", 100_000_000, "NGN", "exact")]),
    ("bare billions after a verb of taking", "He made billions from it.", [("billions", None, "USD", "vague")]),
    ("people are no money", "It has 5 million people.", []),
    ("bills are no sum", "He was paid in $100 bills.", []),
    ("weight is no money", "He sold 20 pounds of cocaine.", []),
    ("a weight after a hyphen", "She won an eight-pound trophy and a 20-pound cake.", []),
    ("a fine after a hyphen", "He got a 500-pound fine.", [("500-pound", 500, "GBP", "exact")]),
    ("two scales at once", "They lost $43,512,053 million.", [("$43,512,053 million", None, "USD", "vague")]),
    ("crores of people", "It has 13 crore people.", []),
]


@pytest.mark.parametrize(("about", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_sums(nlp: Language, about: str, text: str, expected: list[tuple[str, float | None, str, str]]) -> None:
    reading = Reading(Document("d", text, "d.txt", "", published=date(2020, 5, 1)), nlp(text))
    assert [(s.text, s.value, s.currency, s.qualifier) for s in money.find(reading)] == expected, about


def test_a_vague_sum_is_at_least_two_of_its_order(nlp: Language) -> None:
    text = "They stole tens of thousands of pounds."
    (only,) = money.find(Reading(Document("d", text, "d.txt", ""), nlp(text)))
    assert (only.value, only.value_min, only.value_max) == (None, 20_000, None)
