"""Positions that the document gives a person: offices, jobs, and parts played in the case."""

from collections.abc import Iterator, Sequence

from cases.extraction.roles.accused import Lists, accusations, accused_people, firmly_accused
from cases.extraction.roles.counsel import counsel
from cases.extraction.roles.giving import given_by_verb
from cases.extraction.roles.holding import Held, Names, names_after, names_before
from cases.extraction.roles.kinds import kinds_of
from cases.extraction.roles.lead import described, without_others, without_vague
from cases.extraction.roles.merging import merge
from cases.extraction.roles.series import chained, determined, led_in, share_bodies, united
from cases.extraction.roles.tenure import tenure
from cases.extraction.roles.titles import Title, find_titles, head_of, is_plural_word
from cases.extraction.roles.verbs import named_by_verbs
from cases.language.countries import country_of
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.language.values import Expression
from cases.records import Charge, Ref, Role, Span

QUOTE = 250
AGAINST = {"judge", "prosecutor", "investigator"}
BYSTANDERS = AGAINST | {"lawyer", "victim"}


def find(
    reading: Reading, mentions: Mentions, expressions: Sequence[Expression], charges: Sequence[Charge]
) -> tuple[Role, ...]:
    """Roles of the people of a document, one "defendant" for each accused person among them."""
    accused = {c.party for c in charges if c.party.kind == "person"}
    names = Names(mentions)
    titles, named = holdings(reading, mentions, names, accused)
    told = list(accusations(reading, mentions, Lists(names, named)))
    lead = described(
        reading.doc, mentions, titles, {h.title.left for h in named}, accused | firmly_accused(told, named)
    )
    held = sorted([*named, *lead], key=lambda h: h.first)
    kinds = kinds_of(reading, mentions, held, accused, has_case=bool(charges))
    roles = [
        to_role(reading, mentions, h, kind, tenure(reading, h, expressions))
        for h, kind in zip(held, kinds, strict=True)
    ]
    charged = list(defendants(charges))
    found = [
        *without_vague(without_others(roles, accused)),
        *charged,
        *accused_people(reading, told, roles),
    ]
    return tuple(r for r in merge(without_bystanders(found, accused)) if not is_bare(r))


def is_bare(role: Role) -> bool:
    """A position known only from a phrase taken for the person: "the superintendent" may be anyone's title."""
    return role.kind != "defendant" and all(s.method == "roles:nominal" for s in role.spans)


def without_bystanders(roles: Sequence[Role], accused: set[Ref]) -> list[Role]:
    """No "defendant" for a lawyer, judge, prosecutor, investigator or victim whom nothing charges."""
    apart = {r.person for r in roles if r.kind in BYSTANDERS} - accused
    return [r for r in roles if r.kind != "defendant" or r.person not in apart]


def holdings(
    reading: Reading, mentions: Mentions, names: Names, accused: set[Ref]
) -> tuple[Sequence[Title], list[Held]]:
    """The titles of a document, and those that it gives a person whom it names there."""
    doc = reading.doc
    titles = determined(doc, united(doc, find_titles(reading, mentions)))
    found: list[list[Held]] = []
    for title in titles:
        previous = found[-1] if found else []
        found.append(
            names_after(doc, mentions, names, title, previous)
            or names_before(doc, names, title)
            or chained(doc, title, previous)
            or given_by_verb(doc, mentions, names, title)
            or nominal(mentions, title, accused)
        )
    for i in range(len(titles) - 2, -1, -1):
        found[i] = found[i] or led_in(doc, titles[i], found[i + 1])
    held = share_bodies(doc, [h for group in found for h in group])
    titled = {h.person for h in held}
    return titles, [
        *held,
        *named_by_verbs(reading, mentions, names),
        *(h for h in counsel(reading, mentions, names) if h.person not in titled or h.title.code == "lawyer"),
    ]


def nominal(mentions: Mentions, title: Title, accused: set[Ref]) -> list[Held]:
    """A noun phrase that stands for a person: "a former officer", when the text later says who that is."""
    mention = mentions.at(title.noun - 1)
    if mention is None or mention.form != "nominal" or mention.ref.kind != "person":
        return []
    if mention.ref in accused and title.code in AGAINST:
        return []
    return [Held(mention.ref, title, title.left, title.right, "nominal")]


def to_role(reading: Reading, mentions: Mentions, held: Held, kind: str, years: tuple[str | None, str | None]) -> Role:
    """A held title as a role with its evidence."""
    title, last = held.title, held.last
    while last > held.first + 1 and reading.past(last - 1) - reading.starts[held.first] > QUOTE:
        last -= 1
    return Role(
        person=held.person,
        title=printed_title(reading, title),
        kind=kind,
        spans=(reading.span(held.first, last, f"roles:{held.rule}"),),
        organization=title.body,
        country=country(reading, mentions, title),
        start=years[0],
        end=years[1],
        is_former=title.former,
    )


def country(reading: Reading, mentions: Mentions, title: Title) -> str | None:
    """The country that the phrase names ("Mexico's", "Honduran"), else that of the body."""
    if title.place is not None:
        for start in (title.place, title.place - 1):
            found = country_of(reading.printed(max(start, 0), title.place + 1))
            if found:
                return found
    return mentions.organizations[title.body.index].country if title.body else None


def printed_title(reading: Reading, title: Title) -> str:
    """The title as printed; of one that several people share the singular."""
    text = reading.printed(title.start, title.end)
    noun = head_of(reading.doc, title.start, title.noun)
    if reading.tags[noun].startswith("VB") or not is_plural_word(reading.doc, noun):
        return text
    joined = noun - 2 >= title.start and reading.lower[noun - 1] == "and"  # "owners and operators"
    for i in (noun, noun - 2) if joined else (noun,):
        if is_plural_word(reading.doc, i):
            word, lemma, at = reading.words[i], reading.lemmas[i], reading.starts[i] - reading.starts[title.start]
            text = text[:at] + (lemma if word.islower() else lemma.capitalize()) + text[at + len(word) :]
    return text


def defendants(charges: Sequence[Charge]) -> Iterator[Role]:
    """One "defendant" for each accused person."""
    for charge in charges:
        if charge.party.kind == "person":
            span = charge.spans[0]
            yield Role(charge.party, "defendant", "defendant", (Span(span.start, span.end, "roles:accused"),))
