"""What is a body and what only looks like one, in made-up texts: (what it covers, text, "name | kind" of each)."""

import pytest

from cases.extraction import organizations, people
from cases.language.model import load_model
from cases.language.reading import Reading, parse
from cases.records import Document, Organization


def read(text: str) -> tuple[Organization, ...]:
    document = Document("made", text, "made.txt", "")
    [(_, doc)] = parse(load_model(), [document])
    reading = Reading(document, doc)
    return organizations.find(reading, people.find(reading)[1])[0]


KINDS = [
    ("a league of a sport", "The Kenyan Premier League fined him.", {"Kenyan Premier League | other"}),
    ("a body of a sport", "The Velmar Football Federation paid.", {"Velmar Football Federation | other"}),
    (
        "a foundation of a school district",
        "He left the Velmar Unified School District Foundation in May.",
        {"Velmar Unified School District Foundation | ngo"},
    ),
    (
        "a channel and a news agency",
        "He was interviewed by Kalaimar TV and the Sorvan News Agency.",
        {"Kalaimar TV | media", "Sorvan News Agency | media"},
    ),
    (
        "a department whose task is the law",
        "The Velmar Department of Law Enforcement opened a file.",
        {"Velmar Department of Law Enforcement | law_enforcement"},
    ),
    ("a clinic", "The claims came from the Lakeview Surgery Center.", {"Lakeview Surgery Center | company"}),
    (
        "a group of services",
        "Oren Wale chaired Sorin Financial Services Group.",
        {"Sorin Financial Services Group | company"},
    ),
    (
        "services of a state",
        "The Velmar State Department of Financial Services fined it.",
        {"Velmar State Department of Financial Services | government"},
    ),
    (
        "a party called a congress, a party called a front",
        "The All Velmar Progressives Congress won the vote. The Sorvan Liberation Front joined it.",
        {"All Velmar Progressives Congress | political", "Sorvan Liberation Front | political"},
    ),
    (
        "who heads a body is none",
        "They saw Kenya's chief of police there. He met Ghana's head of the crime unit.",
        set(),
    ),
    (
        "a state's watchdog over companies or banks is no company and no bank",
        "The UK's financial regulator fined the lender. Kenya's banking watchdog agreed.",
        {"UK's financial regulator | government", "Kenya's banking watchdog | government"},
    ),
    (
        "a chamber of commerce and a society of lawyers",
        "He sued the Velmar Chamber of Commerce and the Law Society of Velmar.",
        {"Velmar Chamber of Commerce | other", "Law Society of Velmar | other"},
    ),
]

BESIDE = [
    (
        "what the words after a comma say",
        "The Velmar Residents' Committee, a not-for-profit that serves the poor, agreed. The Keran Center, a nonprofit "
        "organization, paid. The Velmar Council, a legislature, met.",
        {"Velmar Residents' Committee | ngo", "Keran Center | ngo", "Velmar Council | government"},
    ),
    (
        "a website makes no newspaper",
        "The Employment Litigation Section website lists it.",
        {"Employment Litigation Section | government"},
    ),
    (
        "parts of what is listed",
        "Abla Winter of the FBI Indianapolis Division and the DEA Atlanta Field Division spoke.",
        {"FBI Indianapolis Division | law_enforcement", "DEA Atlanta Field Division | law_enforcement"},
    ),
    (
        "two spaces inside a name",
        "The Hurst Police  Department arrested him.",
        {"Hurst Police Department | law_enforcement"},
    ),
    (
        "a town in capitals that opens the text, its dash lost",
        "WASHINGTON Samsung KDS agreed to plead guilty. WASHINGTON is far.",
        {"Samsung KDS | company"},
    ),
    ("letters after a company that are a title", "A Samsung CEO agreed to plead guilty.", {"Samsung | company"}),
    ("a word that opens a notice", "WHO: District Attorney Oren Wale\nWHAT: A talk", set()),
    ("a model of cars and an account", "She bought an FJ Cruiser and paid from the CBX Account.", set()),
    ("letters and a word with executives", "MKS Works executives met.", {"MKS Works | company"}),
]

