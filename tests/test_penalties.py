"""Penalties: what, for whom, on what basis. All people and cases are invented."""

import re
from datetime import date

import pytest
from spacy.language import Language

from cases.extraction import extract_one
from cases.extraction.penalties.wording import TEMPLATES, wording
from cases.language.lexicon import load_words
from cases.records import Document, Penalty

START = "John Miller, a former mayor, was charged with bribery. Mary Stone was also charged with bribery.\n\n"
ALONE = "John Miller, a former mayor, was charged with bribery.\n\n"


def penalties(nlp: Language, text: str) -> list[tuple[str, str, str, float | str | None]]:
    document = Document("d", text, "d.txt", "", published=date(2020, 5, 1))
    facts = extract_one(document, nlp(text))

    def size(penalty: Penalty) -> float | str | None:
        return "life" if penalty.life else penalty.months if penalty.months is not None else penalty.value

    def name(penalty: Penalty) -> str:
        names = facts.people if penalty.party.kind == "person" else facts.organizations
        return names[penalty.party.index].name

    return sorted(((name(p), p.kind, p.basis, size(p)) for p in facts.penalties), key=str)


MILLER, STONE = "John Miller", "Mary Stone"
CASES = [
    (
        "what is suspended of a term is no further term",
        ALONE + "The court handed Miller a four-year prison sentence, two years of which are suspended.",
        [(MILLER, "imprisonment", "imposed", 48)],
    ),
    (
        "arms that somebody agreed to give up",
        ALONE + "As part of his plea agreement, Miller agreed to forfeit one hunting rifle and three pistols.",
        [(MILLER, "forfeiture", "imposed", None)],
    ),
    (
        "him whom the judge sentenced before, not the judge",
        START + "Judge Carl Miller sentenced Stone to two years in prison and ordered her to forfeit $9,000.",
        [(STONE, "forfeiture", "imposed", 9000), (STONE, "imprisonment", "imposed", 24)],
    ),
    (
        "a loan that somebody had repaid for him",
        ALONE + "Miller arranged for a friend to repay the loan of $60,000.",
        [],
    ),
    (
        "a sum and what it comes to in another money stand before their word",
        "Harbour Bank was charged with fraud. Harbour Bank has negotiated to pay a record $1.3bn (£0.9bn) fine.",
        [("Harbour Bank", "fine", "imposed", 1.3e9)],
    ),
    (
        "what a fine comes to in another money is no second fine",
        START + "Miller was fined €20,000 (about $22,500). Stone was fined $5,000, or £3,900.",
        [(MILLER, "fine", "imposed", 20000), (STONE, "fine", "imposed", 5000)],
    ),
    (
        "what is suspended of a term is no further term, a term that is suspended whole is one",
        START + "Miller was jailed for three years, two suspended. Stone was given nine months suspended.",
        [(MILLER, "imprisonment", "imposed", 36), (STONE, "imprisonment", "imposed", 9)],
    ),
    (
        "for how long a sentence is suspended is no term",
        START + "Miller was given a suspended sentence of 14 months for two years. Stone got an 18-month suspended "
        "sentence for a period of three years.",
        [(MILLER, "imprisonment", "imposed", 14), (STONE, "imprisonment", "imposed", 18)],
    ),
    (
        "a ban for life",
        ALONE + "Miller was banned for life from athletics.",
        [(MILLER, "ban", "imposed", "life")],
    ),
    (
        "a ban without a length, by a firm that he worked for all his life",
        ALONE + "Miller was banned from the industry. He had worked there for life.",
        [(MILLER, "ban", "imposed", None)],
    ),
    (
        "jailed for the maximum, and what somebody faces",
        START + "In addition to being jailed for a maximum of six years, Miller was fined $900. Stone faces being "
        "jailed for eight years.",
        [
            (MILLER, "fine", "imposed", 900),
            (MILLER, "imprisonment", "imposed", 72),
            (STONE, "imprisonment", "maximum", 96),
        ],
    ),
    (
        "one count, which carries a maximum, is no count of somebody else",
        ALONE + "Miller is charged with one count of bribery, which carries a maximum sentence of 15 years in prison.",
        [(MILLER, "imprisonment", "maximum", 180)],
    ),
    (
        "the bank that the sentence before fines",
        "Harbour Bank was ordered to pay $70m to settle claims of fraud. The bank has agreed to pay $50m to American "
        "agencies, including the Department of Justice. Separately, it was fined £9m by the Treasury.",
        [("Harbour Bank", "fine", "imposed", v) for v in (70e6, 50e6, 9e6)],
    ),
    (
        "a man who agreed to pay officials",
        ALONE + "Miller had agreed to pay $5,000 to American agencies.",
        [],
    ),
    (
        "so to speak on probation",
        "Harbour Bank was fined $70m for fraud. Over the next two years Harbour Bank will effectively be on probation.",
        [("Harbour Bank", "fine", "imposed", 70e6)],
    ),
    (
        "whom a relative clause stands between and the verb",
        START + "Miller was jailed for 16 months and Stone, who spent the money on a car, was given a sentence of 12 "
        "months and ordered to do 150 hours of unpaid work.",
        [
            (MILLER, "imprisonment", "imposed", 16),
            (STONE, "community_service", "imposed", None),
            (STONE, "imprisonment", "imposed", 12),
        ],
    ),
    (
        "a term told in years alone is the one told with its months elsewhere; another of as many years is not",
        START + "Miller was jailed for four years. He was jailed for four years and eight months. Stone was sentenced "
        "to five years in prison and in a second case to six years in prison.",
        [
            (MILLER, "imprisonment", "imposed", 56),
            (STONE, "imprisonment", "imposed", 60),
            (STONE, "imprisonment", "imposed", 72),
        ],
    ),
    (
        "who must spend at least so long in prison has the term told elsewhere",
        ALONE + "Miller was sentenced to spend at least two years in jail. He was sentenced to four years in prison.",
        [(MILLER, "imprisonment", "imposed", 48)],
    ),
    (
        "damages that somebody is to pay, and damages that he did",
        ALONE + "Miller caused $8,000 in damages. He was ordered to pay $5,000 in damages to the town.",
        [(MILLER, "restitution", "imposed", 5000)],
    ),
    (
        "the associate of somebody, and a lawyer who acts for him",
        ALONE + "An associate of Miller's was sentenced to five years in prison. Another lawyer acting on behalf of "
        "Miller was jailed for nine months.",
        [],
    ),
    (
        "jailing him, the judge told",
        START + "Stone sold the posts. Jailing him for six years, Judge Carl Lamb told Miller that he was greedy.",
        [(MILLER, "imprisonment", "imposed", 72)],
    ),
    (
        "an act that carries a maximum, whatever the parser ties the clause to",
        "John Miller and Mary Stone were arrested.\n\nMiller is charged with price fixing in violation of the Sherman "
        "Act, which carries a maximum penalty of 10 years in prison.",
        [(MILLER, "imprisonment", "maximum", 120)],
    ),
    (
        "a sum among what is forfeited, and one that it is worth",
        ALONE + "Miller agreed to forfeit one pistol, all seized ammunition, and $46,100 in cash. He also agreed to "
        "forfeit a car, worth $8,000.",
        [(MILLER, "forfeiture", "imposed", 46100)],
    ),
    (
        "what a company pays the state for breaking the law, and what it pays for goods",
        "Harbour Bank agreed to pay the government $27 million for allegedly violating the law. Harbour Bank agreed to "
        "pay $5 million for computers.",
        [("Harbour Bank", "fine", "imposed", 27e6)],
    ),
    (
        "years and months of two people are no sum",
        START + "Miller and Stone were sentenced to 35 years and 91 months in prison, respectively.",
        [(MILLER, "imprisonment", "imposed", 420), (STONE, "imprisonment", "imposed", 91)],
    ),
    (
        "what a charge carries, for those with that charge",
        "John Miller was charged with bribery. Mary Stone was charged with bribery and extortion.\n\nThe bribery "
        "charges carry a maximum of ten years in prison, and the extortion charge carries a maximum of 20 years.",
        [
            (MILLER, "imprisonment", "maximum", 120),
            (STONE, "imprisonment", "maximum", 120),
            (STONE, "imprisonment", "maximum", 240),
        ],
    ),
    (
        "what a charge carries that no accused has",
        "John Miller was charged with bribery. Mary Stone was charged with extortion.\n\nThe charge of forgery "
        "carries a maximum of ten years in prison.",
        [],
    ),
    (
        "the charges, of whatever kind",
        "John Miller was charged with bribery. Mary Stone was charged with extortion.\n\nThe charges carry a "
        "maximum of ten years in prison.",
        [(MILLER, "imprisonment", "maximum", 120), (STONE, "imprisonment", "maximum", 120)],
    ),
    (
        "the charge, in a text on one of several",
        "John Miller pleaded guilty to bribery. Mary Stone was charged with extortion last year.\n\nThe charge carries "
        "a maximum of ten years in prison.",
        [(MILLER, "imprisonment", "maximum", 120)],
    ),
    (
        "what somebody will pay in a plea deal, and would serve under it",
        ALONE
        + "Miller will pay $5,000 in the plea deal. Under the plea agreement, Miller would serve a two-year probation.",
        [(MILLER, "fine", "imposed", 5000), (MILLER, "probation", "imposed", 24)],
    ),
    (
        "each defendant",
        START + "Each defendant agreed to pay restitution to the town in the amount of $52,500.",
        [(MILLER, "restitution", "imposed", 52500), (STONE, "restitution", "imposed", 52500)],
    ),
    (
        "the years of a list are not those of what follows it",
        START + "Miller and Stone, who received 17 and nine years respectively, are prohibited from trading.",
        [(MILLER, "ban", "imposed", None), (STONE, "ban", "imposed", None)],
    ),
    (
        'a term in a country, and whom "who" stands for',
        ALONE + "Miller, a friend of the bank, who pleaded guilty, was sentenced to 24 years in a US prison.",
        [(MILLER, "imprisonment", "imposed", 288)],
    ),
    (
        "a total told after the plea",
        ALONE + "Miller was jailed for a total of three years and six months after pleading guilty.",
        [(MILLER, "imprisonment", "imposed", 42)],
    ),
    (
        "a bare term that somebody is serving, and no years of work",
        START + "Miller is serving 135 months, and Stone served 12 years as treasurer.",
        [(MILLER, "imprisonment", "imposed", 135)],
    ),
    (
        "the years of an employee are no term, the town of the dateline no party",
        ALONE
        + "PORT ALBA – A 14-year employee of a Port Alba trading firm was sentenced today to two years in prison.",
        [(MILLER, "imprisonment", "imposed", 24)],
    ),
    (
        "a jury returns a sentence",
        ALONE + "The jurors heard five witnesses. They returned a sentence of seventy-nine years.",
        [(MILLER, "imprisonment", "imposed", 948)],
    ),
    (
        "a further person whom the lead describes is not the first accused",
        "Two former mayors were sentenced today. A clerk was also sentenced to 54 months in prison.\n\n" + START,
        [],
    ),
    (
        "what follows a conviction is not for those who were convicted",
        "John Miller pleaded guilty to bribery. Mary Stone and Tom Alder were charged with bribery.\n\n"
        "If convicted, the defendants face up to ten years in prison.",
        [(STONE, "imprisonment", "maximum", 120), ("Tom Alder", "imprisonment", "maximum", 120)],
    ),
    (
        "the offence whose charge carries a term",
        "John Miller was charged with bribery. Mary Stone was charged with theft.\n\n"
        "The theft charge carries a maximum of ten years in prison.",
        [(STONE, "imprisonment", "maximum", 120)],
    ),
    (
        "what an accused proposed to repay is no penalty, nor what a scheme carried out cost",
        ALONE + "Miller proposed a loan, and Miller would repay the victim $300,000. "
        "The town granted a restitution petition of $80,000 for the fraud carried out by Miller.",
        [],
    ),
    (
        "a penalty that prosecutors seek without its length",
        START + "Prosecutors are seeking prison sentences for the former mayor, John Miller. "
        "The district attorney is seeking the death penalty for Mary Stone.",
        [(MILLER, "imprisonment", "sought", None), (STONE, "other", "sought", None)],
    ),
    (
        "a length told roughly beside the exact one",
        ALONE
        + "Miller was sentenced to just over four years in prison. Judge Carl Sender gave him 51 months in prison.",
        [(MILLER, "imprisonment", "imposed", 51)],
    ),
    (
        "what is on somebody under a verb of his own in the list",
        ALONE + "Miller must pay $5,000 in restitution, forfeit $900 seized from a bank, and be placed on supervised "
        "release for three years.",
        [
            (MILLER, "forfeiture", "imposed", 900),
            (MILLER, "probation", "imposed", 36),
            (MILLER, "restitution", "imposed", 5000),
        ],
    ),
    (
        "several people under one verb, each with a term of his own",
        START + "A judge sentenced John Miller to 37 months in prison and Mary Stone to 18 months in prison.",
        [(MILLER, "imprisonment", "imposed", 37), (STONE, "imprisonment", "imposed", 18)],
    ),
    (
        "the judge who sentenced is no party of the term",
        START + "John Miller and Mary Stone were each sentenced by Judge Carl Sender to two years of probation.",
        [(MILLER, "probation", "imposed", 24), (STONE, "probation", "imposed", 24)],
    ),
    (
        "a potential fine beside a sentence",
        ALONE + "The term is in addition to the sentence he receives, as well as a potential $125,000 fine.",
        [(MILLER, "fine", "maximum", 125000)],
    ),
    (
        "a ban with a length",
        ALONE + "Miller was barred from holding public office for five years.",
        [(MILLER, "ban", "imposed", 60)],
    ),
    (
        "whom the lead describes before it names him, of two accused the first named",
        "A former mayor of Lugo was sentenced today to serve 46 months in prison for taking bribes.\n\n"
        "John Miller pleaded guilty to bribery in May. Mary Stone was also charged with bribery.",
        [(MILLER, "imprisonment", "imposed", 46)],
    ),
    (
        "several whom the lead does not name",
        "Two former mayors were sentenced today to serve 46 months in prison for taking bribes.\n\n"
        "John Miller pleaded guilty to bribery in May. Mary Stone was also charged with bribery.",
        [],
    ),
    ("a term", ALONE + "Miller was sentenced today to 87 months in prison.", [(MILLER, "imprisonment", "imposed", 87)]),
    (
        "a term and what follows it",
        ALONE + "Miller was sentenced to two years in prison, followed by three years of supervised release.",
        [(MILLER, "imprisonment", "imposed", 24), (MILLER, "probation", "imposed", 36)],
    ),
    (
        "years and months",
        ALONE + "Miller was sentenced to six years and eight months in state prison.",
        [(MILLER, "imprisonment", "imposed", 80)],
    ),
    (
        "several sums, each with its word",
        ALONE + "Miller was ordered to pay $5,000 in restitution and to forfeit $70,000.",
        [(MILLER, "forfeiture", "imposed", 70_000), (MILLER, "restitution", "imposed", 5_000)],
    ),
    (
        "the judge is the subject",
        ALONE + "Judge Ann Lee sentenced Miller to 18 months in jail.",
        [(MILLER, "imprisonment", "imposed", 18)],
    ),
    (
        "a maximum is not imposed",
        ALONE + "If convicted, Miller faces up to 20 years in prison.",
        [(MILLER, "imprisonment", "maximum", 240)],
    ),
    (
        "maximum and fine",
        ALONE + "Miller faces a maximum penalty of five years in prison and a $250,000 fine.",
        [(MILLER, "fine", "maximum", 250_000), (MILLER, "imprisonment", "maximum", 60)],
    ),
    (
        "what the charge carries is the accused's",
        ALONE + "The charge carries a maximum penalty of 10 years in prison.",
        [(MILLER, "imprisonment", "maximum", 120)],
    ),
    (
        "minimum and life",
        ALONE + "Miller faces a mandatory minimum sentence of 10 years and a maximum sentence of life in prison.",
        [(MILLER, "imprisonment", "maximum", "life"), (MILLER, "imprisonment", "minimum", 120)],
    ),
    (
        "two parties, respectively",
        START + "Miller and Stone were sentenced to 41 and 36 months in prison, respectively.",
        [(MILLER, "imprisonment", "imposed", 41), (STONE, "imprisonment", "imposed", 36)],
    ),
    (
        "two clauses",
        START + "Miller was sentenced to 30 months in prison, while Stone was sentenced to 24 months in prison.",
        [(MILLER, "imprisonment", "imposed", 30), (STONE, "imprisonment", "imposed", 24)],
    ),
    ("days", ALONE + "Miller was sentenced to 90 days in jail.", [(MILLER, "imprisonment", "imposed", 3)]),
    ("life", ALONE + "Miller was sentenced to life in prison.", [(MILLER, "imprisonment", "imposed", "life")]),
    (
        "home confinement is other",
        ALONE + "Miller was sentenced to six months of home confinement.",
        [(MILLER, "other", "imposed", 6)],
    ),
    (
        "a range takes its upper end",
        ALONE + "Miller was sentenced to one to three years in prison.",
        [(MILLER, "imprisonment", "imposed", 36)],
    ),
    (
        "prosecutors ask",
        ALONE + "Prosecutors asked the judge to sentence Miller to seven years in prison.",
        [(MILLER, "imprisonment", "sought", 84)],
    ),
    (
        "a guideline",
        ALONE + "Prosecutors recommended a sentence of 46 months for Miller.",
        [(MILLER, "imprisonment", "sought", 46)],
    ),
    (
        "prosecutors seek",
        ALONE + "Prosecutors are seeking a 10-year prison sentence for Miller.",
        [(MILLER, "imprisonment", "sought", 120)],
    ),
    ("probation", ALONE + "Miller was placed on three years of probation.", [(MILLER, "probation", "imposed", 36)]),
    (
        "a list that gives each a line, the one before it without a verb too",
        "John Miller and Mary Stone were convicted of fraud.\n\nSentences\n\nJohn Miller (born 13/7/1988) - East Road, "
        "Romford - 7-year custodial sentence\nMary Stone (born 21/7/1960) Stutton Hall, Stutton - 15-month suspended "
        "sentence\n",
        [(MILLER, "imprisonment", "imposed", 84), (STONE, "imprisonment", "imposed", 15)],
    ),
    (
        "what a law sets for whoever breaks it",
        ALONE
        + "Penalties for violations of the Kingpin Act range from civil penalties of up to $1.075 million. Criminal "
        "penalties for corporate officers may include up to 30 years in prison and fines up to $5 million.",
        [],
    ),
    (
        "by how much a term was raised, and to what",
        ALONE + "Miller later had his sentence increased by seven years to a total of 22 years.",
        [(MILLER, "imprisonment", "imposed", 264)],
    ),
    ("a ban that is to come", ALONE + "His lawyer said that Miller will be struck off.", []),
    ("what is left of a term", ALONE + "Miller was released from prison with 12 years remaining on his sentence.", []),
    (
        "a sum that belongs to the next verb",
        ALONE + "Miller will pay $139 million in taxes and penalties, and will abandon a $182 refund claim.",
        [],
    ),
    (
        "probation, two adjectives with a comma between them",
        ALONE
        + "Miller was sentenced to 200 hours of community service and three years of formal, supervised probation.",
        [(MILLER, "community_service", "imposed", None), (MILLER, "probation", "imposed", 36)],
    ),
    (
        "probation, years with an apostrophe",
        ALONE + "Miller was given two years' probation.",
        [(MILLER, "probation", "imposed", 24)],
    ),
    (
        "a settlement",
        "Acme Corp. agreed to pay $3 million to resolve bribery charges.",
        [("Acme Corp.", "fine", "imposed", 3e6)],
    ),
    (
        "a regulator fines",
        "The regulator fined Barclays £38m for money laundering failures.",
        [("Barclays", "fine", "imposed", 38e6)],
    ),
    (
        "a ban without a length",
        ALONE + "Miller was disqualified from holding public office.",
        [(MILLER, "ban", "imposed", None)],
    ),
    (
        "hours",
        ALONE + "Miller was ordered to perform 200 hours of community service.",
        [(MILLER, "community_service", "imposed", None)],
    ),
    ("sentencing to come", ALONE + "Miller is scheduled to be sentenced on May 20, 2020.", []),
    ("nothing of a career", ALONE + "Miller served 10 years as mayor.", []),
    ("a bribe is no fine", ALONE + "Miller agreed to pay $500,000 in cash bribes to officials.", []),
    (
        "a term in default",
        ALONE + "Miller was ordered to pay a fine of $5,000 or serve two years in prison.",
        [(MILLER, "fine", "imposed", 5_000)],
    ),
    (
        "the time served of a term",
        ALONE + "Miller was released after serving three years of his ten-year sentence.",
        [(MILLER, "imprisonment", "imposed", 120)],
    ),
    (
        "life as the upper end",
        ALONE + "Miller was sentenced to 15 years to life in prison.",
        [(MILLER, "imprisonment", "imposed", "life")],
    ),
    (
        "an earlier sentence",
        ALONE + "Miller, who is serving a 10-year sentence, appealed.",
        [(MILLER, "imprisonment", "imposed", 120)],
    ),
    (
        "a ban with a length",
        ALONE + "Miller has been banned from public office for 10 years.",
        [(MILLER, "ban", "imposed", 120)],
    ),
    (
        "each of two in one sentence",
        "John Miller, 41, was sentenced to three years in state prison and Mary Stone, 62, was sentenced to two years.",
        [(MILLER, "imprisonment", "imposed", 36), (STONE, "imprisonment", "imposed", 24)],
    ),
    (
        "how long somebody worked is no sentence",
        ALONE + "Miller was sentenced to two years for stealing from the salon, where he had worked for over 15 years.",
        [(MILLER, "imprisonment", "imposed", 24)],
    ),
    (
        "what goes on under what is only expected",
        ALONE + "Miller is expected to be sentenced to four years in prison and to pay $5,000 in restitution.",
        [],
    ),
    (
        "an agreed sentence of one of several",
        START + "GUILTY with an agreed sentence of 5 years in prison.",
        [],
    ),
    ("a sentence that is only expected", ALONE + "Miller is expected to be sentenced to 35 years in prison.", []),
    (
        "the title of another text",
        ALONE + 'See the releases titled, "Gang Member Sentenced to Life Without Parole for a Shooting."',
        [],
    ),
    (
        "it is no person",
        ALONE + "The penalties include $600,000 in profits that it will have to return.",
        [],
    ),
    ("a bar that is no penalty", ALONE + "Miller was barred from leaving the country.", []),
    (
        "somebody else in the case",
        ALONE + "The charge comes a week after another agent was sentenced to four years in prison.",
        [],
    ),
    (
        "all that is only expected, whatever the grammar",
        START
        + "Miller and Stone are each expected to sentenced to 90 days in jail, ordered to pay $5,000 in restitution.",
        [],
    ),
    ("what somebody failed to pay", ALONE + "Miller is accused of failing to repay any of the $5,000.", []),
    (
        "a sum that satisfies a judgment of forfeiture",
        ALONE + "As part of his plea agreement, Miller agreed to pay $150,000 to satisfy a forfeiture money judgment.",
        [(MILLER, "forfeiture", "imposed", 150_000)],
    ),
    ("what is forbidden to a court", ALONE + "An extradition treaty prohibits a life sentence.", []),
    (
        "what befell a critic",
        ALONE
        + "One economist, who criticized officials for giving Miller a contract, ended up spending ten years in jail.",
        [],
    ),
    (
        "how long a sentence is suspended",
        ALONE + "Miller received a 16-month prison sentence, suspended for two years.",
        [(MILLER, "imprisonment", "imposed", 16)],
    ),
    ("how long somebody is suspended from work", ALONE + "Miller was suspended for two years.", []),
    (
        "what somebody has paid already is no part of the maximum",
        ALONE
        + "The most he could face is nine years in prison, but after the $5,000 he paid in restitution it may be less.",
        [(MILLER, "imprisonment", "maximum", 108)],
    ),
    ("time served", ALONE + "Miller was sentenced to credit for time served of one day in custody.", []),
    ("a term for who does not pay", ALONE + "If he does not pay, he faces four years in prison.", []),
    (
        "the maximum, and given",
        ALONE + "Miller was also given a maximum fine of $5,000.",
        [(MILLER, "fine", "imposed", 5_000)],
    ),
    (
        "compensation of workers is an insurance",
        ALONE + "Miller was ordered to pay $5,000 in fines for a workers' compensation fraud scheme totaling $90,000.",
        [(MILLER, "fine", "imposed", 5_000)],
    ),
    (
        "two at once, each penalty for both",
        START + "Miller and Stone were immediately sentenced to three years of formal probation and ordered to pay "
        "$88,000 in restitution to insurers and $62,000 in costs.",
        [
            (MILLER, "other", "imposed", 62_000),
            (MILLER, "probation", "imposed", 36),
            (MILLER, "restitution", "imposed", 88_000),
            (STONE, "other", "imposed", 62_000),
            (STONE, "probation", "imposed", 36),
            (STONE, "restitution", "imposed", 88_000),
        ],
    ),
    (
        "each named after his own",
        START + "They were also charged in federal court, resulting in a four-year federal sentence for Miller and a "
        "five-year federal prison sentence for Stone.",
        [(MILLER, "imprisonment", "imposed", 48), (STONE, "imprisonment", "imposed", 60)],
    ),
    (
        "a ban from a trade, in the active voice",
        "The regulator expelled Northgate LLC and barred its head, John Miller, from the securities industry.",
        [(MILLER, "ban", "imposed", None)],
    ),
    (
        "a fine agreed to",
        "Northgate Bank has agreed to a $92 million fine.",
        [("Northgate Bank", "fine", "imposed", 92e6)],
    ),
    (
        "a fine levied",
        "A $700 million fine was levied on Northgate Bank.",
        [("Northgate Bank", "fine", "imposed", 700e6)],
    ),
    (
        "a table with a column of sentences",
        "Two convicted of theft\n\nDefendant\n\nCharges\n\nSentence (Court Offer)\n\nJohn Miller, 53, Lugo\n\n"
        "Pleaded guilty to the following felony counts:\n\n(2) Grand theft\n\n17 years in state prison\n\n"
        "Ordered to pay $5,000 in restitution\n\nMary Stone, 29, Lugo\n\nFound guilty by a jury of the following "
        "felony count:\n\nGrand theft\n\nFour years in state prison\n\nCircumstances of the Case\n\n"
        "Miller drove off with the car.",
        [
            (MILLER, "imprisonment", "imposed", 204),
            (MILLER, "restitution", "imposed", 5_000),
            (STONE, "imprisonment", "imposed", 48),
        ],
    ),
    (
        "a table with a column of maximum sentences",
        "Two charged with theft\n\nDefendant\n\nCharges\n\nMaximum Sentence\n\nJohn Miller, 53, Lugo\n\n"
        "Charged with the following felony counts:\n\n(2) Grand theft\n\n17 years in state prison\n\n"
        "Circumstances of the Case\n\nMiller drove off with the car.",
        [(MILLER, "imprisonment", "maximum", 204)],
    ),
    (
        "the titles of other texts on the page",
        ALONE + "Recent News\n\nTeacher Sentenced to Six Years in Prison\n\nJune 3, 2020\n\n"
        "Link to: Treasurer Ordered to Pay $5,000 in Fines\n",
        [],
    ),
    (
        "a judge who sentences is party to nothing",
        ALONE + "In addition, Judge Ellis sentenced Miller to serve three years of supervised release.",
        [(MILLER, "probation", "imposed", 36)],
    ),
    (
        "a company that a judge sentences",
        "Northgate LLC was charged with fraud.\n\nU.S. District Judge Mary L. Cooper also sentenced Northgate LLC to "
        "serve four years of probation.",
        [("Northgate LLC", "probation", "imposed", 48)],
    ),
    (
        "somebody whom the lead describes and who is not the accused named later",
        "An associate of the mayor was sentenced today to 48 months in prison for tampering with a witness.\n\n"
        "James Clark, 28, of Lugo, was heard by the court. His brother John Miller was charged with bribery. "
        "Mary Stone was charged with bribery.",
        [],
    ),
    (
        "supervised release for life",
        ALONE + "Miller was sentenced to 40 years in prison, followed by a life term of supervised release.",
        [(MILLER, "imprisonment", "imposed", 480), (MILLER, "probation", "imposed", "life")],
    ),
    (
        "supervised release up to life",
        ALONE
        + "Miller could receive a maximum sentence of 60 years in prison and a term of supervised release up to life.",
        [(MILLER, "imprisonment", "maximum", 720), (MILLER, "probation", "maximum", "life")],
    ),
    (
        "several people described one by one, respectively",
        "Jose Diaz, a 62-year old clerk, Anna Orr, a 40-year old nurse, and Rosa Ruiz, a 43-year old nurse, were "
        "sentenced by Judge Ann Lee to 54 months, 70 months and 57 months in prison, respectively.",
        [
            ("Jose Diaz", "imprisonment", "imposed", 54),
            ("Anna Orr", "imprisonment", "imposed", 70),
            ("Rosa Ruiz", "imprisonment", "imposed", 57),
        ],
    ),
    (
        "two with their ages and towns",
        "John Miller, 35, of Lugo, and Mary Stone, 33, of Reno, each were sentenced to 12 months in prison.",
        [(MILLER, "imprisonment", "imposed", 12), (STONE, "imprisonment", "imposed", 12)],
    ),
    (
        "the maximum, and sentenced to it",
        ALONE + "Judge Ann Lee sentenced Miller to serve the statutory maximum incarceration of 24 months in prison.",
        [(MILLER, "imprisonment", "imposed", 24)],
    ),
    (
        "the share of each violation in a fine",
        ALONE + "Miller agreed to pay a total of $1 million in criminal fines ($250,000 for each violation).",
        [(MILLER, "fine", "imposed", 1e6)],
    ),
    (
        "what somebody conspired to reimburse",
        ALONE + "Miller was sentenced to serve 28 months in prison for a scheme in which he conspired to illegally "
        "reimburse $186,000 in contributions.",
        [(MILLER, "imprisonment", "imposed", 28)],
    ),
    (
        "a bar from a trade, in a court's order",
        "A judge has barred John Miller of Lugo, and his firm, from preparing tax returns for others.",
        [(MILLER, "ban", "imposed", None)],
    ),
    (
        "words run together",
        ALONE + "Miller was sentenced to 15 yearsin prison and five yearsof supervised release.",
        [(MILLER, "imprisonment", "imposed", 180), (MILLER, "probation", "imposed", 60)],
    ),
    (
        "co-defendants of somebody, respectively",
        "Carl Sorin pleaded guilty to bribery. Sorins co-defendants, John Miller, 54, of Lugo, and Mary Stone, 51, of "
        "Reno, were also sentenced today to 24 months in prison and 13 months in prison, respectively.",
        [(MILLER, "imprisonment", "imposed", 24), (STONE, "imprisonment", "imposed", 13)],
    ),
    (
        "prosecutors ask it for whom the sentence before names",
        START + "Miller was sentenced to six months in prison. Prosecutors had sought a 20-year jail term.",
        [(MILLER, "imprisonment", "imposed", 6), (MILLER, "imprisonment", "sought", 240)],
    ),
    (
        "they are not the one who was named before",
        "President Tom Kane spoke on Monday. Two of them were clerks; they received life sentences.",
        [],
    ),
    (
        "how long after the act",
        ALONE + "Less than a year-and-a-half after his attack, Miller has been sentenced to life in prison.",
        [(MILLER, "imprisonment", "imposed", "life")],
    ),
    (
        "the maximum, and sentenced to that",
        ALONE + "He was sentenced today to the maximum of five years in prison.",
        [(MILLER, "imprisonment", "imposed", 60)],
    ),
    (
        "what prosecutors hope for",
        ALONE + "Prosecutors had hoped Miller would receive 15 years in prison.",
        [(MILLER, "imprisonment", "sought", 180)],
    ),
    (
        "restitution without a sum",
        ALONE + "Miller was sentenced to one year in jail and ordered to pay full restitution to the victims.",
        [(MILLER, "imprisonment", "imposed", 12), (MILLER, "restitution", "imposed", None)],
    ),
    (
        "restitution told twice, once with its sum",
        ALONE + "Miller was ordered to pay restitution. The judge ordered Miller to pay $5,000 in restitution.",
        [(MILLER, "restitution", "imposed", 5_000)],
    ),
    (
        "restitution that somebody may have to pay",
        ALONE + "Miller faces prison and could be ordered to pay restitution.",
        [],
    ),
    (
        "a fine without a sum",
        ALONE + "Miller was fined for failing to keep records.",
        [(MILLER, "fine", "imposed", None)],
    ),
    ("death", ALONE + "Miller was sentenced to death on Monday.", [(MILLER, "other", "imposed", None)]),
    (
        "expelled, and when",
        ALONE + "Miller was expelled from the party and removed from office six months later.",
        [(MILLER, "other", "imposed", None)],
    ),
    (
        "whom the lead describes by his country",
        "A Colombian who kept the books of a gang was sentenced Tuesday to 30 years in prison.\n\n"
        "John Miller, 39, pleaded guilty to bribery in May.",
        [(MILLER, "imprisonment", "imposed", 360)],
    ),
    (
        "what the company of an accused forfeited",
        "John Miller, who runs Northgate Pictures LLC, was charged with fraud. Northgate Pictures LLC denied it. "
        "In May about $57 million was forfeited by the company.",
        [("Northgate Pictures LLC", "forfeiture", "imposed", 57e6)],
    ),
    (
        "the range of the guidelines",
        ALONE + "Under federal sentencing guidelines, Miller faces a likely range of 46 to 57 months in prison.",
        [(MILLER, "imprisonment", "sought", 57)],
    ),
    (
        "the maximum beside the guidelines",
        ALONE + "Miller faces a maximum of 10 years in prison; the court will look at the advisory guidelines, too.",
        [(MILLER, "imprisonment", "maximum", 120)],
    ),
    (
        "what a crime can be punished by",
        ALONE + "Money laundering, for instance, can be punished by up to 20 years in federal prison.",
        [(MILLER, "imprisonment", "maximum", 240)],
    ),
    (
        "two whom the text counts, one of them named last",
        START + "The two men were sentenced to five years in prison.",
        [(MILLER, "imprisonment", "imposed", 60), (STONE, "imprisonment", "imposed", 60)],
    ),
    ("more than the accused are", START + "The three men were sentenced to five years in prison.", []),
    ("how many of another case", START + "Six defendants in that case were sentenced to life in prison.", []),
    (
        "they, of whom the sentence before names one",
        START + "They were each sentenced to two years in prison.",
        [(MILLER, "imprisonment", "imposed", 24), (STONE, "imprisonment", "imposed", 24)],
    ),
    (
        "companies that are counted are no people",
        "Northgate Ltd. and Southgate Inc. pleaded guilty to fraud. The two companies were sentenced to pay a total of "
        "$1.25 million in fines.",
        [("Northgate Ltd.", "fine", "imposed", 1.25e6), ("Southgate Inc.", "fine", "imposed", 1.25e6)],
    ),
    (
        "a range in which the terms of two lie",
        START + "The two men were sentenced to between five and six years in prison.",
        [],
    ),
    (
        "what a number of companies and people agreed to pay together",
        ALONE + "Including Miller, 32 companies and 46 executives have been charged and have agreed to pay more than "
        "$2.4 billion in criminal fines. Each of the charged executives have agreed to plead guilty and to pay "
        "more than $3 billion in criminal fines.",
        [],
    ),
    (
        "what a law sets for anybody",
        "For example, in France, the company Vitor was fined $300,000 for the same bribery scheme that it was fined "
        "$17 million for in the United States. In total, the FCPA provides that corporations may be fined up to $25 "
        "million USD and individuals may be fined of up to $5 million USD.",
        [("Vitor", "fine", "imposed", 17000000), ("Vitor", "fine", "imposed", 300000)],
    ),
    ("terms that range", START + "They received sentences ranging from two years in prison to life in prison.", []),
    ("his brother is somebody else", ALONE + "Miller's brother was sentenced to five years in prison.", []),
    ("his lawyer, too", ALONE + "His lawyer was sentenced to five years in prison.", []),
    (
        "a mandatory term is a minimum",
        ALONE + "The identity theft charge carries a mandatory sentence of two years in prison.",
        [(MILLER, "imprisonment", "minimum", 24)],
    ),
    (
        "what makes a felony",
        ALONE + "Miller had been convicted of a crime punishable by more than one year in prison.",
        [],
    ),
    (
        "what a sentence follows does not tell what it is",
        ALONE + "Miller was ordered to serve a supervised release term of three years following his prison sentence.",
        [(MILLER, "probation", "imposed", 36)],
    ),
    (
        "supervised release for a lifetime",
        ALONE + "Miller was sentenced to 60 months in prison, to be followed by lifetime supervised release.",
        [(MILLER, "imprisonment", "imposed", 60), (MILLER, "probation", "imposed", "life")],
    ),
    (
        "a term, and after what",
        ALONE + "Miller was jailed for 10 years and four months after police found drugs in his home.",
        [(MILLER, "imprisonment", "imposed", 124)],
    ),
    (
        "a maximum in other words, and no verb of penalty",
        ALONE + "The charge provides a sentence of no greater than 10 years in prison and a fine of $250,000.",
        [(MILLER, "fine", "maximum", 250_000), (MILLER, "imprisonment", "maximum", 120)],
    ),
    (
        "to commit a crime commits nobody to prison",
        ALONE + "The maximum penalty Miller faces for conspiring to commit fraud is twenty years of incarceration.",
        [(MILLER, "imprisonment", "maximum", 240)],
    ),
    (
        "a sum of another verb after a penalty",
        ALONE + "Miller will pay $9 million in taxes and penalties, abandon his $2 million refund claim and step down.",
        [],
    ),
    ("what was paid before any order", ALONE + "Prior to his plea, Miller paid $132,787 in restitution.", []),
    (
        "what a court has still to accept",
        ALONE + "Under the plea agreement, if accepted by the court, Miller will be sentenced to 16 years in prison.",
        [],
    ),
    (
        "what was paid before, and what was ordered",
        ALONE + "Miller paid $5,000 in restitution prior to sentencing, and he was ordered to pay a $700 fine.",
        [(MILLER, "fine", "imposed", 700)],
    ),
    (
        "an attorney of workers, and of nobody",
        "John Miller was charged with fraud. A workers' compensation attorney was sentenced to four years in prison.",
        [(MILLER, "imprisonment", "imposed", 48)],
    ),
    (
        "all of several of whom some are named",
        START + "All five defendants agreed to pay restitution.",
        [(MILLER, "restitution", "imposed", None), (STONE, "restitution", "imposed", None)],
    ),
    ("a sentence that was undone", ALONE + "Miller's 10-year sentence was overturned.", []),
    ("a sentence that a court undid", ALONE + "The court quashed a sentence of five years imposed on Miller.", []),
    (
        "what prosecutors had asked for, beside what was given",
        ALONE + "Miller was sentenced to six years in prison, less than the nine years sought by prosecutors.",
        [(MILLER, "imprisonment", "imposed", 72), (MILLER, "imprisonment", "sought", 108)],
    ),
    (
        "years that prosecutors ask for, and no more words",
        ALONE + "Prosecutors asked for ten years.",
        [(MILLER, "imprisonment", "sought", 120)],
    ),
    ("how far back prosecutors ask", ALONE + "Prosecutors sought two years of bank records.", []),
    ("how long they ask to wait", ALONE + "Prosecutors asked for a 10-month delay in the trial.", []),
    ("years that somebody else asked for", ALONE + "Miller asked for five years to repay the loan.", []),
    (
        "what prosecutors say should be",
        ALONE + "A prosecutor told the court Miller should serve 12 years in prison.",
        [(MILLER, "imprisonment", "sought", 144)],
    ),
    ("what critics say should be", ALONE + "Critics say Miller should get 20 years in prison.", []),
    (
        "an office that nobody may hold any more",
        ALONE + "Miller is ineligible to ever hold any public office in the state.",
        [(MILLER, "ban", "imposed", None)],
    ),
    (
        "ineligible for a time",
        ALONE + "Miller was declared ineligible for public office for two years.",
        [(MILLER, "ban", "imposed", 24)],
    ),
    (
        "banned for life",
        ALONE + "Miller, who was banned for life in 2016, was sentenced to five years in prison.",
        [(MILLER, "ban", "imposed", "life"), (MILLER, "imprisonment", "imposed", 60)],
    ),
    ("a lifetime ban", ALONE + "The commission handed Miller a lifetime ban.", [(MILLER, "ban", "imposed", "life")]),
    (
        "prohibited for a time",
        ALONE + "Miller was prohibited from acting as a director for seven years.",
        [(MILLER, "ban", "imposed", 84)],
    ),
    (
        "enjoined, with a town's short form between",
        ALONE + "A court in Reno, Nev., enjoined Miller, a preparer in Lugo, Nev., from preparing tax returns.",
        [(MILLER, "ban", "imposed", None)],
    ),
    (
        "dismissed from a force",
        ALONE + "Miller was dismissed from the police force after his conviction.",
        [(MILLER, "other", "imposed", None)],
    ),
    ("stripped of a title", ALONE + "Miller was stripped of his rank and title.", [(MILLER, "other", "imposed", None)]),
    (
        "a licence that is revoked",
        ALONE + "Miller's license was revoked by the court.",
        [(MILLER, "other", "imposed", None)],
    ),
    (
        "deported",
        ALONE + "The judge ordered Miller deported to Mexico following his sentence.",
        [(MILLER, "other", "imposed", None)],
    ),
    (
        "agreed to go",
        ALONE + "As part of the plea agreement, Miller agreed to resign from office.",
        [(MILLER, "other", "imposed", None)],
    ),
    (
        "a licence surrendered",
        ALONE + "Miller was ordered to surrender his medical license.",
        [(MILLER, "other", "imposed", None)],
    ),
    (
        "what must be paid back",
        ALONE + "Miller must make full restitution.",
        [(MILLER, "restitution", "imposed", None)],
    ),
    (
        "the money to be repaid",
        ALONE + "Miller was ordered to repay the money.",
        [(MILLER, "restitution", "imposed", None)],
    ),
    (
        "restitution beside a term",
        ALONE + "Miller was sentenced to a year in prison and restitution.",
        [(MILLER, "imprisonment", "imposed", 12), (MILLER, "restitution", "imposed", None)],
    ),
    (
        "restitution without a sum after a sum forfeited",
        ALONE + "Miller was ordered to forfeit $5,000, and ordered to pay restitution to the state.",
        [(MILLER, "forfeiture", "imposed", 5000), (MILLER, "restitution", "imposed", None)],
    ),
    (
        "things forfeited",
        ALONE + "Miller agreed to forfeit the bribe proceeds he received from the scheme.",
        [(MILLER, "forfeiture", "imposed", None)],
    ),
    (
        "a house confiscated",
        ALONE + "The court ordered the confiscation of his assets.",
        [(MILLER, "forfeiture", "imposed", None)],
    ),
    ("probation without a length", ALONE + "Miller was placed on probation.", [(MILLER, "probation", "imposed", None)]),
    (
        "a fine without a sum",
        ALONE + "Miller was also fined and prohibited from holding office.",
        [(MILLER, "ban", "imposed", None), (MILLER, "fine", "imposed", None)],
    ),
    ("time served", ALONE + "Miller was sentenced to time served.", [(MILLER, "other", "imposed", None)]),
    (
        "a monitor with a term is told once",
        ALONE + "Miller was ordered to retain an independent compliance monitor for a three-year period.",
        [(MILLER, "other", "imposed", 36)],
    ),
    ("what may be ordered", ALONE + "Miller could be barred from holding office if convicted.", []),
    ("what lawmakers want", ALONE + "Lawmakers want Miller removed from office.", []),
    ("what critics want", ALONE + "Critics say Miller should be banned from office.", []),
    ("what he himself banned", ALONE + "As a minister Miller banned smoking from public offices.", []),
    ("his lawyer's", ALONE + "Miller's lawyer was struck off.", []),
    ("an official's in another case", ALONE + "A judge was removed from office in another case.", []),
    ("somebody before he lost his office", ALONE + "President Kane spoke before he was removed from office.", []),
    ("a pass given up for bail", ALONE + "Miller was released on bail and ordered to surrender his passport.", []),
    ("an extradition by another name", ALONE + "Miller was deported from China to Spain to face the charges.", []),
    ("left, and not because he had to", ALONE + "Miller resigned from office in May.", []),
    ("a hearing to come", ALONE + "Miller is scheduled for a restitution hearing.", []),
    ("an earlier probation", ALONE + "Miller was on probation at the time of the theft.", []),
    ("with whom nobody may trade", ALONE + "U.S. persons are prohibited from doing business with Miller.", []),
    ("what others are sued to do", ALONE + "Miller's lawyers sued the city to require it to return funds.", []),
    ("what the indictment wants", ALONE + "The indictment seeks forfeiture of all assets.", []),
    (
        "one of each of two, respectively",
        START + "Miller and Stone were sentenced to prison and probation, respectively.",
        [],
    ),
    (
        "probation as a state to come",
        ALONE + "Miller will be on probation for three years.",
        [(MILLER, "probation", "imposed", 36)],
    ),
    (
        "years to be spent",
        ALONE + "Miller will spend three years on supervised release.",
        [(MILLER, "probation", "imposed", 36)],
    ),
    ("years spent before a trial", ALONE + "Miller spent three years in prison before his trial.", []),
    (
        "what the sentence includes",
        ALONE + "The sentence includes two years on probation.",
        [(MILLER, "probation", "imposed", 24)],
    ),
    ("what another thing includes", ALONE + "The package includes three years of supervision.", []),
    (
        "a probationary term",
        ALONE + "A two-year probationary term was imposed on Miller.",
        [(MILLER, "probation", "imposed", 24)],
    ),
    (
        "a judge imposes, on nobody named",
        ALONE + "The judge imposed a term of 41 months and a fine of $5,000.",
        [(MILLER, "fine", "imposed", 5000), (MILLER, "imprisonment", "imposed", 41)],
    ),
    ("a regulator imposes elsewhere", ALONE + "The regulator imposed a $5 million fine in another case.", []),
    (
        "a judgment entered",
        ALONE + "The court entered a forfeiture judgment against Miller in the amount of $2.5 million.",
        [(MILLER, "forfeiture", "imposed", 2500000)],
    ),
    ("an order that somebody made himself", ALONE + "Miller made an order of $5 million against the bank.", []),
    (
        "the same amount",
        ALONE + "Miller was ordered to pay $5 million in restitution and to forfeit the same amount.",
        [(MILLER, "forfeiture", "imposed", 5000000), (MILLER, "restitution", "imposed", 5000000)],
    ),
    (
        "an amount to come",
        ALONE + "Miller was ordered to pay restitution, in an amount to be determined.",
        [(MILLER, "restitution", "imposed", None)],
    ),
    ("will have to pay", ALONE + "Miller will have to pay restitution.", [(MILLER, "restitution", "imposed", None)]),
    (
        "years and a half",
        ALONE + "The plea agreement provides for a recommended sentence of 24 and a half years in prison.",
        [(MILLER, "imprisonment", "sought", 294)],
    ),
    (
        "the prosecution's request",
        ALONE + "The judge rejected the prosecution's request for a 20-year sentence.",
        [(MILLER, "imprisonment", "sought", 240)],
    ),
    ("another's request", ALONE + "Miller's request for a five-year visa was rejected.", []),
    (
        "asked for each",
        START + "Prosecutors asked for five years for Miller and four years for Stone.",
        [(MILLER, "imprisonment", "sought", 60), (STONE, "imprisonment", "sought", 48)],
    ),
    (
        "asked for both",
        START + "Prosecutors recommended that both serve at least three years in prison.",
        [(MILLER, "imprisonment", "sought", 36), (STONE, "imprisonment", "sought", 36)],
    ),
    (
        "each of two",
        START + "Each must also serve three years of supervised release.",
        [(MILLER, "probation", "imposed", 36), (STONE, "probation", "imposed", 36)],
    ),
    (
        "each of the charges, whosoever they are",
        START + "Stone is charged with two counts of fraud, each of which carries up to five years in prison.",
        [(STONE, "imprisonment", "maximum", 60)],
    ),
    (
        "somebody else of whom the sentence speaks",
        ALONE + "Agnes Stone, a clerk, said that under the deal there would be five months in prison to serve.",
        [],
    ),
    ("somebody whom no rule takes for a person", ALONE + "Kronz was sentenced to life in prison in 2013.", []),
    (
        "what a man who threatened him wanted",
        ALONE
        + "Prosecutors said that Miller lied because he had threatened his son and demanded the return of $2,000.",
        [],
    ),
    (
        "how long somebody worked, before what he was sentenced to",
        ALONE + "Miller, a 14-year employee sentenced to two years in prison, appealed.",
        [(MILLER, "imprisonment", "imposed", 24)],
    ),
    (
        "days of something else between two penalties",
        ALONE
        + "Miller was sentenced to 60 days in jail, five years formal probation, 45 days of road work or the like.",
        [(MILLER, "imprisonment", "imposed", 2), (MILLER, "probation", "imposed", 60)],
    ),
    (
        "the defendant, whom the sentence before names",
        START + "Miller sold the posts. If convicted, the defendant faces a maximum sentence of nine years in prison.",
        [(MILLER, "imprisonment", "maximum", 108)],
    ),
    ("what he earned", ALONE + "Some $642,069 in compensation earned by Miller were returned to his account.", []),
    (
        "arms left with the court",
        ALONE + "Miller was ordered to surrender custody of his firearms until the trial.",
        [],
    ),
    (
        "what prosecutors had asked for two whom one sentence fell on",
        START + "Miller and Stone were sentenced to 10 months in prison. Prosecutors had asked for 24 months.",
        [
            (MILLER, "imprisonment", "imposed", 10),
            (MILLER, "imprisonment", "sought", 24),
            (STONE, "imprisonment", "imposed", 10),
            (STONE, "imprisonment", "sought", 24),
        ],
    ),
    (
        "what they had asked, of two with a term each nobody knows for whom",
        START + "Miller was sentenced to 10 months in prison and Stone was sentenced to 12 months in prison. "
        "Prosecutors had asked for 24 months.",
        [(MILLER, "imprisonment", "imposed", 10), (STONE, "imprisonment", "imposed", 12)],
    ),
    (
        "what follows the terms of both",
        START + "Miller was sentenced to 12 months and Stone to 10 months, both followed by three years of supervised "
        "release.",
        [
            (MILLER, "imprisonment", "imposed", 12),
            (MILLER, "probation", "imposed", 36),
            (STONE, "imprisonment", "imposed", 10),
            (STONE, "probation", "imposed", 36),
        ],
    ),
    ("not sentenced", ALONE + "Miller was not sentenced to five years in prison.", []),
]


@pytest.mark.parametrize(("about", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_penalties(
    nlp: Language, about: str, text: str, expected: list[tuple[str, str, str, float | str | None]]
) -> None:
    assert penalties(nlp, text) == sorted(expected, key=str), about


def test_every_list_of_wordings_is_used_and_every_one_used_is_a_list() -> None:
    used = {name for template in TEMPLATES.values() for name in re.findall(r"<(\w+)>", template)}
    assert used == set(load_words("penalties")["wording"])


def test_a_wording_is_added_in_the_list_alone(nlp: Language, monkeypatch: pytest.MonkeyPatch) -> None:
    text = ALONE + "Miller was sentenced to two years in prison that were later scrubbed."
    assert penalties(nlp, text) == [(MILLER, "imprisonment", "imposed", 24)]
    monkeypatch.setitem(load_words("penalties")["wording"], "overturned", ["overturned", "scrubbed"])
    wording.cache_clear()
    assert penalties(nlp, text) == []
    wording.cache_clear()
