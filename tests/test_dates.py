"""What happened on a date, by the word that governs it."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cases.extraction import dates, times
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading, parse
from cases.records import Charge, Document, Event, Person, Ref, Span

if TYPE_CHECKING:
    from spacy.language import Language

PERSON = Ref("person", 0)


def events(nlp: "Language", text: str, name: str = "Smith") -> list[Event]:
    document = Document("one", text, "one.txt", "", published=date(2021, 6, 16))
    [(_, doc)] = parse(nlp, [document])
    reading = Reading(document, doc)
    person = Person(name, (Span(0, 1, "test"),))
    named = [Mention(t.i, t.i + 1, PERSON) for t in doc if t.text == name]
    return list(dates.find(reading, Mentions((person,), (), named), times.find(reading)))


def acts(nlp: "Language", text: str, accused: bool) -> list[str]:
    document = Document("one", text, "one.txt", "", published=date(2021, 6, 16))
    [(_, doc)] = parse(nlp, [document])
    reading = Reading(document, doc)
    named = [Mention(t.i, t.i + 1, PERSON) for t in doc if t.text == "Smith"]
    charge = Charge(PERSON, "fraud", False, "charged", (), (Span(0, 1, "test"),))
    mentions = Mentions((Person("Smith", (Span(0, 1, "test"),)),), (), named)
    return [e.event for e in dates.find(reading, mentions, times.find(reading), (charge,) if accused else ())]


@pytest.mark.parametrize(
    ("what", "text", "accused", "expected"),
    [
        ("an act of the accused", "In 2019, Smith designed a tool.", True, "conduct"),
        ("the same act of somebody else", "In 2019, Smith designed a tool.", False, "other"),
        ("what anybody does", "In 2019, Smith moved to Lima.", True, "other"),
        ("what is done to the accused", "In 2019, Smith was photographed.", True, "other"),
        ("what lies ahead", "In 2023, Smith will design a tool.", True, "other"),
    ],
)
def test_an_unlisted_verb_is_conduct_where_one_of_the_accused_acts(
    nlp: "Language", what: str, text: str, accused: bool, expected: str
) -> None:
    assert acts(nlp, text, accused) == [expected], what


CASES = [
    ("verb", "Smith was arrested in Boston on May 3, 2021.", ["arrest"]),
    ("coordinated verbs share a date", "Smith was arrested and charged on Monday.", ["arrest", "charge"]),
    (
        "each verb its own date",
        "Smith was arrested on May 3, 2021, and pleaded guilty on May 9, 2021.",
        ["arrest", "plea"],
    ),
    ("noun", "After the arrest of Smith in May 2021, the bank closed.", ["arrest"]),
    ("complement of a light verb", "Smith is scheduled to be sentenced on July 7, 2021.", ["sentencing"]),
    ("object of a light verb", "Prosecutors opened an investigation in 2017.", ["investigation"]),
    ("announcement", "The prosecutor said on Monday that Smith lied.", ["statement"]),
    ("office", "Smith served as governor from 2001 to 2005.", ["tenure"]),
    (
        "office right before the date, in a clause below an act",
        "Smith set up firms that won contracts while he was the state's top planning official in 2009-2011.",
        ["tenure"],
    ),
    (
        "what somebody was, but no office",
        "Smith set up firms that won contracts while he was a guest in 2009.",
        ["conduct"],
    ),
    ("who ran for an office", "Smith ran unsuccessfully for mayor in 1987.", ["other"]),
    ("who ran a city", "Smith ran the city in 1987.", ["tenure"]),
    ("who ran a scam", "Smith ran an elaborate scam from 2014 until 2016.", ["conduct"]),
    ("a settlement announced", "The settlement announced on Monday ends the case.", ["resolution"]),
    ("the year of an act", "The law is the Banking Act of 1940.", ["other"]),
    ("the year of games", "Smith paid for the award of the 2016 Games.", ["other"]),
    ("the inception of a body", "Since its inception in March 2007, the task force has charged many.", ["other"]),
    ("what an indictment alleges", "The indictment alleges that, in May 2019, Smith met a clerk.", ["conduct"]),
    ("when somebody alleged it", "Prosecutors alleged in May 2019 that Smith met a clerk.", ["charge"]),
    ("accused now of an earlier act", "In May 2019, Smith is accused of opening a shop.", ["conduct"]),
    ("accused on a day", "Smith was accused on Monday by the clerk.", ["charge"]),
    ("a clause below the charges", "Smith was jailed on charges he misled voters in 2019.", ["conduct"]),
    ("an indictment filed", "The indictment filed on May 3, 2021, names Smith.", ["charge"]),
    ("a trial that waits", "Smith is awaiting trial, presently scheduled for July 2021.", ["trial"]),
    ("an office held", "Smith held the position until his retirement in 2019.", ["tenure"]),
    ("extradition", "Smith was extradited from Spain in 2019.", ["extradition"]),
    ("conduct", "Smith allegedly paid bribes to the clerk in 2015.", ["conduct"]),
    ("noun right before the date", "At the time of his arrest in August 2010, Smith had received $5,000.", ["arrest"]),
    (
        "noun of a hearing to come",
        "The judge accepted the verdict and scheduled sentencing for Oct. 30, 2020.",
        ["sentencing"],
    ),
    ("the verb, not the noun beside the date", "Smith was found guilty of the charges on May 3, 2021.", ["conviction"]),
    ("an official who acts holds no office then", "Smith was charged by a prosecutor in 2014.", ["charge"]),
    (
        "a source is no event",
        "The clerk said that, according to the indictment, in April 2014, the school sought bids.",
        ["conduct"],
    ),
    ("what was said, not the saying", "The agency said the school that opened in 2015 fell down.", ["other"]),
    ("what one is accused of", "Smith was accused of lying to the agency when he applied in 2018.", ["conduct"]),
    ("heard of something", "Smith heard the news in 2012.", ["other"]),
    ("heard in court", "The case was heard in 2012.", ["hearing"]),
    ("participle after its noun", "At sentencing, scheduled for July 7, 2021, Smith faces five years.", ["sentencing"]),
    ("put under something", "Smith was placed under investigation in April 2018.", ["investigation"]),
    ("suspension", "Smith, who was suspended in March 2020, was a clerk.", ["other"]),
    ("nothing listed", "The bridge fell in 2015.", ["other"]),
]


@pytest.mark.parametrize(("covers", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_event(nlp: "Language", covers: str, text: str, expected: list[str]) -> None:
    assert sorted(e.event for e in events(nlp, text)) == sorted(expected)


def test_party_is_whom_it_happened_to(nlp: "Language") -> None:
    [event] = events(nlp, "Agents arrested Smith on May 3, 2021.")
    assert event.party == PERSON


def test_no_party_is_guessed(nlp: "Language") -> None:
    [event] = events(nlp, "Agents arrested the clerk on May 3, 2021.")
    assert event.party is None


def test_once_per_date_event_and_party(nlp: "Language") -> None:
    assert len(events(nlp, "Smith was arrested on May 3, 2021. Smith was arrested on May 3, 2021.")) == 1