COUNTRIES = [
    (
        "more tasks in lower case, and one of many",
        "The mayor's office refused. The home affairs ministry agreed. The public integrity unit opened a file. He "
        "sits on the foreign relations committee. An intelligence agency knew. The customer service desk closed.",
        {
            "mayor's office | government",
            "home affairs ministry | government",
            "public integrity unit | law_enforcement",
            "foreign relations committee | government",
        },
    ),
    (
        "countries of two words before a task",
        "The Hong Kong central bank fined it. South Africa's anti-corruption unit agreed. The Saudi Arabian interior "
        "ministry refused.",
        {
            "Hong Kong central bank | bank",
            "South Africa's anti-corruption unit | law_enforcement",
            "Saudi Arabian interior ministry | government",
        },
    ),
    (
        "an office told by its officer",
        "The office of Kenya's attorney general filed it. The office of the manager closed.",
        {"office of Kenya's attorney general | prosecution"},
    ),
    (
        "a party in a state, and a state before a party that is no part of it",
        "Former Ohio GOP chairman Oren Wale left. In Ohio Republicans won.",
        {"Ohio GOP | political", "Republicans | political"},
    ),
    ("a league of the young in a party", "The Zanu-PF youth league met.", {"Zanu-PF youth league | political"}),
    ("a club of a town", "Chelsea football club owner Oren Wale paid.", {"Chelsea | other"}),
    ("a school with its number", "He taught at Public School 138K in Reno.", {"Public School 138K | other"}),
    (
        "a slash before a legal form, a slash between two bodies",
        "He owns AVA Construction/NY, Inc. in Reno. The FBI/IRS agents left.",
        {"AVA Construction/NY, Inc. | company", "FBI | law_enforcement", "IRS | law_enforcement"},
    ),
    (
        "an office of a region after its whole",
        "The Defense Criminal Investigative Service Mid-Atlantic Field Office helped.",
        {"Defense Criminal Investigative Service | law_enforcement", "Mid-Atlantic Field Office | law_enforcement"},
    ),
    ("letters of what is traded", "He spoke of the Samsung VVIP deal.", {"Samsung | company"}),
    (
        "a house of representatives in short",
        "The Ohio House of Representatives met. The Ohio House agreed.",
        {"Ohio House of Representatives | government"},
    ),
]

WHOLES = [
    (
        "a department and its office after a hyphen",
        "The Velmar Department of Fisheries-Office of Inspector General (VF-OIG) led it.",
        {
            "Velmar Department of Fisheries | government",
            "Velmar Department of Fisheries-Office of Inspector General | law_enforcement",
        },
    ),
    (
        "two offices of one name",
        "Both the Harbour Safety Board Office of Inspector General and the Coast Levy Board Office of Inspector "
        "General met.",
        {
            "Harbour Safety Board | government",
            "Coast Levy Board | government",
            "Harbour Safety Board Office of Inspector General | law_enforcement",
            "Coast Levy Board Office of Inspector General | law_enforcement",
        },
    ),
    (
        "an office whose sort stands before it is whole",
        "The Velmar Federal Office of Justice wrote.",
        {"Velmar Federal Office of Justice | government"},
    ),
    (
        "a board is no part of the name",
        "He led the Boat Club of La Velma Board of Directors.",
        {"Boat Club of La Velma | other"},
    ),
    (
        "an agency of a department",
        "The Department of Labor Coastal Wage Administration paid.",
        {"Department of Labor | government", "Coastal Wage Administration | government"},
    ),
    (
        "a committee of an association",
        "She joined the Velmar Bar Association Judiciary Committee.",
        {"Velmar Bar Association | other", "Judiciary Committee | government"},
    ),
    (
        "a district of prosecutors is no part of their unit",
        "She led the Public Corruption Unit for the Southern District of Velmar.",
        {"Public Corruption Unit | prosecution"},
    ),
    (
        "letters inside a name",
        "The Velmar County District Attorney's (VCDA) Office and the Harbour Theft and Fraud (HTF) Unit met.",
        {
            "Velmar County District Attorney's Office | prosecution",
            "Harbour Theft and Fraud Unit | prosecution",
        },
    ),
    (
        "partners between commas",
        "He worked at Velmar, Sorinsky, Wale & Abelard LLP.",
        {"Velmar, Sorinsky, Wale & Abelard LLP | company"},
    ),
    (
        "a legal form without its apostrophe",
        "Kerana Home Care Inc.s (Keranas) manager left.",
        {"Kerana Home Care Inc. | company"},
    ),
    (
        "companies by their Spanish first words",
        "He ran Minera Mi Velma, Transportes Sorin del Sur and Constructora Carlos Sorin.",
        {"Minera Mi Velma | company", "Transportes Sorin del Sur | company", "Constructora Carlos Sorin | company"},
    ),
    (
        "two newspapers",
        "The Velmar Post and Kerana Times wrote of it.",
        {"Velmar Post | media", "Kerana Times | media"},
    ),
    (
        "what fraud is fought by",
        "The Velmar Coalition Against Insurance Fraud (VCAIF) wrote.",
        {"Velmar Coalition Against Insurance Fraud | ngo"},
    ),
    (
        "where a director works",
        "It was told by the director of sales at Velmergo, who left.",
        {"Velmergo | company"},
    ),
    ("state television", "It was told by state television.", {"state television | media"}),
    (
        "the police of a place, not its station",
        "It was told by Swiss police. He went to the Nairobi police station.",
        {"Swiss police | law_enforcement"},
    ),
    (
        "centers of courts and of doctors",
        "He went to the West Velmar Justice Center and to Velmar Medical Center.",
        {"West Velmar Justice Center | court", "Velmar Medical Center | other"},
    ),
    (
        "a chamber, a forum and a company called so",
        "He used a Reno company, called Skyvelm, to pay the Chamber of Deputies and the Forum of Velmar Leaders.",
        {"Skyvelm | company", "Chamber of Deputies | government", "Forum of Velmar Leaders | other"},
    ),
    (
        "an office for what is else a topic, and a company of ordinary words by who led it",
        "The Office for Victims of Crime was told by the former CEO of Freedom Health.",
        {"Office for Victims of Crime | government", "Freedom Health | company"},
    ),
    ("a base", "He worked at the Velmar Corps Logistics Base.", {"Velmar Corps Logistics Base | military"}),
    (
        "letters of words with a hyphen",
        "The Velmar Auto-Theft Interdiction Bureau (VAIB) led it.",
        {"Velmar Auto-Theft Interdiction Bureau | government"},
    ),
    ("a town and a state that are none", "He left Newport News for the Soviet Union.", set()),
    ("a room and a prize", "He got the Velmar Award for Distinguished Service in the Oval Office.", set()),
]

