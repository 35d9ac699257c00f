"""Expressions of time: what is one, what it resolves to, and what is none."""

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cases.extraction import times
from cases.language import datetext
from cases.language.reading import Reading, parse
from cases.records import Document

if TYPE_CHECKING:
    from spacy.language import Language

PUBLISHED = date(2021, 6, 16)  # a Wednesday


def resolved(nlp: "Language", text: str, published: date | None = PUBLISHED) -> list[tuple[str, str]]:
    document = Document("one", text, "one.txt", "", published=published)
    [(_, doc)] = parse(nlp, [document])
    return [(e.text, e.edtf) for e in times.find(Reading(document, doc))]


CASES = [
    (
        "until what ended it",
        "He lied from 2006 through part of 2008, beginning in 2009 and continuing until his arrest in May 2011.",
        [
            ("2006 through part of 2008", "2006/2008"),
            ("2009 and continuing until his arrest in May 2011", "2009/2011-05"),
        ],
    ),
    ("month, day, year", "She was fined on March 4, 2019.", [("March 4, 2019", "2019-03-04")]),
    ("day, month, year", "She was fined on 4th of March 2019.", [("4th of March 2019", "2019-03-04")]),
    ("weekday before it", "On Monday, October 26, 2015, he paid.", [("Monday, October 26, 2015", "2015-10-26")]),
    ("abbreviation", "The clerk quit on Feb. 9, 2018.", [("Feb. 9, 2018", "2018-02-09")]),
    ("figures with slashes", "The check of 2/15/2020 bounced.", [("2/15/2020", "2020-02-15")]),
    ("figures that allow both readings", "The check of 2/3/2020 bounced.", [("2/3/2020", "2020-02-03")]),
    (
        "figures in a text that prints the day first",
        "Lane (born 21/07/1960) and Stone (born 6/7/1988) were jailed.",
        [("21/07/1960", "1960-07-21"), ("6/7/1988", "1988-07-06")],
    ),
    (
        "figures in a text that prints both ways",
        "Lane (born 21/07/1960), Hale (born 7/21/1960) and Stone (born 6/7/1988) were jailed.",
        [("21/07/1960", "1960-07-21"), ("7/21/1960", "1960-07-21"), ("6/7/1988", "1988-06-07")],
    ),
    ("figures, day first", "The cheque of 25/2/2020 bounced.", [("25/2/2020", "2020-02-25")]),
    ("no such day", "The form says February 30, 2019.", []),
    ("month and year", "The bank failed in late May 2017.", [("late May 2017", "2017-05")]),
    ("season is its year", "The bank failed in the spring of 2017.", [("the spring of 2017", "2017")]),
    ("decade", "The bank grew in the 1990s and early 2000s.", []),
    ("interval of years", "Between 2001 and 2005 he ran it.", [("2001 and 2005", "2001/2005")]),
    (
        "interval of months",
        "He paid from May 2011 through June 2013.",
        [("May 2011 through June 2013", "2011-05/2013-06")],
    ),
    (
        "hedged",
        "from at least in or about May 2011 to about 2013, he paid",
        [("May 2011 to about 2013", "2011-05/2013")],
    ),
    (
        "first end without year",
        "from June 8 to August 10, 2015",
        [("June 8 to August 10, 2015", "2015-06-08/2015-08-10")],
    ),
    ("first end in the year before", "from November to March 2015", [("November to March 2015", "2014-11/2015-03")]),
    ("short range", "The 1979-81 crisis was long.", [("1979-81", "1979/1981")]),
    ("neighbouring years", "He evaded tax in 2005 and 2006.", [("2005 and 2006", "2005/2006")]),
    ("two years, no interval", "He was asked in 2003 and 2009.", [("2003", "2003"), ("2009", "2009")]),
    ("since", "The mayor has ruled since 2014.", [("2014", "2014/..")]),
    ("since a beginning", "Since its founding in May 2009, the bank has grown.", [("May 2009", "2009-05/..")]),
    ("what was before a year", "He stole before 2012.", [("2012", "../2012")]),
    ("what was after a year", "She paid nothing after 2014.", [("2014", "2014/..")]),
    ("after something in a year", "She paid after the 2014 vote.", [("2014", "2014")]),
    (
        "said in a month, with what was set aside",
        "The bank was expected to fail after it said in February it had set aside cash.",
        [("February", "2021-02")],
    ),
    ("to the present", "He led it from 2014 to the present.", [("2014 to the present", "2014/..")]),
    ("today", "She pleaded guilty today.", [("today", "2021-06-16")]),
    ("weekday of the past", "He was arrested on Friday.", [("Friday", "2021-06-11")]),
    ("weekday of the future", "He will appear in court on Friday.", [("Friday", "2021-06-18")]),
    ("day scheduled", "Sentencing is scheduled for January 7.", [("January 7", "2022-01-07")]),
    ("month of the past", "He was arrested in August.", [("August", "2020-08")]),
    ("last week", "He quit last week.", [("last week", "2021-06-07/2021-06-13")]),
    ("earlier this month", "He quit earlier this month.", [("earlier this month", "2021-06")]),
    ("month of last year", "He quit in April last year.", [("April last year", "2020-04")]),
    ("years ago", "He quit four years ago.", [("four years ago", "2017")]),
    (
        "distance from a date",
        "He left in April 2018. Six months later he was seized.",
        [("April 2018", "2018-04"), ("Six months later", "2018-10")],
    ),
    (
        "for so long after",
        "He ruled in 2006-2012, and for six years afterwards.",
        [("2006-2012", "2006/2012"), ("six years afterwards", "2012/2018")],
    ),
    (
        "part of a year",
        "It lost money in the first three months of 2020.",
        [("the first three months of 2020", "2020-01/2020-03")],
    ),
    ("twelve months", "In the year to March 2019 it grew.", [("the year to March 2019", "2018-04/2019-03")]),
    ("section number", "He broke Section 1956 and section 2001 of the code.", []),
    ("statute by its letters", "Laundering, in violation of 18 USC 1956(a) and 18 U.S.C. 2001.", []),
    ("sum", "She paid $2000 to the guard.", []),
    ("count", "The strike of 2000 workers ended.", []),
    ("auxiliary", "The judge may order a fine.", []),
    ("duration and age", "The man, 45, worked there for 20 years.", []),
    ("case number", "Case 18-cr-2019 and file 2017-1234 are closed.", []),
    ("newspaper", "He told the Sunday Times everything.", []),
]


