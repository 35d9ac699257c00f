"""People in lists, and what beside a name shows that it is none, in made-up texts: (what it covers, text, names)."""

import pytest

from cases.extraction import people
from cases.language.model import load_model
from cases.language.reading import Reading, parse
from cases.records import Document


def names(text: str) -> set[str]:
    document = Document("made", text, "made.txt", "")
    [(_, doc)] = parse(load_model(), [document])
    return {p.name for p in people.find(Reading(document, doc))[0]}


ROWS = [
    (
        "sons who share the family name of the last",
        "He ran it with his sons - Juan Carlos, Victor Gabriel and Jose Luis Mora Tavares - for years.",
        {"Juan Carlos Mora Tavares", "Victor Gabriel Mora Tavares", "Jose Luis Mora Tavares"},
    ),
    (
        "two who share a family name",
        "Leah and Michael Sorin pleaded guilty. The brothers Peter and Martin K. Wale did not.",
        {"Leah Sorin", "Michael Sorin", "Peter Wale", "Martin K. Wale"},
    ),
    (
        "sisters of whom the list tells no family name",
        "Along with her sisters Martina, Maria Luisa, Anna Ivette and Marta, she ran the firm.",
        {"Maria Luisa", "Anna Ivette"},
    ),
    (
        "a given name that the text gives somebody else",
        "Maria Tavares left. Maria and Peter Sorin came later.",
        {"Maria Tavares", "Peter Sorin"},
    ),
    (
        "a town before a name shares nothing",
        "He flew to Charlotte and Peter Sorin met him. She owns flats in Paris and Martin Wale knew it.",
        {"Peter Sorin", "Martin Wale"},
    ),
    (
        "an unknown name between two others in a list",
        "The accused are Peter Sorin, Velimka Harasz, Martin Wale and Anna Tavares.",
        {"Peter Sorin", "Velimka Harasz", "Martin Wale", "Anna Tavares"},
    ),
    (
        "a place between two names is no name",
        "They are Peter Sorin, South Velmar, Martin Wale, Sweden, and Anna Tavares.",
        {"Peter Sorin", "Martin Wale", "Anna Tavares"},
    ),
    (
        "lines of names and offices",
        "The members are listed below.\n\nSanford Coats, U.S. Attorney, District of Utah\n\n"
        "Martin Wale, U.S. Attorney, Northern District of Ohio, Vice Chair\n",
        {"Sanford Coats", "Martin Wale"},
    ),
    (
        "an attorney after his state, and a name after a state's letters",
        "The U.S. Attorney for the District of Minnesota B. Martin Wale spoke in Newark, N.J. Wale left.",
        {"B. Martin Wale"},
    ),
    (
        "whose home it is, and in which town it is",
        "The home of Martin Wale was searched. A resident of Martin Falls saw it, in Mumbai's Anna Nagar.",
        {"Martin Wale"},
    ),
    (
        "parties without a name, a make of cars, a legal form and a court's district",
        "Jane Doe gave Peter Sorin a Mercedes Benz. Merin Serola S.A, of Geneva, paid (E.D. Cal.).",
        {"Peter Sorin"},
    ),
    (
        "letters of honour are no part of the name",
        "Clare Winter QC spoke for Martin Wale.",
        {"Clare Winter", "Martin Wale"},
    ),
    (
        "who wrote the piece",
        "Peter Sorin was jailed.\n\nAuthor\n\nAnna Tavares\n\nPublished\n\nJune 2",
        {"Peter Sorin"},
    ),
    ("a newspaper", "The Velmarsk Gazeta Sorinova daily said on Tuesday that Martin Wale left.", {"Martin Wale"}),
    ("two letters in each other's place", "Peter Khand was charged. Mr. Kahnd denies it.", {"Peter Khand"}),
]


@pytest.mark.parametrize(("what", "text", "expected"), ROWS, ids=[r[0] for r in ROWS])
def test_names(what: str, text: str, expected: set[str]) -> None:
    assert names(text) == expected, what
