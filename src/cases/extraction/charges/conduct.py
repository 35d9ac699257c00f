"""What a party is said to have done: an offence word as a verb's own or its object, under a word of allegation."""

import re
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from cases.extraction.charges import parties
from cases.extraction.charges.values import Finding, Offence
from cases.extraction.charges.vocabulary import DOCUMENTS
from cases.language import grammar
from cases.language.columns import root, sentence_end, sentence_start
from cases.language.currencies import alternatives
from cases.language.lexicon import load_words
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.records import Ref

SAYING = {
    "allege",
    "claim",
    "testify",
    "accuse",
    "admit",
    "say",
    "tell",
    "show",
    "prove",
    "reveal",
    "believe",
    "according",
    "find",
}
SAID = {"allegation", "accusation", "claim", "suspicion", "charge", "evidence", "report"}
PLAIN = {"bribery", "embezzlement", "money_laundering", "drug_trafficking", "extortion"}
DOCUMENTED = {"fraud", "false_statements", "obstruction", "tax_evasion", "campaign_finance"}
TAKING = {"take", "accept", "receive", "solicit", "demand", "seek", "get", "collect", "obtain", "extract", "request"}
TRYING = {"try", "attempt", "offer", "promise", "solicit", "demand", "seek", "ask", "request", "refuse", "intend"}
CONSPIRING = {"conspire", "conspiracy", "collude", "collusion", "plot", "scheme"}
PROVEN = {"charged", "pleaded_guilty", "convicted"}
REACH = 30
THEY_REACH = 60
COMMITTING = {"perpetrate", "commit", "orchestrate", "run", "mastermind"}
SUIT = re.compile(rf"\b{alternatives(load_words('charge_words')['suit'])}\b")
CRIMINAL = re.compile(rf"\b{alternatives(load_words('charge_words')['criminal'])}\b")
DENYING = {"deny", "refuse", "reject", "avoid", "prevent", "dispute"}
WITHDRAWING = {"clear", "dismiss", "drop", "acquit", "exonerate", "absolve"}
SUSPECTING = {"allegation", "accusation", "suspicion", "investigation", "investigate", "probe", "inquiry", "allege"}
SUSPECTED_REACH = 5
SYSTEMS = {"network", "scheme", "series", "pattern", "act", "campaign", "system", "web"}
DOING = frozenset(load_words("charge_words")["doing"])


def find(
    reading: Reading, mentions: Mentions, offences: Sequence[Offence], found: Sequence[Finding], officers: set[Ref]
) -> Iterator[Finding]:
    """Allegations of conduct by a party, ``alleged``; never of a judge, a prosecutor or another officer."""
    for finding in told(reading, mentions, offences, found):
        if finding.ref not in officers:
            yield finding


def told(
    reading: Reading, mentions: Mentions, offences: Sequence[Offence], found: Sequence[Finding]
) -> Iterator[Finding]:
    """The same, whoever it is."""
    accused = {f.ref for f in found}
    for offence in offences:
        if offence.matter:
            continue
        verb = governing(root(reading.doc, offence.start, offence.end))
        if verb is None or grammar.is_negated(verb) or grammar.is_hypothetical(verb):
            continue
        alleged = any(c.lower_ == "allegedly" for c in verb.children)
        if (offence.code not in PLAIN | DOCUMENTED or grammar.is_passive(verb)) and not alleged:
            continue
        if is_instrument(verb) or any(head.lemma_ in DENYING for head in grammar.ancestors(verb)):
            continue
        documented = is_charged(verb)
        above = grammar.coordination_head(verb)
        agreed = offence.conspiracy and "conspire" in {above.lemma_, above.head.lemma_}
        if offence.code in DOCUMENTED and not (documented or alleged or agreed):
            continue
        charged = documented and not tells_of_suit(reading)
        marked = documented or is_marked(reading, verb)
        if not marked and not accused:
            continue
        agents = grammar.agents(verb)
        named = parties.resolve(agents, mentions) or (together(verb, agents, found) if marked else [])
        doers = [r for r in named if marked or r in accused]
        for ref in doers:
            yield Finding(ref, offence, "charged" if charged else "alleged", verb, "charges:conduct")
        if offence.code == "bribery" and (doers or marked):
            for ref in parties.resolve(counterparts(verb, root(reading.doc, offence.start, offence.end)), mentions):
                if ref not in doers:
                    yield Finding(ref, offence, "alleged", verb, "charges:conduct")


