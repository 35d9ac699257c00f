"""Who is accused or convicted of what, with the status as reported and who says so.

Offences (``offences``) and accusing words (``accusations``) are found apart; an accusation takes the offences in its
scope and the parties that grammar gives it. What a party is said to have done (``conduct``) comes last, ``alleged``.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from spacy.tokens import Doc, Token

from cases.extraction.charges import (
    accusations,
    assembly,
    conduct,
    identified,
    offences,
    officials,
    parties,
    plurals,
    standing,
    tables,
)
from cases.extraction.charges.assembly import Finding
from cases.extraction.charges.offences import Offence
from cases.extraction.charges.scopes import Accusation
from cases.extraction.charges.status import OPEN
from cases.language import grammar
from cases.language.columns import columns, lower, sentence_end, sentence_start
from cases.language.lexicon import load_words
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Charge, Ref

CODEFENDANTS_REACH = 120
OWNED = {"subsidiary", "unit", "arm", "affiliate", "branch"}
GROUP = {"they", "defendants", "both"}
ARRESTING = {"arrest", "detain", "extradite", "nab", "apprehend"}
GROUNDS = {"charge", "suspicion", "accusation", "allegation", "count", "indictment", "accuse", "suspect", "allegedly"}
ATTACHED = {"prep", "pobj", "pcomp", "dobj", "compound", "amod", "nmod"}
LOOSE = {k: frozenset(v) for k, v in load_words("charge_words")["loose"].items()}
PRONOUNS = {"he", "she", "they", "him", "her", "them"}
CONCEDING = {"admit", "acknowledge", "confess"}
FIGHTING = frozenset(load_words("charge_words")["fighting"])
BEFORE_COURT = {"charged", "pleaded_guilty", "convicted"}
DOCUMENTS = {"indictment", "information", "complaint"}
RELATED = frozenset({"relation", "related"})
AWAY = frozenset(load_words("charge_words")["away"])


def find(reading: Reading, mentions: Mentions, expressions: Sequence[Expression]) -> tuple[Charge, ...]:
    """Charges of every party, each with its reports in text order."""
    if not reading.sentences:
        return ()
    named = offences.named(reading, mentions)
    read = accusations.find(reading, [*standing.find(reading), *tables.find(reading)])
    accusing = [a for a in read if a.real and not reading.is_teaser(a.word.idx)]
    officers = parties.officers(reading, mentions)
    direct: list[tuple[Accusation, list[Ref]]] = []
    for accusation in accusing:
        refs = accused(accusation, direct, mentions, officers)
        direct.append((pleaded(accusation, direct, named), refs))
    found = [
        finding
        for n, (a, refs) in enumerate(direct)
        if refs
        for finding in findings(a, refs, same_offences(direct[: n + 1], named))
    ]
    formal = [f.ref for f in sorted(found, key=lambda f: f.word.i) if f.status != "alleged" and "noun" not in f.rule]
    formal = formal or [f.ref for f in sorted(found, key=lambda f: f.word.i) if f.status == "charged"]
    main = parties.protagonist(reading, mentions, formal)
    body = next((f.ref for f in found if f.ref.kind == "organization" and f.status in BEFORE_COURT), None)
    everyone = identified.defendants(reading, mentions)
    for a, refs in direct:
        if not refs and everyone and stand_for_all(a.accused, len(everyone)):
            found += findings(a, everyone, offences_of(a, named))
        elif not refs and is_lead(reading, a) and not any(parties.is_of_somebody(t, mentions) for t in a.accused):
            told = parties.described(a.accused, everyone or formal, main)
            if not told and a.accused:
                told = parties.described(a.accused, [], body)
            offences_told = offences_of(a, named)
            if not is_prose(reading, a):
                offences_told = repeated(reading.doc, offences_told, named)
            if told and (offences_told or is_prose(reading, a)):
                found += findings(a, told, offences_told, soft=True)
    found += others(direct, named)
    found += codefendants(reading, mentions, found)
    taken = {f.offence.start for f in found if f.offence is not None}
    found += conduct.find(reading, mentions, [o for o in named if o.start not in taken], found, officers)
    found += [*conduct.accomplices(reading, mentions, named), *conduct.perpetrated(reading, mentions, named)]
    found = [f for f in found if not reading.is_teaser(f.word.idx)]
    return assembly.assemble(reading, mentions, expressions, officials.without_officials(reading, mentions, found))


def stand_for_all(words: Sequence[Token], number: int) -> bool:
    """Words for all whom the text identified as its defendants: "they", "the defendants", "both" if they are two."""
    return any(t.lower_ in GROUP and (number == 2 or t.lower_ != "both") for t in words)


def accused(
    accusation: Accusation, before: Sequence[tuple[Accusation, list[Ref]]], mentions: Mentions, officers: set[Ref]
) -> list[Ref]:
    """The parties of an accusation, by the first of the ways that finds any."""
    refs = carried(accusation, before)
    if not refs:
        named = parties.resolve(accusation.accused, mentions)
        refs = parties.without_accusers(
            [r for r in named if not misread(accusation, r, officers)], accusation, mentions
        )
    plural = any(t.tag_ in {"NNS", "NNPS"} for t in accusation.accused)
    after = bool(accusation.accused) and all(t.i > accusation.word.i for t in accusation.accused)
    if "noun" not in accusation.rule and (plural or not refs) and not after:
        listed = parties.listed(accusation.word, mentions, apposed=bool(accusation.accused) and not plural)
        refs = max(refs, listed, key=len) or parties.aged_before(accusation.word, mentions)
    if not refs and "noun" not in accusation.rule and accusation.accused:
        refs = identified.defendant_before(accusation.accused, mentions)
    if not refs and before and answers_document(before[-1][0].word, accusation.word):
        refs = before[-1][1]
    return refs or plurals.several(accusation, before, mentions)


def answers_document(earlier: Token, word: Token) -> bool:
    """Whether a document charges what an accusation before tells of: "pleaded not guilty to an indictment charging"."""
    charging = word.lemma_ == "charge" and word.dep_ in {"acl", "relcl"} and not grammar.is_passive(word)
    return charging and word.head.lemma_ in DOCUMENTS and sentence_start(earlier) == sentence_start(word)


def pleaded(
    accusation: Accusation, before: Sequence[tuple[Accusation, list[Ref]]], named: Sequence[Offence]
) -> Accusation:
    """The accusation with the status of a plea to it: "pleaded guilty to an information charging him with fraud"."""
    if not before or not before[-1][0].status.startswith("pleaded") or accusation.status != "charged":
        return accusation
    plea = before[-1][0]
    to_it = (
        sentence_start(plea.word) == sentence_start(accusation.word)
        and not offences_of(plea, named)
        and accusation.word.tag_ == "VBG"
    )
    return replace(accusation, status=plea.status) if to_it else accusation


def others(direct: Sequence[tuple[Accusation, list[Ref]]], named: Sequence[Offence]) -> Iterator[Finding]:
    """Those whom an accusation only counts ("X and four others were charged …") and a later one names."""
    for n, (accusation, refs) in enumerate(direct):
        counts = {parties.counted(t) for t in accusation.accused if t.lower_ == "others"} - {None, -1}
        charged = offences_of(accusation, named)
        if not counts or not charged or not refs:
            continue
        for later, people in direct[n + 1 :]:
            if {len(people), len(set(people) - set(refs))} & counts and not offences_of(later, named):
                yield from findings(later, [p for p in people if p not in refs], charged)
                break


def codefendants(reading: Reading, mentions: Mentions, found: Sequence[Finding]) -> Iterator[Finding]:
    """Those named as co-defendants of whom the text has just accused: they share the charge, and no more than it."""
    before = sorted((f for f in found if f.offence is not None and f.status in OPEN), key=lambda f: f.word.i)
    for word, people in parties.codefendants(reading, mentions):
        earlier = [f for f in before if word.i - CODEFENDANTS_REACH < f.word.i < word.i and f.ref not in people]
        if earlier:
            last = earlier[-1].word
            for ref in people:
                for finding in earlier:
                    if finding.word == last:
                        rule, status = "charges:codefendant", min(finding.status, "charged", key=OPEN.index)
                        yield Finding(ref, finding.offence, status, word, rule, (word,), finding.soft)


def is_prose(reading: Reading, accusation: Accusation) -> bool:
    """Whether an accusation stands in a full sentence or the headline, not in a line of page furniture."""
    if reading.headline is not None and accusation.word.i < reading.headline.end:
        return True
    return is_sentence(accusation.word)


def is_sentence(token: Token) -> bool:
    """Whether a token stands in a full sentence, by the mark that ends it."""
    words = columns(token.doc).words[sentence_start(token) : sentence_end(token)]
    return next((w[-1] for w in reversed(words) if not w.isspace()), "") in {".", '"', "'", "”", "?"}


def repeated(doc: Doc, offences: Sequence[Offence], named: Sequence[Offence]) -> list[Offence]:
    """The offences of a headline or lead that a full sentence names again: page furniture speaks of other cases."""
    told = {n.code for n in named if is_sentence(doc[n.start])}
    return [o for o in offences if o.code in told]


def is_lead(reading: Reading, accusation: Accusation) -> bool:
    """Whether an accusation describes an unnamed party in the headline or the lead."""
    words = accusation.accused
    elsewhere = any(w.dep_ == "poss" or w.lemma_ in parties.RELATIONS for w in words)
    if is_name_alone(accusation):
        return False
    if any(is_kin_of_somebody(w) for w in words):
        return False
    if "noun" in accusation.rule and (accusation.status == "alleged" or elsewhere):
        return False
    if not words:
        return (
            reading.headline is not None and accusation.word.i < reading.headline.end and "noun" not in accusation.rule
        )
    if words and is_prose(reading, accusation) and all(map(parties.is_bare_name, words)):
        return False
    return all(parties.is_description(w) for w in words) and parties.in_lead(reading, accusation.word)


def is_name_alone(accusation: Accusation) -> bool:
    """Whether a headline's participle stands after a name of which the text says no more: "Roe Accused Of Fraud"."""
    word = accusation.word
    formal = grammar.is_verb(word) and accusation.status != "alleged"
    if formal or not word.text.istitle() or "verb" not in accusation.rule or not accusation.accused:
        return False
    told = columns(word.doc).words
    return all(t.tag_ == "NNP" and t.lower_ not in told for t in accusation.accused)