EDGES = [
    (
        "an embassy and a department in lower case",
        "Dora Lane of the Chinese embassy in Nairobi agreed. The US treasury department refused.",
        {"Chinese embassy | government", "US treasury department | government"},
    ),
    (
        "acts and small words before a body",
        "Falsification of Senate rules is old. Between Congress and the president. This National Assembly is old.",
        {"Senate | government", "Congress | government", "National Assembly | government"},
    ),
    (
        "two departments and somebody's title",
        "The Inspector General of the U.S. Department of Labor and U.S. Small Business Administration General Counsel "
        "Wendell Wale spoke.",
        {"U.S. Department of Labor | government", "U.S. Small Business Administration | government"},
    ),
    (
        "a listed body before and",
        "It was shown by Associated Press and Fox News on Monday.",
        {"Associated Press | media", "Fox News | media"},
    ),
    (
        "a lower-case half of a first word",
        "The Anti-corruption Agency of Serbia changed its name.",
        {"Anti-corruption Agency of Serbia | law_enforcement"},
    ),
    (
        "an office told by its counsel",
        "The Office of General Counsel of the Velmar Council agreed.",
        {"Office of General Counsel of the Velmar Council | government"},
    ),
    (
        "a noun with two words before it, and one in capitals",
        "He led the Los Keranos drug trafficking organization in May. An NGO Kerano Watch complained.",
        {"Los Keranos | criminal_group", "Kerano Watch | ngo"},
    ),
    (
        "a title with its task before a body",
        "They thanked Camille Winter, Director of Legal Initiatives of the New Velmar Immigration Coalition.",
        {"New Velmar Immigration Coalition | political"},
    ),
    (
        "legal forms of other languages",
        "It paid R Sorin Corp S.A.C., a builder, and Keram Import S.A.S. in May.",
        {"R Sorin Corp S.A.C. | company", "Keram Import S.A.S. | company"},
    ),
    (
        "brackets before a legal form",
        "The money went to Mastervel (Pvt) Ltd and to Sorin Investments (Private) Limited. Sorin Gas (Kenya) Ltd got "
        "none.",
        {
            "Mastervel (Pvt) Ltd | company",
            "Sorin Investments (Private) Limited | company",
            "Sorin Gas (Kenya) Ltd | company",
        },
    ),
    ("a bracket that opens before a company", "Prosecutors (and Sorin Ltd) agreed.", {"Sorin Ltd | company"}),
    (
        "a number that begins a name after an article",
        "The Three Velmar Rivers Bank lent it.",
        {"Three Velmar Rivers Bank | bank"},
    ),
    ("a number that counts", "Three Velmar Hospitals were told.", set()),
    (
        "who stands before a body's name is no part of it",
        "Reports of the Central Velmar Commission said so. Members of Congress agreed. Employees of the Velmar Housing "
        "Authority left.",
        {"Central Velmar Commission | government", "Congress | government", "Velmar Housing Authority | government"},
    ),
    (
        "the officer whose office it is",
        "He worked at the Office of the Kings County Public Administrator in Reno. The Office of Special Narcotics "
        "Prosecutor for the City of Velmar helped.",
        {
            "Office of the Kings County Public Administrator | government",
            "Office of Special Narcotics Prosecutor for the City of Velmar | law_enforcement",
        },
    ),
    (
        "a person's title after an office",
        "The Office of International Affairs Trial Attorney Abla Winter spoke. The Department of Investigation "
        "Commissioner Oren Wale left.",
        {"Office of International Affairs | prosecution", "Department of Investigation | law_enforcement"},
    ),
    (
        "an agency and letters of another on both sides of and",
        "Agents of IRS - Criminal Investigation and USPS Office of Inspector General led it.",
        {"IRS - Criminal Investigation | law_enforcement", "USPS Office of Inspector General | law_enforcement"},
    ),
    (
        "a surname without its apostrophe before a body",
        "Abla Winter spoke. It was brought by Abla Winters Financial Fraud Enforcement Task Force.",
        {"Financial Fraud Enforcement Task Force | law_enforcement"},
    ),
]

