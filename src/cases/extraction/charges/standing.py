"""Accusations that no verb of accusing makes: "is under investigation for", "is on trial", "serves a term for".

Where somebody stands is told by a noun under a plain verb; the words are in ``words/standing.yaml``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from cases.extraction.charges.accusations import AGREEING
from cases.extraction.charges.slots import adjoined, doers, is_conditional, is_unreal, undergoers
from cases.extraction.charges.values import Accusation
from cases.extraction.charges.vocabulary import CHARGE_NOUNS, FIGHTING, FORMAL
from cases.language import grammar
from cases.language.columns import columns
from cases.language.lexicon import load_words
from cases.language.reading import Reading

WORDS = load_words("standing")
STATES: dict[tuple[str, str], str] = {
    (p, n): s for s, by in WORDS["states"].items() for p, ns in by.items() for n in ns
}
PREPOSITIONS = {preposition for preposition, _ in STATES}
STANDING = frozenset(noun for _, noun in STATES)
SERVING = frozenset(WORDS["serving"])
GIVING = frozenset(WORDS["giving"])
TERMS = frozenset(WORDS["terms"])
PERIODS = {"year", "month", "week", "day"}
JAILS = {"prison", "jail", "imprisonment"}
PURSUED = frozenset(WORDS["pursued"])
FINING = frozenset(WORDS["fining"])
FINES = frozenset(WORDS["fines"])
BESET = frozenset(WORDS["beset"])
DENYING = frozenset(WORDS["denying"])
SPEAKING = frozenset(WORDS["speaking"])
PARTS = frozenset(WORDS["parts"])
INVOLVING = frozenset(WORDS["involving"])
INQUIRING = frozenset(WORDS["inquiring"])
SUSPECTS: dict[str, str] = {noun: status for status, nouns in WORDS["suspects"].items() for noun in nouns}
SETTLING = frozenset(WORDS["settling"])
PROBING = frozenset(WORDS["probing"])
HITTING = frozenset(WORDS["hitting"])
OBLIGING = frozenset(WORDS["obliging"])
SCANDALS = {"scandal", "controversy"}  # with which people have to do in many ways
HELD = {"custody", "detention", "court"}
HELD_ON = {"on", "over", "for"}
BEING = {
    "be",
    "go",
    "stand",
    "remain",
    "come",
    "put",
    "place",
    "stay",
    "hold",
    "send",
    "face",
    "take",
    "remand",
    "appear",
}
BESIDE = 8
Reader = Callable[[Doc, Token], Iterator[Accusation]]
SUPPOSED = {"alleged", "suspected"}


def find(reading: Reading) -> Iterator[Accusation]:
    """All such accusations of a document, their scopes open to the end of the document."""
    doc, said = reading.doc, columns(reading.doc)
    for i in places(reading):
        word, lemma, tag, label = said.lower[i], said.lemmas[i], said.tags[i], said.deps[i]
        if word in PREPOSITIONS and label == "prep":
            yield from by_state(doc, doc[i])
        elif lemma in PARTS and tag == "NN":
            yield from by_part(doc[i])
        elif word in SUSPECTS and label == "attr":
            yield from by_description(doc, doc[i])
        elif word in SUPPOSED and label == "amod":
            yield from by_possession(doc, doc[i])
        if tag.startswith("VB"):
            for reader in readers().get(lemma, ()):
                yield from reader(doc, doc[i])


def places(reading: Reading) -> list[int]:
    """Where a word stands that may tell it; of a preposition, where a listed noun is its object."""
    words, lemmas, said = reading.lower_places, reading.lemma_places, columns(reading.doc)
    nouns = (i for noun in STANDING for i in lemmas.get(noun, ()))
    found = {said.heads[i] for i in nouns if said.deps[i] == "pobj"}
    found.update(i for word in SUPPOSED | SUSPECTS.keys() for i in words.get(word, ()))
    found.update(i for lemma in PARTS | readers().keys() for i in lemmas.get(lemma, ()))
    return sorted(found)


@cache
def readers() -> dict[str, list[Reader]]:
    """Verb → how it is read."""
    found: defaultdict[str, list[Reader]] = defaultdict(list)
    for lemmas, reader in (
        (SERVING | GIVING, by_term),
        (PURSUED, by_pursuit),
        (FINING, by_fine),
        (BESET, by_allegations),
        (DENYING, by_denial),
        (INVOLVING, by_involvement),
        ({"stand"}, by_standing_trial),
        ({"pay"}, by_payment),
        (SETTLING, by_settlement),
        (PROBING, by_question),
        (HITTING, by_blow),
    ):
        for lemma in lemmas:
            found[lemma].append(reader)
    return dict(found)


def by_state(doc: Doc, preposition: Token) -> Iterator[Accusation]:
    """Reads "is under investigation for", "goes on trial", "a mayor under indictment for"."""
    noun = next(iter(grammar.children(preposition, "pobj")), None)
    status = STATES.get((preposition.lower_, noun.lemma_)) if noun is not None else None
    if noun is None or status is None or any(c.dep_ == "det" for c in noun.children):
        return
    if noun.lemma_ in HELD and not is_held_on(doc, noun):
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


def is_held_on(doc: Doc, noun: Token) -> bool:
    """Whether custody or a hearing is on a charge: "in custody on bribery charges", not "in court for the reading"."""
    following = doc[noun.i + 1 : min(noun.i + 1 + BESIDE, noun.sent.end)]
    told = [t for t in following if t.lower_ in HELD_ON]
    if told and told[0].i == noun.i + 1 and told[0].lower_ != "on" and noun.lemma_ != "court":
        return True
    return bool(told) and any(
        t.lemma_ in (FORMAL - {"trial"}) | {"suspicion", "allegation"} for t in following if t.i > told[0].i
    )


def by_part(noun: Token) -> Iterator[Accusation]:
    """Reads "his role in a bribery scheme", "the mayor's alleged involvement in fraud"; not in the probe of it."""
    accused = [c for t in grammar.children(noun, "poss") for c in grammar.conjuncts(t)]
    told = next(((t, s) for t in grammar.ancestors(noun) if grammar.is_verb(t) and (s := grammar.subjects(t))), None)
    subjects = told[1] if told else []
    if any(t.lower_ == "its" for t in accused):
        accused = grammar.objects(told[0]) if told and told[0].lemma_ in PROBING else subjects
    if any(t.tag_ == "PRP$" for t in accused) and any(grammar.children(t, "poss") for t in subjects):
        return  # "Roe's brother pleaded guilty for his role" tells of the brother
    if accused:
        yield from taking_part(noun, accused)


def by_involvement(_: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "was allegedly involved in a bribery scheme", "the bank was embroiled in a money-laundering operation"."""
    if grammar.is_passive(verb) and not grammar.is_negated(verb) and not is_unreal(verb):
        yield from taking_part(verb, undergoers(verb))


