"""From single findings to charges: one per party, offence and conspiracy, with every status that was reported."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from spacy.tokens import Token

from cases.extraction.charges import jurisdiction, speakers
from cases.extraction.charges.jurisdiction import Clue
from cases.extraction.charges.status import ENDED, GUILTY, furthest
from cases.extraction.charges.values import Finding, Offence
from cases.language import grammar
from cases.language.columns import columns, lower
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Charge, Ref, Report, Span

DEED = "charges:conduct"
CONDUCT = {"charges:conduct", "charges:conspired-with", "charges:verb-admit", "charges:verb-acknowledge"}
PUBLIC = {"bribery", "embezzlement", "abuse_of_office", "extortion", "illicit_enrichment", "conflict_of_interest",
          "influence_peddling"}  # fmt: skip
FORMAL = ("charged", "pleaded_not_guilty", "pleaded_guilty", "convicted", "acquitted", "dismissed")
SHIFTED = ("pleaded_not_guilty", "pleaded_guilty", "convicted", "acquitted", "dismissed")
ACCUSING = {"charges:verb-accuse", "charges:verb-suspect", "charges:verb-allege"}
ARRESTING = {"charges:verb-arrest", "charges:verb-indict", "charges:verb-charge", "charges:verb-extradite",
             "charges:verb-arraign", "charges:face"}  # fmt: skip
IMPOSED = {"charges:verb-sentence", "charges:verb-jail", "charges:verb-imprison"}
HELD = {"imprison", "incarcerate"}
NEAR = 60
FORCED = {"robbery", "rob", "burglary", "carjack", "carjacking", "shoplift", "shoplifting"}
Key = tuple[Ref, str, bool]


@dataclass(frozen=True, slots=True)
class Context:
    """What every report is read against."""

    reading: Reading
    mentions: Mentions
    expressions: Sequence[Expression]
    clues: Sequence[Clue]
    only_country: str | None
    offences: Sequence[Offence]
    _statutes: dict[int, dict[int, list[str]]] = field(default_factory=dict)
    _countries: dict[int, str | None] = field(default_factory=dict)
    _clauses: dict[tuple[int, str], Span] = field(default_factory=dict)
    _reports: dict[Finding, Report] = field(default_factory=dict)

    def statutes(self, offence: Offence) -> list[str]:
        """The statutes of one offence, told from those of the others in its sentence."""
        said, at = columns(self.reading.doc), offence.start
        sentence = said.first[at], said.past[at]
        if sentence[0] not in self._statutes:
            first, last = (bisect_left(self.offences, i, key=lambda o: o.start) for i in sentence)
            found = jurisdiction.statutes(self.reading, sentence, self.offences[first:last])
            self._statutes[sentence[0]] = found
        return self._statutes[sentence[0]][at]

    def country(self, finding: Finding) -> str | None:
        """The country that the sentence of a finding tells."""
        word = finding.word
        if word.i not in self._countries:
            self._countries[word.i] = jurisdiction.country(word, self.clues)
        return self._countries[word.i]

    def clause(self, finding: Finding) -> Span:
        """The evidence of one finding."""
        key = finding.word.i, finding.rule
        if key not in self._clauses:
            self._clauses[key] = self.reading.clause(finding.word, finding.rule)
        return self._clauses[key]

    def report(self, finding: Finding) -> Report:
        """What the accusing word reports, whichever of its offences the finding is of."""
        key = finding._replace(offence=None, soft=False, scheme=False)
        if key not in self._reports:
            self._reports[key] = report(self, finding)
        return self._reports[key]


def assemble(
    reading: Reading, mentions: Mentions, expressions: Sequence[Expression], found: Sequence[Finding]
) -> tuple[Charge, ...]:
    """The charges of a document in text order."""
    told = any(f.offence is not None and f.offence.code == "embezzlement" for f in found)
    told = told or any(m.code == "embezzlement" for m in reading.matches["offences"])
    offences = sorted((f.offence for f in found if f.offence is not None), key=lambda o: o.start)
    clues = jurisdiction.clues(reading, mentions)
    context = Context(reading, mentions, expressions, clues, jurisdiction.only_country(clues), offences)
    own: dict[Ref, list[Finding]] = defaultdict(list)
    for finding in found:
        own[finding.ref].append(finding)
    groups: dict[Key, list[Finding]] = {}
    for finding in sorted(found, key=lambda f: f.word.i):
        if finding.offence is not None:
            groups.setdefault((finding.ref, finding.offence.code, finding.offence.conspiracy), []).append(finding)
    groups = with_embezzlement(groups, told)
    for key in redundant(groups):
        narrower = [k for k in groups if k[0] == key[0] and k[1] in PUBLIC]
        if key[1] == "corruption" and len(narrower) == 1 and all(f.status == "alleged" for f in groups[narrower[0]]):
            groups[narrower[0]] = groups[narrower[0]] + [f for f in groups[key] if f.status in FORMAL]
        del groups[key]
    counted = {ref for (ref, _, _), group in groups.items() if any(is_count(f) for f in group)}
    return tuple(
        charge(context, key, part, own[key[0]])
        for key, group in groups.items()
        for part in by_country(context, as_scheme(group) if key[0] in counted else group)
    )


def by_country(context: Context, group: list[Finding]) -> list[list[Finding]]:
    """The findings of one offence, those before the courts of one country apart from those of another."""
    if len(group) == 1:
        return [group]
    told = [context.country(f) for f in group]
    courts = {country for f, country in zip(group, told, strict=True) if country and f.status in FORMAL}
    if len(courts) < 2:
        return [group]
    parts: dict[str, list[Finding]] = defaultdict(list)
    last = next(country for country in told if country in courts)
    for finding, country in zip(group, told, strict=True):
        last = country if country in courts else last
        parts[last].append(finding)
    return list(parts.values())


def is_count(finding: Finding) -> bool:
    """Whether an accusation names the offence of a formal charge, not in passing."""
    return not is_loose(finding) and finding.status in FORMAL


def as_scheme(group: list[Finding]) -> list[Finding]:
    """The findings of a scheme that only a lead names, beside the charges that follow: alleged, no charge."""
    told = all(f.scheme or f.status == "alleged" for f in group)
    return [f._replace(status="alleged") for f in group] if told else group


def with_embezzlement(groups: dict[Key, list[Finding]], told: bool) -> dict[Key, list[Finding]]:
    """Larceny is the charge for embezzlement where a text calls the same taking by that name (``told``)."""
    found: dict[Key, list[Finding]] = {}
    for (ref, code, conspiracy), group in groups.items():
        other = (ref, "embezzlement", conspiracy)
        formal = any(f.status in FORMAL and not (f.soft and f.status == "convicted") for f in groups.get(other, []))
        charged = any(f.status != "alleged" for f in group)
        narrower = code == "theft" and told and charged and (not formal or all(f.soft for f in group))
        narrower = narrower and not all(is_forced(f) for f in group)
        found.setdefault(other if narrower else (ref, code, conspiracy), []).extend(group)
    return found


def is_forced(finding: Finding) -> bool:
    """Whether a thing was taken by force, which nobody calls embezzlement."""
    offence = finding.offence
    return offence is not None and not FORCED.isdisjoint(columns(finding.word.doc).lemmas[offence.start : offence.end])


def redundant(groups: dict[Key, list[Finding]]) -> list[Key]:
    """Charges that only repeat a narrower or more formal one of the same party."""
    own: dict[Ref, dict[Key, list[Finding]]] = defaultdict(dict)
    for key, group in groups.items():
        own[key[0]][key] = group
    return [key for key, group in groups.items() if repeats(key, group, own[key[0]])]


def repeats(key: Key, group: Sequence[Finding], own: dict[Key, list[Finding]]) -> bool:
    """Conduct beside a formal charge, a bare conspiracy beside one with an object, "corruption" beside a narrower."""
    code = key[1]
    others = {k: g for k, g in own.items() if k != key}
    if all(f.rule in CONDUCT for f in group):
        return any(k[1] == code and any(f.status in FORMAL for f in g) for k, g in others.items())
    if (
        not key[2]
        and all(is_loose(f) for f in group)
        and any(k[1] == code and not all(is_loose(f) for f in g) for k, g in others.items())
    ):
        return True
    if code == "conspiracy":
        return any(k[2] and not any(is_count_beside(f, g) for f in group) for k, g in others.items())
    return code == "corruption" and any(k[1] in PUBLIC for k in others)


def is_count_beside(bare: Finding, others: Sequence[Finding]) -> bool:
    """Whether a conspiracy without object is a count of its own beside others that one accusation counts too."""
    if bare.offence is None or bare.offence.counts is None:
        return False
    beside = [f.offence for f in others if f.word == bare.word and f.offence is not None]
    return any(o.counts is not None and o.start != bare.offence.start for o in beside)


def is_loose(finding: Finding) -> bool:
    """Named in passing or told as conduct, not as a count."""
    return finding.soft or finding.rule in CONDUCT


def charge(
    context: Context,
    key: Key,
    group: Sequence[Finding],
    own: Sequence[Finding],
) -> Charge:
    """One charge from its findings, and of all of its party's the pleas and verdicts that name no offence."""
    ref, code, conspiracy = key
    general = [f for f in own if f.offence is None and f.status in SHIFTED]
    general = [f for f in general if not (is_explained(f, group, own) or is_of_others(f, group, own))]
    abroad = {context.country(f) for f in group} - {None} if general else set()
    general = [f for f in general if not abroad or context.country(f) in {None, *abroad}]
    shifts = [f for f in general if shifts_status(f, group)] + arrests(group, own)
    every = sorted([*group, *shifts], key=lambda f: f.word.i)
    reports = tuple(map(context.report, every))
    spans = tuple(dict.fromkeys(map(context.clause, group)))
    told = (country for f in group if (country := context.country(f)))
    laws = [law for f in group if f.offence is not None for law in context.statutes(f.offence)]
    return Charge(
        ref,
        code,
        conspiracy,
        furthest([f.status for f in every]),
        reports,
        spans,
        counts=counts(group),
        statutes=tuple(dict.fromkeys(laws)),
        country=next(told, context.only_country),
        court=jurisdiction.court((f.word for f in group), context.mentions),
    )


