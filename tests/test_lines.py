"""Lines in title case, which name people and bodies otherwise than prose does."""

import pytest

from cases.language.columns import placed
from cases.language.lines import titled_lines

ROWS: list[tuple[str, str, list[str], list[str]]] = [
    ("nothing", "", [], []),
    (
        "a headline above prose",
        "Harbour Director Sentenced For Bribery |n He took the money on Monday .",
        ["Harbour"],
        ["Harbour"],
    ),
    ("a short heading", "About Us |n He took the money on Monday .", [], ["About"]),
    ("what ends like a sentence", "Harbour Director Sentenced For Bribery . |n He took the money .", [], []),
    ("a line that prose goes on from", "The Velmar Harbour Trading Company |n took the money on Monday .", [], []),
    (
        "a line that a heading goes on from",
        "Velmar Harbour Trade |n of Velmar Northern Coast Ports",
        ["of"],
        ["Velmar", "of"],
    ),
    ("no line of many words", "Harbour Director Sentenced " * 16 + "|n He took the money .", [], []),
]


@pytest.mark.parametrize(("what", "text", "headlines", "headings"), ROWS, ids=[row[0] for row in ROWS])
def test_lines_in_title_case(what: str, text: str, headlines: list[str], headings: list[str]) -> None:
    words = ["\n" if word == "|n" else word for word in text.split()]
    titled = titled_lines(words, placed(words))
    opening = [i for i in range(len(words)) if i == 0 or words[i - 1] == "\n"]
    assert [words[i] for i in opening if titled.headlines[i]] == headlines
    assert [words[i] for i in opening if titled.headings[i]] == headings
