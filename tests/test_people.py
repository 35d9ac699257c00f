"""People in made-up texts: (what it covers, text, the names that a careful reader writes down)."""

import datetime as dt

import pytest

from cases.extraction import people
from cases.extraction.people import Person
from cases.extraction.people.ages import Ages
from cases.language.model import load_model
from cases.language.reading import Reading, parse
from cases.records import Document


def read(text: str) -> tuple[Person, ...]:
    document = Document("made", text, "made.txt", "", published=dt.date(2020, 5, 4))
    [(_, doc)] = parse(load_model(), [document])
    return people.find(Reading(document, doc))[0]


NAMES = [
    (
        "a judge who bears the family name of somebody else in the text, and one who is its subject",
        "Roderic J. Sorin, a founder, was sentenced. The trial of Dora Lane will be heard before Chief Judge Sorin. "
        "Former Judge Oren Wale was charged. Cases heard by Judge Wale were dismissed.",
        {"Roderic J. Sorin", "Dora Lane", "Sorin", "Oren Wale"},
    ),
    (
        "the surname after a title with its apostrophe lost, and the full name that only this tells",
        "It charged Nobuhara Sorinwa, a former executive. Mr. Sorinwas role was small. Sorinwa left. Mr. Jones spoke.",
        {"Nobuhara Sorinwa", "Jones"},
    ),
    ("a title is no part of the name", "U.S. Attorney Paul Winter spoke on Monday.", {"Paul Winter"}),
    ("a title of religion", "Rabbi Ezra Sorin pleaded guilty. Rabbi Sorin left.", {"Ezra Sorin"}),
    ("an honorific before a surname", "The court heard Mr Tavares on Monday.", {"Tavares"}),
    ("a surname that is a month", "Anna May signed the letter. Ms May left.", {"Anna May"}),
    ("a nickname in quotes stands aside", 'Police arrested Pedro "El Gordo" Salinas in June.', {"Pedro Salinas"}),
    (
        "a district in a state that is a given name too",
        "It was announced by U.S. Attorney for the District of Maryland Paul Winter.",
        {"Paul Winter"},
    ),
    ("a given name that is a state too", "The arrest of Virginia Sorin surprised the town.", {"Virginia Sorin"}),
    (
        "a father and the son who bears his name",
        "The defendants are Harold Stone, 61, and his son, Harold Stone Jr., 35.",
        {"Harold Stone", "Harold Stone Jr."},
    ),
    (
        "one man with a suffix and without",
        "Harold Stone Jr., 35, was arrested on Monday. The court told Harold Stone to return.",
        {"Harold Stone Jr."},
    ),
    ("a family name of two letters that stands first", "Bo Sorilan was jailed. Mr. Bo left.", {"Bo Sorilan"}),
    (
        "a family name that is a word and stands first",
        "Sun Sorilan, a former mayor, was jailed. Mr. Sun left.",
        {"Sun Sorilan"},
    ),
    ("a suffix belongs to the name", "Judge Harold Stone Jr. closed the hearing.", {"Harold Stone Jr."}),
    ("a double name with a hyphen", "Marta Ruiz-Castro pleaded guilty in Lima.", {"Marta Ruiz-Castro"}),
    (
        "a given name of two syllables with a hyphen, after a family name that is a word for places",
        "In August, former president Park Mun-hae was jailed. Park denies it.",
        {"Park Mun-hae"},
    ),
    (
        "a word of the headline is no part of the name",
        "Minister Carl Sender Resigned After Long Talks In Parliament\n\nCarl Sender left on Monday.",
        {"Carl Sender"},
    ),
    ("what a group is led by", "Police met Carl Sender. The Carl Sender-led board left.", {"Carl Sender"}),
    ("particles stay lower case", "Minister Karim bin Osman denied it.", {"Karim bin Osman"}),
    (
        "two names after one plural title",
        "The case is prosecuted by Trial Attorneys Paul Winter and Laura Stein of the Fraud Section.",
        {"Paul Winter", "Laura Stein"},
    ),
    (
        "a surname alone and a lost apostrophe are the same man",
        "Carl Sender, 55, was charged. Senders scheme ran for years. Sender denies it.",
        {"Carl Sender"},
    ),
    ("an age tells a surname that is a word for bodies", "Karl Sisters, 63, of Reno, was jailed.", {"Karl Sisters"}),
    ("a surname that is a word, after an initial", "Carla B. Mounts, of Reno, was jailed.", {"Carla B. Mounts"}),
    ("an age tells a name of listed words", "Walter Day Monday, 32, of Reno, was jailed.", {"Walter Day Monday"}),
    (
        "an age tells a name of which one word is unknown",
        "In 2014 Lauriel S. Hopper, 31, worked there.",
        {"Lauriel S. Hopper"},
    ),
    ("an age told as one", "A jury convicted Seyun Banjo Oyekan, age 37, of theft.", {"Seyun Banjo Oyekan"}),
    (
        "a nation before a name",
        "Brazilian national Fabrico Augusta Sorin and Indian citizen Kausal Jayant Tavar were each jailed.",
        {"Fabrico Augusta Sorin", "Kausal Jayant Tavar"},
    ),
    (
        "a position after a name of ordinary words",
        "Among them were Paul Winter, a lawyer; Sunrise Lee, a former sales director; and Anna Lane, an accountant.",
        {"Paul Winter", "Sunrise Lee", "Anna Lane"},
    ),
    ("a surname alone that is sentenced", "On Thursday Burlakov was sentenced to 26 months in prison.", {"Burlakov"}),
    (
        "initials after and",
        "It was argued by attorneys Paul Winter and J.P. Sorin of Reno.",
        {"Paul Winter", "J.P. Sorin"},
    ),
    ("a bank of initials", "The money lay at Wells Fargo and J.P. Morgan.", set()),
    ("a town of a given name", "Police departments of Brea, Buena Park and Irvine helped.", set()),
    ("a surname that is a word of places", "Eugene Park pleaded guilty. Park then left.", {"Eugene Park"}),
    (
        "an island that is a surname",
        "Connie Ray Island, a recruiter, pleaded guilty. Island left.",
        {"Connie Ray Island"},
    ),
    ("a car", "He bought a Porsche Cayenne and a Lamborghini Huracan.", set()),
    ("a surname of two letters", "Assistant District Attorney Kin Ng prosecuted the case.", {"Kin Ng"}),
    (
        "what somebody is, before the name",
        "Codefendant John Abel-Sorin and physicians Mansur Tavar and Cyra Rossi left.",
        {"John Abel-Sorin", "Mansur Tavar", "Cyra Rossi"},
    ),
    ("Tan alone is a family name", "It was issued to Tan Swi Timoty on Friday. Tan left.", {"Tan Swi Timoty"}),
    ("Tan Sri is a title", "The court heard Tan Sri Abdul Sorin. Tan Sri Sorin left.", {"Abdul Sorin"}),
    ("Tuan is a given name", "Tuan Than Sorin, 44, pleaded guilty.", {"Tuan Than Sorin"}),
    (
        "a sentence that begins after a suffix",
        "It was announced by U.S. Attorney George L. Winter Jr. Sorin had pled guilty before. Kevin Sorin left.",
        {"George L. Winter Jr.", "Kevin Sorin"},
    ),
    ("an age before a place", "Binh Hung Long, 30, Anaheim, pleaded guilty.", {"Binh Hung Long"}),
    ("a number after a company is no age", "Sorin Marine Company, 63, Harbour Road, was sold.", set()),
    ("a company is no person", "He owned Sorin Marine Inc. and Sorin Marine paid.", set()),
    ("a ministry is no person", "The Drug Enforcement Administration opened the case.", set()),
    ("a headline is no person", "Murder Suspect Successfully Extradited From Spain\n\nIt rained on the day.", set()),
    (
        "a company's name alone is not its founder",
        "The conglomerate Sorin was fined. Abla Sorin founded Sorin.",
        {"Abla Sorin"},
    ),
    ("a reporter is left out", "The firm was sold.\n\nReporting by Anna Keller; Editing by Peter Novak", set()),
    (
        "reporters in a list are left out",
        "The firm was sold.\n\nIts Oren Velmark and Anna C. Keller contributed to this report.",
        set(),
    ),
    ("a lawyer beside others is kept", "His lawyer, Anna Keller, said that he was innocent.", {"Anna Keller"}),
]


