"""Who is accused or convicted of what, with the status as reported and who says so.

Offences (``offences``) and accusing words (``accusations``) are found apart; an accusation takes the offences in its
scope and the parties that grammar gives it. What a party is said to have done (``conduct``) comes last, ``alleged``.
"""

from collections.abc import Iterable, Sequence

from cases.extraction.charges import accusations, assembly, conduct, offences, parties
from cases.extraction.charges.accusations import Accusation
from cases.extraction.charges.assembly import Finding
from cases.extraction.charges.offences import Offence
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Charge, Ref


def find(reading: Reading, mentions: Mentions, expressions: Sequence[Expression]) -> tuple[Charge, ...]:
    """Charges of every party, each with its reports in text order."""
    if not reading.sentences:
        return ()
    named = offences.named(reading, mentions)
    accusing = [a for a in accusations.find(reading) if a.real]
    direct = [(a, parties.resolve(a.accused, mentions)) for a in accusing]
    found = [f for a, refs in direct if refs for f in findings(a, refs, named)]
    main = parties.protagonist(reading, mentions, [f.ref for f in found])
    if main is not None:
        described = [a for a, refs in direct if not refs and is_lead(reading, a)]
        found += [f for a in described for f in findings(a, [main], named)]
    taken = {o.start for f in found for o in [f.offence] if o is not None}
    found += conduct.find(reading, mentions, [o for o in named if o.start not in taken], found)
    return assembly.assemble(reading, mentions, expressions, found)


def is_lead(reading: Reading, accusation: Accusation) -> bool:
    """Whether an accusation describes an unnamed party in the headline or the lead."""
    words = accusation.accused
    return len(words) == 1 and parties.is_description(words[0]) and parties.in_lead(reading, accusation.word)


def findings(accusation: Accusation, refs: Iterable[Ref], named: Sequence[Offence]) -> list[Finding]:
    """One finding per party and offence in the accusation's scope; one without offence if there is none."""
    inside = [o for o in named if accusation.start <= o.start < accusation.end]
    charged: list[Offence | None] = [*([o for o in inside if not o.matter] or inside)]
    a = accusation
    return [Finding(r, o, a.status, a.word, a.rule, a.accused) for r in refs for o in charged or [None]]
