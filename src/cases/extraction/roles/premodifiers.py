"""What stands before a title's noun: "Mexico's former public security" minister, "his" lawyer."""

from collections.abc import Set
from functools import cache

from spacy.tokens import Doc

from cases.extraction.roles.complements import NOUNS, PLACES, is_place_comma
from cases.language.columns import Columns, columns
from cases.language.lexicon import load_words
from cases.language.mentions import Mention, Mentions
from cases.records import Ref

LONGEST = 10
MODIFIERS = NOUNS | {"JJ", "CD", "HYPH", "AFX", "FW"}
DETERMINERS = {
    "the",
    "a",
    "an",
    "his",
    "her",
    "their",
    "its",
    "our",
    "my",
    "this",
    "these",
    "those",
    "both",
    "all",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "several",
}
PREPOSITIONS = {"against", "after", "over", "by", "from", "with", "on", "in", "at", "to", "into"}
VERBAL = {"acting", "managing", "supervising", "presiding", "founding", "operating", "purchasing", "contracting"}


class Before:
    """The words before a listed noun, read from right to left.

    Attributes:
        start: First token of the title as the table gives it.
        left: First token of the whole phrase.
        former: Whether one of the words says that the position is past.
        determined: Whether the phrase begins with a determiner or a possessive.
        body: The organisation named in it.
        owner: The person named in it: "Najib's" brother, "his" lawyer, a "Huizar" aide.
        place: Token of the country, nationality or place in it.
    """

    def __init__(self, doc: Doc, mentions: Mentions, start: int, listed: Set[int] = frozenset()):
        self.start = self.left = start
        self.former = self.determined = False
        self.body: Ref | None = None
        self.owner: Ref | None = None
        self.place: int | None = None
        self._doc, self._mentions, self._listed = doc, mentions, listed
        self._said = columns(doc)
        self._is_open, self._possessive = True, False
        self._unsure: tuple[int, bool, Ref | None, Ref | None, int | None] | None = None
        self._read(max(self._said.first[start], start - LONGEST))

    def _read(self, first: int) -> None:
        i: int | None = self.left - 1
        while i is not None and i >= first:
            i = self._step(i)
        if self._unsure is not None and not self.determined:
            self.left, self.former, self.body, self.owner, self.place = self._unsure

    def _step(self, i: int) -> int | None:
        """Take the word or name that ends at a token; where to go on, or None at the phrase's beginning."""
        mention = self._mentions.at(i)
        if mention is not None and mention.form != "nominal":
            return self._take(mention)
        said, (former, neutral) = self._said, modifiers()
        word = said.lower[i]
        if word in DETERMINERS:
            self.left, self.determined = i, True
            return None
        if word == ")" and i > 2 and said.words[i - 2] == "(":  # "Police Department (VPD) officer"
            return i - 3
        if said.tags[i] == "POS":
            self._possessive = self.determined = True
            self._is_open = False
            return i - 1
        if (word == "," and is_place_comma(self._doc, i)) or (word == "and" and self._joins(i)):
            self._unsure = (self.left, self.former, self.body, self.owner, self.place)
        elif word in former:
            self.former = True
        elif said.labels[i] in PLACES:
            self.place = i if self.place is None else self.place
        elif word not in neutral:
            return self._add(i)
        self._is_open = False
        self.left = i
        return i - 1

    def _joins(self, i: int) -> bool:
        """An "and" between two words that specify the noun: "a trash and recycling" executive."""
        if self.left != i + 1 or not self._listed.isdisjoint((i - 1, i + 1)):
            return False
        before, tags = max(i - 1, 0), self._said.tags
        return {tags[before], tags[i + 1]} <= {"NN", "NNS"} and self._mentions.at(before) is None

    def _add(self, i: int) -> int | None:
        """Take a word of the title itself: "public security"."""
        said = self._said
        if said.lower[i] in PREPOSITIONS:  # "Sanctions Against Drug Lord Roe", all of it names to the parser
            return None
        if not (is_modifier(said, i) or is_hyphenated(said, i)):
            return None
        self._is_open = self._is_open and not is_acronym(said.words[i])
        self.left = i
        if self._is_open and said.words[i] != "-":
            self.start = i
        return i - 1

    def _take(self, mention: Mention) -> int | None:
        """Note the party before the noun; where the phrase goes on before it."""
        self._is_open = False
        if mention.ref.kind == "organization" and mention.form == "name":
            self.body = self.body or mention.ref
            self.left, self._possessive = mention.start, False
            return mention.start - 1
        self.owner = self.owner or mention.ref
        self.left = mention.start
        if mention.form == "pronoun" or self._possessive:
            self.determined = True
            return None
        return mention.start - 1


@cache
def modifiers() -> tuple[frozenset[str], frozenset[str]]:
    """The words that say "former", and those that say nothing of the position."""
    words = load_words("title_modifiers")
    return frozenset(words["former"]), frozenset(words["neutral"])


def is_modifier(said: Columns, i: int) -> bool:
    """A word that can specify a noun after it: "public security" minister, "recruiting" assistant."""
    if said.tags[i] == "VBG" and said.deps[i] in {"amod", "compound"} and said.words[max(i - 1, 0)] != "-":
        return True
    return (said.tags[i] in MODIFIERS and not said.words[i].isspace()) or said.lower[i] in VERBAL


def is_acronym(word: str) -> bool:
    """A short name in capitals, most often of a body: "SCA" inspector."""
    return word.isupper() and word.isalpha() and 1 < len(word) < 7 and word != "US"


def is_hyphenated(said: Columns, i: int) -> bool:
    """A hyphen, or the word before one: "in-house" solicitor."""
    return said.words[i] == "-" or (said.words[i + 1 : i + 2] == ["-"] and not said.spaced[i])
