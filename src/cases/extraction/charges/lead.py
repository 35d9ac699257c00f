"""Those whom a headline or the first sentences accuse by a description, before the text names them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc, Token

from cases.extraction.charges import identified, parties
from cases.extraction.charges.ages import has_age, has_age_after_alias
from cases.extraction.charges.grounds import findings
from cases.extraction.charges.values import Accusation, Charged, Finding, Offence
from cases.language import grammar
from cases.language.columns import columns, lower, sentence_end, sentence_start
from cases.language.lexicon import load_words
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.records import Ref

BEFORE_COURT = {"charged", "pleaded_guilty", "convicted"}
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
    def formal(self) -> list[Ref]:
        """Whom a formal accusation names, in text order."""
        in_order = sorted(self.found, key=lambda f: f.word.i)
        accused = [f.ref for f in in_order if f.status != "alleged" and "noun" not in f.rule]
        return accused or [f.ref for f in in_order if f.status == "charged"]

    @cached_property
    def everyone(self) -> list[Ref]:
        """Whom the text identifies as its defendants."""
        return identified.defendants(self.reading, self.mentions)

    @cached_property
    def main(self) -> Ref | None:
        """Whom the text is about."""
        return protagonist(self.reading, self.mentions, self.formal)

    @cached_property
    def body(self) -> Ref | None:
        """The first company or other body before a court."""
        return next((f.ref for f in self.found if f.ref.kind == "organization" and f.status in BEFORE_COURT), None)

    def described(self, words: Sequence[Token]) -> list[Ref]:
        """For whom words stand."""
        told = described(words, self.everyone or self.formal, self.main)
        return told if told or not words else described(words, [], self.body)


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
                yield from findings(a, candidates.described(a.accused), charged, soft=True)


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
    if not in_lead(reading, accusation.word) or is_name_alone(accusation) or any(map(is_kin_of_somebody, words)):
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


def described(words: Sequence[Token], formal: Sequence[Ref], main: Ref | None) -> list[Ref]:
    """Whom the descriptions of a headline or lead stand for: one, or as many as they count.

    A noun for companies describes no person, a noun for people no company, and "another mayor" is not the one.
    """
    if any(t.lower_ in {"another", "other", "second"} for w in words for t in w.children):
        return []
    if main is not None and any((w.lemma_.lower() in parties.BODIES) != (main.kind == "organization") for w in words):
        return []
    if len(words) == 1 and words[0].tag_ in {"NN", "NNP"}:
        return [main] if main is not None else []
    if not words:
        return [main] if main is not None else []
    people = list(dict.fromkeys(formal))
    number = parties.counted(words[0]) if len(words) == 1 else len(words)
    return people if len(people) > 1 and number in {None, len(people)} else []


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
    named = token.tag_ in {"NNP", "NNPS"} and token.text[:1].isupper()
    return named and not described and not parties.is_credit(token)


def is_told(noun: Token) -> bool:
    """A vague noun that a word makes one person: "a former member of the guard"."""
    of_group = noun.lower_ == "member" and bool(grammar.prepositional(noun, "of"))
    telling = {"former", "ex", "a", "an"} if of_group else {"former", "ex"}
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