@pytest.mark.parametrize(("what", "text", "names"), NAMES, ids=[n[0] for n in NAMES])
def test_names(what: str, text: str, names: set[str]) -> None:
    assert {p.name for p in read(text)} == names


def test_a_town_before_an_age_is_no_name() -> None:
    def runs(text: str) -> list[tuple[int, ...]]:
        words = text.split()
        ages = Ages(words, [w.lower() for w in words], [False] * len(words), [False] * len(words))
        return list(ages.runs([i for i, word in enumerate(words) if word == ","]))

    assert runs("said Castra Sunrise , 60 , yesterday") == [(1, 2)]
    assert runs("who is of Castra Sunrise , 60 , yesterday") == []


def test_the_age_is_that_of_the_day_of_publication() -> None:
    [person] = read("Carl Sender, 55, of Toledo, Ohio, was charged with fraud.")
    assert (person.age, person.age_on) == (55, dt.date(2020, 5, 4))


def test_a_number_that_is_no_age() -> None:
    [person] = read("On behalf of Carl Sender, 12 lawyers signed the letter.")
    assert person.age is None


def test_a_nickname_and_a_surname_are_aliases() -> None:
    [person] = read('Pedro "El Gordo" Salinas was arrested. Salinas denies it.')
    assert set(person.aliases) == {"El Gordo", "Salinas"}