def is_kin_of_somebody(noun: Token) -> bool:
    """Whether a noun tells of somebody by somebody else: "her husband", "the Roe brothers", "a subsidiary of Roe"."""
    named = noun.lemma_ in parties.RELATIONS and any(c.tag_ == "NNP" for c in grammar.children(noun, "compound"))
    owned = noun.lemma_ in OWNED and any(t.tag_ == "NNP" for t in grammar.prepositional(noun, "of"))
    return named or owned or any(c.tag_ == "PRP$" for c in noun.children)


def misread(accusation: Accusation, ref: Ref, officers: set[Ref]) -> bool:
    """Whether a pronoun or a word of page furniture was taken for a judge, a prosecutor or another officer."""
    words = PRONOUNS | {"his", "their"}
    return ref in officers and (not is_sentence(accusation.word) or all(t.lower_ in words for t in accusation.accused))


def carried(accusation: Accusation, before: Sequence[tuple[Accusation, list[Ref]]]) -> list[Ref]:
    """Whom a pronoun stands for after another accusation of its sentence: "arraigned on charges that he …"."""
    if not before or not accusation.accused or any(t.lower_ not in PRONOUNS for t in accusation.accused):
        return []
    earlier, refs = before[-1]
    return (
        refs if sentence_start(earlier.word) == sentence_start(accusation.word) and "noun" not in earlier.rule else []
    )


