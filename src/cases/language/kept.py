"""What single words tell, kept from one document to the next: the few that tell anything are picked out at once."""

from collections.abc import Callable, Mapping
from typing import Generic, TypeVar

Told = TypeVar("Told")
MOST = 1 << 16  # words kept


class Journal:
    """The words met, in the order of their coming: those new in a text are looked for once, not for each question.

    Attributes:
        words: Without repetition; a list that only grows until a new one takes its place.
    """

    def __init__(self) -> None:
        self.words: list[str] = []
        self._met: set[str] = set()
        self._last: tuple[Mapping[str, object], int] = ({}, 0)

    def add(self, text: Mapping[str, object]) -> None:
        """Writes down the words of a text; where they are too many, it begins anew."""
        last, size = self._last
        if text is last and len(text) == size:
            return
        if len(self.words) > MOST:
            self.words, self._met = [], set()
        new = set(text).difference(self._met)
        self._met |= new
        self.words += new
        self._last = text, len(text)


JOURNAL = Journal()


class Kept(Generic[Told]):
    """What a function tells of words.

    A text has hundreds of different words, most of which were met before and tell nothing. To ask the function about
    each takes ten times as long as to intersect them with those that tell something.

    Args:
        tell: What is told of a word; what is falsy is nothing.
        journal: The words met, which those who ask about the same texts share.
    """

    def __init__(self, tell: Callable[[str], Told | None], journal: Journal = JOURNAL):
        self._tell = tell
        self._journal = journal
        self._words: list[str] = []
        self._read = 0
        self._telling: dict[str, Told] = {}

    def among(self, words: Mapping[str, object]) -> dict[str, Told]:
        """The words of a text that tell something, in no order → what they tell."""
        self._journal.add(words)
        met, telling = self._journal.words, self._telling
        if met is not self._words:
            self._words, self._read = met, 0
            telling.clear()
        if self._read < len(met):
            telling.update((word, told) for word in met[self._read :] if (told := self._tell(word)))
            self._read = len(met)
        return {word: telling[word] for word in telling.keys() & words.keys()}