NONE = [
    ("what somebody is", "He is also a Specially Designated Narcotics Trafficker."),
    ("a project", "The Anti-Graft for Open Societies (AGOS) Project met. AGOS paid."),
    ("a street abroad and a sector", "He lives at Route de Ferney. The Financial Sector grew."),
    ("a plan", "The National Strategy for Fight Against Corruption ended."),
    ("a person's office in a country", "The Panama Government Official was paid."),
    ("a prize", "She founded the Law Enforcement Unit of the Year prize."),
    ("what a title is for", "Oren Wale is Under Secretary for Terrorism and Financial Intelligence."),
    ("a time in office", "Oren Wale spoke. The Wale Administration denied it."),
    ("a system of some sort", "It keeps an Anti-Graft Management System."),
    ("an insurance of some sort", "He filed Workers' Compensation Insurance claims."),
    ("a place after its prison or who lives there", "Abla Winter, 49, formerly of Rancho Santa Velmara, was charged."),
    ("a ship", "The coal was carried by the M/V Keriana."),
    ("a district", "The District of Keranom agreed."),
    ("an undertaking", "The Kerano Vision initiative failed."),
    (
        "letters of a law, though a body elsewhere has them",
        "The Foreign Graft Exchange Management Act (FEMA) bars it. FEMA is old.",
    ),
    ("letters of a crime", "Velmar checks Anti-Money Laundering (AML) duties. The AML team left."),
    ("letters of a method", "It uses Robotic Process Automation (RPA). RPA is cheap."),
]

LETTERS = [
    (
        "small words that give no letter",
        "The Velmar Office on Drugs and Crime (VODC) and the Global Organization of Deputies against Corruption "
        "(GODAC) met.",
        {
            "Velmar Office on Drugs and Crime": "VODC",
            "Global Organization of Deputies against Corruption": "GODAC",
        },
    ),
    (
        "a programme that is a body",
        "The United Nations Development Programme (UNDP) paid.",
        {"United Nations Development Programme": "UNDP"},
    ),
    (
        "quotes in brackets",
        'Velmar Systems, LLC ("VELMARO") was bought. VELMARO paid.',
        {"Velmar Systems, LLC": "VELMARO"},
    ),
    (
        "letters of two words",
        "He led the Small Velmar Administration Office of Inspector General (SBA OIG) in Reno. SBA OIG said so.",
        {"Small Velmar Administration Office of Inspector General": "SBA OIG"},
    ),
    ("letters of a health system", "The Velmar Health System (VHS) paid. VHS closed.", {"Velmar Health System": "VHS"}),
]


ALL = [*KINDS, *BESIDE, *COUNTRIES, *EDGES, *WHOLES]


@pytest.mark.parametrize(("what", "text", "bodies"), ALL, ids=[row[0] for row in ALL])
def test_kinds_and_edges(what: str, text: str, bodies: set[str]) -> None:
    assert {f"{o.name} | {o.kind}" for o in read(text)} == bodies


@pytest.mark.parametrize(("what", "text"), NONE, ids=[row[0] for row in NONE])
def test_no_body(what: str, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(("what", "text", "short"), LETTERS, ids=[row[0] for row in LETTERS])
def test_letters(what: str, text: str, short: dict[str, str]) -> None:
    assert {o.name: o.aliases[0] for o in read(text) if o.aliases} == short


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "It was made by Switzerland's federal police. The Swiss Federal Police denied it. The federal police left.",
            {"Switzerland's federal police", "Swiss Federal Police", "federal police"},
        ),
        ("The Camorra paid. Members of the Italian Camorra were held.", {"Italian Camorra", "Camorra"}),
    ],
)
def test_one_body_by_its_country_or_without_it(text: str, names: set[str]) -> None:
    [body] = read(text)
    assert {body.name, *body.aliases} == names


def test_a_country_is_no_letters_of_its_senate() -> None:
    [body] = read("US officials rejected it. The US Senate agreed. The US left.")
    assert body.aliases == ()


def test_bodies_of_two_countries_stay_two() -> None:
    assert len(read("Swiss Federal Police denied it. The German Federal Police agreed.")) == 2
