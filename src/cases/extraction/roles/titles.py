"""Phrases that name a position: the listed noun with what stands before and after it.

"Mexico's former public security minister", "Deputy Chief of the District Attorney's Investigations Division".
"""

import msgspec
from spacy.tokens import Doc

from cases.extraction.roles.complements import (
    NOUNS,
    OPEN,
    PREPOSITIONS,
    Complement,
    is_possessive,
    respectful,
    skip_brackets,
)
from cases.extraction.roles.premodifiers import Before
from cases.language.columns import columns
from cases.language.lexicon import Match
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.records import Ref

NOUNLIKE = {"JJ", "JJR", "RB", "FW"}
ADJECTIVES = {"general", "principal", "major", "chief", "accused", "marine", "head", "fellow"}
HEADS = {"chief", "head", "principal"}
UNTOLD = {"one", "two", "three", "several", "some", "many", "both", "former", "another", "any", "each", "various"}
DEPARTMENTAL = {"minister", "secretary", "chancellor"}


class Title(msgspec.Struct, frozen=True):
    """A phrase that names a position.

    Attributes:
        start: First token of the title as the table gives it, without "former", nationality or body.
        end: One past its last token.
        left: First token of the whole phrase, determiners, possessors and bodies included.
        noun: One past the last token of the listed noun, from where a name can follow.
        right: One past the whole phrase, complement included.
        code: The list's code for the noun.
        former: Whether a word before it says that the position is past.
        plural: Whether it names several people; "one of his lawyers" names one.
        body: The organisation named in the phrase, the most specific one.
        owner: The person whose possessive the phrase begins with ("Najib's brother", "his lawyer").
        place: Token of the country, nationality or place in the phrase.
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
    place: int | None = None
    determined: bool = False


def find_titles(reading: Reading, mentions: Mentions) -> list[Title]:
    """Every phrase with a listed title in text order; none for one that owns something ("a minister's brother")."""
    doc = reading.doc
    matches = [
        m for m in reading.matches.get("titles", ()) if is_noun(doc, mentions, m) and not is_inside_name(mentions, m)
    ]
    listed = {i for m in matches for i in range(m.start, m.end)}
    return [read_title(doc, mentions, m, listed) for m in matches if not is_possessive(doc, m.end)]


def is_noun(doc: Doc, mentions: Mentions, match: Match) -> bool:
    """The listed words are a noun phrase's head: no verb ("heads the unit"), no first part of a longer noun.

    The "Justice" whose minister somebody is is nobody's title.
    """
    said, last, following = columns(doc), match.end - 1, match.end
    word, printed, tag = said.lower[last], said.words[last], said.tags[last]
    if word == "justice" and (printed.islower() or said.lower[match.start - 1] == "of"):
        return False
    if tag not in NOUNS and not printed.istitle():
        adjective = word in ADJECTIVES and said.tags[match.start] not in NOUNS  # "general", not "director-general"
        headed = word in HEADS and said.words[following : following + 1] == ["of"]
        if tag not in NOUNLIKE or (adjective and not headed):
            return False
    if following == len(doc) or said.tags[following] not in NOUNS or said.words[following].isspace():
        return True
    mention = mentions.at(following)
    return (mention is not None and mention.ref.kind == "person") or said.lower[following].rstrip(".") in respectful()


def is_inside_name(mentions: Mentions, match: Match) -> bool:
    """The words are part of a longer name: "District Attorney's Office", "King" in "Stephen King".

    A body's name that ends in a title before a person's ("Department of Investigation Commissioner" X) holds none,
    and a title that ends in a body's ("Secretary of the Treasury") is no part of it.
    """
    mention = mentions.at(match.end - 1)
    if mention is None or mention.form != "name" or (match.start < mention.start and mention.end <= match.end):
        return False
    following = mentions.at(match.end)
    is_end = mention.ref.kind == "organization" and mention.start < match.start and mention.end == match.end
    return not (is_end and following is not None and following.ref.kind == "person")


def read_title(doc: Doc, mentions: Mentions, match: Match, listed: set[int]) -> Title:
    """The whole phrase around a listed noun; ``listed`` are the tokens of all listed nouns."""
    said = columns(doc)
    before = Before(doc, mentions, match.start, listed)
    right = skip_brackets(doc, match.end)
    body = owner = None
    if right < len(doc) and said.lower[right] in PREPOSITIONS and said.tags[right] in {"IN", "TO"}:
        complement = Complement(doc, mentions, right, listed)
        end = complement.plain if is_part(doc, match, right, complement) else match.end
        right, body, owner = complement.right, complement.body(), complement.owner
    else:
        end = match.end
    plural = is_plural_word(doc, head_of(doc, match.start, match.end))
    one_of = plural and said.lower[max(before.left - 2, 0) : before.left] == ["one", "of"]
    return Title(
        start=before.start,
        end=end,
        left=before.left - 2 if one_of else before.left,
        noun=match.end,
        right=right,
        code=match.code,
        former=before.former,
        plural=plural and not one_of,
        body=body or before.body,
        owner=before.owner or owner,
        place=before.place,
        determined=one_of or before.determined or before.former or before.body is not None,
    )


def head_of(doc: Doc, start: int, end: int) -> int:
    """The word of a title that tells how many hold it: "inspectors" general, "members" of parliament."""
    if end - start == 1:
        return start
    words = columns(doc).lower
    return next((i for i in range(start + 1, end) if words[i] in {"general", "of", "in", "at"}), end) - 1


def is_plural_word(doc: Doc, i: int) -> bool:
    """A word with the ending of a plural: "lawyers", "businessmen"."""
    said = columns(doc)
    return said.lower[i].endswith(("s", "men")) and said.lower[i] != said.lemmas[i].lower()


def is_part(doc: Doc, match: Match, start: int, complement: Complement) -> bool:
    """The complement's first words belong to the title: "director of maintenance", "minister of the economy"."""
    words = columns(doc).lower
    if words[start] not in OPEN or complement.plain <= start + 1:
        return False
    if words[start + 1] in UNTOLD:
        return False
    return words[start + 1] != "the" or words[match.end - 1] in DEPARTMENTAL
