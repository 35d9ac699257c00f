"""Who holds a title: names after it, names before it, and verbs that give it to someone."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Doc, Token

from cases.extraction.roles.complements import PLACES, Complement, skip_brackets
from cases.extraction.roles.titles import HONORIFICS, Title
from cases.language.grammar import (
    ancestors,
    children,
    conjuncts,
    is_hypothetical,
    is_negated,
    is_verb,
    patients,
    subjects,
)
from cases.language.mentions import Mention, Mentions
from cases.records import Ref

COPULAS = {"be", "become", "remain", "stay"}
APPOINTING = {
    "appoint",
    "elect",
    "name",
    "hire",
    "re-elect",
    "reelect",
    "nominate",
    "promote",
    "install",
    "employ",
    "swear",
}
SERVING = {
    "serve",
    "work",
    "act",
    "practice",
    "practise",
    "function",
    "double",
    "resign",
    "retire",
    "quit",
    "start",
    "begin",
}
POSTS = {"position", "role", "job", "time", "tenure", "career", "duty", "post", "term", "work", "capacity", "stint"}
LISTED = {"and", ",", "&", "both", "or", "including"}
FAR = 14
PRONOUNS = {"he", "she"}
RELATIONAL = {"family", "associate", "lawyer", "spokesperson"}


@dataclass(frozen=True, slots=True)
class Held:
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


def names_after(doc: Doc, mentions: Mentions, names: Names, title: Title) -> list[Held]:
    """A title as in "Prosecutor X", "the owner of Y, X", "Trial Attorneys X and Z of the Fraud Section"."""
    first = name_at(doc, names, title.noun)
    if first is None and title.code not in RELATIONAL:
        first = name_at(doc, names, title.right)
    rule = "title-before-name"
    is_apposition = title.determined and doc[min(title.right, len(doc) - 1)].text == ","
    is_own = title.code in RELATIONAL and title.owner is not None
    is_source = [t.lower_ for t in doc[max(title.left - 2, 0) : title.left]] == ["according", "to"]
    if first is None and is_apposition and not is_source and (is_own or not follows_name(doc, names, title)):
        first, rule = name_at(doc, names, title.right + 1), "apposition-before-name"
    if first is None:
        return []
    people = [first]
    if title.plural:
        people += listed_after(doc, names, first.end)
        if rule == "apposition-before-name" and len(people) == 1:
            return []  # "after the call from the firm's lawyers, Roe deleted them"
    if title.body is None:
        title = replace(title, body=body_after(doc, mentions, people[-1].end))
    return [Held(m.ref, title, title.left, m.end, rule) for m in people]


def follows_name(doc: Doc, names: Names, title: Title) -> bool:
    """A name and a comma stand before the title, so that it belongs to that name."""
    i = title.left - 1
    return i > 0 and doc[i].text == "," and back_over_age(doc, i) in names.ending


def back_over_age(doc: Doc, i: int) -> int:
    """From a comma back over ", 55" and "of Albuquerque, New Mexico" to where a name may end."""
    start = i
    while i > 0 and start - i < FAR:
        token = doc[i - 1]
        if not (token.tag_ == "CD" or token.ent_type_ in PLACES or token.text in {",", "of", "aged", "from"}):
            break
        i -= 1
    return i


def name_at(doc: Doc, names: Names, i: int) -> Mention | None:
    """The name that begins at a token, honorifics before it and a bracket skipped."""
    i = skip_brackets(doc, i)
    for j in range(i, min(i + 3, len(doc))):
        if j in names.starting:
            return names.starting[j]
        if doc[j].lower_ not in HONORIFICS:
            return None
    return None


def listed_after(doc: Doc, names: Names, i: int) -> Iterator[Mention]:
    """The names that go on a list: ", B and C"."""
    while True:
        j = i
        while j < len(doc) and doc[j].lower_ in LISTED and j - i < 3:
            j += 1
        if j == i or j not in names.starting:
            return
        yield names.starting[j]
        i = names.starting[j].end


def body_after(doc: Doc, mentions: Mentions, i: int) -> Ref | None:
    """The body in "of the Justice Department's Criminal Division" after a name."""
    if i < len(doc) and doc[i].text == ",":
        i += 1
    if i < len(doc) and doc[i].lower_ in {"of", "with", "from", "for", "at"}:
        return Complement(doc, mentions, i).body()
    return None


def names_before(doc: Doc, names: Names, title: Title) -> list[Held]:
    """A title as in "X, the head of Y", "X, 55, a former officer at Y", "X and Z, both sergeants"."""
    i = title.left
    while i > 0 and doc[i - 1].lower_ in {"both", "each", "all"}:
        i -= 1
    if i == 0 or doc[i - 1].text not in {",", "(", "—", "–", "-"}:
        return []
    last = names.ending.get(back_over_age(doc, i - 1)) or names.ending.get(i - 1)
    if last is None:
        return []
    if last.ref == title.owner:
        return []
    people = [last]
    if title.plural:
        people += listed_before(doc, names, last.start)
    return [Held(m.ref, title, m.start, title.right, "apposition") for m in people]


def listed_before(doc: Doc, names: Names, i: int) -> Iterator[Mention]:
    """The names before the last of a list: "A, B and" C."""
    while True:
        j = i
        while j > 0 and doc[j - 1].lower_ in LISTED and i - j < 3:
            j -= 1
        if j == i or j not in names.ending:
            return
        yield names.ending[j]
        i = names.ending[j].start


def given_by_verb(doc: Doc, mentions: Mentions, title: Title) -> list[Held]:
    """A title as in "X was minister", "X was elected mayor", "X served as head", "as a director at Y, X …"."""
    cue = cue_before(doc, title.left)
    if cue is None or title.code == "victim":
        return []
    holders, verb, rule = holders_of(cue)
    if is_negated(verb) or is_hypothetical(verb):
        return []
    people = [ref for token in holders if (ref := mentions.ref(token)) is not None and ref.kind == "person"]
    if not people and verb.dep_ == "advcl" and any(t.lower_ in PRONOUNS for t in holders):
        people = subject_above(mentions, verb)
    if title.plural != (len(people) > 1):
        people = [] if title.plural else people[:1]
    first = min([verb.i, cue.i, *(t.i for t in holders)])
    return [Held(ref, title, max(first, title.left - 25), title.right, rule) for ref in dict.fromkeys(people)]


def subject_above(mentions: Mentions, verb: Token) -> list[Ref]:
    """Whom "he" stands for in "while he was minister": the nearest person who is a subject above."""
    for head in islice(ancestors(verb), 4):
        people = [r for t in subjects(head) if (r := mentions.ref(t)) is not None and r.kind == "person"]
        if people:
            return people
    return []


def cue_before(doc: Doc, left: int) -> Token | None:
    """The verb or "as" that stands before a title, adverbs skipped."""
    i = left - 1
    while i > 0 and (doc[i].tag_ in {"RB"} or doc[i].lower_ in {"once", "not", "n't", "then", "now"}):
        if doc[i].lower_ in {"not", "n't", "never"}:
            return None
        i -= 1
    if i < 0:
        return None
    token = doc[i]
    if token.lower_ == "as" or token.lemma_ in COPULAS or token.lemma_ in APPOINTING:
        return token
    return None


def governor_of(cue: Token) -> Token:
    """The verb or noun that "as" belongs to, dates between them skipped: "served from 2012 to 2018 as"."""
    governor = cue.head
    while governor.dep_ in {"prep", "pobj", "pcomp"} and not is_verb(governor) and governor.lemma_ not in POSTS:
        governor = governor.head
    return governor


def holders_of(cue: Token) -> tuple[list[Token], Token, str]:
    """The words for whoever holds the position, the verb that says so, and the rule's name."""
    if cue.lower_ != "as":
        verb = cue.head if cue.dep_ in {"aux", "auxpass"} else cue
        return (patients(verb), verb, "appointed") if cue.lemma_ in APPOINTING else (subjects(verb), verb, "copula")
    governor = governor_of(cue)
    if governor.lemma_ in SERVING:
        return subjects(governor), governor, "served-as"
    if governor.lemma_ in APPOINTING:
        return patients(governor), governor, "appointed"
    if governor.lemma_ in POSTS:
        return children(governor, "poss"), governor, "post-as"
    if cue.is_sent_start:
        return [c for s in children(governor, "nsubj") for c in conjuncts(s)], governor, "post-as"
    return [], governor, ""
