"""Who is accused or convicted of what, with the status as reported and who says so.

Offences (``offences``) and accusing words (``accusations``) are found apart; an accusation takes the offences in its
scope and the parties that grammar gives it. What a party is said to have done (``conduct``) comes last, ``alleged``.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from spacy.tokens import Doc

from cases.extraction.charges import accusations, assembly, conduct, offences, parties
from cases.extraction.charges.accusations import Accusation
from cases.extraction.charges.assembly import Finding
from cases.extraction.charges.offences import Offence
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Charge, Ref

PRONOUNS = {"he", "she", "they", "him", "her", "them"}
AWAY = {"that", "which", "who", "whose", "after", "before", "amid", "during", "while", "when", "where", "over", "relating",
        "stemming", "regarding", "for", "since", "because", "despite"}  # fmt: skip


def find(reading: Reading, mentions: Mentions, expressions: Sequence[Expression]) -> tuple[Charge, ...]:
    """Charges of every party, each with its reports in text order."""
    if not reading.sentences:
        return ()
    named = offences.named(reading, mentions)
    accusing = [a for a in accusations.find(reading) if a.real]
    officers = parties.officers(reading, mentions)
    direct: list[tuple[Accusation, list[Ref]]] = []
    for accusation in accusing:
        refs = (
            carried(accusation, direct)
            or [r for r in parties.resolve(accusation.accused, mentions) if not misread(accusation, r, officers)]
            or both(accusation, direct)
        )
        direct.append((accusation, refs))
    found = [
        f
        for n, (a, refs) in enumerate(direct)
        if refs
        for f in findings(a, refs, same_offences(direct[: n + 1], named))
    ]
    formal = [f.ref for f in sorted(found, key=lambda f: f.word.i) if f.status != "alleged" and "noun" not in f.rule]
    main = parties.protagonist(reading, mentions, formal)
    if main is not None:
        described = [a for a, refs in direct if not refs and is_lead(reading, a)]
        found += [f for a in described for f in findings(a, [main], offences_of(a, named))]
    taken = {f.offence.start for f in found if f.offence is not None}
    found += conduct.find(reading, mentions, [o for o in named if o.start not in taken], found)
    return assembly.assemble(reading, mentions, expressions, found)


def is_lead(reading: Reading, accusation: Accusation) -> bool:
    """Whether an accusation describes an unnamed party in the headline or the lead."""
    words = accusation.accused
    return len(words) == 1 and parties.is_description(words[0]) and parties.in_lead(reading, accusation.word)


def misread(accusation: Accusation, ref: Ref, officers: set[Ref]) -> bool:
    """Whether a pronoun was taken for a judge, a prosecutor or another officer of the case."""
    return ref in officers and all(t.lower_ in PRONOUNS for t in accusation.accused)


def carried(accusation: Accusation, before: Sequence[tuple[Accusation, list[Ref]]]) -> list[Ref]:
    """Whom a pronoun stands for after another accusation in its sentence: "arraigned on an indictment that charges him"."""
    if not before or not accusation.accused or any(t.lower_ not in PRONOUNS for t in accusation.accused):
        return []
    earlier, refs = before[-1]
    return refs if earlier.word.sent == accusation.word.sent and "noun" not in earlier.rule else []


def both(accusation: Accusation, before: Sequence[tuple[Accusation, list[Ref]]]) -> list[Ref]:
    """Whom "both" stands for: the last two parties accused before."""
    if not any(t.lower_ == "both" for t in accusation.accused):
        return []
    return list(dict.fromkeys(ref for _, refs in reversed(before) for ref in refs))[:2]


def offences_of(accusation: Accusation, named: Sequence[Offence]) -> list[Offence]:
    """The offences in an accusation's scope, up to where it goes on to other things; matters only if nothing else."""
    inside = [o for o in named if accusation.start <= o.start < accusation.end]
    kept = inside[:1]
    for before, offence in pairwise(inside):
        if leads_away(accusation.word.doc, before.end, offence.start):
            break
        kept.append(offence)
    return [o for o in kept if not o.matter] or kept


def leads_away(doc: Doc, start: int, end: int) -> bool:
    """Whether the words between two offences turn from what somebody is accused of to its circumstances."""
    words = doc[start:end]
    return any(t.lower_ in AWAY and not (t.i > start and doc[t.i - 1].lower_ in {"and", "also", ","}) for t in words)


def same_offences(accused: Sequence[tuple[Accusation, list[Ref]]], named: Sequence[Offence]) -> list[Offence]:
    """The offences of the last accusation, or of the one before it that it calls "the same" or "similar"."""
    accusation = accused[-1][0]
    own = offences_of(accusation, named)
    near = accusation.word.doc[max(accusation.word.i - 3, 0) : min(accusation.end, accusation.word.i + 15)]
    if own or not any(t.lower_ in {"same", "similar"} for t in near):
        return own
    earlier = (offences_of(a, named) for a, _ in reversed(accused[:-1]))
    return next((found for found in earlier if found), [])


def findings(accusation: Accusation, refs: Iterable[Ref], charged: Sequence[Offence]) -> list[Finding]:
    """One finding per party and offence; one without offence if the accusation names none."""
    a = accusation
    return [Finding(r, o, a.status, a.word, a.rule, a.accused) for r in refs for o in [*charged] or [None]]
