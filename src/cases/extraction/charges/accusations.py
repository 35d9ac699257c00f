"""Accusations by grammar: the word that accuses, the status it gives, who is accused, and where its offences stand."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from cases.extraction.charges.scopes import Accusation, bounded
from cases.language import grammar
from cases.language.lexicon import Match, load_words
from cases.language.reading import Reading

FORMAL = frozenset(load_words("charge_words")["formal"])
CHARGE_NOUNS = FORMAL | frozenset(load_words("charge_words")["informal"])
UNREAL = {"if", "unless", "whether", "should", "could", "would", "might", "may", "can", "will"}
POSSIBLE = {"possible", "potential", "likely", "further"}
RESOLVING = {"settle", "resolve"}
SEEKING = {"seek", "recommend", "consider", "weigh", "mull", "prepare", "urge", "request", "demand", "propose"}
PAYING = {"agree", "pay", "enter", "reach", "sign", "accept", "negotiate", "consent", "settle", "resolve"}
RESOLVED = {"allegation", "claim", "charge", "lawsuit", "suit", "case", "investigation", "liability", "accusation",
            "complaint", "probe", "count", "violation"}  # fmt: skip
RESOLVED_REACH = 9
PLEAS = {"guilty", "innocent"}
GUILTY_REACH = 24
WHAT_FOR_REACH = 25
WHAT_FOR = {"for", "over", "on", "alleging", "accusing", "claiming"}
CIVIL = ("civil", "false claims act", "anti-kickback")


def find(reading: Reading, standing: Iterable[Accusation] = ()) -> list[Accusation]:
    """All accusations of a document in text order, each with a scope that ends where the next one begins.

    Args:
        reading: Of the document.
        standing: Accusations found otherwise, whose scopes are still to be cut.
    """
    doc = reading.doc
    verbs = {m.start: m for m in reading.matches["accusing_verbs"]}
    raw = [a for a in (by_verb(doc, m) for m in verbs.values()) if a]
    raw += [a for a in (by_guilty(doc, doc[i]) for i, w in enumerate(reading.lower) if w in PLEAS) if a]
    taken = {a.word.i for a in raw if a.real and a.accused}
    raw += [a for a in standing if a.real and a.word.i not in taken]
    starts = sorted(a.word.i for a in raw)
    placed = [bounded(doc, a, starts) for a in raw]
    nouns = [extended(doc, a, starts) for m in reading.matches["accusing_nouns"] for a in by_noun(doc, m)]
    return sorted([*placed, *nouns], key=lambda a: a.word.i)


def by_verb(doc: Doc, match: Match) -> Accusation | None:
    """The accusation that a listed verb makes."""
    verb = next((t for t in doc[match.start : match.end] if grammar.is_verb(t)), None)
    status, slot = match.code.split(".")
    if verb is None:
        return by_mistaken_noun(doc, match)
    if status.startswith("pleaded") or is_adjective(verb):
        return None
    real = not (grammar.is_negated(verb) or is_unreal(verb))
    if verb.lemma_ in RESOLVING and any(c.lower_ == "to" for c in verb.children):
        real = not grammar.is_negated(verb)
    if slot == "face":
        return by_facing(verb, real)
    if slot == "charge":
        return by_dropping(verb, real)
    accused = (undergoers(verb) or named_next(verb)) if slot == "object" else doers(verb)
    if verb.lemma_ in RESOLVING and not grammar.children(verb, *grammar.SUBJECTS):
        accused = payers(verb)
    if verb.lemma_ == "clear" and not any(c.lower_ == "of" for c in verb.children):
        return None
    if verb.lemma_ in {"try", "allege"} and not grammar.is_passive(verb):
        real = False
    if slot == "subject" and of_others(verb):
        real = False
    if status == "alleged" and (on_charges(verb) or by_document(verb)):
        status = "charged"
    return Accusation(verb, status, tuple(accused), verb.i + 1, len(doc), f"charges:verb-{verb.lemma_}", real)


def payers(verb: Token) -> list[Token]:
    """Who resolves an accusation, by the verb above: "has agreed to pay $5 million to resolve allegations"."""
    if not any(t.lemma_ in RESOLVED for t in verb.doc[verb.i + 1 : verb.i + RESOLVED_REACH]):
        return []
    above = next((t for t in grammar.ancestors(verb) if grammar.children(t, "nsubj", "nsubjpass")), verb)
    return grammar.subjects(above) if above.lemma_ in PAYING and not grammar.is_negated(above) else []


def of_others(verb: Token) -> bool:
    """Whether somebody admits what others do: "she admitted that corruption is rampant"."""
    clauses = grammar.children(verb, "ccomp")
    own = [s for c in clauses for s in grammar.children(c, *grammar.SUBJECTS)]
    return any(not s.tag_.startswith("PRP") and s.text not in {t.text for t in grammar.subjects(verb)} for s in own)


def is_adjective(verb: Token) -> bool:
    """A participle that only describes: "the charged counts", "a convicted dealer", "the main accused"."""
    following = verb.doc[verb.i + 1].lemma_ if verb.i + 1 < len(verb.doc) else ""
    if verb.dep_ == "amod" or (verb.tag_ == "VBG" and following in {"agency", "officer", "authority", "team", "judge"}):
        return True
    before = verb.doc[verb.i - 1] if verb.i else verb
    return verb.lower_ == "accused" and (before.tag_ in {"DT", "JJ"} or before.lower_ in {"co", "-", "main"})


def on_charges(verb: Token) -> bool:
    """Whether an investigation is already one "on bribery charges"."""
    return any(t.lemma_ == "charge" for t in grammar.prepositional(verb, "on"))


def by_document(verb: Token) -> bool:
    """Whether the document that accuses is itself the charge: "the indictment accuses X of fraud"."""
    subjects = [] if grammar.is_passive(verb) else grammar.children(verb, "nsubj")
    return any(t.lemma_ in {"indictment", "chargesheet"} for t in subjects)


def by_mistaken_noun(doc: Doc, match: Match) -> Accusation | None:
    """A verb that the parser took for a noun: "The indictment … charges Jane Roe, 52, with …"."""
    word = doc[match.end - 1]
    names = named_next(word)
    if word.lower_ != "charges" or not names:
        return None
    if not any(t.lemma_ in {"indictment", "complaint", "information"} for t in doc[word.sent.start : word.i]):
        return None
    return Accusation(word, "charged", tuple(names), word.i + 1, len(doc), "charges:verb-charge")


def named_next(word: Token) -> list[Token]:
    """The proper noun that follows a word at once, which the parser did not take for its object."""
    following = word.doc[word.i + 1 : word.i + 2]
    return [t for t in following if t.tag_ in {"NNP", "NNPS"} and not grammar.children(word, "auxpass")]


def by_facing(verb: Token, real: bool) -> Accusation | None:
    """Reads "faces bribery charges", "is facing trial for fraud"."""
    nouns = [t for o in grammar.children(verb, "dobj") for t in o.subtree if t.lemma_ in CHARGE_NOUNS]
    if not nouns:
        nouns = [t for t in verb.doc[verb.i + 1 : verb.i + 8] if t.lemma_ in FORMAL and t.tag_.startswith("NN")]
    if not nouns:
        return None
    if any(c.lemma_ in POSSIBLE for t in nouns for c in t.children):
        return None
    status = "charged" if any(t.lemma_ in FORMAL for t in nouns) else "alleged"
    real = (real or is_purpose(verb)) and not any(t.lower_ == "longer" for t in verb.children)
    return Accusation(verb, status, tuple(doers(verb)), verb.i + 1, len(verb.doc), "charges:face", real)


def is_purpose(verb: Token) -> bool:
    """Whether somebody came to do it: "appeared in court to face charges"."""
    return verb.dep_ in {"xcomp", "advcl"} and any(c.lower_ == "to" for c in verb.children) and not is_unreal(verb.head)


def by_dropping(verb: Token, real: bool) -> Accusation | None:
    """Reads "the bribery charges against X were dismissed", "prosecutors dropped fraud charges against X"."""
    nouns = [
        t for t in [*grammar.patients(verb), *undergoers(verb)] if t.lemma_ in {"charge", "count", "case", "indictment"}
    ]
    if not nouns:
        return None
    noun = nouns[0]
    accused = against(noun) or against(verb) or owners(noun)
    start, end = grammar.phrase(noun)
    return Accusation(verb, "dismissed", tuple(accused), start, max(end, verb.i), "charges:dismissal", real)


def by_guilty(doc: Doc, token: Token) -> Accusation | None:
    """Reads "pleaded not guilty to …", "was found guilty of …", "a jury found X guilty of …"."""
    before = list(doc[max(token.i - GUILTY_REACH, token.sent.start) : token.i])
    verb = next((t for t in reversed(before) if t.lemma_ in {"plead", "find", "enter"}), None)
    if verb is None:
        return None
    denied = any(t.lower_ in {"not", "n't"} for t in doc[verb.i : token.i]) or token.lower_ == "innocent"
    unreal = is_unreal(verb)
    if verb.lemma_ == "find":
        accused = undergoers(verb) or grammar.children(token, "nsubj")
        if not grammar.children(verb, "auxpass", "nsubjpass") and token.children:
            accused = [c for t in grammar.children(token, "nsubj") for c in grammar.conjuncts(t)] or accused
        status = "acquitted" if denied or grammar.is_negated(verb) else "convicted"
        return Accusation(verb, status, tuple(accused), token.i + 1, len(doc), "charges:found-guilty", not unreal)
    status = "pleaded_not_guilty" if denied else "pleaded_guilty"
    return Accusation(verb, status, tuple(doers(verb)), token.i + 1, len(doc), "charges:plea", not unreal)


def by_noun(doc: Doc, match: Match) -> Iterator[Accusation]:
    """Reads "the charges against X", "his conviction on …", "the arrest of X", "a probe into X"."""
    noun = doc[match.end - 1]
    if not noun.tag_.startswith("NN"):
        return
    accused = against(noun) or (owners(noun) if match.code != "alleged" else [])
    if noun.lemma_ in {"probe", "investigation", "inquiry"}:
        accused = accused or grammar.prepositional(noun, "into", "of")
    if noun.lemma_ == "warrant":
        accused = accused or grammar.prepositional(noun, "for")
    if noun.lemma_ in {
        "arrest",
        "conviction",
        "indictment",
        "trial",
        "prosecution",
        "sentencing",
        "extradition",
        "plea",
    }:
        accused = accused or grammar.prepositional(noun, "of")
    if noun.lemma_ == "plea":
        accused = pleader(noun, accused)
    if not accused:
        return
    start, end = grammar.phrase(noun)
    others = [t for t in doc[noun.i + 1 : end] if t.lemma_ in CHARGE_NOUNS and grammar.prepositional(t, "against")]
    end = min([end, *(max(t.left_edge.i, noun.i + 1) for t in others)])
    others = [c.left_edge for c in noun.children if c.dep_ == "conj" and c.left_edge.i > max(t.i for t in accused)]
    end = min([end, *(t.i for t in others if t.i > noun.i)])
    if noun.head.lemma_ == "include" and noun.dep_ in grammar.SUBJECTS:
        end = max(end, noun.head.right_edge.i + 1)
    real = not any(t.lower_ in {"no", "any", "without"} for t in noun.children)
    verb = noun.head
    if verb.lemma_ in {"deny", "reject", "drop", "dismiss", "withdraw"} and verb.lemma_ != "deny":
        return
    civil = noun.lemma_ == "complaint" and is_civil(noun)
    status = "alleged" if civil or (match.code == "charged" and noun.head.lemma_ in SEEKING) else match.code
    yield Accusation(noun, status, tuple(accused), start, min(end, noun.sent.end), f"charges:noun-{noun.lemma_}", real)


def pleader(noun: Token, owners: list[Token]) -> list[Token]:
    """Whose plea it is: "a Reno man was sentenced following his guilty plea" tells of the man."""
    root = noun.sent.root
    if not owners or any(t.tag_ != "PRP$" for t in owners) or not grammar.is_verb(root):
        return owners
    subjects = grammar.subjects(root)
    return subjects if len(subjects) == 1 and subjects[0].tag_ == "NN" else owners


def is_civil(noun: Token) -> bool:
    """Whether a complaint is one of civil law, by the words of its sentence."""
    text = noun.sent.text.lower()
    return any(word in text for word in CIVIL) and "criminal" not in text


def extended(doc: Doc, accusation: Accusation, starts: list[int]) -> Accusation:
    """The accusation with what it is for: "filed a complaint against X for …", "an investigation into X over …"."""
    after = [t.right_edge.i + 1 for t in accusation.accused if 0 < t.i - accusation.word.i < WHAT_FOR_REACH]
    end = max([accusation.end, *after])
    if end < len(doc) and doc[end].text == ",":
        end += 1
    if end >= len(doc) or doc[end].lower_ not in WHAT_FOR or end >= accusation.word.sent.end:
        return accusation
    others = [i for i in starts if i != end]
    wider = bounded(doc, replace(accusation, start=end, end=min(end + WHAT_FOR_REACH, len(doc))), others)
    return replace(accusation, end=max(wider.end, accusation.end))


def against(word: Token) -> list[Token]:
    """Whom "against" names, below a noun or the verb that the noun belongs to."""
    found = grammar.prepositional(word, "against")
    if not found and word.tag_.startswith("NN"):
        found = [t for of in grammar.prepositional(word, "of") for t in grammar.prepositional(of, "against")]
    if found or not word.tag_.startswith("NN"):
        return found
    head = word.head
    if head is not word and (grammar.is_verb(head) or head.tag_.startswith("NN")):
        return grammar.prepositional(head, "against")
    return []


def owners(noun: Token) -> list[Token]:
    """The possessor of a noun: "his conviction", "the mayor's arrest"."""
    return [c for t in grammar.children(noun, "poss") for c in grammar.conjuncts(t)]


def undergoers(verb: Token) -> list[Token]:
    """Whom an accusing verb is done to, in headlines and reduced clauses too."""
    objects = [t for t in grammar.objects(verb) if not is_sum(t)]
    if objects and not grammar.children(verb, "auxpass", "nsubjpass"):
        return objects
    if verb.tag_ not in {"VBN", "VBD"} and not grammar.is_passive(verb):
        return objects
    if verb.dep_ == "acl":
        return grammar.conjuncts(headline_head(verb.head))
    if grammar.children(verb, "ccomp") and not grammar.children(verb, "auxpass", "nsubjpass"):
        return []
    return grammar.subjects(verb) or before_comma(verb)


def doers(verb: Token) -> list[Token]:
    """Who does what a verb says of the accused themselves: pleads, admits, faces."""
    return grammar.agents(verb) if not grammar.is_passive(verb) else []


def before_comma(verb: Token) -> list[Token]:
    """The noun before a reduced clause that the parser left alone: "the mayor, convicted of …"."""
    sentence = verb.sent
    return [sentence.root] if sentence.root.i < verb.i and sentence.root.tag_.startswith("NN") else []


def headline_head(noun: Token) -> Token:
    """In a headline without a verb ("Wife of X charged …") the noun that the line is about."""
    word = noun
    while word.dep_ in {"pobj", "prep"}:
        word = word.head
    return word if word.dep_ == "ROOT" and word.tag_.startswith("NN") else noun


def is_sum(token: Token) -> bool:
    """A sum of money or a measure in the place of an object: "fined X £38m"."""
    return token.ent_type_ in {"MONEY", "DATE", "TIME", "PERCENT", "CARDINAL", "QUANTITY"}


def is_unreal(verb: Token) -> bool:
    """Only possible, asked for or foretold: "could be charged", "if convicted", "expected to be indicted"."""
    if any(c.lower_ in UNREAL and c.dep_ in {"aux", "mark", "advmod"} and c.i < verb.i for c in verb.children):
        return True
    if verb.dep_ in {"xcomp", "acl", "advcl", "relcl"} and any(
        c.dep_ == "aux" and c.lower_ == "to" for c in verb.children
    ):
        return True
    own = [c for c in grammar.children(verb, "aux", "auxpass", "nsubj", "nsubjpass") if c.lower_ != "be"]
    if verb.dep_ == "conj" and not own:
        return grammar.is_verb(verb.head) and is_unreal(verb.head)
    return verb.i > 0 and verb.doc[verb.i - 1].lower_ in {"if", "once", "unless", "when"} and verb.tag_ == "VBN"
