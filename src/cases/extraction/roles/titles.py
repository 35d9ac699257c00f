"""Phrases that name a position: the listed noun with what stands before and after it.

"Mexico's former public security minister", "Deputy Chief of the District Attorney's Investigations Division".
"""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from cases.extraction.roles.complements import (
    NOUNS,
    OPEN,
    PLACES,
    PREPOSITIONS,
    Complement,
    is_place_comma,
    skip_brackets,
)
from cases.language.lexicon import Match, load_words
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.records import Ref

HONORIFICS = {
    "mr",
    "mr.",
    "mrs",
    "mrs.",
    "ms",
    "ms.",
    "dr",
    "dr.",
    "gen.",
    "gen",
    "dame",
    "sir",
    "lord",
    "datuk",
    "seri",
}
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
    "both",
    "all",
    "one",
    "two",
    "three",
}
LONGEST_BEFORE = 10
NOUNLIKE = {"JJ", "JJR", "RB", "FW"}
ADJECTIVES = {"general", "principal", "major", "chief", "accused", "marine", "head", "fellow"}
MODIFIERS = NOUNS | {"JJ", "CD", "HYPH", "AFX"}
DEPARTMENTAL = {"minister", "secretary", "chancellor"}
VERBAL_MODIFIERS = {
    "acting",
    "managing",
    "supervising",
    "presiding",
    "founding",
    "operating",
    "purchasing",
    "contracting",
}


@dataclass(frozen=True, slots=True)
class Title:
    """A phrase that names a position.

    Attributes:
        start: First token of the title as the table gives it, without "former", nationality or body.
        end: One past its last token.
        left: First token of the whole phrase, determiners, possessors and bodies included.
        noun: One past the last token of the listed noun, from where a name can follow.
        right: One past the whole phrase, complement included.
        code: The list's code for the noun.
        former: Whether a word before it says that the position is past.
        plural: Whether it names several people.
        body: The organisation named in the phrase, the most specific one.
        owner: The person whose possessive the phrase begins with ("Najib's brother", "his lawyer").
        country: Text of the country or nationality in the phrase.
        determined: Whether it begins with a determiner or a possessive.
    """

    start: int
    end: int
    left: int
    noun: int
    right: int
    code: str
    former: bool = False
    plural: bool = False
    body: Ref | None = None
    owner: Ref | None = None
    place: tuple[int, int] | None = None
    determined: bool = False


def find_titles(reading: Reading, mentions: Mentions) -> list[Title]:
    """Every phrase with a listed title in text order."""
    doc = reading.doc
    matches = [
        m for m in reading.matches.get("titles", ()) if is_noun(doc, mentions, m) and not is_inside_name(mentions, m)
    ]
    listed = {i for m in matches for i in range(m.start, m.end)}
    return [read_title(doc, mentions, m, listed) for m in matches]


def is_noun(doc: Doc, mentions: Mentions, match: Match) -> bool:
    """The listed words are a noun phrase's head: no verb ("heads the unit"), no first part of a longer noun."""
    last = doc[match.end - 1]
    if last.tag_ not in NOUNS and not last.text.istitle() and (last.tag_ not in NOUNLIKE or last.lower_ in ADJECTIVES):
        return False
    following = doc[match.end] if match.end < len(doc) else None
    if following is None or following.tag_ not in NOUNS or following.is_space:
        return True
    mention = mentions.at(following)
    return (mention is not None and mention.ref.kind == "person") or following.lower_ in HONORIFICS


def is_inside_name(mentions: Mentions, match: Match) -> bool:
    """The words are part of a longer name: "District Attorney's Office", "King" in "Stephen King"."""
    mention = mentions.at(match.end - 1)
    return mention is not None and mention.form == "name"


