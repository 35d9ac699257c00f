"""Roles read from made-up sentences: (what it covers, text, rows of person | title | kind | body | start | end)."""

import datetime as dt

import pytest

from cases.extraction import extract_all
from cases.records import Document, Facts

APPOSITIONS = [
    (
        "a participle that tells which",
        "Ray Poe, a roofing contractor, met Deputy Attorney General Anna Lane and the highest-ranking aide.",
        {"Ray Poe | private_office | roofing contractor", "Anna Lane | public_office | Deputy Attorney General"},
    ),
    (
        "a name between commas after a title that nothing determines",
        "The forms were signed by clinic co-owner, Rita Orlov, who left. The ministry of trade and justice, Hon Paul "
        "Winter, spoke.",
        {"Rita Orlov | private_office | clinic co-owner"},
    ),
    (
        "a second noun before the name that no list has",
        "He met businessman and convicted swindler Peter Novak. The businessman and former neighbor Dan Reed lied.",
        {"Peter Novak | private_office | businessman"},
    ),
    (
        "what else describes the person before the title",
        "Peter Novak, a Danish citizen and executive of Acme Trading Inc., and Dan Reed, a citizen of Peru, left.",
        {"Peter Novak | private_office | executive"},
    ),
    (
        "one of these",
        "One of these officials, Peter Novak, and one of those who paid, Dan Reed, left.",
        {"Peter Novak | public_office | official"},
    ),
    (
        "two nouns of several people in the singular",
        "Peter Novak and Dan Reed were owners and operators of Acme Trading Inc.",
        {"Peter Novak | private_office | owner and operator", "Dan Reed | private_office | owner and operator"},
    ),
    (
        "an adviser of somebody, one who gives advice for a living, and a close aide",
        "Peter Novak was a key adviser to Mayor Dan Reed. Rita Orlov was a financial adviser to Dan Reed. Anna Lane, a "
        "close aide of Dan Reed, left with former Reed aide Paul Winter.",
        {
            "Peter Novak | associate | key adviser",
            "Dan Reed | public_office | Mayor",
            "Rita Orlov | private_office | financial adviser",
            "Anna Lane | associate | aide",
            "Paul Winter | public_office | aide",
        },
    ),
    (
        "a president is no investigator for the probe of the sentence",
        "The investigation into meddling by Peruvian President Peter Novak and of Secretary Rita Orlov goes on.",
        {"Peter Novak | public_office | President", "Rita Orlov | public_office | Secretary"},
    ),
    (
        "an associate of a gang",
        "Peter Novak is a former associate of the Medellin Cartel. Rita Orlov was a business associate of Peter Novak.",
        {"Peter Novak | criminal_group | associate", "Rita Orlov | associate | business associate"},
    ),
    (
        "who charges somebody is not the one charged",
        "Peru's attorney general has indicted Mark Reed for bribery.",
        set(),
    ),
    (
        "a title before a name",
        "Prosecutor Anna Keller told the court that the sums were large.",
        {"Anna Keller | prosecutor | Prosecutor"},
    ),
    (
        "a title with a district between it and the name",
        "U.S. Attorney for the Southern District of Ohio Robert Hale announced the verdict.",
        {"Robert Hale | prosecutor | U.S. Attorney"},
    ),
    (
        "one of several bodies is no part of the title",
        "Paul Winter, the former owner of one of the largest firms, left in May.",
        {"Paul Winter | private_office | owner"},
    ),
    (
        "a plural title before two names is given to each in the singular",
        "The case is being prosecuted by Trial Attorneys Paul Winter and Laura Stein of the Fraud Section.",
        {"Paul Winter | prosecutor | Trial Attorney", "Laura Stein | prosecutor | Trial Attorney"},
    ),
    (
        "a plural title after two names",
        "Paul Winter and Laura Stein, Assistant U.S. Attorneys for the District of Maine, are in charge.",
        {"Paul Winter | prosecutor | Assistant U.S. Attorney", "Laura Stein | prosecutor | Assistant U.S. Attorney"},
    ),
    (
        "an apposition after a name and an age",
        "Peter Novak, 55, a former procurement officer at the laboratory, left.",
        {"Peter Novak | private_office | procurement officer"},
    ),
    (
        "two titles in one apposition",
        "Peter Novak, a lawyer and former mayor, left the town.",
        {"Peter Novak | lawyer | lawyer", "Peter Novak | public_office | mayor"},
    ),
    (
        "a plural without s",
        "Money was paid by alleged middlemen Paul Winter and Laura Stein.",
        {"Paul Winter | associate | middleman", "Laura Stein | associate | middleman"},
    ),
    (
        "two words joined before the noun",
        "Peter Novak, a former trash and recycling executive, left.",
        {"Peter Novak | private_office | recycling executive"},
    ),
    (
        "a special counsel is a prosecutor, at a law firm a lawyer",
        "Special counsel Anna Keller spoke. Laura Stein, special counsel at Fuller & Jones LLP, left.",
        {"Anna Keller | prosecutor | Special counsel", "Laura Stein | lawyer | special counsel"},
    ),
    (
        "who helps to prosecute is no investigator for the name of the division",
        "The case is prosecuted by Assistant District Attorney Paul Winter, and Laura Stein, Deputy Chief of the "
        "Investigations Division.",
        {"Paul Winter | prosecutor | Assistant District Attorney", "Laura Stein | prosecutor | Deputy Chief"},
    ),
    (
        "a dateline glued to the title",
        "PORTLAND, Ore.—U.S. Attorney Anna Keller spoke.",
        {"Anna Keller | prosecutor | U.S. Attorney"},
    ),
    (
        "a title of several with their ages and homes, before and after them",
        "Physicians Paul Winter, 81, of Macon, Georgia, and Laura Stein, 67, the owners of Acme Care Inc., left.",
        {
            "Paul Winter | private_office | Physician",
            "Laura Stein | private_office | Physician",
            "Paul Winter | private_office | owner",
            "Laura Stein | private_office | owner",
        },
    ),
    (
        "ranks and words of respect between a position and a name",
        "Supreme Leader Ayatollah Ali Kamran and spokesman Capt. Paul Winter met Laura Stein, aide to Prof. Roe.",
        {
            "Ali Kamran | public_office | Supreme Leader",
            "Paul Winter | spokesperson | spokesman",
            "Laura Stein | public_office | aide",
        },
    ),
    (
        "a word that begins the name of a place is none of respect",
        "Paul Winter, the State's Attorney for Prince Adam's County, met the beauty queen Miss Laura Stein.",
        {"Paul Winter | prosecutor | State's Attorney"},
    ),
    (
        "what stands beside a private position is private too",
        "Paul Winter, the owner and president, left.",
        {"Paul Winter | private_office | owner", "Paul Winter | private_office | president"},
    ),
    (
        "an associate of whoever is named after a company",
        "Paul Winter was an associate of Acme Trading Inc. founder Carl Stein.",
        {"Paul Winter | associate | associate", "Carl Stein | private_office | founder"},
    ),
    (
        "a title between commas before a name",
        "The shadow chancellor, Mary Fox, called for a register.",
        {"Mary Fox | public_office | shadow chancellor"},
    ),
    (
        "whom a sentence's opening tells of is not its subject",
        "After meeting with the first victim, Novak opened an account. As with the mayor, Peter Novak and his wife "
        "told them so. In addition to the charges against Novak, our prosecutors brought a suit.",
        set(),
    ),
    (
        "the head of a company or a hospital without a name holds no public office",
        "The president of a towing company, Paul Winter, and the head of a hospital, Anna Lane, left.",
        {"Paul Winter | private_office | president", "Anna Lane | private_office | head"},
    ),
    (
        "a full stop that is lost",
        "Paul Winter, U.S Attorney for the District of Maine, spoke.",
        {"Paul Winter | prosecutor | U.S Attorney"},
    ),
    (
        "a space in the country's letters",
        "Assistant U. S. Attorneys Paul Winter and Anna Lane are handling the case.",
        {"Paul Winter | prosecutor | Assistant U. S. Attorney", "Anna Lane | prosecutor | Assistant U. S. Attorney"},
    ),
    (
        "what stands before a preposition in a headline",
        "Treasury Expands Sanctions Against Fugitive Drug Lord Paul Winter\n\nPaul Winter is wanted.",
        {"Paul Winter | criminal_group | Drug Lord"},
    ),
    (
        "what a page asks its reader to do",
        "Meet Deputy District Attorney Paul Winter.",
        {"Paul Winter | prosecutor | Deputy District Attorney"},
    ),
    ("two words of a page that are glued", "More can be found on the Justice Departmentswebsite.", set()),
    (
        "two jobs before one name",
        "The company was sold to the commodities trader and financier Mark Reed.",
        {"Mark Reed | private_office | commodities trader", "Mark Reed | private_office | financier"},
    ),
    (
        "the office of another before a comma",
        "In 2011, following Rita Orlov's election as president, then consultant Mark Reed was hired.",
        {"Rita Orlov | public_office | president", "Mark Reed | private_office | consultant"},
    ),
    (
        "a rank before the last of several names",
        "Three former Velmar Police Department (VPD) officers, Mary Poe, Dan Reed and Lt. Paul Engel, left the town.",
        {
            "Mary Poe | public_office | officer",
            "Dan Reed | public_office | officer",
            "Paul Engel | public_office | officer",
        },
    ),
    (
        "two words for one relative",
        "Dan Reed and others, including his cousin and driver, Paul Engel, left the town.",
        {"Paul Engel | family | cousin", "Paul Engel | private_office | driver"},
    ),
    (
        "an office to which somebody is appointed",
        "The appointment of Mary Poe as director surprised the town.",
        {"Mary Poe | private_office | director"},
    ),
    (
        "one position of two words",
        "President and CEO Carlos Duarte thanked the auditors.",
        {"Carlos Duarte | private_office | President and CEO"},
    ),
    ("a relative and whose", "Karim Aziz's brother, Omar Aziz, declined to comment.", {"Omar Aziz | family | brother"}),
    (
        "a lawyer by possessive",
        "Her lawyer, Lovell Madden, said on Friday that she was ill.",
        {"Lovell Madden | lawyer | lawyer"},
    ),
    (
        "what the judge is called",
        "She pleaded guilty before U.S. District Judge Paul Engel.",
        {"Paul Engel | judge | U.S. District Judge"},
    ),
    (
        "an agent of a bureau",
        "FBI Special Agent in Charge Mary Poe praised the team.",
        {"Mary Poe | investigator | Special Agent in Charge"},
    ),
    (
        "who is said to be the source is not the one that follows",
        "According to the U.S. Attorney for the Northern District of Ohio, Peter Novak left the town.",
        set(),
    ),
    (
        "one name after several lawyers is none of them",
        "After a call from the company's lawyers, Peter Novak left the town.",
        set(),
    ),
    (
        "whose wife it is",
        "Wife of former mayor Peter Novak charged with fraud",
        {"Peter Novak | public_office | mayor"},
    ),
    (
        "the title of a relative is not that of the person",
        "Peter Novak, the mayor's brother, left the town.",
        {"Peter Novak | family | brother"},
    ),
    (
        "an office that is named after a body",
        '"A warning," said Secretary of the Treasury Paul Engel.',
        {"Paul Engel | public_office | Secretary of the Treasury"},
    ),
    (
        "a plural within a title",
        "The case was led by Assistant Inspectors General Paul Engel and Mary Poe.",
        {
            "Paul Engel | investigator | Assistant Inspector General",
            "Mary Poe | investigator | Assistant Inspector General",
        },
    ),
    (
        "each title of a series belongs to the name after it",
        "The chairman, Paul Engel, the CEO, Mary Poe, and others announced it.",
        {"Paul Engel | private_office | chairman", "Mary Poe | private_office | CEO"},
    ),
    (
        "several titles before one name",
        "Acme Trading Ltd. is a firm; its founder, chairman and CEO, Paul Engel, left.",
        {"Paul Engel | private_office | founder", "Paul Engel | private_office | chairman and CEO"},
    ),
    (
        "a bracket between title and name",
        "The director of Acme Bank (one of the four oldest firms in Velmar), Paul Engel, left.",
        {"Paul Engel | private_office | director"},
    ),
    (
        "what is told of somebody else before the comma",
        "In court the aide, a member of the party, Mary Poe said, was ill.",
        set(),
    ),
    (
        "an unnamed office at the beginning",
        "On Monday, a former judge, Mary Poe, left the town.",
        {"Mary Poe | judge | judge"},
    ),
    (
        "a title ends before whose party it is",
        "Paul Engel, a member of Mr Orlov's party, left the town.",
        {"Paul Engel | public_office | member"},
    ),
    (
        "somebody unnamed in a list",
        "He met a Velmar lawyer, Paul Engel, then-chairman Dan Reed and Mary Poe.",
        {"Dan Reed | private_office | chairman"},
    ),
    (
        "one of several",
        "One of Karim Aziz's lawyers, Paul Engel, declined to comment.",
        {"Paul Engel | lawyer | lawyer"},
    ),
    (
        "name and title with a line each",
        "Contact:\n\nMary Poe\n\nSpokesperson\n\nThe man left the town.",
        {"Mary Poe | spokesperson | Spokesperson"},
    ),
    (
        "an office held now",
        "Paul Engel, now a senator, left the town.",
        {"Paul Engel | public_office | senator"},
    ),
    (
        "a bracket after the name",
        "The ministry named Paul Engel (alias Paul the Cat), an underboss in the gang.",
        {"Paul Engel | criminal_group | underboss"},
    ),
    (
        "a company told by where it is",
        "Paul Engel, the manager of a Lima-based trading firm, left.",
        {"Paul Engel | private_office | manager"},
    ),
    (
        "the minister of justice is no judge",
        "The former Minister of Justice Paul Engel left the town.",
        {"Paul Engel | public_office | Minister of Justice"},
    ),
    (
        "a nickname with a title in it",
        'The town feared Paul Engel, aka "King Paul," the former owner of a bar.',
        {"Paul Engel | private_office | owner"},
    ),
]
COUNSEL = [
    (
        "descriptions of two people, of whom one is named, and of one who is two things",
        "A port official and a businessman were indicted today.\n\nSimon Grant, 61, was charged with bribery.",
        set(),
    ),
    (
        "one who is two things",
        "A lawyer and former mayor was indicted today.\n\nSimon Grant, 61, was charged with bribery.",
        {"Simon Grant | lawyer | lawyer"},
    ),
    (
        "two in a headline",
        "Port Official and Businessman Indicted\n\nSimon Grant, 61, and Helen Moss, 50, were charged with bribery.",
        set(),
    ),
    (
        "whoever speaks for the office that prosecutes, and for no such office",
        'Simon Grant, from the Crown Prosecution Service, added: "It was callous." Helen Moss, of Acme '
        "Trading Inc., said no.",
        {"Simon Grant | prosecutor | from the Crown Prosecution Service"},
    ),
    (
        "an attorney in a list of prosecutors",
        "The case is prosecuted by Attorney Simon Grant and Deputy Chief Helen Moss of the Fraud Section.",
        {"Simon Grant | prosecutor | Attorney", "Helen Moss | prosecutor | Deputy Chief"},
    ),
    (
        "a description of as many as are accused and of another number",
        "Two former Velmar police officers were arrested on Monday. Three clerks were charged.\n\nSimon Grant and "
        "Helen Moss were charged with bribery.",
        {"Simon Grant | public_office | police officer", "Helen Moss | public_office | police officer"},
    ),
    (
        "a description of the one who is introduced with his age",
        "A former roofing contractor made his initial appearance today.\n\nSimon Grant, 61, of Ohio, was charged with "
        "fraud. Helen Moss was charged with bribery. Moss lied to Moss Trading clients. Moss paid.",
        {"Simon Grant | private_office | roofing contractor"},
    ),
    ("a participle", "Simon Grant, prosecuting, said the sums were large.", {"Simon Grant | prosecutor | prosecuting"}),
    ("for the accused", "Helen Moss, defending, said he was sorry.", {"Helen Moss | lawyer | defending"}),
]
VERBS = [
    (
        "those who are named together before, of a body",
        "Clara Diaz and Nadia Roy left. They were owners of Acme Trading Inc.",
        {"Clara Diaz | private_office | owner | None | None", "Nadia Roy | private_office | owner | None | None"},
    ),
    (
        "what two are barred from",
        "Clara Diaz and Nadia Roy left. They are barred from acting as a director or becoming a shareholder.",
        set(),
    ),
    (
        "two steps of a career, and one office named with its rank and without",
        "Clara Diaz served as U.S. Attorney from 2010 to 2012. She served as Assistant U.S. Attorney from 2001 to "
        "2010. Deputy Mayor Nadia Roy spoke. Mayor Nadia Roy left.",
        {
            "Clara Diaz | prosecutor | U.S. Attorney | 2010 | 2012",
            "Clara Diaz | prosecutor | Assistant U.S. Attorney | 2001 | 2010",
            "Nadia Roy | public_office | Deputy Mayor | None | None",
        },
    ),
    (
        "words between the copula and the title",
        "Clara Diaz was, at times, the controller of Acme Trading Inc.",
        {"Clara Diaz | private_office | controller | None | None"},
    ),
    (
        "a position only claimed, one forbidden, one that somebody is said to hold",
        "Nadia Roy lied about claiming to be a lawyer. Nadia Roy was disqualified from being a director. Clara Diaz is "
        "believed to be a business partner of Nadia Roy.",
        {"Clara Diaz | associate | business partner | None | None"},
    ),
    (
        "two positions in one body",
        "Clara Diaz was the president and director of Acme Trading Inc.",
        {
            "Clara Diaz | private_office | president | None | None",
            "Clara Diaz | private_office | director | None | None",
        },
    ),
    (
        "a copula",
        "Clara Diaz was economy minister in the last government.",
        {"Clara Diaz | public_office | economy minister | None | None"},
    ),
    (
        "years before the title",
        "Clara Diaz served from 2012 to 2018 as secretary of defense.",
        {"Clara Diaz | public_office | secretary of defense | 2012 | 2018"},
    ),
    (
        "years after the title",
        "Clara Diaz was mayor from 2001 to 2005.",
        {"Clara Diaz | public_office | mayor | 2001 | 2005"},
    ),
    (
        "the year of an appointment is the start",
        "Clara Diaz became public security minister in 2006.",
        {"Clara Diaz | public_office | public security minister | 2006 | None"},
    ),
    (
        "until",
        "Nadia Roy, who was chairman of the bank until 2018, declined to comment.",
        {"Nadia Roy | private_office | chairman | None | 2018"},
    ),
    (
        "in a clause on the title before it",
        "Clara Diaz, a former deputy mayor who later headed the Velmar Housing Authority, left.",
        {
            "Clara Diaz | public_office | deputy mayor | None | None",
            "Clara Diaz | public_office | headed | None | None",
        },
    ),
    (
        "a promotion",
        "In 2002, Clara Diaz was promoted to Assistant District Attorney.",
        {"Clara Diaz | prosecutor | Assistant District Attorney | 2002 | None"},
    ),
    (
        "whoever joined as something",
        "Clara Diaz joined the office in 1984 as a deputy district attorney.",
        {"Clara Diaz | prosecutor | deputy district attorney | 1984 | None"},
    ),
    (
        "a confirmation",
        "The Senate voted for the confirmation of Clara Diaz as secretary of labor.",
        {"Clara Diaz | public_office | secretary of labor | None | None"},
    ),
    (
        "an associate of a firm of lawyers",
        "Clara Diaz was an associate at Debbins & Plumb LLP.",
        {"Clara Diaz | private_office | associate | None | None"},
    ),
    (
        "two in one appointment",
        "The president named Clara Diaz as treasury secretary and Laura Stein as chief of staff.",
        {
            "Clara Diaz | public_office | treasury secretary | None | None",
            "Laura Stein | public_office | chief of staff | None | None",
        },
    ),
    (
        "a surname taken for an adverb",
        "Kathryn Keneally left. Keneally most recently worked as a partner at Fuller & Jones LLP in New York.",
        {"Kathryn Keneally | private_office | partner | None | None"},
    ),
    (
        "years of each of several offices",
        "Clara Diaz was minister for trade from 1987 to 1989, minister of public education from 1989 to 1990.",
        {
            "Clara Diaz | public_office | minister for trade | 1987 | 1989",
            "Clara Diaz | public_office | minister of public education | 1989 | 1990",
        },
    ),
    (
        "the brother's office",
        "As a senior judge, Diaz's brother has experience. Clara Diaz left.",
        set(),
    ),
    (
        "years of whoever is named before",
        "Clara Diaz, the president from 1980 to 1988, and Laura Stein, the president from 1988 to 1993, left.",
        {
            "Clara Diaz | public_office | president | 1980 | 1988",
            "Laura Stein | public_office | president | 1988 | 1993",
        },
    ),
    (
        "a date that ends the sentence before",
        "The site was closed since September 25. Its editor, Clara Diaz, left.",
        {"Clara Diaz | private_office | editor | None | None"},
    ),
    (
        "a noun taken for an adjective",
        "Clara Diaz left. From 1997 to 1999, she was chief of the Public Corruption Unit.",
        {"Clara Diaz | prosecutor | chief | 1997 | 1999"},
    ),
    (
        "a later office in a relative clause",
        "Clara Diaz, who was later the chairman of the party, left.",
        {"Clara Diaz | private_office | chairman | None | None"},
    ),
    (
        "whoever founded it, after the year",
        "Acme Trading Company was founded in 1992 by Clara Diaz.",
        {"Clara Diaz | private_office | founded | 1992 | None"},
    ),
    (
        "pay for a position",
        "Clara Diaz earned $220,000 as an accountant with the firm.",
        {"Clara Diaz | private_office | accountant | None | None"},
    ),
]
NEGATIVES = [
    ("nobody named", "The president met the prime minister and a former mayor on Monday."),
    ("denied", "John Baker was not a minister, the court heard."),
    ("only possible", "John Baker could become president, analysts say."),
    ("a title inside a name of a body", "John Baker called the District Attorney's Office on Monday."),
    ("an office of the state set up", "John Baker established the Velmar Police Department for that."),
    ("mere control", "John Baker controlled the Acme Trading Company for years."),
]


