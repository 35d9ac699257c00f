"""Whose court, prosecutors or law a charge belongs to, and under which statutes it stands."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from spacy.tokens import Doc, Token

from cases.extraction.charges.values import Offence
from cases.language import grammar
from cases.language.columns import columns, sentence_end, sentence_start
from cases.language.countries import country_of
from cases.language.mentions import Mentions
from cases.language.reading import Reading
from cases.records import Ref

KINDS = {"court", "prosecution", "law_enforcement"}
BODIES = {"prosecutor", "court", "police", "judge", "authority", "jury", "tribunal", "attorney", "investigator", "law"}
ADJECTIVE_REACH = 4
SECTION = r"\d+[A-Za-z]?(?:\([A-Za-z0-9]+\))*"
SECTIONS = rf"{SECTION}(?:,? and {SECTION}|, {SECTION})*"
OF_LAW = r"(?: of the [A-Z][A-Za-z ]{2,60}?(?:Act|Code|Law)\b(?:,? \d{4})?)?"
STATUTE = re.compile(
    rf"\d+ U\.?S\.?C\.? (?:§+|[Ss]ec(?:tion|\.)s?)? ?{SECTION}"
    rf"|Title \d+,? (?:of the )?(?:United States|U\.?S\.?) Code,? [Ss]ections? {SECTIONS}"
    rf"|(?:[Pp]enal|[Cc]riminal) (?:Law|Code) (?:§+|[Ss]ections?)? ?{SECTIONS}"
    rf"|[Ss]ections? {SECTIONS}{OF_LAW}"
)
CITING = ("SC", "S.C", "Title ", "enal ", "riminal ", "ection")  # one stands in whatever STATUTE finds
ACTS = re.compile(r"\b(?:Act|FCPA|IEEPA|RICO|Statute)\b")


class Clue(NamedTuple):
    """A token that tells a country of proceedings."""

    at: int
    country: str


def clues(reading: Reading, mentions: Mentions) -> list[Clue]:
    """Every place where a text names a court, prosecutors, police or a law of one country."""
    found = [Clue(m.start, m.code) for m in reading.matches["jurisdictions"]]
    told = {n: body.country for n, body in enumerate(mentions.organizations) if body.kind in KINDS and body.country}
    named = (m for m in mentions if m.form == "name" and m.ref.kind == "organization" and m.ref.index in told)
    found += [Clue(m.start, told[m.ref.index]) for m in named]
    bodies = sorted(i for body in BODIES for i in reading.lemma_places.get(body, ()))
    found += [Clue(i, c) for i in bodies if (c := adjective_of(reading.doc, i))]
    return sorted(found, key=lambda c: c.at)


def adjective_of(doc: Doc, noun: int) -> str | None:
    """The country of an adjective before a noun: "Swiss federal prosecutors", "U.S. authorities"."""
    said = columns(doc)
    for i in range(noun - 1, max(noun - 1 - ADJECTIVE_REACH, -1), -1):
        if not said.tags[i].startswith(("NN", "JJ", "POS")):
            return None
        if said.words[i][:1].isupper() and (code := country_of(said.words[i])):
            return code
    return None


def only_country(found: Sequence[Clue]) -> str | None:
    """The country that all clues tell."""
    countries = {c.country for c in found}
    return countries.pop() if len(countries) == 1 else None


def country(word: Token, found: Sequence[Clue]) -> str | None:
    """The country that the sentence of an accusing word tells: its own place, else the clue nearest to it."""
    if place := place_of(word):
        return place
    first = bisect_left(found, sentence_start(word), key=lambda c: c.at)
    near = found[first : bisect_left(found, sentence_end(word), lo=first, key=lambda c: c.at)]
    return min(near, key=lambda c: abs(c.at - word.i)).country if near else None


def place_of(verb: Token) -> str | None:
    """The country in which the accusing verb itself is said to have happened: "was jailed in Norway"."""
    return next((c for t in grammar.prepositional(verb, "in") if (c := country_of(t.text))), None)


def court(words: Iterable[Token], mentions: Mentions) -> Ref | None:
    """The court that is named in the sentence of an accusing word."""
    for word in words:
        for mention in mentions.within(sentence_start(word), sentence_end(word)):
            ref = mention.ref
            if (
                ref.kind == "organization"
                and mention.form == "name"
                and mentions.organizations[ref.index].kind == "court"
            ):
                return ref
    return None


def statutes(reading: Reading, sentence: tuple[int, int], offences: Sequence[Offence]) -> dict[int, list[str]]:
    """Where an offence of a sentence starts → the law that it names, and the statutes as printed nearest to it.

    Args:
        reading: Of the document.
        sentence: First and one past the last token.
        offences: Those that start in it, in text order.
    """
    names = ((o.start, reading.printed(o.start, o.end)) for o in offences)
    found = {start: [name] if ACTS.search(name) else [] for start, name in names}
    start, end = reading.starts[sentence[0]], reading.past(sentence[1] - 1)
    cited = any(reading.text.find(mark, start, end) >= 0 for mark in CITING)
    for match in STATUTE.finditer(reading.text, start, end) if cited else ():
        before = [o for o in offences if reading.starts[o.start] < match.start()]
        found[(before[-1] if before else offences[0]).start].append(" ".join(match[0].split()))
    return found
