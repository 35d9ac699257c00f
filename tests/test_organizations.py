"""Organisations in made-up texts: (what it covers, text, "name | kind" that a careful reader writes down)."""

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


BODIES = [
    ("a ministry", "He left the Ministry of Finance in May.", {"Ministry of Finance | government"}),
    (
        "a described body with its country",
        "Kenya's anti-corruption agency opened a file.",
        {"Kenya's anti-corruption agency | law_enforcement"},
    ),
    ("a court in lower case", "The high court heard the appeal.", {"high court | court"}),
    ("a company by its legal form", "She founded Northgate Movers LLC in 2010.", {"Northgate Movers LLC | company"}),
    ("a bank", "The loan came from Meridian Bank.", {"Meridian Bank | bank"}),
    ("a cartel", "He protected the Norte cartel.", {"Norte cartel | criminal_group"}),
    (
        "a part and its whole, the apostrophe lost",
        "Paul Winter of the Justice Departments Criminal Division made the announcement.",
        {"Justice Department | prosecution", "Criminal Division | prosecution"},
    ),
    (
        "a field office of a listed body",
        "The case was led by the Detroit Field Office of the FBI.",
        {"Detroit Field Office | law_enforcement", "FBI | law_enforcement"},
    ),
    (
        "and inside a name",
        "The Securities and Exchange Commission filed a complaint.",
        {"Securities and Exchange Commission | government"},
    ),
    (
        "and between two bodies",
        "The Toledo Police Department and the FBI helped.",
        {"Toledo Police Department | law_enforcement", "FBI | law_enforcement"},
    ),
    ("an act is no body", "They broke the Foreign Corrupt Practices Act.", set()),
    ("a country is no body", "The United States asked for his extradition.", set()),
    ("an unnamed company is no body", "He worked for Company A in Toledo.", set()),
    (
        "a surname that the text calls a company is the company where it stands alone",
        "The builder Sorin paid a fine. Abla Sorin ran it. Sorin denied wrongdoing.",
        {"Sorin | company"},
    ),
    (
        "the word that begins the sentence is no part of the name",
        "When the Court of Appeal dismissed it, he left.",
        {"Court of Appeal | court"},
    ),
    ("what somebody tells a company names none", "He told the company Sorin had lied. Sorin denied it.", set()),
    ("a make of cars is no body", "She bought a new Porsche for cash.", set()),
    ("a product is no body", "They wrote to each other on WhatsApp.", set()),
    ("a programme for the sick is no body", "The claims were sent to Medicare in May.", set()),
    ("a town before its state is no body", "Abla Sorin, 39, of Upper Velmar, Maryland, was charged.", set()),
    (
        "a noun in lower case tells the kind of the name after it",
        "Officials told the newspaper Dagsnytt that the street gang Vatos Nueve had fled.",
        {"Dagsnytt | media", "Vatos Nueve | criminal_group"},
    ),
    ("a news agency", "He told the news agency Kerano that he had left.", {"Kerano | media"}),
    (
        "a company of somebody's after a comma",
        "He paid through his company, Sorin Lakeview.",
        {"Sorin Lakeview | company"},
    ),
    ("a company between commas", "A Lima-based firm, Kerano, was hired to count it.", {"Kerano | company"}),
    ("a person between commas", "The head of the firm, Anna Winter, was hired to count it.", set()),
    ("a company called so", "She ran a consulting firm called Lakeview Nine.", {"Lakeview Nine | company"}),
    ("what is owned is no name", "The company Tuesday morning told the court so.", set()),
    (
        "a team of prosecutors",
        "Deputy District Attorney Paul Winter of the White Collar Crime Team is prosecuting the case.",
        {"White Collar Crime Team | prosecution"},
    ),
    (
        "an office of investigators",
        "Special Agent in Charge Paul Winter of the Denver Regional Office spoke.",
        {"Denver Regional Office | law_enforcement"},
    ),
    (
        "a gang section of prosecutors is no gang",
        "Trial Attorney Paul Winter of the Gang Section spoke.",
        {"Gang Section | prosecution"},
    ),
    (
        "a word of buildings as the task of a department",
        "He left the Department of Building and Safety.",
        {"Department of Building and Safety | government"},
    ),
    (
        "a name in prose, not the headline's words around it",
        "Device Maker Sorin Marine Inc. Agrees To Pay\n\nThe firm, Sorin Marine Inc., will pay a fine.",
        {"Sorin Marine Inc. | company"},
    ),
    (
        "a body by its country and task",
        "Kenya's financial crime watchdog fined the bank.",
        {"Kenya's financial crime watchdog | law_enforcement"},
    ),
    (
        "a regulator by its country and task",
        "He left Kenya's gambling regulator.",
        {"Kenya's gambling regulator | government"},
    ),
    ("no task beside the country", "It was Kenya's biggest agency.", set()),
    (
        "a court in lower case with its name",
        "The Velmar Street court had reserved its order.",
        {"Velmar Street court | court"},
    ),
    ("a court that the text does not name", "A Velmar court had reserved its order.", set()),
    ("members of a gang", "He led Kenya's Velmaros gang.", {"Velmaros | criminal_group"}),
    ("a law school is a school", "She studied at Velmar Law School.", {"Velmar Law School | other"}),
    ("a school district", "He ran the Velmar Unified School District.", {"Velmar Unified School District | other"}),
    ("a name that goes on", "He joined Velmar Financial Resources.", {"Velmar Financial Resources | company"}),
    ("a kind of crime", "She was found guilty of Insurance Fraud.", set()),
    ("an operation with a name like a body's", "They were caught in Operation Phantom Bank.", set()),
    ("part of a title", "Supervising Financial Investigator Paul Winter spoke.", set()),
    ("a street with its number", "He lived at 4339 Velmar Court.", set()),
    ("the government of a country", "The U.S. Government paid for it.", set()),
    ("a union of officers is no police", "The Velmar Police Association paid.", {"Velmar Police Association | other"}),
    (
        "two departments by one word",
        "It was announced by the Departments of Justice and Health and Human Services.",
        {"Department of Justice | prosecution", "Health and Human Services | government"},
    ),
    (
        "two of one sort",
        "He worked at Velmar Medical Center and Lakeview Medical Center.",
        {"Velmar Medical Center | other", "Lakeview Medical Center | other"},
    ),
    (
        "capitals that letters in brackets spell",
        "She spoke for the Northern Water Rivers Forum (NWRF) in May.",
        {"Northern Water Rivers Forum | other"},
    ),
    (
        "letters from inside a word",
        "He left the Velmar Communications Headquarters (VCHQ) in May.",
        {"Velmar Communications Headquarters | government"},
    ),
    ("letters that spell a law", "They broke the Velmar Clean Rivers Act (VCRA).", set()),
    ("letters that spell a form", "She filed a Suspicious Funds Report (SFR).", set()),
    ("letters that spell something else", "He met Anna Winter in Northern Velmar (SFR) in May.", set()),
    (
        "a body against something, in a country, before its letters",
        "The International Commission against Impunity in Kenya (CIIK) left.",
        {"International Commission against Impunity in Kenya | government"},
    ),
    (
        "a body against something",
        "He led the Velmar Commission Against Corruption in May.",
        {"Velmar Commission Against Corruption | law_enforcement"},
    ),
    (
        "a body that decides against a company",
        "It was for the Commission against Velmar Ltd in May.",
        {"Velmar Ltd | company"},
    ),
    (
        "a department of the treasury and its office",
        "It was the U.S. Department of the Treasury's Office of Foreign Assets Control.",
        {"U.S. Department of the Treasury | government", "Office of Foreign Assets Control | government"},
    ),
    (
        "an office of a department",
        "He left the Fraud Section of the Department of Velmar Affairs.",
        {"Fraud Section | prosecution", "Department of Velmar Affairs | government"},
    ),
    ("initials that are a legal form", "They fined Velmar S.A. in May.", {"Velmar S.A. | company"}),
    ("a squad", "Velmar's Toledo Cyber Squad searched it.", {"Toledo Cyber Squad | law_enforcement"}),
    (
        "gangs in the name of a force",
        "It was the Velmar Gangs Task Force.",
        {"Velmar Gangs Task Force | law_enforcement"},
    ),
    (
        "cases as the task of a unit",
        "Trial Attorney Paul Winter of the Capital Case Unit spoke.",
        {"Capital Case Unit | prosecution"},
    ),
    ("a case is no body", "It was the Velmar Bank Case.", set()),
    (
        "a body before somebody's title",
        "A Velmar City Court Judge was sentenced.",
        {"Velmar City Court | court"},
    ),
    ("a programme of the state", "She took Social Security cards.", set()),
    ("a list is no body", "It stands on the Velmar Munitions List.", set()),
    ("a place of work is no body", "It is stored at the Velmar Earths Facility in Toledo.", set()),
    ("a hyphen in a name in a list of people", "Paul Winter, Ilmar Vel-Sorin and Anna Winter spoke.", set()),
    (
        "a body joined by and to one that the text names alone",
        "The Department of Buildings and National Gas saw it. She paid National Gas in May. He left National Gas.",
        {"Department of Buildings | government", "National Gas | company"},
    ),
    (
        "and inside a department's name",
        "The Department of Roads and Clean Waters saw it.",
        {"Department of Roads and Clean Waters | government"},
    ),
    ("what the treasury sells", "He sold Treasury bonds in May.", set()),
    ("the treasury itself", "He left the Treasury in May.", {"Treasury | government"}),
    ("a department of defence", "He left the Department of Defense in May.", {"Department of Defense | government"}),
    (
        "ministries told by their task",
        "The ministry of health and the ministry of foreign affairs agreed.",
        {"ministry of health | government", "ministry of foreign affairs | government"},
    ),
    ("some ministry", "He left a ministry of health and the ministry of silence.", set()),
    (
        "a business by its trade",
        "He claimed that Metro Sunny Homes would pay an officer of Mission Electronics in May.",
        {"Metro Sunny Homes | company", "Mission Electronics | company"},
    ),
    ("a trade alone", "She paid for Home Mortgage and Commercial Lending in May.", set()),
    (
        "agencies of several countries",
        "He told Fintrac, Bank Negara, the Central Vigilance Commission and the Special Investigating Unit.",
        {
            "Fintrac | government",
            "Bank Negara | bank",
            "Central Vigilance Commission | law_enforcement",
            "Special Investigating Unit | law_enforcement",
        },
    ),
    (
        "papers and parties",
        "Fidesz and the Awami League spoke to Haaretz and the Globe and Mail.",
        {"Fidesz | political", "Awami League | political", "Haaretz | media", "Globe and Mail | media"},
    ),
    (
        "firms, charities and federations",
        "Starbucks and Qantas gave it to Article Nine, Chatham House, the WADA and the Royal Navy.",
        {"Starbucks | company", "Qantas | company", "Chatham House | ngo", "WADA | other", "Royal Navy | military"},
    ),
    (
        "a dateline whose dash is lost",
        "TOLEDO The Department of Justice has acted.",
        {"Department of Justice | prosecution"},
    ),
    (
        "one firm in long and short legal form",
        "He ran Velmar Foods of India Limited in May. Velmar Foods of India Ltd paid.",
        {"Velmar Foods of India Limited | company"},
    ),
    (
        "firms of one name with other legal forms",
        "He ran Velmar Foods LLC in May. Velmar Foods Inc. paid.",
        {"Velmar Foods LLC | company", "Velmar Foods Inc. | company"},
    ),
    (
        "prosecutors of something",
        "The First Anti-Corruption Prosecutor's Office sent it.",
        {"First Anti-Corruption Prosecutor's Office | prosecution"},
    ),
    (
        "a body for somebody",
        "He left the Velmar City Administration for Children's Services in May.",
        {"Velmar City Administration for Children's Services | government"},
    ),
    (
        "a comma in the name of a town",
        "Paul Winter of the FBI's Washington, D.C. Field Office spoke.",
        {"FBI | law_enforcement", "Washington, D.C. Field Office | law_enforcement"},
    ),
    (
        "a department without its city",
        "The Velmar City Department of Buildings saw it. The Department of Buildings agreed.",
        {"Velmar City Department of Buildings | government"},
    ),
    (
        "a firm without its town",
        "The clerk of Lakeview Velmar Motors paid. The end of Velmar Motors came.",
        {"Lakeview Velmar Motors | company"},
    ),
    ("investigators by name", "Financial Investigators Paul Winter and Anna Winter helped.", set()),
    ("a degree", "He earned a Master of Public Administration degree in May.", set()),
    (
        "a fellow of a body",
        "She is a Fellow of the American College of Velmar Lawyers.",
        {"American College of Velmar Lawyers | other"},
    ),
    (
        "a team behind a stroke",
        "Deputy District Attorney Paul Winter of the Major Fraud Unit/White Collar Crime Team is prosecuting the case.",
        {"Major Fraud Unit | prosecution", "White Collar Crime Team | prosecution"},
    ),
    (
        "a line of capitals that prose goes on from",
        "It was Detective Mark Winter of the Velmar City Police Department's 68\nth\nprecinct, under him.",
        {"Velmar City Police Department | law_enforcement"},
    ),
    (
        "a headline over two lines",
        "Former Bay Ridge Agent of Velmar City Bank\nPleads Guilty to Hate Crime\n\nHe did.",
        set(),
    ),
    ("a foundation for police is a charity", "She left the Police Foundation in May.", {"Police Foundation | ngo"}),
    (
        "somebody's title after the name and an and",
        "Paul Winter of the U.S. Attorneys Office for the District of Velmar and Trial Attorney Anna Winter spoke.",
        {"U.S. Attorneys Office for the District of Velmar | prosecution"},
    ),
    (
        "a whole and its part in one breath",
        "The U.S. Secret Service Velmar Field Office and the Criminal Division Public Integrity Section helped.",
        {
            "U.S. Secret Service | law_enforcement",
            "Velmar Field Office | law_enforcement",
            "Criminal Division | prosecution",
            "Public Integrity Section | prosecution",
        },
    ),
    (
        "a unit of two words that is no part",
        "He led the Velmar Service Unit and the Financial Services Section.",
        {"Velmar Service Unit | government", "Financial Services Section | government"},
    ),
    (
        "two bodies, the second told by its task",
        "He thanked the Federal Bureau of Investigation and Department of Real Estate in May.",
        {"Federal Bureau of Investigation | law_enforcement", "Department of Real Estate | government"},
    ),
    (
        "a corporation of a country",
        "He left the Minerals Marketing Corporation of Zimbabwe in May.",
        {"Minerals Marketing Corporation of Zimbabwe | company"},
    ),
    ("a town in capitals that opens a line", "He paid.\nTOLEDO Velmar Inc. paid.", {"Velmar Inc. | company"}),
    (
        "an executive office",
        "He left the Executive Office for Velmar Affairs.",
        {"Executive Office for Velmar Affairs | government"},
    ),
    ("a prosecutor's short title", "Paul Winter of the DA's Office helped.", {"DA's Office | prosecution"}),
    ("a prosecutor alone", "Paul Winter, DA in Velmar, helped.", set()),
    (
        "a department and its division in one breath",
        "He thanked the Department of Justice Tax Division in May.",
        {"Department of Justice | prosecution", "Tax Division | prosecution"},
    ),
    (
        "letters with a hyphen after an and",
        "The Velmar Office of the Inspector General and IRS-CI helped.",
        {"Velmar Office of the Inspector General | law_enforcement", "IRS-CI | law_enforcement"},
    ),
    ("titles of investigators alone", "It was investigated by Detective Investigators assigned to it.", set()),
    (
        "letters in the middle of a name",
        "It went to the Orange County District Attorney's (OCDA) Office in May.",
        {"Orange County District Attorney's Office | prosecution"},
    ),
    (
        "a gang that calls itself a nation",
        "He led the United Velmar Nation street gang.",
        {"United Velmar Nation | criminal_group"},
    ),
    ("an office of the law alone is no name", "Each count of Money Laundering carries ten years.", set()),
    ("the office alone is no name", "The Office has many duties.", set()),
]


