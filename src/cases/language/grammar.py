"""Who does what to whom, read off the dependency tree (spaCy's English labels, Penn tags)."""

from collections.abc import Container, Iterator

from spacy.tokens import Token

from cases.language.columns import columns

SUBJECTS = {"nsubj", "nsubjpass", "csubj", "csubjpass"}
RELATIVE = {"who", "which", "that", "whom", "whose"}
PREPOSITIONAL = {"prep", "agent", "dative"}
NEGATIONS = {"not", "n't", "never", "no", "nor", "neither"}
HYPOTHETICAL_MODALS = {"could", "would", "may", "might", "should", "can"}
HYPOTHETICAL_MARKS = {"if", "unless", "whether"}
BLAMING = {"accuse", "charge", "suspect", "convict", "indict", "arrest", "sue", "fine", "jail", "sentence", "acquit",
           "clear", "blame", "sanction", "blacklist", "penalise", "penalize",
           "try", "prosecute", "investigate", "detain", "probe"}  # fmt: skip
DEEPEST = 40  # heads above a word; parses of prose go to half of it, a chain without an end as deep as it is long


def is_verb(token: Token) -> bool:
    """A verb by its Penn tag."""
    return token.tag_.startswith("VB")


def children(token: Token, *labels: str) -> list[Token]:
    """Children of a token with one of the dependency labels, in text order."""
    doc = token.doc
    read = columns(doc)
    below = read.children[token.i]
    if not below:
        return []
    deps = read.deps
    return [doc[i] for i in below if deps[i] in labels]


def has_child(token: Token, labels: Container[str], words: Container[str]) -> bool:
    """Whether one of the words in lower case hangs on a token by one of the dependency labels."""
    read = columns(token.doc)
    return any(read.deps[i] in labels and read.lower[i] in words for i in read.children[token.i])


def conjuncts(token: Token) -> list[Token]:
    """The token and everything of its word class coordinated below it: "A, B and C" from "A"."""
    doc = token.doc
    read = columns(doc)
    if not read.children[token.i]:
        return [token]
    kind = read.tags[token.i][:1]
    found, waiting = [], [token.i]
    while waiting:  # no recursion: a list of ten thousand names is a chain as deep
        word = waiting.pop()
        found.append(word)
        waiting.extend(i for i in read.children[word] if read.deps[i] == "conj" and read.tags[i][:1] == kind)
    return [doc[i] for i in sorted(found)]


def coordination_head(token: Token) -> Token:
    """The first of the coordinated words that a token belongs to."""
    read, i = columns(token.doc), token.i
    while read.deps[i] == "conj":
        i = read.heads[i]
    return token.doc[i]


def is_passive(verb: Token) -> bool:
    """A passive verb: "was charged", "were convicted", "a man charged with"."""
    read, i = columns(verb.doc), verb.i
    below = {read.deps[child] for child in read.children[i]}
    if "auxpass" in below or "nsubjpass" in below:
        return True
    if read.tags[i] != "VBN" or read.deps[i] == "acl":
        return read.tags[i] == "VBN"
    return read.deps[i] == "conj" and below.isdisjoint({"aux", "nsubj"}) and is_passive(verb.head)


def antecedent(token: Token) -> Token:
    """The noun that a relative pronoun stands for; the token itself if it is none."""
    if token.lower_ not in RELATIVE and not is_of_whom(token):
        return token
    verb = token.head
    while verb.dep_ in {"conj", "xcomp", "ccomp", "aux", "pcomp", "prep", "pobj"} and verb.head != verb:
        verb = verb.head
    return verb.head if verb.dep_ == "relcl" else token


def is_of_whom(token: Token) -> bool:
    """The subject of "A and B, both of whom were charged"."""
    if token.lower_ not in {"all", "both", "each"}:
        return False
    return any(o.lower_ == "whom" for of in children(token, "prep") for o in children(of, "pobj"))


def subjects(verb: Token) -> list[Token]:
    """The words that fill the subject of a verb, conjuncts included; looked for up the tree where the verb has none.

    A coordinated verb shares the subject of the first; an open complement ("agreed to pay") takes that of its head, or
    its object ("ordered him to pay", but not "used a firm to pay"); a participle ("a man charged with …") takes the
    noun it modifies; what somebody is accused of doing is done by whom the accusation falls on.
    """
    seen: set[int] = set()
    while verb.i not in seen:
        seen.add(verb.i)
        if (earlier := before_purpose(verb)) is not None:
            verb = earlier
            continue
        own = children(verb, *SUBJECTS) or misplaced_subject(verb)
        if own:
            return [c for s in own for c in conjuncts(antecedent(s))]
        if (noun := verb.head if verb.dep_ in {"relcl", "acl"} else described(verb)) is not None:
            return conjuncts(noun)
        if verb.dep_ == "pcomp" and verb.head.dep_ == "prep" and verb.head.head.lemma_ in BLAMING:
            return patients(verb.head.head)
        means = verb.head.lemma_ == "use"  # "used his firm to launder money": he did
        if verb.dep_ in {"xcomp", "ccomp"} and not means and (objects := children(verb.head, "dobj", "dative")):
            return [c for o in objects for c in conjuncts(o)]
        said = verb.dep_ == "ccomp" and verb.i < verb.head.i  # "Roe admitted it, said the prosecutor"
        if said or verb.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep"} or verb.head == verb:
            return []
        verb = verb.head
    return []


