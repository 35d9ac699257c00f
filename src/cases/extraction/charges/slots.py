"""Who fills the slots of an accusing word: whom it falls on, who does it, whose it is; and whether it is real."""

from spacy.tokens import Token

from cases.extraction.charges.vocabulary import DOCUMENTS
from cases.language import grammar
from cases.language.columns import columns, sentence_end, sentence_start

UNREAL = {"if", "unless", "whether", "should", "could", "would", "might", "may", "can", "will"}
POSSIBLE = UNREAL - {"will"}
MARKING = {"aux", "mark", "advmod"}
OWN = {"aux", "auxpass", "nsubj", "nsubjpass"}
PAYING = {"agree", "pay", "enter", "reach", "sign", "accept", "negotiate", "consent", "settle", "resolve"}
MADE_TO_PAY = {"order", "require", "force", "oblige"}
RESOLVED = {"allegation", "claim", "charge", "lawsuit", "suit", "case", "investigation", "liability", "accusation",
            "complaint", "probe", "count", "violation"}  # fmt: skip
RESOLVED_REACH = 9
DATELINE = 8
OBJECTS = {"him", "her", "them"}  # "an indictment against a resident charging him with theft"
BESIDE = {"along", "together", "alongside"}
DASHES = {"-", "–", "—", "--"}
PLACES_AND_DATES = {"GPE", "LOC", "DATE"}
PLACES = {"court", "custody", "dock", "prison", "jail"}


def payers(verb: Token) -> list[Token]:
    """Who resolves an accusation, by the verb above: "has agreed to pay $5 million to resolve allegations"."""
    if RESOLVED.isdisjoint(columns(verb.doc).lemmas[verb.i + 1 : verb.i + RESOLVED_REACH]):
        return []
    above = next((t for t in grammar.ancestors(verb) if grammar.children(t, "nsubj", "nsubjpass")), None)
    if above is None:
        return to_come(verb.sent.root)
    paying = above.lemma_ in PAYING or (above.lemma_ in MADE_TO_PAY and grammar.is_passive(above))
    return grammar.subjects(above) if paying and not grammar.is_negated(above) else []


def to_come(root: Token) -> list[Token]:
    """Who stands before "to" in a headline, whatever the parser takes it for: "Acme to pay $2 million to settle"."""
    to = next((c.i for c in root.children if c.lower_ == "to" and c.i < root.i), 0)
    before = root.doc[to - 1] if to > sentence_start(root) else root
    named = root.lemma_.lower() in PAYING and before != root and before.text[:1].isupper()
    return [before] if named else []


def against(word: Token) -> list[Token]:
    """Whom "against" names, below a noun or the verb that the noun belongs to."""
    if "against" not in in_sentence(word):
        return []
    found = grammar.prepositional(word, "against")
    if not found and word.tag_.startswith("NN"):
        found = [t for of in grammar.prepositional(word, "of") for t in grammar.prepositional(of, "against")]
    if found or not word.tag_.startswith("NN"):
        return found
    head = word.head
    brought = [t for verb in grammar.children(word, "acl") for t in grammar.prepositional(verb, "against")]
    if brought:
        return brought
    if head is not word and (grammar.is_verb(head) or head.tag_.startswith("NN")):
        places = [head, *(c for c in grammar.children(head, "acomp", "xcomp") if c.lower_ == "pending")]
        return [t for place in places for t in grammar.prepositional(place, "against")]
    return []


def in_sentence(word: Token) -> list[str]:
    """The sentence of a word, in lower case."""
    said, i = columns(word.doc), word.i
    return said.lower[said.first[i] : said.past[i]]


def owners(noun: Token) -> list[Token]:
    """The possessor of a noun: "his conviction", "the mayor's arrest"."""
    return [c for t in grammar.children(noun, "poss") for c in grammar.conjuncts(t)]


def without_dateline(words: list[Token]) -> list[Token]:
    """The words less the place before the dash that opens a release: "SANTA ANA – A foreman was charged"."""
    places = [t for t in words if is_dateline(t)]
    if not places:
        return list(dict.fromkeys(words))
    named = (a for t in places for a in grammar.children(t, "appos") if word_before(a) != "(")
    beside = [c for a in named for c in grammar.conjuncts(a)]
    return list(dict.fromkeys(t for t in [*beside, *words] if t not in places))


def is_dateline(token: Token) -> bool:
    """A capitalised word at the start of a sentence, before a dash, with nothing between but places and dates."""
    if not token.text.isupper() or token.i - sentence_start(token) > DATELINE:
        return False
    following = token.doc[token.i + 1 : min(token.i + DATELINE, sentence_end(token))]
    dash = next((t.i for t in following if t.text in DASHES), None)
    if dash is None:
        return False
    before = token.doc[sentence_start(token) : dash]
    agency = next((t.i for t in before if t.text == "("), dash)  # "PARIS (AFP) -"
    words = [t for t in before if not (t.is_punct or t.is_space or t.like_num) and t.i < agency]
    return all(t.text.isupper() or t.ent_type_ in PLACES_AND_DATES for t in words)