def taking_part(word: Token, accused: list[Token]) -> Iterator[Accusation]:
    """What a word says that somebody took part in, unless it is what inquires into the offence or fights it."""
    alleged = any(t.lower_ in {"alleged", "suspected", "allegedly"} for t in word.children)
    for thing in grammar.prepositional(word, "in"):
        start, end = grammar.phrase(thing)
        inside = {t.lemma_ for t in word.doc[start:end]}
        if not inside & FIGHTING and (alleged or not (inside & INQUIRING or thing.lemma_ in SCANDALS)):
            yield Accusation(word, "alleged", tuple(accused), start, end, "charges:part")


def by_description(doc: Doc, noun: Token) -> Iterator[Accusation]:
    """Reads "is a suspect in a bribery case", "is the main accused in the scam"."""
    verb = noun.head
    told = grammar.prepositional(noun, "in", "of", "for")
    if verb.lemma_ == "be" and told and not grammar.is_negated(verb) and not is_unreal(verb):
        end = max(t.right_edge.i + 1 for t in told)
        accused = tuple(grammar.subjects(verb))
        yield Accusation(noun, SUSPECTS[noun.lower_], accused, noun.i + 1, end, "charges:suspect")


def by_standing_trial(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "will stand trial for bribery", "was ordered to stand trial": who is to be tried is charged."""
    if any(t.lemma_ == "trial" for t in grammar.children(verb, "dobj")):
        real = not grammar.is_negated(verb) and not is_conditional(verb)
        accused = tuple(grammar.subjects(verb))
        yield Accusation(verb, "charged", accused, verb.i + 1, len(doc), "charges:standing-trial", real)


def by_payment(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "was ordered to pay a fine for insider trading", "will pay $3 million over bribery allegations"."""
    things = grammar.children(verb, "dobj")
    if not things:
        return
    told = [
        c for t in [verb, *grammar.objects(verb)] for c in t.children if c.lower_ in {"for", "over"} and c.i > verb.i
    ]
    obliged = verb.dep_ == "xcomp" and verb.head.lemma_ in OBLIGING
    owed = obliged or any(t.lemma_ in FINES for t in things) or any(t.lower_ == "over" for t in told)
    if told and owed and not grammar.is_negated(verb) and not is_conditional(verb):
        start, accused = told[0].i + 1, tuple(grammar.subjects(verb))
        status = plea_beside(verb) or "alleged"
        yield Accusation(verb, status, accused, start, told[0].right_edge.i + 1, "charges:verb-pay")


def plea_beside(verb: Token) -> str | None:
    """The status of the plea on whose terms somebody pays or serves: "has agreed to plead guilty and to pay … for"."""
    plea = grammar.coordination_head(verb)
    if verb.dep_ != "conj" or plea.lemma_ != "plead" or not grammar.children(plea, "acomp", "oprd", "advmod", "dobj"):
        return None
    if any(t.lower_ == "not" for t in plea.children):
        return None
    return "charged" if plea.dep_ == "xcomp" and plea.head.lemma_ in AGREEING else "pleaded_guilty"


def by_settlement(_: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "reached a settlement with prosecutors over bribery"."""
    things = [t for t in grammar.children(verb, "dobj") if t.lemma_ in {"settlement", "agreement", "deal"}]
    told = [c for t in [verb, *things] for c in t.children if c.lower_ == "over" and c.i > verb.i]
    if things and told and not grammar.is_negated(verb) and not is_unreal(verb):
        start, accused = told[0].i + 1, tuple(grammar.subjects(verb))
        yield Accusation(verb, "alleged", accused, start, told[0].right_edge.i + 1, "charges:settlement")


def by_question(_: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "are probing whether the mayor took bribes": what investigators ask is alleged."""
    for clause in grammar.children(verb, "ccomp"):
        asked = any(t.lower_ in {"whether", "if"} for t in grammar.children(clause, "mark"))
        if asked and not grammar.is_negated(verb) and not grammar.is_negated(clause):
            start, end = grammar.phrase(clause)
            yield Accusation(verb, "alleged", tuple(grammar.agents(clause)), start, end, "charges:question")


def by_blow(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "was slapped with seven charges of fraud", "has been hit with a fine for bribery"."""
    things = grammar.prepositional(verb, "with")
    formal = any(t.lemma_ in FORMAL for t in things)
    if grammar.is_passive(verb) and (formal or any(t.lemma_ in FINES for t in things)):
        real = not (grammar.is_negated(verb) or is_unreal(verb))
        status = "charged" if formal else "alleged"
        yield Accusation(
            verb, status, tuple(undergoers(verb)), verb.i + 1, len(doc), f"charges:verb-{verb.lemma_}", real
        )


def by_term(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "is serving a ten-year sentence for", "was handed a prison term for"; or a term in prison."""
    nouns = [t for o in grammar.children(verb, "dobj", "oprd") for t in grammar.conjuncts(o)]
    places = [t for n in nouns for t in n.subtree] + (grammar.prepositional(verb, "in") if nouns else [])
    jailed = any(t.lemma_ in JAILS for t in places)
    counted = any(n.lemma_ in PERIODS and n.children and grammar.prepositional(n, "for") for n in nouns)
    if verb.dep_ == "xcomp" or not (jailed or counted or any(n.lemma_ in TERMS for n in nouns)):
        return
    last = max(n.i for n in nouns)
    told = any(t.lower_ == "for" for t in doc[last + 1 : last + BESIDE])
    if not told and not jailed:
        return
    accused = doers(verb) if verb.lemma_ in SERVING else undergoers_of_giving(verb)
    real = not (grammar.is_negated(verb) or is_unreal(verb))
    end = len(doc) if told else last + 1
    plea = plea_beside(verb)
    real = real or (plea is not None and not grammar.is_negated(verb))
    status = plea or "convicted"
    yield Accusation(verb, status, tuple(accused), last + 1, end, f"charges:term-{verb.lemma_}", real)


def undergoers_of_giving(verb: Token) -> list[Token]:
    """Whom a term is given to."""
    if grammar.is_passive(verb):
        return grammar.subjects(verb)
    return [c for o in grammar.children(verb, "dative") for c in grammar.conjuncts(o)]


def by_pursuit(doc: Doc, verb: Token) -> Iterator[Accusation]:
    """Reads "is wanted in Spain on bribery charges"; "wanted for questioning" is no accusation."""
    aside = [] if grammar.is_passive(verb) else adjoined(verb)
    passive = grammar.is_passive(verb) or bool(aside) or verb.dep_ == "acomp"
    if not passive or not any(t.lower_ in {"for", "on", "over"} for t in verb.children):
        return
    formal = any(t.lemma_ in FORMAL or t.lemma_ == "warrant" for t in doc[verb.i + 1 : verb.i + BESIDE])
    real = not (grammar.is_negated(verb) or is_unreal(verb))
    status = "charged" if formal else "alleged"
    accused = aside or undergoers(verb) or grammar.subjects(verb.head)
    yield Accusation(verb, status, tuple(accused), verb.i + 1, len(doc), f"charges:verb-{verb.lemma_}", real)


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
        if end < len(doc) and doc[end].lower_ in {"into", "over", "of"}:
            end = len(doc)  # up to where the sentence or the next accusation ends it
        yield Accusation(verb, "alleged", tuple(undergoers(verb)), verb.i + 1, end, f"charges:verb-{verb.lemma_}", real)


def speaks_for_another(token: Token) -> bool:
    """A lawyer, a spokesman or an official body, by the words of the noun phrase."""
    return any(t.lemma_.lower() in SPEAKING for t in token.subtree) or (
        token.dep_ == "appos" and any(t.lemma_.lower() in SPEAKING for t in [token.head, *token.head.children])
    )