@pytest.mark.parametrize(("what", "text", "bodies"), BODIES, ids=[b[0] for b in BODIES])
def test_bodies(what: str, text: str, bodies: set[str]) -> None:
    assert {f"{o.name} | {o.kind}" for o in read(text)} == bodies


def test_letters_in_brackets_are_an_alias() -> None:
    [body] = read("The National Audit Commission (NAC) wrote a report. The NAC was thorough.")
    assert (body.name, body.aliases, len(body.spans)) == ("National Audit Commission", ("NAC",), 3)


def test_a_part_knows_its_whole() -> None:
    found = read("The Justice Department's Criminal Division spoke.")
    part = next(o for o in found if o.name == "Criminal Division")
    assert part.parent is not None and found[part.parent].name == "Justice Department"


def test_the_country_stands_in_the_name() -> None:
    [body] = read("The Mexican army was deployed.")
    assert (body.kind, body.country) == ("military", "MX")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The American president spoke to Congress in the United States.", "US"),
        ("In Kenya the ruling party left Congress, Kenyan papers wrote.", None),
        ("He spoke to Congress.", None),
    ],
)
def test_a_name_that_many_countries_share_is_of_the_one_that_the_text_speaks_of(text: str, country: str | None) -> None:
    [congress] = [o for o in read(text) if o.name == "Congress"]
    assert congress.country == country