def together(verb: Token, agents: Sequence[Token], found: Sequence[Finding]) -> list[Ref]:
    """Of whom the text has just accused together, where "they" are said to have done something."""
    if [t.lower_ for t in agents] != ["they"]:
        return []
    last = max((f.word.i for f in found if verb.i - THEY_REACH < f.word.i < verb.i), default=None)
    refs = list(dict.fromkeys(f.ref for f in found if f.word.i == last))
    return refs if len(refs) > 1 and all(r.kind == "person" for r in refs) else []


def other_side(mentions: Mentions, found: Sequence[Finding]) -> Iterator[Finding]:
    """Who is named on the other side of the bribes of which somebody is accused: "convicted of paying bribes to A"."""
    accused = {(f.ref, f.offence.code) for f in found if f.offence is not None}
    for finding in found:
        offence, doc = finding.offence, finding.word.doc
        if offence is None or offence.code != "bribery" or offence.matter or finding.status not in PROVEN:
            continue
        noun = root(doc, offence.start, offence.end)
        verb = governing(noun)
        if verb is None or grammar.is_negated(verb) or not finding.word.i < verb.i:
            continue
        for ref in parties.resolve(counterparts(verb, noun), mentions):
            if (ref, "bribery") not in accused and ref.kind == "person":
                yield Finding(ref, offence, "alleged", verb, "charges:conduct")


def is_instrument(verb: Token) -> bool:
    """Whether the subject is only what somebody else used: "the bank was used to launder money"."""
    return verb.dep_ in {"xcomp", "advcl"} and verb.head.lemma_ == "use" and grammar.is_passive(verb.head)


def accomplices(reading: Reading, mentions: Mentions, offences: Sequence[Offence]) -> Iterator[Finding]:
    """Those with whom somebody conspired: "pleaded guilty to conspiring with A and B to defraud the agency"."""
    for offence in offences:
        if not offence.conspiracy:
            continue
        first = max(sentence_start(reading.doc[offence.start]), offence.start - REACH)
        for i in range(first, offence.end):
            if reading.lemmas[i] not in CONSPIRING:
                continue
            word = reading.doc[i]
            if grammar.is_negated(word):
                continue
            named = [t for t in grammar.prepositional(word, "with") if t.tag_.startswith("NN")]
            for ref in parties.resolve(named, mentions):
                yield Finding(ref, offence, "alleged", word, "charges:conspired-with")


def governing(token: Token) -> Token | None:
    """The verb that an offence word is, or whose object it is."""
    if grammar.is_verb(token):
        return token
    if token.dep_ == "pobj" and token.head.lower_ == "in":
        paid = token.head.head
        token = paid if grammar.is_verb(paid) else top(paid)
        if grammar.is_verb(token):
            return token if token.lemma_ in DOING else None
    token = top(token)
    if token.dep_ == "pobj" and token.head.lower_ == "of" and token.head.head.lemma_ in SYSTEMS:
        token = token.head.head
    return token.head if token.dep_ == "dobj" and token.head.lemma_ in DOING and grammar.is_verb(token.head) else None


def top(noun: Token) -> Token:
    """The first noun of what a word is coordinated with, counts or modifies."""
    while noun.dep_ in {"conj", "compound", "nmod", "amod", "quantmod", "nummod"} and noun.head is not noun:
        if grammar.is_verb(noun.head):
            break
        noun = noun.head
    return noun


def counterparts(verb: Token, noun: Token) -> list[Token]:
    """Who is named on the other side of a bribe: "took kickbacks from A and B", "bribed officials including A"."""
    if {verb.lemma_, *(t.lemma_ for t in grammar.ancestors(verb))} & TRYING:
        return []  # whom somebody only tried to bribe
    side = "from" if verb.lemma_ in TAKING else "to"
    found = [t for word in {verb, top(noun), noun} for t in grammar.prepositional(word, side)]
    if grammar.is_verb(noun):
        found += grammar.objects(noun)
    found += [t for f in found for t in grammar.prepositional(f, "including")]
    return [t for t in found if t.tag_.startswith(("NN", "PRP"))]


