"""Who holds a title: names after it and names before it."""

from collections.abc import Iterator, Sequence

import msgspec
from msgspec.structs import replace
from spacy.tokens import Doc, Token

from cases.extraction.roles.complements import BRACKETED, PLACES, Complement, respectful, skip_brackets
from cases.extraction.roles.titles import Title
from cases.language.columns import Columns, columns, lower, sentence_start
from cases.language.grammar import (
    SUBJECTS,
    ancestors,
)
from cases.language.mentions import Mention, Mentions
from cases.records import Ref

BESIDE_NAME = {",", "of", "aged", "from", "M.D.", "MD", "D.O.", "D.D.S.", "Ph.D.", "Esq.", "CPA"}
LISTED = {"and", ",", "&", "both", "or", "including"}
ENCLOSING = {"by", "with", "to", "from", "against", "and", "said", "told"}
PARTNERS = {"NN", "JJ", "VBN", "VBG", "HYPH"}
FAR = 14
NEXT = 7
BEFORE_TITLE = {"both", "each", "all", "now", "currently", "then", "later", "formerly", "once", "also"}
RELATIONAL = {"family", "associate", "lawyer", "spokesperson"}


class Held(msgspec.Struct, frozen=True):
    """A title that the text gives a person, with the tokens ``[first, last)`` that say so and the rule."""

    person: Ref
    title: Title
    first: int
    last: int
    rule: str


class Names:
    """The mentions of people by name, found by where they begin and end."""

    def __init__(self, mentions: Mentions):
        named = [m for m in mentions if m.form == "name" and m.ref.kind == "person"]
        self.starting = {m.start: m for m in named}
        self.ending = {m.end: m for m in named}


def names_after(doc: Doc, mentions: Mentions, names: Names, title: Title, previous: Sequence[Held]) -> list[Held]:
    """A title as in "Prosecutor X", "the owner of Y, X", "Trial Attorneys X and Z of the Fraud Section".

    ``previous`` are the holders of the title before it: a name that has its own is no reason against "the chairman, X,
    the treasurer, Z".
    """
    first = name_at(doc, names, title.noun)
    if first is None and title.right != title.noun and title.code not in RELATIONAL:
        first = name_at(doc, names, title.right)
    if first is None and not title.determined:
        first = over_partner(doc, names, title)
    comma = first is None and may_be_apposition(doc, names, title, previous)
    if comma:
        first = name_at(doc, names, title.right + 1)
    if first is None or is_nickname(doc, title, first):
        return []
    if comma and (
        is_in_list(doc, names, title, first)
        or tells_of_another(doc, title)
        or is_fronted(doc[title.noun - 1], doc[first.end - 1])
        or is_somebodys(doc, title, first)
    ):
        return []
    people = [first]
    if title.plural:
        people += listed_after(doc, names, first.end)
        if comma and len(people) == 1:
            return []  # "after the call from the firm's lawyers, Roe deleted them"
    if title.body is None:
        title = replace(title, body=body_after(doc, mentions, people[-1].end))
    rule = "apposition-before-name" if comma else "title-before-name"
    return [Held(m.ref, title, title.left, m.end, rule) for m in people]


def over_partner(doc: Doc, names: Names, title: Title) -> Mention | None:
    """The name after a second noun that no list has: "businessman and convicted swindler Sam Roe"."""
    said, end = columns(doc), title.noun + 1
    if said.lower[title.noun : end] != ["and"]:
        return None
    while end < min(len(doc), title.noun + NEXT) and said.words[end].islower() and said.tags[end] in PARTNERS:
        end += 1
    return name_at(doc, names, end) if end > title.noun + 1 and said.tags[end - 1] == "NN" else None


