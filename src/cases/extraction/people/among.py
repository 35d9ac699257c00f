"""Names that stand between two others in a list of people: "Abla Sorin, Velim Haras and Carl Lane"."""

from collections.abc import Iterator, Sequence

from cases.extraction.people.candidates import Candidate, Finder
from cases.extraction.people.words import is_acronym, is_given, is_name_word, is_no_name, is_vocabulary

FEWEST, MOST = 2, 3


def with_neighbours(found: Sequence[Candidate], finder: Finder) -> list[Candidate]:
    """The candidates in text order, with the names between two of them that nothing else tells."""
    whole = {c.start: c for c in found if len(c.words) > 1 and not c.titled}
    ends = {c.start: c.end for c in found}
    more = [one for c in whole.values() for one in between(c.end, whole, ends, finder)]
    return sorted([*found, *more], key=lambda c: c.start) if more else list(found)


def between(end: int, whole: dict[int, Candidate], ends: dict[int, int], finder: Finder) -> Iterator[Candidate]:
    """The name after the one that ends at a token, if a list goes on with another person behind it."""
    start = past_mark(end, finder)
    last = start
    while start > end and last - start <= MOST and last not in ends and is_unknown(last, finder):
        last += 1
    if not FEWEST <= last - start <= MOST or past_mark(last, finder) not in whole or past_mark(last, finder) == last:
        return
    run = tuple(range(start, last))
    given = is_given(finder.words[start])
    if given or all(finder.labels[i] in {"", "PERSON"} and not is_vocabulary(finder.words[i]) for i in run):
        yield Candidate(start, last, run, strong=True, method="people:list")


def past_mark(i: int, finder: Finder) -> int:
    """One past the comma, the "and" or both that part two names of a list."""
    i += finder.lower[i : i + 1] in ([","], [";"])
    return i + (finder.lower[i : i + 1] == ["and"])


def is_unknown(i: int, finder: Finder) -> bool:
    """A capitalised word that may be of a person's name."""
    word = finder.words[i] if i < len(finder.words) else ""
    return bool(word) and is_name_word(word) and not is_no_name(word) and not is_acronym(word) and len(word) > 1
