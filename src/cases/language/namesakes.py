"""Companies that bear a surname: "the conglomerate Sorin" in a text that names Abla Sorin too."""

from functools import cache

from cases.language.given_names import gender_of
from cases.language.lexicon import load_words
from cases.language.reading import Reading


@cache
def company_nouns() -> frozenset[str]:
    """What a text calls a company by."""
    return frozenset(load_words("company_nouns"))


def namesakes(reading: Reading) -> frozenset[str]:
    """Words that the text itself calls a company.

    Such a word alone is the company; the person of that surname needs a given name or a title of respect beside it.
    """
    nouns = company_nouns()
    doc = reading.doc
    found = set()
    for i, word in enumerate(reading.lower):
        if word not in nouns:
            continue
        if i + 1 < len(doc) and tied(reading, i, i + 1) and ends(reading, i + 1):
            found.add(reading.words[i + 1])
        head = doc[i].head
        if doc[i].dep_ == "appos" and head.i < i and begins(reading, head.i):
            found.add(head.text)
    return frozenset(word for word in found if word.istitle() and len(word) > 2 and gender_of(word) is None)


def tied(reading: Reading, noun: int, name: int) -> bool:
    """The noun and the name right after it are one phrase: "the builder Sorin", not "told the builder Sorin lied"."""
    first, second = reading.doc[noun], reading.doc[name]
    return (second.dep_ == "appos" and second.head.i == noun) or (
        first.dep_ in {"compound", "nmod"} and first.head.i == name
    )


def ends(reading: Reading, i: int) -> bool:
    """No longer name goes on after the word."""
    return i + 1 >= len(reading.words) or not reading.words[i + 1][:1].isupper()


def begins(reading: Reading, i: int) -> bool:
    """The word is a whole name: no capitalised word stands right before or after it."""
    before = reading.words[i - 1] if i and not reading.doc[i].is_sent_start else ""
    return not before[:1].isupper() and ends(reading, i)
