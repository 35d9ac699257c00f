"""Who is meant in made-up texts: (what it covers, text, word, the names that it stands for)."""

import pytest

from cases.extraction import coreference, organizations, people
from cases.language.mentions import Mentions
from cases.language.model import load_model
from cases.language.reading import Reading, parse
from cases.records import Document


def read(text: str) -> tuple[Mentions, Reading]:
    document = Document("made", text, "made.txt", "")
    [(_, doc)] = parse(load_model(), [document])
    reading = Reading(document, doc)
    named, mentions = people.find(reading)
    bodies, more = organizations.find(reading, mentions)
    return coreference.resolve(reading, named, bodies, [*mentions, *more]), reading


CASES = [
    (
        "two who are named together",
        "Carl Sender and Anna Keller ran the firm. They were charged.",
        "They",
        {"Carl Sender", "Anna Keller"},
    ),
    (
        "prosecutors who speak are not meant",
        "Prosecutors said Carl Sender and Anna Keller ran the firm. They were charged.",
        "They",
        {"Carl Sender", "Anna Keller"},
    ),
    (
        "other people may be meant",
        "The officers and their wives met. Carl Sender and Anna Keller lied when the officers said they paid.",
        "they",
        set(),
    ),
    ("one and whom he met may all be meant", "Carl Sender met Anna Keller and Peter Novak. They paid.", "They", set()),
    ("one alone is not several", "Carl Sender was charged. They paid.", "They", set()),
    (
        "both of two",
        "Carl Sender and Anna Keller ran the firm. Both were charged.",
        "Both",
        {"Carl Sender", "Anna Keller"},
    ),
    (
        "both is not three",
        "Carl Sender, Anna Keller and Peter Novak ran the firm. Both were charged.",
        "Both",
        set(),
    ),
    (
        "the couple before anybody is accused",
        "Carl Sender and Anna Keller ran the firm. The couple paid.",
        "couple",
        {"Carl Sender", "Anna Keller"},
    ),
    (
        "whom a text identifies as the defendant",
        "The prosecutor identified the defendant as Carl Sender, 51, of Velmar. The defendant lied to Anna Keller.",
        "defendant",
        {"Carl Sender"},
    ),
    ("a pronoun after the only man", "Carl Sender was charged. He denies it.", "He", {"Carl Sender"}),
    ("gender leaves one", "Carl Sender met Anna Keller. She paid.", "She", {"Anna Keller"}),
    ("the subject of the sentence before", "Carl Sender paid Peter Novak. He denies it.", "He", {"Carl Sender"}),
    ("two subjects leave it open", "Carl Sender and Peter Novak spoke. He denies it.", "He", set()),
    ("no woman is named", "Carl Sender was charged. She denies it.", "She", set()),
    ("the defendant", "Carl Sender was charged with fraud. The defendant lied.", "defendant", {"Carl Sender"}),
    (
        "the defendant before the name",
        "A man was charged. The defendant lied. Carl Sender was charged with fraud.",
        "defendant",
        {"Carl Sender"},
    ),
    (
        "a defendant is not who is named much later",
        "The defendant lied. " + "The court rose early on that day. " * 14 + "Carl Sender was charged with fraud.",
        "defendant",
        set(),
    ),
    (
        "the defendant of one of several cases is not that of another",
        "In People v. Anna Keller the jury ruled: Anna Keller was convicted of fraud. In State v. Peter Novak, the "
        "defendant fired a gun.",
        "defendant",
        set(),
    ),
    (
        "the defendants are all who were charged",
        "Carl Sender and Peter Novak were charged with fraud. The defendants lied.",
        "defendants",
        {"Carl Sender", "Peter Novak"},
    ),
    (
        "the office leaves one",
        "Former minister Carl Sender met Anna Keller. The former minister paid.",
        "minister",
        {"Carl Sender"},
    ),
    ("the company", "Northgate Movers LLC was fined. The company paid.", "company", {"Northgate Movers LLC"}),
    (
        "the company is not the one whose official is spoken of",
        "Northgate Movers LLC was fined. A former Sorin Marine Inc. official was charged. The company paid.",
        "company",
        {"Northgate Movers LLC"},
    ),
    (
        "the bank is no oil company",
        "Sorin Marine Inc. sold oil. It was also said to have linked the bank to a bribe.",
        "bank",
        set(),
    ),
    (
        "two companies leave it open",
        "Northgate Movers LLC and Sorin Marine Inc. were fined. The company paid.",
        "company",
        set(),
    ),
    (
        "a surname that the wife bears too is the man's whom the text named first",
        "Carl Sender was charged with fraud with his wife, Anna Sender. Sender denies it.",
        "Sender",
        {"Carl Sender"},
    ),
    (
        "the wife whom the text calls by title is not meant by the surname alone",
        "Carl Sender denies it. He paid Anna Sender. Mrs Sender spoke. Sender left early.",
        "Sender",
        {"Carl Sender"},
    ),
    (
        "who is named in full twice before his father once",
        "Carl Sender was charged. Carl Sender is a son of the painter Otto Sender. Sender denies it.",
        "Sender",
        {"Carl Sender"},
    ),
    (
        "the family name that comes first",
        "President Chae Ri-young met Carl Sender. Chae was charged with fraud.",
        "Chae",
        {"Chae Ri-young"},
    ),
    (
        "a first family name that a son introduced later has as his last",
        "Carl Orsini Pasco led the union. Orsini, also a senator, left. A letter came from his son, Abel Orsini. "
        "Later that year Orsini set up a trust.",
        "Orsini",
        {"Carl Orsini Pasco"},
    ),
    (
        "a judge whom the text names twice takes no family name from the accused",
        "Chief Judge Ruth Sender heard the case on Monday. Carl Sender was charged. Chief Judge Ruth Sender closed the "
        "hearing. On Monday, Sender, a clerk, pleaded guilty.",
        "Sender",
        {"Carl Sender"},
    ),
    (
        "of two brothers named alike the surname means neither",
        "Carl Sender and Peter Sender denied it. Sender was charged with fraud.",
        "Sender",
        set(),
    ),
    (
        "a surname that is a word of the dictionary begins the sentence",
        "Leonard Hasty was charged with fraud. Hasty, originally from Oslo, received a six-year sentence.",
        "Hasty",
        {"Leonard Hasty"},
    ),
    (
        "a word of the dictionary that is no name there",
        "Leonard Grave was charged with fraud. Grave mistakes were made.",
        "Grave",
        set(),
    ),
    (
        "a pronoun after somebody unnamed in its sentence",
        "Peter Novak stayed. Carl Sender left. The candidate had a record, in which he was accused of theft.",
        "he",
        set(),
    ),
    (
        "a pronoun after a subject of whom nothing but a surname is known",
        "Peter Novak left the court. When Peter Novak asked for it, Poroshenko agreed, even if he had to pay.",
        "he",
        set(),
    ),
    (
        "a pronoun in the sentence after a family name that several bear",
        "Jomo Kenyatta was president. Uhuru Kenyatta led a party. Carl Sender named a minister. Kenyatta stayed in "
        "office. Accused by the court, he resigned.",
        "he",
        set(),
    ),
    (
        "a pronoun in the sentence after such a subject's, whose own subject is known",
        "Poroshenko agreed to the sale. Peter Novak left when he was paid.",
        "he",
        {"Peter Novak"},
    ),
    (
        "a pronoun after the office of somebody named",
        "Mayor Carl Sender left. The mayor said that he was ill.",
        "he",
        {"Carl Sender"},
    ),
    (
        "who has the age",
        "Carl Sender, 32, and Peter Novak, 41, were charged. The 32-year-old, of Oslo, was jailed for a year.",
        "old",
        {"Carl Sender"},
    ),
    (
        "an age that two have",
        "Carl Sender, 32, and Peter Novak, 32, were charged. The 32-year-old was jailed for a year.",
        "old",
        set(),
    ),
]


@pytest.mark.parametrize(("what", "text", "word", "names"), CASES, ids=[c[0] for c in CASES])
def test_meant(what: str, text: str, word: str, names: set[str]) -> None:
    mentions, reading = read(text)
    token = [t for t in reading.doc if t.text == word][-1]
    assert {mentions.name(r) for r in mentions.refs(token)} == names


def test_said_of_a_defendant_before_the_text_identifies_one() -> None:
    mentions, reading = read("The defendant lied. The court identified the defendant as Carl Sender, 51, of Velmar.")
    assert next(mentions.refs(t) for t in reading.doc if t.text == "defendant") == ()