def facts(text: str) -> Facts:
    document = Document("made-up", text, "made-up.txt", "", published=dt.date(2020, 5, 5), language="en")
    return next(f for _, f in extract_all([document]))


@pytest.mark.parametrize(
    ("covers", "text", "expected"), APPOSITIONS + COUNSEL, ids=[row[0] for row in APPOSITIONS + COUNSEL]
)
def test_titles_beside_names(covers: str, text: str, expected: set[str]) -> None:
    found = facts(text)
    assert {
        f"{found.people[r.person.index].name} | {r.kind} | {r.title}" for r in found.roles if r.kind != "defendant"
    } == expected


@pytest.mark.parametrize(("covers", "text", "expected"), VERBS, ids=[row[0] for row in VERBS])
def test_titles_given_by_verbs(covers: str, text: str, expected: set[str]) -> None:
    found = facts(text)
    assert {
        f"{found.people[r.person.index].name} | {r.kind} | {r.title} | {r.start} | {r.end}" for r in found.roles
    } == expected


@pytest.mark.parametrize(("covers", "text"), NEGATIVES, ids=[row[0] for row in NEGATIVES])
def test_no_role(covers: str, text: str) -> None:
    assert facts(text).roles == ()


def test_every_span_is_in_the_text() -> None:
    text = "Former Mayor Indicted\n\nA former mayor was indicted today on bribery charges.\n\nJohn Baker was arrested."
    found = facts(text)
    assert {(r.title, r.kind) for r in found.roles} >= {("defendant", "defendant")}
    for role in found.roles:
        for span in role.spans:
            quote = text[span.start : span.end]
            assert quote and quote == quote.strip() and len(quote) <= 300


