"""Names told by the age after them: "Walid Khan, 66, of Reno"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cases.extraction.people.lines import is_age
from cases.extraction.people.words import (
    is_barred,
    is_given,
    is_initial,
    is_name_word,
    is_no_name,
    is_vocabulary,
    listed,
)

FAR = 14
AGED = (["age"], ["aged"])
PLACED = (["of"], ["in"], ["from"], ["at"], ["near"])


@dataclass(frozen=True, slots=True)
class Ages:
    """The tokens of a text, as printed and in lower case, with what stands beside them."""

    words: Sequence[str]
    lower: Sequence[str]
    glued: Sequence[bool]
    titled: Sequence[bool]

    def runs(self, commas: Sequence[int]) -> Iterator[tuple[int, ...]]:
        """Two to four capitalised words before ", 63," or ", age 63,": a name by themselves, or an age told as one."""
        for i, number in ((i, i + 1 + (self.words[i + 1 : i + 2] in AGED)) for i in commas if i):
            if not is_age(list(self.words[number : number + 2])):
                continue
            first = i
            while first > max(0, i - FAR) and self._goes_on(first - 1, first):
                first -= 1
            while first < i and (is_no_name(self.words[first]) or not is_name_word(self.words[first])):
                first += 1
            run = tuple(range(first, i))
            names = [self.words[p] for p in run if is_name_word(self.words[p])]
            if 2 <= len(names) <= 4 and self._is_known(run, number + 2) and not self.titled[first]:
                yield run

    def _is_known(self, run: Sequence[int], after: int) -> bool:
        """The words are a name by what they are, or by what stands before them or follows the age."""
        names = [self.words[p] for p in run if is_name_word(self.words[p])]
        if is_given(names[0]) or not any(is_vocabulary(w) or is_barred(w) for w in names):
            return True
        if any(map(is_no_name, names)):
            return False
        place = self.lower[run[0] - 1 : run[0]] in PLACED  # "of Velma Linda, 60,"
        return self._tells_age(after) or (not place and any(is_initial(w) or not is_vocabulary(w) for w in names[:-1]))

    def _tells_age(self, i: int) -> bool:
        """What follows says that the number is an age: "of Reno", "was", or a place and a comma."""
        if i >= len(self.words):
            return False
        place = is_name_word(self.words[i]) and "," in self.words[i + 1 : i + 3] and not is_barred(self.words[i])
        return place or self.lower[i] in listed("names_not_personal", "after_age")

    def _goes_on(self, i: int, after: int) -> bool:
        """A word of the same run: capitalised, an initial, or a hyphen between two glued words."""
        word = self.words[i]
        return is_name_word(word) or is_initial(word) or (word == "-" and self.glued[i] and after < len(self.words))
