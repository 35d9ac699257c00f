"""Charges: who is accused of what, how far it went, and what makes no accusation."""

import datetime as dt

import pytest

from cases.extraction import extract_one
from cases.language.reading import parse
from cases.records import Document, Facts


@pytest.fixture
def read(nlp):
    def reading(text: str) -> Facts:
        document = Document("made-up", text, "made-up.txt", "", published=dt.date(2020, 5, 4), language="en")
        ((document, doc),) = parse(nlp, [document])
        return extract_one(document, doc)

    return reading


def rows(facts: Facts) -> set[tuple[str, str, bool, str]]:
    names = {"person": facts.people, "organization": facts.organizations}
    return {(names[c.party.kind][c.party.index].name, c.offence, c.conspiracy, c.status) for c in facts.charges}


ANNA, PETER = "Anna Kowalski", "Peter Novak"

ACCUSED = [
    (
        "the accused of the judge's family name",
        "Roderic J. Sorin, a founder, was sentenced in May. Sorin pleaded guilty to bribery. The trial of Anna "
        "Kowalski will be heard before Chief Judge Sorin.",
        {("Roderic J. Sorin", "bribery", False, "pleaded_guilty")},
    ),
    (
        "the bank that is examined over its role, not who examines it",
        "Sweden’s financial watchdog has been investigating Harbour Bank over its alleged role in a money laundering "
        "scandal.",
        {("Harbour Bank", "money_laundering", False, "alleged")},
    ),
    (
        "money spent in bribes",
        "Prosecutors say that Acme Holdings Ltd. allegedly had spent more than $11 million in bribes to win contracts.",
        {("Acme Holdings Ltd.", "bribery", False, "alleged")},
    ),
    (
        "a salary that somebody else supplements",
        "Anna Kowalski pleaded guilty to one count of bribery and one count of unlawful salary supplementation.",
        {(ANNA, "bribery", False, "pleaded_guilty"), (ANNA, "other", False, "pleaded_guilty")},
    ),
    (
        "two with ages, the comma before one of them lost",
        "Anna Kowalski, 55, the former owner of Acme, and Oxana Sender 57, the former manager of Acme, each pleaded "
        "guilty to one count of forgery.",
        {(ANNA, "forgery", False, "pleaded_guilty"), ("Oxana Sender", "forgery", False, "pleaded_guilty")},
    ),
    (
        "a list of the charges, of whom the sentence before accuses",
        "A complaint was filed against Anna Kowalski, 41, and Peter Novak, 45. The felony charges include forgery, "
        "embezzlement by fiduciary of trust and money laundering.",
        {
            (name, offence, False, "charged")
            for name in (ANNA, PETER)
            for offence in ("forgery", "embezzlement", "money_laundering")
        },
    ),
    (
        "what they are said to have conspired to do, after they were charged together",
        "Anna Kowalski and Peter Novak were charged with forgery. It is claimed they conspired to launder money and "
        "evade tax payments through two pharmacies.",
        {(name, "forgery", False, "charged") for name in (ANNA, PETER)}
        | {(name, o, True, "alleged") for name in (ANNA, PETER) for o in ("money_laundering", "tax_evasion")},
    ),
    (
        "of whose offence there are allegations",
        "Prosecutors are investigating allegations of bribery by Acme Holdings Ltd. in Kenya.",
        {("Acme Holdings Ltd.", "bribery", False, "alleged")},
    ),
    (
        "the bank at which money is suspected to be laundered",
        "Prosecutors have started an investigation into suspected money laundering at Harbour Bank.",
        {("Harbour Bank", "money_laundering", False, "alleged")},
    ),
    (
        "the other side of a bribe that somebody admits",
        "Anna Kowalski pleaded guilty to paying bribes to Peter Novak.",
        {(ANNA, "bribery", False, "pleaded_guilty"), (PETER, "bribery", False, "alleged")},
    ),
    (
        "taxes evaded",
        "Anna Kowalski was charged with evading $2 million in taxes. Peter Novak was charged with evading sanctions.",
        {(ANNA, "tax_evasion", False, "charged"), (PETER, "sanctions_violation", False, "charged")},
    ),
    (
        "a sentence beside the offence of which somebody was convicted",
        "Anna Kowalski faced forgery and money laundering charges. She was found guilty of forgery. Kowalski was "
        "sentenced to four years in prison.",
        {(ANNA, "forgery", False, "convicted"), (ANNA, "money_laundering", False, "charged")},
    ),
    (
        "what somebody only covered up",
        "Anna Kowalski was charged with taking bribes to cover up cheating.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "all of a number, whom a list after a colon names",
        "Three other officials were charged in the case: Anna Kowalski, who ran the harbour; the former treasurer "
        "Peter Novak, and Carl Sender, the treasurer's driver.\n\nAll three were found guilty of forgery.",
        {(name, "forgery", False, "convicted") for name in (ANNA, PETER, "Carl Sender")},
    ),
    (
        "a list after a colon that names fewer than are counted",
        "Four other officials were charged in the case: Anna Kowalski, who ran the harbour, and Peter Novak.\n\n"
        "All four were found guilty of forgery.",
        set(),
    ),
    (
        "a plural verb takes all the names before it",
        "Carl Sender, Dr. Anna Kowalski, and Peter Novak were charged for their alleged participation in a scheme to "
        "defraud the harbour through a trading company.",
        {(name, "fraud", False, "charged") for name in ("Carl Sender", ANNA, PETER)},
    ),
    (
        "who announces a plea, which the parser ties to the one who pleads",
        "The president of an Elm City-based company pleaded guilty today to bribing former harbour officials, "
        "announced Assistant Attorney General Anna Kowalski of the Criminal Division; U.S. Attorney Carl Sender of "
        "the Southern District of Florida; and Daniel Marek, Special Agent in Charge of the Internal Revenue Service. "
        "Peter Novak, 62, was the president of the company.",
        {(PETER, "bribery", False, "pleaded_guilty")},
    ),
    (
        "his own plea, not that of whom the sentences before told",
        "Peter Novak admitted that he bought a house for Carl Sender. Novak also agreed to forfeit 10,000 dollars as "
        "part of his guilty plea. Sender was indicted in May for forgery.",
        {("Carl Sender", "forgery", False, "charged")},
    ),
    (
        "officers of a body, not the body",
        "The department announced the indictment of Reno Reception Center (RRC) guards Peter Novak, 30, and Anna "
        "Kowalski, 41, on charges of conspiring to launder money.",
        {(PETER, "money_laundering", True, "charged"), (ANNA, "money_laundering", True, "charged")},
    ),
    (
        "who is put on a list of sanctions for an offence",
        "The Treasury Department on Tuesday designated Anna Kowalski for laundering money for a cartel.",
        {(ANNA, "money_laundering", False, "alleged")},
    ),
    (
        "who is designated to do a task",
        "The minister designated Anna Kowalski as a special counsel for bribery inquiries and money laundering.",
        set(),
    ),
    (
        "who is ordered to pay to settle allegations",
        "Acme Holdings Ltd. has been ordered to pay $9 million by two regulators to settle allegations of bribery.",
        {("Acme Holdings Ltd.", "bribery", False, "alleged")},
    ),
    (
        "who is held to be charged",
        "Anna Kowalski was detained by the anti-corruption agency, to be charged with abuse of office.",
        {(ANNA, "abuse_of_office", False, "charged")},
    ),
    (
        "who is only expected to be charged",
        "Anna Kowalski was expected to be charged with abuse of office.",
        set(),
    ),
    (
        "what the charge alleges",
        "The federal charge alleged that Anna Kowalski obstructed an IRS investigation by hiding payments.",
        {(ANNA, "obstruction", False, "charged")},
    ),
    (
        "two objects of a conspiracy, the first with a noun of its own",
        "Anna Kowalski pleaded guilty to conspiring to commit FCPA violations and money laundering.",
        {(ANNA, "bribery", True, "pleaded_guilty"), (ANNA, "money_laundering", True, "pleaded_guilty")},
    ),
    (
        "two objects of a conspiracy, the first with a short form",
        "Anna Kowalski pleaded guilty to conspiracy to violate the Foreign Corrupt Practices Act (FCPA) and money "
        "laundering.",
        {(ANNA, "bribery", True, "pleaded_guilty"), (ANNA, "money_laundering", True, "pleaded_guilty")},
    ),
    (
        "a count of conspiracy without object beside one with",
        "Anna Kowalski is charged with one felony count of conspiracy to commit a crime and one felony count of "
        "conspiracy to defraud another of property.",
        {(ANNA, "conspiracy", True, "charged"), (ANNA, "fraud", True, "charged")},
    ),
    (
        "where the money came from is no count",
        "Anna Kowalski pleaded guilty to money laundering with property derived from a scheme to bribe officials.",
        {(ANNA, "money_laundering", False, "pleaded_guilty"), (ANNA, "bribery", False, "alleged")},
    ),
    (
        "a tax charge",
        "Anna Kowalski pleaded guilty in March to a tax charge.",
        {(ANNA, "tax_evasion", False, "pleaded_guilty")},
    ),
    (
        "both, a man and the company that is his",
        "The prosecutor identified the defendants as Peter Novak, 43, of Elm City, and his company Novak Building Ltd. "
        "Both pleaded guilty today to grand larceny.",
        {(PETER, "theft", False, "pleaded_guilty"), ("Novak Building Ltd.", "theft", False, "pleaded_guilty")},
    ),
    (
        "both of three are nobody",
        "The prosecutor identified the defendants as Peter Novak, 43, Anna Kowalski, 41, and Carl Sender, 50. Both "
        "pleaded guilty today to grand larceny.",
        set(),
    ),
    (
        "a name by itself describes nobody else",
        "Anna Kowalski was convicted of fraud. Kronz was sentenced to life in prison for taking bribes.",
        {(ANNA, "fraud", False, "convicted")},
    ),
    (
        "those of a number whom a text names",
        "The indictment charges eight members of the gang, including Anna Kowalski, with racketeering.",
        {(ANNA, "racketeering", False, "charged")},
    ),
    (
        "those of all the accused whom a text names",
        "All the accused, including Anna Kowalski, were charged with forgery.",
        {(ANNA, "forgery", False, "charged")},
    ),
    (
        "whose co-conspirator somebody is, the apostrophe lost",
        "Anna Novak was seen there. Novaks co-conspirator and cousin, Peter Marek, was convicted in May of forgery.",
        {("Peter Marek", "forgery", False, "convicted")},
    ),
    (
        "charges framed against somebody",
        "Forgery charges framed against Anna Kowalski and others.",
        {(ANNA, "forgery", False, "charged")},
    ),
    (
        "a member of a group, named after the lead with another name and an age",
        "A member of the River gang was sentenced today to ten years for conspiring to commit fraud.\n\n"
        "Peter Novak, aka Slim, 40, of Toledo, was sentenced by U.S. District Judge Anna Kowalski.",
        {(PETER, "fraud", True, "convicted")},
    ),
    (
        "a corporation of the lead against which a charge was filed",
        "Ohio Corporation Pleads Guilty to Forgery\n\nAn Ohio corporation pleaded guilty today to forgery. A felony "
        "charge was filed today in court against Northgate Servicing Corp.",
        {("Northgate Servicing Corp.", "forgery", False, "pleaded_guilty")},
    ),
    (
        "what a fine agreed with a plea is for",
        "Northgate Corp., a company of Tokyo, has agreed to plead guilty and to pay a fine for its role in a "
        "conspiracy to fix prices.",
        {("Northgate Corp.", "bid_rigging", True, "charged")},
    ),
    (
        "whose due administration was obstructed",
        "Peter Novak pleaded guilty to corruptly endeavoring to obstruct and impede the due administration of the "
        "Internal Revenue laws.",
        {(PETER, "obstruction", False, "pleaded_guilty")},
    ),
    (
        "who impedes an office corruptly obstructs it",
        "Peter Novak pleaded guilty to corruptly endeavoring to impede the Internal Revenue Service.",
        {(PETER, "obstruction", False, "pleaded_guilty")},
    ),
    (
        "the defendant whom a sentence before identifies",
        "The District Attorney identified the defendant as Peter Novak, 51, of Elm City. A codefendant is at large. "
        "The defendant was arraigned yesterday on an indictment in which he is charged with forgery.",
        {(PETER, "forgery", False, "charged")},
    ),
    (
        "the place before the dash of a release is no second person",
        "FOREMAN SENTENCED FOR FRAUD\n\nELM CITY – A foreman was convicted and sentenced Friday for fraud.\n\nAnna "
        "Kowalski, 41, Elm City, was convicted of fraud. Co-defendant Peter Novak, 43, is charged with forgery.",
        {(ANNA, "fraud", False, "convicted"), (PETER, "forgery", False, "charged")},
    ),
    (
        "a list parted by semicolons",
        "Anna Kowalski was indicted on one count of bribery; two counts of perjury; and one count of wire fraud.",
        {
            (ANNA, "bribery", False, "charged"),
            (ANNA, "false_statements", False, "charged"),
            (ANNA, "fraud", False, "charged"),
        },
    ),
    (
        "a semicolon before a clause of its own ends the list",
        "Anna Kowalski was charged with bribery; the report also dealt with forgery at the bank.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "a relative in apposition beside the first",
        "Northland nationals Anna Kowalski and her husband, Peter Novak, were sentenced today for wire fraud.",
        {(ANNA, "fraud", False, "convicted"), (PETER, "fraud", False, "convicted")},
    ),
    (
        "whom the accused paid serves no sentence",
        "Anna Kowalski was charged with bribery. Peter Novak has pleaded guilty to paying bribes to Kowalski and is "
        "currently serving a prison sentence for his crimes.",
        {(ANNA, "bribery", False, "charged"), (PETER, "bribery", False, "pleaded_guilty")},
    ),
    (
        "each of the defendants",
        "Anna Kowalski and Peter Novak pleaded guilty on Monday. Each of the defendants pleaded guilty to wire fraud.",
        {(ANNA, "fraud", False, "pleaded_guilty"), (PETER, "fraud", False, "pleaded_guilty")},
    ),
    (
        "he whom the sentence before identifies as the defendant",
        "The District Attorney identified the defendant as Peter Novak, a.k.a., Pyotr Novakovsky, 48, recently of "
        "Elm City. He was arraigned before Justice Dan Chun on an indictment in which he is charged with perjury.",
        {(PETER, "false_statements", False, "charged")},
    ),
    (
        "an indictment pending against somebody",
        "A six-count indictment charging perjury is pending against co-defendant Peter Novak, who owned the house.",
        {(PETER, "false_statements", False, "charged")},
    ),
    (
        "a plea of not guilty to an indictment that charges counts",
        "Peter Novak, 51, pleaded not guilty to an indictment charging one count of bribery.",
        {(PETER, "bribery", False, "pleaded_not_guilty")},
    ),
    (
        "named in an indictment that charges",
        "Peter Novak was named in a six-count indictment that charges bribery.",
        {(PETER, "bribery", False, "charged")},
    ),
    (
        "awaiting sentencing",
        "Her brother, Peter Novak, is awaiting sentencing for drug trafficking.",
        {(PETER, "drug_trafficking", False, "convicted")},
    ),
    (
        "robbery is no embezzlement, whatever else the text tells",
        "Peter Novak was convicted of robbery. Anna Kowalski was charged with embezzlement.",
        {(PETER, "theft", False, "convicted"), (ANNA, "embezzlement", False, "charged")},
    ),
    (
        "a district attorney of whom others announce a charge",
        "The Justice Department announced that District Attorney Anna Kowalski was charged with bribery.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "the agency of a picture is nobody accused",
        "Tech mogul Anna Kowalski was charged on Monday.\n\nCARL SENDER/AFP via Getty Images \t\tTech mogul Anna "
        "Kowalski has been charged in a $2 billion tax evasion case, the biggest in history, the ministry said.",
        {(ANNA, "tax_evasion", False, "charged")},
    ),
    (
        "who used a firm for a purpose",
        "Anna Kowalski, one of the seven, used her business, Northgate Stylz LLC, to launder money from earlier "
        "criminal activity unrelated to the loans, according to the prosecutors.",
        {(ANNA, "money_laundering", False, "alleged")},
    ),
    (
        "passive",
        "Anna Kowalski was charged with bribery and tax evasion on Monday.",
        {(ANNA, "bribery", False, "charged"), (ANNA, "tax_evasion", False, "charged")},
    ),
    (
        "active",
        "Federal prosecutors have charged Anna Kowalski with money laundering.",
        {(ANNA, "money_laundering", False, "charged")},
    ),
    (
        "coordinated subjects",
        "Anna Kowalski and Peter Novak pleaded guilty to wire fraud.",
        {(ANNA, "fraud", False, "pleaded_guilty"), (PETER, "fraud", False, "pleaded_guilty")},
    ),
    (
        "relative clause",
        "Anna Kowalski, who was convicted of extortion, lives in Ohio.",
        {(ANNA, "extortion", False, "convicted")},
    ),
    (
        "found guilty, active",
        "A jury found Anna Kowalski guilty of perjury.",
        {(ANNA, "false_statements", False, "convicted")},
    ),
    (
        "found guilty, passive",
        "Anna Kowalski was found guilty of perjury.",
        {(ANNA, "false_statements", False, "convicted")},
    ),
    ("faces", "Anna Kowalski faces two counts of embezzlement.", {(ANNA, "embezzlement", False, "charged")}),
    (
        "sentenced after a plea is a plea",
        "Anna Kowalski was sentenced to two years after pleading guilty to bribery.",
        {(ANNA, "bribery", False, "pleaded_guilty")},
    ),
    (
        "plea of not guilty",
        "Anna Kowalski pleaded not guilty to bribery.",
        {(ANNA, "bribery", False, "pleaded_not_guilty")},
    ),
    (
        "accused of a gerund",
        "Police accused Anna Kowalski of bribing a customs officer.",
        {(ANNA, "bribery", False, "alleged")},
    ),
    (
        "conspiracy apart from the offence",
        "Peter Novak pleaded guilty to one count of conspiracy to commit bribery and one count of bribery.",
        {(PETER, "bribery", True, "pleaded_guilty"), (PETER, "bribery", False, "pleaded_guilty")},
    ),
    (
        "two objects of a conspiracy",
        "Peter Novak pleaded guilty to conspiring to commit fraud and to launder money.",
        {(PETER, "fraud", True, "pleaded_guilty"), (PETER, "money_laundering", True, "pleaded_guilty")},
    ),
    (
        "noun before conspiracy",
        "Peter Novak was convicted of money laundering conspiracy.",
        {(PETER, "money_laundering", True, "convicted")},
    ),
    (
        "conspiracy before charges binds the nearest alone",
        "Peter Novak was convicted in Ohio on theft and bribery conspiracy charges.",
        {(PETER, "theft", False, "convicted"), (PETER, "bribery", True, "convicted")},
    ),
    ("acquitted", "Peter Novak was acquitted of obstruction of justice.", {(PETER, "obstruction", False, "acquitted")}),
    (
        "acquitted on some counts only",
        "Peter Novak was convicted of fraud. Peter Novak was acquitted of a second fraud charge.",
        {(PETER, "fraud", False, "convicted")},
    ),
    (
        "corruption beside a narrower word",
        "Peter Novak was charged with corruption and bribery.",
        {(PETER, "bribery", False, "charged")},
    ),
    (
        "a later plea without the offence",
        "Peter Novak was indicted for extortion in May. On Monday Peter Novak pleaded not guilty.",
        {(PETER, "extortion", False, "pleaded_not_guilty")},
    ),
    (
        "charges against",
        "The fraud charges against Peter Novak were filed in March.",
        {(PETER, "fraud", False, "charged")},
    ),
    (
        "drugs named by act and thing",
        "Peter Novak was charged with distributing over five kilograms of cocaine.",
        {(PETER, "drug_trafficking", False, "charged")},
    ),
    (
        "the lead's description",
        "Bookkeeper Pleads Guilty to Embezzlement\n\nA bookkeeper pleaded guilty today to embezzlement.\n\n"
        "Anna Kowalski, 52, of Dayton, pleaded guilty to one count of embezzlement before the court.",
        {(ANNA, "embezzlement", False, "pleaded_guilty")},
    ),
    (
        "the second half of a sentence has its own subject",
        "Anna Kowalski was asked for hours about her emails scandal and Peter Novak is being investigated for fraud.",
        {(PETER, "fraud", False, "alleged")},
    ),
    (
        "an indictment accuses formally",
        "The indictment accuses Anna Kowalski of wire fraud.",
        {(ANNA, "fraud", False, "charged")},
    ),
    (
        "what else the judge ordered falls on somebody else",
        "The judge acquitted Anna Kowalski of fraud and ordered a charge of forgery against the firm.",
        {(ANNA, "fraud", False, "acquitted")},
    ),
    (
        "he is the subject of the sentence before, whose given name tells nothing",
        "Zoltor Novak testified against Peter Kowalski in spring. This week, he was charged with perjury.",
        {("Zoltor Novak", "false_statements", False, "charged")},
    ),
    (
        "whom a bribe went to",
        "Prosecutors say that Anna Kowalski paid bribes to Peter Novak and other officials.",
        {(ANNA, "bribery", False, "alleged"), (PETER, "bribery", False, "alleged")},
    ),
    (
        "whom somebody only tried to bribe",
        "Prosecutors say that Anna Kowalski tried to pay a bribe to Peter Novak.",
        {(ANNA, "bribery", False, "alleged")},
    ),
    (
        "whom kickbacks came from",
        "According to the indictment, Anna Kowalski received kickbacks from Peter Novak.",
        {(ANNA, "bribery", False, "alleged"), (PETER, "bribery", False, "alleged")},
    ),
    (
        "with whom somebody conspired",
        "Anna Kowalski pleaded guilty to conspiring with Peter Novak to commit wire fraud.",
        {(ANNA, "fraud", True, "pleaded_guilty"), (PETER, "fraud", True, "alleged")},
    ),
    (
        "each case in a row has its own party",
        "She led the murder cases against Carl Sender and the bribery case against Peter Novak.",
        {("Carl Sender", "homicide", False, "alleged"), (PETER, "bribery", False, "alleged")},
    ),
    (
        "who perpetrated it",
        "Police booked Anna Kowalski, the clerk in the fraud allegedly perpetrated by Peter Novak, over a bribe.",
        {(ANNA, "fraud", False, "charged"), (PETER, "fraud", False, "alleged"), (ANNA, "bribery", False, "charged")},
    ),
    ("under investigation", "Anna Kowalski is under investigation for bribery.", {(ANNA, "bribery", False, "alleged")}),
    ("on trial", "Peter Novak is on trial for embezzlement.", {(PETER, "embezzlement", False, "charged")}),
    (
        "serves a term",
        "Peter Novak is serving a 10-year sentence for bribery.",
        {(PETER, "bribery", False, "convicted")},
    ),
    (
        "was handed a term",
        "Peter Novak was handed a six-year prison term for corruption.",
        {(PETER, "corruption", False, "convicted")},
    ),
    (
        "wanted on charges",
        "A court froze the accounts of Peter Novak, who is wanted on embezzlement charges.",
        {(PETER, "embezzlement", False, "charged")},
    ),
    ("a denial tells of it", "Peter Novak has denied taking bribes.", {(PETER, "bribery", False, "alleged")}),
    (
        "beset by allegations",
        "Anna Kowalski has been dogged by allegations of corruption.",
        {(ANNA, "corruption", False, "alleged")},
    ),
    (
        "allegations that",
        "Peter Novak resigned amid allegations that he took kickbacks.",
        {(PETER, "bribery", False, "alleged")},
    ),
    (
        "somebody's alleged act",
        "Anna Kowalski's alleged bribery of two officials was revealed on Monday.",
        {(ANNA, "bribery", False, "alleged")},
    ),
    (
        "who pays to resolve",
        "Peter Novak has agreed to pay the United States $3.5 million to resolve allegations that he violated the "
        "False Claims Act.",
        {(PETER, "fraud", False, "alleged")},
    ),
    (
        "a civil complaint",
        "The department filed a complaint against Anna Kowalski, for allegedly violating the False Claims Act.",
        {(ANNA, "fraud", False, "alleged")},
    ),
    (
        "what an investigation is over",
        "Police have opened an investigation into Peter Novak over alleged tax fraud.",
        {(PETER, "tax_evasion", False, "alleged")},
    ),
    (
        "an arrest warrant",
        "The court issued an arrest warrant for Anna Kowalski on charges of money laundering.",
        {(ANNA, "money_laundering", False, "charged")},
    ),
    (
        "a case of an offence against",
        "Police registered a case of corruption against Peter Novak.",
        {(PETER, "corruption", False, "alleged")},
    ),
    (
        "two found guilty, one with a clause of her own",
        "A jury found Anna Kowalski, who ran a clinic, and co-defendant Peter Novak guilty of health care fraud.",
        {(ANNA, "fraud", False, "convicted"), (PETER, "fraud", False, "convicted")},
    ),
    (
        "co-defendants share the charge",
        "Anna Kowalski was charged with bribery. Her co-defendants include Peter Novak and Carl Sender.",
        {(n, "bribery", False, "charged") for n in (ANNA, PETER, "Carl Sender")},
    ),
    (
        "conspiracy and commission",
        "Anna Kowalski pleaded guilty to one count of conspiracy to commit and committing wire fraud.",
        {(ANNA, "fraud", True, "pleaded_guilty"), (ANNA, "fraud", False, "pleaded_guilty")},
    ),
    (
        "rules that were breached",
        "Anna Kowalski was fined $5 million for breaching anti-money laundering rules.",
        {(ANNA, "money_laundering", False, "alleged")},
    ),
    (
        "a fine imposed on",
        "The regulator imposed a fine of $5 million on Anna Kowalski for breaching money laundering rules.",
        {(ANNA, "money_laundering", False, "alleged")},
    ),
    (
        "which investigation was obstructed",
        "Anna Kowalski pleaded guilty to conspiring to obstruct the investigation of money laundering.",
        {(ANNA, "obstruction", True, "pleaded_guilty")},
    ),
    (
        "corruptly is only the manner",
        "Anna Kowalski was convicted of corruptly endeavoring to obstruct justice.",
        {(ANNA, "obstruction", False, "convicted")},
    ),
    (
        "the plea of a man whom the lead describes",
        "A Reno man was sentenced to 30 months in prison today following his guilty plea to wire fraud.\n\n"
        "Peter Novak, 44, hid the losses. U.S. Attorney Carl Sender announced the sentence.",
        {(PETER, "fraud", False, "pleaded_guilty")},
    ),
    (
        "the man whom the lead describes is the one of whom the text goes on to speak",
        "A Reno man was sentenced today for tax evasion, announced U.S. Attorney Carl Sender.\n\n"
        "According to court documents, Peter Novak hid his income. Novak did not file for years.",
        {(PETER, "tax_evasion", False, "convicted")},
    ),
    (
        "the conspiracy is the one named before",
        "Anna Kowalski was charged with conspiring to pay bribes. Peter Novak pleaded guilty to the conspiracy.",
        {(ANNA, "bribery", True, "charged"), (PETER, "bribery", True, "pleaded_guilty")},
    ),
    (
        "an arrest beside the accusation",
        "Anna Kowalski was arrested in Madrid. Kowalski is accused of taking bribes.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "a sentence belongs to what came before it",
        "A jury convicted Peter Novak of fraud. A judge sentenced Novak to 24 months. "
        "Prosecutors also charged Peter Novak with bribery.",
        {(PETER, "fraud", False, "convicted"), (PETER, "bribery", False, "charged")},
    ),
    (
        "charges sought",
        "Police have sought charges of perjury against Anna Kowalski.",
        {(ANNA, "false_statements", False, "alleged")},
    ),
    (
        "a judge who is convicted by name",
        "A jury convicted Judge Anna Kowalski of bribery.",
        {(ANNA, "bribery", False, "convicted")},
    ),
    (
        "tried is no trial",
        "Anna Kowalski was also charged with trying to bribe two men, who turned out to be agents.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "who will be arraigned is charged",
        "Anna Kowalski will be arraigned on Monday for defrauding her clients.",
        {(ANNA, "fraud", False, "charged")},
    ),
    (
        "wanted, between commas, though the parser ties it to the case",
        "The extradition case of merchant Peter Novak, wanted in Chile on charges of fraud, goes to court.",
        {(PETER, "fraud", False, "charged")},
    ),
    (
        "a fugitive wanted for",
        "Peter Novak is a fugitive wanted for embezzlement.",
        {(PETER, "embezzlement", False, "alleged")},
    ),
    (
        "charged for an alleged role",
        "Peter Novak was charged today for his alleged role in a bribery and drug trafficking conspiracy.",
        {(PETER, "bribery", True, "charged"), (PETER, "drug_trafficking", True, "charged")},
    ),
    (
        "what is done with drugs after the drugs",
        "Peter Novak was indicted for cocaine and heroin distribution and conspiracy to launder proceeds.",
        {(PETER, "drug_trafficking", False, "charged"), (PETER, "money_laundering", True, "charged")},
    ),
    (
        "a roster after co-defendants",
        "Three co-defendants - Anna Kowalski, 25, Peter Novak, 55, Carl Sender, 59 - were convicted of theft.",
        {(n, "theft", False, "convicted") for n in (ANNA, PETER, "Carl Sender")},
    ),
    (
        "they are the last two",
        "Anna Kowalski was charged with bribery. Peter Novak and Carl Sender were indicted for burglaries. "
        "They have since pleaded guilty.",
        {
            (ANNA, "bribery", False, "charged"),
            (PETER, "theft", False, "pleaded_guilty"),
            ("Carl Sender", "theft", False, "pleaded_guilty"),
        },
    ),
    (
        "all three",
        "Prosecutors charged Anna Kowalski, Peter Novak and Carl Sender with fraud. All three pleaded not guilty.",
        {(n, "fraud", False, "pleaded_not_guilty") for n in (ANNA, PETER, "Carl Sender")},
    ),
    (
        "charges of corruption are those of the bribery told before",
        "Anna Kowalski is accused of giving bribes to an official. Kowalski faces seven charges of corruption.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "arrested and accused",
        "Anna Kowalski was arrested on Friday and accused of taking bribes.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "a plea entered for somebody",
        "Anna Kowalski was charged with fraud in May. A not guilty plea was entered on her behalf.",
        {(ANNA, "fraud", False, "pleaded_not_guilty")},
    ),
    (
        "counts admitted",
        "Anna Kowalski admitted two counts of bribery at Leeds Crown Court.",
        {(ANNA, "bribery", False, "pleaded_guilty")},
    ),
    (
        "admitted and jailed",
        "Anna Kowalski, 43, admitted fraud and was jailed for two years.",
        {(ANNA, "fraud", False, "pleaded_guilty")},
    ),
    ("admitted to no court", "Anna Kowalski admitted fraud.", {(ANNA, "fraud", False, "alleged")}),
    ("custody", "Anna Kowalski was taken into custody on bribery charges.", {(ANNA, "bribery", False, "charged")}),
    (
        "in court charged with",
        "Anna Kowalski appeared in court charged with bribery.",
        {(ANNA, "bribery", False, "charged")},
    ),
    ("stands trial", "Anna Kowalski will stand trial for bribery.", {(ANNA, "bribery", False, "charged")}),
    (
        "slapped with charges",
        "Anna Kowalski was slapped with seven charges of money laundering.",
        {(ANNA, "money_laundering", False, "charged")},
    ),
    (
        "for whom a warrant was issued",
        "An arrest warrant for bribery was issued for Anna Kowalski.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "a red notice",
        "Interpol issued a red notice for Anna Kowalski over embezzlement.",
        {(ANNA, "embezzlement", False, "charged")},
    ),
    ("allegedly", "Anna Kowalski allegedly stole the takings.", {(ANNA, "theft", False, "alleged")}),
    (
        "ordered to pay a fine",
        "Anna Kowalski was ordered to pay a fine for insider trading.",
        {(ANNA, "fraud", False, "alleged")},
    ),
    ("cleared of", "A court cleared Anna Kowalski of corruption.", {(ANNA, "corruption", False, "acquitted")}),
    ("a suspect", "Anna Kowalski is a suspect in a bribery case.", {(ANNA, "bribery", False, "alleged")}),
    ("an accused", "Anna Kowalski is the main accused in the coal scam.", {(ANNA, "fraud", False, "charged")}),
    (
        "somebody's role",
        "A report tells of Anna Kowalski's role in a money-laundering scheme.",
        {(ANNA, "money_laundering", False, "alleged")},
    ),
    (
        "was involved",
        "Peter Novak was allegedly involved in a bribery scheme.",
        {(PETER, "bribery", False, "alleged")},
    ),
    (
        "cheating, and a power abused",
        "Police booked Anna Kowalski for cheating a bank and abusing her power.",
        {(ANNA, "fraud", False, "charged"), (ANNA, "abuse_of_office", False, "charged")},
    ),
    (
        "a former member of a body is somebody",
        "A former member of the city council was charged today with bribery.\n\n"
        "The indictment charges Anna Kowalski, 31, of Reno, with two counts of bribery.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "the two of the lead are those charged, not who has pleaded",
        "WASHINGTON Two Reno businessmen were indicted today for conspiring to rig bids.\n\nAnna Kowalski and "
        "Peter Novak are each charged with bid rigging. In June, Carl Sender pleaded guilty to the same conspiracy.",
        {
            (ANNA, "bid_rigging", False, "charged"),
            (PETER, "bid_rigging", False, "charged"),
            (ANNA, "bid_rigging", True, "charged"),
            (PETER, "bid_rigging", True, "charged"),
            ("Carl Sender", "bid_rigging", True, "pleaded_guilty"),
        },
    ),
    (
        "the two of the lead are none of three",
        "WASHINGTON Two Reno businessmen were indicted today for conspiring to rig bids.\n\nAnna Kowalski, Peter Novak "
        "and Carl Sender are each charged with bid rigging.",
        {(name, "bid_rigging", False, "charged") for name in (ANNA, PETER, "Carl Sender")},
    ),
    (
        "men and women whom the lead counts by two nouns",
        "A bookkeeper and his two friends were arraigned today for embezzling from a bakery.\n\nAnna Kowalski, 51, "
        "Peter Novak, 43, and Carl Sender, 50, are charged with forgery.",
        {
            (name, code, False, status)
            for name in (ANNA, PETER, "Carl Sender")
            for code, status in (("forgery", "charged"), ("embezzlement", "alleged"))
        },
    ),
    (
        "a scheme that only the lead names beside the charges",
        "A dentist was sentenced to two years in prison for running a bribery scheme.\n\nAnna Kowalski, 51, pleaded "
        "guilty in May to forgery.",
        {(ANNA, "bribery", False, "alleged"), (ANNA, "forgery", False, "pleaded_guilty")},
    ),
    (
        "what the lead says that somebody was convicted of",
        "A dentist has been convicted in Reno of taking thousands of dollars in bribes.\n\nAnna Kowalski, 51, was "
        "charged with forgery.",
        {(ANNA, "bribery", False, "convicted"), (ANNA, "forgery", False, "charged")},
    ),
    (
        "an official of the lead",
        "A state road official was sentenced today to two years in prison for taking bribes.\n\nAnna Kowalski, 51, "
        "pleaded guilty in May to forgery.",
        {(ANNA, "bribery", False, "alleged"), (ANNA, "forgery", False, "pleaded_guilty")},
    ),
    (
        "the executive of the lead is no company of the text",
        "An executive of a cable maker has agreed to plead guilty to price fixing.\n\nAcme Cables Inc. pleaded "
        "guilty in "
        "May to bid rigging. Anna Kowalski, 51, was charged with price fixing.",
        {(ANNA, "bid_rigging", False, "charged"), ("Acme Cables Inc.", "bid_rigging", False, "pleaded_guilty")},
    ),
    (
        "those whom a later sentence names of other men counted before",
        "Anna Kowalski has been indicted along with two other former managers for their roles in a fraud "
        "conspiracy. Also "
        "charged are Peter Novak, 43, and Carl Sender, 50.",
        {(name, "fraud", True, "charged") for name in (ANNA, PETER, "Carl Sender")},
    ),
    (
        "who is told of between commas before a verb",
        "In a complaint filed today in a court in Reno, Nevada, Anna Kowalski, a dentist from Elm City, was "
        "charged with "
        "bribery.",
        {(ANNA, "bribery", False, "charged")},
    ),
    (
        "one of several counted",
        "Peter Novak, of Elm City, was one of four men jailed for money laundering on Friday.",
        {(PETER, "money_laundering", False, "convicted")},
    ),
    (
        "companies named as examples",
        "Companies like Acme Cables Inc. and Novak Steel Ltd. were also charged with fraud.",
        {(name, "fraud", False, "charged") for name in ("Acme Cables Inc.", "Novak Steel Ltd.")},
    ),
    (
        "the convictions of the subjects of the sentence",
        "The brothers, Anna Kowalski and Peter Novak, are in prison following their convictions for racketeering.",
        {(ANNA, "racketeering", False, "convicted"), (PETER, "racketeering", False, "convicted")},
    ),
    (
        "whom a document names",
        "The police filed a chargesheet in the road fraud case naming Anna Kowalski, Peter Novak and two others.",
        {(ANNA, "fraud", False, "charged"), (PETER, "fraud", False, "charged")},
    ),
    (
        "a pronoun for somebody whom the lead only describes",
        "The prosecutor said that a former clerk was arraigned on an indictment in which she is charged with grand "
        "larceny.\n\nThe prosecutor identified the defendant as Anna Kowalski, 51, of Reno.",
        {(ANNA, "theft", False, "charged")},
    ),
    (
        "the name before the participle of a headline",
        "Acme Bank Charged in Money Laundering, Tax Fraud Case\n\nThe case against Acme Bank was opened in May.",
        {("Acme Bank", code, False, "charged") for code in ("money_laundering", "tax_evasion")},
    ),
    (
        "negligence is a matter of civil law",
        "Peter Novak denied allegations of negligence and forgery.",
        {(PETER, "forgery", False, "alleged")},
    ),
    (
        "two nouns for one in the lead",
        "The owner and director of a Reno clinic was sentenced today to a year in prison for fraud.\n\nAnna Kowalski, "
        "51, was found guilty in May of fraud. Peter Novak was found guilty of forgery.",
        {(ANNA, "fraud", False, "convicted"), (PETER, "forgery", False, "convicted")},
    ),
    (
        "the place and the agency before a dash",
        "PARIS (AFP) - Anna Kowalski, once a judge of chess, was convicted on Wednesday of taking bribes.",
        {(ANNA, "bribery", False, "convicted")},
    ),
    (
        "he, after the address of the defendant",
        "The prosecutor identified the defendant as Peter Novak, 58, of 25 Ocean Avenue in Elm City, L.I.  He pleaded "
        "guilty yesterday to one count of grand larceny.",
        {(PETER, "theft", False, "pleaded_guilty")},
    ),
    (
        "days served",
        "Peter Novak served 12 days in prison for forgery.",
        {(PETER, "forgery", False, "convicted")},
    ),
    (
        "who has agreed to plead guilty is charged",
        "Anna Kowalski has agreed to plead guilty to bid rigging.",
        {(ANNA, "bid_rigging", False, "charged")},
    ),
    (
        "a scheme that is carried out",
        "Anna Kowalski was charged with using the mail to carry out a scheme to defraud lenders.",
        {(ANNA, "fraud", False, "charged")},
    ),
    (
        "what the scheme was about is no object of the conspiracy",
        "Anna Kowalski pleaded guilty to conspiracy to receive bribes in connection with a scheme to steal fuel.",
        {(ANNA, "bribery", True, "pleaded_guilty")},
    ),
    (
        "the officer, not the police department",
        "A jury convicted Reno Police Department Officer Anna Kowalski of extortion.",
        {(ANNA, "extortion", False, "convicted")},
    ),
    (
        "a plea without its offence is one to what the text says was pleaded to",
        "Anna Kowalski was indicted for fraud and obstruction of justice. Kowalski pleaded guilty to fraud. "
        "Kowalski pleaded guilty in May.",
        {(ANNA, "fraud", False, "pleaded_guilty"), (ANNA, "obstruction", False, "charged")},
    ),
    (
        "the charges were dismissed",
        "Anna Kowalski was charged with fraud. The charges against Kowalski were dismissed on Friday.",
        {(ANNA, "fraud", False, "dismissed")},
    ),
    (
        "a program in the name of the next offence is no body",
        "Anna Kowalski was found guilty of one count each of attempted extortion and federal program bribery.",
        {(ANNA, "extortion", False, "convicted"), (ANNA, "bribery", False, "convicted")},
    ),
    (
        "her husband is another",
        "Anna Kowalski, 52, of Reno, was convicted of fraud. A week into the trial, her co-owner and husband, "
        "Peter Novak, 52, also of Reno, pleaded guilty to extortion.",
        {(ANNA, "fraud", False, "convicted"), (PETER, "extortion", False, "pleaded_guilty")},
    ),
    (
        "where laundered money came from is no conviction",
        "Anna Kowalski was convicted of money laundering in relation to money from a fraud.",
        {(ANNA, "money_laundering", False, "convicted")},
    ),
    (
        "what a conspiracy is related to is no conviction",
        "A federal jury convicted Anna Kowalski for a money laundering conspiracy related to a romance scam and other "
        "fraud schemes.",
        {(ANNA, "money_laundering", True, "convicted")},
    ),
    (
        "what a count is connected with is alleged",
        "Anna Kowalski was convicted of money laundering in connection with a fraud.",
        {(ANNA, "money_laundering", False, "convicted"), (ANNA, "fraud", False, "alleged")},
    ),
    (
        "charges that are related to an offence are charges of it",
        "Anna Kowalski was convicted of fraud and of charges related to bribery.",
        {(ANNA, "fraud", False, "convicted"), (ANNA, "bribery", False, "convicted")},
    ),
    (
        "a part in a scheme of somebody's brother",
        "Anna Kowalski founded the firm. Kowalski's brother, who testified, pleaded guilty for his role in the fraud.",
        set(),
    ),
    (
        "who says that somebody admitted it did not do it",
        "Abel Long was arrested. Long admitted to stealing documents, said prosecutor Anna Kowalski.",
        set(),
    ),
    (
        "a surname that is an adverb",
        "Abel Long was arrested.\n\nLong admitted to stealing and exploiting documents, knowing it would help, said "
        "the judge.",
        {("Abel Long", "theft", False, "alleged")},
    ),
    (
        "a line that ends after an age",
        "Defendant Peter Novak, 60,\n\nElm City, the firm's lawyer, was indicted on 106 felony charges including two "
        "counts of bribery and 30 counts of grand theft.",
        {(PETER, "bribery", False, "charged"), (PETER, "theft", False, "charged")},
    ),
    (
        "whom an indictment is against, and charges by a pronoun",
        "A grand jury returned an indictment in May against an Elm City resident charging him with theft.\n\n"
        "According to the indictment, Peter Novak kept the money. If convicted, Novak faces a term in prison.",
        {(PETER, "theft", False, "charged")},
    ),
    (
        "who is jailed after admitting it has pleaded guilty",
        "Anna Kowalski was jailed for three years in May after admitting mortgage fraud. Peter Novak, who "
        "admitted theft, was jailed too.",
        {(ANNA, "fraud", False, "pleaded_guilty"), (PETER, "theft", False, "pleaded_guilty")},
    ),
    (
        "whom a complaint charges by a pronoun",
        "Anna Kowalski was arrested in May. Police filed a complaint charging her with fraud.",
        {(ANNA, "fraud", False, "charged")},
    ),
    (
        "the complaint of a suit charges nobody with a crime",
        "The government asked a court to permanently bar Anna Kowalski from preparing tax returns. The complaint "
        "alleges that Kowalski filed false tax returns.",
        {(ANNA, "tax_evasion", False, "alleged")},
    ),
    (
        "a law that names several offences is none",
        "Anna Kowalski was sentenced to two years for cheating and offences under the Corruption, Drug Trafficking and "
        "Other Serious Crimes (Confiscation of Benefits) Act.",
        {(ANNA, "fraud", False, "convicted")},
    ),
    (
        "a law that somebody is charged under",
        "Anna Kowalski was charged under the Prevention of Corruption Act.",
        {(ANNA, "corruption", False, "charged")},
    ),
    (
        "a law that applies to somebody accused of nothing",
        "Anna Kowalski recorded a statement under the Prevention of Money Laundering Act on Monday.",
        set(),
    ),
    (
        "a scheme is alleged beside the count",
        "Anna Kowalski pleaded guilty to conspiring to commit mail fraud in three separate kickback schemes.",
        {(ANNA, "fraud", True, "pleaded_guilty"), (ANNA, "bribery", False, "alleged")},
    ),
    (
        "named in an investigation",
        "Anna Kowalski has been named in a government investigation into the embezzlement of city funds.",
        {(ANNA, "embezzlement", False, "alleged")},
    ),
    (
        "what a court orders is done",
        "A court ordered Peter Novak to be put under house arrest for suspected tax fraud.",
        {(PETER, "tax_evasion", False, "charged")},
    ),
    (
        "penalised for a breach of the rules against it",
        "The central bank penalised Anna Kowalski for violation of local anti-money laundering laws.",
        {(ANNA, "money_laundering", False, "alleged")},
    ),
    (
        "an act among the offences of a list",
        "Anna Kowalski was indicted for embezzlement, paying for secret data and conflict of interest.",
        {(ANNA, "embezzlement", False, "charged"), (ANNA, "conflict_of_interest", False, "charged")},
    ),
    (
        "a list of defendants that addresses break",
        "The office identified the defendants as Anna Kowalski, 62, of 157-43 97\n\nth\n\nStreet in Howard Beach; and "
        "Peter Novak, 54, of 9 Lamont Avenue.\n\nThey were charged today with bribery.",
        {(ANNA, "bribery", False, "charged"), (PETER, "bribery", False, "charged")},
    ),
    (
        "counts laid out in lines, a conspiracy among them",
        "It met.\n\nAnna Kowalski, 45, Irvine\n\nPleaded guilty to the court on June 2, 2017, to felony counts:\n\n(3) "
        "Conspiracy to commit a crime\n\n(2) Forgery\n\nThe court adjourned.",
        {(ANNA, "conspiracy", True, "pleaded_guilty"), (ANNA, "forgery", False, "pleaded_guilty")},
    ),
    (
        "counts laid out in lines",
        "It met.\n\nAnna Kowalski, 45, Irvine\n\nPleaded guilty on June 20, 2017, to the following felony counts:"
        "\n\n(21) Falsifying records\n\nTheft from elder\n\nSentencing Enhancements\n\nFraud over $500,000\n\n"
        "Peter Novak, 44, Irvine\n\nCharged with the following felony count:\n\n(3) Forgery\n\nThe court rose at noon.",
        {
            (ANNA, "false_statements", False, "pleaded_guilty"),
            (ANNA, "theft", False, "pleaded_guilty"),
            (PETER, "forgery", False, "charged"),
        },
    ),
    (
        "for what a report against somebody was lodged",
        "Police lodged an FIR against Anna Kowalski and the alleged middleman Peter Novak for cheating and forgery.",
        {(n, o, False, "charged") for n in (ANNA, PETER) for o in ("fraud", "forgery")},
    ),
    (
        "a reference",
        "The bureau approved filing of a corruption reference against former minister Anna Kowalski.",
        {(ANNA, "corruption", False, "alleged")},
    ),
    (
        "all of whom",
        "Named today are Anna Kowalski, Carl Sender and Peter Novak, all of whom were indicted on drugs charges.",
        {(n, "drug_trafficking", False, "charged") for n in (ANNA, "Carl Sender", PETER)},
    ),
    (
        "who is blacklisted, not who blacklists",
        "The Treasury Department has blacklisted Anna Kowalski, a former official, for being involved in corruption.",
        {(ANNA, "corruption", False, "alleged")},
    ),
    (
        "admitted as part of a plea",
        "As part of a plea deal, Anna Kowalski admitted to money laundering.",
        {(ANNA, "money_laundering", False, "pleaded_guilty")},
    ),
    (
        "behind bars before any trial",
        "Peter Novak was charged with drug trafficking. He was imprisoned at a prison in Sonora.",
        {(PETER, "drug_trafficking", False, "charged")},
    ),
    (
        "what investigators ask",
        "Agents are probing whether former minister Anna Kowalski fraudulently obtained a degree.",
        {(ANNA, "fraud", False, "alleged")},
    ),
    (
        "an investigation in relation to",
        "The attorney general opened an investigation into Peter Novak in relation to an embezzlement scheme.",
        {(PETER, "embezzlement", False, "alleged")},
    ),
    (
        "a sentence is for what was pleaded to",
        "Anna Kowalski was tried for money laundering without a verdict. Kowalski pleaded guilty to one count of "
        "wire fraud. Kowalski was sentenced today to 16 months in prison.",
        {(ANNA, "money_laundering", False, "charged"), (ANNA, "fraud", False, "pleaded_guilty")},
    ),
    (
        "the lead's man is the one whose age comes first",
        "A Chilean national was sentenced to four years in prison for his part in a money laundering conspiracy.\n\n"
        "33-year-old Peter Novak was sentenced on Monday. Carl Sender was sentenced for fraud.",
        {(PETER, "money_laundering", True, "convicted"), ("Carl Sender", "fraud", False, "convicted")},
    ),
    (
        "prosecutors who say it are no law against it",
        "Anna Kowalski pocketed millions in bribes, prosecutors said.",
        {(ANNA, "bribery", False, "alleged")},
    ),
    (
        "whom a verb is done to makes no body of it",
        "Anna Kowalski was convicted of bribing police officers.",
        {(ANNA, "bribery", False, "convicted")},
    ),
    ("gets years", "Former mayor Anna Kowalski gets five years for bribery.", {(ANNA, "bribery", False, "convicted")}),
    (
        "along with",
        "Peter Novak, along with Anna Kowalski and Carl Sender, was charged with bribery.",
        {(n, "bribery", False, "charged") for n in (ANNA, PETER, "Carl Sender")},
    ),
    (
        "with whom the accused once worked",
        "Peter Novak, who worked along with clerk Anna Kowalski, was charged with bribery.",
        {(PETER, "bribery", False, "charged")},
    ),
    (
        "an extradition that is requested",
        "Spain has requested the extradition of Anna Kowalski on charges of embezzlement.",
        {(ANNA, "embezzlement", False, "charged")},
    ),
    (
        "a settlement over",
        "Anna Kowalski reached a settlement with prosecutors over bribery.",
        {(ANNA, "bribery", False, "alleged")},
    ),
]