def read_title(doc: Doc, mentions: Mentions, match: Match, listed: set[int]) -> Title:
    """The whole phrase around a listed noun; ``listed`` are the tokens of all listed nouns."""
    before = Before(doc, mentions, match.start)
    right = skip_brackets(doc, match.end)
    body = owner = None
    if right < len(doc) and doc[right].lower_ in PREPOSITIONS and doc[right].tag_ in {"IN", "TO"}:
        complement = Complement(doc, mentions, right, listed)
        end = complement.plain if is_part(doc, match, right, complement) else match.end
        right, body, owner = complement.right, complement.body(), complement.owner
    else:
        end = match.end
    last = doc[match.end - 1]
    return Title(
        start=before.start,
        end=end,
        left=before.left,
        noun=match.end,
        right=right,
        code=match.code,
        former=before.former,
        plural=last.tag_ in {"NNS", "NNPS"} or (last.lower_.endswith("s") and last.lower_ != last.lemma_),
        body=body or before.body,
        owner=before.owner or owner,
        place=before.place,
        determined=before.determined or before.former or before.body is not None,
    )


def is_part(doc: Doc, match: Match, start: int, complement: Complement) -> bool:
    """The complement's first words belong to the title: "director of maintenance", "minister of the economy"."""
    if doc[start].lower_ not in OPEN or complement.plain <= start + 1:
        return False
    return doc[start + 1].lower_ != "the" or doc[match.end - 1].lower_ in DEPARTMENTAL


class Before:
    """What stands before a listed noun, read from right to left."""

    def __init__(self, doc: Doc, mentions: Mentions, start: int):
        self.start = self.left = start
        self.former = self.determined = False
        self.body: Ref | None = None
        self.owner: Ref | None = None
        self.place: tuple[int, int] | None = None
        self._read(doc, mentions)

    def _read(self, doc: Doc, mentions: Mentions) -> None:
        former, neutral = modifiers()
        first = max(doc[self.start].sent.start, self.start - LONGEST_BEFORE)
        open_, i, possessive = True, self.start - 1, False
        while i >= first:
            token = doc[i]
            mention = mentions.at(i)
            if mention is not None and mention.form != "nominal":
                if not self._take(mention, possessive):
                    return
                self.left, open_, possessive = mention.start, False, False
                i = mention.start - 1
                continue
            if token.lower_ in former:
                self.former, open_ = True, False
            elif token.lower_ in neutral:
                open_ = False
            elif token.lower_ in {"'s", "'"} and token.tag_ == "POS":
                possessive = self.determined = True
                open_ = False
                i -= 1
                continue
            elif token.ent_type_ in PLACES:
                self.place = self.place or (i, i + 1)
                open_ = False
            elif token.text == "," and is_place_comma(doc, i):
                open_ = False
            elif token.lower_ in DETERMINERS:
                self.left, self.determined = i, True
                return
            elif not (is_modifier(token) or is_hyphenated(doc, i)):
                return
            self.left = i
            open_ = open_ and not is_acronym(token)
            if open_ and not (token.text == "-" and doc[i - 1].lower_ in former):
                self.start = i
            i -= 1

    def _take(self, mention: Mention, possessive: bool) -> bool:
        """Note the party before the noun; whether the phrase goes on before it."""
        if mention.ref.kind == "organization":
            self.body = self.body or mention.ref
            return True
        if mention.form == "pronoun" or possessive:
            self.owner, self.determined = mention.ref, True
            self.left = mention.start
            return False
        self.owner = self.owner or mention.ref
        return True


@cache
def modifiers() -> tuple[frozenset[str], frozenset[str]]:
    """The words that say "former", and those that say nothing of the position."""
    words = load_words("title_modifiers")
    return frozenset(words["former"]), frozenset(words["neutral"])


def is_modifier(token: Token) -> bool:
    """A word that can specify a noun after it: "public security" minister."""
    return (token.tag_ in MODIFIERS and not token.is_space) or token.lower_ in VERBAL_MODIFIERS


def is_acronym(token: Token) -> bool:
    """A short name in capitals, most often of a body: "SCA" inspector."""
    return token.text.isupper() and token.text.isalpha() and 1 < len(token) < 7 and token.lower_ != "us"


def is_hyphenated(doc: Doc, i: int) -> bool:
    """A hyphen, or the word before one: "in-house" solicitor."""
    if doc[i].text == "-":
        return True
    return i + 1 < len(doc) and doc[i + 1].text == "-" and not doc[i].whitespace_
