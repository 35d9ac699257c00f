"""Those whom a headline or the first sentences accuse by a description, before the text names them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from cases.extraction.charges import identified, parties
from cases.extraction.charges.grounds import findings
from cases.extraction.charges.values import Accusation, Charged, Finding, Offence
from cases.language import grammar
from cases.language.ages import has_age, has_age_after_alias
from cases.language.columns import columns, lower, sentence_end, sentence_start
from cases.language.lexicon import load_words
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.records import Ref

BEFORE_COURT = {"charged", "pleaded_guilty", "convicted"}
INFORMAL = {"alleged", "dismissed", "acquitted"}
WHAT_FOR = {"for", "in"}
WITH_WHAT = {"of", "with", "guilty", "on", "count", "counts", "charge", "charges"}
SINGULAR = {"was", "is", "has"}
EITHER = {"contractor", "provider", "operator", "broker", "supplier", "developer"}  # a man or a company
OFFICIALS = {"official", "agent", "investigator", "individual", "person"}
PLACES = {"GPE", "LOC"}
OWNED = {"subsidiary", "unit", "arm", "affiliate", "branch"}
LEAD_SENTENCES = 3
LEAD_WORDS = 150
SPOKEN_OF = 2
VAGUE = frozenset(load_words("charge_words")["vague"])


@dataclass
class Candidates:
    """Those for whom a description may stand, by the findings about those accused by name."""

    reading: Reading
    mentions: Mentions
    found: Sequence[Finding]

    @cached_property
    def in_order(self) -> list[Finding]:
        """The findings in text order."""
        return sorted(self.found, key=lambda f: f.word.i)

    @cached_property
    def formal(self) -> list[Ref]:
        """Whom a formal accusation names, in text order."""
        accused = [f.ref for f in self.in_order if f.status not in INFORMAL and "noun" not in f.rule]
        return accused or [f.ref for f in self.in_order if f.status == "charged"]

    @cached_property
    def everyone(self) -> list[Ref]:
        """Whom the text identifies as its defendants."""
        return identified.defendants(self.reading, self.mentions)

    @cached_property
    def main(self) -> Ref | None:
        """Whom the text is about: a person if it accuses any."""
        people = [ref for ref in self.formal if ref.kind == "person"]
        return protagonist(self.reading, self.mentions, people or self.formal)

    @cached_property
    def body(self) -> Ref | None:
        """The first company or other body before a court."""
        return next((f.ref for f in self.found if f.ref.kind == "organization" and f.status in BEFORE_COURT), None)

    def described(self, accusation: Accusation) -> list[Ref]:
        """For whom the words of an accusation stand."""
        words = [t for t in accusation.accused if t.ent_type_ not in PLACES] or accusation.accused
        number = 1 if is_one(accusation.word, words) else counted(words)
        if number == 1:
            return single(words[:1], self.main) or single(words[:1], self.body if words else None)
        status = accusation.status
        same = [f.ref for f in self.in_order if f.status == status] if status not in INFORMAL else []
        groups = (list(dict.fromkeys(refs)) for refs in (self.everyone or self.formal, same))
        several = (refs for refs in groups if len(refs) > 1 and number in {None, len(refs)})
        return [] if any(map(is_another, words)) else next(several, [])


def find(
    reading: Reading,
    mentions: Mentions,
    direct: Sequence[Charged],
    found: Sequence[Finding],
    named: Sequence[Offence],
) -> Iterator[Finding]:
    """Findings of the accusations that no name bears."""
    candidates = Candidates(reading, mentions, found)
    for a in (a for a, refs in direct if not refs):
        everyone = candidates.everyone
        if everyone and identified.stand_for_all(a.accused, len(everyone)):
            yield from findings(a, everyone, a.offences)
        elif is_lead(reading, a) and not any(is_of_somebody(t, mentions) for t in a.accused):
            prose = is_prose(reading, a)
            charged = a.offences if prose else repeated(reading.doc, a.offences, named)
            if charged or prose:
                found_here = findings(a, candidates.described(a), charged, soft=True)
                yield from (f._replace(scheme=is_scheme(f)) for f in found_here)


def is_scheme(finding: Finding) -> bool:
    """Whether an offence tells what somebody is before a court for, not the charge: "arraigned for embezzling"."""
    word, offence = finding.word, finding.offence
    if offence is None or offence.conspiracy:
        return False
    between = lower(word.doc, word.i + 1, offence.start)
    return not WHAT_FOR.isdisjoint(between) and WITH_WHAT.isdisjoint(between)


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
    words, by_noun = accusation.accused, "noun" in accusation.rule
    if not words:
        return reading.headline is not None and accusation.word.i < reading.headline.end and not by_noun
    if not in_lead(reading, accusation.word) or is_name_alone(accusation) or is_kin_of_somebody(words[0]):
        return False
    elsewhere = any(w.dep_ == "poss" or w.lemma_ in parties.RELATIONS for w in words)
    if by_noun and (accusation.status == "alleged" or elsewhere):
        return False
    if is_prose(reading, accusation) and all(map(is_bare_name, words)):
        return False
    return all(is_description(w) for w in words)


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


def counted(words: Sequence[Token]) -> int | None:
    """How many the words of a headline or lead describe; None if plurals do not say it, 0 if one of several words."""
    numbers = [parties.counted(word) if word.tag_.endswith("S") else 1 for word in words]
    told = [number for number in numbers if number is not None]
    if len(told) < len(numbers):
        return None if all(word.tag_.endswith("S") for word in words) else 0
    return sum(told) if words else 1


def is_one(word: Token, words: Sequence[Token]) -> bool:
    """Whether several nouns describe one person: "the owner and director of a clinic was sentenced"."""
    told = {c.lower_ for c in grammar.children(word, "aux", "auxpass")}
    own = (c for noun in words[1:] for c in noun.children)
    return len(words) > 1 and not told.isdisjoint(SINGULAR) and not any(c.dep_ in {"det", "poss"} for c in own)


def single(words: Sequence[Token], main: Ref | None) -> list[Ref]:
    """The one whom a description stands for: no person by a noun for companies, no company by a noun for people."""
    if main is None or any(map(is_another, words)):
        return []
    fits = all((w.lemma_.lower() in parties.BODIES) == (main.kind == "organization") for w in words)
    return [main] if fits or all(w.lemma_.lower() in EITHER for w in words) else []


def is_another(noun: Token) -> bool:
    """A noun for somebody else: "another mayor"."""
    return any(t.lower_ in {"another", "other", "second"} for t in noun.children)


def is_description(token: Token) -> bool:
    """A noun that describes one unnamed party ("a former minister", "an asphalt company")."""
    return (
        token.tag_ in {"NN", "NNP", "NNS", "NNPS"}
        and (
            token.lemma_ not in VAGUE
            or is_told(token)
            or (token.tag_.endswith("S") and parties.counted(token) is not None)
        )
        and token.ent_type_ not in {"DATE", "MONEY", "CARDINAL"}
    )


def is_bare_name(token: Token) -> bool:
    """A name by itself that no person of the text bears ("Roe was sentenced"), and no description ("A Mayor was …")."""
    described = any(c.dep_ in {"det", "amod", "nummod", "poss"} or c.tag_ in {"NN", "NNS"} for c in token.children)
    described = described or token.lower_ in columns(token.doc).words
    named = token.tag_ in {"NNP", "NNPS"} and token.text[:1].isupper()
    return named and not described and not parties.is_credit(token)


def is_told(noun: Token) -> bool:
    """A vague noun that a word makes one person: "a former member of the guard"."""
    of_group = noun.lower_ == "member" and bool(grammar.prepositional(noun, "of"))
    telling = {"former", "ex", "a", "an"} if of_group or noun.lower_ in OFFICIALS else {"former", "ex"}
    return noun.tag_ in {"NN", "NNP"} and any(c.lower_ in telling for c in noun.children)


def in_lead(reading: Reading, token: Token) -> bool:
    """Whether a token stands in the headline or the first sentences, where the accused is described before named."""
    sentences = reading.sentences
    return token.i < max(sentences[min(LEAD_SENTENCES, len(sentences) - 1)].start, sentences[0].start + LEAD_WORDS)


def protagonist(reading: Reading, mentions: Mentions, accused: Sequence[Ref]) -> Ref | None:
    """Whom the lead describes before the text names them.

    The first person introduced with an age or as the defendant, if accused by name (or if nobody is); else the first
    whom a formal accusation names.
    """
    people = (m for m in mentions if m.form == "name" and m.ref.kind == "person")
    possible = (m for m in people if m.ref in accused) if accused else people
    named = next((m.ref for m in possible if is_introduced(reading, m)), accused[0] if accused else None)
    return named or spoken_of(reading, mentions)


def spoken_of(reading: Reading, mentions: Mentions) -> Ref | None:
    """The only person of whom a text that accuses nobody by name goes on to speak, officers of the case left out."""
    leaders = parties.officers(reading, mentions)
    told = Counter(m.ref for m in mentions if m.form == "name" and m.ref.kind == "person" and m.ref not in leaders)
    several = [ref for ref, number in told.items() if number >= SPOKEN_OF]
    return several[0] if len(several) == 1 else None


def is_introduced(reading: Reading, mention: Mention) -> bool:
    """A name with an age after it ("Jane Roe, 52, of …") or as what the defendant was identified as."""
    aged = has_age(reading.doc, mention.end) or has_age_after_alias(reading.doc, mention.end)
    if aged or lower(reading.doc, mention.start - 4, mention.start) == ["-", "year", "-", "old"]:
        return True
    before = lower(reading.doc, mention.start - 6, mention.start)
    return "defendant" in before and ("as" in before or "," in before)


def is_of_somebody(word: Token, mentions: Mentions) -> bool:
    """Whether a noun describes a man of somebody named: "a Roe associate"."""
    named = [c for c in word.children if c.dep_ in {"compound", "nmod", "poss"}]
    refs_named = [mentions.ref(c) or parties.surname(c, mentions) for c in named]
    return word.lemma_ in parties.RELATIONS and any(r is not None and r.kind == "person" for r in refs_named)
