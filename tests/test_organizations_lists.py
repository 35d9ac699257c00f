"""Bodies in lists, with lost marks and beside titles, in made-up texts: (what it covers, text, bodies)."""

import pytest

from cases.extraction import organizations, people
from cases.language.model import load_model
from cases.language.reading import Reading, parse
from cases.records import Document


def bodies(text: str) -> set[str]:
    document = Document("made", text, "made.txt", "")
    [(_, doc)] = parse(load_model(), [document])
    reading = Reading(document, doc)
    return {f"{o.name} | {o.kind}" for o in organizations.find(reading, people.find(reading)[1])[0]}


ROWS = [
    (
        "services that a business gives, and those that a state gives",
        "Oren Wale ran the Velmar Tax Service and Sorin Locator Services, and called the Velmar Weather Service and "
        "Velmar Human Services.",
        {
            "Velmar Tax Service | company",
            "Sorin Locator Services | company",
            "Velmar Weather Service | government",
            "Velmar Human Services | government",
        },
    ),
    (
        "a centre that treats people, and one of the state",
        "She owned the Velmar Medical Rehabilitation Center. He led the National Targeting Center.",
        {"Velmar Medical Rehabilitation Center | company", "National Targeting Center | government"},
    ),
    (
        "companies by their trade, joined by and",
        "He laundered money through Velma DX Supply and Ortho Pain Solutions, both in Reno.",
        {"Velma DX Supply | company", "Ortho Pain Solutions | company"},
    ),
    (
        "an office after a comma",
        "The Railroad Retirement Board, Office of Inspector General, investigated.",
        {
            "Railroad Retirement Board | government",
            "Railroad Retirement Board, Office of Inspector General | law_enforcement",
        },
    ),
    (
        "an office before the title of its agent",
        "He thanked the Velmar Works Agency-Office of Inspector General Special Agent in Charge Oren Wale.",
        {"Velmar Works Agency | government", "Velmar Works Agency-Office of Inspector General | law_enforcement"},
    ),
    (
        "a lost possessive of generals",
        "It was found by the Velmar Attorney Generals Medicaid Fraud Control Unit.",
        {"Medicaid Fraud Control Unit | law_enforcement"},
    ),
    (
        "a section before a title of several words",
        "The case was prosecuted by Wildlife Section Senior Trial Attorney Oren Wale.",
        {"Wildlife Section | government"},
    ),
    (
        "the plural of what several departments are",
        "It was announced by the Departments of Energy on Monday.",
        {"Department of Energy | government"},
    ),
    (
        "a word that has run into the name",
        "The case went to the Internal Review Unitis said Oren Wale.",
        {"Internal Review Unit | government"},
    ),
    (
        "a section of a district whose apostrophe is lost, and of a state that ends with s",
        "He thanked the District of Columbias Fraud Section. She left the District of Kansas Fraud Section.",
        {"Fraud Section | prosecution", "District of Kansas Fraud Section | prosecution"},
    ),
    ("a subcommittee", "He sits in the Civil Rights Subcommittee.", {"Civil Rights Subcommittee | government"}),
    (
        "prosecutors of a region",
        "The regional prosecutor's office in Velmar opened a file.",
        {"regional prosecutor's office | prosecution"},
    ),
    (
        "a newspaper that opens its sentence",
        "Velmarsk Gazeta daily said on Tuesday that he left.",
        {"Velmarsk Gazeta | media"},
    ),
    (
        "revenue that the list holds with an apostrophe",
        "Her Majesty's Revenue and Customs helped.",
        {"Her Majesty's Revenue and Customs | law_enforcement"},
    ),
]
NONE = [
    ("an award", "He received the Award for Exceptional Service and Ten Distinguished Service awards."),
    ("what somebody heads", "It was signed by Head of Civil Service, Oren Wale."),
    ("attorneys, of whom offices are", "He helps the Offices of the U.S. Attorneys on policy."),
    ("a headline in capitals", "He left.\n\nWHO WERE RAIDED\n\nThe men left too."),
    ("who owns a picture", "He left on Monday.\n\nimage copyrightVelmar Features\n\nHe came back."),
    ("a court's district in the title of a case", "It is United States v. Sorin, No. 2:09-CV-61 (E.D. Cal.)."),
    ("papers of a company", "The firm's Articles of Organization list him."),
]


@pytest.mark.parametrize(("what", "text", "expected"), ROWS, ids=[r[0] for r in ROWS])
def test_bodies(what: str, text: str, expected: set[str]) -> None:
    assert bodies(text) == expected, what


@pytest.mark.parametrize(("what", "text"), NONE, ids=[n[0] for n in NONE])
def test_no_body(what: str, text: str) -> None:
    assert bodies(text) == set(), what