@pytest.mark.parametrize(("covers", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_expression(nlp: "Language", covers: str, text: str, expected: list[tuple[str, str]]) -> None:
    assert resolved(nlp, text) == expected


def test_relative_needs_a_day_of_publication(nlp: "Language") -> None:
    text = "He was arrested on Friday, in August 2019 and last year."
    assert resolved(nlp, text, published=None) == [("August 2019", "2019-08")]


def test_dateline_is_no_expression_and_dates_today(nlp: "Language") -> None:
    text = "Clerk Pleads Guilty\n\nMonday, June 7, 2021\n\nA clerk pleaded guilty today to theft of public funds."
    assert resolved(nlp, text) == [("today", "2021-06-07")]


def test_leading_date_line_is_no_expression(nlp: "Language") -> None:
    assert resolved(nlp, " date 2021-06-16 The clerk was convicted in 2019.") == [("2019", "2019")]


AFTER_ARTICLES = [
    ("an article before a figure or a word of dates", "on the 4th of May", ["the 4th of May"]),
    ("between two spaces", "the  following day", ["the  following day"]),
    ("a decade after an apostrophe", "in the '90s", ["the '90s"]),
    ("a count of one", "paid a year ago", ["a year ago"]),
    ("a word of dates that goes on", "the endless case and this marshal", []),
    ("nothing follows", "the", []),
]


@pytest.mark.parametrize(("text", "found"), [pytest.param(*row[1:], id=row[0]) for row in AFTER_ARTICLES])
def test_expressions_after_articles(nlp: "Language", text: str, found: list[str]) -> None:
    reading = Reading(Document("one", text, "one.txt", ""), nlp.make_doc(text))
    assert [text[slice(*match.span())] for match in datetext.matches(reading)] == found
