"""What single words tell, kept from one document to the next: the few that tell anything are picked out at once."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

Told = TypeVar("Told")
MOST = 1 << 16  # words kept


class Kept(Generic[Told]):
    """What a function tells of words.

    A text has hundreds of different words, most of which were met before and tell nothing. To ask the function about
    each takes ten times as long as to intersect them with those that tell something.

    Args:
        tell: What is told of a word; what is falsy is nothing.
    """

    def __init__(self, tell: Callable[[str], Told | None]):
        self._tell = tell
        self._met: set[str] = set()
        self._telling: dict[str, Told] = {}

    def among(self, words: Mapping[str, object]) -> dict[str, Told]:
        """The words of a text that tell something, in no order → what they tell."""
        if len(self._met) > MOST:
            self._met.clear()
            self._telling.clear()
        if new := set(words).difference(self._met):
            self._met |= new
            self._telling.update((word, told) for word in new if (told := self._tell(word)))
        telling = self._telling
        return {word: telling[word] for word in telling.keys() & words.keys()}