def is_explained(general: Finding, group: Sequence[Finding], own: Sequence[Finding]) -> bool:
    """Whether a verdict or sentence belongs to an offence told before it, and this charge comes only after it."""
    if general.status == "convicted" and general.word.lemma_ in HELD:
        return True  # behind bars, whatever for
    if general.status != "convicted" or any(f.word.i < general.word.i for f in group):
        return False
    others = [f for f in own if f.offence is not None and f not in group]
    return any(f.status in GUILTY and f.word.i < general.word.i for f in others)


def is_of_others(general: Finding, group: Sequence[Finding], own: Sequence[Finding]) -> bool:
    """Whether a plea or sentence without its offence belongs to those of which the text says the party is guilty."""
    if general.status not in GUILTY or any(f.status in GUILTY for f in group):
        return False
    return any(f.offence is not None and f.status in GUILTY and not f.soft and f.rule not in IMPOSED for f in own)


def arrests(group: Sequence[Finding], own: Sequence[Finding]) -> list[Finding]:
    """The arrest or charge, told without its offence, of whom the text beside it accuses of this one alone."""
    offences = {(f.offence.code, f.offence.conspiracy) for f in own if f.offence is not None}
    accused = [f for f in group if f.rule in ACCUSING]
    if not accused or any(f.status != "alleged" for f in group):
        return []
    code = accused[0].offence.code if accused[0].offence is not None else ""
    if (code, True) in offences and (code, False) in offences:  # the same is charged as committed or as agreed on
        return [f for f in own if f.status == "charged" and f.offence is not None and f.offence.code == code][:1]
    if len(offences) != 1:
        return []
    first, last = accused[0].word.i - NEAR, accused[-1].word.i + NEAR
    return [f for f in own if f.offence is None and f.rule in ARRESTING and first < f.word.i < last]