def may_be_apposition(doc: Doc, names: Names, title: Title, previous: Sequence[Held]) -> bool:
    """A title with a comma after it that may belong to the name there and not to the one before it."""
    if columns(doc).words[title.right : title.right + 1] != [","] or not (
        title.determined or is_enclosed(doc, names, title)
    ):
        return False
    if lower(doc, title.left - 2, title.left) == ["according", "to"]:
        return False
    name = name_before(doc, names, title)
    is_own = title.code in RELATIONAL and title.owner is not None
    return is_own or name is None or any(h.rule == "apposition-before-name" and h.last == name.end for h in previous)


def is_enclosed(doc: Doc, names: Names, title: Title) -> bool:
    """A name between commas after a title that nothing determines: "Clinic co-owner, Jane Roe, said"."""
    name, said, before = name_at(doc, names, title.right + 1), columns(doc), title.left - 1
    if name is None or title.plural or said.words[name.end : name.end + 1] not in ([","], ["."]):
        return False
    return before < 0 or said.words[before].isspace() or said.lower[before] in ENCLOSING


def is_in_list(doc: Doc, names: Names, title: Title, name: Mention) -> bool:
    """Somebody unnamed in a list before others who are: "a lawyer, X, then-chairman Y and Z"."""
    if doc[title.left].lower_ not in {"a", "an"} or name.end >= len(doc) or doc[name.end].text != ",":
        return False
    after = doc[name.end + 1 : name.end + NEXT]
    return not any(t.tag_.startswith("VB") for t in after) and any(t.i in names.starting for t in after)


def is_somebodys(doc: Doc, title: Title, name: Mention) -> bool:
    """A title of somebody whom only a relation to the name tells: "as a judge, Roe's brother may"."""
    return doc[title.left].lower_ in {"a", "an"} and doc[name.end : name.end + 1].text in {"'s", "'"}


def tells_of_another(doc: Doc, title: Title) -> bool:
    """A description after the comma of what it describes, no name: "the aide, a member of the party, X said"."""
    if title.left < 2 or doc[title.left].lower_ not in {"a", "an"} or doc[title.left - 1].text != ",":
        return False
    before = doc[title.left - 2]
    return before.tag_ in {"NN", "NNS", "NNP"} and before.ent_type_ != "DATE"


def is_fronted(word: Token, subject: Token) -> bool:
    """A word that ends what stands before the sentence's subject: "As with the first victim, Roe told them"."""
    opening = word.doc[sentence_start(subject)]
    return subject.dep_ in SUBJECTS and opening.tag_ == "IN" and any(t == opening for t in ancestors(word))


def is_nickname(doc: Doc, title: Title, name: Mention) -> bool:
    """Title and name stand in quotation marks by themselves: "King Sid"."""
    return title.left > 0 and doc[title.left - 1].is_quote and any(t.is_quote for t in doc[name.end : name.end + 2])


def name_before(doc: Doc, names: Names, title: Title) -> Mention | None:
    """The name that stands with a comma before the title, which then belongs to it."""
    i = title.left - 1
    return names.ending.get(back_over_age(doc, i)) if i > 0 and columns(doc).words[i] == "," else None


def back_over_age(doc: Doc, i: int) -> int:
    """From a comma back over ", 55", "(alias Bo)" and "of Albuquerque, New Mexico" to where a name may end."""
    start, said = i, columns(doc)
    while i > 0 and start - i < FAR:
        if said.words[i - 1] == ")":
            i = next((j for j in range(i - 2, max(i - BRACKETED, 0), -1) if said.words[j] == "("), i - 1)
            continue
        if not is_beside_name(said, i - 1):
            break
        i -= 1
    return i


def over_age(doc: Doc, i: int) -> int:
    """From a name's end over ", 55" and ", of Albuquerque, New Mexico" to what a list goes on with."""
    end, said = i, columns(doc)
    while end < len(doc) and end - i < FAR and is_beside_name(said, end):
        end += 1
    return end - 1 if end > i and said.words[end - 1] == "," else end


