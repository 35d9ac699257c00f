"""Positions that only a verb names: "ran the agency", "founded the company", "testified"."""

from collections.abc import Iterator

from spacy.tokens import Token

from cases.extraction.roles.holding import Held
from cases.extraction.roles.titles import Title
from cases.language.grammar import agents, is_hypothetical, is_negated, is_passive, is_verb, objects
from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading

PARTICLES = {"up", "over"}


def named_by_verbs(reading: Reading, mentions: Mentions) -> Iterator[Held]:
    """Positions named by the listed verbs with a named body as object, and witnesses who testified."""
    for match in reading.matches.get("role_verbs", ()):
        verb = reading.doc[match.start]
        if not is_verb(verb) or verb.tag_ == "VB" or is_negated(verb) or is_hypothetical(verb):
            continue
        if match.code == "testified":
            yield from held_by(mentions, verb, match.end, None, "witness")
        else:
            body = body_of(mentions, verb)
            if body is not None:
                code = "business" if match.code == "owned" else "state"
                yield from held_by(mentions, verb, match.end, body, code)


def held_by(mentions: Mentions, verb: Token, end: int, body: Mention | None, code: str) -> Iterator[Held]:
    """The verb as the title of each person who does it."""
    if end < len(verb.doc) and verb.doc[end].lower_ in PARTICLES:
        end += 1
    people = [m for token in agents(verb) if (m := mentions.at(token)) is not None and m.ref.kind == "person"]
    for mention in {m.ref: m for m in people}.values():
        parts = [verb.i, end - 1, mention.start, mention.end - 1]
        parts += [body.start, body.end - 1] if body else []
        title = Title(verb.i, end, verb.i, end, end, code, former=verb.tag_ != "VBZ", body=body.ref if body else None)
        yield Held(mention.ref, title, min(parts), max(parts) + 1, "verb")


def body_of(mentions: Mentions, verb: Token) -> Mention | None:
    """The organisation named as what the verb is done to."""
    things = passive_subjects(verb) if is_passive(verb) else objects(verb)
    for thing in things:
        for token in (thing, *(c for c in thing.children if c.dep_ in {"appos", "compound", "nmod"})):
            mention = mentions.at(token)
            if mention is not None and mention.ref.kind == "organization":
                return mention
    return None


def passive_subjects(verb: Token) -> list[Token]:
    """What a passive verb is done to: its subject, or the noun that the participle modifies."""
    own = [c for c in verb.children if c.dep_ == "nsubjpass"]
    return own or ([verb.head] if verb.dep_ in {"acl", "relcl"} else [])
