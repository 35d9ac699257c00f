"""Companies that bear a surname: "the conglomerate Sorin" in a text that names Abla Sorin too."""

from functools import cache

from cases.language.countries import country_of
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
        if reading.words[i].islower() and (name := described(reading, i)) is not None:
            found.add(reading.words[name])
    return frozenset(w for w in found if w.istitle() and len(w) > 2 and gender_of(w) is None and country_of(w) is None)


def tied(reading: Reading, noun: int, name: int) -> bool:
    """The noun and the name right after it are one phrase: "the builder Sorin", not "told the builder Sorin lied"."""
    first, second = reading.doc[noun], reading.doc[name]
    return (second.dep_ == "appos" and second.head.i == noun) or (
        first.dep_ in {"compound", "nmod", "amod"} and first.head.i == name
    )


def described(reading: Reading, noun: int) -> int | None:
    """The name that a noun behind it describes: "the giant Sorin construction firm"."""
    doc = reading.doc
    name = noun - 1
    if name > 0 and reading.words[name].islower() and doc[name].dep_ == "compound":
        name -= 1
    if name < 1 or doc[name].dep_ not in {"compound", "nmod"} or doc[name].ent_type_ not in {"ORG", "PERSON"}:
        return None
    before = doc[name - 1]
    return name if before.lower_ == "the" or (before.tag_.startswith("JJ") and before.text.islower()) else None


def ends(reading: Reading, i: int) -> bool:
    """No longer name goes on after the word."""
    return i + 1 >= len(reading.words) or not reading.words[i + 1][:1].isupper()


def begins(reading: Reading, i: int) -> bool:
    """The word is a whole name: no capitalised word stands right before or after it."""
    before = reading.words[i - 1] if i and not reading.doc[i].is_sent_start else ""
    return not before[:1].isupper() and ends(reading, i)