def is_beside_name(said: Columns, i: int) -> bool:
    """A word of what tells age, degree and home of whoever was named before it."""
    return said.tags[i] == "CD" or said.labels[i] in PLACES or said.words[i] in BESIDE_NAME


def name_at(doc: Doc, names: Names, i: int) -> Mention | None:
    """The name that begins at a token, honorifics before it and a bracket skipped."""
    i, words = skip_brackets(doc, i), columns(doc).lower
    for j in range(i, min(i + 3, len(words))):
        if j in names.starting:
            return names.starting[j]
        if not (words[j].rstrip(".") in respectful() or (j > i and words[j] == ".")):
            return None
    return None


def listed_after(doc: Doc, names: Names, i: int) -> Iterator[Mention]:
    """The names that go on a list: ", B and C"."""
    words = columns(doc).lower
    while True:
        j = start = over_age(doc, i)
        while j < len(words) and words[j] in LISTED and j - start < 3:
            j += 1
        following = name_at(doc, names, j) if j > start else None
        if following is None:
            return
        yield following
        i = following.end


def body_after(doc: Doc, mentions: Mentions, i: int) -> Ref | None:
    """The body in "of the Justice Department's Criminal Division" after a name."""
    words = columns(doc).lower
    if i < len(words) and words[i] == ",":
        i += 1
    if i < len(words) and words[i] in {"of", "with", "from", "for", "at"}:
        return Complement(doc, mentions, i).body()
    return None


def names_before(doc: Doc, names: Names, title: Title) -> list[Held]:
    """A title as in "X, the head of Y", "X, 55, a former officer at Y", "X and Z, both sergeants"."""
    i, said = title.left, columns(doc)
    while i > 0 and said.lower[i - 1] in BEFORE_TITLE:
        i -= 1
    i = over_first(said, i)
    if i > 1 and said.words[i - 2] == "," and doc[i - 1].is_quote:  # 'X, known as "Ace," a former mayor'
        i -= 1
    if i == 0 or not (said.words[i - 1] in {",", "(", "—", "–", "-"} or is_line_break(doc, i - 1)):
        return []
    last = names.ending.get(back_over_age(doc, i - 1)) or names.ending.get(i - 1)
    if last is None or (is_line_break(doc, i - 1) and not is_alone(doc, last, title)):
        return []
    if last.ref == title.owner or is_fronted(doc[last.end - 1], doc[title.noun - 1]):
        return []
    people = [last]
    if title.plural:
        people += listed_before(doc, names, last.start)
    return [Held(m.ref, title, m.start, title.right, "apposition") for m in people]


def over_first(said: Columns, i: int) -> int:
    """From a title back over what else describes the person: "X, a French citizen and" executive."""
    if i < 3 or said.lower[i - 1] != "and":
        return i
    j = i - 2
    while j > max(i - NEXT, 0) and (said.tags[j] in PARTNERS or said.labels[j] in PLACES):
        j -= 1
    is_first = said.lower[j] in {"a", "an"} and said.words[j - 1] == "," and said.tags[i - 2] == "NN"
    return j if is_first else i


def is_line_break(doc: Doc, i: int) -> bool:
    """A line ends at a token."""
    return "\n" in columns(doc).words[i]


def is_alone(doc: Doc, name: Mention, title: Title) -> bool:
    """Name and title have a line each, as where a release names whom to call."""
    begins = name.start == 0 or is_line_break(doc, name.start - 1) or columns(doc).words[name.start - 1] == ":"
    return begins and name.end == title.left - 1 and (title.right == len(doc) or is_line_break(doc, title.right))


def listed_before(doc: Doc, names: Names, i: int) -> Iterator[Mention]:
    """The names before the last of a list: "A, B and" C."""
    words = columns(doc).lower
    while True:
        j = i
        while j > 0 and words[j - 1] in LISTED and i - j < 3:
            j -= 1
        name = names.ending.get(j) or names.ending.get(back_over_age(doc, j))
        if j == i or name is None:
            return
        yield name
        i = name.start