NOT_ACCUSED = [
    (
        "a murder to which what somebody is accused of led",
        "Anna Kowalski is accused of alerting gang leaders to an inquiry, which resulted in the murder of a member.",
    ),
    (
        "allegations that are dismissed, and evidence there is not",
        "The police dismissed allegations of fraud by Anna Kowalski and found no evidence of bribery by Peter Novak.",
    ),
    (
        "a list of charges that is nobody's",
        "The new law was passed in May. The charges include bribery and money laundering.",
    ),
    (
        "a body at which money is stolen",
        "Prosecutors are investigating suspected embezzlement at Harbour Bank.",
    ),
    (
        "somebody of the same family name who is not known as a person",
        "Dr. Georgi Novakov spoke on Monday. On Dec. 2, 2009, Ivaylotek Vasilkov Novakov was sentenced for fraud.",
    ),
    (
        "what the buyers meant to do",
        "Robert Fanella and Charlie Wren were arrested. As alleged, Fanella and Wren schemed to sell over "
        "$1m in Bitcoins to criminals bent on trafficking narcotics on the dark web drug site, Silk Road.",
    ),
    (
        "a name of the headline that the text never gives in full",
        "Ivanovich Accused Of Corruption\n\nLONDON — Anna Kowalski, 52, spoke of it on Monday.",
    ),
    (
        "who is only quoted",
        "In addition, according to Northland news website Acme Media, the Roe family and the Meridian Bank, all under "
        "investigation for corruption, were named.",
    ),
    (
        "the task of an office",
        "Anna Kowalski, 52, was appointed to head a body responsible for investigating the funding of crime, "
        "including money laundering.",
    ),
    (
        "the district attorney who announces the plea of somebody unnamed",
        "District Attorney Anna Kowalski announced today that a Reno man pleaded guilty to embezzlement.",
    ),
    ("a scandal in which many have a part", "Anna Kowalski was enmeshed in a quite different corruption scandal."),
    (
        "a subsidiary is another company",
        "A subsidiary of Regent Bank pleaded guilty to fraud. Prosecutors charged Regent Bank in May.",
    ),
    ("no term but a book", "Anna Kowalski gets an award after five years of work on a book about bribery."),
    ("the body named after two offences", "Anna Kowalski joined the Fraud, Waste and Abuse hotline."),
    ("whom the asked-about employed", "Agents are probing whether a bank that hired Anna Kowalski laundered money."),
    ("no justice obstructed", "The Treasury imposed sanctions on Anna Kowalski for obstructing the peace agreement."),
    (
        "brothers by another name",
        "A court acquitted the Ferreira brothers in the pipeline scam. Anna Kowalski, 52, told the story.",
    ),
    ("a leak of papers", "Anna Kowalski was accused of telling lies at the center of the leak."),
    ("counts spoken of", "Anna Kowalski, 45, Irvine, spoke of the following felony counts: fraud and theft."),
    (
        "an agent's office",
        "A former Customs Police special agent was indicted for forgery. Anna Kowalski of the Customs Police said so.",
    ),
    ("a section for two offences", "Anna Kowalski was sued by the Fraud and Public Corruption Section."),
    ("whose investigation was obstructed", "The FBI lost the file on obstructing the investigation of the FBI."),
    ("from whom it was taken", "Anna Kowalski was charged with driving off in the car of a murder suspect."),
    ("a victim behind bars", "Anna Kowalski spoke of fraud while the victim was incarcerated for theft."),
    ("a role in a probe", "Anna Kowalski spoke of her role in the bribery investigation of a bank."),
    ("a role in the fight", "Anna Kowalski was praised for her role in exposing corruption."),
    ("involved in the trial", "Anna Kowalski was involved in the fraud trial of a bank."),
    ("in court for somebody else's trial", "Anna Kowalski appeared in court for the fraud trial of her neighbour."),
    ("could stand trial", "Anna Kowalski could stand trial for bribery."),
    ("no suspect", "Anna Kowalski is not a suspect in the bribery case."),
    ("what was paid for", "Anna Kowalski paid $300 for a book on fraud."),
    ("hit with a stone", "Anna Kowalski was hit with a stone on her way to the fraud trial."),
    ("who tries to fight it", "Anna Kowalski is trying to end corruption."),
    ("they are nobody", "They were charged with bribery. Anna Kowalski wrote about it."),
    (
        "the next case in a row",
        "Cases include the death penalty cases against Carl Sender and Peter Novak, and the insurance fraud case.",
    ),
    ("investigating agencies", "Anna Kowalski landed in trouble with investigating agencies for tax evasion."),
    ("may come under investigation", "Anna Kowalski could be put under investigation for bribery."),
    ("not under investigation", "Anna Kowalski is not under investigation for bribery."),
    ("a lawyer's denial", "Peter Novak, a lawyer for the bank, denied the bribery allegations."),
    ("what a court denies", "Judge Anna Kowalski denied a motion over fraud allegations."),
    ("could receive a term", "Anna Kowalski could receive a 10-year sentence for fraud."),
    ("no term for it", "Anna Kowalski received an award for fighting corruption."),
    ("who resolves a problem", "A law could resolve the corruption problem, Anna Kowalski said."),
    ("wanted for no offence", "Anna Kowalski wanted to speak about corruption on Monday."),
    ("a judge's conduct", "Judge Anna Kowalski said that the clerk, Peter, heard that bribes were paid."),
    ("the spokesman of the fined", "The fine was imposed for money laundering, Anna Kowalski said."),
    ("obstructing a person", "Anna Kowalski was convicted of obstructing any person from entering the clinic."),
    ("under oath", "Anna Kowalski testified under oath about the fraud trial of the bank."),
    ("hypothetical", "Anna Kowalski could be charged with bribery."),
    ("condition", "If convicted of bribery, Anna Kowalski will lose her licence."),
    ("negation", "Anna Kowalski was not charged with bribery."),
    (
        "unit named after an offence",
        "Anna Kowalski leads the Fraud Section and thanked the Anti-Corruption Commission.",
    ),
    ("who fights it", "Anna Kowalski said that the country must fight corruption."),
    ("law", "Anna Kowalski explained the new money laundering rules to the banks."),
    (
        "the prosecutor",
        "The case is being prosecuted by Anna Kowalski of the Money Laundering and Asset Recovery Section.",
    ),
    ("presumption of innocence", "A defendant charged with fraud is presumed innocent, Anna Kowalski said."),
    ("not a person", "A racketeer threatened Anna Kowalski."),
    (
        "what it may come to",
        "Meridian Bank faces fines and the possible prosecution of its managers over money laundering.",
    ),
    ("what may be added to a sentence", "Anna Kowalski could face 20 years and be fined over money laundering."),
    ("what an office asks for", "The office filed a request for Anna Kowalski, to be tried for money laundering."),
    (
        "who accuses others",
        "He lobbied for Qatar, which the U.S. Department of Justice has accused of bribing officials.",
    ),
    ("to whom no bribe went", "The letter to Peter Novak says that bribes are common."),
    ("a man of somebody's", "The report linked a Kowalski associate with fraud. Anna Kowalski denied it."),
    ("a prosecutor's trial", "DDA Anna Kowalski was able to return to court to finish her murder trial."),
    ("who admits that it is hard to fight", "Anna Kowalski admitted it was difficult to eliminate corruption."),
    ("with whom the accused were", "Three women travelling with Anna Kowalski were arrested for smuggling cash."),
    ("who prosecutes cases", "Anna Kowalski has prosecuted numerous insurance fraud cases with large losses."),
    (
        "a judge's name in a line of the page",
        "Judge Anna Roof spoke.\n\nRoof to: Diverting Youth Arrested for Arson\n\nThe court closed at noon.",
    ),
    (
        "the judge before whom somebody pleaded",
        "A second clerk, in a hearing before U.S. District Judge Anna Kowalski, pleaded guilty to wire fraud.",
    ),
    (
        "the district attorney who announces what a former attorney did",
        "District Attorney Anna Kowalski today announced that a former attorney was sentenced for stealing money.",
    ),
    (
        "what an arrest only followed",
        "Anna Kowalski was arrested during a probe by tax officials following the trial of a friend for murder.",
    ),
    (
        "the prosecutor who announces what unnamed people did",
        "Two owners of a clinic pleaded guilty today to fraud, announced U.S. Attorney Anna Kowalski of the District.",
    ),
    (
        "the judge before whom two unnamed people pleaded",
        "At a hearing today before U.S. District Judge Anna Kowalski of Ohio, the owners both pleaded guilty to fraud.",
    ),
    ("an instrument", "Meridian Bank was used to launder the money, Anna Kowalski testified."),
    (
        "another of the kind",
        "Another Presidential Candidate Accused of Embezzlement\n\nAnna Kowalski, 52, spoke of it in Toledo.",
    ),
    (
        "a company in the lead is not its manager",
        "A subsidiary of Meridian Bank pleaded guilty to fraud. Anna Kowalski, 52, once led it.",
    ),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in ACCUSED], ids=[row[0] for row in ACCUSED])
