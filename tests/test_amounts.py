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
    ("restitution", "He must pay $5,000 in restitution.", {("$5,000", "restitution")}),
    ("bail", "Bail was set at $20,000.", {("$20,000", "bail")}),
    ("a contract", "The firm won a $3 million contract.", {("$3 million", "contract")}),
    ("a conversion is of the same kind", "He took $10m (£8m) in bribes.", {("$10m", "bribe"), ("£8m", "bribe")}),
    ("in exchange", "He gave protection in exchange for a $1 million donation.", {("$1 million", "bribe")}),
    ("two kinds named", "She laundered $60,000 in bribes.", {("$60,000", "laundered"), ("$60,000", "bribe")}),
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
