"""The description that a headline or lead gives of the accused, whose name comes later.

"A former procurement officer at the laboratory was indicted today." is told of the document's one accused person.
"""

from collections.abc import Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from cases.extraction.roles.holding import Held
from cases.extraction.roles.titles import Title
from cases.language.ages import has_age
from cases.language.columns import columns
from cases.language.grammar import is_hypothetical, is_negated, is_verb
from cases.language.mentions import Mentions
from cases.language.numerals import SMALL
from cases.records import Ref, Role

ACCUSING = {
    "charge",
    "indict",
    "arrest",
    "arraign",
    "convict",
    "sentence",
    "plead",
    "accuse",
    "jail",
    "imprison",
    "admit",
    "extradite",
    "fine",
    "detain",
    "face",
    "find",
}
GIVING = {"give", "receive", "make", "get"}
GIVEN = {"appearance", "sentence", "term"}
ACCUSATIONS = {"charge", "indictment", "complaint", "information", "case", "arrest", "conviction", "plea", "sentence"}
CODES = {
    "public_office",
    "private_office",
    "state",
    "business",
    "lawyer",
    "judge",
    "investigator",
    "prosecutor",
    "family",
}
OF_ONESELF = {"plead", "admit", "face"}
BEGINNING = 150
INTRODUCTION = 400  # tokens from the beginning
NEXT = 4
VAGUE = {"official", "officer", "employee", "member", "worker", "minister", "ex-minister", "leader", "executive"}


def described(doc: Doc, mentions: Mentions, titles: Sequence[Title], taken: set[int], accused: set[Ref]) -> list[Held]:
    """Titles of nobody named, given in the beginning of a text to its one accused person."""
    person = main_accused(doc, mentions, accused)
    found: list[Held] = []
    others = of_two(doc, titles, len(accused))
    for title in titles:
        if title.left > BEGINNING:
            break
        if title.left in others or is_unnamed_member(doc, title):
            continue
        if title.left in taken or title.code not in CODES or title.owner is not None:
            continue
        if title.plural:
            if is_number(doc, title, len(accused)) and is_accused(doc[title.noun - 1]):
                found += [Held(ref, title, title.left, title.right, "lead") for ref in in_order(accused)]
            continue
        if person is None:
            continue
        is_own = doc[title.noun].lower_ == "of" and not is_relative(doc, mentions, title, person)
        if title.code == "family" and not is_own:
            continue
        if is_headed(doc, title) or is_accused(doc[title.noun - 1]):
            found.append(Held(person, title, title.left, title.right, "lead"))
    return found


def is_relative(doc: Doc, mentions: Mentions, title: Title, person: Ref) -> bool:
    """The person is named right after the title: whose wife it is, not who she is."""
    return any(mentions.ref(t) == person for t in doc[title.noun : min(title.noun + NEXT + 2, len(doc))])


def of_two(doc: Doc, titles: Sequence[Title], number: int) -> set[int]:
    """Where the titles of two people begin: "a judge and a clerk", of several accused "Judge and Clerk Jailed"."""
    words = columns(doc).lower
    found: set[int] = set()
    for a, b in pairwise(titles):
        if a.left > BEGINNING:
            break
        apart = words[b.left] in {"a", "an"} or (number > 1 and words[a.left] not in {"a", "an"})
        if words[a.right : b.left] == ["and"] and apart and not a.plural and not b.plural:
            found |= {a.left, b.left}
    return found


def is_unnamed_member(doc: Doc, title: Title) -> bool:
    """A member of nothing that is known by name."""
    return (
        title.body is None and columns(doc).lemmas[title.noun - 1].lower() == "member" and title.noun - title.start == 1
    )


def is_number(doc: Doc, title: Title, number: int) -> bool:
    """As many people as are accused: "two former members of the guard"."""
    words = [t.lower_ for t in doc[title.left : title.noun]]
    return number > 1 and any(SMALL.get(w) == number or w == str(number) for w in words)


def in_order(accused: set[Ref]) -> list[Ref]:
    """The accused in the order in which the text names them."""
    return sorted(accused, key=lambda ref: ref.index)


