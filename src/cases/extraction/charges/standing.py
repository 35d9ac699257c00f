"""Accusations that no verb of accusing makes: "is under investigation for", "is on trial", "serves a term for".

Where somebody stands is told by a noun under a plain verb; the words are in ``words/standing.yaml``.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from cases.extraction.charges.accusations import (
    CHARGE_NOUNS,
    FORMAL,
    doers,
    is_unreal,
    undergoers,
)
from cases.extraction.charges.scopes import Accusation
from cases.language import grammar
from cases.language.lexicon import load_words
from cases.language.reading import Reading

WORDS = load_words("standing")
STATES: dict[tuple[str, str], str] = {
    (p, n): s for s, by in WORDS["states"].items() for p, ns in by.items() for n in ns
}
PREPOSITIONS = {preposition for preposition, _ in STATES}
SERVING = frozenset(WORDS["serving"])
GIVING = frozenset(WORDS["giving"])
TERMS = frozenset(WORDS["terms"])
JAILS = {"prison", "jail", "imprisonment"}
PURSUED = frozenset(WORDS["pursued"])
FINING = frozenset(WORDS["fining"])
FINES = frozenset(WORDS["fines"])
BESET = frozenset(WORDS["beset"])
DENYING = frozenset(WORDS["denying"])
SPEAKING = frozenset(WORDS["speaking"])
BEING = {"be", "go", "stand", "remain", "come", "put", "place", "stay", "hold", "send", "face"}
BESIDE = 8
PLAIN = PREPOSITIONS | {"alleged", "suspected"}
VERBS = SERVING | GIVING | PURSUED | FINING | BESET | DENYING


def find(reading: Reading) -> Iterator[Accusation]:
    """All such accusations of a document, their scopes open to the end of the document."""
    doc = reading.doc
    for i, (word, lemma) in enumerate(zip(reading.lower, reading.lemmas, strict=True)):
        if word not in PLAIN and lemma not in VERBS:
            continue
        token = doc[i]
        if token.lower_ in PREPOSITIONS and token.dep_ == "prep":
            yield from by_state(doc, token)
        elif token.lower_ in {"alleged", "suspected"} and token.dep_ == "amod":
            yield from by_possession(doc, token)
        elif grammar.is_verb(token):
            if token.lemma_ in SERVING or token.lemma_ in GIVING:
                yield from by_term(doc, token)
            elif token.lemma_ in PURSUED:
                yield from by_pursuit(doc, token)
            elif token.lemma_ in FINING:
                yield from by_fine(doc, token)
            elif token.lemma_ in BESET:
                yield from by_allegations(doc, token)
            elif token.lemma_ in DENYING:
                yield from by_denial(doc, token)


def by_state(doc: Doc, preposition: Token) -> Iterator[Accusation]:
    """Reads "is under investigation for", "goes on trial", "a mayor under indictment for"."""
    noun = next(iter(grammar.children(preposition, "pobj")), None)
    status = STATES.get((preposition.lower_, noun.lemma_)) if noun is not None else None
    if noun is None or status is None or any(c.dep_ == "det" for c in noun.children):
        return
    head = preposition.head
    if grammar.is_verb(head):
        if head.lemma_ not in BEING:
            return
        accused = grammar.patients(head) if grammar.is_passive(head) else grammar.subjects(head)
        real = not (grammar.is_negated(head) or is_unreal(head))
    else:
        accused, real = [head], head.tag_.startswith("NN")
    yield Accusation(noun, status, tuple(accused), preposition.i + 1, len(doc), f"charges:standing-{noun.lemma_}", real)


def by_term(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "is serving a ten-year sentence for", "was handed a prison term for"; or a term in prison."""
    nouns = [t for o in grammar.children(verb, "dobj", "oprd") for t in grammar.conjuncts(o)]
    jailed = any(t.lemma_ in JAILS for n in nouns for t in n.subtree)
    if verb.dep_ == "xcomp" or not (jailed or any(n.lemma_ in TERMS for n in nouns)):
        return
    last = max(n.i for n in nouns)
    told = any(t.lower_ == "for" for t in doc[last + 1 : last + BESIDE])
    if not told and not jailed:
        return
    accused = doers(verb) if verb.lemma_ in SERVING else undergoers_of_giving(verb)
    real = not (grammar.is_negated(verb) or is_unreal(verb))
    end = len(doc) if told else last + 1
    yield Accusation(verb, "convicted", tuple(accused), last + 1, end, f"charges:term-{verb.lemma_}", real)


