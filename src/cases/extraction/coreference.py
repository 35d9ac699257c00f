"""Pronouns and noun phrases that stand for a party: "he", "she", "the defendant", "the company"."""

from cases.language.mentions import Mention, Mentions
from cases.language.reading import Reading
from cases.records import Organization, Person

PRONOUNS = {"he", "she", "him", "her", "his"}


def resolve(
    reading: Reading, people: tuple[Person, ...], organizations: tuple[Organization, ...], named: list[Mention]
) -> Mentions:
    """All mentions of the parties: the named ones, and what stands for them where one candidate is left."""
    persons = sorted((m for m in named if m.ref.kind == "person"), key=lambda m: m.start)
    found = []
    for token in reading.doc:
        if token.lower_ in PRONOUNS:
            before = [m for m in persons if m.start < token.i]
            if before:
                found.append(Mention(token.i, token.i + 1, before[-1].ref, "pronoun"))
    return Mentions(people, organizations, [*named, *found])
