"""What a sum is, by the words around it. All people and cases are invented."""

import pytest
from spacy.language import Language

from cases.extraction import extract_one
from cases.records import Document

CASES = [
    ("a noun after the sum", "He offered a $2 million bribe.", {("$2 million", "bribe")}),
    ("in a noun", "She took $40,000 in kickbacks.", {("$40,000", "bribe")}),
    ("a noun before the sum", "They paid bribes totaling $7,000.", {("$7,000", "bribe")}),
    ("a verb before a thing", "He stole $90,000 in settlements.", {("$90,000", "embezzled")}),
    ("a fine", "The bank was hit with a £215,000 fine.", {("£215,000", "fine")}),
    (
        "what a sum comes to in another money is of its kind, a loss beside it is not",
        "Harbour Bank was ordered to pay $70m (£50m) to settle a case of laundering, and lost £9m ($12m).",
        {("$70m", "fine"), ("£50m", "fine"), ("£9m", "loss"), ("$12m", "loss")},
    ),
    ("a crime of so much", "She faces an enhancement for white collar crime over $100,000.", {("$100,000", "loss")}),
    (
        "damages that somebody is ordered to pay, and damages done",
        "Anna Krol was convicted of fraud. Krol did $7,000 in damages. Krol was ordered to pay $5,000 in damages.",
        {("$7,000", "loss"), ("$5,000", "restitution")},
    ),
    ("restitution", "He must pay $5,000 in restitution.", {("$5,000", "restitution")}),
    ("bail", "Bail was set at $20,000.", {("$20,000", "bail")}),
    ("a contract", "The firm won a $3 million contract.", {("$3 million", "contract")}),
    ("a conversion is of the same kind", "He took $10m (£8m) in bribes.", {("$10m", "bribe"), ("£8m", "bribe")}),
    ("in exchange", "He gave protection in exchange for a $1 million donation.", {("$1 million", "bribe")}),
    ("two kinds named", "She laundered $60,000 in bribes.", {("$60,000", "laundered"), ("$60,000", "bribe")}),
    (
        "no act by its participle",
        "He spent the stolen pensions on trips, including $800 for a flight.",
        {("$800", "payment")},
    ),
    ("the source of what was stolen", "He stole money from a $2 billion fund.", {("$2 billion", "asset")}),
    ("to be frozen", "She ordered assets worth $2 million to be frozen.", {("$2 million", "seized")}),
    (
        "a gift in a case of bribery",
        "Anna Krol was charged with bribery on Monday. She received jewelry worth $6,000 from a builder.",
        {("$6,000", "bribe")},
    ),
    (
        "the same words where nobody is charged with bribery",
        "Anna Krol was charged with arson on Monday. She received jewelry worth $6,000 from a builder.",
        {("$6,000", "asset")},
    ),
    (
        "money that moved in a case of laundering",
        "Anna Krol was charged with money laundering on Monday. She transferred $6,000 to a builder.",
        {("$6,000", "laundered")},
    ),
    (
        "a sum of another sentence, which speaks of nobody accused",
        "Anna Krol was charged with theft on Monday. A new rule limits salaries of clerks to $1,700.",
        {("$1,700", "payment")},
    ),
    ("a claim paid by a programme for the sick", "Medicare paid about $6,000 on those claims.", {("$6,000", "loss")}),
    ("paid to settle", "The builder has paid $6 million to settle its part of the case.", {("$6 million", "fine")}),
    ("an informer's share", "The whistleblower, a nurse, will receive $6,000.", {("$6,000", "payment")}),
    (
        "recovered by a state",
        "Since May the office has recovered $6 million for taxpayers.",
        {("$6 million", "restitution")},
    ),
    ("a noun like a verb", "The fund promised monthly returns of $2,000.", {("$2,000", "gain")}),
    ("what is measured", "The road contracts were valued at $6 million.", {("$6 million", "contract")}),
    ("a case about a deal", "He is accused in the $6 million helicopter deal case.", {("$6 million", "contract")}),
    ("assets that were forfeited", "They will share $6 million in forfeited assets.", {("$6 million", "forfeiture")}),
    ("lawsuits on assets", "It filed forfeiture lawsuits on $6 million in assets.", {("$6 million", "forfeiture")}),
    (
        "proceeds moved to hide them",
        "She transferred $6,000 of the proceeds to a shop to conceal where they came from.",
        {("$6,000", "laundered")},
    ),
    ("proceeds that nobody hides", "She transferred $6,000 of the proceeds to her brother.", {("$6,000", "gain")}),
    ("a loss of accounts", "The bank reported a $6 million net loss.", {("$6 million", "other")}),
    ("once for two mentions", "He stole $9,000. He stole $9,000.", {("$9,000", "embezzled")}),
]