def undergoers_of_giving(verb: Token) -> list[Token]:
    """Whom a term is given to."""
    if grammar.is_passive(verb):
        return grammar.subjects(verb)
    return [c for o in grammar.children(verb, "dative") for c in grammar.conjuncts(o)]


def by_pursuit(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "is wanted in Spain on bribery charges"; "wanted for questioning" is no accusation."""
    if not grammar.is_passive(verb) or not any(t.lower_ in {"for", "on", "over"} for t in verb.children):
        return
    formal = any(t.lemma_ in FORMAL or t.lemma_ == "warrant" for t in doc[verb.i + 1 : verb.i + BESIDE])
    real = not (grammar.is_negated(verb) or is_unreal(verb))
    status = "charged" if formal else "alleged"
    yield Accusation(verb, status, tuple(undergoers(verb)), verb.i + 1, len(doc), f"charges:verb-{verb.lemma_}", real)


def by_denial(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "has denied taking bribes", "denies the corruption allegations": a denial tells of the accusation.

    Not of who speaks for somebody else, nor of a court that denies a motion.
    """
    doing = [c for c in verb.children if c.dep_ in {"xcomp", "pcomp", "ccomp"} and c.tag_ == "VBG"]
    things = [o for o in grammar.children(verb, "dobj") if o.lemma_ in CHARGE_NOUNS | {"wrongdoing"}]
    own = [] if not doing else grammar.children(doing[0], *grammar.SUBJECTS)
    if not (doing or things) or own or grammar.is_passive(verb) or grammar.is_negated(verb) or is_unreal(verb):
        return
    accused = grammar.subjects(verb)
    if any(speaks_for_another(t) for t in accused):
        return
    end = max(t.right_edge.i + 1 for t in [*doing, *things])
    yield Accusation(verb, "alleged", tuple(accused), verb.i + 1, end, f"charges:verb-{verb.lemma_}")


def by_possession(doc: Doc, token: Token) -> Iterator[Accusation]:
    """Reads "the mayor's alleged bribery of two officials": the accusing word is "alleged"."""
    noun = token.head
    accused = [c for t in grammar.children(noun, "poss") for c in grammar.conjuncts(t)]
    if accused and noun.tag_.startswith("NN"):
        yield Accusation(token, "alleged", tuple(accused), token.i + 1, noun.i + 1, "charges:alleged")


def by_fine(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "imposed a fine on the bank for breaching …"."""
    things = [t for t in [*grammar.objects(verb), *grammar.subjects(verb)] if t.lemma_ in FINES]
    accused = [t for place in [verb, *things] for t in grammar.prepositional(place, "on", "upon", "against")]
    if things and accused:
        real = not (grammar.is_negated(verb) or is_unreal(verb))
        start = max(t.i for t in accused) + 1
        yield Accusation(verb, "alleged", tuple(accused), start, len(doc), f"charges:verb-{verb.lemma_}", real)


def by_allegations(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "has been dogged by allegations of corruption", "was named in a bribery complaint"."""
    things = [t for t in [*grammar.agents(verb), *grammar.prepositional(verb, "in", "by")] if t.lemma_ in CHARGE_NOUNS]
    if things and grammar.is_passive(verb):
        real = not (grammar.is_negated(verb) or is_unreal(verb))
        end = max(t.right_edge.i + 1 for t in things)
        yield Accusation(verb, "alleged", tuple(undergoers(verb)), verb.i + 1, end, f"charges:verb-{verb.lemma_}", real)


def speaks_for_another(token: Token) -> bool:
    """A lawyer, a spokesman or an official body, by the words of the noun phrase."""
    return any(t.lemma_.lower() in SPEAKING for t in token.subtree) or (
        token.dep_ == "appos" and any(t.lemma_.lower() in SPEAKING for t in [token.head, *token.head.children])
    )
