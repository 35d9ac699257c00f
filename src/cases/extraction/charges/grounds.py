"""Of which offences an accusation is: those in its scope, up to where it goes on to other things."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.tokens import Doc, Token

from cases.extraction.charges.scopes import TALLY
from cases.extraction.charges.values import Accusation, Charged, Finding, Offence
from cases.extraction.charges.vocabulary import CONCEDING, FIGHTING
from cases.language import grammar
from cases.language.columns import columns, lower, root
from cases.language.lexicon import load_words
from cases.records import Ref

ARRESTING = {"arrest", "detain", "extradite", "nab", "apprehend"}
GROUNDS = {"charge", "suspicion", "accusation", "allegation", "count", "indictment", "accuse", "suspect", "allegedly"}
ATTACHED = {"prep", "pobj", "pcomp", "dobj", "compound", "amod", "nmod"}
LOOSE = {k: frozenset(v) for k, v in load_words("charge_words")["loose"].items()}
SOURCES = {("derived", "from"), ("proceeds", "of"), ("proceeds", "from"), ("obtained", "from"), ("obtained", "through")}
SOURCE_REACH = 6
BEYOND = {("cover", "up"), ("result", "in"), ("lead", "to")}
RELATED = {"relation", "related"}
AWAY = frozenset(load_words("charge_words")["away"])


def offences_of(accusation: Accusation, named: Sequence[Offence]) -> list[Offence]:
    """The offences in an accusation's scope, up to where it goes on to other things; matters only if nothing else."""
    first = bisect_left(named, accusation.start, key=lambda o: o.start)
    inside = list(named[first : bisect_left(named, accusation.end, lo=first, key=lambda o: o.start)])
    if not inside:
        return []
    away = is_circumstance(accusation.word, inside[0])
    kept = [] if away else inside[:1]
    for before, offence in pairwise(inside):
        away = away or (
            before.code not in {"corruption", "conspiracy"}
            and accusation.rule != TALLY
            and leads_away(accusation.word.doc, before.end, offence.start)
            and not is_listed(accusation.word.doc, before, offence)
        )
        if not away or is_grounded(accusation.word, before, offence):
            kept.append(offence)
    kept = [o for o in kept if not o.matter] or kept
    kept = [o for o in kept if not is_beyond(accusation.word.doc, o)]
    if accusation.word.lemma_ in CONCEDING:
        kept = [o for o in kept if not is_fought(accusation.word, o)]
    agreed = [o for o in kept if o.conspiracy]
    if agreed and "substantive" in lower(accusation.word.doc, accusation.start, accusation.end):
        kept += [o._replace(conspiracy=False, counts=None) for o in agreed]
    return kept


def is_circumstance(word: Token, offence: Offence) -> bool:
    """Whether an offence only tells when somebody was arrested: "arrested during a probe after Roe's murder trial"."""
    if word.lemma_ not in ARRESTING or not GROUNDS.isdisjoint(columns(word.doc).lemmas[word.i + 1 : offence.start]):
        return False
    return not {"after", "during", "following", "amid"}.isdisjoint(lower(word.doc, word.i + 1, offence.start))


def is_listed(doc: Doc, before: Offence, offence: Offence) -> bool:
    """Whether an offence goes on the list in which the one before it stands, whatever words are between them."""
    token = root(doc, offence.start, offence.end)
    while token.dep_ == "conj":
        token = token.head
        if before.start <= token.i < before.end:
            return True
    return False


def is_grounded(word: Token, before: Offence, offence: Offence) -> bool:
    """Whether an offence hangs on the accusing word after all, and does not only tell where another came from."""
    return is_attached(word, offence) and not is_related(word.doc, before, offence)


def is_attached(word: Token, offence: Offence) -> bool:
    """Whether an offence hangs on the accusing word itself: "booked X, who …, in a case of taking bribes"."""
    token = root(word.doc, offence.start, offence.end)
    while token != word:
        if token.dep_ not in ATTACHED or token.head == token:
            return False
        token = token.head
    return True