def test_accused(read, text, expected):
    assert rows(read(text)) == expected


@pytest.mark.parametrize("text", [row[1] for row in NOT_ACCUSED], ids=[row[0] for row in NOT_ACCUSED])
def test_not_accused(read, text):
    assert rows(read(text)) == set()


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Peter Novak was charged with three counts of wire fraud.", 3),
        ("Peter Novak was charged with twenty-one counts of wire fraud.", 21),
        ("Peter Novak was charged with one hundred and five felony counts of forgery.", 105),
        ("Peter Novak was charged with a bribery charge.", 1),
        ("Peter Novak was charged with fraud.", None),
        ("Peter Novak was charged with three counts of bank fraud and two counts of wire fraud.", 5),
        ("Peter Novak was indicted on 12 counts including wire fraud.", None),
        ("Peter Novak was charged with 24 felony counts of computer access and fraud.", 24),
        ("Peter Novak was charged with five counts of honest services wire fraud.", 5),
        ("Peter Novak was charged with 89 counts of felony embezzlement for misconduct.", 89),
        ("Peter Novak was charged with two counts of Hobbs Act extortion under color of official right.", 2),
        ("Peter Novak was jailed last year for three money laundering offences.", 3),
        ("Peter Novak was convicted of one count of payment and receipt of health care kickbacks.", 1),
        ("Peter Novak was charged in a 31-count indictment with forgery.", None),
    ],
)
def test_counts(read, text, counts):
    assert [c.counts for c in read(text).charges] == [counts]


