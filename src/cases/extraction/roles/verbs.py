"""Positions that only a verb names: "ran the agency", "founded the company", "testified"."""

from collections.abc import Iterable, Iterator

from msgspec.structs import replace
from spacy.tokens import Token

from cases.extraction.roles.giving import described
from cases.extraction.roles.holding import Held, Names, listed_after, name_at
from cases.extraction.roles.titles import Title
from cases.language.grammar import agents, children, is_hypothetical, is_negated, is_passive, is_verb, objects
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading

PARTICLES = {"up", "over"}
PUBLIC = {"government", "law_enforcement", "prosecution", "court", "military"}


def named_by_verbs(reading: Reading, mentions: Mentions, names: Names) -> Iterator[Held]:
    """Positions named by the listed verbs with a named body as object, and witnesses who testified."""
    for match in reading.matches.get("role_verbs", ()):
        verb = reading.doc[match.start]
        end = match.end + (match.end < len(reading.doc) and reading.doc[match.end].lower_ in PARTICLES)
        by = end < len(reading.doc) and reading.doc[end].lower_ == "by"
        if not is_verb(verb) or (verb.tag_ in {"VB", "VBG"} and not by) or is_negated(verb) or is_hypothetical(verb):
            continue
        people = doers(mentions, names, verb, end) if by else named(mentions, agents(verb))
        if match.code == "testified":
            yield from held_by(people, verb, end, None, "witness")
        elif (body := body_of(mentions, verb, by)) is not None and not is_set_up(match.code, body, mentions):
            yield from held_by(people, verb, end, body, "business" if match.code == "owned" else "state")


def is_set_up(code: str, body: Mention, mentions: Mentions) -> bool:
    """An office of the state, which whoever "established" it does not own."""
    return code == "owned" and mentions.organizations[body.ref.index].kind in PUBLIC


def named(mentions: Mentions, tokens: Iterable[Token]) -> list[Mention]:
    """The mentions of people that words stand for."""
    found = [
        m for t in tokens for w in (t, described(t)) if (m := mentions.at(w)) is not None and m.ref.kind == "person"
    ]
    return list({ref: replace(m, ref=ref) for m in found for ref in (m.ref, *m.also)}.values())


def doers(mentions: Mentions, names: Names, verb: Token, end: int) -> list[Mention]:
    """Who is named after "by": "founded by X and Y"."""
    found = named(mentions, agents(verb))
    first = name_at(verb.doc, names, end + 1)
    return found or ([first, *listed_after(verb.doc, names, first.end)] if first else [])


def held_by(people: Iterable[Mention], verb: Token, end: int, body: Mention | None, code: str) -> Iterator[Held]:
    """The verb as the title of each person who does it."""
    for mention in people:
        parts = [verb.i, end - 1, mention.start, mention.end - 1]
        parts += [body.start, body.end - 1] if body else []
        title = Title(verb.i, end, verb.i, end, end, code, former=verb.tag_ != "VBZ", body=body.ref if body else None)
        yield Held(mention.ref, title, min(parts), max(parts) + 1, "verb")


def body_of(mentions: Mentions, verb: Token, by: bool) -> Mention | None:
    """The organisation named as what the verb is done to."""
    things = passive_subjects(verb) if by or is_passive(verb) else objects(verb)
    words = [t for thing in things for t in (thing, *children(thing, "appos", "compound", "nmod"))]
    if by:
        words.append(before_participle(verb))
    found = (m for t in words if (m := mentions.at(t)) is not None and m.ref.kind == "organization")
    return next(found, None)


def before_participle(verb: Token) -> Token:
    """The word before "once run by", "formerly owned by"."""
    i = verb.i - 1
    while (
        i > 0
        and verb.i - i < 4
        and (verb.doc[i].tag_ == "RB" or verb.doc[i].text == "," or verb.doc[i].lower_ == "once")
    ):
        i -= 1
    return verb.doc[max(i, 0)]


def passive_subjects(verb: Token) -> list[Token]:
    """What a passive verb is done to: its subject, or the noun that the participle modifies."""
    own = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return own or ([verb.head] if verb.dep_ in {"acl", "relcl"} else [])
