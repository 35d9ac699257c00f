"""What stands after a title: "of corporate maintenance", "for the Eastern District", "at the Fraud Section"."""

from collections.abc import Container
from functools import cache

from spacy.tokens import Doc, Token

from cases.language.columns import sentence_end
from cases.language.lexicon import load_words
from cases.language.mentions import Mention, Mentions
from cases.records import Ref

PLACES = {"GPE", "NORP", "LOC", "FAC"}
NOUNS = {"NN", "NNS", "NNP", "NNPS"}
PREPOSITIONS = {"of", "for", "at", "in", "with", "to", "on", "from", "within"}
OPEN = {"of", "for"}
WORDS = NOUNS | {"JJ", "CD", "HYPH", "AFX", "VBG"}
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
        self.right = self.plain = start
        self.bodies: list[Mention] = []
        self.owner: Ref | None = None
        self._is_plain = True
        self._read()

    def _read(self) -> None:
        i: int | None = self.start + 1
        limit = min(len(self.doc), self.start + LONGEST, sentence_end(self.doc[self.start]))
        while i is not None and i < limit:
            i = self._step(i)

    def _step(self, i: int) -> int | None:
        """Take the word or name at a token; where to go on, or None at the end of the phrase."""
        mention = self.mentions.at(i)
        if mention is not None and mention.form == "name":
            return self._take(mention)
        if i in self.listed and not self._is_possessor(i):
            return None
        token = self.doc[i]
        if token.text in BRACKETS:
            after = skip_brackets(self.doc, i)
            self.right = after if after > i else self.right
            return after if after > i else None
        if token.lower_.rstrip(".") in respectful():  # of the name that follows
            return i + 1
        if is_word(token):
            self._is_plain = self._is_plain and token.ent_type_ not in PLACES and not begins_compound(self.doc, i)
            self.right = i + 1
            if self._is_plain:
                self.plain = i + 1
            return i + 1
        return i + 1 if self._links(token) else None

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

    def _links(self, token: Token) -> bool:
        """A word that holds the phrase together: an article, a possessive, "and", another preposition."""
        first = token.i == self.start + 1
        if token.lower_ in {"the", "a", "an"} or token.tag_ in {"PRP$", "POS"}:
            if not (token.lower_ == "the" and first and self.doc[self.start].lower_ == "of"):
                self._is_plain = False
            return True
        if token.text == ",":
            following = self.doc[token.i + 1] if token.i + 1 < len(self.doc) else None
            return is_place_comma(self.doc, token.i) and following is not None and following.ent_type_ == "GPE"
        if token.lower_ == "and":
            return token.i + 1 not in self.listed and joins(self.doc, self.mentions, token.i)
        if token.lower_ in PREPOSITIONS and token.tag_ == "IN":
            self._is_plain = self._is_plain and token.lower_ in OPEN
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


def is_word(token: Token) -> bool:
    """A word that a complement can hold."""
    if token.tag_ == "VBN" and token.i > 1:
        return begins_compound(token.doc, token.i - 2)
    return (token.tag_ in WORDS and not token.is_space) or token.text in {"-", "&"}


def begins_compound(doc: Doc, i: int) -> bool:
    """The first word of "state-owned", "Lima-based", which tells of a body and not of the position."""
    return i + 2 < len(doc) and doc[i + 1].text == "-" and doc[i + 2].tag_ == "VBN"


def is_possessive(doc: Doc, i: int) -> bool:
    """A possessive mark stands at a token."""
    return i < len(doc) and doc[i].tag_ == "POS"


def is_place_comma(doc: Doc, i: int) -> bool:
    """A comma inside a place: "a Louisville, Ky., businessman"."""
    return i > 0 and doc[i - 1].ent_type_ == "GPE"


def skip_brackets(doc: Doc, i: int) -> int:
    """One past a short bracket that begins at a token: "Comptroller and Auditor General (CAG)"."""
    closing = BRACKETS.get(doc[i].text) if i < len(doc) else None
    if closing is not None:
        for j in range(i + 1, min(i + BRACKETED, len(doc))):
            if doc[j].text == closing:
                return j + 1
    return i


def joins(doc: Doc, mentions: Mentions, i: int) -> bool:
    """An "and" inside a complement ("enforcement and market oversight"), not one before the next party or clause."""
    following = doc[i + 1] if i + 1 < len(doc) else None
    if following is None or mentions.at(following) is not None or following.tag_ not in NOUNS | {"JJ"}:
        return False
    return doc[i - 1].is_title == following.is_title


def is_joined(doc: Doc, first: Mention, second: Mention) -> bool:
    """The second name belongs to the first: "the Justice Department's Criminal Division"."""
    between = doc[first.end : second.start]
    return all(t.tag_ == "POS" or t.lower_ in {"'s", "s", "'"} for t in between)
