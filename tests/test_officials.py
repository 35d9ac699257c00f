"""Who judges or prosecutes in made-up texts: (what it covers, text, those named so)."""

import pytest

from cases.extraction import people
from cases.language.mentions import Mentions
from cases.language.model import load_model
from cases.language.officials import holds_office
from cases.language.reading import Reading, parse
from cases.records import Document

CASES = [
    ("a judge", "Judge Ann Lee closed the hearing.", {"Ann Lee"}),
    ("a justice", "He stood before Brooklyn Supreme Court Justice Dan Chun.", {"Dan Chun"}),
    ("a prosecutor", "U.S. Attorney Paul Winter spoke on Monday.", {"Paul Winter"}),
    (
        "one of two prosecutors",
        "Assistant U.S. Attorneys Paul Winter and Laura Stein appeared.",
        {"Paul Winter", "Laura Stein"},
    ),
    ("a former prosecutor", "Former U.S. Attorney Paul Winter was charged.", set()),
    ("whom a ministry looks into", "A Justice Department probe into Carl Sender ended.", set()),
    ("who flees from justice", "He is a fugitive from justice. Carl Sender is in jail.", set()),
    ("whom prosecutors speak of", "Prosecutors say Carl Sender took bribes.", set()),
]


@pytest.mark.parametrize(("what", "text", "expected"), CASES, ids=[c[0] for c in CASES])
def test_officials(what: str, text: str, expected: set[str]) -> None:
    document = Document("made", text, "made.txt", "")
    [(_, doc)] = parse(load_model(), [document])
    reading = Reading(document, doc)
    found, named = people.find(reading)
    mentions = Mentions(found, (), named)
    refs = {m.ref for m in named}
    assert {found[ref.index].name for ref in refs if holds_office(doc, mentions, ref)} == expected, what
