"""Where somebody lives or something stands, which a list of people must not hold."""

from cases.extraction.people.words import listed
from cases.language.countries import country_of
from cases.language.lexicon import load_words

AGE = 2
"""Digits of an age."""
FIRST_WORDS = {"New", "North", "South", "West", "Puerto"}
"""First words of the names of states."""


class Addresses:
    """Tells the places among the names of one document.

    Args:
        words: The tokens.
        ends: One past the last token of each name.
    """

    def __init__(self, words: list[str], ends: set[int]):
        self.words = words
        self.ends = ends

    def is_one(self, start: int, end: int) -> bool:
        """Tokens ``[start, end)`` name a place where somebody lives or something is."""
        return self.follows_age(start, end) or self.follows_of(start) or self.is_in(start, end)

    def follows_age(self, start: int, end: int) -> bool:
        """The town in "Abla Sorin, 60, Velma Linda, was charged"."""
        words = self.words
        after = words[end : end + 2]
        before = [w for w in words[max(0, start - 5) : start] if not w.isspace()][-3:]
        lines = sum(w.isspace() for w in words[max(0, start - 2) : start])
        aged = len(before) == 3 and before[0] == before[2] == "," and is_age(before[1])
        own = after[:1] == [","] and after[1:] and after[1].isdigit()
        return aged and start - 3 - lines in self.ends and after[:1] in ([","], [";"], ["."]) and not own

    def follows_of(self, start: int) -> bool:
        """The town in "Abla Sorin, 60, of Velma Linda", with or without the age."""
        if start < 3 or self.words[start - 1] != "of" or self.words[start - 2] != ",":
            return False
        return is_age(self.words[start - 3]) or start - 2 in self.ends

    def is_in(self, start: int, end: int) -> bool:
        """The town in "a visit to Velma Linda, Oregon" or in "her home in Velma Linda"."""
        if start > 2 and self.words[start - 1] == "'s" and self.words[start - 3] == "in":
            return True  # "in Velmar's Linda Sor"
        if not start or self.words[start - 1] not in listed("names_not_personal", "at_places"):
            return False
        if self.words[end : end + 1] == [","] and is_region(self.words[end + 1 : end + 3]):
            return True
        before = self.words[start - 2].lower() if start > 1 else ""
        of = self.words[start - 1] == "of"  # "the home of Abla Sorin"
        return before in listed("names_not_personal", "towns" if of else "living")


def is_age(word: str) -> bool:
    """A number that may be an age."""
    return word.isdigit() and len(word) == AGE


def is_region(words: list[str]) -> bool:
    """A state or a country stands here, and does not begin an office: "Oregon", "New York", not "U.S. Attorney"."""
    if not words or words[0].islower():
        return False
    if words[1:] and words[1][:1].isupper():
        return words[0] in FIRST_WORDS or country_of(" ".join(words)) is not None
    return words[0] in load_words("places") or country_of(words[0]) is not None