def described(adjective: Token) -> Token | None:
    """The noun right before an adjective that the parser ties to the verb: "sold it to criminals bent on smuggling"."""
    if adjective.dep_ != "advcl" or adjective.tag_ != "JJ" or not adjective.i:
        return None
    before = adjective.doc[adjective.i - 1]
    return before if before.dep_ in {"pobj", "dobj"} and before.tag_.startswith("NN") else None


def misplaced_subject(verb: Token) -> list[Token]:
    """The noun right before a coordinated verb that has an auxiliary of its own and, by the parse, no subject.

    In "she was asked about the emails and Roe is being investigated" the parser ties Roe to the emails; yet what stands
    before "is" can only be its subject.
    """
    auxiliaries = children(verb, "aux", "auxpass")
    if verb.dep_ not in {"conj", "ccomp"} or not auxiliaries or not is_verb(verb.head):
        return []
    last = auxiliaries[0].i - 1
    if last > 2 and verb.doc[last].text == "," and verb.doc[last - 2].text == "," and verb.doc[last - 1].like_num:
        last -= 3  # ", 62,"
    before = verb.doc[max(last, 0)]
    if before.text == "," and last > 0:
        before = before_clause(verb.doc[last - 1])
    joined = before.dep_ in {"conj", "appos"} and before.tag_ in {"NNP", "NNPS"} and before.head.i > verb.head.i
    return [before] if joined else []


def before_clause(last: Token) -> Token:
    """The name that a clause between commas, of which a word is the last, tells of: "Jane Roe, who fled, was fined"."""
    clauses = [t for t in [last, *ancestors(last)] if t.dep_ == "relcl" and t.right_edge.i <= last.i + 1]
    return clauses[-1].head if clauses else last


def objects(verb: Token) -> list[Token]:
    """Direct objects of a verb, conjuncts included."""
    return [c for o in children(verb, "dobj", "dative", "oprd") for c in conjuncts(antecedent(o))]


def before_purpose(verb: Token) -> Token | None:
    """The verb whose purpose another is, where the parser errs: "used his firm, Acme, to launder money"."""
    read = columns(verb.doc)
    to = next((i for i in read.children[verb.i] if read.deps[i] == "aux" and read.lower[i] == "to"), None)
    if not to or read.words[to - 1] != ",":
        return None
    return next((t for t in [*children(verb, "ccomp"), *ancestors(verb)] if t.lemma_ == "use" and t.i < to), None)


def patients(verb: Token) -> list[Token]:
    """Whom the verb is done to: the subject of a passive, the object of an active verb."""
    return subjects(verb) if is_passive(verb) else objects(verb)


def agents(verb: Token) -> list[Token]:
    """Who does it: the subject of an active verb, the "by" phrase of a passive."""
    if not is_passive(verb):
        return subjects(verb)
    return [c for by in children(verb, "agent") for o in children(by, "pobj") for c in conjuncts(o)]


def prepositional(token: Token, *prepositions: str) -> list[Token]:
    """Objects of the given prepositions below a token ("charged *with* bribery"), conjuncts included."""
    doc = token.doc
    read = columns(doc)
    preps = [i for i in read.children[token.i] if read.deps[i] in PREPOSITIONAL and read.lower[i] in prepositions]
    return [c for i in preps for obj in children(doc[i], "pobj", "pcomp") for c in conjuncts(obj)]


def is_negated(verb: Token) -> bool:
    """The verb itself is denied: "was not charged", "never convicted"."""
    read = columns(verb.doc)
    return any(read.deps[i] == "neg" or read.lower[i] in NEGATIONS for i in read.children[verb.i])


def is_hypothetical(verb: Token) -> bool:
    """The verb is only possible: "could be charged", "if convicted", "whether he was bribed"."""
    return has_child(verb, {"aux"}, HYPOTHETICAL_MODALS) or has_child(verb, {"mark", "advmod"}, HYPOTHETICAL_MARKS)


def ancestors(token: Token) -> Iterator[Token]:
    """The heads of a token up to the root, or up to the depth below which no reader finds his way."""
    doc, heads, i = token.doc, columns(token.doc).heads, token.i
    for _ in range(DEEPEST):
        if heads[i] == i:
            return
        i = heads[i]
        yield doc[i]


def phrase(token: Token) -> tuple[int, int]:
    """First and one past last token index of everything below a token."""
    return token.left_edge.i, token.right_edge.i + 1