def offences_of(accusation: Accusation, named: Sequence[Offence]) -> list[Offence]:
    """The offences in an accusation's scope, up to where it goes on to other things; matters only if nothing else."""
    first = bisect_left(named, accusation.start, key=lambda o: o.start)
    inside = list(named[first : bisect_left(named, accusation.end, key=lambda o: o.start)])
    away = bool(inside) and is_circumstance(accusation.word, inside[0])
    kept = [] if away else inside[:1]
    for before, offence in pairwise(inside):
        away = away or (
            before.code not in {"corruption", "conspiracy"}
            and leads_away(accusation.word.doc, before.end, offence.start)
            and not is_listed(accusation.word.doc, before, offence)
        )
        related = is_related(accusation.word.doc, before, offence)
        if not away or (is_attached(accusation.word, offence) and not related):
            kept.append(offence)
    kept = [o for o in kept if not o.matter] or kept
    if accusation.word.lemma_ in CONCEDING:
        kept = [o for o in kept if not is_fought(accusation.word, o)]
    agreed = [o for o in kept if o.conspiracy]
    if agreed and "substantive" in lower(accusation.word.doc, accusation.start, accusation.end):
        kept += [replace(o, conspiracy=False, counts=None) for o in agreed]
    return kept


def is_circumstance(word: Token, offence: Offence) -> bool:
    """Whether an offence only tells when somebody was arrested: "arrested during a probe after Roe's murder trial"."""
    if word.lemma_ not in ARRESTING or not GROUNDS.isdisjoint(columns(word.doc).lemmas[word.i + 1 : offence.start]):
        return False
    return not {"after", "during", "following", "amid"}.isdisjoint(lower(word.doc, word.i + 1, offence.start))


