"""Whose a sum is: by the verb that governs it or the noun beside it, never by nearness."""

from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Token

from cases.language.columns import columns
from cases.language.grammar import (
    agents,
    antecedent,
    children,
    is_negated,
    is_passive,
    is_verb,
    objects,
    prepositional,
    subjects,
)
from cases.language.lexicon import load_words
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.language.values import Sum
from cases.records import Charge, Ref, Role

FARTHEST = 12
SIDES = ("agent", "patient", "recipient", "source")
UPWARDS = {
    "dobj", "pobj", "prep", "nummod", "compound", "quantmod", "appos", "attr", "nmod", "npadvmod", "amod", "conj",
    "advmod", "dative", "oprd", "nsubjpass", "nsubj", "poss", "pcomp", "dep",
}  # fmt: skip
BELOW = {"acl", "relcl"}
SHARING = {"xcomp", "conj", "advcl", "ccomp", "pcomp"}


@cache
def listed(name: str) -> frozenset[str]:
    """A list of ``words/amount_parties.yaml``."""
    return frozenset(load_words("amount_parties")[name])


@cache
def sides() -> dict[str, str]:
    """Verb → the side of it that a sum belongs to."""
    return {verb: side for side in SIDES for verb in listed(side)}


class Parties:
    """The parties of one document to whom a sum can belong."""

    def __init__(self, reading: Reading, mentions: Mentions, charges: Sequence[Charge], roles: Sequence[Role]):
        self.doc = reading.doc
        self.mentions = mentions
        self.accused = {c.party for c in charges}
        self.officials = {r.person for r in roles if r.kind in listed("officials")} - self.accused

    def of(self, item: Sum, kind: str) -> Ref | None:
        """The party that a sum belongs to, None if the grammar names none."""
        path = list(self._path(item))
        governed = is_verb(path[-1]) and path[-1].i not in items(item)
        verb, nouns = (path[-1], path[:-1]) if governed else (None, path)
        below = [c for noun in nouns for c in children(noun, *BELOW) if c.lemma_ in sides() and c.i not in items(item)]
        for candidate in (*below, verb):
            if candidate is not None and (ref := self._by_verb(candidate, kind, nouns)):
                return ref
        heads = subjects(verb) if verb is not None and verb.lemma_ in listed("setting") else []
        return self._by_noun([*nouns, *heads], kind)

    def _path(self, item: Sum) -> Iterator[Token]:
        """The words above a sum up to the verb that governs it."""
        heads, inside = columns(self.doc).heads, items(item)
        token = self.doc[next((i for i in inside if heads[i] not in inside), item.start)]
        yield token
        for _ in range(FARTHEST):
            measuring = is_verb(token) and token.lemma_ in listed("measuring")
            if token.head == token or not (token.dep_ in UPWARDS or measuring) or is_barred(token):
                return
            token = token.head
            yield token
            if is_verb(token) and token.lemma_ not in listed("measuring"):
                return

    def _by_verb(self, verb: Token, kind: str, nouns: Sequence[Token]) -> Ref | None:
        """The party on the side of a verb that its sum belongs to."""
        side = sides().get(verb.lemma_)
        if side is None or is_negated(verb):
            return None
        if side == "source":
            return self._first([o for t in (verb, *nouns) for o in prepositional(t, "from")], kind)
        if side == "patient":
            return self._first(sufferers(verb), kind)
        if side == "recipient" and kind not in listed("payer_kinds"):
            return self._first(recipients(verb, nouns), kind) or self._first(doers(verb), kind)
        return self._first(doers(verb), kind)

    def _by_noun(self, nouns: Sequence[Token], kind: str) -> Ref | None:
        """The owner of a sum's noun, or the one behind it: "his $2m fraud", "a bribe of $2m to X"."""
        for noun in nouns:
            owners = children(noun, "poss")
            if ref := self._first(owners, kind):
                return ref
            if ref := self._first(prepositional(noun, *self._links(kind)), kind):
                return ref
        return None

    @staticmethod
    def _links(kind: str) -> Sequence[str]:
        """The prepositions by which a noun of a kind names its party."""
        if kind in listed("imposed"):
            return ("for", "against", "on")
        return ("by",) if kind in listed("payer_kinds") else ("to", "by")

    def _first(self, tokens: Sequence[Token], kind: str) -> Ref | None:
        """The party of the first word that stands for one; None for several at once."""
        for token in tokens:
            mention = self.mentions.at(named(antecedent(token), self.mentions))
            if mention and not mention.also and self._may_have(mention, kind):
                return mention.ref
        return None

    def _may_have(self, mention: Mention, kind: str) -> bool:
        """No official, no public body for a crime; "the defendant" is one of the accused."""
        ref = mention.ref
        if mention.form == "nominal" and kind in listed("crimes") and self.accused and ref not in self.accused:
            return False
        if ref.kind == "person":
            return ref not in self.officials
        body = self.mentions.organizations[ref.index].kind
        return body not in listed("never") and not (kind in listed("crimes") and body in listed("not_criminal"))