def perpetrated(reading: Reading, mentions: Mentions, offences: Sequence[Offence]) -> Iterator[Finding]:
    """Those who are said to have committed a named offence: "the fraud allegedly perpetrated by A and B"."""
    for offence in offences:
        near = range(offence.end, min(offence.end + 3, len(reading.doc)))
        verbs = [reading.doc[i] for i in near if reading.lemmas[i] in COMMITTING and reading.tags[i] == "VBN"]
        for ref in parties.resolve([t for verb in verbs for t in grammar.agents(verb)], mentions):
            yield Finding(ref, offence, "alleged", reading.doc[offence.end - 1], "charges:conduct")


def by_whom(reading: Reading, mentions: Mentions, offences: Sequence[Offence]) -> Iterator[Finding]:
    """Of whose offence somebody is suspicious: "allegations of bribery by A", "suspected money laundering at B"."""
    for offence in offences:
        word = root(reading.doc, offence.start, offence.end)
        beside = reading.lower[offence.end : offence.end + 1]
        if not word.tag_.startswith("NN") or beside not in (["by"], ["at"]):
            continue
        told = [word, *(t for t, _ in zip(grammar.ancestors(word), range(SUSPECTED_REACH), strict=False))]
        suspicious = [t for t in told if t.lemma_ in SUSPECTING] or supposed(word)
        if not suspicious or any(is_unsaid(t) for t in told):
            continue
        preposition = reading.doc[offence.end]
        named = [c for o in grammar.children(preposition, "pobj") for c in grammar.conjuncts(o)]
        doers = parties.resolve(named, mentions) if preposition.head in told else []
        if beside == ["at"]:
            doers = [r for r in doers if offence.code == "money_laundering" and is_bank(r, mentions)]
        for ref in doers:
            yield Finding(ref, offence, "alleged", suspicious[0], "charges:conduct")


def supposed(noun: Token) -> list[Token]:
    """The word that makes an offence a suspicion: "alleged fraud", "possible bribery"."""
    return [c for c in noun.children if c.lower_ in {"alleged", "suspected"}]


def is_unsaid(token: Token) -> bool:
    """Whether a word above an offence denies it, or takes it back."""
    return token.lemma_ in DENYING | WITHDRAWING or (grammar.is_verb(token) and grammar.is_negated(token))


def is_bank(ref: Ref, mentions: Mentions) -> bool:
    """Whether a party is a bank, at which money is laundered by what it does."""
    return ref.kind == "organization" and mentions.organizations[ref.index].kind == "bank"


def is_charged(verb: Token) -> bool:
    """Whether a charging document alleges it: "the indictment alleges that she lied to agents"."""
    above = [t for t in grammar.ancestors(verb) if t.lemma_ in {"allege", "charge"} and grammar.is_verb(t)]
    told = (s for t in above for s in grammar.children(t, "nsubj"))
    return any(s.lemma_ in DOCUMENTS | {"charge"} or s.lower_ == "it" for s in told)


def tells_of_suit(reading: Reading) -> bool:
    """Whether a text tells of a suit and of no criminal charge, so that its complaint charges nobody with a crime."""
    return SUIT.search(reading.lowered) is not None and CRIMINAL.search(reading.lowered) is None


def is_marked(reading: Reading, verb: Token) -> bool:
    """Whether somebody alleges it: "allegedly", "prosecutors say that", "according to the indictment"."""
    if any(c.lower_ == "allegedly" for c in verb.children):
        return True
    if any(head.lemma_ in SAYING for head in grammar.ancestors(verb)):
        return True
    clause = grammar.coordination_head(verb)
    if clause.dep_ in {"acl", "ccomp"} and clause.head.lemma_ in SAID:
        return True
    return "according" in reading.lower[sentence_start(verb) : sentence_end(verb)]