def test_a_lost_possessive_is_no_part_of_the_name() -> None:
    [body] = read("Velmark Marine Inc. agreed to pay. The deal ended when Velmarks president left Velmark in May.")
    assert (body.name, set(body.aliases), len(body.spans)) == ("Velmark Marine Inc.", {"Velmark"}, 3)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Pedro Ruiz ran Peru’s Federal Investigation Agency.", "PE"),
        ("The Federal Investigation Agency arrested Pedro Ruiz, whom Peru's police sought.", "PK"),
        ("Pedro Ruiz was charged by Britain's Serious Fraud Office.", "GB"),
    ],
)
def test_a_listed_body_is_of_the_country_that_the_text_says(text: str, country: str) -> None:
    [body] = [one for one in read(text) if one.name.startswith(("Federal", "Serious"))]
    assert body.country == country


def test_a_country_in_brackets_is_no_other_name() -> None:
    assert [(o.name, o.aliases) for o in read("UBS (France) paid in May. He lived in France.")] == [("UBS", ())]


def test_a_word_stands_for_the_name_that_adds_a_legal_form_alone() -> None:
    found = read("The firm Velmark Corporation owns Velmark Foods LLC. Velmark paid. Officials of Velmark left.")
    assert {(o.name, o.aliases) for o in found} == {("Velmark Corporation", ("Velmark",)), ("Velmark Foods LLC", ())}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Supreme Court of Kenya ruled. The supreme court upheld it.", {"Supreme Court of Kenya"}),
        (
            "The U.S. Bankruptcy Court for the District of Velmar met. The bankruptcy court ruled.",
            {"U.S. Bankruptcy Court for the District of Velmar"},
        ),
        (
            "The Delhi High Court and the Kerala High Court met. The high court ruled.",
            {"Delhi High Court", "Kerala High Court", "high court"},
        ),
        (
            "The Department of Justice Office of Inspector General helped the Department of Justice.",
            {"Department of Justice Office of Inspector General", "Department of Justice"},
        ),
    ],
)
def test_a_body_without_the_words_that_say_whose_it_is_is_the_only_one_of_its_name(text: str, names: set[str]) -> None:
    assert {o.name for o in read(text)} == names


def test_letters_may_count_the_country() -> None:
    [body] = read("It is the Australian Commission for Law Integrity. The ACLI paid.")
    assert body.aliases == ("ACLI",)


@pytest.mark.parametrize(
    ("text", "name", "aliases"),
    [
        (
            "The U.S. Department of the Treasury named him. Treasury also named others.",
            "U.S. Department of the Treasury",
            {"Treasury"},
        ),
        ("The New York City Police Department spoke. The NYPD left.", "New York City Police Department", {"NYPD"}),
        (
            "The Velmar District Attorney's Office won. The DA's Office left. The District Attorney's Office won.",
            "Velmar District Attorney's Office",
            {"DA's Office", "District Attorney's Office"},
        ),
        ("He told the lender Velmark so. The Velmark bank paid.", "Velmark", {"Velmark bank"}),
    ],
)
def test_short_forms_and_names_with_their_noun_are_aliases(text: str, name: str, aliases: set[str]) -> None:
    [body] = read(text)
    assert (body.name, set(body.aliases)) == (name, aliases)
