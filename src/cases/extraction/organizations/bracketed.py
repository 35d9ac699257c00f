"""Names that letters in brackets spell: "Council of Velmar Coast States (CVCS)", "Commission against Graft (CAG)"."""

from collections.abc import Collection, Mapping, Sequence

from spacy.tokens import Doc

from cases.extraction.organizations.phrases import Found
from cases.extraction.organizations.words import INNER, bodies, heads, is_suffix, kind_of
from cases.language.countries import country_of

LINKS = INNER | {"against", "with", "by", "'s", "-", ",", "&"}
FEWEST, MOST = 3, 8


def bracketed(
    doc: Doc, words: Sequence[str], places: Mapping[str, Sequence[int]], people: Collection[int]
) -> list[Found]:
    """The names in a text whose capitals are the letters in brackets after them, and that are a body's."""
    found = []
    for i in places.get("(", ()):
        letters = words[i + 1] if 0 < i < len(words) - 2 else ""
        if letters and words[i + 2] == ")" and letters.isupper() and letters.isalpha():
            start = spelled(words, i, letters) if FEWEST <= len(letters) <= MOST else None
            project = any(w.lower() in heads("barred") for w in words[i + 3 : i + 4] if w[:1].isupper())
            if start is None or project or any(j in people for j in range(start, i)):
                continue
            entry = bodies().get((letters,))
            if is_body(doc, start, i, known=entry is not None):
                kind = entry.kind if entry else kind_of(" ".join(words[start:i]))
                found.append(Found(start, i, kind, "organizations:bracketed"))
    return found


def spelled(words: Sequence[str], end: int, letters: str) -> int | None:
    """Where the words begin whose capitals are the letters; small words may be left out, and the legal form."""
    i = beginning(words, end - is_suffix(words[end - 1]), letters) if words[end - 1] not in LINKS else None
    if i is None:
        i = beginning(words, end, letters)
    if i is None or not words[i][:1].isupper() or words[end - 1] in LINKS or goes_on(words, i):
        return None
    return i - 1 if i and words[i - 1][:1].isupper() and country_of(words[i - 1]) else i


def beginning(words: Sequence[str], end: int, letters: str) -> int | None:
    """Where the words up to ``end`` begin of which every one gives letters; a small word may give none."""
    if not letters:
        return end
    if not end:
        return None
    word = words[end - 1]
    taken = given(word, letters)
    start = beginning(words, end - 1, letters[:-taken]) if taken else None
    silent = word.lower() in LINKS or words[end - 2 : end - 1] == ["-"]  # "Auto-Theft" may give A alone
    return beginning(words, end - 1, letters) if start is None and silent else start


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


def is_body(doc: Doc, start: int, end: int, *, known: bool) -> bool:
    """No law, programme, title or state; of unknown kind only if the model takes its beginning for a body.

    The letters of a ``known`` body are enough, but for what is a law.
    """
    lower = [t.lower_ for t in doc[start:end]]
    if known:
        return lower[-1] not in {"act", "law", "code", "convention", "treaty"}
    ending = heads("titles", "unbodied", "endings")
    if any(w in heads("barred") for w in lower) or (lower[-1] in ending and "against" not in lower):
        return False
    if country_of(doc[start:end].text) or "republic" in lower:
        return False
    told = kind_of(doc[start:end].text) is not None
    return told or all(t.ent_type_ == "ORG" for t in (doc[start], doc[end - 1]))