def test_each_offence_has_the_counts_that_each_of_them_has(read):
    facts = read("Peter Novak was charged with two counts each of wire fraud and money laundering.")
    assert [c.counts for c in facts.charges] == [2, 2]


def test_reports_keep_every_status_with_its_speaker_and_date(read):
    facts = read(
        "Prosecutors accused Peter Novak of bribery. Peter Novak was indicted on March 3, 2019, for bribery. "
        "A jury convicted Peter Novak of bribery."
    )
    (charge,) = facts.charges
    assert [(r.status, r.date, r.asserted_by) for r in charge.reports] == [
        ("alleged", None, "Prosecutors"),
        ("charged", "2019-03-03", None),
        ("convicted", None, "A jury"),
    ]


def test_spans_quote_the_text(read):
    facts = read("Peter Novak was charged with fraud.")
    assert [s.method for c in facts.charges for s in c.spans] == ["charges:verb-charge"]


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Swiss prosecutors charged Peter Novak with fraud.", "CH"),
        ("Peter Novak was convicted in Brazil of fraud.", "BR"),
        ("A federal grand jury indicted Peter Novak for fraud.", "US"),
        ("Peter Novak was charged with fraud. Malaysian police arrested a driver.", "MY"),
        ("Peter Novak, a German citizen, was charged with fraud.", None),
    ],
)
def test_country_is_that_of_court_prosecutor_or_law(read, text, country):
    assert [c.country for c in read(text).charges] == [country]


