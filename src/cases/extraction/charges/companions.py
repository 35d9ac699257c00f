"""Those charged beside others: whom an accusation only counts and a later one names, and co-defendants."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from cases.extraction.charges import parties
from cases.extraction.charges.grounds import findings
from cases.extraction.charges.status import OPEN
from cases.extraction.charges.values import Charged, Finding
from cases.language.columns import columns, sentence_end
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.records import Ref

REACH = 120
CODEFENDANTS = ("codefendant", "codefendants", "co-defendant", "co-defendants", "defendant", "defendants")


def others(direct: Sequence[Charged]) -> Iterator[Finding]:
    """Those whom an accusation only counts ("X and four other men were charged …") and a later one names."""
    for n, (accusation, refs) in enumerate(direct):
        if not accusation.offences or not refs:
            continue
        counts = {parties.counted(t) for t in accusation.accused if is_other(t)} - {None, -1}
        if not counts:
            continue
        for later, people in direct[n + 1 :]:
            if {len(people), len(set(people) - set(refs))} & counts and not later.offences:
                yield from findings(later, [p for p in people if p not in refs], accusation.offences)
                break


def is_other(noun: Token) -> bool:
    """A noun for further people: "four others", "three other executives"."""
    said = columns(noun.doc)
    return said.lower[noun.i] == "others" or any(said.lower[c] == "other" for c in said.children[noun.i])


def codefendants(reading: Reading, mentions: Mentions, found: Sequence[Finding]) -> Iterator[Finding]:
    """Those named as co-defendants of whom the text has just accused: they share the charge, and no more than it."""
    listed = [*lists(reading, mentions)]
    if not listed:
        return
    before = sorted((f for f in found if f.offence is not None and f.status in OPEN), key=lambda f: f.word.i)
    for word, people in listed:
        earlier = [f for f in before if word.i - REACH < f.word.i < word.i and f.ref not in people]
        if earlier:
            last = earlier[-1].word
            for ref in people:
                for finding in earlier:
                    if finding.word == last:
                        rule, status = "charges:codefendant", min(finding.status, "charged", key=OPEN.index)
                        yield Finding(ref, finding.offence, status, word, rule, (word,), finding.soft)


def lists(reading: Reading, mentions: Mentions) -> Iterator[tuple[Token, list[Ref]]]:
    """Every list of co-defendants: "her co-defendants include A and B"; "co-defendant A" alone tells no charge."""
    doc = reading.doc
    for i in sorted(i for word in CODEFENDANTS for i in reading.lower_places.get(word, ())):
        plain = reading.lower[i].startswith("co")
        if not plain and reading.lower[max(i - 2, 0) : i] != ["co", "-"]:
            continue
        if reading.lemmas[i + 1] not in {"include", "be"}:
            continue
        at, found = i + 2, list[Ref]()
        while at < sentence_end(doc[i]):
            mention = mentions.at(at)
            if mention is not None and mention.form == "name" and mention.ref.kind == "person":
                found.append(mention.ref)
                at = mention.end
            elif reading.lower[at] in {",", "and", ":"} or reading.lower[at].isdigit():
                at += 1
            else:
                break
        if found:
            yield doc[i], found
