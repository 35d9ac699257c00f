"""Names that letters in brackets spell: "Council of Velmar Coast States (CVCS)", "Commission against Graft (CAG)"."""

from collections.abc import Collection, Sequence

from spacy.tokens import Doc

from cases.extraction.organizations.phrases import Found
from cases.extraction.organizations.words import INNER, heads, is_suffix, kind_of
from cases.language.countries import country_of

LINKS = INNER | {"against", "with", "by", "'s", "-", ",", "&"}
FEWEST, MOST = 3, 8


def bracketed(doc: Doc, words: Sequence[str], people: Collection[int]) -> list[Found]:
    """The names in a text whose capitals are the letters in brackets after them, and that are a body's."""
    found = []
    for i in range(1, len(words) - 2):
        letters = words[i + 1]
        if words[i] == "(" and words[i + 2] == ")" and letters.isupper() and letters.isalpha():
            start = spelled(words, i, letters) if FEWEST <= len(letters) <= MOST else None
            if start is not None and not any(j in people for j in range(start, i)) and is_body(doc, start, i):
                found.append(Found(start, i, kind_of(" ".join(words[start:i])), "organizations:bracketed"))
    return found


def spelled(words: Sequence[str], end: int, letters: str) -> int | None:
    """Where the words begin whose capitals are the letters; small words may be left out, and the legal form."""
    rest = letters
    i = end
    while rest and i > 0:
        i -= 1
        if taken := given(words[i], rest):
            rest = rest[:-taken]
        elif not (words[i].lower() in LINKS or (i == end - 1 and is_suffix(words[i]))):
            return None
    if rest or not words[i][:1].isupper() or words[end - 1] in LINKS or goes_on(words, i):
        return None
    return i - 1 if i and words[i - 1][:1].isupper() and country_of(words[i - 1]) else i


def given(word: str, letters: str) -> int:
    """How many of the last letters a word gives: its first, and others of it after that ("HeadQuarters" gives HQ)."""
    if word in LINKS:
        return int(word[0].upper() == letters[-1])
    for size in range(1, min(3, len(letters)) + 1):
        first, *others = list(letters[-size:].lower())
        inside = iter(word[1:].lower())
        if word[:1].isupper() and word[0].lower() == first and all(letter in inside for letter in others):
            return size
    return 0


def goes_on(words: Sequence[str], start: int) -> bool:
    """The words end a longer name: "Department of Velmar Coast Services"."""
    i = start - 1
    i -= words[i : i + 1] == ["the"]
    return i > 0 and words[i] in {"of", "for"} and words[i - 1][:1].isupper()


def is_body(doc: Doc, start: int, end: int) -> bool:
    """No law, programme, title or state; of unknown kind only if the model takes its beginning for a body."""
    lower = [t.lower_ for t in doc[start:end]]
    if any(w in heads("barred") for w in lower) or lower[-1] in heads("titles") | heads("unbodied"):
        return False
    if country_of(doc[start:end].text) or "republic" in lower:
        return False
    told = kind_of(doc[start:end].text) is not None
    return told or all(t.ent_type_ == "ORG" for t in (doc[start], doc[end - 1]))