def is_related(doc: Doc, before: Offence, offence: Offence) -> bool:
    """Whether an offence only tells where another came from: "laundering in relation to money from a fraud"."""
    between = lower(doc, before.end, offence.start)
    return not RELATED.isdisjoint(between) and {"and", ",", "charges"}.isdisjoint(between)


def is_beyond(doc: Doc, offence: Offence) -> bool:
    """Whether an offence is another's: "took money to cover up cheating", "alerted them, which led to the murder"."""
    before = columns(doc).lemmas[max(offence.start - 3, 0) : offence.start]
    return any(pair in BEYOND for pair in pairwise(before))


def is_fought(word: Token, offence: Offence) -> bool:
    """Whether an offence stands under a verb of fighting it, below the accusing word."""
    for token in grammar.ancestors(root(word.doc, offence.start, offence.end)):
        if token == word:
            return False
        if token.lemma_ in FIGHTING:
            return True
    return False


def leads_away(doc: Doc, start: int, end: int) -> bool:
    """Whether the words between two offences turn from what somebody is accused of to its circumstances."""
    if "count" in columns(doc).lemmas[start:end]:
        return False
    words = [doc[i] for i, word in enumerate(lower(doc, start, end), start) if word in AWAY]
    turning = [t for t in words if not (t.head.tag_ == "VBG" and start <= t.head.i < t.i)]
    apart = {"and", "also", ",", "charges", "crimes", "offences", "offenses", "counts"}
    return any(not (t.i > start and doc[t.i - 1].lower_ in apart) for t in turning)


def same_offences(accused: Sequence[Charged], n: int) -> Sequence[Offence]:
    """The offences of one of several accusations, or of one before it that it calls "the same" or "similar"."""
    accusation = accused[n][0]
    if accusation.offences:
        return accusation.offences
    near = lower(accusation.word.doc, accusation.word.i - 3, min(accusation.end, accusation.word.i + 15))
    words = {"same"} if accusation.status == "alleged" else {"same", "similar"}
    if words.isdisjoint(near):
        return ()
    return next((a.offences for a, _ in reversed(accused[:n]) if a.offences), ())


def is_scheme_of(doc: Doc, before: Offence, offence: Offence) -> bool:
    """Whether an offence only names the scheme of the one before it: "conspiring to defraud in a kickback scheme"."""
    between = lower(doc, before.end, offence.start)
    if between[:3] == ["in", "connection", "with"] and "and" not in between:
        return True
    return between[:1] == ["in"] and "and" not in between and doc[offence.end].lemma_ == "scheme"


def is_source(doc: Doc, start: int, offence: Offence) -> bool:
    """Whether an offence only tells where the money came from: "transactions in property derived from bribery"."""
    words = lower(doc, start, offence.start)
    return any(pair in SOURCES for pair in pairwise(words)) and {"and", ",", "count", "counts"}.isdisjoint(words)


def is_soft(accusation: Accusation, offence: Offence) -> bool:
    """Whether the offence is named loosely: what a sentence was for, or a part in a scheme, rather than a count."""
    if accusation.word.lemma_ in LOOSE["verbs"]:
        return True
    doc = accusation.word.doc
    lemmas = columns(doc).lemmas
    scheme = "scheme" in lemmas[offence.end - 1 : offence.end + 1] and lemmas[offence.start] not in {"ponzi", "pyramid"}
    return scheme or not LOOSE["words"].isdisjoint(lemmas[accusation.word.i + 1 : offence.start])


def findings(
    accusation: Accusation, refs: Iterable[Ref], charged: Sequence[Offence], soft: bool = False
) -> list[Finding]:
    """One finding per party and offence; one without offence if the accusation names none."""
    a = accusation
    schemes = [o for before, o in pairwise(charged) if is_scheme_of(a.word.doc, before, o)]
    schemes += [o for o in charged if is_source(a.word.doc, max(a.word.i + 1, o.start - SOURCE_REACH), o)]
    told: list[tuple[Offence | None, str, bool]] = [
        (o, "alleged" if o in schemes else a.status, soft or is_soft(a, o)) for o in charged
    ] or [(None, a.status, soft)]
    return [
        Finding(ref, offence, status, a.word, a.rule, a.accused, loose)
        for ref in refs
        for offence, status, loose in told
    ]