@pytest.mark.parametrize(
    ("text", "statutes"),
    [
        ("Peter Novak was charged with money laundering under 18 U.S.C. § 1956(h).", ("18 U.S.C. § 1956(h)",)),
        ("Peter Novak was charged with tax evasion under sections 7201 and 7206.", ("sections 7201 and 7206",)),
        (
            "Peter Novak was charged with violating the Foreign Corrupt Practices Act.",
            ("Foreign Corrupt Practices Act",),
        ),
        ("Peter Novak was charged with fraud.", ()),
    ],
)
def test_statutes_as_printed(read, text, statutes):
    assert [c.statutes for c in read(text).charges] == [statutes]


def test_nobody_accuses_himself(read):
    """The doer of what a quotation tells is not its speaker."""
    facts = read(
        'Prosecutors charged Peter Novak with fraud. "Peter Novak embezzled public money," Anna Kowalski said.'
    )
    [charge] = [c for c in facts.charges if c.offence == "embezzlement"]
    assert [r.asserted_by for r in charge.reports] == ["Anna Kowalski"]


def test_who_did_it_too_is_not_its_speaker(read):
    facts = read("Peter Novak and Carl Sender were arrested. Peter Novak and Carl Sender allegedly took bribes.")
    told = [r.asserted_by for c in facts.charges if c.offence == "bribery" for r in c.reports if r.status == "alleged"]
    assert told == [None, None]


def test_who_charges_in_the_lead_is_not_the_accused(read):
    facts = read(
        "An international prosecutor has charged an ally with fraud. Peter Novak was charged with fraud in May."
    )
    assert [(facts.people[r.person.index].name, r.kind) for r in facts.roles] == [(PETER, "defendant")]


def test_what_somebody_admits_he_says_himself(read):
    [charge] = read("Peter Novak admitted the forgery.").charges
    assert [(r.status, r.asserted_by) for r in charge.reports] == [("alleged", "Peter Novak")]


def test_the_courts_of_two_countries_make_two_charges(read):
    facts = read(
        "A Swiss court convicted Peter Novak of bribery. Brazilian prosecutors charged Peter Novak with bribery."
    )
    assert [(c.country, c.status) for c in facts.charges] == [("CH", "convicted"), ("BR", "charged")]


def test_a_verdict_of_one_country_ends_no_charge_of_another(read):
    facts = read("Peter Novak was charged in France with fraud. A Spanish court acquitted Novak of all charges.")
    assert [(c.country, c.status) for c in facts.charges] == [("FR", "charged")]
