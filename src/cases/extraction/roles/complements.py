"""What stands after a title: "of corporate maintenance", "for the Eastern District", "at the Fraud Section"."""

from collections.abc import Container
from functools import cache

from spacy.tokens import Doc

from cases.language.columns import Columns, columns
from cases.language.lexicon import load_words
from cases.language.mentions import Mention, Mentions
from cases.records import Ref

PLACES = {"GPE", "NORP", "LOC", "FAC"}
NOUNS = {"NN", "NNS", "NNP", "NNPS"}
PREPOSITIONS = {"of", "for", "at", "in", "with", "to", "on", "from", "within"}
OPEN = {"of", "for"}
WORDS = NOUNS | {"JJ", "CD", "HYPH", "AFX", "VBG"}
JOINED = NOUNS | {"JJ"}
LONGEST = 25
BRACKETS = {"(": ")", "[": "]"}
BRACKETED = 12


class Complement:
    """A phrase read from its preposition on.

    Attributes:
        right: One past its last word; its own start if there is none.
        plain: One past its first part that names no body and no place: words of the title ("director of corporate
            maintenance" at a company).
        bodies: The organisations named in it.
        owner: The person at whose name it ends: "brother of" X.
    """

    def __init__(self, doc: Doc, mentions: Mentions, start: int, listed: Container[int] = ()):
        self.doc, self.mentions, self.start, self.listed = doc, mentions, start, listed
        self._said = columns(doc)
        self.right = self.plain = start
        self.bodies: list[Mention] = []
        self.owner: Ref | None = None
        self._is_plain = True
        self._read()

    def _read(self) -> None:
        i: int | None = self.start + 1
        limit = min(self.start + LONGEST, self._said.past[self.start])
        while i is not None and i < limit:
            i = self._step(i)

    def _step(self, i: int) -> int | None:
        """Take the word or name at a token; where to go on, or None at the end of the phrase."""
        mention = self.mentions.at(i)
        if mention is not None and mention.form == "name":
            return self._take(mention)
        if i in self.listed and not self._is_possessor(i):
            return None
        said = self._said
        if said.words[i] in BRACKETS:
            after = skip_brackets(self.doc, i)
            self.right = after if after > i else self.right
            return after if after > i else None
        if said.lower[i].rstrip(".") in respectful():  # of the name that follows
            return i + 1
        if is_word(said, i):
            self._is_plain = self._is_plain and said.labels[i] not in PLACES and not begins_compound(said, i)
            self.right = i + 1
            if self._is_plain:
                self.plain = i + 1
            return i + 1
        return i + 1 if self._links(i) else None

    def _is_possessor(self, i: int) -> bool:
        """A listed noun that owns the body: "the District Attorney's" Investigations Division."""
        while i in self.listed:
            i += 1
        mention = self.mentions.at(i)
        return is_possessive(self.doc, i) or (mention is not None and mention.ref.kind == "organization")

    def _take(self, mention: Mention) -> int | None:
        """A name in the phrase: a body of the position, a possessor, or the person that it ends at."""
        if mention.ref.kind == "person" and not is_possessive(self.doc, mention.end):
            self.owner = mention.ref
            return None
        if mention.ref.kind == "organization":
            self.bodies.append(mention)
        self._is_plain = False
        self.right = mention.end
        return mention.end

    def _links(self, i: int) -> bool:
        """A word that holds the phrase together: an article, a possessive, "and", another preposition."""
        said, word = self._said, self._said.lower[i]
        if word in {"the", "a", "an"} or said.tags[i] in {"PRP$", "POS"}:
            if not (word == "the" and i == self.start + 1 and said.lower[self.start] == "of"):
                self._is_plain = False
            return True
        if word == ",":
            return is_place_comma(self.doc, i) and said.labels[i + 1 : i + 2] == ["GPE"]
        if word == "and":
            return i + 1 not in self.listed and joins(self.doc, self.mentions, i)
        if word in PREPOSITIONS and said.tags[i] == "IN":
            self._is_plain = self._is_plain and word in OPEN
            return True
        return False

    def body(self) -> Ref | None:
        """Of the bodies named in it the one that is part of the others."""
        known = {m.ref: self.mentions.organizations[m.ref.index] for m in self.bodies}
        for ref, organization in known.items():
            if organization.parent is not None and Ref("organization", organization.parent) in known:
                return ref
        chosen: Mention | None = None
        for mention in self.bodies:
            if chosen is not None and not is_joined(self.doc, chosen, mention):
                break
            chosen = mention
        return chosen.ref if chosen else None


@cache
def respectful() -> frozenset[str]:
    """Words of respect and short ranks, in lower case without a full stop, which stand before a name."""
    listed = load_words("personal_titles")
    words = frozenset(str(word) for key in ("male", "female", "rank") for word in listed[key])
    return words - {"miss"}  # also a state and a contest: "Oxford, Miss.", "the beauty queen Miss Velmar"


def is_word(said: Columns, i: int) -> bool:
    """A word that a complement can hold."""
    if said.tags[i] == "VBN" and i > 1:
        return begins_compound(said, i - 2)
    return (said.tags[i] in WORDS and not said.words[i].isspace()) or said.words[i] in {"-", "&"}


def begins_compound(said: Columns, i: int) -> bool:
    """The first word of "state-owned", "Lima-based", which tells of a body and not of the position."""
    return said.words[i + 1 : i + 2] == ["-"] and said.tags[i + 2 : i + 3] == ["VBN"]


def is_possessive(doc: Doc, i: int) -> bool:
    """A possessive mark stands at a token."""
    return columns(doc).tags[i : i + 1] == ["POS"]


def is_place_comma(doc: Doc, i: int) -> bool:
    """A comma inside a place: "a Louisville, Ky., businessman"."""
    return i > 0 and columns(doc).labels[i - 1] == "GPE"


def skip_brackets(doc: Doc, i: int) -> int:
    """One past a short bracket that begins at a token: "Comptroller and Auditor General (CAG)"."""
    words = columns(doc).words
    closing = BRACKETS.get(words[i]) if i < len(words) else None
    if closing is not None:
        for j in range(i + 1, min(i + BRACKETED, len(words))):
            if words[j] == closing:
                return j + 1
    return i


def joins(doc: Doc, mentions: Mentions, i: int) -> bool:
    """An "and" inside a complement ("enforcement and market oversight"), not one before the next party or clause."""
    said, following = columns(doc), i + 1
    if following == len(doc) or mentions.at(following) is not None or said.tags[following] not in JOINED:
        return False
    return said.words[i - 1].istitle() == said.words[following].istitle()


def is_joined(doc: Doc, first: Mention, second: Mention) -> bool:
    """The second name belongs to the first: "the Justice Department's Criminal Division"."""
    said = columns(doc)
    between = range(first.end, second.start)
    return all(said.tags[i] == "POS" or said.lower[i] in {"'s", "s", "'"} for i in between)