def main_accused(doc: Doc, mentions: Mentions, accused: set[Ref]) -> Ref | None:
    """The one accused person, the first introduced with an age, or whoever is named far more often than any other."""
    named = (m for m in mentions if m.form == "name" and m.ref in accused)
    introduced = next((m.ref for m in named if m.start < INTRODUCTION and has_age(doc, m.end)), None)
    if introduced is not None:
        return introduced
    counts = {ref: sum(m.form == "name" for m in mentions.of(ref)) for ref in accused}
    most = sorted(counts.items(), key=lambda item: (-item[1], item[0].index))
    if not most or (len(most) > 1 and most[0][1] < 2 * most[1][1]):
        return None
    return most[0][0]


def is_headed(doc: Doc, title: Title) -> bool:
    """In a headline the accusing word follows the phrase: "Former Mayor of Springfield Indicted"."""
    if title.determined and doc[title.left].lower_ in {"the", "a", "an", "his", "her"}:
        return False
    starts = title.left == 0 or doc[title.left - 1].is_space
    if is_accuser(doc[title.noun - 1]):
        return False
    return starts and any(t.lemma_ in ACCUSING for t in doc[title.right : title.right + NEXT] if not t.is_space)


def is_accused(noun: Token) -> bool:
    """The noun is who an accusing verb or noun speaks of."""
    head = noun.head
    if is_accuser(noun):
        return False
    if noun.dep_ in {"nsubj", "nsubjpass"}:
        return any(is_accusing(verb) for verb in (head, *(c for c in head.children if c.dep_ in {"xcomp", "conj"})))
    if noun.dep_ == "dobj":
        return is_accusing(head) and head.lemma_ not in {"admit", "plead", "face", "find"}
    if noun.dep_ == "pobj" and head.lower_ in {"against", "of"}:
        return head.head.lemma_ in ACCUSATIONS
    return False


def is_accuser(noun: Token) -> bool:
    """Who does it to another: "a prosecutor has charged Roe"."""
    head = noun.head
    if noun.dep_ != "nsubj" or head.lemma_ in OF_ONESELF or is_before_court(head):
        return False
    return any(c.dep_ == "dobj" for c in head.children)


def is_before_court(verb: Token) -> bool:
    """A verb whose object tells the step: "made his initial appearance", "was given a sentence"."""
    return verb.lemma_ in GIVING and any(c.dep_ == "dobj" and c.lemma_ in GIVEN for c in verb.children)


def is_accusing(verb: Token) -> bool:
    """A verb that says of somebody that he is accused, neither denied nor only possible."""
    if not is_verb(verb) or not (verb.lemma_ in ACCUSING or is_before_court(verb)):
        return False
    return not is_negated(verb) and not is_hypothetical(verb)


def is_vague(role: Role) -> bool:
    """A description that says less than any title beside it: "a former official"."""
    return role.spans[0].method == "roles:lead" and role.title.lower().split()[-1] in VAGUE


def without_vague(roles: Sequence[Role]) -> list[Role]:
    """The roles less the vague descriptions of people who have a proper title."""
    titled = {r.person for r in roles if not is_vague(r) and r.kind in {"public_office", "private_office"}}
    return [r for r in roles if not (is_vague(r) and r.person in titled)]


def without_others(roles: Sequence[Role], accused: set[Ref]) -> list[Role]:
    """The roles less the descriptions that another accused person bears by name.

    In "A judge was sentenced … a jury convicted Judge A … B had bribed him" the judge is A, however often B is named.
    """
    named: dict[tuple[str, str], set[Ref]] = {}
    for role in roles:
        if role.person in accused and role.spans[0].method != "roles:lead":
            named.setdefault(office(role), set()).add(role.person)
    return [r for r in roles if r.spans[0].method != "roles:lead" or not named.get(office(r), set()) - {r.person}]


def office(role: Role) -> tuple[str, str]:
    """Kind and last word of a role: what a description and a title before a name have in common."""
    return role.kind, role.title.lower().split()[-1]