def undergoers(verb: Token) -> list[Token]:
    """Whom an accusing verb is done to, those alongside included."""
    found = without_dateline(undergone(verb))
    return [*found, *alongside(verb)] if found else found


def alongside(verb: Token) -> list[Token]:
    """Who shares what is done: "the mayor, along with Roe, was charged", "was indicted together with Roe"."""
    if BESIDE.isdisjoint(in_sentence(verb)) or not grammar.is_passive(verb):
        return []
    places = [verb, *(t for s in grammar.children(verb, *grammar.SUBJECTS) for t in grammar.conjuncts(s))]
    words = [c for t in places for c in t.children if c.lower_ in BESIDE]
    inner = [c for w in words for c in w.children if c.lower_ == "with"]
    beside = [c for t in places for c in t.children if c.lower_ == "with" and word_before(c) in {"along", "together"}]
    direct = [w for w in words if w.lower_ == "alongside"]
    return [n for p in [*inner, *beside, *direct] for o in grammar.children(p, "pobj") for n in grammar.conjuncts(o)]


def word_before(token: Token) -> str:
    """The word before a token."""
    return token.doc[token.i - 1].lower_ if token.i else ""


def undergone(verb: Token) -> list[Token]:
    """Whom an accusing verb is done to, in headlines and reduced clauses too."""
    objects = [t for t in grammar.objects(verb) if not is_sum(t)]
    if objects and verb.dep_ == "acl" and all(t.lower_ in OBJECTS for t in objects):
        noun = verb.head
        objects = grammar.prepositional(noun, "against") or (objects if noun.lemma_ in DOCUMENTS else [noun])
    if objects and not grammar.children(verb, "auxpass", "nsubjpass"):
        return objects
    if verb.tag_ not in {"VBN", "VBD"} and not grammar.is_passive(verb):
        return objects
    if verb.dep_ == "acl":
        return reduced(verb)
    if grammar.children(verb, "ccomp") and not grammar.children(verb, "auxpass", "nsubjpass"):
        return []
    return grammar.subjects(verb) or inverted(verb) or adjoined(verb) or before_comma(verb)


def inverted(verb: Token) -> list[Token]:
    """Who follows the auxiliary that follows the verb: "Also charged are Roe and Novak"."""
    after = [c for c in grammar.children(verb, "auxpass", "aux") if c.i == verb.i + 1]
    return [c for be in after for s in grammar.children(be, "nsubj", "attr") for c in grammar.conjuncts(s)]


def reduced(verb: Token) -> list[Token]:
    """Whom a participle after a noun describes: the subject of "is a man wanted for", "came to court charged with"."""
    noun = verb.head
    whole = one_of(noun)
    if whole.dep_ == "attr" and (named := grammar.subjects(whole.head)):
        return [*named, noun]
    if noun.lemma_ in PLACES and noun.dep_ == "pobj" and grammar.is_verb(noun.head.head):
        return grammar.subjects(noun.head.head)
    return grammar.conjuncts(headline_head(noun))


def one_of(noun: Token) -> Token:
    """The word that takes one out of several: "one of four men charged"."""
    above = noun.head.head
    counted = noun.dep_ == "pobj" and noun.head.lower_ == "of" and above.lower_ == "one"
    return above if counted and grammar.children(noun, "nummod") else noun


def adjoined(verb: Token) -> list[Token]:
    """The name before the comma of a participle that the parser ties to something else: "X, 51, wanted in …"."""
    last = verb.i - 2
    if last > 2 and verb.doc[last].like_num and verb.doc[last - 1].text == ",":
        last -= 2
    name = verb.doc[max(last, 0)]
    return [name] if verb.doc[verb.i - 1].text == "," and name.tag_ == "NNP" and verb.i > verb.sent.start + 1 else []


def doers(verb: Token) -> list[Token]:
    """Who does what a verb says of the accused themselves: pleads, admits, faces."""
    return without_dateline(grammar.agents(verb)) if not grammar.is_passive(verb) else []


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


def is_conditional(verb: Token) -> bool:
    """Only if something else comes first, or only perhaps: "if arraigned", "could be arraigned"."""
    said, i = columns(verb.doc), verb.i
    return any(said.lower[c] in POSSIBLE for c in said.children[i] if c < i)


def is_unreal(verb: Token) -> bool:
    """Only possible, asked for or foretold: "could be charged", "if convicted", "expected to be indicted"."""
    said, i = columns(verb.doc), verb.i
    if any(said.lower[c] in UNREAL and said.deps[c] in MARKING and c < i for c in said.children[i]):
        return True
    label = said.deps[i]
    if label in {"xcomp", "ccomp"} and said.lemmas[said.heads[i]] == "order":
        return any(said.lower[c] in UNREAL for c in said.children[said.heads[i]])  # what a court orders is done
    if label in {"xcomp", "acl", "advcl", "relcl"} and grammar.has_child(verb, {"aux"}, {"to"}):
        return True
    if label == "conj" and not any(said.deps[c] in OWN and said.lower[c] != "be" for c in said.children[i]):
        return grammar.is_verb(verb.head) and is_unreal(verb.head)
    return i > 0 and said.lower[i - 1] in {"if", "once", "unless", "when"} and said.tags[i] == "VBN"
