"""A read document: its tokens as lists, for passes that need no grammar."""

from typing import TYPE_CHECKING

import pytest

from cases.extraction import lexicon
from cases.language.columns import Strings, columns, lower, placed, root, sentence_end, sentence_start
from cases.language.grammar import ancestors, children, conjuncts, is_negated, prepositional
from cases.language.lexicon import Match, longest, starting_within
from cases.language.reading import Reading, parse, readable
from cases.records import Document

if TYPE_CHECKING:
    from spacy.language import Language


def read(nlp: "Language", text: str) -> Reading:
    ((document, doc),) = parse(nlp, [Document("d", text, "d", "", language="en")])
    return Reading(document, doc)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He stole $5 million.\n\nShe didn’t.", id="curly quotes, empty line"),
        pytest.param("", id="nothing"),
        pytest.param("He paid. He PAID; they will pay, He said.", id="forms of a word"),
        pytest.param("On Monday John Roe of Lugo, Spain, paid Sorin Bank Inc. and Acme Corp. $5.", id="entities"),
        pytest.param("Straße   Peña \U0001f600 took bribes", id="more than ASCII, several spaces"),
        pytest.param("A word. " * 20_000, id="read in pieces"),
    ],
)
def test_lists_are_what_the_tokens_say(nlp: "Language", text: str) -> None:
    reading = read(nlp, text)
    tokens = list(reading.doc)
    assert reading.words == [t.text for t in tokens]
    assert reading.lower == [t.lower_ for t in tokens]
    assert reading.lemmas == [t.lemma_ for t in tokens]
    assert reading.tags == [t.tag_ for t in tokens]
    assert reading.starts == [t.idx for t in tokens]
    lists = columns(reading.doc)
    assert lists.deps == [t.dep_ for t in tokens]
    assert lists.heads == [t.head.i for t in tokens]
    assert list(map(list, lists.children)) == [[c.i for c in t.children] for t in tokens]
    assert reading.labels == [t.ent_type_ for t in tokens]
    assert reading.entities == [(e.start, e.end, e.label_) for e in reading.doc.ents]
    assert lists.first == [t.sent.start for t in tokens]
    assert lists.past == [t.sent.end for t in tokens]
    assert reading.lower_places == placed(reading.lower)
    assert reading.lemma_places == placed(reading.lemmas)
    assert reading.plain == readable(text)


def test_lower_case_keeps_every_offset(nlp: "Language") -> None:
    assert read(nlp, "\u0130zmir Paid \u20ac5.").lowered == "\u0130zmir paid \u20ac5."


def test_a_few_words_are_taken_out_of_the_lists(nlp: "Language") -> None:
    doc = read(nlp, "He Left. She stole the Car.").doc
    assert lower(doc, -2, 2) == ["he", "left"]
    assert lower(doc, 5, 99) == ["the", "car", "."]
    assert (sentence_start(doc[4]), sentence_end(doc[4])) == (3, 8)
    assert (root(doc, 5, 7).text, root(doc, 5, 6).text) == ("Car", "the")
    assert all(root(doc, i, j) == doc[i:j].root for i in range(len(doc)) for j in range(i + 1, len(doc) + 1))


def test_the_tree_is_spacys(nlp: "Language") -> None:
    doc = read(nlp, "Courts fined John, Jane and Ann for lies to Acme and Sorin. They never paid; they could.").doc
    for token in doc:
        assert children(token, "conj", "prep") == [c for c in token.children if c.dep_ in {"conj", "prep"}]
        assert list(ancestors(token)) == list(token.ancestors)
    john, lies, paid = (next(t for t in doc if t.text == word) for word in ("John", "lies", "paid"))
    assert [t.text for t in conjuncts(john)] == ["John", "Jane", "Ann"]
    assert [t.text for t in prepositional(lies, "to")] == ["Acme", "Sorin"]
    assert (is_negated(paid), is_negated(lies)) == (True, False)