def is_listed(doc: Doc, before: Offence, offence: Offence) -> bool:
    """Whether an offence goes on the list in which the one before it stands, whatever words are between them."""
    token = doc[offence.start : offence.end].root
    while token.dep_ == "conj":
        token = token.head
        if before.start <= token.i < before.end:
            return True
    return False


def is_attached(word: Token, offence: Offence) -> bool:
    """Whether an offence hangs on the accusing word itself: "booked X, who …, in a case of taking bribes"."""
    token = word.doc[offence.start : offence.end].root
    while token != word:
        if token.dep_ not in ATTACHED or token.head == token:
            return False
        token = token.head
    return True


def is_related(doc: Doc, before: Offence, offence: Offence) -> bool:
    """Whether an offence only tells where another came from: "laundering in relation to money from a fraud"."""
    between = lower(doc, before.end, offence.start)
    return not RELATED.isdisjoint(between) and {"and", ",", "charges"}.isdisjoint(between)


def is_fought(word: Token, offence: Offence) -> bool:
    """Whether an offence stands under a verb of fighting it, below the accusing word."""
    for token in grammar.ancestors(word.doc[offence.start : offence.end].root):
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


def same_offences(accused: Sequence[tuple[Accusation, list[Ref]]], named: Sequence[Offence]) -> list[Offence]:
    """The offences of the last accusation, or of the one before it that it calls "the same" or "similar"."""
    accusation = accused[-1][0]
    own = offences_of(accusation, named)
    if own:
        return own
    near = lower(accusation.word.doc, accusation.word.i - 3, min(accusation.end, accusation.word.i + 15))
    words = {"same"} if accusation.status == "alleged" else {"same", "similar"}
    if words.isdisjoint(near):
        return own
    earlier = (offences_of(a, named) for a, _ in reversed(accused[:-1]))
    return next((found for found in earlier if found), [])


def findings(
    accusation: Accusation, refs: Iterable[Ref], charged: Sequence[Offence], soft: bool = False
) -> list[Finding]:
    """One finding per party and offence; one without offence if the accusation names none."""
    a = accusation
    offences: list[Offence | None] = [*charged] or [None]
    schemes = [o for before, o in pairwise(charged) if is_scheme_of(a.word.doc, before, o)]
    return [
        Finding(
            r,
            o,
            "alleged" if o in schemes else a.status,
            a.word,
            a.rule,
            a.accused,
            soft or (o is not None and is_soft(a, o)),
        )
        for r in refs
        for o in offences
    ]


def is_scheme_of(doc: Doc, before: Offence, offence: Offence) -> bool:
    """Whether an offence only names the scheme of the one before it: "conspiring to defraud in a kickback scheme"."""
    between = lower(doc, before.end, offence.start)
    if between[:3] == ["in", "connection", "with"] and "and" not in between:
        return True
    return between[:1] == ["in"] and "and" not in between and doc[offence.end].lemma_ == "scheme"


def is_soft(accusation: Accusation, offence: Offence) -> bool:
    """Whether the offence is named loosely: what a sentence was for, or a part in a scheme, rather than a count."""
    if accusation.word.lemma_ in LOOSE["verbs"]:
        return True
    doc = accusation.word.doc
    lemmas = columns(doc).lemmas
    scheme = "scheme" in lemmas[offence.end - 1 : offence.end + 1] and lemmas[offence.start] not in {"ponzi", "pyramid"}
    return scheme or not LOOSE["words"].isdisjoint(lemmas[accusation.word.i + 1 : offence.start])
