"""Who is a person and what only looks like one, in made-up texts: (what it covers, text, names found)."""

import pytest

from cases.extraction import people
from cases.extraction.people.surroundings import Surroundings
from cases.language.model import load_model
from cases.language.reading import Reading, parse
from cases.records import Document


def names(text: str) -> set[str]:
    document = Document("made", text, "made.txt", "")
    [(_, doc)] = parse(load_model(), [document])
    return {p.name for p in people.find(Reading(document, doc))[0]}


ROWS = [
    (
        "a town after an age, and the town again",
        "Dora Hitomi Lane, 57, Coto de Caza, pleaded guilty. She kept her Coto de Caza home.",
        {"Dora Hitomi Lane"},
    ),
    (
        "a town after an age at the end of a line",
        "Defendant Roy Chester Wale, 60,\nYorba Linda, Unity's attorney, was indicted.",
        {"Roy Chester Wale"},
    ),
    (
        "a town where somebody lives, with an age or without",
        "Dora Lane, 45, of Lorna Glen, Illinois, left. Oren Wale, of Hadley Grove, Barnet, came.",
        {"Dora Lane", "Oren Wale"},
    ),
    (
        "a town before its state or country, and a person before an office",
        "He paid for a visit in Mary Falls, New York. It happened in Kota Marisa, Malaysia. The man was warned, "
        "according to Dora Lane, U.S. Attorney..",
        {"Dora Lane"},
    ),
    (
        "a home in a town, and what is seen in a person",
        "He was arrested at his home in Laguna Sofia. Laguna Sofia is near. The faults in Dora Lane are known.",
        {"Dora Lane"},
    ),
    (
        "people after an age: with one of their own, or before and",
        "Abla Winter, 33, Oren Wale, 41, and Dora Lane, 22, were charged. Carl Lane, 39, Rene Montes and Hector Wale, "
        "41, left.",
        {"Abla Winter", "Oren Wale", "Dora Lane", "Carl Lane", "Rene Montes", "Hector Wale"},
    ),
    (
        "a name over two lines, and with two spaces inside",
        "The man thanked Diane\n\nDancer for it. A letter to Diane  Dancer followed.",
        {"Diane Dancer"},
    ),
    ("two lines that are two sentences", "The man thanked Diane\n\nResidents said so.", set()),
    (
        "what a text is about, after a name",
        "Vijay Mallery Case Study: How he left. The Vijay Mallery case is old. John Case spoke.",
        {"Vijay Mallery", "John Case"},
    ),
    (
        "titles of officers",
        "He wrote to Commander Patrick Wale and Superintendent Lawley.",
        {"Patrick Wale", "Lawley"},
    ),
    ("a bank in a town, letters of a body, a company of a country", "UN Pacific agreed. Gili India sold it.", set()),
    ("a medal and papers of a case", "The Thomas E. Winter Medal went to him. Related: Robert Plea Agreement", set()),
    (
        "a company's first words, and a company that bears a person's name",
        "Wild Stylus Entertainment, LLC lied. Wild Stylus was paid. Oren Wale ran Oren Wale LLC. Oren Wale left.",
        {"Oren Wale"},
    ),
    ("an airline, a state, a republic", "The airline Mahran Air flew. He was governor of Mato Grosso state.", set()),
    ("a lender may be a person", "The lender Abla Sorin denied it. FM Heiko Wale left.", {"Abla Sorin", "Heiko Wale"}),
    ("a prison", "He was held in the prison of Puente Kerano.", set()),
]


@pytest.mark.parametrize(("what", "text", "found"), ROWS, ids=[row[0] for row in ROWS])
def test_who_is_a_person(what: str, text: str, found: set[str]) -> None:
    assert names(text) == found


def test_a_company_met_a_thousand_times_is_remembered_twice() -> None:
    document = Document("made", "Wild Sorin Movies, LLC paid. " * 1000, "made.txt", "")
    [(_, doc)] = parse(load_model(), [document])
    names = Surroundings(Reading(document, doc)).company_names
    assert names["Wild", "Sorin"] == [0, 7]  # a comma and a full stop are tokens too
    assert max(map(len, names.values())) == 2
