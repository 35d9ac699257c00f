"""The verbs of a sentence that impose, allow or ask for a penalty, and whom they fall on."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from cases.language.columns import columns
from cases.language.grammar import (
    agents,
    ancestors,
    children,
    coordination_head,
    is_negated,
    is_passive,
    is_verb,
    patients,
    prepositional,
    subjects,
)
from cases.language.lexicon import load_words

POSSIBLE = {"could", "may", "might", "can", "would"}
WISHED = {"should", "ought"}
FORETELLING = {"expect", "schedule", "anticipate", "slate", "likely"}
SECRETLY = {"illegally", "unlawfully", "secretly", "falsely", "fraudulently"}
PLOTTING = {"conspire", "scheme", "plot"}
LENIENT = {"probation", "release", "supervision", "parole"}
PHRASED = {"spend", "be", "include", "comprise", "enter", "make", "issue", "request", "recommendation", "demand"}
AGREEMENTS = {"agreement", "agreements", "deal", "settlement", "plea"}
DECREES = {"order", "orders", "judgment", "judgement"}
DEEP = 4
RISKING = {"face", "risk"}
SO_TO_SPEAK = {"effectively", "essentially", "practically"}
SOMEBODY = {"he", "she", "who"}
DASHES = {"-", "–", "—", "--"}
DATELINE = 8
REPAYING = {"pay", "repay", "reimburse", "return", "settle", "agree", "accept"}  # what no court does to anybody
WILLING = {"arrange", "plan", "offer", "promise", "intend", "try", "use", "want", "borrow", "induce", "persuade"}
UNDONE = {"fail", "refuse", "decline", "neglect"}


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb with its basis and the words for whom it falls on.

    The basis is ``imposed``, ``allowed``, ``sought``, or ``foretold`` where no penalty is yet.
    """

    token: Token
    basis: str
    parties: tuple[Token, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A sentence and the verb in it that its penalties belong to."""

    sentence: Tokens
    verb: Verb | None


@cache
def prosecuting() -> frozenset[str]:
    """Words for those who ask a court for a penalty."""
    return frozenset(load_words("penalties")["prosecuting"])


@cache
def terms() -> frozenset[str]:
    """Words for what is imposed, which are no parties: "sentenced to life", "placed on supervised release"."""
    return frozenset(load_words("penalties")["terms"])


@cache
def lemmas() -> dict[str, tuple[str, str]]:
    """Dictionary form → basis and whom it falls on (``patient`` or ``subject``)."""
    data = load_words("penalties")["verbs"]
    return (
        dict.fromkeys(data["sought"], ("sought", "subject"))
        | dict.fromkeys(data["imposed"]["subject"], ("imposed", "subject"))
        | dict.fromkeys(data["allowed"], ("allowed", "subject"))
        | dict.fromkeys(data["imposed"]["patient"], ("imposed", "patient"))
    )


@cache
def watched() -> frozenset[str]:
    """Words that may be a verb of penalty, or a noun like one."""
    return frozenset(lemmas()) | PHRASED | {"sentence"}


def verbs(sentence: Tokens) -> Iterator[Verb]:
    """The verbs of penalty in a sentence, in text order; what is denied is left out."""
    table, listed = lemmas(), watched()
    foretold = False
    read = columns(sentence.doc)
    for i in range(sentence.start, sentence.end):
        lower, lemma = read.lower[i], read.lemmas[i]
        if lemma not in listed and lower not in listed:
            continue
        token, entry = sentence.doc[i], table.get(lemma) or table.get(lower)
        if lower == "sentence" and token.tag_ == "NN" and (owners := children(token, "poss")):
            above = any(c.lower_ in {"maximum", "possible", "potential"} for c in token.children)
            yield Verb(token, "allowed" if above else "imposed", tuple(owners))
            continue
        if lemma in PHRASED and (told := by_phrase(token)) is not None:
            yield told
            continue
        if entry is None or not (token.tag_.startswith("VB") or lower == "punishable" or token.dep_ == "ROOT"):
            continue
        basis, side = entry
        if entry[0] == "imposed" and is_quality(token):
            continue  # "a suspended sentence"
        if token.lemma_ == "commit" and not is_passive(token):
            continue  # a crime, not to prison
        if token.lemma_ == "carry" and children(token, "prt"):
            continue  # a crime is carried out
        if token.lemma_ == "demand" and any(t.lower_ in SOMEBODY for t in agents(token)):
            continue  # "he demanded the return of the money", as no prosecutor does
        if is_negated(token) or (token.dep_ == "xcomp" and token.head.lemma_ in UNDONE):
            continue
        found = wished(token) if basis == "sought" else targets(token, side)
        basis = "foretold" if is_crime(token) else shaded(token, basis)
        foretold = basis == "foretold" or (foretold and not children(token, "nsubj", "nsubjpass"))
        found = [own for t in found for own in children(t, "nsubj") if t.tag_ == "VBG"] or found
        parties = tuple(t for t in found if is_somebody(t)) or tuple(t for t in of_term(token) if is_somebody(t))
        yield Verb(token, "foretold" if foretold and basis == "imposed" else basis, parties)


def is_somebody(token: Token) -> bool:
    """A word that can stand for a party: no date, no sum, no term, no town at the head of a text."""
    if token.ent_type_ in {"DATE", "MONEY"} or token.lemma_ in terms():
        return False
    read = columns(token.doc)
    first = read.first[token.i]
    head = read.words[first : first + DATELINE]
    dash = next((n for n, word in enumerate(head) if word in DASHES), 0)
    return token.i >= first + dash or any(word[0].islower() for word in head[:dash])


def is_quality(token: Token) -> bool:
    """A participle that tells what kind of term it is: "a suspended sentence", "15 months suspended sentence"."""
    if token.dep_ == "amod" and token.tag_ == "VBN":
        return True
    after = token.doc[token.i + 1].lemma_ if token.i + 1 < len(token.doc) else ""
    return token.tag_ == "VBN" and token.dep_ == "acl" and after in terms() and token.head.lemma_ in terms()


def of_term(verb: Token) -> list[Token]:
    """Whom a verb falls on that the parser ties to a term before it: "given 15 months suspended and disqualified"."""
    first = coordination_head(verb)
    if first == verb or first.dep_ != "acl" or first.head.lemma_ not in terms():
        return []
    above = next((t for t in ancestors(first) if lemmas().get(t.lemma_, ("", ""))[1] == "patient"), None)
    return targets(above, "patient") if above is not None else []


def by_phrase(token: Token) -> Verb | None:
    """A word that is one of penalty by what stands with it.

    "Will spend a year in jail", "will be on probation", "the sentence includes", "an order was entered against him",
    "the prosecution's request".
    """
    lemma = token.lemma_
    if lemma in {"spend", "be"} and any(c.lower_ in {"will", "must"} for c in token.children):
        if is_negated(token) or any(c.lower_ in SO_TO_SPEAK for c in token.children):
            return None
        under = {o.lower_ for o in prepositional(token, "on", "under")}
        serves = lemma == "spend" or not under.isdisjoint(LENIENT)
        return Verb(token, "imposed", tuple(subjects(token))) if serves else None
    if lemma in {"include", "comprise"} and any(t.lower_ == "sentence" for t in subjects(token)):
        return Verb(token, shaded(token, "imposed"), tuple(subjects(token)))
    if lemma in {"enter", "make", "issue"} and any(t.lower_ in DECREES for t in patients(token)):
        return Verb(token, shaded(token, "imposed"), tuple(on_whom(token)))
    if lemma in {"request", "recommendation", "demand"} and token.tag_ == "NN":
        askers = {c.lower_ for c in children(token, "poss", "compound")} | {
            t.lower_ for t in prepositional(token, "by")
        }
        return None if prosecuting().isdisjoint(askers) else Verb(token, "sought", tuple(wished(token)))
    return None


def imposing(token: Token, side: str) -> Verb | None:
    """A word read as a verb that imposes, whatever its entry: "was struck off", "is ineligible"; None if denied."""
    if token.tag_.startswith("JJ"):
        held = token.head
        if is_negated(token) or is_negated(held) or not is_verb(held):
            return None
        whom = subjects(held) if held.lemma_ == "be" else targets(held, "patient")
        return Verb(token, shaded(held, "imposed"), tuple(whom))
    if is_negated(token) or not token.tag_.startswith("VB"):
        return None
    return Verb(token, shaded(token, "imposed"), tuple(targets(token, side)))


def revoking(token: Token, revocable: frozenset[str]) -> Verb:
    """A verb that takes what is somebody's: of "his licence was revoked" the party is the owner."""
    taken = [t for t in patients(token) if t.lower_ in revocable]
    return Verb(token, shaded(token, "imposed"), tuple(c for t in taken for c in children(t, "poss")))


def is_due(verb: Token, ordering: frozenset[str]) -> bool:
    """What somebody has to do: under "must", or under a verb that orders or agrees."""
    for _ in range(DEEP):
        if any(c.dep_ == "aux" and c.lower_ in {"must", "shall", "will"} for c in verb.children):
            return not is_negated(verb)
        if verb.dep_ not in {"xcomp", "ccomp", "conj", "dep"}:
            return False
        verb = verb.head
        if verb.lemma_ == "have" and verb.tag_ in {"VBZ", "VBP"}:
            return not is_negated(verb)  # "has to pay"
        if verb.lemma_ in ordering:
            wanted = any(c.lower_ == "to" and c.dep_ == "aux" for c in verb.children)
            if wanted and verb.head.lemma_ not in ordering:
                return False  # "sued them to require them to pay"
            return not is_negated(verb) and shaded(verb, "imposed") == "imposed"
    return False


def is_own_will(verb: Token, ordering: frozenset[str]) -> bool:
    """A repayment that nobody ordered: "arranged for a friend to repay the loan"."""
    above = verb.head
    willing = verb.lemma_ in REPAYING and verb.dep_ in {"xcomp", "ccomp", "advcl"} and above.lemma_ in WILLING
    return willing and not is_due(verb, ordering)


def is_crime(verb: Token) -> bool:
    """A payment that is what somebody did wrong, no penalty: "conspired to illegally reimburse contributors"."""
    secret = any(c.lower_ in SECRETLY for c in verb.children)
    return secret or (verb.dep_ == "xcomp" and verb.head.lemma_ in PLOTTING)


def shaded(verb: Token, basis: str) -> str:
    """The basis of a verb in its sentence: "could be sentenced to" allows, "asked to sentence him to" seeks."""
    if basis == "imposed":
        above = [verb, *islice(ancestors(verb), 3)]
        first = coordination_head(verb)
        if first.dep_ in {"xcomp", "prep", "pobj", "pcomp"} and first.head.lemma_ in FORETELLING:
            return "foretold"
        asking = next((t for t in above[1:] if lemmas().get(t.lemma_, ("", ""))[0] == "sought"), None)
        if asking is not None and verb.dep_ != "relcl":
            asked = verb.lemma_ not in REPAYING or is_prosecuting(asking) or is_agreed(asking)
            return "sought" if asked else "foretold"
        for token in above:
            if token != verb and token.lemma_ in RISKING:
                return "allowed"
            if possible := [c.lower_ for c in children(token, "aux") if c.lower_ in POSSIBLE]:
                agreed = any(t.lower_ in AGREEMENTS for t in prepositional(token, "under"))
                return "imposed" if agreed and possible == ["would"] else "allowed"
            if any(c.dep_ == "aux" and c.lower_ in WISHED for c in token.children):
                return "sought" if token.dep_ == "ccomp" and is_prosecuting(token.head) else "foretold"
            if token.dep_ not in {"xcomp", "conj", "ccomp"}:
                break
    return basis


def is_agreed(verb: Token) -> bool:
    """An agreement with the prosecutors says so: "the plea agreement calls for"."""
    return any(t.lower_ in AGREEMENTS for t in agents(verb))


def is_prosecuting(verb: Token) -> bool:
    """A verb whose subject are prosecutors."""
    return not prosecuting().isdisjoint(t.lower_ for t in agents(verb))


def targets(verb: Token, side: str) -> list[Token]:
    """The words for whom a penalty falls on, by the grammar of its verb."""
    if side == "patient":
        found = patients(verb)
        if not is_passive(verb) and verb.tag_ in {"VBN", "VBD"} and not found and not children(verb, "conj"):
            found = subjects(verb)  # headlines: "Mayor jailed for seven years"
        return found + on_whom(verb)
    if is_passive(verb):
        return agents(verb)
    if verb.lemma_ == "return" and any(o.lemma_ in terms() for o in children(verb, "dobj")):
        return []  # a jury returns a sentence
    own = children(verb, "nsubj", "nsubjpass")
    head = verb.head
    if (
        not own
        and verb.dep_ in {"xcomp", "ccomp", "conj", "advcl"}
        and lemmas().get(head.lemma_, ("", ""))[1] == "patient"
    ):
        return targets(head, "patient")
    return subjects(verb)


def wished(verb: Token) -> list[Token]:
    """For whom a penalty is asked: "sought a ten-year sentence for Smith"."""
    places = [verb, *children(verb, "dobj", "prep", "ccomp", "xcomp")]
    found = [o for place in places for o in prepositional(place, "for")]
    return [t for t in found if t.tag_ in {"NNP", "PRP"} or t.lower_ in {"both", "each"} or has_both(t) or is_named(t)]


def is_named(token: Token) -> bool:
    """A position whose holder is named after it: "the treasurer, Jane Roe"."""
    return any(c.tag_ == "NNP" for c in children(token, "appos"))


def has_both(token: Token) -> bool:
    """Several who are counted: "both men", "the two men"."""
    return token.tag_ == "NNS" and any(c.lower_ in {"both", "two", "three"} for c in token.children)


def on_whom(verb: Token) -> list[Token]:
    """Whom something is imposed or levied on, or handed to."""
    return [
        o
        for p in verb.children
        if p.dep_ in {"prep", "dative"} and p.lower_ in {"on", "upon", "to", "against"}
        for o in children(p, "pobj")
    ]