def test_brothers_stay_two() -> None:
    found = read("Juan Carlos Medina was sentenced. His brother, Juan Pablo Medina, is the mayor.")
    assert [p.name for p in found] == ["Juan Carlos Medina", "Juan Pablo Medina"]


def test_every_span_is_the_name_as_printed() -> None:
    text = "Carl Sender was charged. Senders lawyer said that Mr. Sender is ill."
    [person] = read(text)
    printed = [text[s.start : s.end] for s in person.spans]
    assert printed[0] == "Carl Sender"
    assert all("Sender" in name for name in printed)


def test_a_company_that_bears_a_surname_is_not_the_person() -> None:
    text = "The conglomerate Sorin was fined. Abla Sorin founded it. Sorin paid. Mr Sorin was jailed."
    [person] = read(text)
    assert [s.start for s in person.spans] == [text.index("Abla"), text.index("Sorin was jailed")]


CALLED = [
    (
        "the first of two family names",
        "Salvador Zurbano Lopez was held in May. Zurbano denied it. Zurbano is 70.",
        {"Zurbano"},
    ),
    (
        "the personal name where no family name is used",
        "Shahrin Dolmat was held. Police questioned Shahrin. Shahrin denied it.",
        {"Shahrin"},
    ),
    (
        "no personal name where the family name is used",
        "Shahrin Dolmat left. Dolmat denied it. Shahrin fell.",
        {"Dolmat"},
    ),
    (
        "no given name inside a longer name",
        "Mary Anna Dolmat left. Anna said so. Anna fell. Dolmat denied it.",
        {"Dolmat"},
    ),
]


@pytest.mark.parametrize(("what", "text", "aliases"), CALLED, ids=[c[0] for c in CALLED])
def test_what_the_text_calls_a_person_for_short(what: str, text: str, aliases: set[str]) -> None:
    assert set(read(text)[0].aliases) == aliases


@pytest.mark.parametrize(
    ("what", "text", "names"),
    [
        (
            "a short form of the given name",
            "Bernard L. Winter was jailed. Bernie Winter had led a fund.",
            {"Bernard L. Winter"},
        ),
        (
            "another given name",
            "Bernard Winter was jailed. Peter Winter had led a fund.",
            {"Bernard Winter", "Peter Winter"},
        ),
        ("a body's short name", "A manager of Consolidated Velmark of Utah (Con Velmark) pleaded guilty.", set()),
        ("the article before a town", "A Cranston, Rhode Island, man was sentenced today.", set()),
    ],
)
def test_one_person_by_a_short_name_and_none_by_a_body_or_a_town(what: str, text: str, names: set[str]) -> None:
    assert {p.name for p in read(text)} == names, what