def items(item: Sum) -> range:
    """The tokens of a sum."""
    return range(item.start, item.end)


def is_barred(token: Token) -> bool:
    """A preposition that sets a sum apart from the verb above: "protection in exchange *for* $2m"."""
    return token.dep_ in {"prep", "agent"} and (
        token.lower_ in listed("apart") or (token.lower_ == "for" and token.head.lemma_ not in listed("trading"))
    )


def named(token: Token, mentions: Mentions) -> Token:
    """The word itself if it stands for a party, else the name in apposition to it."""
    if mentions.at(token) is None:
        return next((c for c in children(token, "appos") if mentions.at(c)), token)
    return token


def doers(verb: Token) -> list[Token]:
    """Who does what a verb says; looked for up the tree, past the nouns that carry a deed ("a scheme to defraud")."""
    if is_passive(verb):
        return agents(verb) or (subjects(verb) if children(verb, "dobj", "oprd") else [])
    if given := [c for c in children(verb, "dative") if c.tag_ != "IN" and verb.lemma_ in listed("earning")]:
        return given
    above: Token | None = verb
    for _ in range(FARTHEST):
        if above is None:
            break
        if above != verb and above.lemma_ in listed("control") and not is_passive(above) and (whom := objects(above)):
            return whom
        if children(above, "nsubj", "nsubjpass", "csubj"):
            return subjects(above)
        owners, above = upwards(above)
        if owners:
            return owners
    return []


def upwards(verb: Token) -> tuple[list[Token], Token | None]:
    """Who does what a verb without a subject says, if the noun above it tells, or the verb above to look at next."""
    clause, head = verb, verb.head
    if verb.dep_ == "pcomp" and head.dep_ == "prep":
        clause, head = head, head.head
    if is_verb(head):
        return [], head if clause.dep_ in {*SHARING, "prep", "dep"} and head != clause else None
    if clause.dep_ != "relcl" and head.lemma_ in listed("deeds"):
        above = climb(head)
        return children(head, "poss"), above if is_verb(above) else None
    return ([head] if clause.dep_ in BELOW else []), None


def climb(noun: Token) -> Token:
    """The verb above a noun, or the last word on the way to it."""
    for _ in range(FARTHEST):
        if is_verb(noun) or noun.head == noun or noun.dep_ not in UPWARDS:
            return noun
        noun = noun.head
    return noun


def sufferers(verb: Token) -> list[Token]:
    """Whom a verb is done to: "was fined $2m", "fined him $2m"; in a headline "Bank fined $2m"."""
    if is_passive(verb):
        return subjects(verb)
    return children(verb, "dative", "dobj") or subjects(verb)


def recipients(verb: Token, nouns: Sequence[Token]) -> list[Token]:
    """For whom a verb is done: "paid X $2m", "$2m was paid to X", "X was paid $2m"."""
    found = [c for c in children(verb, "dative") if c.tag_ != "IN" and c.lower_ != "to"]
    found += [o for p in children(verb, "dative", "prep") if p.lower_ == "to" for o in children(p, "pobj")]
    found += [o for noun in nouns for o in prepositional(noun, "to")]
    if is_passive(verb) and any(n.dep_ in {"dobj", "oprd"} for n in nouns):
        found += subjects(verb)
    return found