def test_strings_are_kept_up_to_a_number(monkeypatch: pytest.MonkeyPatch, nlp: "Language") -> None:
    monkeypatch.setattr("cases.language.columns.MOST", 2)
    strings = Strings()
    for words in (["one", "two"], ["three", "four"], ["one", ""]):
        assert strings.of([nlp.vocab.strings.add(word) for word in words], nlp.vocab.strings) == words


LINES = [
    ("a dash glued to a dateline", "LUGO, Ore.—U.S. Attorney", "LUGO, Ore. U.S. Attorney"),
    ("a sentence over two lines", "Roe was\n\nfound guilty.", "Roe was  found guilty."),
    ("a headline and a lead", "Mayor jailed\n\nROE (Reuters) - He left.", "Mayor jailed\n\nROE (Reuters) - He left."),
    ("a full stop before a line", "He left.\n\nand then", "He left.\n\nand then"),
    (
        "a text cut to a width goes on at every full line",
        "On Thursday, the sixth of December, John Roe of Lugo was found\n\nguilty of theft and fraud against\n\n"
        "seven people who had\n\nput money into\n\nhis firm. The prosecutor in the case of the firm was Anna\n\n"
        "Keller of Lugo.",
        "On Thursday, the sixth of December, John Roe of Lugo was found  guilty of theft and fraud against  "
        "seven people who had  put money into  his firm. The prosecutor in the case of the firm was Anna  "
        "Keller of Lugo.",
    ),
]


@pytest.mark.parametrize(("what", "text", "expected"), LINES, ids=[row[0] for row in LINES])
def test_lines_inside_a_sentence_are_joined(what: str, text: str, expected: str) -> None:
    assert readable(text) == expected, what


def test_of_overlapping_phrases_of_a_list_the_longest_stays() -> None:
    short, long, other, later = Match(0, 1, "a"), Match(0, 2, "b"), Match(1, 3, "c"), Match(4, 5, "d")
    assert longest([short, long, other, later]) == [long, later]
    assert longest([short, other, later]) == [short, other, later]


def test_listed_phrases_are_found_in_any_form_of_their_words(nlp: "Language") -> None:
    reading = read(nlp, "Roe is Pleading Guilty; he pled guilty")
    found = lexicon().match(reading.lemmas, reading.lemma_places)
    assert [(m.start, m.end) for m in found["accusing_verbs"] if m.code.startswith("pleaded_guilty")] == [
        (2, 4),
        (6, 8),
    ]


def test_matches_of_a_sentence_are_found_by_where_they_begin() -> None:
    """One begins before the sentence and reaches into it, one at its first token, one at the token after its last."""
    matches = [Match(0, 4, "a"), Match(3, 5, "b"), Match(6, 9, "c"), Match(8, 9, "d")]
    assert [m.code for m in starting_within(matches, 3, 8)] == ["b", "c"]
    assert list(starting_within(matches, 9, 20)) == []


LONG = (
    "On the second of May the harbour council of the northern district met behind closed doors in the customs house "
    "where Ada Quill bribed the warehouse inspector with envelopes that nobody had counted before the ferry company's "
    "unfortunate bookkeeper photographed everything and published the photographs immediately."
)


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param(
            "date 2024-05-03 Ada Quill paid bribes.", "bribes", "Ada Quill paid bribes.", id="metadata left out"
        ),
        pytest.param("The date 2024-05-03 stood on it.", "stood", "The date 2024-05-03 stood on it.", id="told, kept"),
        pytest.param(
            LONG,
            "bribed",
            "council of the northern district met behind closed doors in the customs house where Ada Quill bribed the "
            "warehouse inspector with envelopes that nobody had counted before the ferry company's",
            id="cut between words on both sides",
        ),
    ],
)
def test_the_quote_around_a_word(nlp: "Language", text: str, word: str, expected: str) -> None:
    reading = read(nlp, text)
    token = next(t for t in reading.doc if t.text == word)
    span = reading.clause(token, "m")
    assert text[span.start : span.end] == expected