def counts(group: Sequence[Finding]) -> int | None:
    """The counts of one offence: within one accusation the sum of what it names, the largest of several accusations."""
    told: dict[int, dict[int, int | None]] = {}
    for finding in group:
        if finding.offence is not None:
            told.setdefault(finding.word.i, {})[finding.offence.start] = finding.offence.counts
    numbers = [list(by_place.values()) for by_place in told.values()]
    whole = [sum(n for n in each if n) for each in numbers if all(each)]
    return max(whole or [n for each in numbers for n in each if n], default=None)


def shifts_status(general: Finding, group: Sequence[Finding]) -> bool:
    """Whether a plea or verdict without an offence speaks of this charge too."""
    loose = all(f.status == "alleged" for f in group) and any(f.rule != "charges:conspired-with" for f in group)
    if any(f.status in ENDED for f in group) or loose:
        return False
    if any(f.status in GUILTY for f in group):
        return general.status in GUILTY
    if general.status in ENDED:
        near = lower(general.word.doc, general.word.i, general.word.i + 8)
        of_all = "all" in near or is_of_the_charges(general.word)
        return of_all and all(f.word.i < general.word.i for f in group)
    return True


def is_of_the_charges(word: Token) -> bool:
    """Whether a verb tells of all charges together: "the charges against the firm were dismissed"."""
    nouns = [t for t in grammar.patients(word) if t.lemma_ == "charge" and t.tag_ == "NNS"]
    return any(c.lower_ in {"the", "all"} and c.dep_ in {"det", "predet"} for t in nouns for c in t.children)


def report(context: Context, finding: Finding) -> Report:
    """What the accusing word reports."""

    def is_accused(token: Token) -> bool:
        return token in finding.accused or context.mentions.ref(token) == finding.ref

    find = speakers.reporter if finding.rule == DEED else speakers.speaker
    speaker = find(finding.word, is_accused)
    said, party = speakers.printed(context.reading, context.mentions, speaker)
    date = speakers.when(finding.word, context.expressions)
    return Report(finding.status, context.clause(finding), date, said, party)