@pytest.mark.parametrize(("about", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_kinds(nlp: Language, about: str, text: str, expected: set[tuple[str, str]]) -> None:
    facts = extract_one(Document("d", text, "d.txt", ""), nlp(text))
    found = [(a.text, a.kind) for a in facts.amounts]
    assert set(found) == expected, about
    assert len(found) == len(expected), about


def test_exact_in_one_place_and_approximate_in_another_is_approximate(nlp: Language) -> None:
    text = "He stole $9,000. Prosecutors say that he stole about $9,000."
    (only,) = extract_one(Document("d", text, "d.txt", ""), nlp(text)).amounts
    assert only.qualifier == "approximately"


PARTIES = [
    ("who took", "Anna Krol took $40,000 in bribes from Jan Maly.", {("$40,000", "Anna Krol")}),
    ("through a measure", "Anna Krol received kickbacks totaling $40,000.", {("$40,000", "Anna Krol")}),
    ("the taker before the payer", "Jan Maly paid a $2,000 bribe to Anna Krol.", {("$2,000", "Anna Krol")}),
    ("the payer of an unnamed taker", "Jan Maly paid an inspector $2,000 in bribes.", {("$2,000", "Jan Maly")}),
    ("accused of the act", "Prosecutors accused Anna Krol of stealing $9,000.", {("$9,000", "Anna Krol")}),
    ("the act in a prepositional phrase", "Jan Maly was jailed for embezzling $9,000.", {("$9,000", "Jan Maly")}),
    ("the agent of a passive", "About $9,000 was embezzled by Jan Maly.", {("$9,000", "Jan Maly")}),
    ("fined", "Jan Maly was fined $9,000.", {("$9,000", "Jan Maly")}),
    ("salary", "Anna Krol was paid a salary of $90,000.", {("$90,000", "Anna Krol")}),
    ("bail for", "Bail for Anna Krol was set at $20,000.", {("$20,000", "Anna Krol")}),
    ("a part in a fraud", "Anna Krol played a key role in a $2 million fraud.", {("$2 million", "Anna Krol")}),
    ("nobody near by", "Anna Krol spoke of a loss of $90,000.", {("$90,000", None)}),
    ("apart from the verb", "Anna Krol promised help in exchange for a $90,000 gift.", {("$90,000", None)}),
    ("denied", "Anna Krol did not take $40,000 in bribes.", {("$40,000", None)}),
    (
        "once without, once with",
        "Bribes of $7,000 were paid. Jan Maly took $7,000 in bribes.",
        {("$7,000", "Jan Maly")},
    ),
    (
        "the same sum of two",
        "Anna Krol took $7,000 in bribes. Jan Maly took $7,000 in bribes.",
        {("$7,000", "Anna Krol"), ("$7,000", "Jan Maly")},
    ),
]


@pytest.mark.parametrize(("about", "text", "expected"), PARTIES, ids=[c[0] for c in PARTIES])
def test_party(nlp: Language, about: str, text: str, expected: set[tuple[str, str | None]]) -> None:
    facts = extract_one(Document("d", text, "d.txt", ""), nlp(text))
    found = [(a.text, facts.people[a.party.index].name if a.party else None) for a in facts.amounts]
    assert set(found) == expected, about
    assert len(found) == len(expected), about
