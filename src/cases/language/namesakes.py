"""Companies that bear a surname: "the conglomerate Sorin" in a text that names Abla Sorin too."""

from collections.abc import Mapping, Sequence
from functools import cache

from spacy.tokens import Doc

from cases.language.countries import country_of
from cases.language.given_names import gender_of
from cases.language.lexicon import load_words


@cache
def company_nouns() -> frozenset[str]:
    """What a text calls a company by."""
    return frozenset(load_words("company_nouns"))


def namesakes(doc: Doc, words: Sequence[str], places: Mapping[str, Sequence[int]]) -> frozenset[str]:
    """Words that the text itself calls a company.

    Such a word alone is the company; the person of that surname needs a given name or a title of respect beside it.

    Args:
        doc: The parsed text.
        words: Its tokens.
        places: Word in lower case → where it stands.
    """
    found = set()
    for i in (i for word in company_nouns().intersection(places) for i in places[word]):
        if tied(doc, i, i + 1) and ends(words, i + 1):
            found.add(words[i + 1])
        head = doc[i].head
        if doc[i].dep_ == "appos" and head.i < i and begins(doc, words, head.i):
            found.add(head.text)
        if words[i].islower() and (name := described(doc, i)) is not None:
            found.add(words[name])
    return frozenset(w for w in found if w.istitle() and len(w) > 2 and gender_of(w) is None and country_of(w) is None)


def tied(doc: Doc, noun: int, name: int) -> bool:
    """The noun and the name right after it are one phrase: "the builder Sorin", not "told the builder Sorin lied"."""
    if name >= len(doc):
        return False
    first, second = doc[noun], doc[name]
    return (second.dep_ == "appos" and second.head.i == noun) or (
        first.dep_ in {"compound", "nmod", "amod"} and first.head.i == name
    )


def described(doc: Doc, noun: int) -> int | None:
    """The name that a noun behind it describes: "the giant Sorin construction firm"."""
    name = noun - 1
    if name > 0 and doc[name].text.islower() and doc[name].dep_ == "compound":
        name -= 1
    if name < 1 or doc[name].dep_ not in {"compound", "nmod"} or doc[name].ent_type_ not in {"ORG", "PERSON"}:
        return None
    before = doc[name - 1]
    return name if before.lower_ == "the" or (before.tag_.startswith("JJ") and before.text.islower()) else None


def ends(words: Sequence[str], i: int) -> bool:
    """No longer name goes on after the word."""
    return i + 1 >= len(words) or not words[i + 1][:1].isupper()


def begins(doc: Doc, words: Sequence[str], i: int) -> bool:
    """The word is a whole name: no capitalised word stands right before or after it."""
    before = words[i - 1] if i and not doc[i].is_sent_start else ""
    return not before[:1].isupper() and ends(words, i)
