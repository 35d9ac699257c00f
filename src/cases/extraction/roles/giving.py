"""Who holds a title by the verb that gives it: "X was minister", "X served as head", "X was elected mayor"."""

from itertools import islice

from spacy.tokens import Doc, Token

from cases.extraction.roles.holding import NEXT, Held, Names
from cases.extraction.roles.titles import Title
from cases.language.columns import Columns, columns, root
from cases.language.grammar import (
    ancestors,
    children,
    conjuncts,
    coordination_head,
    is_hypothetical,
    is_negated,
    is_verb,
    patients,
    prepositional,
    subjects,
)
from cases.language.mentions import Mentions
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
    "designate",
    "elevate",
    "list",
    "register",
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
    "earn",
    "join",
}
POSTS = {
    "appointment",
    "confirmation",
    "nomination",
    "election",
    "promotion",
    "position",
    "role",
    "job",
    "time",
    "tenure",
    "career",
    "duty",
    "post",
    "term",
    "work",
    "capacity",
    "stint",
}
PROMOTING = {"promote", "elevate"}
SKIPPED = {"once", "not", "n't", "then", "now", "both"}
LEAVING = {"resign", "retire", "withdraw", "fire", "remove", "suspend", "oust", "switch", "go", "benefit", "profit"}
FEIGNED = {
    "claim",
    "pretend",
    "purport",
    "pose",
    "profess",
    "want",
    "hope",
    "wish",
    "plan",
    "aspire",
    "seek",
    "try",
    "run",
}
PRONOUNS = {"he", "she"}


def given_by_verb(doc: Doc, mentions: Mentions, names: Names, title: Title) -> list[Held]:
    """A title as in "X was minister", "X was elected mayor", "X served as head", "as a director at Y, X …"."""
    cue = cue_before(doc, title.left)
    if cue is None or title.code == "victim":
        return []
    holders, verb, rule = holders_of(cue)
    if (name := names.ending.get(cue.i)) is not None and cue.lower_ == "as" and rule in {"appointed", "post-as"}:
        holders = [root(doc, name.start, name.end)]  # "named A as minister and B as chairman"
    if not holders and rule in {"copula", "served-as"}:  # a name that the parser takes for an adverb
        holders = [doc[verb.i - 1]] if verb.i > 0 and rule == "copula" else children(verb, "advmod", "npadvmod")[:1]
    if is_negated(verb) or is_hypothetical(verb) or is_unreal(verb):
        return []
    people = [ref for token in map(described, holders) for ref in mentions.refs(token) if ref.kind == "person"]
    if len(people) > len(holders) and title.body is None and doc[title.noun - 1].lower_ == "members":
        return []  # "the defendants were members of a campaign"
    if not people and verb.dep_ == "advcl" and any(t.lower_ in PRONOUNS for t in holders):
        people = subject_above(mentions, verb)
    if title.plural != (len(people) > 1):
        people = [] if title.plural else people[:1]
    first = min([verb.i, cue.i, *(t.i for t in holders)])
    return [Held(ref, title, max(first, title.left - 25), title.right, rule) for ref in dict.fromkeys(people)]


def is_unreal(verb: Token) -> bool:
    """A position that nobody holds by the verb: "claiming to be an investor", "barred from being a director"."""
    if verb.tag_ == "VBG":
        first = coordination_head(verb)
        return first.dep_ == "pcomp" and first.head.lower_ == "from" and first.head.head.lemma_ not in LEAVING
    return (
        verb.tag_ == "VB"
        and verb.lemma_ == "be"
        and any(c.lower_ == "to" for c in verb.children)
        and verb.head.lemma_ in FEIGNED
    )


def described(token: Token) -> Token:
    """The name that a word describes: X in "X, a former mayor who …"; the word itself if it describes none."""
    return token.head if token.dep_ == "appos" else token


def subject_above(mentions: Mentions, verb: Token) -> list[Ref]:
    """Whom "he" stands for in "while he was minister": the nearest person who is a subject above."""
    for head in islice(ancestors(verb), 4):
        people = [r for t in subjects(head) if (r := mentions.ref(t)) is not None and r.kind == "person"]
        if people:
            return people
    return []


def cue_before(doc: Doc, left: int) -> Token | None:
    """The verb or "as" that stands before a title, adverbs skipped."""
    i, said = left - 1, columns(doc)
    while i > 0 and (said.tags[i] in {"RB", "RBR"} or said.lower[i] in SKIPPED):
        if said.lower[i] in {"not", "n't", "never"}:
            return None
        i -= 1
    if i < 0:
        return None
    if said.words[i] == ",":
        i = before_insertion(said, i)
    if said.lower[i] == "as" or said.lemmas[i] in COPULAS or said.lemmas[i] in APPOINTING:
        return doc[i]
    if said.lower[i] == "to" and i > 0 and said.lemmas[i - 1] in PROMOTING:
        return doc[i - 1]
    return None


def before_insertion(said: Columns, i: int) -> int:
    """The copula before words between commas: "was, at times, the controller"; else the comma itself."""
    for j in range(i - 1, max(i - NEXT, 0), -1):
        if said.words[j] == ",":
            return j - 1 if said.lemmas[j - 1] in COPULAS else i
        if said.tags[j].startswith(("VB", "NNP")):
            break
    return i


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
        return children(governor, "poss") or prepositional(governor, "of"), governor, "post-as"
    if cue.is_sent_start:
        return [c for s in children(governor, "nsubj") for c in conjuncts(s)], governor, "post-as"
    return [], governor, ""
