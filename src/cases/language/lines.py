"""Which tokens stand in a line in title case: a headline, a heading, a button of a page."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

STOPS = {".", ";", '."'}
MOST = 45  # words of a headline


@dataclass(frozen=True, slots=True)
class Titled:
    """One value for each token.

    Attributes:
        headlines: In a line of at least four longer words, most of them capitalised.
        headings: In such a line, or in one of up to three words, all capitalised.
    """

    headlines: list[bool]
    headings: list[bool]


def titled_lines(words: Sequence[str], places: Mapping[str, Sequence[int]]) -> Titled:
    """Which tokens of a text stand in a line in title case that no line of prose goes on from.

    Args:
        words: The tokens.
        places: Word → where it stands.
    """
    breaks = sorted(i + 1 for word, at in places.items() if "\n" in word for i in at)
    lines = [(start, end) for start, end in pairwise([0, *breaks, len(words)]) if start < end]
    shown = [unstopped(words, start, end) for start, end in lines]

    def flags(is_titled: Callable[[Sequence[str]], bool]) -> list[bool]:
        found = [False] * len(words)
        titled = [is_titled(line) for line in shown]
        for (start, end), here, below in zip(lines, titled, [*titled[1:], True], strict=False):
            prose = not below and words[end - 1] == "\n" and words[end].islower()  # "the Department's 68", "th squad"
            if here and not prose:
                found[start:end] = [True] * (end - start)
        return found

    return Titled(flags(is_headline), flags(is_heading))


def unstopped(words: Sequence[str], start: int, end: int) -> Sequence[str]:
    """The words of a line, none if it is long or ends like a sentence."""
    while end > start and words[end - 1].isspace():
        end -= 1
    if end == start or words[end - 1] in STOPS:
        return []
    shown = [w for w in words[start:end] if not w.isspace()]
    return shown if len(shown) <= MOST else []


def is_headline(line: Sequence[str]) -> bool:
    """At least four longer words, most of them capitalised."""
    longer = [w for w in line if len(w) > 3 and w.isalpha()]
    return len(longer) > 3 and sum(w[0].isupper() for w in longer) >= 0.75 * len(longer)


def is_heading(line: Sequence[str]) -> bool:
    """A headline, or up to three words, all capitalised."""
    return (0 < len(line) < 4 and all(w[0].isupper() for w in line)) or is_headline(line)
