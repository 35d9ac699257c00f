"""What the words tell for whom a penalty falls on: how many, whose relative, by whose judgment."""

from functools import cache

from spacy.tokens import Span as Tokens
from spacy.tokens import Token

from cases.extraction.penalties.verbs import Verb
from cases.extraction.penalties.wording import wording
from cases.language.grammar import agents, children, prepositional
from cases.language.lexicon import load_words
from cases.language.mentions import Mention
from cases.language.numerals import number
from cases.records import Ref

NEUTER = {"it", "its", *load_words("coreference")["company"]}
PAIRS = {"both": 2, "pair": 2, "couple": 2, "duo": 2, "trio": 3}
COURTS = {"court", "judge", "magistrate", "justice"}


@cache
def nouns(name: str) -> frozenset[str]:
    """A list of words in ``words/penalties.yaml``."""
    return frozenset(load_words("penalties")[name])


def is_anybody(token: Token) -> bool:
    """Whoever breaks a law: "corporations may be fined up to $2 million", not "the corporations"."""
    return token.tag_ == "NNS" and token.lower_ in nouns("anyone") and token.n_lefts == 0


def counted(token: Token) -> int | None:
    """How many a word stands for, if it or a number before it tells: "both", "the three men"."""
    words = [token.lower_, *(c.lower_ for c in token.children if c.dep_ in {"nummod", "det", "predet"})]
    told = [n for w in words if (n := PAIRS.get(w) or number([w]) or (int(w) if w.isdecimal() else None))]
    return int(max(told)) if told else None


def is_plural(token: Token, mention: Mention) -> bool:
    """Several people, of whom one was taken for them: "the men were sentenced"."""
    several = token.tag_ == "NNS" or token.lower_ in PAIRS
    return several and mention.form != "name" and mention.ref.kind == "person"


def is_counted(token: Token) -> bool:
    """A noun for several whose number is told: "the two companies", not "two men" of whom nothing was said."""
    known = any(c.lower_ in {"the", "both", "these", "all"} for c in token.children)
    return is_each(token) or (known and token.tag_ == "NNS" and counted(token) is not None)


def is_each(token: Token) -> bool:
    """All one by one: "each must serve", "each defendant"."""
    if token.lower_ == "each":
        return is_subject(token)
    return token.lower_ == "defendant" and any(c.lower_ == "each" for c in token.children)


def is_subject(token: Token) -> bool:
    """The only subject of its verb: "each must serve", not "the charges each carry" or "counts, each of which"."""
    alone = {"which", *nouns("charge_words")}.isdisjoint(t.lower_ for t in prepositional(token, "of"))
    return alone and token.dep_ in {"nsubj", "nsubjpass"} and len(children(token.head, "nsubj", "nsubjpass")) == 1


def may_be(group: Token, ref: Ref) -> bool:
    """Companies are no people, and the other way round."""
    plain = group.lower_ in nouns("groups")
    return ref.kind == "organization" if group.lemma_ in NEUTER else plain or ref.kind == "person"


def is_conditional(text: str, sentence: Tokens) -> bool:
    """The sentence speaks of what follows a conviction: "if convicted"."""
    return wording("conditional").search(text, sentence.start_char, sentence.end_char) is not None


def is_relative_person(verb: Token) -> bool:
    """The subject of a relative clause is "who"."""
    return any(c.lower_ == "who" for c in children(verb, "nsubj", "nsubjpass"))


def is_singular(verb: Token) -> bool:
    """One is meant by "the owner and director was sentenced"."""
    return any(c.lower_ in {"was", "is", "has"} for c in children(verb, "aux", "auxpass"))


def is_further(verb: Token) -> bool:
    """Somebody after the one told of first: "an accountant was also sentenced"."""
    return any(c.lower_ == "also" for c in children(verb, "advmod"))


def is_relative(token: Token) -> bool:
    """Somebody of another's: "Miller's brother", "his lawyer", "an associate of Miller's"."""
    if token.lower_ in nouns("relations") and any(t.tag_ == "NNP" for t in prepositional(token, "of")):
        return True
    owners = any(c.dep_ == "poss" and c.tag_ in {"PRP$", "NNP"} for c in token.children)
    return owners and token.tag_ == "NN" and token.lower_ not in nouns("charge_words") | NEUTER


def judging(verb: Verb) -> Token:
    """The verb of judgment above one that tells what it is: "sentenced to serve"; else the verb itself."""
    token = verb.token
    while token.dep_ in {"xcomp", "advcl"} and token.lemma_ not in nouns("judging"):
        token = token.head
    return token


def is_judging(verb: Verb) -> bool:
    """A verb of judgment, or one under it: "sentenced to serve"."""
    token = judging(verb)
    return token.lemma_ in nouns("judging") or (token.lemma_ == "impose" and is_by_court(token))


def is_by_court(verb: Token) -> bool:
    """A court or a judge does it: "Judge Lee imposed a term of two years"."""
    return any(w.lower_ in COURTS for t in agents(verb) for w in [t, *t.children])