@pytest.mark.parametrize(
    ("covers", "text", "accused"),
    [
        ("a passive", "John Baker was arrested on Monday.", {"John Baker"}),
        (
            "a list under one verb",
            "It netted guilty pleas from lobbyist Neil Hart, consultant George Ames and former Councilman Mitch Lee.",
            {"Neil Hart", "George Ames", "Mitch Lee"},
        ),
        ("denied", "John Baker was not arrested on Monday.", set()),
        ("the prosecutor of a trial is not accused", "Prosecutor Anna Keller opened the trial on Monday.", set()),
        ("an aim is no fact", "The agency received no permission to prosecute John Baker.", set()),
    ],
)
def test_who_is_accused(covers: str, text: str, accused: set[str]) -> None:
    found = facts(text)
    assert {found.people[r.person.index].name for r in found.roles if r.kind == "defendant"} == accused


def test_a_description_goes_to_the_accused_who_bears_the_title(nlp: object) -> None:
    """However often the other accused is named."""
    text = (
        "A superior court judge was sentenced today after being convicted of bribery. A jury convicted Judge Paul "
        "Engel of bribery. Robert Hale pleaded guilty to bribery. Robert Hale paid for a car. Robert Hale hid the "
        "money. Robert Hale left the country."
    )
    ((_, facts),) = extract_all([Document("one", text, "one.txt", "", published=dt.date(2020, 5, 4))])
    judges = {facts.people[r.person.index].name for r in facts.roles if r.kind == "judge"}
    assert judges == {"Paul Engel"}
