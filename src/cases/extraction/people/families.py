"""Names that share the family name of the last one: "the brothers Abel and Carl Sorin"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cases.extraction.people.candidates import Candidate, Finder
from cases.extraction.people.words import is_given, is_initial, is_name_word, is_particle, is_vocabulary, listed

LINKS = {",", "and", "&"}
LAST = {"and", "&"}
DASHES = {"–", "—", "-"}
NEAR = 3
"""Words between a kinship and the first name of a list."""


def with_family_names(found: Sequence[Candidate], finder: Finder) -> list[Candidate]:
    """The candidates in text order, those before one with a family name completed with it where they share it."""
    by_end = {c.end: c for c in found}
    known = {word for c in found if len(c.words) > 1 for word in (finder.words[c.words[0]], finder.words[c.words[-1]])}
    completed: dict[int, Candidate] = {}
    for last in found:
        before = finder.words[last.start - 1] if last.start else ""
        if len(last.words) < 2 or last.titled or before not in LAST or not is_given(finder.words[last.words[0]]):
            continue
        pieces = list(given_before(last.start, by_end, finder))
        kin = bool(pieces) and is_kin(pieces[-1][0], finder)
        if not pieces or (not kin and (len(pieces) > 1 or len(pieces[0]) > 1)):
            continue
        family = family_name(last.words, len(pieces[0]), finder)
        if not kin and not is_shared(pieces[0][0], known, finder):
            continue
        for piece in pieces if family else ():
            own = by_end.get(piece[-1] + 1) or Candidate(piece[0], piece[-1] + 1, piece)
            completed[piece[0]] = replace(own, start=piece[0], words=(*piece, *family), strong=True, method=own.method)
    return sorted([*(c for c in found if c.start not in completed), *completed.values()], key=lambda c: c.start)


def given_before(end: int, by_end: dict[int, Candidate], finder: Finder) -> Iterator[tuple[int, ...]]:
    """The runs of one or two given names before a token, nearest first, each with nothing but "," or "and" behind."""
    while True:
        i = end - 1
        while i > 0 and finder.words[i] in LINKS:
            i -= 1
        found = by_end.get(i + 1)
        first = i
        while first >= 0 and i - first < 2 and is_given(finder.words[first]) and is_name_word(finder.words[first]):
            first -= 1
        if found is not None and len(found.words) == 2 and is_given(finder.words[found.start]):
            first = found.start - 1
        before = finder.words[first] if first >= 0 else ""
        named = first < i < end - 1 and not finder.titled[i]
        if not named or (is_name_word(before) and not is_opener(first, finder)):
            return
        yield tuple(range(first + 1, i + 1))
        if before not in LINKS:
            return
        end = first + 1


def is_opener(i: int, finder: Finder) -> bool:
    """A kinship that begins its sentence: "Brothers Abel and Carl Sorin"."""
    return finder.lower[i] in listed("names_not_personal", "siblings")


def is_kin(start: int, finder: Finder) -> bool:
    """A kinship of several stands before a name: "his sons – ", "brothers "."""
    before = finder.lower[max(0, start - NEAR) : start]
    while before and (before[-1] in DASHES or before[-1] in {",", "("}):
        before.pop()
    return bool(before) and before[-1] in listed("names_not_personal", "siblings")


def is_shared(i: int, known: set[str], finder: Finder) -> bool:
    """A given name that the text gives nobody else, and that is neither a place nor an ordinary word."""
    word = finder.words[i]
    named = finder.labels[i] == "PERSON" or (not finder.labels[i] and not is_vocabulary(word))
    return named and word not in known and len(word) > 2


def family_name(words: Sequence[int], size: int, finder: Finder) -> tuple[int, ...]:
    """The words of a name behind as many given names as the name before it has; of one given name the last words."""
    if any(finder.words[w] == "-" for w in words):
        return ()
    if size > 1:
        rest = words[size:]
    else:
        middle = len(words) > 2 and (is_given(finder.words[words[1]]) or is_initial(finder.words[words[1]]))
        rest = words[2:] if middle else words[1:]
    return tuple(rest) if 0 < len(rest) < 3 or any(is_particle(finder.words[w]) for w in rest) else ()
