"""Who judges or prosecutes: named beside every charge, and charged with one only where the text says so of the name."""

from collections.abc import Sequence

from spacy.tokens import Doc

from cases.extraction.charges.values import Finding
from cases.language.mentions import Mention, Mentions
from cases.language.officials import holds_office, is_official
from cases.language.reading import Reading

NEAR = 4
DIRECT = {"nsubj", "nsubjpass", "dobj", "conj"}


def without_officials(reading: Reading, mentions: Mentions, found: Sequence[Finding]) -> list[Finding]:
    """The findings less those against judges and prosecutors whom no accusing word takes by name."""
    accused = list(dict.fromkeys(f.ref for f in found if f.ref.kind == "person"))
    officials = {ref for ref in accused if holds_office(reading.doc, mentions, ref)}
    return [f for f in found if f.ref not in officials or is_named(f, mentions)]


def announces(finding: Finding, mentions: Mentions) -> bool:
    """The sentence has the official announce it: "District Attorney Roe announced today that Novak pleaded guilty"."""
    sentence = finding.word.sent
    verbs = [t.i for t in sentence if t.lemma_ == "announce" and t.i != finding.word.i]
    own = [m for m in mentions.within(sentence.start, sentence.end) if m.ref == finding.ref and m.form == "name"]
    return any(
        beside(finding.word.doc, mention, verb)
        for mention in own
        for verb in verbs
        if is_official(sentence.doc, mention)
    )


def beside(doc: Doc, mention: Mention, verb: int) -> bool:
    """Whether no clause begins between a name and a verb, whichever comes first."""
    between = doc[mention.end : verb] if mention.end <= verb else doc[verb + 1 : mention.start]
    return not any(t.lower_ == "that" or t.tag_.startswith("VB") for t in between)


def is_named(finding: Finding, mentions: Mentions) -> bool:
    """An accusing word has the name itself for its subject or object.

    With the title before it ("Judge Roe, pleaded guilty") not as one of several, nor after "before".
    """
    if announces(finding, mentions):
        return False
    for token in finding.accused:
        mention = mentions.at(token)
        if mention is None or mention.form != "name" or mention.ref != finding.ref or token.dep_ not in DIRECT:
            continue
        near = token.doc[max(mention.start - 2 * NEAR, token.sent.start) : mention.start]
        apart = token.dep_ == "conj" or any(t.lower_ == "before" for t in near)
        if not (apart and is_official(token.doc, mention)):
            return True
    return False
