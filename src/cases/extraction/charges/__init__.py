"""Who is accused or convicted of what, with the status as reported and who says so.

Offences (``offences``) and accusing words (``accusations``) are found apart; an accusation takes the offences in its
scope and the parties that grammar gives it. What a party is said to have done (``conduct``) comes last, ``alleged``.
"""

from collections.abc import Sequence

from cases.extraction.charges import (
    accusations,
    assembly,
    companions,
    conduct,
    grounds,
    lead,
    offences,
    officials,
    parties,
    standing,
    tables,
)
from cases.extraction.charges.accused import PRONOUNS, accused
from cases.extraction.charges.values import Accusation, Charged, Offence
from cases.language.columns import sentence_start
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Charge, Ref


def find(reading: Reading, mentions: Mentions, expressions: Sequence[Expression]) -> tuple[Charge, ...]:
    """Charges of every party, each with its reports in text order."""
    if not reading.sentences:
        return ()
    named = offences.named(reading, mentions)
    officers = parties.officers(reading, mentions)
    direct = charged(reading, mentions, named, officers)
    found = [
        finding
        for n, (accusation, refs) in enumerate(direct)
        if refs
        for finding in grounds.findings(accusation, refs, grounds.same_offences(direct, n))
    ]
    found += [*lead.find(reading, mentions, direct, found, named)]
    found += companions.others(direct)
    found += companions.codefendants(reading, mentions, found)
    taken = {f.offence.start for f in found if f.offence is not None}
    found += conduct.find(reading, mentions, [o for o in named if o.start not in taken], found, officers)
    found += [*conduct.accomplices(reading, mentions, named), *conduct.perpetrated(reading, mentions, named)]
    found += [f for f in conduct.other_side(mentions, found) if f.ref not in officers]
    found += [f for f in conduct.by_whom(reading, mentions, named) if f.ref not in officers]
    found = [f for f in found if not reading.is_teaser(f.word.idx)]
    return assembly.assemble(reading, mentions, expressions, officials.without_officials(reading, mentions, found))


def charged(reading: Reading, mentions: Mentions, named: Sequence[Offence], officers: set[Ref]) -> list[Charged]:
    """Every accusation with its offences and with the parties that it names, in text order."""
    read = accusations.find(reading, [*standing.find(reading), *tables.find(reading, mentions)])
    found: list[Charged] = []
    for accusation in read:
        if accusation.real and not reading.is_teaser(accusation.word.idx):
            refs = accused(accusation, found, mentions, officers)
            told = relayed(pleaded(accusation, found), found) if not refs else pleaded(accusation, found)
            charges = grounds.offences_of(accusation, named)
            found.append((told._replace(offences=tuple(charges)) if charges else told, refs))
    return found


def pleaded(accusation: Accusation, before: Sequence[Charged]) -> Accusation:
    """The accusation with the status of a plea to it: "pleaded guilty to an information charging him with fraud"."""
    if not before or not before[-1][0].status.startswith("pleaded") or accusation.status != "charged":
        return accusation
    plea = before[-1][0]
    to_it = (
        sentence_start(plea.word) == sentence_start(accusation.word)
        and not plea.offences
        and accusation.word.tag_ == "VBG"
    )
    return accusation._replace(status=plea.status) if to_it else accusation


def relayed(accusation: Accusation, before: Sequence[Charged]) -> Accusation:
    """The accusation of a pronoun for somebody described: "a clerk was arraigned on an indictment in which she …"."""
    if not before or not accusation.accused or any(t.lower_ not in PRONOUNS for t in accusation.accused):
        return accusation
    earlier, refs = before[-1]
    same = sentence_start(earlier.word) == sentence_start(accusation.word) and not refs
    return accusation._replace(accused=earlier.accused) if same and earlier.accused else accusation
